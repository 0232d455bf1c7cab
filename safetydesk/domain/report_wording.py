"""The words a report begins with: title by the rule, opening, sections from the facts.

Everything here is a proposal; the officer changes what must be changed before it is signed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from safetydesk.domain.casualties import HUMAN_MEASURES
from safetydesk.domain.incident import BasisKind
from safetydesk.domain.incident_record import FactField
from safetydesk.domain.report import Report, ReportContent, Section
from safetydesk.domain.report_news import (
    News,
    NewsKind,
    Snapshot,
    day_hour_minute,
    hour_minute,
)
from safetydesk.domain.report_series import Place, ReportType, chinese_number, issue_text

if TYPE_CHECKING:
    from safetydesk.domain.casualties import CasualtyState

TO_BE_CONTINUED = "有关情况将及时续报。"
UNKNOWN_CASUALTIES = "伤亡情况正在核实"
_QUOTED = re.compile("“[^”]*”")
_MEASURES = (
    FactField.FORCES,
    FactField.MEASURES,
    FactField.SITUATION,
    FactField.RESPONSE,
    FactField.COMMANDER,
)


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


def first_content(known: Snapshot, place: Place) -> ReportContent:
    """首报: the five sections of the office's form (493号 art. 12)."""
    casualties = f"{_as_of(known)}{casualty_words(known.casualties)}。"
    trend = (known.words(FactField.TREND), known.words(FactField.REQUEST))
    cause = known.words(FactField.CAUSE)
    basics = (FactField.UNIT_PROFILE, FactField.MATERIALS)
    return _content(
        known,
        place,
        opening_of(known),
        (
            ("基本情况", _sentences(known.words(name) for name in basics) or "正在了解。"),
            ("人员伤亡", casualties),
            ("处置情况", _measures(known) or "正在组织处置。"),
            ("发展趋势及请求事项", _sentences(trend) or "暂无请求事项。"),
            ("原因", f"{_sentence(cause) or '正在核查。'}{TO_BE_CONTINUED}"),
        ),
    )


def opening_of(known: Snapshot) -> str:
    """``10月6日10时12分，我局接…报告：10时05分许，…发生…。``."""
    received = known.bases.get(BasisKind.RECEIVED)
    occurred = known.bases.get(BasisKind.OCCURRED)
    told = ""
    if received:
        source = f"接{received.source}报告" if received.source else "接报"
        told = f"{day_hour_minute(received.at, known.zone)}，我局{source}："
    when = ""
    if occurred:
        about = "许" if occurred.approximate else ""
        when = f"{hour_minute(occurred.at, known.zone)}{about}，"
    course = known.words(FactField.COURSE)
    if course:
        return f"{told}{when}{_sentence(course)}"
    where = known.words(FactField.PLACE) + known.words(FactField.UNIT)
    nature = known.words(FactField.NATURE)
    what = f"{where}发生{nature}" if where and nature else _plain_title(known)
    return f"{told}{when}{_sentence(what)}"


def _plain_title(known: Snapshot) -> str:
    """The incident's name without its “10·6”, after the place where the name does not say it."""
    place, title = known.words(FactField.PLACE), _QUOTED.sub("", known.title)
    return title if place in title else f"{place}{title}"


def follow_up_content(
    known: Snapshot, place: Place, news: Sequence[News], issued: Sequence[Report]
) -> ReportContent:
    """续报 (and 补报, 更正, 核报): only what changed, after a reference to what was reported."""
    numbers = f"{_as_of(known)}{casualty_words(known.casualties)}"
    if any(item.key in HUMAN_MEASURES for item in news):
        numbers += _formerly(news)
    elif casualty_words(known.casualties) != UNKNOWN_CASUALTIES:
        numbers = f"{_at_the_draft(known)}{casualty_words(known.casualties)}，无新增伤亡"
    facts = [f"{item.label}{item.after}{_people(item)}" for item in news if _is_measure(item)]
    facts += [f"{item.label}：{item.after}" for item in news if item.kind is NewsKind.FACT]
    times = [
        f"{item.label}更正为{item.after}（原报{item.before}）"
        if item.before
        else f"{item.after}{item.label.removesuffix('时间')}"
        for item in news
        if item.kind is NewsKind.TIME
    ]
    return _content(
        known,
        place,
        f"{_reference(issued)}，{_verb(place.type)}如下：",
        (
            ("伤亡情况", f"{numbers}。"),
            ("情况更正与进展", _sentences(times)),
            ("处置进展", _sentences(facts)),
            ("下一步", TO_BE_CONTINUED),
        ),
    )


def final_content(known: Snapshot, place: Place, issued: Sequence[Report]) -> ReportContent:
    """终报: totals, course, measures, cause; the end of the rescue where it is known."""
    ended = known.basis_at(BasisKind.RESCUE_ENDED)
    over = "现场救援处置工作已结束"
    if ended:
        over = f"现场救援处置工作已于{day_hour_minute(ended, known.zone)}结束"
    cause = _sentence(known.words(FactField.CAUSE)) or "事故原因正在进一步调查。"
    return _content(
        known,
        place,
        f"{_reference(issued)}，{over}，现将有关情况报告如下：",
        (
            ("基本情况", opening_of(known)),
            ("人员伤亡", f"{casualty_words(known.casualties)}。"),
            ("处置情况", _measures(known)),
            ("原因及善后", cause),
        ),
    )


def phone_words(known: Snapshot) -> str:
    """What to say on the telephone: unit, place, time, nature, casualties (21号令 art. 10)."""
    return (
        f"{opening_of(known)}{_as_of(known)}{casualty_words(known.casualties)}。{TO_BE_CONTINUED}"
    )


def sent_words(report: Report, recipients: Sequence[str], state: CasualtyState) -> str:
    """The log entry of a report that went out, proposed for the officer to complete."""
    name = f"{report.place.short_label}{issue_text(report.year, report.issue)}"
    casualties = short_casualties(state)
    about = f"（{casualties}）" if casualties else ""
    return f"{name}{about}：报{'、'.join(recipients)}"


def _content(
    known: Snapshot, place: Place, opening: str, sections: Iterable[tuple[str, str]]
) -> ReportContent:
    said = [(lead, text) for lead, text in sections if text]
    return ReportContent(
        title=title_of(known, place),
        subtitle=subtitle_of(known, place),
        urgency="特急",
        opening=opening,
        sections=tuple(
            Section(f"{chinese_number(number)}、{lead}", text)
            for number, (lead, text) in enumerate(said, start=1)
        ),
        contact=known.words(FactField.SITE_CONTACT),
        supplement=place.type is ReportType.SUPPLEMENT,
        covers=known.covers,
    )


def _reference(issued: Sequence[Report]) -> str:
    """``接首报（〔2025〕第37期）、续报（一）（〔2025〕第38期）``: the first and the last."""
    written = [report for report in issued if report.type.numbered]
    named = [*written[:1], *written[1:][-1:]]
    shown = [f"{report.place.label}（{issue_text(report.year, report.issue)}）" for report in named]
    return f"接{'、'.join(shown)}" if shown else "接前报"


def _verb(kind: ReportType) -> str:
    return {
        ReportType.SUPPLEMENT: "补报",
        ReportType.CORRECTION: "有关情况更正",
        ReportType.VERIFIED: "核报",
    }.get(kind, "续报")


def _formerly(news: Sequence[News]) -> str:
    former = [
        f"{item.label}{item.before}人"
        for item in news
        if item.kind is NewsKind.CASUALTIES and item.before and item.key in ("dead", "missing")
    ]
    return f"，原报{'、'.join(former)}" if former else ""


def _is_measure(item: News) -> bool:
    """Whether it is a number that belongs to the handling: people evacuated, loss, burned area."""
    return item.kind is NewsKind.CASUALTIES and item.key not in HUMAN_MEASURES


def _people(item: News) -> str:
    return "人" if item.key in ("evacuated", "at_risk") else ""


def _as_of(known: Snapshot) -> str:
    return _until(known.casualties_at, known)


def _at_the_draft(known: Snapshot) -> str:
    """Nothing new is said as of the draft: the last numbers are older."""
    return _until(known.covers.at, known)


def _until(at: datetime | None, known: Snapshot) -> str:
    """``截至12时00分，``, with the day where the report is made on another."""
    if at is None:
        return ""
    made, zone = known.covers.at, known.zone
    same_day = made is None or made.astimezone(zone).date() == at.astimezone(zone).date()
    return f"截至{hour_minute(at, zone) if same_day else day_hour_minute(at, zone)}，"


def _measures(known: Snapshot) -> str:
    evacuated = known.casualties.evacuated
    words = [known.words(name) for name in _MEASURES]
    return _sentences([*words, f"疏散{evacuated}人" if evacuated else ""])


def _sentences(words: Iterable[str]) -> str:
    return _sentence("；".join(word.strip().rstrip("。；") for word in words if word.strip()))


def _sentence(words: str) -> str:
    plain = words.strip().rstrip("。；")
    return f"{plain}。" if plain else ""
