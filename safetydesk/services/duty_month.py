"""The roster as a table: the resolved duty days laid out a row a day and a column a post."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

from safetydesk.domain.day_class import DayCalendar, DayClass, classify
from safetydesk.domain.spans import Span, merge
from safetydesk.services.calendar import calendar_of
from safetydesk.services.duty_days import duty_days_of, turn_of
from safetydesk.services.views_duty import DayCell, DayRow, DaysView, MonthView

if TYPE_CHECKING:
    from safetydesk.domain.duty import DutySpan
    from safetydesk.domain.duty_days import DutyDay
    from safetydesk.domain.people import OfficeFacts
    from safetydesk.storage.unit_of_work import UnitOfWork

__all__ = ["days_view", "month_view", "turn_of"]

Moved: TypeAlias = dict[tuple[str, str], list[Span]]
"""(post, person) to the times at which a change put that person there."""

_MAKEUP = "调休上班"
"""What a weekend day that is worked is called, rather than by the holiday it was moved for."""


def month_view(uow: UnitOfWork, year: int, month: int, now: datetime) -> MonthView:
    """A month of the roster: who is planned each day, and who served once the day is over."""
    view = days_view(uow, date(year, month, 1), date(year, month, monthrange(year, month)[1]), now)
    return MonthView(year, month, view.posts, view.days, view.key_periods)


def days_view(uow: UnitOfWork, first: date, last: date, now: datetime) -> DaysView:
    """The same for any days ``[first, last]``."""
    office = uow.office.facts()
    names = {str(person.id): person.name for person in uow.people.all(active=False)}
    calendar = calendar_of(uow, first, last)
    moved = _moved(uow, Span(turn_of(first, office).start, turn_of(last, office).end))
    rows = (
        _row(day, office, names, calendar, moved) for day in duty_days_of(uow, first, last, now)
    )
    return DaysView(
        tuple((post.id, post.label) for post in office.posts),
        tuple(rows),
        tuple(dict.fromkeys(period.name for period in calendar.key_periods)),
    )


def _moved(uow: UnitOfWork, window: Span) -> Moved:
    """When changes put people on posts: a span tells its source of its first minute only."""
    found: Moved = {}
    for change in uow.duty.changes(window.start, window.end):
        if change.by_id is not None:
            key = (change.post, str(change.by_id))
            found.setdefault(key, []).append(Span(change.start_at, change.end_at))
    return found


def _row(
    day: DutyDay,
    office: OfficeFacts,
    names: dict[str, str],
    calendar: DayCalendar,
    moved: Moved,
) -> DayRow:
    """One day of the table."""
    kind = classify(day.day, calendar)
    by_post = {
        post: tuple(spans)
        for post, spans in groupby(sorted(day.spans, key=lambda s: s.post), key=lambda s: s.post)
    }
    return DayRow(
        day=day.day,
        day_class=kind.day_class.value,
        holiday=_MAKEUP if kind.day_class is DayClass.MAKEUP_WORKDAY else kind.name,
        key_period=kind.key_period,
        cells=tuple(
            _cell(by_post.get(post.id, ()), day, office, names, moved) for post in office.posts
        ),
        gaps=frozenset(gap.post for gap in day.gaps),
        turn=day.turn,
    )


def _cell(
    spans: Iterable[DutySpan],
    day: DutyDay,
    office: OfficeFacts,
    names: dict[str, str],
    moved: Moved,
) -> tuple[DayCell, ...]:
    """The people of one post on one day, each once, in the order of coming."""
    mine: dict[str, list[DutySpan]] = {}
    for span in spans:
        mine.setdefault(span.person, []).append(span)
    return tuple(
        DayCell(
            person_id=int(person),
            name=names.get(person, "?"),
            changed=any(
                time.overlaps(Span(part.start, part.end))
                for part in parts
                for time in moved.get((part.post, person), ())
            ),
            source=parts[0].source.value,
            spans=(times := tuple(merge(Span(part.start, part.end) for part in parts))),
            hours="" if times == (day.turn,) else "、".join(_hours(times, day.turn, office)),
            served=parts[0].post in day.served,
        )
        for person, parts in mine.items()
    )


def _hours(times: Iterable[Span], turn: Span, office: OfficeFacts) -> Iterator[str]:
    """``08:30–20:30`` on the wall clock of the place; a turn's own edge is not said."""
    zone = office.zoneinfo
    for time in times:
        start, end = (f"{at.astimezone(zone):%H:%M}" for at in (time.start, time.end))
        if time.start == turn.start:
            yield f"至{end}"
        else:
            yield f"{start}起" if time.end == turn.end else f"{start}–{end}"


def week_of(day: date) -> tuple[date, date]:
    """The Monday and the Sunday of the week of a day."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)
