"""What the check of a report's words marks, field by field, for whoever writes them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from safetydesk.domain.intake import LONGEST, read_message
from safetydesk.domain.report_daily import daily_remarks
from safetydesk.domain.report_figures import agreeing
from safetydesk.domain.report_remarks import RemarkCode
from safetydesk.domain.report_series import ReportType
from safetydesk.domain.report_text_check import check_text, without_former

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from safetydesk.domain.intake_text import Quote
    from safetydesk.domain.report import ReportContent, TextPart
    from safetydesk.domain.report_daily import DayFacts
    from safetydesk.domain.report_remarks import RecordedFacts, Remark

_SHOWN_ELSEWHERE = frozenset({RemarkCode.MISSING_ELEMENT, RemarkCode.TITLE_INCOMPLETE})
_WHOLE = frozenset({ReportType.INITIAL, ReportType.FINAL})
_ALWAYS_SAID = frozenset({"dead", "missing", "trapped"})


@dataclass(frozen=True)
class TextMark:
    """A stretch of one field (``opening``, ``section:0``) of a report."""

    field: str
    start: int
    end: int


@dataclass(frozen=True)
class MarkedRemark:
    """A finding with the places it is about; ``is_error``: the words contradict the record."""

    text: str
    is_error: bool
    marks: tuple[TextMark, ...]


@dataclass(frozen=True)
class TextCheck:
    """What was found in one text, and the numbers and times that agree with the record."""

    remarks: tuple[MarkedRemark, ...] = ()
    agreeing: tuple[TextMark, ...] = ()


def checked(
    content: ReportContent, kind: ReportType, facts: RecordedFacts, now: datetime, zone: ZoneInfo
) -> TextCheck:
    """Compares every number and time of a report with the record; it marks and never blocks.

    The same rule as ``report check``. Missing elements and the title have marks of their own; what
    a 续报 leaves out is no finding, unless it concerns the dead, missing or trapped.
    """
    text = without_former(content.body[:LONGEST])
    read = read_message(text, now, zone)
    remarks = check_text(read, zone, facts)
    parts = content.parts
    return TextCheck(
        tuple(
            MarkedRemark(remark.text, remark.is_error, tuple(_marks(parts, remark.quotes)))
            for remark in remarks
            if _concerns(remark, kind)
        ),
        tuple(_marks(parts, agreeing(read, facts, zone, remarks))),
    )


def checked_daily(content: ReportContent, facts: DayFacts) -> TextCheck:
    """Compares a 日报 or 零报告 with what came in."""
    return TextCheck(
        tuple(
            MarkedRemark(remark.text, remark.is_error, tuple(_marks(content.parts, remark.quotes)))
            for remark in daily_remarks(content, facts)
        )
    )


def _concerns(remark: Remark, kind: ReportType) -> bool:
    if remark.code is RemarkCode.LEFT_OUT:
        return kind in _WHOLE or remark.measure in _ALWAYS_SAID
    return remark.code not in _SHOWN_ELSEWHERE


def _marks(parts: Sequence[TextPart], quotes: Sequence[Quote]) -> Iterator[TextMark]:
    for quote in quotes:
        for part in parts:
            start, end = max(quote.start, part.start), min(quote.end, part.end)
            if start < end:
                yield TextMark(part.field, start - part.start, end - part.start)
