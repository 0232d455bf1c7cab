"""Hand-made duty rosters of every recognised shape in one form, with findings per cell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from safetydesk.domain.roster_sheet import KnownPerson, RosterLayout, RosterReading
from safetydesk.domain.sheet_findings import FindingCode, Severity
from safetydesk.exchange import sandbox
from safetydesk.exchange.refusals import refusal
from safetydesk.exchange.roster_across import AcrossWalk, find_across
from safetydesk.exchange.roster_cells import CellReader
from safetydesk.exchange.roster_checks import check_assignments, check_table
from safetydesk.exchange.roster_columns import Table, find_tables
from safetydesk.exchange.roster_dates import Period, read_period
from safetydesk.exchange.roster_hours import stated_hours
from safetydesk.exchange.roster_ledger import Ledger
from safetydesk.exchange.roster_matrix import MatrixWalk, find_matrix
from safetydesk.exchange.roster_people import PeopleBook
from safetydesk.exchange.roster_table import TableWalk
from safetydesk.exchange.roster_words import ColumnKind

if TYPE_CHECKING:
    from safetydesk.exchange.sheets import Book, Sheet

_TITLE_ROWS = 6


def read_roster(
    path: Path,
    today: date,
    people: Sequence[KnownPerson] | None,
    open_book: Callable[[Path], Book] = sandbox.read_book,
) -> RosterReading:
    """What the file says about duty; ``today`` decides the year where the sheet names none.

    ``people`` are those the office knows, or None where names stand as they are written.

    Raises:
        BadInput: the file cannot be read, or holds nothing that looks like a roster.
    """
    return read_roster_book(open_book(path), today, people)


def read_roster_book(
    book: Book, today: date, people: Sequence[KnownPerson] | None
) -> RosterReading:
    """The same for a book that is open already."""
    reader = _RosterReader(book, today, PeopleBook(people))
    return reader.read()


class _RosterReader:
    """Goes through the sheets of one book."""

    def __init__(self, book: Book, today: date, people: PeopleBook) -> None:
        self._book = book
        self._today = today
        self._people = people
        self._ledger = Ledger()
        self._title = ""
        self._layouts: list[RosterLayout] = []
        self._months: list[str] = []

    def read(self) -> RosterReading:
        """Everything the book says."""
        for sheet in self._book.sheets:
            if sheet.hidden:
                self._note_hidden(sheet)
            else:
                self._read_sheet(sheet)
        if not self._layouts:
            raise refusal(
                "not_a_roster",
                self._where(),
                "不像值班表：需要有“日期”列和“带班领导、值班员”等列，或人员在左、日期在上的排班表",
            )
        check_assignments(self._ledger)
        return RosterReading(
            self._layouts[0],
            self._title,
            tuple(self._ledger.assignments),
            tuple(self._ledger.findings),
            tuple(dict.fromkeys(self._months)),
        )

    def _where(self) -> str:
        names = [sheet.name for sheet in self._book.sheets if sheet.name and not sheet.hidden]
        return f"{self._book.name} {names[0]}!A1" if names else self._book.name

    def _note_hidden(self, sheet: Sheet) -> None:
        if any(not sheet.row_is_empty(row) for row in range(len(sheet.rows))):
            self._ledger.remark(
                FindingCode.HIDDEN_SHEET, Severity.WARNING, sheet.place(0, 0), sheet.name
            )

    def _read_sheet(self, sheet: Sheet) -> None:
        titles = _titles(sheet)
        texts = [*titles, *sheet.heading, sheet.name, self._book.name]
        period = read_period(texts, self._today)
        title = next(iter([*sheet.heading, *titles]), sheet.name or Path(self._book.name).stem)
        found = self._read_layouts(sheet, period, title)
        if found is not None:
            self._layouts.append(found)
            self._title = self._title or title
            self._months.extend(f"{year:04d}-{month:02d}" for year, month in period.months)

    def _read_layouts(self, sheet: Sheet, period: Period, title: str) -> RosterLayout | None:
        """The layout that was recognised on the sheet, after reading it."""
        hours = stated_hours(_long_texts(sheet))
        cells = CellReader(sheet, self._ledger, self._people)
        matrix = find_matrix(sheet, period)
        if matrix is not None:
            MatrixWalk(matrix, self._ledger, self._people, period=period, hours=hours).run()
            return RosterLayout.CODE_MATRIX
        tables = find_tables(sheet, period)
        for table in tables:
            walk = TableWalk(table, self._ledger, cells, period=period, title=title, hours=hours)
            check_table(walk.run(), period, self._ledger)
        if tables:
            return _layout_of(tables)
        across = find_across(sheet, period)
        if across is None:
            return None
        AcrossWalk(across, self._ledger, cells, period=period, title=title, hours=hours).run()
        return RosterLayout.DATES_ACROSS


def _layout_of(tables: list[Table]) -> RosterLayout:
    """A holiday table gives a day several rows, told apart by department."""
    parted = tables[0].other(ColumnKind.DEPARTMENT) is not None
    return RosterLayout.HOLIDAY_TABLE if parted else RosterLayout.DAILY_TABLE


def _titles(sheet: Sheet) -> list[str]:
    """The first texts of the sheet's upper rows, on one line each."""
    texts: list[str] = []
    for row in range(min(_TITLE_ROWS, len(sheet.rows))):
        shown = [cell.text for cell in sheet.rows[row] if not cell.empty]
        if len(shown) == 1:
            texts.append("".join(shown[0].split("\n")).strip())
    return texts


def _long_texts(sheet: Sheet) -> list[str]:
    """Everything on the sheet that stands alone in its row: titles, notes, legends."""
    alone: list[str] = list(sheet.heading)
    for cells in sheet.rows:
        shown = [cell.text for cell in cells if not cell.empty]
        if len(shown) == 1:
            alone.append(shown[0])
    return alone
