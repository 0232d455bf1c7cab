"""A month of the roster as a table: a row a day, the date first, then a column a post."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from safetydesk.domain.wording import CHINESE, Words
from safetydesk.ui.models.roster_cells import RosterCellModel
from safetydesk.ui.widgets.plain import plain_tooltip

if TYPE_CHECKING:
    from safetydesk.services.views_duty import DayCell, DayRow, DaysView, MonthView
    from safetydesk.services.views_findings import FindingsView, FindingView

CELL_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_EDIT = int(Qt.ItemDataRole.EditRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True)
class MonthCell:
    """One cell: ``post`` is empty in the column of dates; ``gap`` numbers a gap, 0 is none.

    ``open``: its duty day is not over yet.
    """

    row: DayRow
    today: bool
    post: str = ""
    label: str = ""
    people: tuple[DayCell, ...] = ()
    gap: int = 0
    open: bool = True
    finding: int | None = None
    """The number of the gravest finding, 0 for none; None until the rules have looked."""
    denies: bool = True

    @property
    def mark(self) -> int:
        """The number in the corner; 0 is none."""
        return self.gap if self.finding is None else self.finding

    def found(self, finding: FindingView | None) -> MonthCell:
        """The cell once the rules have looked at it."""
        number = finding.number if finding is not None else 0
        denies = finding is not None and finding.denies
        if (self.finding, self.denies) == (number, denies):
            return self
        return replace(self, finding=number, denies=denies)

    @cached_property
    def names(self) -> str:
        """Everybody of the cell."""
        return " ".join(person.name for person in self.people)

    @cached_property
    def looks(self) -> tuple[object, ...]:
        """What is seen of the cell: cells that are equal in it look the same."""
        day_class = self.row.day_class
        if not self.post:
            return self.row.day, day_class, self.row.key_period, self.today
        missing = bool(self.gap), not self.people
        return self.names, missing, self.changed, day_class, self.today, self.mark, self.denies

    @cached_property
    def changed(self) -> bool:
        """Whether a change of the plan put somebody here."""
        return any(person.changed for person in self.people)


@dataclass(frozen=True)
class Gap:
    """A post that nobody is planned for on a day; ``number`` stands in its cell too."""

    number: int
    day: date
    post: str
    label: str


class MonthModel(RosterCellModel):
    """Both halves of the month show this one model, and so does the year."""

    def __init__(self, words: Words = CHINESE, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._titles: tuple[str, ...] = ()
        self._cells: list[tuple[MonthCell, ...]] = []
        self.gaps: tuple[Gap, ...] = ()

    def show_month(
        self, month: MonthView | DaysView, today: date, open_from: date | None = None
    ) -> None:
        """Shows days; gaps are numbered by day and post, unless nothing is planned at all.

        ``open_from`` is the first duty day that is not over, today when left out.
        """
        first_open = open_from or today
        planned = any(people for row in month.days for people in row.cells)
        gaps: list[Gap] = []
        cells: list[tuple[MonthCell, ...]] = []
        for row in month.days:
            marked = row.day == today
            made = [MonthCell(row, marked)]
            is_open = row.day >= first_open
            for (post, label), people in zip(month.posts, row.cells, strict=True):
                if planned and post in row.gaps:
                    gaps.append(Gap(len(gaps) + 1, row.day, post, label))
                number = len(gaps) if planned and post in row.gaps else 0
                made.append(MonthCell(row, marked, post, label, people, number, is_open))
            cells.append(tuple(made))
        self.beginResetModel()
        self._titles = tuple(label for _, label in month.posts)
        self._cells, self.gaps = cells, tuple(gaps)
        self.endResetModel()

    def show_findings(self, findings: FindingsView) -> None:
        """Marks the cells with the numbers of what the rules found, in place of the gaps' own."""
        found = findings.by_cell()
        for at, cells in enumerate(self._cells):
            self._cells[at] = tuple(
                cell.found(found.get((cell.row.day, cell.post))) for cell in cells
            )
        last = self.index(len(self._cells) - 1, len(self._titles))
        if last.isValid():
            self.dataChanged.emit(self.index(0, 0), last)

    def cell(self, row: int, column: int) -> MonthCell:
        """The cell at a place."""
        return self._cells[row][column]

    def column_of(self, post: str) -> int:
        """The column of a post; 0 where there is none."""
        first = self._cells[0] if self._cells else ()
        return next((n for n, cell in enumerate(first) if cell.post == post and n), 0)

    @override
    def rowCount(self, parent: _Index = _NOWHERE, /) -> int:
        """The days of the month."""
        return 0 if parent.isValid() else len(self._cells)

    @override
    def columnCount(self, parent: _Index = _NOWHERE, /) -> int:
        """The date and the posts."""
        return 0 if parent.isValid() else len(self._titles) + 1

    @override
    def data(self, index: _Index, role: int = _DISPLAY, /) -> object:
        """The cell, or its words."""
        if not index.isValid():
            return None
        cell = self._cells[index.row()][index.column()]
        if role == CELL_ROLE:
            return cell
        if role in {_DISPLAY, _EDIT}:
            return cell.names if cell.post else str(cell.row.day.day)
        if role == _ACCESSIBLE:
            return self._spoken(cell)
        if role == _TOOLTIP and len(cell.people) > 1:
            return plain_tooltip(cell.names)
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY, /
    ) -> object:
        """The posts; the head over the dates is the view's own."""
        if orientation is Qt.Orientation.Horizontal and role == _DISPLAY:
            # 带班领导 is 带班 at the head of a narrow column, as on every printed roster.
            return self._titles[section - 1].removesuffix("领导") if section else self.tr("Day")
        if role == int(Qt.ItemDataRole.TextAlignmentRole):
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    @override
    def cell_at(self, index: _Index) -> MonthCell | None:
        """The cell of a place."""
        return self._cells[index.row()][index.column()] if index.isValid() else None

    @override
    def cell_of(self, key: str) -> MonthCell | None:
        """The cell of ``2025-10-06 primary``; None where it is not shown."""
        day, _, post = key.partition(" ")
        return next(
            (
                cell
                for row in self._cells
                if row[0].row.day.isoformat() == day
                for cell in row
                if cell.post == post
            ),
            None,
        )

    def row_of(self, day: date) -> int:
        """The row of a day; -1 where it is not shown."""
        first = self._cells[0][0].row.day if self._cells else day
        row = (day - first).days
        return row if 0 <= row < len(self._cells) else -1

    def _spoken(self, cell: MonthCell) -> str:
        day = cell.row.day
        date_text = self._words.month_day.format(month=day.month, day=day.day, year=day.year)
        weekday = self._words.weekdays[day.weekday()]
        parts = [date_text, weekday, cell.row.holiday, cell.label, cell.names]
        if cell.gap:
            parts.append(self.tr("nobody planned"))
        if cell.finding:
            parts.append(self.tr("finding {number}").format(number=cell.finding))
        return "，".join(part for part in parts if part)
