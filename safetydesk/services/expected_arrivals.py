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

MISSED_FOR = timedelta(hours=2)
"""How long somebody can still be missed: then it is no longer about coming late."""
_DAY = timedelta(days=1)


def arrivals(uow: UnitOfWork, now: datetime) -> list[ExpectedArrival]:
    """Everybody whose duty began within two hours, and everybody who left without a word.

    Changes count: whoever was replaced is not missed, whoever stands in is. ``now`` is a whole
    minute.
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
    for duty in running:
        person = known[duty.person]
        found += [
            replace(
                arrival,
                post=labels.get(duty.post, duty.post),
                person=person.name,
                number=person.mobile,
            )
            for arrival in _missing(duty, present, now)
        ]
    return found


def _missing(
    duty: PlannedDuty, present: list[Presence], now: datetime
) -> Iterator[ExpectedArrival]:
    """The coming, while it is recent, and a leaving without a word from which nobody returned."""
    stays, start = stays_of(duty, present), duty.span.start
    if now - MISSED_FOR <= start:
        yield _arrival(duty, start, arrived=bool(stays))
    for absence in absences(duty, stays):
        if not absence.note and now - MISSED_FOR <= absence.start:
            yield _arrival(duty, absence.start, arrived=absence.back, left=True)


def _arrival(
    duty: PlannedDuty, at: datetime, *, arrived: bool, left: bool = False
) -> ExpectedArrival:
    """Somebody whose names are put in later."""
    return ExpectedArrival(f"{at:%Y%m%d%H%M}", duty.post, duty.person, "", at, arrived, left)
