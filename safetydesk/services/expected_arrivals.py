"""Reads who should be at the desk and is not: did not come, or left and did not return."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from safetydesk.domain.presence import STANDS_BY, PlannedDuty, absences, stays_of
from safetydesk.domain.reminder import ExpectedArrival
from safetydesk.domain.shift import duty_day_parts
from safetydesk.domain.spans import Span
from safetydesk.services.duty_days import day_start
from safetydesk.services.duty_runs import planned_runs

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from safetydesk.domain.presence import Presence
    from safetydesk.storage.unit_of_work import UnitOfWork

_DAY = timedelta(days=1)


def arrivals(uow: UnitOfWork, now: datetime) -> list[ExpectedArrival]:
    """Everybody whose duty runs, came or not, and everybody who left without a word.

    Somebody is missed until coming, being relieved by somebody who is not planned for the post, or
    the end of the duty. Changes count: whoever was replaced is not missed, whoever stands in is.
    ``now`` is a whole minute.
    """
    window = Span(now - _DAY, now + _DAY)
    office = uow.office.facts()
    running = [
        PlannedDuty(
            span.person, span.post, part, since=min(span.start, day_start(part.start, office))
        )
        for span in planned_runs(uow, window)
        if span.start <= now < span.end and span.post not in STANDS_BY
        for part in duty_day_parts(
            Span(span.start, span.end), office.turnover_time, office.zoneinfo
        )
        if now in part
    ]
    if not running:
        return []
    present = uow.duty.presences(window.start, now + timedelta(minutes=1))
    known = {str(person.id): person for person in uow.people.all(active=False)}
    labels = {post.id: post.label for post in office.posts}
    found: list[ExpectedArrival] = []
    relieved = _relieved(running, present)
    for duty in running:
        person = known[duty.person]
        found += [
            replace(
                arrival,
                post=labels.get(duty.post, duty.post),
                person=person.name,
                number=person.mobile,
            )
            for arrival in _missing(duty, present, relieved=duty.post in relieved)
        ]
    return found


def _relieved(running: list[PlannedDuty], present: list[Presence]) -> set[str]:
    """The posts on which somebody is in fact who is not planned for them."""
    planned = {(duty.person, duty.post) for duty in running}
    return {
        presence.post
        for presence in present
        if presence.checked_out_at is None
        and (str(presence.person_id), presence.post) not in planned
    }


def _missing(
    duty: PlannedDuty, present: list[Presence], *, relieved: bool
) -> Iterator[ExpectedArrival]:
    """The coming, and each leaving without a word; over where the post is held by another."""
    stays = stays_of(duty, present)
    yield _arrival(duty, duty.span.start, arrived=bool(stays) or relieved)
    for absence in absences(duty, stays):
        if not absence.note:
            yield _arrival(duty, absence.start, arrived=absence.back or relieved, left=True)


def _arrival(
    duty: PlannedDuty, at: datetime, *, arrived: bool, left: bool = False
) -> ExpectedArrival:
    """Somebody whose names are put in later."""
    return ExpectedArrival(f"{at:%Y%m%d%H%M}", duty.post, duty.person, "", at, arrived, left)
