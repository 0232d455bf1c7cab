"""The alarms that were put aside, until when, and the two ways out: calling again, and closing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from safetydesk.ui.models.rows_model import Column
from safetydesk.ui.widgets.card import EmptyState
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.row_table import RowTable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from safetydesk.services.views_reminders import AlarmItem
    from safetydesk.ui.wording import Wording

_SIZE = (820, 320)
_TIME_WIDTH, _WHO_WIDTH, _WHY_WIDTH = 104, 88, 200


class ShelvedAlarms(QDialog):
    """``returned`` carries the item that shall call again, ``close_asked`` the one that is done.

    Only what no fact of its own ends can be closed here, as in the alarm list.
    """

    returned = Signal(str)
    close_asked = Signal(str)

    def __init__(self, parent: QWidget, wording: Wording) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Shelved alarms"))
        self.resize(*_SIZE)
        self._wording = wording
        self._now: datetime | None = None
        self._table: RowTable[AlarmItem] = RowTable(self._columns(), key=lambda row: row.item)
        self._table.setAccessibleName(self.tr("Shelved alarms"))
        self._back = KeyButton(self.tr("Call again now"), key="Enter", kind="primary")
        self._back.clicked.connect(self._on_back)
        self._close = KeyButton(self.tr("Close it…"), key="Del")
        self._close.clicked.connect(self._on_close)
        QShortcut(QKeySequence(Qt.Key.Key_Delete), self).activated.connect(self._on_close)
        self._table.opened.connect(self._on_back)
        self._table.picked.connect(self._on_picked)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self._table, 1)
        self._empty = EmptyState(self.tr("Nothing is shelved"))
        column.addWidget(self._empty, 1)
        acts = QHBoxLayout()
        acts.addStretch(1)
        acts.addWidget(self._close)
        acts.addWidget(self._back)
        column.addLayout(acts)

    def show_items(self, items: Sequence[AlarmItem], now: datetime) -> None:
        """Shows what is aside now."""
        self._now = now
        self._table.set_rows(items)
        for part in (self._table, self._back, self._close):
            part.setVisible(bool(items))
        self._empty.setVisible(not items)
        if items:
            self._table.setCurrentIndex(self._table.model().index(0, 0))
            self._table.setFocus()

    def _columns(self) -> list[Column[AlarmItem]]:
        """What, due when, put aside by whom until when."""
        return [
            Column(self.tr("What"), lambda row: row.title),
            Column(self.tr("Due"), lambda row: self._moment(row.due_at), _TIME_WIDTH),
            Column(
                self.tr("Aside until"),
                lambda row: self._moment(row.state.shelf.until) if row.state.shelf else "",
                _TIME_WIDTH,
            ),
            Column(
                self.tr("By"),
                lambda row: row.state.shelf.by if row.state.shelf else "",
                _WHO_WIDTH,
            ),
            Column(
                self.tr("Why"),
                lambda row: row.state.shelf.reason if row.state.shelf else "",
                _WHY_WIDTH,
            ),
        ]

    def _moment(self, instant: datetime) -> str:
        """With its day, where that is not today."""
        return self._wording.moment(instant, self._now or instant)

    @Slot()
    def _on_picked(self) -> None:
        """The close is there for what has no fact of its own; the others end by theirs."""
        row = self._table.current()
        self._close.setEnabled(row is not None and row.closable)

    @Slot()
    def _on_close(self) -> None:
        """Del."""
        row = self._table.current()
        if row is not None and row.closable:
            self.close_asked.emit(row.item)

    @Slot()
    def _on_back(self) -> None:
        """Enter."""
        row = self._table.current()
        if row is not None:
            self.returned.emit(row.item)
