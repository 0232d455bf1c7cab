"""Half-open stretches of time ``[start, end)``: overlap, clip, merge, gaps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, order=True)
class Span:
    """A stretch of time that contains its start and not its end; both aware.

    Raises:
        ValueError: an end before its start, or a naive time.
    """

    start: datetime
    end: datetime

    def __post_init__(self) -> None:
        """Refuses naive times and reversed ends."""
        if self.start.tzinfo is None or self.end.tzinfo is None:
            raise ValueError("a span needs aware times")
        if self.end < self.start:
            raise ValueError("a span cannot end before it starts")

    @property
    def length(self) -> timedelta:
        """How long the span lasts."""
        return self.end - self.start

    def __contains__(self, instant: datetime) -> bool:
        """Whether the instant lies inside; the end does not."""
        return self.start <= instant < self.end

    def overlaps(self, other: Span) -> bool:
        """Whether both spans share an instant."""
        return self.start < other.end and other.start < self.end

    def clip(self, other: Span) -> Span | None:
        """The common part, or None where there is none."""
        start, end = max(self.start, other.start), min(self.end, other.end)
        return Span(start, end) if start < end else None


def merge(spans: Iterable[Span]) -> list[Span]:
    """The same time as few spans, in order; spans that touch become one."""
    merged: list[Span] = []
    for span in sorted(s for s in spans if s.length):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def gaps(covered: Iterable[Span], within: Span) -> list[Span]:
    """The parts of ``within`` that no span covers, in order."""
    missing: list[Span] = []
    cursor = within.start
    for span in merge(part for s in covered if (part := s.clip(within))):
        if cursor < span.start:
            missing.append(Span(cursor, span.start))
        cursor = span.end
    if cursor < within.end:
        missing.append(Span(cursor, within.end))
    return missing
