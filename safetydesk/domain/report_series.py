"""The reports of an incident: their names, which may come next, and what they are to the rules."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from safetydesk.domain.errors import RuleViolation
from safetydesk.domain.incident import ReportKind, Term

INFORMATION = "information"
"""The office's numbered product (〔2025〕第37期); 日报 and 零报告 are counted by themselves."""

_DIGITS = "零一二三四五六七八九"
_TEN = 10
_PLACES = ("千", "百", "十", "")


class ReportType(Term):
    """What an office writes or says, by the names people use (domain dossier §3.2).

    Finer than the ``ReportKind`` of the rules: 零报告 counts as a daily report,
    更正 as a supplement.
    """

    PHONE = "phone", "电话快报"
    INITIAL = "initial", "首报"
    FOLLOW_UP = "follow_up", "续报"
    FINAL = "final", "终报"
    SUPPLEMENT = "supplement", "补报"
    CORRECTION = "correction", "更正"
    VERIFIED = "verified", "核报"
    DAILY = "daily", "日报"
    NIL = "nil", "零报告"
    NOTIFY = "notify", "通报"
    TRANSFER = "transfer", "转送"
    FEEDBACK = "feedback", "反馈"
    FILING = "filing", "报备"
    STATISTICS = "statistics", "统计直报"

    @property
    def numbered(self) -> bool:
        """Whether it is an issue of the office's numbered product (〔2025〕第37期), signed off."""
        return self in _NUMBERED

    @property
    def product(self) -> str:
        """What its issue numbers count: 值班信息, 日报 or 零报告; empty where it bears none."""
        return INFORMATION if self.numbered else self.value if self in _OWN_PRODUCTS else ""

    @property
    def of_the_day(self) -> bool:
        """Whether it tells of a day (日报, 零报告), counted by itself."""
        return self in _OWN_PRODUCTS

    @property
    def signed_off(self) -> bool:
        """Whether a leader signs it by PIN before it goes out: whatever bears a number."""
        return bool(self.product)

    def counts_as(self, *, supplement: bool = False) -> tuple[ReportKind, ...]:
        """The kinds of the rules that one such report is; a 续报 may be a 补报 too."""
        kind = _COUNTED.get(self)
        kinds = (kind or ReportKind.of(self.value),)
        extra = ReportKind.SUPPLEMENT
        return (*kinds, extra) if supplement and extra not in kinds else kinds


_COUNTED = {
    ReportType.CORRECTION: ReportKind.SUPPLEMENT,
    ReportType.NIL: ReportKind.DAILY,
}
_NUMBERED = frozenset(
    {
        ReportType.INITIAL,
        ReportType.FOLLOW_UP,
        ReportType.FINAL,
        ReportType.SUPPLEMENT,
        ReportType.CORRECTION,
        ReportType.VERIFIED,
    }
)
_OWN_PRODUCTS = frozenset({ReportType.DAILY, ReportType.NIL})
_AFTER_FINAL = frozenset({ReportType.SUPPLEMENT, ReportType.CORRECTION, ReportType.VERIFIED})
_SERIES = frozenset({ReportType.FOLLOW_UP, ReportType.SUPPLEMENT, ReportType.CORRECTION})

OFFERS_INSTEAD = (ReportType.CORRECTION, ReportType.FOLLOW_UP)
"""What is offered to somebody who wants to change a signed report (case P-02)."""


@dataclass(frozen=True, order=True)
class Place:
    """A report's place in the series of its incident; ``series`` counts within its type from 1."""

    type: ReportType
    series: int = 1

    @property
    def label(self) -> str:
        """``续报（二）``; the only one of its type bears no number."""
        return (
            f"{self.type.chinese_name}（{chinese_number(self.series)}）"
            if self._counts
            else (self.type.chinese_name)
        )

    @property
    def short_label(self) -> str:
        """``续报二``, for lists and log entries."""
        number = chinese_number(self.series) if self._counts else ""
        return f"{self.type.chinese_name}{number}"

    @property
    def _counts(self) -> bool:
        return self.type is ReportType.FOLLOW_UP or (self.type in _SERIES and self.series > 1)


def chinese_number(number: int) -> str:
    """一, 十二, 一百零一: the numerals of a series, 1 to 9999.

    Raises:
        ValueError: outside that range.
    """
    if not 0 < number < _TEN ** len(_PLACES):
        raise ValueError("a series is numbered from 1 to 9999")
    words, gap = "", False
    for power, unit in enumerate(_PLACES):
        digit = number // _TEN ** (len(_PLACES) - 1 - power) % _TEN
        if digit:
            words += ("零" if gap and words else "") + _DIGITS[digit] + unit
        gap = not digit
    return words.removeprefix("一") if words.startswith("一十") else words


def next_place(issued: Iterable[Place], wanted: ReportType) -> Place:
    """The place that the next report of a type would take."""
    if wanted not in _SERIES:
        return Place(wanted)
    return Place(wanted, 1 + sum(place.type is wanted for place in issued))


def next_report(issued: Sequence[Place]) -> Place:
    """The written report that comes next by itself: 首报, then 续报（一）, 续报（二）."""
    types = {place.type for place in issued}
    if ReportType.INITIAL not in types:
        return Place(ReportType.INITIAL)
    after_final = ReportType.FINAL in types
    return next_place(issued, ReportType.SUPPLEMENT if after_final else ReportType.FOLLOW_UP)


def check_next(issued: Sequence[Place], wanted: ReportType, series: int | None = None) -> Place:
    """The place of a new report, where the order of the series allows it (case P-01a).

    ``issued`` are the signed reports of the incident. The refusal names what can be made instead.

    Raises:
        RuleViolation: a report before the 首报, a second one of its kind, a skipped number, or
            another 续报 after the 终报.
    """
    place = next_place(issued, wanted)
    skipped = series is not None and series != place.series
    if skipped or (wanted.numbered and not _in_order(issued, wanted)):
        instead = next_report(issued)
        raise RuleViolation(
            "report.not_next",
            wanted=Place(wanted, series or place.series).label,
            next_kind=instead.type.value,
            next_series=instead.series,
            next_label=instead.label,
        )
    return place


def _in_order(issued: Sequence[Place], wanted: ReportType) -> bool:
    types = {place.type for place in issued}
    if wanted is ReportType.INITIAL:
        return ReportType.INITIAL not in types
    if ReportType.INITIAL not in types:
        return False
    return ReportType.FINAL not in types or wanted in _AFTER_FINAL


def issue_text(year: int, issue: int | None) -> str:
    """``〔2025〕第37期``; empty while no number is given."""
    return "" if issue is None else f"〔{year}〕第{issue}期"
