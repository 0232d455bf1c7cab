"""The desk's own notes that nobody closed, as the handover carries them on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safetydesk.domain.changes import Topic
from safetydesk.domain.handover import OpenItem

if TYPE_CHECKING:
    from datetime import datetime

    from safetydesk.domain.access import Actor
    from safetydesk.domain.routine import DeskNote
    from safetydesk.services.transaction import Act
    from safetydesk.storage.unit_of_work import UnitOfWork


class OpenNotes:
    """A source of open items: every note until it is closed or taken back."""

    def items(self, uow: UnitOfWork, now: datetime) -> list[OpenItem]:
        """The notes to come and those that came, all of level Ⅲ."""
        return [_item(note, now) for note in uow.notes.standing()]


def hand_on_notes(act: Act, outgoing: Actor, incoming: Actor) -> None:
    """What the outgoing officer was to be reminded of, the incoming one is, from now on."""
    moved = act.uow.notes.readdress(outgoing.name, incoming.name)
    if moved:
        before, after = {"to_whom": outgoing.name}, {"to_whom": incoming.name, "notes": moved}
        act.audit("note.handed_on", Topic.REMINDERS, before=before, after=after)


def _item(note: DeskNote, now: datetime) -> OpenItem:
    due = "已到点" if note.at <= now else "定时提醒"
    return OpenItem(
        subject=note.item,
        level=3,
        title=note.title,
        situation="，".join(part for part in (due, note.to_whom) if part),
        next_step="办结",
        next_due_at=note.at,
    )
