"""The month folded into two halves side by side; the arrows walk through both as through one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget
from typing_extensions import override

from safetydesk.ui.delegates.day_cell import DayCellDelegate
from safetydesk.ui.models.month import CELL_ROLE, Gap, MonthCell, MonthModel
from safetydesk.ui.tokens import ROW_HEIGHT
from safetydesk.ui.widgets.duty_grid import DutyGrid

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from safetydesk.domain.wording import Words
    from safetydesk.services.views_duty import DaysView, MonthView
    from safetydesk.services.views_findings import FindingsView
    from safetydesk.ui.models.name_choices import PersonChoice

HALF = 16
_DATE_WIDTH, _LEAST_ROW, _HIGHEST_ROW = 84, 24, 48
_PAD, _DISC = 13, 14
_STEPS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}


class MonthTable(QWidget):
    """``picked`` carries the ``MonthCell`` selected, ``opened`` the same with Enter."""

    picked = Signal(object)
    opened = Signal(object)
    month_asked = Signal(int)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = MonthModel(words, self)
        nobody = self.tr("Not planned")
        # A field belongs to one view: shared, both would be told of what was typed.
        self._delegates = (DayCellDelegate(nobody, words), DayCellDelegate(nobody, words))
        for delegate in self._delegates:
            delegate.setParent(self)
        self._halves = (
            _Half(self._model, self._delegates[0], nobody),
            _Half(self._model, self._delegates[1], nobody),
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        line = QFrame()
        line.setProperty("kind", "divider")
        line.setFixedWidth(1)
        for widget in (self._halves[0], line, self._halves[1]):
            row.addWidget(widget, 0 if widget is line else 1)
        for half in self._halves:
            half.stepped.connect(self._on_stepped)
            half.opened.connect(self._on_opened)
            half.page_asked.connect(self.month_asked)
            half.selectionModel().currentChanged.connect(self._on_current)
        self.setFocusProxy(self._halves[0])
        self._current: tuple[int, int] | None = None

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """The posts nobody is planned for, numbered."""
        return self._model.gaps

    @property
    def cells(self) -> MonthModel:
        """The cells, which tell what was edited and exchanged."""
        return self._model

    def name_people(self, choices: Sequence[PersonChoice]) -> None:
        """Who can be named in a cell."""
        for delegate in self._delegates:
            delegate.choices = choices

    def show_month(
        self, month: MonthView | DaysView, today: date, open_from: date | None = None
    ) -> None:
        """Shows a month; the selection stays at its place."""
        place = self._current
        self._model.show_month(month, today, open_from)
        for number, half in enumerate(self._halves):
            half.show_rows(number * HALF, HALF)
        if place is not None:
            self.select(min(place[0], self._model.rowCount() - 1), place[1], focus=False)

    def show_findings(self, findings: FindingsView) -> None:
        """Marks cells with what the rules found in the month shown."""
        self._model.show_findings(findings)

    def current(self) -> MonthCell | None:
        """The cell selected."""
        return self._model.cell(*self._current) if self._current is not None else None

    def select_day(self, day: date, post: str) -> None:
        """Selects a post on a day of the month shown."""
        self.select(day.day - 1, self._model.column_of(post) or 1, focus=False)

    def select(self, row: int, column: int, *, focus: bool = True) -> None:
        """Selects a cell in whichever half it stands."""
        if row < 0 or not self._model.rowCount():
            return
        half = self._halves[row // HALF]
        other = self._halves[1 - row // HALF]
        other.selectionModel().clear()
        half.setCurrentIndex(self._model.index(row, column))
        if focus:
            half.setFocus()

    def focus_cell(self) -> None:
        """The keys go to the cell selected, in whichever half it stands."""
        if self._current is not None:
            self.select(*self._current)

    @Slot(int, int)
    def _on_stepped(self, down: int, right: int) -> None:
        """One cell on; past the right edge of the first half comes the second."""
        if self._current is None:
            self.select(0, 1)
            return
        row, column = self._current[0] + down, self._current[1] + right
        last = self._model.columnCount() - 1
        if column > last and row + HALF < self._model.rowCount() and row < HALF:
            row, column = row + HALF, 1
        elif column < 1 and row >= HALF:
            row, column = row - HALF, last
        if 0 <= row < self._model.rowCount() and 1 <= column <= last:
            self.select(row, column)

    @Slot()
    def _on_opened(self) -> None:
        cell = self.current()
        if cell is not None:
            self.opened.emit(cell)

    @Slot(QModelIndex)
    def _on_current(self, index: QModelIndex) -> None:
        if not index.isValid() or index.column() == 0:
            return
        self._current = (index.row(), index.column())
        other = self._halves[1 - index.row() // HALF]
        if other.currentIndex().isValid():
            other.selectionModel().clear()
        self.picked.emit(self.current())


class _Half(DutyGrid):
    """Sixteen days; rows as high and columns as wide as there is room."""

    stepped = Signal(int, int)

    def __init__(self, model: MonthModel, delegate: DayCellDelegate, nobody: str) -> None:
        super().__init__(model, delegate)
        self._nobody = nobody
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Month table"))
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(_LEAST_ROW)

    def show_rows(self, first: int, count: int) -> None:
        """Shows these rows of the month only."""
        for row in range(self.model().rowCount()):
            self.setRowHidden(row, not first <= row < first + count)
        self._fit()

    @override
    def minimumSizeHint(self) -> QSize:
        """All rows at their least height."""
        return QSize(240, ROW_HEIGHT + HALF * _LEAST_ROW)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Takes the room there is."""
        super().resizeEvent(event)
        self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Arrows step, also into the other half."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.stepped.emit(*_STEPS[key])
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        """Rows share the height; columns get what one name needs, the rest goes to the longest."""
        height = self.viewport().height() // HALF
        self.verticalHeader().setDefaultSectionSize(max(_LEAST_ROW, min(height, _HIGHEST_ROW)))
        columns = self.model().columnCount() - 1
        if columns < 1:
            return
        room = self.viewport().width() - _DATE_WIDTH
        least, wanted = self._needs(columns)
        spare = room - sum(least)
        widths = [float(width) for width in least]
        missing = [want - width for want, width in zip(wanted, least, strict=True)]
        if spare > 0 and any(missing):
            share = min(1.0, spare / sum(missing))
            widths = [width + part * share for width, part in zip(widths, missing, strict=True)]
        rest = (room - sum(widths)) / columns
        self.setColumnWidth(0, _DATE_WIDTH)
        for column, width in enumerate(widths):
            self.setColumnWidth(column + 1, int(width + rest))

    def _needs(self, columns: int) -> tuple[list[int], list[int]]:
        """For each post the width of its longest name, and of its fullest cell."""
        metrics = self.fontMetrics()
        model = self.model()
        least, wanted = [0] * columns, [0] * columns
        gap = metrics.horizontalAdvance(self._nobody) + _DISC
        for column in range(columns):
            for row in range(model.rowCount()):
                cell = model.index(row, column + 1).data(CELL_ROLE)
                for person in cell.people:
                    least[column] = max(least[column], metrics.horizontalAdvance(person.name))
                if cell.gap:
                    least[column] = max(least[column], gap)
                wanted[column] = max(wanted[column], metrics.horizontalAdvance(cell.names))
        least = [width + _PAD for width in least]
        return least, [max(want + _PAD, low) for want, low in zip(wanted, least, strict=True)]
