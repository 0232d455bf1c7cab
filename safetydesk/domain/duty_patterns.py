"""The shift patterns that offices use (domain dossier §4.2), as rotations and rules of the plan.

A pattern says how people take turns; nothing of it is resolved here: what it makes goes into a
``DutyPlan`` and is resolved with everything else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from safetydesk.domain.duty import EVERY_DAY, Advance, DutyRule, Rotation, TurnUnit
from safetydesk.domain.errors import RuleViolation
from safetydesk.domain.incident import Term

Groups = tuple[tuple[str, ...], ...]

_WORKDAYS = frozenset(range(5))
_WEEKEND = frozenset({5, 6})
_EVENING, _MORNING, _NOON, _AFTERNOON = time(17), time(9), time(11, 50), time(13)


class DutyPattern(Term):
    """The named patterns a supervisor can choose."""

    WHOLE_DAY = "whole_day", "24 小时一班"
    TWO_SHIFTS = "two_shifts", "白夜两班（12 小时）"
    THREE_SHIFTS = "three_shifts", "三班倒（8 小时）"
    FOUR_TEAMS_THREE = "four_teams_three", "四班三运转"
    FOUR_TEAMS_TWO = "four_teams_two", "四班两运转"
    ONE_ON_THREE_OFF = "one_on_three_off", "上一休三"
    WEEKDAY_NIGHTS = "weekday_nights", "工作日夜班"
    WEEKDAY_NOONS = "weekday_noons", "工作日午间"
    WEEKENDS = "weekends", "双休日 24 小时"
    WEEKLY_LEADER = "weekly_leader", "每周轮流带班"
    DRIVER = "driver", "司机轮值"
    STANDBY = "standby", "备班轮值"
    STATIONED = "stationed", "驻点盯守（每周）"
    REINFORCEMENT = "reinforcement", "加强值守（增派）"

    @property
    def least_groups(self) -> int:
        """How many groups the pattern needs to hold."""
        return _LEAST.get(self, 1)

    @property
    def needs_end(self) -> bool:
        """Whether it is for a time only: a flood season, a response."""
        return self is DutyPattern.REINFORCEMENT


_LEAST = {
    DutyPattern.TWO_SHIFTS: 2,
    DutyPattern.THREE_SHIFTS: 3,
    DutyPattern.FOUR_TEAMS_THREE: 4,
    DutyPattern.FOUR_TEAMS_TWO: 4,
    DutyPattern.ONE_ON_THREE_OFF: 4,
}


@dataclass(frozen=True)
class PatternUse:
    """A pattern for one post: who takes turns, from which day on, with which time of handover.

    The first group begins on ``first_day``; of 四班三运转 and 四班两运转 it has the early shift.
    ``key`` starts the keys of the rotations made.
    """

    pattern: DutyPattern
    post: str
    groups: Groups
    first_day: date
    turnover: time
    key: str = "pattern"


@dataclass(frozen=True)
class PatternParts:
    """What a pattern comes to."""

    rotations: tuple[Rotation, ...]
    rules: tuple[DutyRule, ...]


@dataclass(frozen=True)
class _Shift:
    """One shift of a pattern: when it lies, how its groups turn, and which has it first."""

    begins: time
    ends: time
    unit: TurnUnit = TurnUnit.DAY
    count: int = 1
    weekdays: frozenset[int] = EVERY_DAY
    advance: Advance = Advance.CALENDAR
    behind: int = 0


def parts_of(use: PatternUse) -> PatternParts:
    """The rotations and rules of a pattern.

    Raises:
        RuleViolation: nobody named, or fewer groups than the pattern needs.
    """
    groups = tuple(group for group in use.groups if group)
    if not groups:
        raise RuleViolation("pattern.no_people")
    if len(groups) < use.pattern.least_groups:
        raise RuleViolation("pattern.too_few", least=use.pattern.least_groups)
    shifts = _shifts(use.pattern, use.turnover)
    rotations = tuple(
        Rotation(
            key=f"{use.key}{number}",
            members=_turned(groups, shift.behind),
            start=_first_start(use, shift.begins),
            unit=shift.unit,
            count=shift.count,
            advance=shift.advance,
        )
        for number, shift in enumerate(shifts, 1)
    )
    rules = tuple(
        DutyRule(use.post, shift.weekdays, shift.begins, shift.ends, rotation=rotation.key)
        for shift, rotation in zip(shifts, rotations, strict=True)
    )
    return PatternParts(rotations, rules)


def _first_start(use: PatternUse, begins: time) -> datetime:
    """When a shift first begins: after midnight it still belongs to the first duty day."""
    day = use.first_day + timedelta(days=1) if begins < use.turnover else use.first_day
    return datetime.combine(day, begins)


def _shifts(pattern: DutyPattern, turnover: time) -> tuple[_Shift, ...]:
    """The shifts of a pattern at an office that hands over at ``turnover``."""
    if pattern in _PARTS:
        parts, days = _PARTS[pattern]
        return _in_parts(turnover, parts=parts, days=days)
    return (_OWN_HOURS.get(pattern) or _round_the_clock(pattern, turnover),)


_PARTS = {DutyPattern.FOUR_TEAMS_THREE: (3, 2), DutyPattern.FOUR_TEAMS_TWO: (2, 1)}
"""Into how many shifts a day is cut, and after how many days a team goes on to the next."""
_OWN_HOURS = {
    DutyPattern.WEEKDAY_NIGHTS: _Shift(
        _EVENING, _MORNING, weekdays=_WORKDAYS, advance=Advance.SERVED
    ),
    DutyPattern.WEEKDAY_NOONS: _Shift(
        _NOON, _AFTERNOON, weekdays=_WORKDAYS, advance=Advance.SERVED
    ),
}
_TURNS = {
    DutyPattern.TWO_SHIFTS: (TurnUnit.HOUR, 12),
    DutyPattern.THREE_SHIFTS: (TurnUnit.HOUR, 8),
    DutyPattern.WEEKLY_LEADER: (TurnUnit.WEEK, 1),
    DutyPattern.STATIONED: (TurnUnit.WEEK, 1),
}


def _round_the_clock(pattern: DutyPattern, turnover: time) -> _Shift:
    """From turnover to turnover, every day or at weekends; short turns cut it."""
    if pattern is DutyPattern.WEEKENDS:
        return _Shift(turnover, turnover, weekdays=_WEEKEND, advance=Advance.SERVED)
    unit, count = _TURNS.get(pattern, (TurnUnit.DAY, 1))
    return _Shift(turnover, turnover, unit, count)


def _in_parts(turnover: time, *, parts: int, days: int) -> tuple[_Shift, ...]:
    """A day in equal shifts; a group goes on to the next one after so many days, then rests."""
    edges = [_later(turnover, part * 24 // parts) for part in range(parts + 1)]
    return tuple(
        _Shift(edges[part], edges[part + 1], count=days, behind=part) for part in range(parts)
    )


def _later(moment: time, hours: int) -> time:
    """A time of the clock so many hours on."""
    return (datetime.combine(date.min, moment) + timedelta(hours=hours)).time()


def _turned(groups: Sequence[tuple[str, ...]], behind: int) -> Groups:
    """The order in which the groups reach a shift that lies ``behind`` shifts after the first."""
    behind %= len(groups)
    return (*groups[len(groups) - behind :], *groups[: len(groups) - behind])
