"""A week of the roster as a table: a row a post, a column a day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from typing_extensions import override

from safetydesk.domain.wording import CHINESE, Words
from safetydesk.ui.models.month import CELL_ROLE, Gap, MonthCell
from safetydesk.ui.models.roster_cells import NOWHERE, Index, RosterCellModel

if TYPE_CHECKING:
    from safetydesk.services.views_duty import DayRow, DaysView
    from safetydesk.services.views_findings import FindingsView

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_EDIT = int(Qt.ItemDataRole.EditRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
DAY_ROLE = CELL_ROLE + 1
"""The ``DayRow`` of a column's head."""


class WeekModel(RosterCellModel):
    """The same cells as the month's, turned round."""

    def __init__(self, words: Words = CHINESE, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._posts: tuple[tuple[str, str], ...] = ()
        self._days: tuple[DayRow, ...] = ()
        self._cells: list[list[MonthCell]] = []
        self.gaps: tuple[Gap, ...] = ()

    def show_days(self, view: DaysView, today: date, open_from: date) -> None:
        """Shows the days; gaps are numbered by day and post."""
        planned = any(people for row in view.days for people in row.cells)
        gaps: list[Gap] = []
        rows: list[list[MonthCell]] = [[] for _ in view.posts]
        for day in view.days:
            for at, (post, label) in enumerate(view.posts):
                missing = planned and post in day.gaps
                if missing:
                    gaps.append(Gap(len(gaps) + 1, day.day, post, label))
                rows[at].append(
                    MonthCell(
                        day,
                        day.day == today,
                        post,
                        label,
                        day.cells[at],
                        len(gaps) if missing else 0,
                        day.day >= open_from,
                    )
                )
        self.beginResetModel()
        self._posts, self._days, self._cells = view.posts, view.days, rows
        self.gaps = tuple(gaps)
        self.endResetModel()

    def show_findings(self, findings: FindingsView) -> None:
        """Marks the cells with the numbers of what the rules found, in place of the gaps' own."""
        found = findings.by_cell()
        self._cells = [
            [cell.found(found.get((cell.row.day, cell.post))) for cell in cells]
            for cells in self._cells
        ]
        last = self.index(len(self._posts) - 1, len(self._days) - 1)
        if last.isValid():
            self.dataChanged.emit(self.index(0, 0), last)

    def place_of(self, day: date, post: str) -> Index:
        """Where a post of a day stands; nowhere where it is not shown."""
        for row, cells in enumerate(self._cells):
            for column, cell in enumerate(cells):
                if cell.row.day == day and cell.post == post:
                    return self.index(row, column)
        return NOWHERE

    @override
    def cell_at(self, index: Index) -> MonthCell | None:
        """The cell of a place."""
        return self._cells[index.row()][index.column()] if index.isValid() else None

    @override
    def cell_of(self, key: str) -> MonthCell | None:
        """The cell of ``2025-10-06 primary``; None where it is not shown."""
        day, _, post = key.partition(" ")
        return self.cell_at(self.place_of(date.fromisoformat(day), post))

    @override
    def rowCount(self, parent: Index = NOWHERE, /) -> int:
        """The posts."""
        return 0 if parent.isValid() else len(self._cells)

    @override
    def columnCount(self, parent: Index = NOWHERE, /) -> int:
        """The days."""
        return 0 if parent.isValid() else len(self._days)

    @override
    def data(self, index: Index, role: int = _DISPLAY, /) -> object:
        """The cell, or its words."""
        cell = self.cell_at(index)
        if cell is None:
            return None
        if role == CELL_ROLE:
            return cell
        if role in {_DISPLAY, _EDIT}:
            return cell.names
        return self._spoken(cell) if role == _ACCESSIBLE else None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY, /
    ) -> object:
        """Days above, posts at the side."""
        if orientation is Qt.Orientation.Vertical:
            return self._posts[section][1].removesuffix("领导") if role == _DISPLAY else None
        day = self._days[section]
        if role == DAY_ROLE:
            return day
        if role == _DISPLAY:
            text = self._words.day.format(month=day.day.month, day=day.day.day, year=day.day.year)
            return f"{self._words.short_weekdays[day.day.weekday()]} {text}"
        return None

    def _spoken(self, cell: MonthCell) -> str:
        head = self._words.weekdays[cell.row.day.weekday()]
        told = (f"{person.name} {person.hours}".strip() for person in cell.people)
        missing = self.tr("nobody planned") if cell.gap else ""
        finding = self.tr("finding {number}").format(number=cell.finding) if cell.finding else ""
        parts = [str(cell.row.day), head, cell.row.holiday, cell.label, *told, missing, finding]
        return "，".join(part for part in parts if part)
