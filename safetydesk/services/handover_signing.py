"""Use cases of the handover's signatures: each by PIN, responsibility moving at the second one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from safetydesk.domain.access import Actor, Permission
from safetydesk.domain.changes import Topic
from safetydesk.domain.errors import RuleViolation
from safetydesk.domain.handover import (
    check_incoming,
    check_leader,
    check_outgoing,
    check_running,
)
from safetydesk.domain.log import EntryDraft, EntryKind
from safetydesk.services.handover_items import take_up
from safetydesk.services.handover_words import closing_words, opening_words
from safetydesk.services.open_notes import hand_on_notes, leave_notes
from safetydesk.services.responsibility import close_shift, hand_over, next_span
from safetydesk.services.shifts import open_shift

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from safetydesk.domain.handover import Handover, OpenItem
    from safetydesk.services.open_work import OpenWork
    from safetydesk.services.people import PeopleService
    from safetydesk.services.transaction import Act, Outcome, Transactions


class HandoverSigning:
    """Signs handovers; ``sources`` say what is open.

    ``represent`` makes every active alarm unacknowledged again for the new officer, within the
    transaction of the incoming signature.
    """

    def __init__(
        self,
        transactions: Transactions,
        people: PeopleService,
        *,
        sources: Sequence[OpenWork],
        represent: Callable[[Act], None],
    ) -> None:
        self._transactions = transactions
        self._people = people
        self._sources = sources
        self._represent = represent

    def sign_outgoing(self, handover_id: int, person_id: int, pin: str) -> Outcome[None]:
        """The outgoing officer's signature.

        Raises:
            RuleViolation: wrong PIN, nobody has come, an item lacks its word, somebody else heard
                the read-back, or something was opened meanwhile: it stands on the sheet then.
        """
        outgoing = self._people.verify_pin(person_id, pin)
        with self._transactions.act(outgoing, Permission.HANDOVER_TAKE_PART) as act:
            handover = act.uow.handovers.get(handover_id)
            check_running(handover)
            opened = take_up(act, handover, self._sources)
            if not opened:
                check_outgoing(handover, person_id)
                act.uow.handovers.change(
                    handover_id, outgoing_signed_at=act.now, outgoing_signed_by=person_id
                )
                act.audit("handover.sign_outgoing", Topic.HANDOVER, handover_id)
        _refuse_unread(opened)
        return act.outcome(None)

    def sign_incoming(self, handover_id: int, person_id: int, pin: str) -> Outcome[Actor]:
        """The incoming officer's signature: responsibility moves at this second.

        The old shift is closed and sealed, the new one opened; both logs get their line; every
        active alarm is unacknowledged again. All of it happens or nothing.

        Raises:
            RuleViolation: wrong PIN, not the one who read, something unticked, no confirmed
                read-back, or something was opened meanwhile: it stands on the sheet then.
        """
        incoming = self._people.verify_pin(person_id, pin)
        with self._transactions.act(incoming, Permission.HANDOVER_TAKE_PART) as act:
            handover = act.uow.handovers.get(handover_id)
            check_running(handover)
            opened = take_up(act, handover, self._sources)
            if not opened:
                check_incoming(handover, person_id)
                self._move(act, handover)
        _refuse_unread(opened)
        return act.outcome(incoming)

    def _move(self, act: Act, handover: Handover) -> None:
        """Responsibility goes from the one who signed for the outgoing side to the actor."""
        incoming = act.actor
        outgoing = self._people.actor(handover.outgoing_signed_by or 0)
        content = handover.content
        signature: dict[str, Any] = {
            "incoming_signed_at": act.now,
            "incoming_signed_by": incoming.person_id,
        }
        next_shift = hand_over(
            act,
            outgoing,
            closing=content.closing_words or closing_words(act.uow, act.now, incoming.name),
            opening=content.opening_words or opening_words(act.uow, handover, outgoing.name),
            opening_at=handover.joined_at,
            signed=replace(handover, **signature),
        )
        act.uow.handovers.change(handover.id, next_shift_id=next_shift.id, **signature)
        hand_on_notes(act, outgoing, incoming)
        self._represent(act)
        act.audit("handover.sign_incoming", Topic.HANDOVER, handover.id)

    def sign_leader(self, handover_id: int, person_id: int, pin: str) -> Outcome[None]:
        """The duty leader countersigns; it may come later.

        Raises:
            RuleViolation: wrong PIN, signed already, or responsibility has not moved yet.
            AccessDenied: not a leader.
        """
        leader = self._people.verify_pin(person_id, pin)
        with self._transactions.act(leader, Permission.REPORT_SIGN) as act:
            check_leader(act.uow.handovers.get(handover_id))
            act.uow.handovers.change(
                handover_id, leader_signed_at=act.now, leader_signed_by=person_id
            )
            act.audit("handover.sign_leader", Topic.HANDOVER, handover_id)
        return act.outcome(None)

    def close_without_handover(self, person_id: int, pin: str, reason: str) -> Outcome[None]:
        """A leader ends a shift that nobody relieved; the next person reads the reason first.

        Raises:
            RuleViolation: wrong PIN, no reason, or no shift is open.
            AccessDenied: not a leader.
        """
        if not reason.strip():
            raise RuleViolation("handover.no_reason")
        leader = self._people.verify_pin(person_id, pin)
        with self._transactions.act(leader, Permission.REPORT_SIGN) as act:
            shift = act.uow.shifts.current()
            if shift is None:
                raise RuleViolation("shift.none_open")
            closing = EntryDraft(EntryKind.HANDOVER, f"未经交接关闭本班：{reason.strip()}")
            close_shift(act, shift, closing, reason=reason.strip())
            begun = open_shift(act, next_span(act.uow, shift, act.now), act.now)
            leave_notes(act, shift.planned, begun.planned)
            self._represent(act)
            act.audit("handover.none", Topic.HANDOVER, shift.id)
        return act.outcome(None)


def _refuse_unread(opened: Sequence[OpenItem]) -> None:
    """Nobody signs for what was opened after the draft and not read: it is on the sheet now."""
    if opened:
        raise RuleViolation("handover.newly_open", title=opened[0].title, count=len(opened))
