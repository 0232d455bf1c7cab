"""What the check of a report's words marks, field by field, for whoever writes them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from safetydesk.domain.intake import LONGEST, read_message
from safetydesk.domain.report_annex_check import annex_remarks
from safetydesk.domain.report_daily import daily_remarks
from safetydesk.domain.report_figures import agreeing
from safetydesk.domain.report_former import former_remarks, without_former
from safetydesk.domain.report_remarks import RemarkCode
from safetydesk.domain.report_series import ReportType
from safetydesk.domain.report_text_check import check_text, numbers_said

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
    """A stretch of one field (``opening``, ``section:0``) of a report.

    ``fix``: the words that agree with the record, put there when somebody asks for it.
    """

    field: str
    start: int
    end: int
    fix: str = ""

    def covers(self, other: TextMark | None) -> bool:
        """Whether both are about some of the same words."""
        same = other is not None and other.field == self.field
        return other is not None and same and other.start < self.end and self.start < other.end


@dataclass(frozen=True)
class MarkedRemark:
    """A finding with the places it is about; ``is_error``: the words contradict the record."""

    text: str
    is_error: bool
    marks: tuple[TextMark, ...]

    @property
    def fixes(self) -> tuple[TextMark, ...]:
        """The places that can be made to agree at once."""
        return tuple(mark for mark in self.marks if mark.fix)


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
    text = content.body[:LONGEST]
    read = read_message(without_former(text), now, zone)
    remarks = [*check_text(read, zone, facts)]
    if facts.former is not None:
        remarks += former_remarks(text, facts.former, zone, read.casualties.changes)
    parts = content.parts
    agreed = agreeing(read, facts, zone, tuple(remarks))
    annex = annex_remarks(content.annex, numbers_said(read), facts.casualties)
    found = [
        *(_marked(parts, remark) for remark in remarks if _concerns(remark, kind)),
        *(MarkedRemark(r.text, r.is_error, (TextMark("annex", 0, 0),)) for r in annex),
    ]
    found.sort(key=lambda remark: (not remark.is_error, not remark.fixes))
    return TextCheck(tuple(found), tuple(_marks(parts, agreed)))


def checked_daily(content: ReportContent, facts: DayFacts) -> TextCheck:
    """Compares a 日报 or 零报告 with what came in."""
    return TextCheck(
        tuple(_marked(content.parts, remark) for remark in daily_remarks(content, facts))
    )


def _concerns(remark: Remark, kind: ReportType) -> bool:
    if remark.code is RemarkCode.LEFT_OUT:
        return kind in _WHOLE or remark.measure in _ALWAYS_SAID
    return remark.code not in _SHOWN_ELSEWHERE


def _marked(parts: Sequence[TextPart], remark: Remark) -> MarkedRemark:
    marks = tuple(_marks(parts, remark.quotes, remark.fixes))
    return MarkedRemark(remark.text, remark.is_error, marks)


def _marks(
    parts: Sequence[TextPart], quotes: Sequence[Quote], fixes: Sequence[str] = ()
) -> Iterator[TextMark]:
    """Where the quotes stand; words that reach over two fields are put right by hand."""
    for quote, fix in zip_longest(quotes, fixes, fillvalue=""):
        if isinstance(quote, str):
            continue
        for part in parts:
            start, end = max(quote.start, part.start), min(quote.end, part.end)
            if start < end:
                whole = (start, end) == (quote.start, quote.end)
                yield TextMark(
                    part.field, start - part.start, end - part.start, fix if whole else ""
                )
