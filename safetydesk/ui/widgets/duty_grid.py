"""A table of roster cells: walked by keys, edited in the cell, dragged from one to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget
from typing_extensions import override

from safetydesk.ui.tokens import ROW_HEIGHT

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QStyledItemDelegate

    from safetydesk.ui.models.roster_cells import RosterCellModel

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_DELETES = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace})
_CTRL = Qt.KeyboardModifier.ControlModifier


class DutyGrid(QTableView):
    """Enter opens a cell, letters write a name into it, Delete empties it, Ctrl+X and Ctrl+V swap.

    What is edited, dropped or emptied is told by the model; ``page_asked`` turns the period.
    """

    opened = Signal()
    page_asked = Signal(int)

    def __init__(
        self,
        model: RosterCellModel,
        delegate: QStyledItemDelegate,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._cells = model
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.AnyKeyPressed)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDragDropOverwriteMode(True)
        self.setDropIndicatorShown(True)
        self.setTabKeyNavigation(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setFixedHeight(ROW_HEIGHT)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setMinimumSectionSize(20)
        self.doubleClicked.connect(self.opened)

    def source(self) -> QAbstractItemModel:
        """The model as Qt knows it."""
        return self._cells

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """The keys that do something to the cell; everything else is the table's own."""
        key, index = Qt.Key(event.key()), self.currentIndex()
        if key in _ENTER:
            self.opened.emit()
        elif key in _PAGES:
            self.page_asked.emit(_PAGES[key])
        elif key in _DELETES and index.isValid():
            self._cells.empty(index)
        elif event.modifiers() == _CTRL and key == Qt.Key.Key_X and index.isValid():
            self._cells.take(index)
        elif event.modifiers() == _CTRL and key == Qt.Key.Key_V and index.isValid():
            self._cells.put_taken(index)
        elif event.modifiers() & _CTRL:
            event.ignore()
        else:
            super().keyPressEvent(event)
