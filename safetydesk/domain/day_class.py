"""What kind of day a date is: workday, weekend, statutory day, day off in a break, make-up workday.

The statutory days are those of 全国年节及纪念日放假办法 (2024 revision, from 2025: 13 days); which
weekdays are free around them and which weekend days are worked is decided once a year by a notice
of 国办. A year whose notice is not known is classed by its weekdays and says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from safetydesk.domain.duty import SATURDAY


class DayClass(StrEnum):
    """The closed set of day classes; duty and allowances are counted by them."""

    WORKDAY = "workday"
    WEEKEND = "weekend"
    STATUTORY = "statutory"
    SPRING_FESTIVAL = "spring_festival"
    """A statutory day of 春节, counted apart from the others."""
    REST = "rest"
    """A day off in a holiday break that is not itself statutory."""
    MAKEUP_WORKDAY = "makeup"
    """A weekend day on which the office works (调休上班)."""

    @property
    def statutory(self) -> bool:
        """Whether the law itself names the day (法定节假日)."""
        return self in {DayClass.STATUTORY, DayClass.SPRING_FESTIVAL}

    @property
    def worked(self) -> bool:
        """Whether the office is open on such a day."""
        return self in {DayClass.WORKDAY, DayClass.MAKEUP_WORKDAY}


class RestDetail(StrEnum):
    """Why a day of a break that is not statutory is free; statistics tell these apart."""

    BRIDGING = "bridging"
    """A workday that was moved to a weekend."""
    WEEKEND_IN_BREAK = "weekend_in_break"
    COMPENSATION = "compensation"
    """A weekday given for a statutory day that fell on a weekend."""


@dataclass(frozen=True)
class SpecialDay:
    """A date that is not what its weekday says. ``name`` is that of the holiday."""

    day: date
    day_class: DayClass
    name: str = ""
    detail: RestDetail | None = None


@dataclass(frozen=True)
class KeyPeriod:
    """A key period (重点时段) by its duty days, both included; it overlays every day class."""

    name: str
    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        """Whether a duty day lies in the period."""
        return self.first <= day <= self.last


@dataclass(frozen=True)
class DayCalendar:
    """What is known of the days: the special ones, and the years whose notice is known."""

    special: Mapping[date, SpecialDay] = field(default_factory=dict[date, SpecialDay])
    years: frozenset[int] = frozenset()
    key_periods: tuple[KeyPeriod, ...] = ()

    @classmethod
    def of(
        cls,
        special: Iterable[SpecialDay],
        years: Iterable[int],
        key_periods: Iterable[KeyPeriod] = (),
    ) -> DayCalendar:
        """A calendar of special days; of two for one date the later one holds."""
        return cls({row.day: row for row in special}, frozenset(years), tuple(key_periods))


@dataclass(frozen=True)
class DayKind:
    """What kind of day a date is.

    ``known`` is False where the year's notice is missing: then only the weekday was asked.
    """

    day: date
    day_class: DayClass
    name: str = ""
    detail: RestDetail | None = None
    known: bool = True
    key_periods: tuple[str, ...] = ()

    @property
    def key_period(self) -> bool:
        """Whether the stricter rules of a key period apply."""
        return bool(self.key_periods)


def classify(day: date, calendar: DayCalendar) -> DayKind:
    """The kind of a date: the year's notice first, then the weekday."""
    periods = tuple(period.name for period in calendar.key_periods if day in period)
    special = calendar.special.get(day)
    known = day.year in calendar.years
    if special is None:
        return DayKind(day, ordinary_class(day), known=known, key_periods=periods)
    return DayKind(day, special.day_class, special.name, special.detail, known, periods)


def ordinary_class(day: date) -> DayClass:
    """The class that the weekday alone gives."""
    return DayClass.WEEKEND if day.weekday() >= SATURDAY else DayClass.WORKDAY


def rest_detail(day: date, moved: frozenset[date]) -> RestDetail:
    """Why a day off in a break is free; ``moved`` are the workdays that were moved."""
    if ordinary_class(day) is DayClass.WEEKEND:
        return RestDetail.WEEKEND_IN_BREAK
    return RestDetail.BRIDGING if day in moved else RestDetail.COMPENSATION
