"""A foreign sheet to look at: its cells as they stand, those remarked upon tinted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QAbstractItemView, QTableView, QVBoxLayout, QWidget

from safetydesk.ui.models.sheet import SheetModel, marks_of, place_of, shown_sheets
from safetydesk.ui.tokens import ROW_HEIGHT
from safetydesk.ui.widgets.segment import Segment

if TYPE_CHECKING:
    from safetydesk.domain.sheet_findings import Finding, Severity
    from safetydesk.exchange.sheets import Book, Sheet
    from safetydesk.ui.models.sheet import Place

_MOST_SPANS = 2_000
_WIDEST, _MEASURED = 180, 60


class SheetView(QWidget):
    """Sheets by name above, the grid below; ``point_at`` brings a cell into view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheets: list[Sheet] = []
        self._marks: list[dict[Place, Severity]] = []
        self._shown = -1
        self._tabs = Segment()
        self._tabs.setAccessibleName(self.tr("Sheets"))
        self._model = SheetModel(self)
        self._grid = QTableView()
        self._grid.setModel(self._model)
        self._grid.setProperty("kind", "sheet")
        self._grid.setAccessibleName(self.tr("The sheet as it was read"))
        self._grid.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._grid.setTabKeyNavigation(False)
        self._grid.setWordWrap(False)
        self._grid.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        column.addWidget(self._tabs)
        column.addWidget(self._grid, 1)
        self._tabs.chosen.connect(self._on_tab)

    def show_book(self, book: Book, findings: Sequence[Finding]) -> None:
        """Shows the first sheet of a file."""
        self._sheets = shown_sheets(book)
        self._marks = marks_of(findings, self._sheets)
        self._tabs.setVisible(len(self._sheets) > 1)
        if len(self._sheets) > 1:
            self._tabs.set_options([(str(n), s.name) for n, s in enumerate(self._sheets)])
        self._shown = -1
        if self._sheets:
            self._show(0)

    @Slot(str)
    def point_at(self, source: str) -> None:
        """Selects the cell that a place such as ``10月!C4`` names."""
        place = place_of(source, self._sheets)
        if place is None:
            return
        number, row, column = place
        self._show(number)
        index = self._model.index(row, column)
        self._grid.setCurrentIndex(index)
        self._grid.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def pointed_text(self) -> str:
        """The text of the cell selected now."""
        return str(self._grid.currentIndex().data() or "")

    def _show(self, number: int) -> None:
        if number == self._shown:
            return
        self._shown = number
        sheet = self._sheets[number]
        self._tabs.choose(str(number))
        self._grid.clearSpans()
        self._model.show_sheet(sheet, self._marks[number])
        for area in sheet.merged[:_MOST_SPANS]:
            rows, columns = area.bottom - area.top + 1, area.right - area.left + 1
            if rows > 1 or columns > 1:
                self._grid.setSpan(area.top, area.left, rows, columns)
        self._fit_columns(sheet)

    def _fit_columns(self, sheet: Sheet) -> None:
        """Columns as wide as their first texts, within bounds."""
        metrics = self._grid.fontMetrics()
        for column in range(min(sheet.width, _MEASURED)):
            texts = (sheet.own(row, column).text for row in range(min(len(sheet.rows), _MEASURED)))
            alone = sheet.area_at
            wide = max(
                (
                    metrics.horizontalAdvance(text.partition("\n")[0])
                    for row, text in enumerate(texts)
                    if alone(row, column) is None
                ),
                default=0,
            )
            self._grid.setColumnWidth(column, max(44, min(wide + 20, _WIDEST)))

    @Slot(str)
    def _on_tab(self, key: str) -> None:
        self._show(int(key))
