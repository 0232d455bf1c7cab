"""The yearly notice of 国办 on holidays, read from its own words, and the days it makes special.

A paragraph a holiday, such as ``劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）
上班。`` What is statutory is not in the notice but in the law (``statutory_days``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from safetydesk.domain.day_class import (
    DayClass,
    SpecialDay,
    ordinary_class,
    rest_detail,
)
from safetydesk.domain.errors import BadInput
from safetydesk.domain.statutory_days import Festival, statutory_days

LONGEST_BREAK = timedelta(days=15)
_NAMES = {name.removesuffix("节"): name for name in Festival}
_FESTIVAL = "|".join(_NAMES)
_HEAD = re.compile(rf"((?:(?:{_FESTIVAL})节?[、和及与，,\s]*)+)[:：]")
_BRACKETS = re.compile(r"[（(][^（）()]*[）)]")
_DAY = r"(?:(?P<{0}y>\d{{4}})年)?(?:(?P<{0}m>\d{{1,2}})月)?(?P<{0}d>\d{{1,2}})日"
_ONE = re.compile(_DAY.format("a"))
_BREAK = re.compile(
    _DAY.format("a")
    + r"(?:(?:起?至|到|-|—|－|~|～)"
    + _DAY.format("b")
    + r")?[^，。；\d]*?(?:放假|休息)"
)
_WORKED = re.compile(r"(?P<days>[^。；]*日[^。；]*)(?:正常)?上班")
_JOINED = re.compile(r"与(?:周末|星期[六日]|周[六日])连休")


@dataclass(frozen=True)
class HolidayBreak:
    """One break: the holidays it is for, its days (both ends included), and the days worked."""

    festivals: tuple[Festival, ...]
    first: date
    last: date
    worked: tuple[date, ...] = ()

    @property
    def days(self) -> Iterator[date]:
        """Every date of the break."""
        return (self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1))


@dataclass(frozen=True)
class YearNotice:
    """What is announced for one year. ``title``: the notice's number or what it is called."""

    year: int
    title: str
    days: tuple[SpecialDay, ...]


def read_notice(text: str, year: int) -> tuple[HolidayBreak, ...]:
    """The breaks of a notice in the order of its paragraphs.

    Raises:
        BadInput: no holiday is named, or a paragraph has no dates, or dates that cannot be.
    """
    plain = _BRACKETS.sub("", text)
    heads = list(_HEAD.finditer(plain))
    if not heads:
        raise BadInput("calendar.no_holiday", where="text")
    ends = [head.start() for head in heads[1:]] + [len(plain)]
    found = [
        _paragraph(head.group(1), plain[head.end() : end], year)
        for head, end in zip(heads, ends, strict=True)
    ]
    return tuple(found)


def special_days(breaks: Iterable[HolidayBreak], year: int) -> tuple[SpecialDay, ...]:
    """The days that breaks make special, by date; statutory ones as the law has them.

    Raises:
        BadInput: a day is in two breaks, a worked day is a workday anyway, or a statutory day of
            the year is in no break.
    """
    statutory = statutory_days(year)
    days: dict[date, SpecialDay] = {}
    for pause in breaks:
        for row in _of_break(pause, statutory):
            if row.day in days:
                raise BadInput("calendar.day_twice", where=row.day.isoformat(), day=row.day)
            days[row.day] = row
    for day, festival in statutory.items():
        if days and (day not in days or not days[day].day_class.statutory):
            raise BadInput("calendar.statutory_missing", where=str(festival), day=day)
    return tuple(days[day] for day in sorted(days))


def _paragraph(head: str, body: str, year: int) -> HolidayBreak:
    festivals = tuple(_NAMES[name] for name in re.findall(_FESTIVAL, head))
    found = _BREAK.search(body)
    if found is None:
        raise BadInput("calendar.no_break", where="、".join(festivals))
    first = _date_of(found, "a", year, 1)
    last = _date_of(found, "b", first.year, first.month) if found["bd"] else first
    if _JOINED.search(body):
        first, last = _with_weekend(first, last)
    if not first <= last <= first + LONGEST_BREAK:
        raise BadInput("calendar.break_too_long", where="、".join(festivals))
    worked = [
        day
        for part in _WORKED.finditer(body[found.end() :])
        for day in _dates(part["days"], first.year, last.month)
    ]
    return HolidayBreak(festivals, first, last, tuple(worked))


def _date_of(found: re.Match[str], part: str, year: int, month: int) -> date:
    """The date of one part of a match; what is not written is that of the date before it."""
    try:
        return date(
            int(found[f"{part}y"] or year), int(found[f"{part}m"] or month), int(found[f"{part}d"])
        )
    except ValueError as error:
        raise BadInput("calendar.no_such_day", where=found.group(0)) from error


def _dates(text: str, year: int, month: int) -> Iterator[date]:
    """Every date of a text; year and month go on from the date before."""
    for found in _ONE.finditer(text):
        day = _date_of(found, "a", year, month)
        year, month = day.year, day.month
        yield day


def _with_weekend(first: date, last: date) -> tuple[date, date]:
    """A break with the weekend that touches it (与周末连休)."""
    one = timedelta(days=1)
    while ordinary_class(first - one) is DayClass.WEEKEND:
        first -= one
    while ordinary_class(last + one) is DayClass.WEEKEND:
        last += one
    return first, last


def _of_break(pause: HolidayBreak, statutory: dict[date, Festival]) -> Iterator[SpecialDay]:
    for day in pause.days:
        festival = statutory.get(day)
        if festival in pause.festivals:
            spring = festival is Festival.SPRING
            yield SpecialDay(
                day, DayClass.SPRING_FESTIVAL if spring else DayClass.STATUTORY, str(festival)
            )
        else:
            moved = _moved(pause, statutory)
            yield SpecialDay(day, DayClass.REST, pause.festivals[0], rest_detail(day, moved))
    for day in pause.worked:
        if ordinary_class(day) is not DayClass.WEEKEND:
            raise BadInput("calendar.worked_anyway", where=day.isoformat(), day=day)
        yield SpecialDay(day, DayClass.MAKEUP_WORKDAY, pause.festivals[0])


def _moved(pause: HolidayBreak, statutory: dict[date, Festival]) -> frozenset[date]:
    """The workdays that were moved: as many as weekend days are worked, the last ones.

    The others are free because a statutory day fell on a weekend.
    """
    weekdays = [
        day
        for day in pause.days
        if ordinary_class(day) is DayClass.WORKDAY and statutory.get(day) not in pause.festivals
    ]
    return frozenset(weekdays[max(0, len(weekdays) - len(pause.worked)) :])


def changed_days(before: Sequence[SpecialDay], after: Sequence[SpecialDay]) -> list[date]:
    """The dates on which two sets of special days differ in class, in order."""
    old = {row.day: row.day_class for row in before}
    new = {row.day: row.day_class for row in after}
    return sorted(
        day
        for day in old.keys() | new.keys()
        if old.get(day, ordinary_class(day)) is not new.get(day, ordinary_class(day))
    )
