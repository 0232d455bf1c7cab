"""Queries of the rows behind the log that are sealed with the shift in which they were written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from safetydesk.storage.base import Base
from safetydesk.storage.tables.duty import PresenceRow
from safetydesk.storage.tables.incidents import (
    DeliveryRow,
    IncidentEventRow,
    IncidentFactRow,
    MatterStepRow,
)
from safetydesk.storage.tables.log import CallRecordRow, LogEntryRow
from safetydesk.storage.tables.warnings import CallStepRow, WarningMessageRow, WarningStepRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

_WHOLE = {
    row.__tablename__: tuple(Base.metadata.tables[row.__tablename__].c)
    for row in (
        CallRecordRow,
        IncidentEventRow,
        IncidentFactRow,
        MatterStepRow,
        WarningMessageRow,
        WarningStepRow,
        CallStepRow,
    )
}
_SENT = ("id", "report_id", "recipient", "level", "means", "sent_at")
_CAME = ("id", "person_id", "post", "checked_in_at", "entered_by")
_PARTS = {
    row.__tablename__: tuple(Base.metadata.tables[row.__tablename__].c[name] for name in names)
    for row, names in ((DeliveryRow, _SENT), (PresenceRow, _CAME))
}
_COLUMNS = {**_WHOLE, **_PARTS}
SEALED = tuple(_COLUMNS)
"""The tables whose rows a shift seals, as far as nothing in them is ever changed."""


class RecordStore:
    """Reads rows as they are stored, column by column."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def after(self, table: str, row_id: int) -> list[dict[str, Any]]:
        """The rows with a higher number, in order."""
        columns = _COLUMNS[table]
        query = select(*columns).where(columns[0] > row_id).order_by(columns[0])
        return [dict(row) for row in self._session.execute(query).mappings()]

    def between(self, table: str, ranges: Sequence[Sequence[int]]) -> list[dict[str, Any]]:
        """The rows whose number lies in one of the ranges (first and last), in order."""
        columns = _COLUMNS[table]
        found: list[dict[str, Any]] = []
        for first, last in ranges:
            query = select(*columns).where(columns[0].between(first, last)).order_by(columns[0])
            found += [dict(row) for row in self._session.execute(query).mappings()]
        return found

    def lines(self) -> list[tuple[int, str, str]]:
        """(number, kind, digest) of every log entry that seals something beside itself."""
        rows = self._session.execute(
            select(LogEntryRow.seq, LogEntryRow.kind, LogEntryRow.digest)
            .where(LogEntryRow.digest != "")
            .order_by(LogEntryRow.seq)
        )
        return [(row.seq, row.kind, row.digest) for row in rows]
