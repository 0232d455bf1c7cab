"""The month table: the resolved plan laid out a row a day and a column a post."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from safetydesk.domain.clock import local_instant
from safetydesk.domain.duty_resolution import resolve
from safetydesk.domain.spans import Span
from safetydesk.services.duty_planning import plan_of
from safetydesk.services.views_duty import DayCell, DayRow, MonthView

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from safetydesk.domain.duty import DutySpan, Resolution
    from safetydesk.domain.people import OfficeFacts
    from safetydesk.storage.unit_of_work import UnitOfWork

_SATURDAY = 5


@dataclass(frozen=True)
class _Calendar:
    """What the table needs to know of the month's days."""

    classes: dict[date, tuple[str, str]]
    periods: list[tuple[str, datetime, datetime]]

    def day_class(self, day: date) -> tuple[str, str]:
        """The class and name of a day: the notice first, then the weekday."""
        ordinary = "weekend" if day.weekday() >= _SATURDAY else "workday"
        return self.classes.get(day, (ordinary, ""))

    def in_key_period(self, span: Span) -> bool:
        """Whether a duty day lies in a key period."""
        return any(start < span.end and end > span.start for _, start, end in self.periods)


def month_view(uow: UnitOfWork, year: int, month: int) -> MonthView:
    """A month of the roster: whoever begins or goes on in each duty day, by post."""
    office = uow.office.facts()
    days = [date(year, month, n + 1) for n in range(monthrange(year, month)[1])]
    window = Span(
        turn_of(days[0], office).start,
        turn_of(days[-1], office).end,
    )
    resolution = resolve(plan_of(uow, window, window.start))
    names = {str(person.id): person.name for person in uow.people.all(active=False)}
    calendar = _Calendar(
        uow.office.days(days[0], days[-1]),
        uow.office.key_periods(window.start, window.end),
    )
    rows = tuple(_row(day, office, resolution, names, calendar) for day in days)
    return MonthView(
        year,
        month,
        tuple((post.id, post.label) for post in office.posts),
        rows,
        tuple(name for name, _, _ in calendar.periods),
    )


def turn_of(day: date, office: OfficeFacts) -> Span:
    """The duty day of a date: from its turnover to the next."""
    zone: ZoneInfo = office.zoneinfo
    start = local_instant(datetime.combine(day, office.turnover_time), zone)
    end = local_instant(datetime.combine(day + timedelta(days=1), office.turnover_time), zone)
    return Span(start, end)


def _row(
    day: date,
    office: OfficeFacts,
    resolution: Resolution,
    names: dict[str, str],
    calendar: _Calendar,
) -> DayRow:
    """One day of the table."""
    turn = turn_of(day, office)
    day_class, holiday = calendar.day_class(day)
    spans = [s for s in resolution.spans if s.start < turn.end and s.end > turn.start]
    gaps = frozenset(g.post for g in resolution.gaps if g.start < turn.end and g.end > turn.start)
    return DayRow(
        day=day,
        day_class=day_class,
        holiday=holiday,
        key_period=calendar.in_key_period(turn),
        cells=tuple(_cell(spans, post.id, names) for post in office.posts),
        gaps=gaps,
    )


def _cell(spans: list[DutySpan], post: str, names: dict[str, str]) -> tuple[DayCell, ...]:
    """The people of one post on one day, each once."""
    seen: dict[str, DayCell] = {}
    for span in spans:
        if span.post == post and span.person not in seen:
            seen[span.person] = DayCell(
                int(span.person),
                names.get(span.person, "?"),
                span.source.value == "change",
                span.source.value,
            )
    return tuple(seen.values())
