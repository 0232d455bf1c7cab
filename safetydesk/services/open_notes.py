"""The desk's own notes that nobody closed, as the handover carries them on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safetydesk.domain.changes import Topic
from safetydesk.domain.handover import OpenItem
from safetydesk.services.shifts import attendance

if TYPE_CHECKING:
    from datetime import datetime

    from safetydesk.domain.access import Actor
    from safetydesk.domain.routine import DeskNote
    from safetydesk.domain.spans import Span
    from safetydesk.services.transaction import Act
    from safetydesk.storage.unit_of_work import UnitOfWork

ON_DUTY = "当班人员"
"""Whom a note is for that belongs to nobody by name."""


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


def leave_notes(act: Act, ended: Span, begun: Span) -> None:
    """What those who went home unrelieved were to be reminded of, whoever is on duty now is.

    Somebody who has not signed off is still there, and keeps it.
    """
    staying = _served(act.uow, begun, still=True)
    for name in sorted(_served(act.uow, ended, still=False) - staying):
        moved = act.uow.notes.readdress(name, ON_DUTY)
        if moved:
            after = {"to_whom": ON_DUTY, "notes": moved}
            act.audit("note.left", Topic.REMINDERS, before={"to_whom": name}, after=after)


def _served(uow: UnitOfWork, span: Span, *, still: bool) -> set[str]:
    """Who was planned for a shift, or on a post in it; ``still``: and has not signed off."""
    planned = {v.name for v in attendance(uow, span) if v.actual_to is None or not still}
    names = {person.id: person.name for person in uow.people.all(active=False)}
    there = uow.duty.presences(span.start, span.end)
    return planned | {names[p.person_id] for p in there if p.checked_out_at is None or not still}


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
