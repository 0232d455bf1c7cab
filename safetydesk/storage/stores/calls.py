"""Queries of telephone records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, select

from safetydesk.domain.call import Call
from safetydesk.storage.mapping import value_of
from safetydesk.storage.tables.log import CallRecordRow
from safetydesk.storage.written_text import refuse_unwritable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session


class CallStore:
    """The only way to the telephone records' rows; each belongs to one log entry."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, values: dict[str, Any]) -> None:
        """A new record."""
        refuse_unwritable(values)
        self._session.execute(insert(CallRecordRow).values(**values))

    def of_entry(self, seq: int) -> Call | None:
        """The record behind a log entry, if there is one."""
        row = self._session.scalars(
            select(CallRecordRow).where(CallRecordRow.entry_seq == seq)
        ).first()
        return value_of(Call, row) if row else None

    def entries_with_record(self, seqs: Sequence[int]) -> frozenset[int]:
        """Which of the entries have a record."""
        if not seqs:
            return frozenset()
        found = self._session.scalars(
            select(CallRecordRow.entry_seq).where(
                CallRecordRow.entry_seq.between(min(seqs), max(seqs))
            )
        )
        return frozenset(found) & frozenset(seqs)
