"""The holiday notices of past years as the library ``chinese_calendar`` has them; no network.

The library knows breaks, moved workdays and worked weekend days; what is statutory in a break comes
from the law. It has no year whose notice was not yet published.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from safetydesk.domain.day_class import DayClass, SpecialDay, rest_detail
from safetydesk.domain.statutory_days import Festival, statutory_days
from safetydesk.domain.year_notice import YearNotice

FIRST_YEAR = 2021
TITLE = "随程序附带（国办放假安排，chinesecalendar）"
_FESTIVALS = {
    "New Year's Day": Festival.NEW_YEAR,
    "Spring Festival": Festival.SPRING,
    "Tomb-sweeping Day": Festival.QINGMING,
    "Labour Day": Festival.LABOUR,
    "Dragon Boat Festival": Festival.DRAGON_BOAT,
    "Mid-autumn Festival": Festival.MID_AUTUMN,
    "National Day": Festival.NATIONAL,
}


def shipped_notices() -> tuple[YearNotice, ...]:
    """The notices that come with the program, by year. The first call imports the library."""
    from chinese_calendar import holidays, in_lieu_days, workdays

    years: defaultdict[int, dict[date, SpecialDay]] = defaultdict(dict)
    moved = frozenset(in_lieu_days)
    for day, name in holidays.items():
        years[day.year][day] = _free(day, _FESTIVALS.get(name), moved)
    for day, name in workdays.items():
        festival = _FESTIVALS.get(name, name)
        years[day.year][day] = SpecialDay(day, DayClass.MAKEUP_WORKDAY, str(festival))
    return tuple(
        YearNotice(year, TITLE, tuple(days[day] for day in sorted(days)))
        for year, days in sorted(years.items())
        if year >= FIRST_YEAR
    )


def _free(day: date, festival: Festival | None, moved: frozenset[date]) -> SpecialDay:
    """A free day: statutory where the law names the date."""
    by_law = statutory_days(day.year).get(day)
    if by_law is None:
        return SpecialDay(day, DayClass.REST, festival or "", rest_detail(day, moved))
    spring = by_law is Festival.SPRING
    return SpecialDay(day, DayClass.SPRING_FESTIVAL if spring else DayClass.STATUTORY, by_law)
