"""The handover: what must be handed over, in which order, and when both sides may sign.

Severity first, then the situation, what is next and by when, what may happen and what then, and
the read-back in the incoming officer's own words (peers F40–F45). Levels Ⅰ and Ⅱ must be ticked
by the incoming officer.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import IntEnum, StrEnum

from safetydesk.domain.errors import RuleViolation

MUST_TICK = frozenset({1, 2})
DRAFT_FROM = timedelta(minutes=30)


class HandoverStep(StrEnum):
    """How far a handover has come; derived, never stored."""

    DRAFTED = "drafted"
    JOINED = "joined"
    OUTGOING_SIGNED = "outgoing_signed"
    DONE = "done"
    CANCELLED = "cancelled"


class HandoverPhase(IntEnum):
    """What is to be done next, in the five steps of the work flow; 6 when nothing is left."""

    DRAFT = 1
    EXPLAIN = 2
    READ = 3
    SIGN = 4
    COUNTERSIGN = 5
    FINISHED = 6


@dataclass(frozen=True)
class OpenItem:
    """Something open that the next shift must know; ``subject`` is ``incident:3`` or ``matter:7``.

    ``level`` is 1 to 3, or 0 where no level applies.
    """

    subject: str
    level: int
    title: str
    situation: str = ""
    next_step: str = ""
    next_due_at: datetime | None = None


@dataclass(frozen=True)
class HandoverItem:
    """One row of the sheet, with the outgoing officer's word and the incoming officer's tick."""

    id: int
    handover_id: int
    position: int
    subject: str
    level: int
    title: str
    situation: str
    next_step: str
    next_due_at: datetime | None
    next_owner: str
    remark: str
    remark_needless: bool
    ticked_at: datetime | None
    ticked_by: int | None
    version: int

    @property
    def is_explained(self) -> bool:
        """Whether the outgoing officer gave a word, or said that none is needed."""
        return bool(self.remark.strip() or self.situation.strip()) or self.remark_needless

    @property
    def must_be_ticked(self) -> bool:
        """Whether the incoming officer has to tick it (必勾项)."""
        return self.level in MUST_TICK


@dataclass(frozen=True)
class Objection:
    """Why the incoming officer would not take over yet (不接：原因)."""

    id: int
    handover_id: int
    at: datetime
    by_id: int | None
    text: str


@dataclass(frozen=True)
class HandoverContent:
    """What the sheet says beside the items; written by the outgoing officer.

    ``contingencies``: (what may happen, what then). ``equipment``: (name, state). ``hand_items``:
    (name, count).
    """

    contingencies: tuple[tuple[str, str], ...] = ()
    instructions: str = ""
    whereabouts: str = ""
    warnings: str = ""
    equipment: tuple[tuple[str, str], ...] = ()
    hand_items: tuple[tuple[str, int], ...] = ()
    closing_words: str = ""
    opening_words: str = ""


@dataclass(frozen=True)
class Handover:
    """A handover in progress or done. Responsibility moves at the incoming signature."""

    id: int
    shift_id: int
    next_shift_id: int | None
    frozen_seq: int
    started_at: datetime
    started_by: int | None
    joined_at: datetime | None
    joined_by: int | None
    content: HandoverContent
    readback: str
    readback_confirmed_at: datetime | None
    readback_confirmed_by: int | None
    outgoing_signed_at: datetime | None
    outgoing_signed_by: int | None
    incoming_signed_at: datetime | None
    incoming_signed_by: int | None
    leader_signed_at: datetime | None
    leader_signed_by: int | None
    cancelled_at: datetime | None
    version: int
    items: tuple[HandoverItem, ...] = field(default=())
    objections: tuple[Objection, ...] = field(default=())

    @property
    def step(self) -> HandoverStep:
        """How far it has come."""
        if self.cancelled_at:
            return HandoverStep.CANCELLED
        if self.incoming_signed_at:
            return HandoverStep.DONE
        if self.outgoing_signed_at:
            return HandoverStep.OUTGOING_SIGNED
        return HandoverStep.JOINED if self.joined_at else HandoverStep.DRAFTED


def ordered(items: Iterable[OpenItem]) -> list[OpenItem]:
    """The items by severity (Ⅰ Ⅱ Ⅲ, then without a level), then by when they are due."""

    def key(item: OpenItem) -> tuple[int, bool, float]:
        due = item.next_due_at
        return item.level or 9, due is None, due.timestamp() if due else 0.0

    return sorted(items, key=key)


def unexplained(items: Sequence[HandoverItem]) -> list[HandoverItem]:
    """Items the outgoing officer still has to say something about."""
    return [item for item in items if not item.is_explained]


def unticked(items: Sequence[HandoverItem]) -> list[HandoverItem]:
    """Items the incoming officer still has to tick."""
    return [item for item in items if item.must_be_ticked and item.ticked_at is None]


def unlisted(items: Sequence[HandoverItem], open_now: Iterable[OpenItem]) -> list[OpenItem]:
    """What is open now and stands in no row of the sheet, by severity."""
    listed = {item.subject for item in items}
    return ordered(item for item in open_now if item.subject not in listed)


def needs_read_back(handover: Handover) -> bool:
    """Whether there is anything that must be repeated in own words."""
    return any(item.must_be_ticked for item in handover.items)


def phase(handover: Handover) -> HandoverPhase:
    """What the two officers have to do next."""
    if handover.incoming_signed_at is not None:
        signed = handover.leader_signed_at is not None
        return HandoverPhase.FINISHED if signed else HandoverPhase.COUNTERSIGN
    if handover.outgoing_signed_at is None and unexplained(handover.items):
        return HandoverPhase.EXPLAIN
    if handover.joined_at is None or unticked(handover.items):
        return HandoverPhase.READ
    if needs_read_back(handover) and handover.readback_confirmed_at is None:
        return HandoverPhase.READ
    return HandoverPhase.SIGN


def check_reader(handover: Handover, person_id: int | None) -> None:
    """Refuses ticks and read-backs of anybody but the officer who signed in to take over.

    Raises:
        RuleViolation: it is over, nobody has come, or it is somebody else.
    """
    check_running(handover)
    if handover.joined_by is None:
        raise RuleViolation("handover.nobody_joined")
    if handover.joined_by != person_id:
        raise RuleViolation("handover.not_the_reader")


def check_confirmer(handover: Handover, person_id: int | None) -> None:
    """Refuses that anybody but the outgoing side confirms a read-back.

    Raises:
        RuleViolation: it is over, nothing was read back, it is the reader, or somebody else has
            signed for the outgoing side.
    """
    check_running(handover)
    if not handover.readback.strip():
        raise RuleViolation("handover.no_readback")
    if handover.joined_by == person_id:
        raise RuleViolation("handover.same_person")
    if handover.outgoing_signed_by not in {None, person_id}:
        raise RuleViolation("handover.not_the_outgoing")


def check_outgoing(handover: Handover, person_id: int) -> None:
    """Refuses the outgoing signature while something is missing.

    Raises:
        RuleViolation: signed already, nobody has come, it is the reader, an item lacks its word,
            or somebody else heard the read-back.
    """
    check_running(handover)
    if handover.outgoing_signed_at is not None:
        raise RuleViolation("handover.signed_already")
    if handover.joined_at is None:
        raise RuleViolation("handover.nobody_joined")
    if handover.joined_by == person_id:
        raise RuleViolation("handover.same_person")
    missing = unexplained(handover.items)
    if missing:
        raise RuleViolation("handover.unexplained", title=missing[0].title, count=len(missing))
    if handover.readback_confirmed_by not in {None, person_id}:
        raise RuleViolation("handover.heard_by_another")


def check_incoming(handover: Handover, person_id: int) -> None:
    """Refuses the incoming signature while something is missing.

    Raises:
        RuleViolation: out of order, the same person, not the one who read, an item without its
            word or tick, or no read-back confirmed by the outgoing side.
    """
    check_running(handover)
    if handover.outgoing_signed_at is None:
        raise RuleViolation("handover.outgoing_first")
    if handover.outgoing_signed_by == person_id:
        raise RuleViolation("handover.same_person")
    if handover.joined_by != person_id:
        raise RuleViolation("handover.reader_signs")
    missing = unexplained(handover.items)
    if missing:
        raise RuleViolation("handover.unexplained", title=missing[0].title, count=len(missing))
    missing = unticked(handover.items)
    if missing:
        raise RuleViolation("handover.unticked", title=missing[0].title, count=len(missing))
    if needs_read_back(handover):
        _check_read_back(handover)


def _check_read_back(handover: Handover) -> None:
    """The red items were repeated, and who signs for the outgoing side heard it."""
    if not handover.readback.strip():
        raise RuleViolation("handover.no_readback")
    if handover.readback_confirmed_at is None:
        raise RuleViolation("handover.readback_unconfirmed")
    if handover.readback_confirmed_by != handover.outgoing_signed_by:
        raise RuleViolation("handover.heard_by_another")


def check_leader(handover: Handover) -> None:
    """Refuses a countersignature before both officers have signed, and a second one.

    Raises:
        RuleViolation: too early, or signed already.
    """
    if handover.incoming_signed_at is None:
        raise RuleViolation("handover.leader_last")
    if handover.leader_signed_at is not None:
        raise RuleViolation("handover.signed_already")


def check_running(handover: Handover) -> None:
    """Refuses acts on a handover that is over.

    Raises:
        RuleViolation: it is done or was dropped.
    """
    if handover.step in {HandoverStep.DONE, HandoverStep.CANCELLED}:
        raise RuleViolation("handover.over")
