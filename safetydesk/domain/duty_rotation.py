"""When the duties of a rule lie, and whose turn of a rotation each minute is."""

from __future__ import annotations

from bisect import bisect_right
from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import pairwise

from safetydesk.domain.duty import Advance, DutyRule, Rotation, TurnUnit
from safetydesk.domain.duty_clock import (
    DAY,
    HOUR,
    WEEK,
    Minutes,
    Stretch,
    WallClock,
    common,
    united,
    wall_minute_of,
    wall_of,
)

_LENGTH = {TurnUnit.HOUR: HOUR, TurnUnit.DAY: DAY, TurnUnit.WEEK: WEEK}
_EPOCH_WEEKDAY = 3  # 1970-01-01 was a Thursday
_SPARE_DAYS = 2  # no clock shows a date farther than this from UTC's, and no duty is longer


def duties(rule: DutyRule, clock: WallClock, within: Stretch) -> Iterator[Stretch]:
    """The rule's duties, in order, cut to ``within``."""
    begins = rule.begins.hour * HOUR + rule.begins.minute
    ends = rule.ends.hour * HOUR + rule.ends.minute
    if ends <= begins:
        ends += DAY
    for day in range(within[0] // DAY - _SPARE_DAYS, within[1] // DAY + _SPARE_DAYS):
        if (day + _EPOCH_WEEKDAY) % 7 in rule.weekdays:
            duty = common((clock.utc(day * DAY + begins), clock.utc(day * DAY + ends)), within)
            if duty[0] < duty[1]:
                yield duty


class Turns:
    """The turns of one rotation over a stretch of time.

    ``rules`` are all rules of the plan: those of the rotation decide which units were served,
    whether or not a roster or a change put somebody else there.
    """

    def __init__(
        self, rotation: Rotation, rules: Iterable[DutyRule], clock: WallClock, within: Stretch
    ) -> None:
        self._members = rotation.members
        own = [rule for rule in rules if rule.rotation == rotation.key]
        if rotation.advance is Advance.CALENDAR:
            numbers = _unit_numbers(rotation, rotation.count, clock, within)
            self._starts = _unit_starts(rotation, (n * rotation.count for n in numbers), clock)
            self._turns = list(numbers)
        else:
            self._starts, self._turns = _served_turns(rotation, own, clock, within)

    def serving(self, duty: Stretch) -> Iterator[tuple[Stretch, tuple[str, ...]]]:
        """The parts of a duty with the group whose turn each is; a turnover inside cuts it.

        The duty must lie within the stretch of time that the turns were made for.
        """
        start, end = duty
        at = bisect_right(self._starts, start) - 1
        while start < end:
            following = self._starts[at + 1] if at + 1 < len(self._starts) else end
            until = min(end, following)
            if start < until:
                yield (start, until), self._members[self._turns[at] % len(self._members)]
            start, at = max(start, until), at + 1


def _unit_starts(rotation: Rotation, units: Iterable[int], clock: WallClock) -> list[Minutes]:
    """The UTC minutes at which units begin, each counted from the rotation's start."""
    if rotation.unit is TurnUnit.MONTH:
        later = (_months_later(rotation.start, unit) for unit in units)
        return [clock.utc(wall_minute_of(wall)) for wall in later]
    anchor, length = wall_minute_of(rotation.start), _LENGTH[rotation.unit]
    return [clock.utc(anchor + unit * length) for unit in units]


def _months_later(start: datetime, months: int) -> datetime:
    """The same day and time so many months on; the last day of a shorter month."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    day = min(start.day, monthrange(year, month + 1)[1])
    return start.replace(year=year, month=month + 1, day=day)


def _unit_numbers(rotation: Rotation, step: int, clock: WallClock, within: Stretch) -> range:
    """Numbers of the units, ``step`` taken as one, that surely cover ``within``."""
    first = clock.wall(within[0]) - _SPARE_DAYS * DAY
    last = clock.wall(within[1]) + _SPARE_DAYS * DAY
    if rotation.unit is TurnUnit.MONTH:
        first, last = (_months_from(rotation.start, wall) for wall in (first, last))
        return range((first - 1) // step, (last + 1) // step + 1)
    anchor, length = wall_minute_of(rotation.start), _LENGTH[rotation.unit] * step
    return range((first - anchor) // length, (last - anchor) // length + 1)


def _months_from(start: datetime, wall: Minutes) -> int:
    """Calendar months between the rotation's start and a wall-clock minute."""
    there = wall_of(wall)
    return (there.year - start.year) * 12 + there.month - start.month


def _served_turns(
    rotation: Rotation, rules: Iterable[DutyRule], clock: WallClock, within: Stretch
) -> tuple[list[Minutes], list[int]]:
    """Starts of units with their turn; a unit without a duty has the turn of its successor.

    The first served unit from the rotation's start on is the first of the first group's turn, and
    a turn ends after ``count`` served units.
    """
    (anchor,) = _unit_starts(rotation, (0,), clock)
    reach = (min(within[0], anchor), max(within[1], anchor))
    numbers = _unit_numbers(rotation, 1, clock, reach)
    starts = _unit_starts(rotation, numbers, clock)
    wanted = (starts[0], starts[-1])
    busy = united(duty for rule in rules for duty in duties(rule, clock, wanted))
    ends = [end for _, end in busy]
    served_before, count = [0], 0
    for start, end in pairwise(starts):
        at = bisect_right(ends, start)
        count += start < end and at < len(busy) and busy[at][0] < end
        served_before.append(count)
    origin = served_before[numbers.index(0)]
    return starts, [(before - origin) // rotation.count for before in served_before]
