"""The grid of duty: whole minutes of UTC, stretches of them, and the minutes of a wall clock."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from typing import TypeAlias
from zoneinfo import ZoneInfo

from safetydesk.domain.clock import local_instant

Minutes: TypeAlias = int
"""Whole minutes since 1970-01-01 00:00, of UTC or of a wall clock as the name says."""

Stretch: TypeAlias = tuple[Minutes, Minutes]
"""Half-open UTC minutes ``[from, to)``."""

HOUR, DAY, WEEK = 60, 24 * 60, 7 * 24 * 60

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_WALL_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 - wall-clock time has no zone
_MINUTE = timedelta(minutes=1)


def minute_of(instant: datetime) -> Minutes:
    """The UTC minute in which an aware instant lies; its seconds are cut off."""
    passed = instant - _EPOCH
    return passed.days * DAY + passed.seconds // 60


def instant_of(minute: Minutes) -> datetime:
    """The aware UTC instant at which a UTC minute begins."""
    return _EPOCH + minute * _MINUTE


def wall_minute_of(wall: datetime) -> Minutes:
    """The minute of the wall clock at a naive time; its seconds are cut off."""
    return (wall - _WALL_EPOCH) // _MINUTE


def wall_of(minute: Minutes) -> datetime:
    """The naive time at a minute of the wall clock."""
    return _WALL_EPOCH + timedelta(minutes=minute)


def united(stretches: Iterable[Stretch]) -> list[Stretch]:
    """The same minutes as few stretches, in order; stretches that touch become one."""
    merged: list[Stretch] = []
    for start, end in sorted(stretches):
        if start >= end:
            continue
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged


def _end_of(stretch: Stretch) -> Minutes:
    return stretch[1]


def common(stretch: Stretch, within: Stretch) -> Stretch:
    """The common part, of no length where there is none."""
    start, end = max(stretch[0], within[0]), min(stretch[1], within[1])
    return (start, end) if start < end else (start, start)


def without(stretch: Stretch, taken: list[Stretch]) -> Iterator[Stretch]:
    """The parts of a stretch that lie outside those taken, which are united."""
    start, end = stretch
    for at in range(bisect_right(taken, start, key=_end_of), len(taken)):
        begins, ends = taken[at]
        if begins >= end:
            break
        if start < begins:
            yield start, begins
        start = ends
    if start < end:
        yield start, end


class WallClock:
    """The wall clock of one zone.

    Days near no change of offset are plain arithmetic; ``local_instant`` decides on the others, so
    that skipped and repeated times are read in one place.
    """

    def __init__(self, zone: ZoneInfo) -> None:
        self._zone = zone
        self._steady: dict[int, Minutes | None] = {}
        self._offsets: dict[int, timedelta | None] = {}

    def utc(self, wall: Minutes) -> Minutes:
        """The UTC minute at which the clock shows ``wall``, or first shows a later time."""
        day = wall // DAY
        try:
            offset = self._steady[day]
        except KeyError:
            offset = self._steady[day] = self._steady_offset(day)
        if offset is not None:
            return wall - offset
        return minute_of(local_instant(wall_of(wall), self._zone))

    def wall(self, utc: Minutes) -> Minutes:
        """What the clock shows at a UTC minute."""
        return wall_minute_of(instant_of(utc).astimezone(self._zone).replace(tzinfo=None))

    def _steady_offset(self, day: int) -> Minutes | None:
        """The whole-minute offset of a day, or None when it may change on or beside that day."""
        before, after = self._midnight_offset(day - 1), self._midnight_offset(day + 2)
        if before is None or before != after or before % _MINUTE:
            return None
        return before // _MINUTE

    def _midnight_offset(self, day: int) -> timedelta | None:
        """The offset at 00:00 UTC of a day, looked up once."""
        if day not in self._offsets:
            self._offsets[day] = instant_of(day * DAY).astimezone(self._zone).utcoffset()
        return self._offsets[day]
