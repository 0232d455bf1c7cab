"""A table model over a plain list of rows: columns say what a cell shows, keys keep the selection.

Cells are made once when rows are set, so that painting only looks them up.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

if TYPE_CHECKING:
    from safetydesk.domain.wording import Countdown

T = TypeVar("T")
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
CELL_ROLE = int(Qt.ItemDataRole.UserRole) + 1
KEY_ROLE = int(Qt.ItemDataRole.UserRole) + 2


@dataclass(frozen=True)
class Cell:
    """What one cell shows: a text and its look, or a countdown, or a level mark.

    ``tone`` is a colour of the theme (``t2``, ``o_ink``); ``badge`` frames the text with a badge's
    tone (``plain``, ``i``, ``o``, ``y``, ``r``, ``todo``). ``mark`` stands before the text, small,
    grey and apart from it: the change of a number.
    """

    text: str = ""
    tone: str = "t1"
    bold: bool = False
    struck: bool = False
    badge: str = ""
    level: int = 0
    countdown: Countdown | None = None
    icon: str = ""
    mark: str = ""

    @property
    def words(self) -> str:
        """The cell read aloud."""
        if self.countdown is not None:
            return self.countdown.text
        if self.mark:
            return f"{self.mark} {self.text}"
        return self.text or ("", "Ⅰ", "Ⅱ", "Ⅲ")[self.level]


@dataclass(frozen=True)
class Column(Generic[T]):
    """A column: its head, what its cells show, and its width (0: takes the room that is left)."""

    title: str
    show: Callable[[T], Cell | str]
    width: int = 0
    right: bool = False


class RowsModel(QAbstractTableModel, Generic[T]):
    """Rows of one type in the order given; never sorted or filtered here, the service does that."""

    def __init__(
        self, columns: Sequence[Column[T]], key: Callable[[T], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._key = key
        self._rows: list[T] = []
        self._cells: list[tuple[Cell, ...]] = []

    @property
    def columns(self) -> tuple[Column[T], ...]:
        """The columns from the left."""
        return self._columns

    def set_rows(self, rows: Sequence[T]) -> None:
        """Shows other rows; where only contents differ, nothing is reset."""
        cells = [self._made(row) for row in rows]
        same_keys = [self._key(row) for row in rows] == [self._key(row) for row in self._rows]
        if same_keys:
            self._change_rows(list(rows), cells)
            return
        self.beginResetModel()
        self._rows, self._cells = list(rows), cells
        self.endResetModel()

    def row(self, number: int) -> T:
        """The row at a place."""
        return self._rows[number]

    def place_of(self, key: str) -> int:
        """Where the row with a key stands; -1 when it is not shown."""
        return next((n for n, row in enumerate(self._rows) if self._key(row) == key), -1)

    def key_at(self, number: int) -> str:
        """The key of the row at a place."""
        return self._key(self._rows[number])

    @override
    def rowCount(self, parent: _Index = _NOWHERE, /) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: _Index = _NOWHERE, /) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(self._columns)

    @override
    def data(self, index: _Index, role: int = _DISPLAY, /) -> object:
        """The words, or the whole cell for the delegate."""
        if not index.isValid():
            return None
        if role == CELL_ROLE:
            return self._cells[index.row()][index.column()]
        if role in {_DISPLAY, _ACCESSIBLE}:
            return self._cells[index.row()][index.column()].words
        if role == KEY_ROLE:
            return self._key(self._rows[index.row()])
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY, /
    ) -> object:
        """The heads of the columns, aligned as their cells."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == _DISPLAY:
            return self._columns[section].title
        if role == int(Qt.ItemDataRole.TextAlignmentRole):
            side = (
                Qt.AlignmentFlag.AlignRight
                if self._columns[section].right
                else Qt.AlignmentFlag.AlignLeft
            )
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def _made(self, row: T) -> tuple[Cell, ...]:
        shown = (column.show(row) for column in self._columns)
        return tuple(cell if isinstance(cell, Cell) else Cell(cell) for cell in shown)

    def _change_rows(self, rows: list[T], cells: list[tuple[Cell, ...]]) -> None:
        changed = [n for n, cell in enumerate(cells) if cell != self._cells[n]]
        self._rows, self._cells = rows, cells
        last = len(self._columns) - 1
        for number in changed:
            self.dataChanged.emit(self.index(number, 0), self.index(number, last))
