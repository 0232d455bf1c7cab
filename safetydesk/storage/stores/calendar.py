"""Queries of the yearly holiday notices and their days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, func, insert, select

from safetydesk.domain.day_class import DayClass, RestDetail, SpecialDay
from safetydesk.storage.mapping import value_of
from safetydesk.storage.snapshot import asked_once
from safetydesk.storage.tables.calendar import CalendarDayRow, CalendarNoticeRow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


@dataclass(frozen=True)
class StoredNotice:
    """A notice as it was entered; ``entered_by`` is None for those that came with the program."""

    id: int
    year: int
    title: str
    source: str
    entered_at: datetime
    entered_by: int | None


class CalendarStore:
    """The only way to the calendar's rows. Notices are added, never changed."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add_notice(self, values: dict[str, Any], days: Iterable[SpecialDay]) -> int:
        """A new notice with its days; from now on it holds for its year. Returns its id."""
        row = CalendarNoticeRow(**values)
        self._session.add(row)
        self._session.flush()
        rows = [
            {
                "notice_id": row.id,
                "day": day.day,
                "day_class": day.day_class.value,
                "name": day.name,
                "detail": day.detail.value if day.detail else "",
            }
            for day in days
        ]
        if rows:
            self._session.execute(insert(CalendarDayRow), rows)
        return row.id

    def years(self) -> frozenset[int]:
        """The years for which there is a notice."""
        return frozenset(self._session.scalars(select(CalendarNoticeRow.year).distinct()))

    def notices(self, year: int) -> list[StoredNotice]:
        """Every notice of a year, the one that holds first."""
        rows = self._session.scalars(
            select(CalendarNoticeRow)
            .where(CalendarNoticeRow.year == year)
            .order_by(CalendarNoticeRow.id.desc())
        )
        return [value_of(StoredNotice, row) for row in rows]

    @asked_once
    def days(self, first: date, last: date) -> list[SpecialDay]:
        """The special days in ``[first, last]`` by the notices that hold."""
        rows = self._session.scalars(
            select(CalendarDayRow)
            .where(
                CalendarDayRow.day.between(first, last), CalendarDayRow.notice_id.in_(_in_force())
            )
            .order_by(CalendarDayRow.notice_id, CalendarDayRow.day)
        )
        return [_special(row) for row in rows]

    def days_of(self, notice_id: int) -> list[SpecialDay]:
        """The days of one notice, by date."""
        rows = self._session.scalars(
            select(CalendarDayRow)
            .where(CalendarDayRow.notice_id == notice_id)
            .order_by(CalendarDayRow.day)
        )
        return [_special(row) for row in rows]


def _in_force() -> Select[int]:
    """The newest notice of each year."""
    return select(func.max(CalendarNoticeRow.id)).group_by(CalendarNoticeRow.year)


def _special(row: CalendarDayRow) -> SpecialDay:
    detail = RestDetail(row.detail) if row.detail else None
    return SpecialDay(row.day, DayClass(row.day_class), row.name, detail)
