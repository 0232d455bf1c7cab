"""The shape of a foreign file once it is read: sheets of cells, and the marks on them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import lru_cache
from typing import TypeAlias

CellValue: TypeAlias = str | int | float | bool | date | datetime | time | None


@dataclass(frozen=True)
class Cell:
    """One cell: its value, the text a reader of the sheet sees, and the marks upon it.

    ``struck``, ``invisible`` and ``deleted`` hold the words taken out of ``text`` because they are
    struck through, white on white, or deleted under revision marks; ``inserted`` those still
    awaiting acceptance.
    """

    value: CellValue = None
    text: str = ""
    comment: str = ""
    struck: str = ""
    invisible: str = ""
    deleted: str = ""
    inserted: str = ""

    @property
    def empty(self) -> bool:
        """Whether a reader of the sheet sees nothing here."""
        return not self.text.strip()


EMPTY = Cell()


@dataclass(frozen=True)
class Area:
    """A rectangle of merged cells, zero-based, both ends inclusive."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class Sheet:
    """A grid of cells; rows and columns count from zero; rows may be shorter than ``width``."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    merged: tuple[Area, ...] = ()
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    named: bool = True
    """Whether places are given with the sheet's name; csv has none."""
    heading: tuple[str, ...] = ()
    """Paragraphs around the table, in a text document."""
    covering: dict[tuple[int, int], Area] = field(
        default_factory=dict[tuple[int, int], Area], compare=False, repr=False
    )

    def __post_init__(self) -> None:
        """Prepares the look-up of merged areas."""
        for area in self.merged:
            bottom = min(area.bottom, len(self.rows) - 1)
            right = min(area.right, self.width)
            for row in range(area.top, bottom + 1):
                for column in range(area.left, right + 1):
                    self.covering[row, column] = area

    @property
    def width(self) -> int:
        """The number of columns of the longest row."""
        return max((len(row) for row in self.rows), default=0)

    def own(self, row: int, column: int) -> Cell:
        """The cell itself, empty where it is covered by a merged area or beyond the grid."""
        if 0 <= row < len(self.rows) and 0 <= column < len(self.rows[row]):
            return self.rows[row][column]
        return EMPTY

    def area_at(self, row: int, column: int) -> Area | None:
        """The merged area that covers the place, if any."""
        return self.covering.get((row, column))

    def anchor(self, row: int, column: int) -> tuple[int, int]:
        """The place whose cell is shown here: the merged area's corner, or the place itself."""
        area = self.area_at(row, column)
        return (area.top, area.left) if area else (row, column)

    def cell(self, row: int, column: int) -> Cell:
        """The cell shown at the place, merged areas filled."""
        return self.own(*self.anchor(row, column)) if self.covering else self.own(row, column)

    def text(self, row: int, column: int) -> str:
        """The text shown at the place, merged areas filled, trimmed."""
        return self.cell(row, column).text.strip()

    def place(self, row: int, column: int) -> str:
        """``sheet!B7``, or ``B7`` in a file that has no sheets."""
        address = f"{column_name(column)}{row + 1}"
        return f"{self.name}!{address}" if self.named else address

    def row_place(self, row: int) -> str:
        """``sheet!7``, or ``7`` in a file that has no sheets."""
        return f"{self.name}!{row + 1}" if self.named else str(row + 1)

    def row_is_empty(self, row: int) -> bool:
        """Whether nothing is shown in the row's own cells."""
        return all(cell.empty for cell in self.rows[row])

    def spans_whole_row(self, row: int) -> bool:
        """Whether the row shows one text only, merged over more than one column."""
        area = self.area_at(row, 0)
        shown = [index for index, cell in enumerate(self.rows[row]) if not cell.empty]
        return shown == [0] and area is not None and area.right > area.left


@dataclass(frozen=True)
class CardLine:
    """One property of a vCard: upper-case name, group, parameters and the value as written."""

    name: str
    value: str
    group: str = ""
    types: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Book:
    """A file: its sheets, or the cards of a vCard file."""

    name: str
    sheets: tuple[Sheet, ...] = ()
    cards: tuple[tuple[CardLine, ...], ...] = ()


def column_name(column: int) -> str:
    """The letters of a zero-based column: 0 → A, 26 → AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def parse_address(address: str) -> tuple[int, int]:
    """Zero-based row and column of an address such as ``AB12``.

    Raises:
        ValueError: the text is no address.
    """
    letters = address.rstrip("0123456789")
    digits = address[len(letters) :]
    if not letters.isalpha() or not letters.isascii() or not digits:
        raise ValueError(address)
    return int(digits) - 1, _column_number(letters)


@lru_cache(maxsize=512)
def _column_number(letters: str) -> int:
    """The zero-based column that the letters name."""
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return column - 1


def parse_area(reference: str) -> Area:
    """A merged range such as ``A1:B3``.

    Raises:
        ValueError: the text is no range.
    """
    first, _, last = reference.partition(":")
    top, left = parse_address(first)
    bottom, right = parse_address(last or first)
    return Area(top, left, bottom, right)
