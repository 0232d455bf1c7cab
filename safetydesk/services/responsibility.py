"""How responsibility moves: the old shift is closed and sealed, the new one opened."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from safetydesk.domain.changes import Topic
from safetydesk.domain.errors import RuleViolation
from safetydesk.domain.log import EntryDraft, EntryKind
from safetydesk.domain.shift import Shift, planned_shift
from safetydesk.services.log_writing import append_entry
from safetydesk.services.shifts import open_shift

if TYPE_CHECKING:
    from datetime import datetime

    from safetydesk.domain.access import Actor
    from safetydesk.domain.spans import Span
    from safetydesk.services.transaction import Act
    from safetydesk.storage.unit_of_work import UnitOfWork

# A relief that comes early takes over the shift that is about to begin, not the running one.
EARLY_RELIEF = timedelta(hours=2)


def hand_over(
    act: Act,
    outgoing: Actor,
    *,
    closing: str,
    opening: str,
    opening_at: datetime | None,
) -> Shift:
    """Closes the open shift with its last line and opens the next with its first.

    The closing line is the outgoing officer's, the opening line the actor's. ``opening_at`` is
    when the incoming officer began to read; the line happened then, though it is written now.

    Raises:
        RuleViolation: no shift is open.
    """
    old = act.uow.shifts.current()
    if old is None:
        raise RuleViolation("shift.none_open")
    last = append_entry(act, EntryDraft(EntryKind.HANDOVER, closing), author=outgoing)
    close_shift(act, old, last.seq, last.seal)
    new = open_shift(act, next_span(act.uow, old, act.now), act.now)
    first = append_entry(
        act,
        EntryDraft(EntryKind.HANDOVER, opening, event_at=opening_at, handling="双方签字"),
        shift_id=new.id,
    )
    act.uow.shifts.change(new.id, first_seq=first.seq)
    act.touch(Topic.REMINDERS)
    return new


def close_shift(act: Act, shift: Shift, last_seq: int, seal: str, reason: str = "") -> None:
    """Closes and seals a shift; the head of the chain is noted outside the chain."""
    act.uow.shifts.change(
        shift.id,
        closed_at=act.now,
        last_seq=last_seq,
        sealed_hash=seal,
        closed_without_handover=reason,
    )
    act.audit("shift.close", Topic.SHIFT, shift.id, after={"last_seq": last_seq})


def next_span(uow: UnitOfWork, old: Shift, now: datetime) -> Span:
    """The planned time of the shift that follows: the one running, or about to begin.

    Responsibility that moves in the middle of a shift goes on with the same planned time.
    """
    office = uow.office.facts()
    running = planned_shift(now + EARLY_RELIEF, office.turnover_time, office.zoneinfo)
    return running if running.start > old.planned_from else old.planned
