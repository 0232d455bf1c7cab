"""Use cases of the handover up to the signatures: draft, explain, read, object, read back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from safetydesk.domain.access import Actor, Permission
from safetydesk.domain.changes import Topic
from safetydesk.domain.errors import RuleViolation
from safetydesk.domain.handover import (
    Handover,
    HandoverContent,
    HandoverStep,
    OpenItem,
    check_confirmer,
    check_reader,
    check_running,
    unlisted,
)
from safetydesk.domain.log import EntryDraft, EntryKind
from safetydesk.services.handover_items import open_items, reopen, take_up
from safetydesk.services.handover_words import draft_words
from safetydesk.services.log_writing import append_entry

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from safetydesk.services.open_work import OpenWork
    from safetydesk.services.people import PeopleService
    from safetydesk.services.transaction import Act, Outcome, Transactions
    from safetydesk.storage.unit_of_work import UnitOfWork


class HandoverService:
    """The handover of the open shift; ``sources`` say what is open."""

    def __init__(
        self,
        transactions: Transactions,
        people: PeopleService,
        *,
        sources: Sequence[OpenWork],
    ) -> None:
        self._transactions = transactions
        self._people = people
        self._sources = sources

    def running(self) -> Handover | None:
        """The handover of the open shift that is in progress, if any."""
        with self._transactions.read() as uow:
            shift = uow.shifts.current()
            return uow.handovers.running(shift.id) if shift else None

    def get(self, handover_id: int) -> Handover:
        """A handover, in progress or done.

        Raises:
            NotFound: there is none of that id.
        """
        with self._transactions.read() as uow:
            return uow.handovers.get(handover_id)

    def of_shift(self, shift_id: int) -> Handover | None:
        """The handover that ended a shift, or the one that is about to."""
        with self._transactions.read() as uow:
            return uow.handovers.finished(shift_id) or uow.handovers.running(shift_id)

    def proposed_words(self) -> str:
        """The entry that starting now would write, to be completed by the officer."""
        with self._transactions.read() as uow:
            now = self._transactions.clock.now()
            return draft_words(open_items(uow, self._sources, now))

    def unlisted(self, uow: UnitOfWork, handover: Handover, now: datetime) -> list[OpenItem]:
        """What was opened since the draft and stands in no row of it; nothing once it is over."""
        if handover.step in {HandoverStep.DONE, HandoverStep.CANCELLED}:
            return []
        return unlisted(handover.items, open_items(uow, self._sources, now))

    def start(self, actor: Actor, words: str = "") -> Outcome[Handover]:
        """Freezes the log and drafts the sheet from everything open; one per shift at a time.

        ``words`` is the log entry (交接准备：…); without it the proposed one is written.

        Raises:
            RuleViolation: no shift is open.
        """
        with self._transactions.act(actor, Permission.HANDOVER_TAKE_PART) as act:
            shift = act.uow.shifts.current()
            if shift is None:
                raise RuleViolation("shift.none_open")
            running = act.uow.handovers.running(shift.id)
            if running is not None:
                return act.outcome(running)
            items = open_items(act.uow, self._sources, act.now)
            text = words.strip() or draft_words(items)
            entry = append_entry(act, EntryDraft(EntryKind.HANDOVER, text))
            handover_id = act.uow.handovers.start(
                {
                    "shift_id": shift.id,
                    "frozen_seq": entry.seq,
                    "started_at": act.now,
                    "started_by": actor.person_id,
                },
                _first_content(act),
            )
            for position, item in enumerate(items):
                act.uow.handovers.add_item(handover_id, position, item)
            act.audit("handover.start", Topic.HANDOVER, handover_id)
            handover = act.uow.handovers.get(handover_id)
        return act.outcome(handover)

    def write_content(
        self, actor: Actor, handover_id: int, content: HandoverContent
    ) -> Outcome[None]:
        """The sheet's other parts, as they are now; the log's two lines concern no signature.

        What the outgoing officer has signed and changes afterwards must be signed again.
        """
        with self._transactions.act(actor, Permission.HANDOVER_TAKE_PART) as act:
            handover = act.uow.handovers.get(handover_id)
            check_running(handover)
            if _signed_part(content) != _signed_part(handover.content):
                reopen(act, handover)
            act.uow.handovers.change(handover_id, content=content)
            act.audit("handover.content", Topic.HANDOVER, handover_id)
        return act.outcome(None)

    def explain(
        self,
        actor: Actor,
        item_id: int,
        remark: str,
        *,
        next_owner: str = "",
        next_step: str | None = None,
        needless: bool = False,
        version: int | None = None,
    ) -> Outcome[None]:
        """The outgoing officer's word on an item, or that none is needed; who goes on and how.

        What the incoming officer has not read cannot stand as read: with other words the item must
        be ticked, the read-back confirmed and the sheet signed again.

        Raises:
            StaleVersion: the item was changed meanwhile.
            RuleViolation: the handover is over.
        """
        values: dict[str, Any] = {
            "remark": remark,
            "next_owner": next_owner,
            "remark_needless": needless,
        }
        if next_step is not None:
            values["next_step"] = next_step
        with self._transactions.act(actor, Permission.HANDOVER_TAKE_PART) as act:
            before = act.uow.handovers.item(item_id)
            handover_id = act.uow.handovers.change_item(item_id, version, **values)
            handover = _running(act, handover_id)
            if any(getattr(before, name) != value for name, value in values.items()):
                reopen(act, handover, before)
            act.audit("handover.explain", Topic.HANDOVER, handover_id)
        return act.outcome(None)

    def add_item(self, actor: Actor, handover_id: int, item: OpenItem) -> Outcome[int]:
        """Something the draft did not know; returns the item's id.

        Raises:
            RuleViolation: the handover is over, or the item has no title.
        """
        if not item.title.strip():
            raise RuleViolation("handover.empty_item")
        with self._transactions.act(actor, Permission.HANDOVER_TAKE_PART) as act:
            handover = _running(act, handover_id)
            reopen(act, handover)
            item_id = act.uow.handovers.add_item(handover_id, len(handover.items), item)
            act.audit("handover.add_item", Topic.HANDOVER, handover_id)
        return act.outcome(item_id)

    def join(self, person_id: int, pin: str) -> Outcome[Actor]:
        """The incoming officer signs in to read; returns that officer, acting.

        What was opened since the draft is taken up, so that it is read as well. Ticks and read-back
        of somebody who signed in before do not count for this officer.

        Raises:
            RuleViolation: wrong PIN, or no handover in progress.
        """
        incoming = self._people.verify_pin(person_id, pin)
        with self._transactions.act(incoming, Permission.HANDOVER_TAKE_PART) as act:
            shift = act.uow.shifts.current()
            running = act.uow.handovers.running(shift.id) if shift else None
            if running is None:
                raise RuleViolation("handover.none_running")
            if running.joined_by != person_id:
                reopen(act, running)
                act.uow.handovers.untick(running.id)
                act.uow.handovers.change(
                    running.id, joined_at=act.now, joined_by=person_id, readback=""
                )
            take_up(act, act.uow.handovers.get(running.id), self._sources)
            act.audit("handover.join", Topic.HANDOVER, running.id)
        return act.outcome(incoming)

    def tick(self, actor: Actor, item_id: int, *, ticked: bool = True) -> Outcome[None]:
        """The incoming officer has read an item (or takes the tick back).

        Raises:
            RuleViolation: it is not the officer who signed in to take over, or it is over.
        """
        with self._transactions.act(actor, Permission.HANDOVER_TAKE_PART) as act:
            handover_id = act.uow.handovers.change_item(
                item_id,
                ticked_at=act.now if ticked else None,
                ticked_by=actor.person_id if ticked else None,
            )
            check_reader(act.uow.handovers.get(handover_id), actor.person_id)
            act.audit("handover.tick", Topic.HANDOVER, handover_id)
        return act.outcome(None)

    def object(self, actor: Actor, handover_id: int, text: str) -> Outcome[None]:
        """不接：the incoming officer says why not yet.

        Raises:
            RuleViolation: no words, or it is over.
        """
        if not text.strip():
            raise RuleViolation("handover.empty_objection")
        with self._transactions.act(actor, Permission.HANDOVER_TAKE_PART) as act:
            _running(act, handover_id)
            act.uow.handovers.object(handover_id, act.now, actor.person_id, text.strip())
            act.audit("handover.object", Topic.HANDOVER, handover_id)
        return act.outcome(None)

    def read_back(self, actor: Actor, handover_id: int, text: str) -> Outcome[None]:
        """The incoming officer repeats the red items in own words; not yet confirmed.

        Raises:
            RuleViolation: it is not the officer who signed in to take over, or it is over.
        """
        with self._transactions.act(actor, Permission.HANDOVER_TAKE_PART) as act:
            check_reader(act.uow.handovers.get(handover_id), actor.person_id)
            act.uow.handovers.change(
                handover_id, readback=text, readback_confirmed_at=None, readback_confirmed_by=None
            )
            act.audit("handover.readback", Topic.HANDOVER, handover_id)
        return act.outcome(None)

    def confirm_read_back(self, actor: Actor, handover_id: int) -> Outcome[None]:
        """复述无误: the outgoing officer heard it and it was right; the same officer signs.

        Raises:
            RuleViolation: nothing was read back, it is the reader, another officer has signed for
                the outgoing side, or it is over.
        """
        with self._transactions.act(actor, Permission.HANDOVER_TAKE_PART) as act:
            check_confirmer(act.uow.handovers.get(handover_id), actor.person_id)
            act.uow.handovers.change(
                handover_id,
                readback_confirmed_at=act.now,
                readback_confirmed_by=actor.person_id,
            )
            act.audit("handover.readback_right", Topic.HANDOVER, handover_id)
        return act.outcome(None)

    def cancel(self, actor: Actor, handover_id: int) -> Outcome[None]:
        """Drops a draft; the log keeps that it was begun.

        Raises:
            RuleViolation: it is over.
        """
        with self._transactions.act(actor, Permission.HANDOVER_TAKE_PART) as act:
            _running(act, handover_id)
            act.uow.handovers.change(handover_id, cancelled_at=act.now)
            act.audit("handover.cancel", Topic.HANDOVER, handover_id)
        return act.outcome(None)


def _first_content(act: Act) -> HandoverContent:
    """The sheet's other parts as far as the office's own lists fill them."""
    office = act.uow.office.facts()
    return HandoverContent(
        equipment=tuple((str(thing["name"]), "正常") for thing in office.equipment),
        hand_items=tuple((str(thing["name"]), int(thing["count"])) for thing in office.hand_items),
    )


def _running(act: Act, handover_id: int) -> Handover:
    """A handover that is not over.

    Raises:
        RuleViolation: it is.
    """
    handover = act.uow.handovers.get(handover_id)
    check_running(handover)
    return handover


def _signed_part(content: HandoverContent) -> HandoverContent:
    """The content without the two lines of the log, which each side writes for itself."""
    return replace(content, closing_words="", opening_words="")
