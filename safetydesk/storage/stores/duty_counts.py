"""Queries of what duty is worth and of the duties given out as calendar events."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select

from safetydesk.storage.mapping import value_of
from safetydesk.storage.tables.duty_counts import CalendarMarkRow, DutyRateRow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.orm import Session


@dataclass(frozen=True)
class StoredRate:
    """What a duty on a kind of day is worth; ``post`` empty: for every other post."""

    kind: str
    post: str
    fen: int
    off_minutes: int


@dataclass(frozen=True)
class CalendarMark:
    """A duty as it last went out in a calendar file."""

    uid: str
    duty_date: date
    post: str
    person_id: int
    start_at: datetime
    end_at: datetime
    sequence: int
    cancelled: bool
    written_at: datetime


class DutyCountStore:
    """The only way to rates and calendar marks."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def rates(self) -> list[StoredRate]:
        """Every rate, by kind and post; empty until the office enters some."""
        rows = self._session.scalars(
            select(DutyRateRow).order_by(DutyRateRow.kind, DutyRateRow.post)
        )
        return [value_of(StoredRate, row) for row in rows]

    def put_rates(self, rates: Iterable[StoredRate]) -> None:
        """Replaces the whole table of rates."""
        self._session.execute(delete(DutyRateRow))
        for rate in rates:
            self._session.execute(
                insert(DutyRateRow).values(
                    kind=rate.kind, post=rate.post, fen=rate.fen, off_minutes=rate.off_minutes
                )
            )

    def calendar_marks(self, first: date, last: date) -> list[CalendarMark]:
        """The marks of the duty days ``[first, last]``, cancelled ones too."""
        rows = self._session.scalars(
            select(CalendarMarkRow)
            .where(CalendarMarkRow.duty_date.between(first, last))
            .order_by(CalendarMarkRow.duty_date, CalendarMarkRow.uid)
        )
        return [value_of(CalendarMark, row) for row in rows]

    def put_calendar_mark(self, mark: CalendarMark) -> None:
        """Writes a mark, over the one of the same uid."""
        self._session.merge(CalendarMarkRow(**vars(mark)))
