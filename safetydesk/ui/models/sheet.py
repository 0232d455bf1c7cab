"""A sheet of a foreign file as it was read, with the cells that were remarked upon."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from safetydesk.domain.sheet_findings import Severity
from safetydesk.exchange.sheets import Book, Cell, Sheet, column_name, parse_address
from safetydesk.ui.theme import colour
from safetydesk.ui.widgets.plain import plain_tooltip

if TYPE_CHECKING:
    from collections.abc import Iterable

    from safetydesk.domain.sheet_findings import Finding

Place = tuple[int, int]
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_BACKGROUND = int(Qt.ItemDataRole.BackgroundRole)
_TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
_TONES = {Severity.ERROR: "r_soft", Severity.WARNING: "o_soft", Severity.INFO: "i_soft"}
_LONGEST = 120
_CARD = re.compile(r"card (\d+)")


class SheetModel(QAbstractTableModel):
    """Rows and columns named as a spreadsheet names them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sheet = Sheet("", ())
        self._marks: Mapping[Place, Severity] = {}

    def show_sheet(self, sheet: Sheet, marks: Mapping[Place, Severity]) -> None:
        """Shows a sheet; ``marks`` says how grave what was found in a cell is."""
        self.beginResetModel()
        self._sheet, self._marks = sheet, marks
        self.endResetModel()

    @override
    def rowCount(self, parent: _Index = _NOWHERE, /) -> int:
        """How many rows the sheet has."""
        return 0 if parent.isValid() else len(self._sheet.rows)

    @override
    def columnCount(self, parent: _Index = _NOWHERE, /) -> int:
        """How many columns the longest row has."""
        return 0 if parent.isValid() else self._sheet.width

    @override
    def data(self, index: _Index, role: int = _DISPLAY, /) -> object:
        """The text as a reader of the sheet sees it; the colour of what was found there."""
        place = (index.row(), index.column())
        if role == _DISPLAY:
            return self._sheet.own(*place).text
        if role == _BACKGROUND and place in self._marks:
            return colour(_TONES[self._marks[place]])
        if role == _TOOLTIP:
            return plain_tooltip(self._sheet.own(*place).text)
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY, /
    ) -> object:
        """A, B, C … and 1, 2, 3 …."""
        if role != _DISPLAY:
            return None
        across = orientation is Qt.Orientation.Horizontal
        return column_name(section) if across else str(section + 1)


def shown_sheets(book: Book) -> list[Sheet]:
    """The sheets that can be looked at; the cards of a vCard file as one sheet, a row a card."""
    if not book.cards:
        return [sheet for sheet in book.sheets if not sheet.hidden]
    rows = tuple(
        tuple(Cell(None, f"{line.name}: {line.value[:_LONGEST]}") for line in card)
        for card in book.cards
    )
    return [Sheet(book.name, rows, named=False)]


def place_of(source: str, sheets: Iterable[Sheet]) -> tuple[int, int, int] | None:
    """Sheet, row and column of a place such as ``10月!C4``, ``表!7``, ``C4`` or ``card 3``."""
    name, separator, address = source.rpartition("!")
    number = next(
        (n for n, sheet in enumerate(sheets) if not separator or sheet.name == name), None
    )
    if number is None:
        return None
    if card := _CARD.fullmatch(address):
        return number, int(card[1]) - 1, 0
    if address.isdigit():
        return number, int(address) - 1, 0
    try:
        return (number, *parse_address(address))
    except ValueError:
        return None


def marks_of(findings: Iterable[Finding], sheets: list[Sheet]) -> list[dict[Place, Severity]]:
    """For each sheet the gravest finding of each cell."""
    marks: list[dict[Place, Severity]] = [{} for _ in sheets]
    for finding in findings:
        place = place_of(finding.source, sheets)
        if place is not None:
            number, row, column = place
            marks[number].setdefault((row, column), finding.severity)
    return marks
