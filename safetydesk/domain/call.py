"""A telephone record: who called whom about what, and who had been told already."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from safetydesk.domain.log import EntryKind


class Direction(StrEnum):
    """Which way the call went."""

    INCOMING = "incoming"
    OUTGOING = "outgoing"


class CallCategory(StrEnum):
    """What a call is about (domain dossier §6.2); the value is the word on screen."""

    OFFICIAL = "公务"
    PUBLIC = "群众"
    TIP_OFF = "举报"
    INCIDENT = "突发事件"
    MEDIA = "媒体"
    DUTY_CHECK = "查岗"

    def entry_kind(self, direction: Direction) -> EntryKind:
        """The kind of the log entry that the call leaves."""
        if direction is Direction.OUTGOING:
            return EntryKind.OUTGOING_CALL
        special = {
            CallCategory.INCIDENT: EntryKind.INCIDENT_RECEIVED,
            CallCategory.DUTY_CHECK: EntryKind.DUTY_CHECK,
        }
        return special.get(self, EntryKind.INCOMING_CALL)


@dataclass(frozen=True)
class Call:
    """A telephone record as stored. Times aware, UTC; None where nobody noted them."""

    entry_seq: int
    direction: str
    number: str
    unit: str
    name: str
    title: str
    contact_id: int | None
    category: str
    rang_at: datetime | None
    answered_at: datetime | None
    ended_at: datetime | None
    already_told: tuple[str, ...]

    @property
    def rang_for(self) -> timedelta | None:
        """How long it rang, where both times are known."""
        if self.rang_at is None or self.answered_at is None:
            return None
        return self.answered_at - self.rang_at

    @property
    def talked_for(self) -> timedelta | None:
        """How long it was spoken, where both times are known."""
        if self.answered_at is None or self.ended_at is None:
            return None
        return self.ended_at - self.answered_at


@dataclass(frozen=True)
class CallDraft:
    """What an officer wrote down of a call. ``event_at`` None: when it rang, else now."""

    text: str
    direction: Direction = Direction.INCOMING
    category: CallCategory = CallCategory.OFFICIAL
    number: str = ""
    unit: str = ""
    name: str = ""
    title: str = ""
    contact_id: int | None = None
    handling: str = ""
    rang_at: datetime | None = None
    answered_at: datetime | None = None
    ended_at: datetime | None = None
    event_at: datetime | None = None
    already_told: tuple[str, ...] = ()
    kind: EntryKind | None = None

    @property
    def entry_kind(self) -> EntryKind:
        """The kind of the log entry: as chosen, else from the category."""
        return self.kind or self.category.entry_kind(self.direction)
