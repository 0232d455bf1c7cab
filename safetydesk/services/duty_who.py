"""Who holds which post at an instant: by the plan, or by the record of a day that is over."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from safetydesk.domain.duty import DutySource, DutySpan
from safetydesk.domain.presence import PlannedDuty, stays_of
from safetydesk.domain.spans import Span
from safetydesk.services.duty_days import day_start, duty_date, duty_days_of, turn_of
from safetydesk.services.duty_runs import planned_runs
from safetydesk.services.presence_writing import here
from safetydesk.services.views_duty import OnDutyView

if TYPE_CHECKING:
    from safetydesk.storage.unit_of_work import UnitOfWork

_DAY = timedelta(days=1)


def duty_at(uow: UnitOfWork, instant: datetime, now: datetime) -> list[OnDutyView]:
    """As every screen and file shows it: served in a duty day that is over, else planned.

    ``instant`` is a whole minute.
    """
    today = duty_date(now, uow.office.facts())
    if duty_date(instant, uow.office.facts()) >= today:
        return on_duty_at(uow, instant)
    day = duty_date(instant, uow.office.facts())
    around = duty_days_of(uow, day - _DAY, day + _DAY, now)
    spans = [span for each in around for span in each.at(instant)]
    return _views(uow, spans, Span(around[0].turn.start, around[-1].turn.end))


def on_duty_at(uow: UnitOfWork, instant: datetime) -> list[OnDutyView]:
    """Who is planned for an instant (a whole minute), in the order of the posts."""
    window = Span(instant - _DAY, instant + 2 * _DAY)
    spans = [span for span in planned_runs(uow, window) if span.start <= instant < span.end]
    return _views(uow, spans, window)


def also_here(uow: UnitOfWork, instant: datetime, listed: Sequence[OnDutyView]) -> list[OnDutyView]:
    """Who is on a post at an instant (not later than now) without being listed for it."""
    office = uow.office.facts()
    turn = turn_of(duty_date(instant, office), office)
    known = {(view.person_id, view.post) for view in listed}
    spans = [
        DutySpan(
            row.post,
            str(row.person_id),
            row.checked_in_at,
            turn.end,
            DutySource.FACT,
            truncated=False,
        )
        for row in here(uow, instant)
        if row.checked_out_at is None
        and row.checked_in_at <= instant
        and (row.person_id, row.post) not in known
    ]
    return _views(uow, spans, Span(turn.start - _DAY, turn.end))


def _views(uow: UnitOfWork, spans: Iterable[DutySpan], window: Span) -> list[OnDutyView]:
    """Spans that hold at one instant, post by post, with what is known of the presence."""
    office = uow.office.facts()
    people = {str(person.id): person for person in uow.people.all(active=False)}
    present = uow.duty.presences(window.start, window.end)
    views: list[OnDutyView] = []
    held = list(spans)
    for post in office.posts:
        for span in (s for s in held if s.post == post.id):
            person = people[span.person]
            start = max(span.start, window.start)
            since = min(span.start, day_start(start, office))
            duty = PlannedDuty(span.person, span.post, Span(start, span.end), since)
            stays = stays_of(duty, present)
            views.append(
                OnDutyView(
                    post=post.id,
                    label=post.label,
                    person_id=person.id,
                    name=person.name,
                    title=person.title,
                    section=person.section,
                    mobile=person.mobile,
                    start=start,
                    end=span.end,
                    source=span.source.value,
                    checked_in_at=stays[-1].checked_in_at if stays else None,
                    checked_out_at=stays[-1].checked_out_at if stays else None,
                )
            )
    return views
