"""Queries of warnings with their messages and the desk's steps."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, or_, select

from safetydesk.domain.errors import NotFound
from safetydesk.domain.warning import (
    MessageKind,
    WarningLevel,
    WarningMessage,
    WarningSignal,
    WarningStatement,
    WarningStep,
    WarningStepKind,
)
from safetydesk.storage.mapping import value_of
from safetydesk.storage.stores.numbering import next_number
from safetydesk.storage.tables.office import PersonRow
from safetydesk.storage.tables.warnings import WarningMessageRow, WarningRow, WarningStepRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import ColumnElement, Select
    from sqlalchemy.orm import Session


class WarningStore:
    """The only way to the warnings' rows. Messages and steps are never changed."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, year: int) -> int:
        """A new warning with the next number of the year; returns its id."""
        serial = next_number(self._session, WarningRow.year, WarningRow.serial, year, 1)
        row = WarningRow(year=year, serial=serial, ended_at=None)
        self._session.add(row)
        self._session.flush()
        return row.id

    def add_message(self, warning_id: int, statement: WarningStatement, **values: Any) -> int:
        """Writes a message; returns its id."""
        level = int(statement.level) if statement.level else None
        row = WarningMessageRow(
            warning_id=warning_id,
            **{
                **asdict(statement),
                "level": level,
                "areas": list(statement.areas),
                "refers_to": list(statement.refers_to),
            },
            **values,
        )
        self._session.add(row)
        self._session.flush()
        return row.id

    def add_step(self, values: dict[str, Any]) -> None:
        """Writes a step."""
        self._session.execute(insert(WarningStepRow).values(**values))

    def put_ended(self, warning_id: int, ended_at: datetime) -> None:
        """Notes that the warning is over."""
        row = self._session.get(WarningRow, warning_id)
        if row is not None:
            row.ended_at = ended_at
            self._session.flush()

    def get(self, warning_id: int, *, lock: bool = False) -> WarningSignal:
        """A warning whole; ``lock`` keeps other writers away until the transaction ends.

        Raises:
            NotFound: there is none.
        """
        row = self._session.get(WarningRow, warning_id, with_for_update=lock or None)
        if row is None:
            raise NotFound("warning.unknown", id=warning_id)
        return self._whole([row])[0]

    def numbered(self, year: int, serial: int) -> int | None:
        """The id of the warning of a printed number."""
        return self._session.scalar(
            select(WarningRow.id).where(WarningRow.year == year, WarningRow.serial == serial)
        )

    def open(self, ended_since: datetime | None = None) -> list[WarningSignal]:
        """Those that have not ended, by number; with an instant those too that ended since."""
        return self._all(select(WarningRow).where(_standing(ended_since)))

    def heads(self, ended_since: datetime) -> list[WarningSignal]:
        """The same by number, without messages and steps."""
        wanted = select(WarningRow).where(_standing(ended_since))
        rows = self._session.scalars(wanted.order_by(WarningRow.year, WarningRow.serial))
        return [WarningSignal(row.id, row.year, row.serial, (), ()) for row in rows]

    def past(self, limit: int) -> list[WarningSignal]:
        """The warnings that have ended, the newest first."""
        query = (
            select(WarningRow)
            .where(WarningRow.ended_at.is_not(None))
            .order_by(WarningRow.ended_at.desc(), WarningRow.id.desc())
            .limit(limit)
        )
        return self._whole(list(self._session.scalars(query)))

    def with_identifiers(self, identifiers: Sequence[str]) -> list[WarningSignal]:
        """The warnings one of whose messages bears one of the identifiers."""
        if not identifiers:
            return []
        found = select(WarningMessageRow.warning_id).where(
            WarningMessageRow.identifier.in_(identifiers)
        )
        return self._all(select(WarningRow).where(WarningRow.id.in_(found)))

    def _all(self, query: Select[WarningRow]) -> list[WarningSignal]:
        rows = self._session.scalars(query.order_by(WarningRow.year, WarningRow.serial))
        return self._whole(list(rows))

    def _whole(self, rows: Sequence[WarningRow]) -> list[WarningSignal]:
        """The warnings of the rows, their parts read in two queries."""
        ids = [row.id for row in rows]
        if not ids:
            return []
        messages = self._messages(ids)
        steps = self._steps(ids)
        return [
            WarningSignal(
                row.id, row.year, row.serial, tuple(messages[row.id]), tuple(steps[row.id])
            )
            for row in rows
        ]

    def _messages(self, ids: Sequence[int]) -> dict[int, list[WarningMessage]]:
        """The messages in the order in which they were issued."""
        found: dict[int, list[WarningMessage]] = {number: [] for number in ids}
        rows = self._session.execute(
            select(WarningMessageRow, PersonRow.name)
            .outerjoin(PersonRow, PersonRow.id == WarningMessageRow.author_id)
            .where(WarningMessageRow.warning_id.in_(ids))
            .order_by(WarningMessageRow.issued_at, WarningMessageRow.id)
        )
        for row, name in rows:
            level = WarningLevel(row.level) if row.level else None
            found[row.warning_id].append(
                value_of(
                    WarningMessage,
                    row,
                    kind=MessageKind.of(row.kind),
                    statement=value_of(WarningStatement, row, level=level),
                    author_name=name or "",
                )
            )
        return found

    def _steps(self, ids: Sequence[int]) -> dict[int, list[WarningStep]]:
        """The steps in the order in which they were written."""
        found: dict[int, list[WarningStep]] = {number: [] for number in ids}
        rows = self._session.execute(
            select(WarningStepRow, PersonRow.name)
            .outerjoin(PersonRow, PersonRow.id == WarningStepRow.author_id)
            .where(WarningStepRow.warning_id.in_(ids))
            .order_by(WarningStepRow.id)
        )
        for row, name in rows:
            kind = WarningStepKind.of(row.kind)
            found[row.warning_id].append(
                value_of(WarningStep, row, kind=kind, author_name=name or "")
            )
        return found


def _standing(ended_since: datetime | None) -> ColumnElement[bool]:
    """Whether a warning has not ended, or not before an instant."""
    condition: ColumnElement[bool] = WarningRow.ended_at.is_(None)
    return condition if ended_since is None else or_(condition, WarningRow.ended_at >= ended_since)
