"""The roster as a table: the resolved duty days laid out a row a day and a column a post."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from safetydesk.domain.spans import Span, merge
from safetydesk.services.duty_days import duty_days_of, turn_of
from safetydesk.services.views_duty import DayCell, DayRow, DaysView, MonthView

if TYPE_CHECKING:
    from safetydesk.domain.duty import DutySpan
    from safetydesk.domain.duty_days import DutyDay
    from safetydesk.domain.people import OfficeFacts
    from safetydesk.storage.unit_of_work import UnitOfWork

__all__ = ["days_view", "month_view", "turn_of"]

_SATURDAY = 5


@dataclass(frozen=True)
class _Calendar:
    """What the table needs to know of the days."""

    classes: dict[date, tuple[str, str]]
    periods: list[tuple[str, datetime, datetime]]

    def day_class(self, day: date) -> tuple[str, str]:
        """The class and name of a day: the notice first, then the weekday."""
        ordinary = "weekend" if day.weekday() >= _SATURDAY else "workday"
        return self.classes.get(day, (ordinary, ""))

    def in_key_period(self, span: Span) -> bool:
        """Whether a duty day lies in a key period."""
        return any(start < span.end and end > span.start for _, start, end in self.periods)


def month_view(uow: UnitOfWork, year: int, month: int, now: datetime) -> MonthView:
    """A month of the roster: who is planned each day, and who served once the day is over."""
    view = days_view(uow, date(year, month, 1), date(year, month, monthrange(year, month)[1]), now)
    return MonthView(year, month, view.posts, view.days, view.key_periods)


def days_view(uow: UnitOfWork, first: date, last: date, now: datetime) -> DaysView:
    """The same for any days ``[first, last]``."""
    office = uow.office.facts()
    window = Span(turn_of(first, office).start, turn_of(last, office).end)
    names = {str(person.id): person.name for person in uow.people.all(active=False)}
    calendar = _Calendar(
        uow.office.days(first, last), uow.office.key_periods(window.start, window.end)
    )
    rows = (_row(day, office, names, calendar) for day in duty_days_of(uow, first, last, now))
    return DaysView(
        tuple((post.id, post.label) for post in office.posts),
        tuple(rows),
        tuple(dict.fromkeys(name for name, _, _ in calendar.periods)),
    )


def _row(day: DutyDay, office: OfficeFacts, names: dict[str, str], calendar: _Calendar) -> DayRow:
    """One day of the table."""
    day_class, holiday = calendar.day_class(day.day)
    by_post = {
        post: tuple(spans)
        for post, spans in groupby(sorted(day.spans, key=lambda s: s.post), key=lambda s: s.post)
    }
    return DayRow(
        day=day.day,
        day_class=day_class,
        holiday=holiday,
        key_period=calendar.in_key_period(day.turn),
        cells=tuple(_cell(by_post.get(post.id, ()), day, office, names) for post in office.posts),
        gaps=frozenset(gap.post for gap in day.gaps),
    )


def _cell(
    spans: Iterable[DutySpan], day: DutyDay, office: OfficeFacts, names: dict[str, str]
) -> tuple[DayCell, ...]:
    """The people of one post on one day, each once, in the order of coming."""
    mine: dict[str, list[DutySpan]] = {}
    for span in spans:
        mine.setdefault(span.person, []).append(span)
    return tuple(
        DayCell(
            person_id=int(person),
            name=names.get(person, "?"),
            changed=any(part.source.value == "change" for part in parts),
            source=parts[0].source.value,
            spans=(times := tuple(merge(Span(part.start, part.end) for part in parts))),
            hours="" if times == (day.turn,) else "、".join(_hours(times, office)),
            served=parts[0].post in day.served,
        )
        for person, parts in mine.items()
    )


def _hours(times: Iterable[Span], office: OfficeFacts) -> Iterator[str]:
    """``08:30–20:30`` on the wall clock of the place."""
    zone = office.zoneinfo
    for time in times:
        yield f"{time.start.astimezone(zone):%H:%M}–{time.end.astimezone(zone):%H:%M}"


def week_of(day: date) -> tuple[date, date]:
    """The Monday and the Sunday of the week of a day."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)
