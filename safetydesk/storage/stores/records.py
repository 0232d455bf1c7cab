"""Queries of the rows behind the log that are sealed with the shift in which they were written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from safetydesk.storage.base import Base
from safetydesk.storage.tables.incidents import IncidentEventRow, IncidentFactRow, MatterStepRow
from safetydesk.storage.tables.log import CallRecordRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

_TABLES = {
    row.__tablename__: Base.metadata.tables[row.__tablename__]
    for row in (CallRecordRow, IncidentEventRow, IncidentFactRow, MatterStepRow)
}
SEALED = tuple(_TABLES)
"""The tables whose rows a shift seals; nothing in them is ever changed."""


class RecordStore:
    """Reads rows as they are stored, column by column."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def after(self, table: str, row_id: int) -> list[dict[str, Any]]:
        """The rows with a higher number, in order."""
        columns = _TABLES[table].c
        query = select(*columns).where(columns.id > row_id).order_by(columns.id)
        return [dict(row) for row in self._session.execute(query).mappings()]

    def between(self, table: str, ranges: Sequence[Sequence[int]]) -> list[dict[str, Any]]:
        """The rows whose number lies in one of the ranges (first and last), in order."""
        columns = _TABLES[table].c
        found: list[dict[str, Any]] = []
        for first, last in ranges:
            query = select(*columns).where(columns.id.between(first, last)).order_by(columns.id)
            found += [dict(row) for row in self._session.execute(query).mappings()]
        return found
