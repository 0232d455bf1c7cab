"""The year as one long table: a row a day, a column a post, scrolled; twelve posts fit."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView
from typing_extensions import override

from safetydesk.ui.delegates.day_cell import DayCellDelegate
from safetydesk.ui.models.month import MonthModel
from safetydesk.ui.tokens import ROW_HEIGHT
from safetydesk.ui.widgets.duty_grid import DutyGrid

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from safetydesk.domain.wording import Words
    from safetydesk.services.views_duty import DaysView
    from safetydesk.services.views_findings import FindingsView
    from safetydesk.ui.models.month import MonthCell
    from safetydesk.ui.models.name_choices import PersonChoice

_DATE_WIDTH, _LEAST_COLUMN = 124, 92
_MONTHS = 12


class YearTable(DutyGrid):
    """``picked`` carries the ``MonthCell`` selected; Page keys step by months, Home to today."""

    picked = Signal(object)
    cell_opened = Signal(object)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        self._days = MonthModel(words)
        nobody = QCoreApplication.translate("YearTable", "Not planned")
        self._names = DayCellDelegate(nobody, words, dated=True)
        super().__init__(self._days, self._names, parent)
        self._days.setParent(self)
        self._names.setParent(self)
        self._today = date.min
        self.setAccessibleName(self.tr("Year table"))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.opened.connect(self._on_opened)

    @property
    def cells(self) -> MonthModel:
        """The cells, which tell what was edited and exchanged."""
        return self._days

    def name_people(self, choices: Sequence[PersonChoice]) -> None:
        """Who can be named in a cell."""
        self._names.choices = choices

    def show_days(self, view: DaysView, today: date, open_from: date) -> None:
        """Shows the year; the place and the selection stay, at first they are today's."""
        before, bar = self.currentIndex(), self.verticalScrollBar().value()
        place = (before.row(), before.column())
        first = not self._days.rowCount() or self._days.cell(0, 0).row.day != view.days[0].day
        self._today = today
        self._days.show_month(view, today, open_from)
        self._fit()
        if first:
            self.go_to(today)
        else:
            self.setCurrentIndex(self._days.index(*place))
            self.verticalScrollBar().setValue(bar)

    def show_findings(self, findings: FindingsView) -> None:
        """Marks cells with what the rules found in the days shown."""
        self._days.show_findings(findings)

    def current(self) -> MonthCell | None:
        """The cell selected."""
        cell = self._days.cell_at(self.currentIndex())
        return cell if cell is not None and cell.post else None

    def select_day(self, day: date, post: str) -> None:
        """Selects a post on a day of the year shown."""
        row = self._days.row_of(day)
        if row >= 0:
            self.setCurrentIndex(self._days.index(row, self._days.column_of(post) or 1))

    def go_to(self, day: date) -> None:
        """Scrolls a day to the top and selects its first post."""
        row = self._days.row_of(day)
        if row >= 0:
            index = self._days.index(row, 1)
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtTop)
            self.setCurrentIndex(index)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Page keys go a month on within the year; Home goes to today."""
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            self._turn(-1 if key == Qt.Key.Key_PageUp else 1)
        elif key == Qt.Key.Key_Home and not event.modifiers():
            self.go_to(self._today)
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Columns share the width; many posts are scrolled sideways."""
        super().resizeEvent(event)
        self._fit()

    def _turn(self, step: int) -> None:
        index = self.currentIndex()
        if not index.isValid():
            return
        day = self._days.cell(index.row(), 0).row.day
        number = day.month - 1 + step
        if 0 <= number < _MONTHS:
            self.go_to(date(day.year, number + 1, 1))
        else:
            self.page_asked.emit(step)

    def _fit(self) -> None:
        columns = self._days.columnCount() - 1
        if columns < 1:
            return
        room = self.viewport().width() - _DATE_WIDTH
        self.setColumnWidth(0, _DATE_WIDTH)
        width = max(_LEAST_COLUMN, room // columns)
        for column in range(columns):
            self.setColumnWidth(column + 1, width)

    @Slot(QModelIndex)
    def _on_current(self, index: QModelIndex) -> None:
        cell = self._days.cell_at(index)
        self.picked.emit(cell if cell is not None and cell.post else None)

    @Slot()
    def _on_opened(self) -> None:
        cell = self.current()
        if cell is not None:
            self.cell_opened.emit(cell)
