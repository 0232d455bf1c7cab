"""How responsibility moves: the old shift is closed and sealed, the new one opened."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from safetydesk.domain.changes import Topic
from safetydesk.domain.errors import RuleViolation
from safetydesk.domain.log import EntryDraft, EntryKind
from safetydesk.domain.shift import Shift, planned_shift
from safetydesk.services.log_writing import append_entry
from safetydesk.services.presence_writing import relieve
from safetydesk.services.shift_keeping import digest_of_shift, kept_of
from safetydesk.services.shifts import open_shift

if TYPE_CHECKING:
    from datetime import datetime

    from safetydesk.domain.access import Actor
    from safetydesk.domain.handover import Handover
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
    signed: Handover,
) -> Shift:
    """Closes the open shift with its last line and opens the next with its first.

    Whoever is not planned in the new shift is relieved.

    The closing line is the outgoing officer's, the opening line the actor's. ``opening_at`` is
    when the incoming officer began to read; the line happened then, though it is written now.
    ``signed`` is the handover as both have signed it: the closing line carries its digest.

    Raises:
        RuleViolation: no shift is open.
    """
    old = act.uow.shifts.current()
    if old is None:
        raise RuleViolation("shift.none_open")
    close_shift(act, old, EntryDraft(EntryKind.HANDOVER, closing), signed=signed, author=outgoing)
    new = open_shift(act, next_span(act.uow, old, act.now), act.now)
    relieve(act, old, new)
    first = append_entry(
        act,
        EntryDraft(EntryKind.HANDOVER, opening, event_at=opening_at, handling="双方签字"),
        shift_id=new.id,
    )
    act.uow.shifts.change(new.id, first_seq=first.seq)
    act.touch(Topic.REMINDERS)
    return new


def close_shift(
    act: Act,
    shift: Shift,
    closing: EntryDraft,
    *,
    signed: Handover | None = None,
    author: Actor | None = None,
    reason: str = "",
) -> None:
    """Closes and seals a shift with its last line, which carries the digest of what it keeps.

    The head of the chain is noted outside the chain.
    """
    kept = kept_of(act.uow, shift)
    digest = digest_of_shift(shift.number, kept, signed)
    last = append_entry(act, replace(closing, digest=digest), author=author)
    act.uow.shifts.change(
        shift.id,
        closed_at=act.now,
        last_seq=last.seq,
        sealed_hash=last.seal,
        closed_without_handover=reason,
        kept=kept,
    )
    act.audit("shift.close", Topic.SHIFT, shift.id, after={"last_seq": last.seq})


def next_span(uow: UnitOfWork, old: Shift, now: datetime) -> Span:
    """The planned time of the shift that follows: the one running, or about to begin.

    Responsibility that moves in the middle of a shift goes on with the same planned time.
    """
    office = uow.office.facts()
    running = planned_shift(now + EARLY_RELIEF, office.turnover_time, office.zoneinfo)
    return running if running.start > old.planned_from else old.planned
