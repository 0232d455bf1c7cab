"""Taking single news into a report being written and out again; other words stay untouched."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from safetydesk.domain.report import ReportContent, Section
from safetydesk.domain.report_news import News, NewsKind
from safetydesk.domain.report_series import chinese_number

if TYPE_CHECKING:
    from collections.abc import Sequence

_PROGRESS = "处置进展"
_PLACES = {
    NewsKind.CASUALTIES: "伤亡情况",
    NewsKind.GRADE: _PROGRESS,
    NewsKind.TIME: "情况更正与进展",
    NewsKind.FACT: _PROGRESS,
}
_UNCOUNTED = ("0", "")


def phrase_of(news: News) -> str:
    """How a report says the news: ``力量：消防12车58人``."""
    if news.kind is NewsKind.TIME and not news.before:
        return f"{news.after}{news.label.removesuffix('时间')}"
    if news.kind is NewsKind.TIME:
        return f"{news.label}更正为{news.after}（原报{news.before}）"
    if news.kind is NewsKind.CASUALTIES:
        return f"{news.label}{news.after}人"
    return f"{news.label}：{news.after}"


def says(content: ReportContent, news: News) -> bool:
    """Whether the report says it already.

    A number that fell to none counts as said with the others of its section, because reports name
    only who is concerned.
    """
    words = "\n".join((content.opening, *(section.text for section in content.sections)))
    if news.kind is NewsKind.CASUALTIES and news.after in _UNCOUNTED:
        return bool(news.before) and f"{news.label}{news.before}人、" not in words
    if news.kind is NewsKind.CASUALTIES and news.label in ("重伤", "轻伤"):
        return "受伤" in words
    return phrase_of(news).rstrip("。；") in words


def taking_in(content: ReportContent, news: News, proposal: ReportContent | None) -> ReportContent:
    """The report with the news.

    Numbers are said anew as the proposal says them; anything else is added to its section.
    """
    place = _PLACES[news.kind]
    if news.kind is NewsKind.CASUALTIES and proposal is not None:
        said = _text_of(proposal, place)
        return _with_text(content, place, said) if said else content
    before = _text_of(content, place).rstrip("。；")
    return _with_text(content, place, "；".join(filter(None, (before, phrase_of(news)))) + "。")


def renewed(content: ReportContent, proposal: ReportContent) -> ReportContent:
    """The report with the words of the proposal; whom it goes to and who read it stay."""
    return replace(
        proposal,
        title=content.title,
        addressees=content.addressees or proposal.addressees,
        copies_to=content.copies_to,
        contact=content.contact,
        reviewer=content.reviewer,
        annex=content.annex,
        printed=content.printed,
    )


def leaving_out(content: ReportContent, news: News) -> ReportContent:
    """The report without the phrase of the news; numbers always stay."""
    if news.kind is NewsKind.CASUALTIES:
        return content
    phrase = phrase_of(news).rstrip("。；")
    sections = tuple(
        replace(section, text=_without(section.text, phrase)) for section in content.sections
    )
    return replace(content, sections=sections)


def _without(text: str, phrase: str) -> str:
    if phrase not in text:
        return text
    parts = [part.strip("。") for part in text.split("；")]
    rest = "；".join(part for part in parts if part and part != phrase)
    return f"{rest}。" if rest else ""


def _text_of(content: ReportContent, lead: str) -> str:
    return next((s.text for s in content.sections if s.lead.endswith(lead)), "")


def _with_text(content: ReportContent, lead: str, text: str) -> ReportContent:
    """The section with other words; a new one stands before the last (下一步)."""
    if any(section.lead.endswith(lead) for section in content.sections):
        sections = [
            replace(section, text=text) if section.lead.endswith(lead) else section
            for section in content.sections
        ]
    else:
        sections = [*content.sections[:-1], Section(lead, text), *content.sections[-1:]]
    return replace(content, sections=_numbered(sections))


def _numbered(sections: Sequence[Section]) -> tuple[Section, ...]:
    """The sections with 一、二、三 in their order."""
    return tuple(
        replace(section, lead=f"{chinese_number(place)}、{section.lead.split('、', 1)[-1]}")
        for place, section in enumerate(sections, start=1)
    )
