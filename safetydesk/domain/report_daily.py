"""What a daily or nil report (日报、零报告) can say: a period, what came in, what is still open."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from safetydesk.domain.intake_text import Quote
from safetydesk.domain.report import Covers, ReportContent, Section
from safetydesk.domain.report_news import dated
from safetydesk.domain.report_remarks import Remark, RemarkCode
from safetydesk.domain.report_series import chinese_number
from safetydesk.domain.report_wording import UNKNOWN_CASUALTIES, casualty_words

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from safetydesk.domain.casualties import CasualtyState
    from safetydesk.domain.report_fields import Fields
    from safetydesk.domain.report_series import ReportType

DAILY_HELP: Mapping[str, str] = {
    "机关": "本机关名称",
    "辖区": "辖区名称",
    "起": "上一份日报、零报告的时间，没有时为一天以前",
    "止": "现在",
    "重点时段": "正在进行的重点时段，没有时为空",
    "件数": "这段时间新接报的事件数，没有时为空",
    "新接事件": "新接报的事件，逐件",
    "在办事件": "以前接报、还没有办结的事件，逐件",
}
"""Every name that the template of a daily or nil report may use, with what stands there."""

_NOTHING = re.compile(
    r"(?:未|没有)(?:发生|接报|接到)[^，。；\d]{0,8}(?:事件|事故)|无(?:突发事件|突发情况|事故)(?!隐患)"
)
_COUNT = re.compile(r"(?:接报|发生|新接|接到)[^，。；\d]{0,8}(?P<n>\d+)\s*(?:起|件)")


@dataclass(frozen=True)
class DayIncident:
    """An incident as a daily report counts it."""

    title: str
    opened_at: datetime
    casualties: CasualtyState

    @property
    def words(self) -> str:
        """The name with its casualties, where they are known."""
        said = casualty_words(self.casualties)
        return self.title if said == UNKNOWN_CASUALTIES else f"{self.title}（{said}）"


@dataclass(frozen=True)
class DayPeriod:
    """What a daily report is about: from the last one (or a day ago) to now."""

    office: str
    district: str
    start: datetime
    end: datetime
    zone: ZoneInfo
    key_period: str = ""


@dataclass(frozen=True)
class DayFacts:
    """A period with the incidents that came in during it, and those in hand from before."""

    period: DayPeriod
    new: tuple[DayIncident, ...]
    older: tuple[DayIncident, ...]


def day_facts(period: DayPeriod, incidents: Sequence[DayIncident]) -> DayFacts:
    """``incidents`` are those open or new, sorted into the period (start excluded, end included).

    What is on record when the words are made belongs to them.
    """
    return DayFacts(
        period,
        tuple(one for one in incidents if period.start < one.opened_at <= period.end),
        tuple(one for one in incidents if one.opened_at <= period.start),
    )


def daily_fields(facts: DayFacts) -> Fields:
    """The words of every name in ``DAILY_HELP``."""
    period = facts.period
    return {
        "机关": period.office,
        "辖区": period.district,
        "起": dated(period.start, period.end, period.zone),
        "止": dated(period.end, period.start, period.zone),
        "重点时段": period.key_period,
        "件数": str(len(facts.new)) if facts.new else "",
        "新接事件": [one.words for one in facts.new],
        "在办事件": [one.words for one in facts.older],
    }


def daily_content(
    kind: ReportType, period: DayPeriod, body: Sequence[tuple[str, str]]
) -> ReportContent:
    """The report whose body a template made: the opening, then what says something, numbered."""
    day = period.end.astimezone(period.zone)
    said = [(lead, words) for lead, words in body if lead and words]
    return ReportContent(
        title=f"关于{day.month}月{day.day}日值班情况的{kind.chinese_name}",
        opening="\n".join(words for lead, words in body if not lead and words),
        sections=tuple(
            Section(f"{chinese_number(place)}、{lead}", words)
            for place, (lead, words) in enumerate(said, start=1)
        ),
        covers=Covers(at=period.end),
    )


def daily_remarks(content: ReportContent, facts: DayFacts) -> tuple[Remark, ...]:
    """Where the words of a 日报 or 零报告 do not agree with what came in; it never blocks."""
    return tuple(sorted(_remarks(content.body, facts), key=lambda remark: not remark.is_error))


def _remarks(text: str, facts: DayFacts) -> Iterator[Remark]:
    number = len(facts.new)
    denied = tuple(_quote(found) for found in _NOTHING.finditer(text))
    if denied and number:
        words = f"文中写{denied[0].text}，这段时间接报{number}起"
        yield Remark(RemarkCode.CONTRADICTION, words, denied)
    for counted in _COUNT.finditer(text):
        if int(counted["n"]) != number:
            words = f"件数：文中{counted['n']}起，接报登记{number}起"
            yield Remark(RemarkCode.NUMBER_DIFFERS, words, (_quote(counted),))
    for one in facts.new:
        if one.title not in text:
            yield Remark(RemarkCode.LEFT_OUT, f"没有写新接报的{one.title}")
        elif one.words not in text:
            at = text.index(one.title)
            quote = Quote(at, at + len(one.title), one.title)
            yield Remark(RemarkCode.NUMBER_DIFFERS, f"按事实为{one.words}", (quote,))


def _quote(found: re.Match[str]) -> Quote:
    return Quote(found.start(), found.end(), found.group())
