"""Rosters with days across and posts down, as week plans for the wall have them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from safetydesk.domain.roster_sheet import RosterShift
from safetydesk.domain.sheet_findings import Finding, FindingCode, Severity
from safetydesk.exchange.roster_dates import (
    Period,
    read_date,
    read_weekday,
    settle_year,
    weekday_word,
)
from safetydesk.exchange.roster_ledger import Ledger, Turn
from safetydesk.exchange.roster_words import ColumnKind, Heading, Hours, read_heading

if TYPE_CHECKING:
    from safetydesk.exchange.roster_cells import CellReader
    from safetydesk.exchange.sheets import Sheet

_FEWEST_DAYS = 3


@dataclass(frozen=True)
class Across:
    """Where the days stand (column → day) and where the post words are."""

    sheet: Sheet
    heading_row: int
    days: dict[int, date]
    words: int


def find_across(sheet: Sheet, period: Period) -> Across | None:
    """The plan, where a row holds dates and the column before them holds posts."""
    for row in range(len(sheet.rows)):
        days: dict[int, date] = {}
        for column in range(sheet.width):
            cell = sheet.own(row, column)
            written = read_date(cell, period)
            if len(written.days) == 1 and len(cell.text) > 1:
                days[column] = written.days[0]
        if len(days) < _FEWEST_DAYS or min(days) == 0:
            continue
        words = min(days) - 1
        below = [read_heading(sheet.text(line, words)) for line in range(row + 1, len(sheet.rows))]
        if any(heading.kind is ColumnKind.PEOPLE for heading in below):
            return Across(sheet, row, days, words)
    return None


class AcrossWalk:
    """Walks through such a plan and writes what it finds into the ledger."""

    def __init__(
        self,
        across: Across,
        ledger: Ledger,
        reader: CellReader,
        *,
        period: Period,
        title: str,
        hours: dict[RosterShift, Hours],
    ) -> None:
        self._across = across
        self._sheet = across.sheet
        self._ledger = ledger
        self._reader = reader
        self._period = period
        self._title = title
        self._hours = hours

    def run(self) -> None:
        """Reads every row that is headed by a post."""
        days = self._settled_days()
        taken: set[tuple[tuple[int, int], date]] = set()
        for row in range(self._across.heading_row + 1, len(self._sheet.rows)):
            heading = read_heading(self._sheet.text(row, self._across.words))
            if heading.kind is not ColumnKind.PEOPLE or self._sheet.spans_whole_row(row):
                continue
            for column, day in days.items():
                key = (self._sheet.anchor(row, column), day)
                if key not in taken:
                    taken.add(key)
                    self._reader.read(row, column, self._turn(heading, day))

    def _turn(self, heading: Heading, day: date) -> Turn:
        shift = heading.shift or RosterShift.WHOLE_DAY
        hours = heading.hours or self._hours.get(shift)
        assert heading.post is not None  # noqa: S101 - people headings always carry a post
        return Turn(day, heading.post, heading.label, shift, hours)

    def _settled_days(self) -> dict[int, date]:
        """The days with their years, weekdays compared."""
        settled: dict[int, date] = {}
        previous: date | None = None
        row = self._across.heading_row
        for column, written in self._across.days.items():
            weekday = read_weekday(self._sheet.text(row, column))
            place = self._sheet.place(row, column)
            if weekday is None:
                weekday = read_weekday(self._sheet.text(row + 1, column))
                place = self._sheet.place(row + 1, column)
            day = settle_year(written, weekday, previous, title=self._title, period=self._period)
            if weekday is not None and day.weekday() != weekday:
                self._ledger.note(
                    Finding(
                        FindingCode.WEEKDAY_MISMATCH,
                        Severity.WARNING,
                        place,
                        weekday_word(weekday),
                        day,
                        expected=weekday_word(day.weekday()),
                    )
                )
            settled[column] = previous = day
        return settled
