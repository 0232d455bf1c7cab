"""Rosters with a row (or several) a day: the monthly table and the holiday table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from safetydesk.domain.roster_sheet import RosterPost, RosterShift
from safetydesk.domain.sheet_findings import Finding, FindingCode, Severity
from safetydesk.exchange.roster_cells import (
    CHANGE,
    SETTLED,
    CellReader,
    CellReport,
    PhoneCell,
    note_marks,
)
from safetydesk.exchange.roster_dates import (
    Period,
    WrittenDate,
    read_date,
    read_weekday,
    settle_year,
    weekday_word,
)
from safetydesk.exchange.roster_ledger import Ledger, Turn
from safetydesk.exchange.roster_words import ColumnKind, Hours, post_of, read_hours, shift_of

if TYPE_CHECKING:
    from safetydesk.exchange.roster_columns import PeopleColumn, Table

FOOTER = re.compile(
    r"^\s*(?:注|备注|说明|备\s*注)\s*[:：]|制表|填表|审核|签发|审批|填报|值班电话[:：]|传真[:：]|联系电话[:：]"
)
_POINTED = re.compile(r"\d{1,2}[./](\d)")
_YEAR = re.compile(r"20\d\d")


@dataclass(frozen=True)
class SeenCell:
    """What one cell for people held on one day, kept for the checks over the whole table."""

    day: date
    column: PeopleColumn
    place: str
    text: str
    report: CellReport


@dataclass
class TableOutcome:
    """What walking through a table left behind for the checks."""

    days: list[tuple[date, str]] = field(default_factory=list[tuple[date, str]])
    cells: list[SeenCell] = field(default_factory=list[SeenCell])


@dataclass(frozen=True)
class _Frame:
    """What the sheet says for all its rows."""

    period: Period
    title: str
    hours: dict[RosterShift, Hours]


class TableWalk:
    """Walks down one table and writes what it finds into the ledger."""

    def __init__(
        self,
        table: Table,
        ledger: Ledger,
        reader: CellReader,
        *,
        period: Period,
        title: str,
        hours: dict[RosterShift, Hours],
    ) -> None:
        self._table = table
        self._sheet = table.sheet
        self._ledger = ledger
        self._reader = reader
        self._frame = _Frame(period, title, hours)
        self._outcome = TableOutcome()
        self._current: tuple[date, ...] = ()
        self._previous: date | None = None
        self._previous_row = -1
        self._seen: dict[date, str] = {}
        self._taken: set[tuple[tuple[int, int], date, str]] = set()

    def run(self) -> TableOutcome:
        """Reads every row; the outcome is for the checks."""
        self._note_hidden_columns()
        for row in range(self._table.first, self._table.last):
            if row in self._sheet.hidden_rows:
                self._note_hidden_row(row)
                continue
            for day in self._days_of(row):
                self._read_row(row, day)
            self._read_note(row)
        return self._outcome

    def _visible_people(self) -> Iterator[PeopleColumn]:
        hidden = self._sheet.hidden_columns
        return (column for column in self._table.people if column.index not in hidden)

    def _note_hidden_columns(self) -> None:
        for column in self._table.people:
            if column.index in self._sheet.hidden_columns:
                self._ledger.remark(
                    FindingCode.HIDDEN_COLUMN,
                    Severity.WARNING,
                    self._sheet.place(self._table.heading_row, column.index),
                    column.heading.label,
                )

    def _note_hidden_row(self, row: int) -> None:
        shown = [self._sheet.own(row, column.index).text for column in self._table.people]
        if any(shown):
            self._ledger.remark(
                FindingCode.HIDDEN_ROW,
                Severity.WARNING,
                self._sheet.place(row, self._table.date),
                " ".join(self._sheet.own(row, index).text for index in range(self._sheet.width)),
            )

    def _days_of(self, row: int) -> tuple[date, ...]:
        """The days the row speaks for; none for blank rows, footers and refused rows."""
        place = self._sheet.anchor(row, self._table.date)
        cell = self._sheet.cell(row, self._table.date)
        if cell.empty or place[0] < row:
            return self._current if self._continues(row) else ()
        written = read_date(cell, self._frame.period)
        self._current = ()
        if written.invalid:
            self._ledger.remark(
                FindingCode.INVALID_DATE, Severity.ERROR, self._sheet.place(*place), cell.text
            )
        elif written.days:
            self._current = self._settle(row, written)
            note_marks(self._ledger, cell, self._sheet.place(*place), self._plain_turn())
        return self._current

    def _continues(self, row: int) -> bool:
        """Whether a row without a date of its own goes on with the day above."""
        shown = [self._sheet.own(row, column).text for column in range(self._sheet.width)]
        if any(FOOTER.search(text) for text in shown):
            self._current = ()
        return any(not self._sheet.own(row, c.index).empty for c in self._table.people)

    def _plain_turn(self) -> Turn:
        day = self._current[0] if self._current else self._previous
        return Turn(day or date.min, RosterPost.OFFICER, "")

    def _settle(self, row: int, written: WrittenDate) -> tuple[date, ...]:
        """The days, after year, lost zeros, weekday, period and repetition were looked at."""
        place = self._sheet.place(*self._sheet.anchor(row, self._table.date))
        text = self._sheet.text(row, self._table.date)
        weekday, weekday_place = self._weekday(row, written)
        first = written.days[0]
        if not _YEAR.search(text):
            first = settle_year(
                first,
                weekday,
                self._previous,
                title=self._frame.title,
                period=self._frame.period,
            )
        inferred = self._restore_zero(text, written, weekday)
        if inferred is not None:
            first = inferred
            self._ledger.remark(FindingCode.DATE_INFERRED, Severity.INFO, place, text, first)
        if weekday is not None and first.weekday() != weekday:
            self._note_weekday(weekday_place, weekday, first)
        if not self._frame.period.holds(first):
            self._ledger.remark(
                FindingCode.DATE_OUT_OF_PERIOD, Severity.WARNING, place, text, first
            )
        if self._repeats(row, first, place, text):
            return ()
        self._previous, self._previous_row = first, row
        shift = first - written.days[0]
        days = tuple(day + shift for day in written.days)
        self._outcome.days.extend((day, place) for day in days)
        return days

    def _weekday(self, row: int, written: WrittenDate) -> tuple[int | None, str]:
        column = self._table.other(ColumnKind.WEEKDAY)
        if column is not None:
            found = read_weekday(self._sheet.text(row, column))
            if found is not None:
                return found, self._sheet.place(*self._sheet.anchor(row, column))
        place = self._sheet.place(*self._sheet.anchor(row, self._table.date))
        return (written.weekday if len(written.days) == 1 else None), place

    def _note_weekday(self, place: str, written: int, day: date) -> None:
        self._ledger.note(
            Finding(
                FindingCode.WEEKDAY_MISMATCH,
                Severity.WARNING,
                place,
                weekday_word(written),
                day,
                expected=weekday_word(day.weekday()),
            )
        )

    def _restore_zero(self, text: str, written: WrittenDate, weekday: int | None) -> date | None:
        """The day where a spreadsheet made 12.1 of 12.10: the row above and the weekday tell."""
        match = _POINTED.fullmatch(text)
        if not written.pointed or match is None or self._previous is None:
            return None
        expected = self._previous + timedelta(days=1)
        lost = expected.day == int(match.group(1)) * 10 and expected.month == written.days[0].month
        agrees = weekday is None or expected.weekday() == weekday
        return expected if lost and agrees else None

    def _repeats(self, row: int, day: date, place: str, text: str) -> bool:
        """Whether the day stood further up already, and nothing tells the two rows apart."""
        earlier = self._seen.setdefault(day, place)
        if earlier == place or any(
            self._table.other(kind) is not None
            for kind in (ColumnKind.DEPARTMENT, ColumnKind.UNIT, ColumnKind.SHIFT, ColumnKind.POST)
        ):
            return False
        columns = [column.index for column in self._table.people]
        completes = all(
            self._sheet.own(row, index).empty or self._sheet.own(row - 1, index).empty
            for index in columns
        )
        if completes or (len(columns) == 1 and self._previous_row == row - 1):
            return False
        self._ledger.note(
            Finding(
                FindingCode.DUPLICATE_DATE, Severity.ERROR, place, text, day, related=(earlier,)
            )
        )
        return True

    def _read_row(self, row: int, day: date) -> None:
        for column in self._visible_people():
            anchor = self._sheet.anchor(row, column.index)
            turn = self._turn(row, day, column)
            key = (anchor, day, turn.post.value)
            if key in self._taken:
                continue
            self._taken.add(key)
            phones = (
                PhoneCell(row, column.phones, column.phones_label)
                if column.phones is not None
                else None
            )
            before = len(self._ledger.assignments)
            report = self._reader.read(row, column.index, turn, phones)
            self._add_titles(row, column, before)
            self._outcome.cells.append(
                SeenCell(
                    day,
                    column,
                    self._sheet.place(*anchor),
                    self._sheet.text(row, column.index),
                    report,
                )
            )

    def _add_titles(self, row: int, column: PeopleColumn, before: int) -> None:
        """Titles from their own column, where the cell names one person."""
        if column.title is None or len(self._ledger.assignments) != before + 1:
            return
        title = self._sheet.text(row, column.title)
        last = self._ledger.assignments[-1]
        self._ledger.assignments[-1] = replace(last, title=last.title or title)

    def _turn(self, row: int, day: date, column: PeopleColumn) -> Turn:
        heading = column.heading
        post, label = heading.post or RosterPost.OFFICER, heading.label
        own_post = self._word(row, ColumnKind.POST)
        if own_post and post_of(own_post) is not None:
            post, label = post_of(own_post) or post, own_post
        shift_word = self._word(row, ColumnKind.SHIFT)
        shift = shift_of(shift_word) or shift_of(own_post) or heading.shift
        hours = read_hours(shift_word) or heading.hours
        if shift is None and hours is None and RosterShift.WHOLE_DAY not in self._frame.hours:
            only_day = len(self._frame.hours) == 1 and RosterShift.DAY in self._frame.hours
            shift = RosterShift.DAY if only_day else None
        shift = shift or RosterShift.WHOLE_DAY
        return Turn(
            day,
            post,
            label,
            shift,
            hours or self._frame.hours.get(shift),
            unit=self._word(row, ColumnKind.UNIT),
            department=self._department(row, column),
        )

    def _department(self, row: int, column: PeopleColumn) -> str:
        """The row's department; a cell merged over several departments belongs to none."""
        mine, theirs = (
            self._sheet.area_at(row, index)
            for index in (column.index, self._table.other(ColumnKind.DEPARTMENT) or 0)
        )
        rows = mine.bottom - mine.top if mine else 0
        wider = rows > (theirs.bottom - theirs.top if theirs else 0)
        return "" if wider else self._word(row, ColumnKind.DEPARTMENT)

    def _word(self, row: int, kind: ColumnKind) -> str:
        column = self._table.other(kind)
        return self._sheet.text(row, column) if column is not None else ""

    def _read_note(self, row: int) -> None:
        column = self._table.other(ColumnKind.NOTE)
        if column is None or not self._current:
            return
        text = self._sheet.text(row, column)
        place = self._sheet.place(*self._sheet.anchor(row, column))
        if CHANGE.search(text) and not SETTLED.search(text):
            self._ledger.remark(
                FindingCode.NOTE_MENTIONS_CHANGE, Severity.INFO, place, text, self._current[0]
            )
