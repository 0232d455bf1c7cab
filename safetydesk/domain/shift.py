"""A shift of the desk: when it was planned, who had responsibility, and how it was closed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from safetydesk.domain.clock import local_instant
from safetydesk.domain.spans import Span

OUTSIDE_SHIFTS = 0
"""The id under which the log's entries outside every shift are read like those of a shift."""


@dataclass(frozen=True)
class Shift:
    """A shift as the log knows it; responsibility runs from ``opened_at`` to ``closed_at``."""

    id: int
    number: str
    planned_from: datetime
    planned_to: datetime
    opened_at: datetime
    closed_at: datetime | None
    weather: str
    first_seq: int | None
    last_seq: int | None
    sealed_hash: str
    closed_without_handover: str
    version: int

    @property
    def planned(self) -> Span:
        """The planned time."""
        return Span(self.planned_from, self.planned_to)

    @property
    def is_open(self) -> bool:
        """Whether nobody has taken over yet."""
        return self.closed_at is None


def planned_shift(now: datetime, turnover: time, zone: ZoneInfo) -> Span:
    """The planned 24-hour shift that contains ``now``: from turnover to the next turnover."""
    today = now.astimezone(zone).date()
    start = local_instant(datetime.combine(today, turnover), zone)
    if start > now:
        today -= timedelta(days=1)
        start = local_instant(datetime.combine(today, turnover), zone)
    end = local_instant(datetime.combine(today + timedelta(days=1), turnover), zone)
    return Span(start, end)


def duty_day_parts(span: Span, turnover: time, zone: ZoneInfo) -> Iterator[Span]:
    """A stretch of time cut at the turnovers."""
    start = span.start
    while start < span.end:
        end = min(planned_shift(start, turnover, zone).end, span.end)
        yield Span(start, end)
        start = end


def shift_number(start: datetime, zone: ZoneInfo) -> str:
    """The number printed on the sheet: year and day of the year, such as 2025-279."""
    local = start.astimezone(zone)
    return f"{local.year}-{local.timetuple().tm_yday:03d}"
