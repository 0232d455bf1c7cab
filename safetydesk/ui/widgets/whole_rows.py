"""The room of a table among others on a page: as many rows as fit whole, never a part of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from safetydesk.ui.tokens import ROW_HEIGHT

if TYPE_CHECKING:
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QTableView


class WholeRows(QWidget):
    """Holds a table of rows of 32 px; what is left of the height stays empty below it."""

    def __init__(self, table: QTableView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        table.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusProxy(table)

    @override
    def sizeHint(self) -> QSize:
        """What the table would like."""
        return self._table.sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        """What the table needs."""
        return self._table.minimumSizeHint()

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Gives the table whole rows."""
        super().resizeEvent(event)
        spare = self.height() % ROW_HEIGHT  # a head is as high as a row
        self._table.setGeometry(0, 0, self.width(), self.height() - spare)
