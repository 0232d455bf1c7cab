"""The card of the chronology: newest first, each line with the sign of its kind, filtered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Signal, Slot
from typing_extensions import override

from safetydesk.services.views_incidents import Mark
from safetydesk.ui.delegates.row_delegate import RowDelegate, paint_surface
from safetydesk.ui.marks import TimelineSign, paint_timeline_sign
from safetydesk.ui.models.rows_model import CELL_ROLE, Cell, Column
from safetydesk.ui.theme import colour
from safetydesk.ui.widgets.card import Card
from safetydesk.ui.widgets.row_table import RowTable
from safetydesk.ui.widgets.segment import Segment
from safetydesk.ui.widgets.whole_rows import WholeRows

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from safetydesk.domain.clock import Clock
    from safetydesk.services.views_incidents import IncidentView, TimelineLine
    from safetydesk.ui.wording import Wording

_ALL = "all"
_SIGN, _SIGNS, _RECORDERS = 16, 1, 3


class TimelineDelegate(RowDelegate):
    """Paints the sign of a line and the thread that joins it to its neighbours."""

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        /,
    ) -> None:
        """Draws as other rows; the second column is the sign."""
        cell = index.data(CELL_ROLE)
        if index.column() != _SIGNS or not isinstance(cell, Cell):
            super().paint(painter, option, index)
            return
        paint_surface(painter, option)
        box = QRectF(option.rect)
        middle = box.center().x()
        if index.row():
            painter.fillRect(QRectF(middle, box.top(), 1, 7), colour("line2"))
        if index.row() < index.model().rowCount() - 1:
            painter.fillRect(QRectF(middle, box.bottom() - 7, 1, 7), colour("line2"))
        sign = QRectF(middle - _SIGN / 2, box.center().y() - _SIGN / 2, _SIGN, _SIGN)
        paint_timeline_sign(painter, TimelineSign(cell.icon), sign)


class TimelineCard(Card):
    """``entry_asked`` carries the number of the log entry behind a line."""

    entry_asked = Signal(int)

    def __init__(self, wording: Wording, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._lines: tuple[TimelineLine, ...] = ()
        self.set_title(self.tr("Chronology"))
        self._filter = Segment()
        self._filter.setProperty("dense", True)  # noqa: FBT003 - Qt's own signature
        self.head.addWidget(self._filter)
        self.table: RowTable[TimelineLine] = RowTable(
            [
                Column("", lambda row: Cell(wording.moment(row.at, clock.now()), bold=True), 84),
                Column("", lambda row: Cell(row.mark.chinese_name, icon=row.mark.value), 28),
                Column("", lambda row: Cell(row.text)),
                Column("", lambda row: Cell(row.who, tone="t2"), width=72, right=True),
            ],
            key=lambda row: f"{row.at.isoformat()} {row.entry_seq} {row.text}",
            head=False,
        )
        self.table.setItemDelegate(TimelineDelegate(self.table))
        self.table.setAccessibleName(self.tr("Chronology"))
        self.body.addWidget(WholeRows(self.table))
        self._filter.chosen.connect(self._show)
        self.table.opened.connect(self._on_opened)

    def show_view(self, view: IncidentView) -> None:
        """Shows everything that happened."""
        self._lines = view.timeline
        marks = (Mark.REPORT, Mark.SCENE, Mark.ORDER)
        options = [(mark.value, mark.chinese_name) for mark in marks]
        self._filter.set_options([(_ALL, self.tr("All")), *options])
        self.set_count(len(self._lines))
        self._show()

    @override
    def set_narrow(self, narrow: bool) -> None:
        """On small screens the words get the room of the recorder's name."""
        super().set_narrow(narrow)
        self.table.setColumnHidden(_RECORDERS, narrow)

    @Slot()
    def _show(self) -> None:
        wanted = self._filter.current()
        shown = [line for line in self._lines if wanted in (_ALL, line.mark.value)]
        self.table.set_rows(list(reversed(shown)))

    @Slot(object)
    def _on_opened(self, line: TimelineLine) -> None:
        if line.entry_seq is not None:
            self.entry_asked.emit(line.entry_seq)
