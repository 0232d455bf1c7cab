"""Queries of shifts as served."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from safetydesk.domain.errors import NotFound
from safetydesk.domain.seal import Anchor
from safetydesk.domain.shift import Shift
from safetydesk.storage.base import Base
from safetydesk.storage.mapping import value_of
from safetydesk.storage.snapshot import asked_once
from safetydesk.storage.tables.duty import ShiftRow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_TABLE = Base.metadata.tables[ShiftRow.__tablename__]
_CURRENT_ID = (
    select(_TABLE.c.id).where(_TABLE.c.closed_at.is_(None)).order_by(_TABLE.c.id.desc()).limit(1)
)


class ShiftStore:
    """Opens, finds and closes shifts. At most one is open."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def current_id(self) -> int | None:
        """The open shift's id, for what only needs to belong to it."""
        return self._session.connection().execute(_CURRENT_ID).scalar()

    @asked_once
    def current(self) -> Shift | None:
        """The open shift, if somebody has responsibility."""
        return self._one(
            select(ShiftRow).where(ShiftRow.closed_at.is_(None)).order_by(ShiftRow.id.desc())
        )

    def newest(self) -> Shift | None:
        """The shift opened last, whether or not it is still open."""
        return self._one(select(ShiftRow).order_by(ShiftRow.id.desc()))

    def get(self, shift_id: int) -> Shift:
        """The shift of an id.

        Raises:
            NotFound: there is none.
        """
        shift = self._one(select(ShiftRow).where(ShiftRow.id == shift_id))
        if shift is None:
            raise NotFound("shift.unknown", id=shift_id)
        return shift

    def numbered(self, number: str) -> Shift | None:
        """The shift of a printed number."""
        return self._one(select(ShiftRow).where(ShiftRow.number == number))

    def at(self, instant: datetime) -> Shift | None:
        """The shift that had responsibility at an instant."""
        return self._one(
            select(ShiftRow).where(ShiftRow.opened_at <= instant).order_by(ShiftRow.id.desc())
        )

    def planned_at(self, start: datetime) -> Shift | None:
        """The shift planned to begin at an instant."""
        return self._one(
            select(ShiftRow).where(ShiftRow.planned_from == start).order_by(ShiftRow.id)
        )

    def before(self, shift_id: int) -> Shift | None:
        """The shift before another."""
        return self._one(
            select(ShiftRow).where(ShiftRow.id < shift_id).order_by(ShiftRow.id.desc())
        )

    def after(self, shift_id: int) -> Shift | None:
        """The shift after another."""
        return self._one(select(ShiftRow).where(ShiftRow.id > shift_id).order_by(ShiftRow.id))

    def anchors(self) -> list[Anchor]:
        """The heads noted when shifts were sealed."""
        rows = self._session.execute(
            select(ShiftRow.last_seq, ShiftRow.sealed_hash)
            .where(ShiftRow.last_seq.is_not(None), ShiftRow.sealed_hash != "")
            .order_by(ShiftRow.last_seq)
        )
        return [Anchor(row.last_seq, row.sealed_hash) for row in rows if row.last_seq]

    def kept(self, shift_id: int) -> dict[str, Any] | None:
        """What a shift kept when it was sealed; None while it is open."""
        return self._session.scalar(select(ShiftRow.kept).where(ShiftRow.id == shift_id))

    def last_kept(self) -> dict[str, Any] | None:
        """What the newest sealed shift kept; None before the first."""
        return self._session.scalar(
            select(ShiftRow.kept)
            .where(ShiftRow.closed_at.is_not(None))
            .order_by(ShiftRow.id.desc())
            .limit(1)
        )

    def sealed(self) -> list[Shift]:
        """Every closed shift, oldest first."""
        rows = self._session.scalars(
            select(ShiftRow).where(ShiftRow.closed_at.is_not(None)).order_by(ShiftRow.id)
        )
        return [value_of(Shift, row) for row in rows]

    def open(self, values: dict[str, Any]) -> Shift:
        """A new open shift."""
        row = ShiftRow(
            version=1,
            weather="",
            closed_at=None,
            first_seq=None,
            last_seq=None,
            sealed_hash="",
            closed_without_handover="",
            kept=None,
            **values,
        )
        self._session.add(row)
        self._session.flush()
        return value_of(Shift, row)

    def change(self, shift_id: int, **values: Any) -> None:
        """Sets columns of a shift (weather, first entry, closing)."""
        row = self._session.get(ShiftRow, shift_id)
        if row is None:
            raise NotFound("shift.unknown", id=shift_id)
        for name, value in values.items():
            setattr(row, name, value)
        self._session.flush()

    def _one(self, query: Any) -> Shift | None:
        """The query's first row as a value."""
        row = self._session.scalars(query.limit(1)).first()
        return value_of(Shift, row) if row else None
