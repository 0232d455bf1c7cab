"""The week as a table: a column a day, a row a post, everybody with their hours."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QHeaderView
from typing_extensions import override

from safetydesk.ui.delegates.week_cell import WeekCellDelegate
from safetydesk.ui.models.week import WeekModel
from safetydesk.ui.widgets.day_header import DayHeader
from safetydesk.ui.widgets.duty_grid import DutyGrid

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from safetydesk.domain.wording import Words
    from safetydesk.services.views_duty import DaysView
    from safetydesk.services.views_findings import FindingsView
    from safetydesk.ui.models.month import Gap, MonthCell
    from safetydesk.ui.models.name_choices import PersonChoice

_LEAST_ROW, _HIGHEST_ROW = 44, 120


class WeekTable(DutyGrid):
    """``picked`` carries the ``MonthCell`` selected, ``cell_opened`` the same with Enter."""

    picked = Signal(object)
    cell_opened = Signal(object)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        self._week = WeekModel(words)
        self._names = WeekCellDelegate(QCoreApplication.translate("WeekTable", "Not planned"))
        super().__init__(self._week, self._names, parent)
        self._week.setParent(self)
        self._names.setParent(self)
        self.setAccessibleName(self.tr("Week table"))
        self.setHorizontalHeader(DayHeader(self))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.verticalHeader().setFixedWidth(76)
        self.verticalHeader().setHighlightSections(False)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.opened.connect(self._on_opened)

    @property
    def cells(self) -> WeekModel:
        """The cells, which tell what was edited and exchanged."""
        return self._week

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """The posts nobody is planned for, numbered."""
        return self._week.gaps

    def name_people(self, choices: Sequence[PersonChoice]) -> None:
        """Who can be named in a cell."""
        self._names.choices = choices

    def show_days(self, view: DaysView, today: date, open_from: date) -> None:
        """Shows the week; the selection stays at its place."""
        before = self.currentIndex()
        place = (before.row(), before.column()) if before.isValid() else (0, 0)
        self._week.show_days(view, today, open_from)
        self._fit()
        self.setCurrentIndex(self._week.index(*place))

    def show_findings(self, findings: FindingsView) -> None:
        """Marks cells with what the rules found in the days shown."""
        self._week.show_findings(findings)

    def current(self) -> MonthCell | None:
        """The cell selected."""
        return self._week.cell_at(self.currentIndex())

    def select_day(self, day: date, post: str) -> None:
        """Selects a post on a day of the week shown."""
        index = self._week.place_of(day, post)
        if index.isValid():
            self.setCurrentIndex(self._week.index(index.row(), index.column()))

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Rows share the height."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Each row what its fullest cell needs; what is left goes to all alike."""
        count = self._week.rowCount()
        if not count:
            return
        needs = [max(_LEAST_ROW, self.sizeHintForRow(row)) for row in range(count)]
        spare = max(0, self.viewport().height() - sum(needs)) // count
        for row, need in enumerate(needs):
            self.setRowHeight(row, min(need + spare, max(need, _HIGHEST_ROW)))

    @Slot(QModelIndex)
    def _on_current(self, index: QModelIndex) -> None:
        self.picked.emit(self._week.cell_at(index))

    @Slot()
    def _on_opened(self) -> None:
        cell = self.current()
        if cell is not None:
            self.cell_opened.emit(cell)
