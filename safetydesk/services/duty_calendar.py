"""Knows which duties went out as calendar events, and so which have changed or been cancelled."""

from __future__ import annotations

import uuid
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from safetydesk.services.duty_days import duty_days_of
from safetydesk.storage.stores.duty_counts import CalendarMark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safetydesk.storage.unit_of_work import UnitOfWork

_ROOM = uuid.UUID("6f5c9b1e-0d0c-5f0e-9a52-6f3a6a3d7d11")
"""The namespace of this program's event names (RFC 9562, 5.5)."""


@dataclass(frozen=True)
class DutyEvent:
    """One duty as a calendar event; ``changed_at`` is when it last became what it is."""

    uid: str
    sequence: int
    cancelled: bool
    start: datetime
    end: datetime
    post: str
    person: str
    changed_at: datetime


@dataclass(frozen=True)
class DutyCalendar:
    """The events of some days, cancelled ones too, and whose they are."""

    name: str
    place: str
    zone: str
    events: tuple[DutyEvent, ...]


def build(uow: UnitOfWork, first: date, last: date, now: datetime) -> DutyCalendar:
    """The duties of ``[first, last]`` as events; what went out is noted for the next time.

    A duty keeps its name as long as the same person serves the same post on the same day; other
    hours raise its sequence, and one that is no more goes out as cancelled (RFC 5546, 3.2.5).
    """
    office = uow.office.facts()
    known = {mark.uid: mark for mark in uow.duty_counts.calendar_marks(first, last)}
    marks = list(_marks(uow, first, last, now, known))
    current = {mark.uid for mark in marks}
    marks += [
        _next(mark, replace(mark, cancelled=True), now)
        for mark in known.values()
        if mark.uid not in current
    ]
    for mark in marks:
        if known.get(mark.uid) != mark:
            uow.duty_counts.put_calendar_mark(mark)
    labels = {post.id: post.label for post in office.posts}
    names = {person.id: person.name for person in uow.people.all(active=False)}
    marks.sort(key=lambda mark: (mark.start_at, mark.post, mark.uid))
    events = tuple(
        DutyEvent(
            uid=mark.uid,
            sequence=mark.sequence,
            cancelled=mark.cancelled,
            start=mark.start_at,
            end=mark.end_at,
            post=labels.get(mark.post, mark.post),
            person=names.get(mark.person_id, "?"),
            changed_at=mark.written_at,
        )
        for mark in marks
    )
    return DutyCalendar(f"{office.short_name}值班表", office.desk_name, office.zone, events)


def _marks(
    uow: UnitOfWork, first: date, last: date, now: datetime, known: dict[str, CalendarMark]
) -> Iterator[CalendarMark]:
    """What is planned or was served, each in its sequence."""
    office = uow.office.facts().name
    numbers = {str(person.id): person.number for person in uow.people.all(active=False)}
    for day in duty_days_of(uow, first, last, now):
        parts: Counter[tuple[str, str]] = Counter()
        for span in sorted(day.spans, key=lambda span: span.start):
            key = (span.post, span.person)
            words = (office, day.day.isoformat(), span.post, numbers[span.person], parts[key])
            parts[key] += 1
            uid = f"{uuid.uuid5(_ROOM, '|'.join(str(word) for word in words))}@safetydesk"
            mark = CalendarMark(
                uid=uid,
                duty_date=day.day,
                post=span.post,
                person_id=int(span.person),
                start_at=span.start,
                end_at=span.end,
                sequence=0,
                cancelled=False,
                written_at=now,
            )
            yield _next(known[uid], mark, now) if uid in known else mark


def _next(before: CalendarMark, after: CalendarMark, now: datetime) -> CalendarMark:
    """``after`` in the sequence that follows; ``before`` itself where nothing has changed."""
    same = replace(after, sequence=before.sequence, written_at=before.written_at)
    if same == before:
        return before
    return replace(after, sequence=before.sequence + 1, written_at=now)
