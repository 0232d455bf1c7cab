"""Queries of what people ask of the roster."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from safetydesk.domain.errors import NotFound
from safetydesk.storage.mapping import value_of
from safetydesk.storage.tables.staff import DutyWishRow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


@dataclass(frozen=True)
class StoredWish:
    """A wish in force."""

    id: int
    person_id: int
    kind: str
    first_day: date
    last_day: date
    note: str
    entered_at: datetime
    entered_by: int | None


class WishStore:
    """The only way to the wishes; withdrawn, never deleted."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, values: dict[str, Any]) -> int:
        """A new wish; returns its id."""
        row = DutyWishRow(version=1, withdrawn_at=None, **values)
        self._session.add(row)
        self._session.flush()
        return row.id

    def of_days(self, first: date, last: date, person_id: int | None = None) -> list[StoredWish]:
        """The wishes that touch ``[first, last]``, of one person or of all, by their first day."""
        query = select(DutyWishRow).where(
            DutyWishRow.withdrawn_at.is_(None),
            DutyWishRow.first_day <= last,
            DutyWishRow.last_day >= first,
        )
        if person_id is not None:
            query = query.where(DutyWishRow.person_id == person_id)
        rows = self._session.scalars(query.order_by(DutyWishRow.first_day, DutyWishRow.id))
        return [value_of(StoredWish, row) for row in rows]

    def get(self, wish_id: int) -> StoredWish:
        """A wish in force.

        Raises:
            NotFound: no such wish, or withdrawn already.
        """
        return value_of(StoredWish, self._row(wish_id))

    def withdraw(self, wish_id: int, at: datetime) -> None:
        """Takes a wish back.

        Raises:
            NotFound: no such wish, or withdrawn already.
        """
        self._row(wish_id).withdrawn_at = at
        self._session.flush()

    def _row(self, wish_id: int) -> DutyWishRow:
        row = self._session.get(DutyWishRow, wish_id)
        if row is None or row.withdrawn_at is not None:
            raise NotFound("wish.unknown", id=wish_id)
        return row
