"""Where the program gets its time: an injected clock, aware and in UTC."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo


class Clock(Protocol):
    """Tells the time; the only source of "now" in the program."""

    def now(self) -> datetime:
        """The present instant, aware, in UTC."""
        ...

    def monotonic(self) -> float:
        """Seconds that never step back; comparable only within one process."""
        ...


class SystemClock:
    """The clock of this machine (the only caller of ``datetime.now``)."""

    def now(self) -> datetime:
        """The present instant, aware, in UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Seconds since an arbitrary start; unaffected by clock steps."""
        return time.monotonic()


@dataclass(frozen=True)
class ShiftedClock:
    """Another clock moved by a constant: ``--demo-time`` and the demonstration office."""

    base: Clock
    shift: timedelta

    def now(self) -> datetime:
        """The base clock's instant plus the shift, aware, in UTC."""
        return self.base.now() + self.shift

    def monotonic(self) -> float:
        """The base clock's monotonic seconds; a shift is not a step."""
        return self.base.monotonic()


def whole_minute(instant: datetime) -> datetime:
    """The instant with its seconds cut off (the resolution of rosters and logs on paper)."""
    return instant.replace(second=0, microsecond=0)


def local_instant(wall: datetime, zone: ZoneInfo) -> datetime:
    """The UTC instant at which a wall clock in ``zone`` shows ``wall``.

    A time that the clock skips becomes the first instant after the gap; a time that
    occurs twice means its first occurrence (reading D-05 of the duty plan contract).

    Raises:
        ValueError: ``wall`` carries a zone already.
    """
    if wall.tzinfo is not None:
        raise ValueError("wall-clock time expected, got an aware datetime")
    first = wall.replace(tzinfo=zone, fold=0)
    instant = first.astimezone(UTC)
    if instant.astimezone(zone).replace(tzinfo=None) == wall:
        return instant
    # Read with the offset from after the gap the time lies before it, and the other way round.
    earlier = wall.replace(tzinfo=zone, fold=1).astimezone(UTC)
    return _first_after_gap(earlier, instant, zone)


def _first_after_gap(low: datetime, high: datetime, zone: ZoneInfo) -> datetime:
    """The instant of the one offset change between two instants, found by halving."""
    old = low.astimezone(zone).utcoffset()
    while high - low > timedelta(seconds=1):
        middle = low + (high - low) / 2
        if middle.astimezone(zone).utcoffset() == old:
            low = middle
        else:
            high = middle
    return high.replace(microsecond=0)
