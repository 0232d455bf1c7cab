"""Queries of the desk's own notes and of what comes round again."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import String, cast, exists, literal, select

from safetydesk.domain.alarm_state import ActKind
from safetydesk.domain.errors import NotFound, StaleVersion
from safetydesk.domain.reminder import NOTE_ITEM
from safetydesk.domain.routine import DeskNote, Rhythm, Routine, RoutineKind
from safetydesk.storage.mapping import value_of
from safetydesk.storage.tables.escalation import DeskNoteRow, RoutineRow
from safetydesk.storage.tables.reminders import ReminderActRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session


class NoteStore:
    """The only way to the rows of notes and routines."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, values: dict[str, Any]) -> int:
        """A new note; its number."""
        row = DeskNoteRow(cancelled_at=None, **values)
        self._session.add(row)
        self._session.flush()
        return row.id

    def cancel(self, note_id: int, at: datetime) -> DeskNote:
        """Takes a note back; gives it as it was.

        Raises:
            NotFound: there is none, or it was taken back already.
        """
        row = self._session.get(DeskNoteRow, note_id)
        if row is None or row.cancelled_at is not None:
            raise NotFound("note.unknown", id=note_id)
        note = value_of(DeskNote, row)
        row.cancelled_at = at
        self._session.flush()
        return note

    def since(self, instant: datetime) -> list[DeskNote]:
        """The notes whose time is not before an instant and that were not taken back."""
        rows = self._session.scalars(
            select(DeskNoteRow)
            .where(DeskNoteRow.at >= instant, DeskNoteRow.cancelled_at.is_(None))
            .order_by(DeskNoteRow.at, DeskNoteRow.id)
        )
        return [value_of(DeskNote, row) for row in rows]

    def standing(self) -> list[DeskNote]:
        """The notes that nobody closed or took back, to come or come, however long ago."""
        return [value_of(DeskNote, row) for row in self._standing()]

    def readdress(self, old: str, new: str) -> list[int]:
        """What stands for somebody now stands for somebody else; the notes' numbers."""
        rows = [row for row in self._standing() if row.to_whom == old]
        for row in rows:
            row.to_whom = new
        self._session.flush()
        return [row.id for row in rows]

    def _standing(self) -> Sequence[DeskNoteRow]:
        """The rows that nobody closed or took back, by time."""
        item = literal(NOTE_ITEM) + cast(DeskNoteRow.id, String)
        closed = exists().where(
            ReminderActRow.item == item, ReminderActRow.kind == ActKind.CLOSED.value
        )
        return self._session.scalars(
            select(DeskNoteRow)
            .where(DeskNoteRow.cancelled_at.is_(None), ~closed)
            .order_by(DeskNoteRow.at, DeskNoteRow.id)
        ).all()

    def add_routine(self, values: dict[str, Any]) -> int:
        """Something that comes round from now on; its number."""
        row = RoutineRow(version=1, ended_at=None, **values)
        self._session.add(row)
        self._session.flush()
        return row.id

    def end_routine(self, routine_id: int, version: int, at: datetime) -> None:
        """Ends a routine that is still as the editor saw it.

        Raises:
            StaleVersion: somebody else changed it, or it has ended.
        """
        row = self._session.get(RoutineRow, routine_id)
        if row is None or row.version != version or row.ended_at is not None:
            raise StaleVersion("routine.stale", id=routine_id)
        row.ended_at = at
        self._session.flush()

    def routines(self) -> list[Routine]:
        """Everything that comes round and has not ended."""
        rows = self._session.scalars(
            select(RoutineRow).where(RoutineRow.ended_at.is_(None)).order_by(RoutineRow.id)
        )
        return [
            value_of(Routine, row, kind=RoutineKind(row.kind), rhythm=Rhythm(row.rhythm))
            for row in rows
        ]
