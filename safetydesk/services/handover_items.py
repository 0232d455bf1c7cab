"""Knows how the rows of a handover follow what is open, and what a change of one undoes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safetydesk.domain.changes import Topic
from safetydesk.domain.handover import ordered, unlisted

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from safetydesk.domain.handover import Handover, HandoverItem, OpenItem
    from safetydesk.domain.log import LogEntry
    from safetydesk.services.open_work import OpenWork
    from safetydesk.services.transaction import Act
    from safetydesk.storage.unit_of_work import UnitOfWork


def open_items(uow: UnitOfWork, sources: Sequence[OpenWork], now: datetime) -> list[OpenItem]:
    """Everything open, of every area, by severity."""
    return ordered(item for source in sources for item in source.items(uow, now))


def take_up(act: Act, handover: Handover, sources: Sequence[OpenWork]) -> list[OpenItem]:
    """Adds what was opened since the log was frozen; returns it.

    What was signed or read back before holds no longer.
    """
    found = unlisted(handover.items, open_items(act.uow, sources, act.now))
    for place, item in enumerate(found, start=len(handover.items)):
        act.uow.handovers.add_item(handover.id, place, item)
    if found:
        reopen(act, handover)
        after = {"subjects": [item.subject for item in found]}
        act.audit("handover.take_up", Topic.HANDOVER, handover.id, after=after)
    return found


def reopen(act: Act, handover: Handover, item: HandoverItem | None = None) -> None:
    """The sheet has changed: signed again, read back again, and ``item`` read again."""
    if handover.outgoing_signed_at is not None:
        act.uow.handovers.change(handover.id, outgoing_signed_at=None, outgoing_signed_by=None)
        act.audit("handover.unsign", Topic.HANDOVER, handover.id)
    if handover.readback_confirmed_at is not None:
        act.uow.handovers.change(
            handover.id, readback_confirmed_at=None, readback_confirmed_by=None
        )
        act.audit("handover.readback_again", Topic.HANDOVER, handover.id)
    if item is not None and item.ticked_at is not None:
        act.uow.handovers.change_item(item.id, ticked_at=None, ticked_by=None)


def later_entries(uow: UnitOfWork, handover: Handover) -> list[LogEntry]:
    """The old shift's entries behind the freeze (封存后), without its closing line."""
    last = uow.shifts.get(handover.shift_id).last_seq
    until = uow.log.count() if last is None else last - 1
    return uow.log.between(handover.frozen_seq, until)
