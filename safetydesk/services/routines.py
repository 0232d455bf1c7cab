"""Use cases of the desk's own notes and of what comes round again."""

from __future__ import annotations

import secrets
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from safetydesk.domain.access import Actor, Permission
from safetydesk.domain.changes import Topic
from safetydesk.domain.errors import BadInput
from safetydesk.domain.routine import DeskNote, Rhythm, Routine, RoutineKind
from safetydesk.services.views_notes import NoteView

if TYPE_CHECKING:
    from safetydesk.domain.reminder import Note
    from safetydesk.services.transaction import Outcome, Transactions
    from safetydesk.storage.unit_of_work import UnitOfWork

_FARTHEST = timedelta(days=366)
_DAYS = {Rhythm.DAILY: range(1), Rhythm.WEEKLY: range(7), Rhythm.MONTHLY: range(1, 32)}


class RoutineService:
    """Notes of an officer; routines of the office."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def remind(self, actor: Actor, title: str, at: datetime, to_whom: str = "") -> Outcome[int]:
        """Remind the desk of something at an instant. Returns the note's number.

        Raises:
            AccessDenied: no officer.
            BadInput: no words, a time that is past or more than a year off.
        """
        if not title.strip():
            raise BadInput("note.no_title", where="title", expected="提醒内容")
        with self._transactions.act(actor, Permission.REMINDER_ACT) as act:
            if not act.now < at <= act.now + _FARTHEST:
                raise BadInput("note.past", where="at", expected="现在以后、一年以内")
            number = act.uow.notes.add(
                {
                    "title": title.strip()[:200],
                    "at": at,
                    "to_whom": to_whom.strip() or actor.name,
                    "entered_at": act.now,
                    "entered_by": actor.person_id,
                }
            )
            after = {"title": title.strip(), "at": at.isoformat()}
            act.audit("note.added", Topic.REMINDERS, number, after=after)
        return act.outcome(number)

    def take_back(self, actor: Actor, note_id: int) -> Outcome[None]:
        """Takes a note back; an alarm of it is cleared.

        Raises:
            AccessDenied: no officer.
            NotFound: there is none, or it was taken back.
        """
        with self._transactions.act(actor, Permission.REMINDER_ACT) as act:
            note = act.uow.notes.cancel(note_id, act.now)
            act.audit("note.cancelled", Topic.REMINDERS, note_id, before={"title": note.title})
        return act.outcome(None)

    def kept(self) -> list[NoteView]:
        """The notes that are to come or are due and not closed, by time, with who wrote them."""
        with self._transactions.read() as uow:
            now = self._transactions.clock.now()
            names = {person.id: person.name for person in uow.people.all()}
            return [
                NoteView(
                    id=note.id,
                    title=note.title,
                    at=note.at,
                    to_whom=note.to_whom,
                    entered_by=names.get(note.entered_by or 0, ""),
                    is_due=note.at <= now,
                    item=note.item,
                )
                for note in uow.notes.standing()
            ]

    def ahead(self) -> list[DeskNote]:
        """The notes whose time is still to come."""
        with self._transactions.read() as uow:
            return uow.notes.since(self._transactions.clock.now())

    def begin(
        self,
        actor: Actor,
        kind: RoutineKind,
        title: str,
        rhythm: Rhythm,
        at: time,
        *,
        day: int = 0,
        to_whom: str = "",
        until: time | None = None,
    ) -> Outcome[int]:
        """Lets something come round from now on, at a local time. Returns its number.

        With ``until`` it comes at a random minute between both times, which nobody is told before.

        Raises:
            AccessDenied: not a supervisor.
            BadInput: no words, or a day that the rhythm does not have.
        """
        _check(title, rhythm, day)
        with self._transactions.act(actor, Permission.OFFICE_EDIT) as act:
            number = act.uow.notes.add_routine(
                {
                    "kind": kind.value,
                    "title": title.strip()[:180],
                    "to_whom": to_whom.strip(),
                    "rhythm": rhythm.value,
                    "day": day,
                    "time": f"{at:%H:%M}",
                    "until": f"{until:%H:%M}" if until is not None else "",
                    "seed": secrets.token_hex(16) if until is not None else "",
                    "starts_at": act.now,
                }
            )
            after = {"kind": kind.value, "title": title.strip(), "rhythm": rhythm.value}
            act.audit("routine.begun", Topic.OFFICE, number, after=after)
            act.touch(Topic.REMINDERS)
        return act.outcome(number)

    def end(self, actor: Actor, routine_id: int, version: int) -> Outcome[None]:
        """Lets it come round no more.

        Raises:
            AccessDenied: not a supervisor.
            StaleVersion: somebody else changed it, or it has ended.
        """
        with self._transactions.act(actor, Permission.OFFICE_EDIT) as act:
            act.uow.notes.end_routine(routine_id, version, act.now)
            act.audit("routine.ended", Topic.OFFICE, routine_id)
            act.touch(Topic.REMINDERS)
        return act.outcome(None)

    def routines(self) -> list[Routine]:
        """Everything that comes round."""
        with self._transactions.read() as uow:
            return uow.notes.routines()


def _check(title: str, rhythm: Rhythm, day: int) -> None:
    """Refuses a routine without words or on a day that its rhythm does not have."""
    if not title.strip():
        raise BadInput("note.no_title", where="title", expected="提醒内容")
    if day not in _DAYS[rhythm]:
        days = _DAYS[rhythm]
        raise BadInput("routine.day", where="day", expected=f"{days[0]}–{days[-1]}")


def notes_due(uow: UnitOfWork) -> list[Note]:
    """The notes that reminders are derived from; closing is the ledger's own."""
    return [note.note() for note in uow.notes.standing()]


def rounds_due(uow: UnitOfWork, now: datetime) -> list[Note]:
    """The rounds of what comes again that reminders are derived from."""
    routines = uow.notes.routines()
    if not routines:
        return []
    zone = uow.office.facts().zoneinfo
    return [note for routine in routines for note in routine.notes(now, zone)]
