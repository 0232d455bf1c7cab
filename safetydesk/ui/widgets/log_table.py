"""The ruled table of the log sheet; below the selected line there is room for its acts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from safetydesk.ui.delegates.log_line import LogLineDelegate
from safetydesk.ui.models.log_lines import (
    COLUMNS,
    CONTENT,
    HANDLING,
    KIND,
    NUMBER,
    RECORDER,
    STATE,
    TIME,
    LogLinesModel,
    LogRow,
)
from safetydesk.ui.tokens import ROW_HEIGHT
from safetydesk.ui.widgets.log_acts import ACTS_HEIGHT, LineAct, LogActs

_WIDTHS = {NUMBER: 44, TIME: 64, KIND: 100, STATE: 80, RECORDER: 72}
_HANDLING_SHARE = 0.38
_NEAR_END = 24


class LogTable(QTableView):
    """``act_asked`` carries a ``LineAct`` on the line that ``current_row`` names."""

    act_asked = Signal(object)
    picked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = LogLinesModel(self)
        self._painted = LogLineDelegate(self)
        self._measured: dict[int, tuple[tuple[int, int], LogRow, int]] = {}
        self.setModel(self._lines)
        self.setItemDelegate(self._painted)
        self._dress()
        self._acts = LogActs(self.viewport())
        self._acts.hide()
        self._acts.asked.connect(self.act_asked)
        self._heights = QTimer(self, singleShot=True, interval=0)
        self._heights.timeout.connect(self._give_heights)
        self.selectionModel().currentRowChanged.connect(self._on_current_changed)
        self.verticalScrollBar().valueChanged.connect(self._place_acts)
        self._lines.modelReset.connect(self._give_heights)

    def show_rows(self, rows: Sequence[LogRow]) -> None:
        """Shows other rows; the selected line stays selected and in its place on the screen."""
        seq, bar = self.current_seq(), self.verticalScrollBar()
        at_end, place = bar.value() >= bar.maximum() - _NEAR_END, bar.value()
        focused = any(button.hasFocus() for button in self._acts.buttons())
        shown = {row.seq for row in rows}
        self._measured = {key: known for key, known in self._measured.items() if key in shown}
        self.clearSpans()
        self._painted.tall_row = -1
        self._lines.set_rows(rows)
        for number, row in enumerate(rows):
            if row.rule:
                self.setSpan(number, 0, 1, COLUMNS)
        if not (seq and self.select(seq, reveal=False)):
            self._hide_acts()
        bar.setValue(bar.maximum() if at_end and not seq else place)
        if focused and self._acts.isVisible():
            self._acts.focus_first()

    def select(self, seq: int, *, reveal: bool = True) -> bool:
        """Selects a line; whether it is shown."""
        place = self._lines.place_of(seq)
        if place < 0:
            return False
        if place != self.currentIndex().row():
            self.setCurrentIndex(self._lines.index(place, CONTENT))
        else:
            self._on_current_changed()
        if reveal:
            self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)
        return True

    def current_row(self) -> LogRow | None:
        """The selected line."""
        index = self.currentIndex()
        return self._lines.row(index.row()) if index.isValid() else None

    def current_seq(self) -> int:
        """The number of the selected entry; 0 when none is."""
        row = self.current_row()
        return row.seq if row else 0

    def acts(self) -> LogActs:
        """The row of acts."""
        return self._acts

    def scroll_to_newest(self) -> None:
        """Shows the end of the sheet."""
        self._give_heights()
        self.scrollToBottom()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Enter goes to the acts, Ctrl+C copies the line, Esc leaves it."""
        if self.current_seq() and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._acts.focus_first()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.act_asked.emit(LineAct.COPY)
        elif event.key() == Qt.Key.Key_Escape and self.current_seq():
            self.setCurrentIndex(QModelIndex())
            self.setFocus()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Shares the width between content and handling, and breaks the lines anew."""
        super().resizeEvent(event)
        fixed = sum(_WIDTHS.values())
        rest = max(self.viewport().width() - fixed, 240)
        self.setColumnWidth(HANDLING, int(rest * _HANDLING_SHARE))
        self.setColumnWidth(CONTENT, rest - int(rest * _HANDLING_SHARE))
        self._heights.start()

    def copy_current(self) -> None:
        """Puts the selected line on the clipboard, as plain text."""
        row = self.current_row()
        if row is not None:
            QGuiApplication.clipboard().setText(row.words)

    def _dress(self) -> None:
        self.setProperty("kind", "sheet")
        self.setShowGrid(True)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAutoScroll(False)
        self.verticalScrollBar().setSingleStep(ROW_HEIGHT)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(8)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setFixedHeight(ROW_HEIGHT)
        header.setStretchLastSection(False)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, width)
        self.setAccessibleName(self.tr("Entries of the shift"))

    @Slot()
    def _give_heights(self) -> None:
        """Makes every row as high as its words need."""
        header = self.verticalHeader()
        for number in range(self._lines.rowCount()):
            height = self._height_of(self._lines.row(number))
            more = ACTS_HEIGHT if number == self._painted.tall_row else 0
            if header.sectionSize(number) != height + more:
                header.resizeSection(number, height + more)
        self._place_acts()

    def _height_of(self, row: LogRow) -> int:
        """How high a row is; breaking its words into lines is only done when they have changed."""
        widths = self.columnWidth(CONTENT), self.columnWidth(HANDLING)
        known = self._measured.get(row.seq)
        if row.seq and known is not None and known[0] == widths and known[1] == row:
            return known[2]
        height = self._painted.height_of(row, *widths, self.font())
        self._measured[row.seq] = (widths, row, height)
        return height

    @Slot()
    def _on_current_changed(self) -> None:
        """The room for the acts moves to the line now selected."""
        row = self.current_row()
        self._painted.acts_height = ACTS_HEIGHT
        self._painted.tall_row = self.currentIndex().row() if row and row.seq else -1
        if row is None or not row.seq:
            self._hide_acts()
        else:
            self._acts.show_row(row)
            self._acts.show()
        self._give_heights()
        if row is not None and row.seq:
            self.scrollTo(self.currentIndex())
        self.picked.emit()

    def _hide_acts(self) -> None:
        self._painted.tall_row = -1
        self._acts.hide()
        self._give_heights()

    @Slot()
    def _place_acts(self) -> None:
        """Keeps the acts at the foot of the selected line while it scrolls."""
        place = self._painted.tall_row
        if place < 0:
            return
        foot = self.rowViewportPosition(place) + self.rowHeight(place) - 1
        left = self.columnViewportPosition(TIME)
        width = self.viewport().width() - left
        self._acts.setGeometry(QRect(left, foot - ACTS_HEIGHT, width, ACTS_HEIGHT))
