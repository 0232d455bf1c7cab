"""A list of rows as the pages show it: by key selected, by Enter opened, without grid noise."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableView, QWidget
from typing_extensions import override

from safetydesk.ui.delegates.row_delegate import EDGE, RowDelegate
from safetydesk.ui.models.rows_model import Column, RowsModel
from safetydesk.ui.theme import colour
from safetydesk.ui.tokens import ROW_HEIGHT

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

T = TypeVar("T")


class RowTable(QTableView, Generic[T]):
    """``opened`` and ``picked`` carry the row itself; the selection survives refetching by key."""

    opened = Signal(object)
    picked = Signal(object)

    def __init__(
        self,
        columns: Sequence[Column[T]],
        *,
        key: Callable[[T], str],
        head: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._rows: RowsModel[T] = RowsModel(columns, key, self)
        self._as_high_as_rows = False
        self._without_rows = ""
        self.setModel(self._rows)
        self.setItemDelegate(RowDelegate(self))
        self._dress(head=head)
        self._give_widths()
        self.activated.connect(self._on_activated)
        self.selectionModel().currentRowChanged.connect(self._on_current_changed)

    def set_rows(self, rows: Sequence[T]) -> None:
        """Shows other rows and keeps the selected one, if it is still there."""
        key = self.current_key()
        place = self.verticalScrollBar().value()
        self._rows.set_rows(rows)
        if key and (found := self._rows.place_of(key)) >= 0 and self.current_key() != key:
            self.setCurrentIndex(self._rows.index(found, 0))
        self.verticalScrollBar().setValue(place)
        if self._without_rows:
            self.setAccessibleDescription("" if rows else self._without_rows)
        if self._as_high_as_rows:
            self.updateGeometry()

    def current(self) -> T | None:
        """The selected row."""
        index = self.currentIndex()
        return self._rows.row(index.row()) if index.isValid() else None

    def current_key(self) -> str:
        """The key of the selected row; empty when none is."""
        index = self.currentIndex()
        return self._rows.key_at(index.row()) if index.isValid() else ""

    def select_key(self, key: str) -> bool:
        """Selects a row; whether it is there."""
        place = self._rows.place_of(key)
        if place >= 0:
            self.setCurrentIndex(self._rows.index(place, 0))
        return place >= 0

    def row_at(self, number: int) -> T:
        """The row at a place."""
        return self._rows.row(number)

    def row_count(self) -> int:
        """How many rows are shown."""
        return self._rows.rowCount()

    def say_when_empty(self, words: str) -> None:
        """What stands in the place of the first row while there is none."""
        self._without_rows = words
        self.viewport().update()

    def fit_rows(self) -> None:
        """Makes the table as high as its rows, for short lists on cards."""
        self._as_high_as_rows = True
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    @override
    def sizeHint(self) -> QSize:
        """The rows' height where the table fits them."""
        if not self._as_high_as_rows:
            return super().sizeHint()
        head = 0 if self.horizontalHeader().isHidden() else ROW_HEIGHT
        return QSize(200, head + ROW_HEIGHT * self._rows.rowCount())

    @override
    def minimumSizeHint(self) -> QSize:
        """One row: small screens show fewer."""
        head = 0 if self.horizontalHeader().isHidden() else ROW_HEIGHT
        return QSize(120, head + ROW_HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        """Draws the rows, or why there are none."""
        super().paintEvent(event)
        if self._without_rows and not self._rows.rowCount():
            painter = QPainter(self.viewport())
            painter.setPen(colour("t3"))
            line = QRect(EDGE, 0, self.viewport().width() - 2 * EDGE, ROW_HEIGHT)
            painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter), self._without_rows)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Enter opens; Tab leaves the table instead of walking through its cells."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self._on_activated(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _dress(self, *, head: bool) -> None:
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalHeader().setMinimumSectionSize(ROW_HEIGHT)
        self.horizontalHeader().setVisible(head)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setFixedHeight(ROW_HEIGHT)

    def _give_widths(self) -> None:
        header = self.horizontalHeader()
        for number, column in enumerate(self._rows.columns):
            if column.width:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Interactive)
                header.resizeSection(number, column.width)
            else:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        self.opened.emit(self._rows.row(index.row()))

    @Slot()
    def _on_current_changed(self) -> None:
        self.picked.emit(self.current())
