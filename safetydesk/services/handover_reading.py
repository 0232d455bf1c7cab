"""Reads what the handover window shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safetydesk.domain.access import Role
from safetydesk.services.handover_items import later_entries
from safetydesk.services.handover_words import closing_words, opening_words
from safetydesk.services.responsibility import next_span
from safetydesk.services.shifts import attendance, attendance_of
from safetydesk.services.views_handover import (
    HandoverStart,
    HandoverView,
    ShiftSide,
    SidePerson,
)

if TYPE_CHECKING:
    from datetime import datetime

    from safetydesk.domain.handover import Handover
    from safetydesk.domain.people import Person
    from safetydesk.domain.shift import Shift
    from safetydesk.domain.spans import Span
    from safetydesk.services.handover import HandoverService
    from safetydesk.services.transaction import Transactions
    from safetydesk.services.views_duty import PresenceView
    from safetydesk.storage.unit_of_work import UnitOfWork

_ORDER = ("primary", "deputy", "leader", "standby", "driver")


class HandoverReading:
    """The views of handovers; changes nothing."""

    def __init__(self, transactions: Transactions, handovers: HandoverService) -> None:
        self._transactions = transactions
        self._handovers = handovers

    def running(self) -> HandoverView | None:
        """The handover of the open shift that is in progress, if any."""
        with self._transactions.read() as uow:
            shift = uow.shifts.current()
            handover = uow.handovers.running(shift.id) if shift else None
            return self._view(uow, handover) if handover else None

    def get(self, handover_id: int) -> HandoverView:
        """A handover, in progress or done.

        Raises:
            NotFound: there is none of that id.
        """
        with self._transactions.read() as uow:
            return self._view(uow, uow.handovers.get(handover_id))

    def start(self) -> HandoverStart:
        """What to show while none is in progress."""
        words = self._handovers.proposed_words()
        with self._transactions.read() as uow:
            people = uow.people.all()
            shift = uow.shifts.current()
            before = uow.shifts.before(shift.id) if shift else None
            last = uow.handovers.finished(before.id) if before else None
            return HandoverStart(
                shift=_side(shift.planned, attendance_of(uow, shift)) if shift else None,
                proposed_words=words,
                unrelieved=before.closed_without_handover if before else "",
                awaiting_leader=last.id if last and last.leader_signed_at is None else None,
                leaders=_leaders(people, None),
            )

    def _view(self, uow: UnitOfWork, handover: Handover) -> HandoverView:
        now = self._transactions.clock.now()
        old = uow.shifts.get(handover.shift_id)
        outgoing = _side(old.planned, attendance_of(uow, old))
        people = uow.people.all()
        names = {person.id: person.name for person in people}
        joined = names.get(handover.joined_by or 0, "")
        giver = names.get(handover.outgoing_signed_by or handover.started_by or 0, "")
        return HandoverView(
            handover=handover,
            outgoing=outgoing,
            incoming=_next(uow, handover, old, now),
            office=tuple(SidePerson(person.id, person.name) for person in people),
            leaders=_leaders(people, outgoing.leader),
            later=tuple(later_entries(uow, handover)),
            unlisted=tuple(item.title for item in self._handovers.unlisted(uow, handover, now)),
            closing_words=closing_words(uow, now, joined) if joined else "",
            opening_words=opening_words(uow, handover, giver),
        )


def _next(uow: UnitOfWork, handover: Handover, old: Shift, now: datetime) -> ShiftSide:
    """The shift that takes over, or has taken over."""
    if handover.next_shift_id is not None:
        following = uow.shifts.get(handover.next_shift_id)
        return _side(following.planned, attendance_of(uow, following))
    span = next_span(uow, old, now)
    return _side(span, attendance(uow, span))


def _side(span: Span, listed: list[PresenceView]) -> ShiftSide:
    """The people of a planned shift, each once, the primary first."""
    people: dict[int, SidePerson] = {}
    for one in listed:
        people[one.person_id] = SidePerson(
            one.person_id, one.name, one.post, one.label, one.actual_from
        )
    order = {post: place for place, post in enumerate(_ORDER)}
    ranked = sorted(people.values(), key=lambda person: order.get(person.post, len(order)))
    return ShiftSide(span.start, span.end, tuple(ranked))


def _leaders(people: list[Person], first: SidePerson | None) -> tuple[SidePerson, ...]:
    """Everybody who may sign as a leader; the one on duty first."""
    on_duty = first.person_id if first else None
    chosen = [person for person in people if Role.LEADER in person.roles]
    ranked = sorted(chosen, key=lambda person: person.id != on_duty)
    return tuple(SidePerson(person.id, person.name, label=person.title) for person in ranked)
