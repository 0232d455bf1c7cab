"""What the handover window receives: the sheet, both sides' people and what is still missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from safetydesk.domain.handover import (
    Handover,
    HandoverItem,
    HandoverPhase,
    needs_read_back,
    phase,
    unexplained,
    unticked,
)

if TYPE_CHECKING:
    from safetydesk.domain.log import LogEntry

INCIDENT, MATTER, NOTE = "incident", "matter", "note"


@dataclass(frozen=True)
class SidePerson:
    """Somebody of one of the two shifts; ``label`` is the post's name, empty for a stand-in."""

    person_id: int
    name: str
    post: str = ""
    label: str = ""
    arrived_at: datetime | None = None


@dataclass(frozen=True)
class ShiftSide:
    """One of the two shifts at the handover, as planned."""

    planned_from: datetime
    planned_to: datetime
    people: tuple[SidePerson, ...] = ()

    @property
    def officers(self) -> tuple[SidePerson, ...]:
        """Those who hold the desk, the primary first."""
        return tuple(person for person in self.people if person.post in {"primary", "deputy"})

    @property
    def leader(self) -> SidePerson | None:
        """The duty leader."""
        return next((person for person in self.people if person.post == "leader"), None)


@dataclass(frozen=True)
class HandoverView:
    """One handover with everything the window says about it.

    ``later`` are the entries written since the log was frozen; ``unlisted`` the titles of what was
    opened since and stands in no row yet; ``closing_words`` and ``opening_words`` are what would be
    written if nobody wrote anything else.
    """

    handover: Handover
    outgoing: ShiftSide
    incoming: ShiftSide
    office: tuple[SidePerson, ...]
    leaders: tuple[SidePerson, ...]
    later: tuple[LogEntry, ...]
    unlisted: tuple[str, ...]
    closing_words: str
    opening_words: str

    @property
    def phase(self) -> HandoverPhase:
        """What is to be done next."""
        return phase(self.handover)

    @property
    def names(self) -> Mapping[int, str]:
        """Everybody's name by id."""
        return {person.person_id: person.name for person in self.office}

    @property
    def unexplained(self) -> int:
        """How many items still want the outgoing officer's word."""
        return len(unexplained(self.handover.items))

    @property
    def unticked(self) -> int:
        """How many items that must be ticked are not (必勾项)."""
        return len(unticked(self.handover.items))

    @property
    def wants_read_back(self) -> bool:
        """Whether a read-back is needed and not confirmed yet."""
        return needs_read_back(self.handover) and self.handover.readback_confirmed_at is None

    def items_of(self, area: str) -> tuple[HandoverItem, ...]:
        """The items of one area: ``incident``, ``matter`` or ``note``."""
        return tuple(item for item in self.handover.items if item.subject.startswith(area))

    def name(self, person_id: int | None) -> str:
        """Somebody's name; empty for nobody."""
        return self.names.get(person_id or 0, "")


@dataclass(frozen=True)
class HandoverStart:
    """What the window offers before a handover is begun.

    ``unrelieved`` is why the shift before was closed without a handover; ``awaiting_leader`` is the
    handover that began this shift while no leader has signed it.
    """

    shift: ShiftSide | None
    proposed_words: str
    unrelieved: str
    awaiting_leader: int | None
    leaders: tuple[SidePerson, ...]
