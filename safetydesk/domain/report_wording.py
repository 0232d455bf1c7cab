"""The words a report begins with: title by the rule, opening, numbers in words.

The body is made by templates (``domain.report_fields`` says from what). Everything here is a
proposal; the officer changes what must be changed before it is signed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from safetydesk.domain.incident import BasisKind
from safetydesk.domain.incident_record import FactField
from safetydesk.domain.report import Report, ReportContent, Section
from safetydesk.domain.report_news import (
    Snapshot,
    dated,
    time_after,
)
from safetydesk.domain.report_series import Place, ReportType, chinese_number, issue_text

if TYPE_CHECKING:
    from safetydesk.domain.casualties import CasualtyState

UNKNOWN_CASUALTIES = "伤亡情况正在核实"
_QUOTED = re.compile("“[^”]*”")


def casualty_words(state: CasualtyState, *, in_detail: bool = True) -> str:
    """``死亡1人、失联2人、受伤5人（其中重伤1人）``; 无人员伤亡 only where that was said."""
    hurt_said = state.severely_injured is not None or state.lightly_injured is not None
    hurt = int(state.number("severely_injured+lightly_injured"))
    severe = int(state.number("severely_injured"))
    parts = [
        f"{words}{number}人"
        for words, number in (
            ("死亡", state.dead),
            ("失联", state.missing),
            ("被困", state.trapped),
        )
        if number
    ]
    if hurt:
        parts.append(f"受伤{hurt}人" + (f"（其中重伤{severe}人）" if severe and in_detail else ""))
    if parts:
        return "、".join(parts)
    said = hurt_said or any(n is not None for n in (state.dead, state.missing, state.trapped))
    return "无人员伤亡" if said else UNKNOWN_CASUALTIES


def short_casualties(state: CasualtyState) -> str:
    """``致1死2失联``, for log entries; empty while nobody is known to be dead or missing."""
    counted = (("死", state.dead), ("失联", state.missing), ("被困", state.trapped))
    parts = [f"{number}{word}" for word, number in counted if number]
    return f"致{''.join(parts)}" if parts else ""


def title_of(known: Snapshot, place: Place) -> str:
    """Place, type and kind of report: ``关于…公司“10·6”反应釜爆炸事故情况的报告``."""
    unit = known.words(FactField.UNIT) or known.words(FactField.PLACE)
    nature = known.words(FactField.NATURE)
    subject = known.title
    day = known.basis_at(BasisKind.OCCURRED) or known.basis_at(BasisKind.RECEIVED)
    if unit and nature and day:
        local = day.astimezone(known.zone)
        ending = "" if nature.endswith(("事故", "事件", "火灾")) else "事故"
        subject = f"{unit}“{local.month}·{local.day}”{nature}{ending}"
    ending = "报告" if place.type is ReportType.INITIAL else place.label
    return f"关于{subject}情况的{ending}"


def subtitle_of(known: Snapshot, place: Place) -> str:
    """Casualties and progress, under the title without brackets: ``首报：死亡1人、失联2人``."""
    words = casualty_words(known.casualties, in_detail=False)
    if place.type is ReportType.INITIAL:
        return f"首报：{words}"
    progress = "现场救援结束" if known.basis_at(BasisKind.RESCUE_ENDED) else ""
    if not progress and known.basis_at(BasisKind.EXTINGUISHED):
        progress = "明火已扑灭"
    return "，".join(part for part in (words, progress) if part)


def opening_of(known: Snapshot) -> str:
    """``10月6日10时12分，我局接…报告：10时05分许，…发生…。``."""
    received = known.bases.get(BasisKind.RECEIVED)
    occurred = known.bases.get(BasisKind.OCCURRED)
    told = ""
    if received:
        source = f"接{received.source}报告" if received.source else "接报"
        told = f"{dated(received.at, known.covers.at or received.at, known.zone)}，我局{source}："
    when = ""
    if occurred:
        about = "许" if occurred.approximate else ""
        said = (
            time_after(occurred.at, received.at, known.zone)
            if received
            else dated(occurred.at, known.covers.at or occurred.at, known.zone)
        )
        when = f"{said}{about}，"
    course = known.words(FactField.COURSE)
    if course:
        return f"{told}{when}{sentence(course)}"
    where = known.words(FactField.PLACE) + known.words(FactField.UNIT)
    nature = known.words(FactField.NATURE)
    what = f"{where}发生{nature}" if where and nature else _plain_title(known)
    return f"{told}{when}{sentence(what)}"


def _plain_title(known: Snapshot) -> str:
    """The incident's name without its “10·6”, after the place where the name does not say it."""
    place, title = known.words(FactField.PLACE), _QUOTED.sub("", known.title)
    return title if place in title else f"{place}{title}"


def content_with(known: Snapshot, place: Place, body: Sequence[tuple[str, str]]) -> ReportContent:
    """A report whose body a template made: headings with their words, the opening without one.

    Sections without words are left out; the others are numbered 一、二、三.
    """
    opening = "\n".join(text for lead, text in body if not lead)
    sections = [(lead, text) for lead, text in body if lead and text]
    return ReportContent(
        title=title_of(known, place),
        subtitle=subtitle_of(known, place),
        urgency="特急",
        opening=opening,
        sections=tuple(
            Section(f"{chinese_number(number)}、{lead}", text)
            for number, (lead, text) in enumerate(sections, start=1)
        ),
        contact=known.words(FactField.SITE_CONTACT),
        supplement=place.type is ReportType.SUPPLEMENT,
        covers=known.covers,
    )


def sent_words(
    report: Report, recipients: Sequence[str], state: CasualtyState | None = None
) -> str:
    """The log entry of a report that went out, proposed for the officer to complete."""
    name = f"{report.place.short_label}{issue_text(report.year, report.issue)}"
    casualties = short_casualties(state) if state else ""
    about = f"（{casualties}）" if casualties else ""
    return f"{name}{about}：报{'、'.join(recipients)}"


def sentences(words: Iterable[str]) -> str:
    """Several statements as one sentence: ``…；…。``; empty ones are left out."""
    return sentence("；".join(word.strip().rstrip("。；") for word in words if word.strip()))


def sentence(words: str) -> str:
    """The words with one full stop at the end; nothing for none."""
    plain = words.strip().rstrip("。；")
    return f"{plain}。" if plain else ""
