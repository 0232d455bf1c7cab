"""Who holds which post at an instant: by the plan, or by the record of a day that is over."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from safetydesk.domain.duty_resolution import resolve
from safetydesk.domain.spans import Span
from safetydesk.services.duty_days import duty_date, duty_days_of
from safetydesk.services.duty_planning import plan_of
from safetydesk.services.views_duty import OnDutyView

if TYPE_CHECKING:
    from safetydesk.domain.duty import DutySpan
    from safetydesk.domain.presence import Presence
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
    plan = plan_of(uow, window, window.start)
    spans = [s for s in resolve(plan).spans if s.start <= instant < s.end]
    return _views(uow, spans, window)


def _views(uow: UnitOfWork, spans: Iterable[DutySpan], window: Span) -> list[OnDutyView]:
    """Spans that hold at one instant, post by post, with what is known of the presence."""
    people = {str(person.id): person for person in uow.people.all(active=False)}
    present = uow.duty.presences(window.start, window.end)
    views: list[OnDutyView] = []
    held = list(spans)
    for post in uow.office.posts():
        for span in (s for s in held if s.post == post.id):
            person = people[span.person]
            came = _latest(present, person.id, post.id)
            views.append(
                OnDutyView(
                    post=post.id,
                    label=post.label,
                    person_id=person.id,
                    name=person.name,
                    title=person.title,
                    section=person.section,
                    mobile=person.mobile,
                    start=span.start,
                    end=span.end,
                    source=span.source.value,
                    checked_in_at=came.checked_in_at if came else None,
                    checked_out_at=came.checked_out_at if came else None,
                )
            )
    return views


def _latest(rows: list[Presence], person_id: int, post: str) -> Presence | None:
    """The newest presence of a person on a post."""
    mine = [row for row in rows if (row.person_id, row.post) == (person_id, post)]
    return mine[-1] if mine else None
