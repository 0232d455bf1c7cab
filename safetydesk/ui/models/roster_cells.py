"""What every table of the roster has in common: cells that are edited, emptied and exchanged."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from typing_extensions import override

if TYPE_CHECKING:
    from safetydesk.ui.models.month import MonthCell

Index = QModelIndex | QPersistentModelIndex
CELL_MIME = "application/x-safetydesk-roster-cell"
PERSON_MIME = "application/x-safetydesk-person"
NOWHERE = QModelIndex()
# Asked for with every cell that is painted: Qt's flags are slow to join in Python.
_SHOWN = Qt.ItemFlag.ItemIsEnabled
_CHOSEN = _SHOWN | Qt.ItemFlag.ItemIsSelectable
_WRITABLE = (
    _CHOSEN
    | Qt.ItemFlag.ItemIsEditable
    | Qt.ItemFlag.ItemIsDropEnabled
    | Qt.ItemFlag.ItemIsDragEnabled
)


class RosterCellModel(QAbstractTableModel):
    """Tells what is to be done; the cells themselves change when the plan has.

    ``edited`` carries the cell and the names typed; ``exchanged`` two cells; ``given`` a cell and a
    person's id; ``taken`` the cell marked for an exchange, or None.
    """

    edited = Signal(object, str)
    exchanged = Signal(object, object)
    given = Signal(object, int)
    taken = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.writable = False
        self._taken: MonthCell | None = None

    @abstractmethod
    def cell_at(self, index: Index) -> MonthCell | None:
        """The cell of a place; None where there is no duty (dates, heads)."""

    def editable(self, index: Index) -> bool:
        """Whether the cell may be written: somebody may, and its day is not over."""
        cell = self.cell_at(index)
        return self.writable and cell is not None and bool(cell.post) and cell.open

    @override
    def flags(self, index: Index, /) -> Qt.ItemFlag:
        """Duty cells are selected; those still open are edited, dragged and dropped on."""
        cell = self.cell_at(index)
        if cell is None or not cell.post:
            return _SHOWN
        return _WRITABLE if self.writable and cell.open else _CHOSEN

    @override
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole, /) -> bool:
        """Tells what was typed; the cell itself changes when the plan has."""
        cell = self.cell_at(index)
        if cell is None or not self.editable(index) or str(value).strip() == cell.names:
            return False
        self.edited.emit(cell, str(value))
        return True

    def empty(self, index: Index) -> None:
        """Nobody shall be in the cell."""
        cell = self.cell_at(index)
        if cell is not None and cell.people and self.editable(index):
            self.edited.emit(cell, "")

    def take(self, index: Index) -> None:
        """Marks a cell to be exchanged with the next one chosen."""
        self._taken = self.cell_at(index) if self.editable(index) else None
        self.taken.emit(self._taken)

    def put_taken(self, index: Index) -> None:
        """Exchanges the marked cell with this one."""
        cell, taken = self.cell_at(index), self._taken
        if cell is not None and taken is not None and self.editable(index):
            self._taken = None
            self.taken.emit(None)
            self.exchanged.emit(taken, cell)

    @override
    def supportedDropActions(self) -> Qt.DropAction:
        """Cells move, people are copied in."""
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    @override
    def mimeTypes(self) -> list[str]:
        """Cells of any table of the roster, and people."""
        return [CELL_MIME, PERSON_MIME]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex], /) -> QMimeData:
        """The day and the post of the cell that is dragged."""
        data = QMimeData()
        cell = self.cell_at(indexes[0]) if indexes else None
        if cell is not None:
            key = f"{cell.row.day.isoformat()} {cell.post}"
            data.setData(CELL_MIME, QByteArray(key.encode()))
        return data

    @override
    def dropMimeData(
        self,
        data: QMimeData,
        action: Qt.DropAction,
        row: int,
        column: int,
        parent: Index,
        /,
    ) -> bool:
        """Tells what was dropped on which cell. False: nothing is to be removed at its source."""
        target = parent if parent.isValid() else self.index(row, column)
        cell = self.cell_at(target)
        if cell is None or not self.editable(target):
            return False
        if data.hasFormat(PERSON_MIME):
            self.given.emit(cell, int(bytes(data.data(PERSON_MIME).data()).decode()))
        elif data.hasFormat(CELL_MIME):
            source = self.cell_of(bytes(data.data(CELL_MIME).data()).decode())
            if source is not None and source is not cell:
                self.exchanged.emit(source, cell)
        return False

    @abstractmethod
    def cell_of(self, key: str) -> MonthCell | None:
        """The cell of ``2025-10-06 primary``; None where it is not shown."""
