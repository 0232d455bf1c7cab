"""A list of contacts that were found, in the order in which the service ranked them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

if TYPE_CHECKING:
    from safetydesk.services.views_contacts import ContactLine

LINE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class HitsModel(QAbstractListModel):
    """One row a contact; ``LINE_ROLE`` gives the line to the delegate."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[ContactLine, ...] = ()

    def set_lines(self, lines: Sequence[ContactLine]) -> None:
        """Shows other hits."""
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def line(self, row: int) -> ContactLine:
        """The hit at a place."""
        return self._lines[row]

    def place_of(self, key: str) -> int:
        """Where a contact stands; -1 when it is not among the hits."""
        return next((n for n, line in enumerate(self._lines) if line.key == key), -1)

    @override
    def rowCount(self, parent: _Index = _NOWHERE, /) -> int:
        """How many hits there are."""
        return 0 if parent.isValid() else len(self._lines)

    @override
    def data(self, index: _Index, role: int = _DISPLAY, /) -> object:
        """The hit, or its words for those who hear it."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role in {_DISPLAY, _ACCESSIBLE}:
            parts = (line.name, line.title, line.unit, line.duty, line.shown)
            return "，".join(part for part in parts if part)
        return None
