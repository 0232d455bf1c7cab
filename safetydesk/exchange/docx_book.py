"""The tables of a Word document as sheets, with revision marks, strikes and hidden text."""

from __future__ import annotations

from dataclasses import dataclass, field

from safetydesk.exchange.ooxml import Package
from safetydesk.exchange.refusals import MAX_CELLS, MAX_COLUMNS, MAX_ROWS, refusal, too_large
from safetydesk.exchange.sheets import EMPTY, Area, Book, Cell, Sheet

_PART = "word/document.xml"
_OFF = {"0", "false", "none"}
_STRIKES = {"strike", "dstrike"}
_BREAKS = {"br": "\n", "cr": "\n", "tab": " "}


@dataclass
class _CellDraft:
    """A cell while it is read: the words by how they are shown."""

    words: dict[str, str] = field(default_factory=dict[str, str])
    span: int = 1
    merge: str = ""

    def add(self, kind: str, text: str) -> None:
        """Appends words of one kind."""
        self.words[kind] = self.words.get(kind, "") + text

    def finish(self) -> Cell:
        """The cell as a value."""
        text = self.words.get("text", "").strip()
        return Cell(
            text or None,
            text,
            struck=self.words.get("struck", "").strip(),
            invisible=self.words.get("invisible", "").strip(),
            deleted=self.words.get("deleted", "").strip(),
            inserted=self.words.get("inserted", "").strip(),
        )


@dataclass
class _TableDraft:
    """A table while it is read."""

    rows: list[list[Cell]] = field(default_factory=list[list[Cell]])
    merged: list[Area] = field(default_factory=list[Area])
    open_merges: dict[int, int] = field(default_factory=dict[int, int])

    def add(self, draft: _CellDraft) -> None:
        """Places a cell at the end of the last row; a merge from above extends its area."""
        row, line = len(self.rows) - 1, self.rows[-1]
        column = len(line)
        if column + draft.span > MAX_COLUMNS or row >= MAX_ROWS:
            raise too_large(f"表格第{row + 1}行", f"{column + draft.span}列")
        right = column + draft.span - 1
        line.extend([draft.finish(), *[EMPTY] * (draft.span - 1)])
        if draft.merge == "continue" and column in self.open_merges:
            index = self.open_merges[column]
            area = self.merged[index]
            self.merged[index] = Area(area.top, area.left, row, area.right)
            return
        self.open_merges.pop(column, None)
        if draft.merge == "restart" or draft.span > 1:
            self.merged.append(Area(row, column, row, right))
            if draft.merge == "restart":
                self.open_merges[column] = len(self.merged) - 1


class _Document:
    """Takes the elements of word/document.xml."""

    def __init__(self) -> None:
        self.tables: list[_TableDraft] = []
        self.paragraphs: list[str] = [""]
        self._depth = 0
        self._cell = _CellDraft()
        self._look: set[str] = set()
        self._revision = ""
        self._in_text = False
        self._size = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Enters an element."""
        settings = {key.rpartition(":")[2]: value for key, value in attributes.items()}
        if tag == "tbl":
            self._depth += 1
            if self._depth == 1:
                self.tables.append(_TableDraft())
        elif tag == "tr" and self._depth == 1:
            self.tables[-1].rows.append([])
        elif tag == "tc" and self._depth == 1:
            self._cell = _CellDraft()
        elif tag in {"ins", "del"}:
            self._revision = {"ins": "inserted", "del": "deleted"}[tag]
        elif tag in {"t", "delText"}:
            self._in_text = True
        elif tag in _BREAKS:
            self._add(_BREAKS[tag])
        else:
            self._shape(tag, settings)

    def end(self, tag: str) -> None:
        """Leaves an element."""
        if tag == "tbl":
            self._depth -= 1
        elif tag == "tc" and self._depth == 1:
            self.tables[-1].add(self._cell)
        elif tag in {"ins", "del"}:
            self._revision = ""
        elif tag in {"t", "delText"}:
            self._in_text = False
        elif tag == "p":
            self._end_paragraph()
        elif tag == "r":
            self._look = set()

    def text(self, text: str) -> None:
        """Takes characters."""
        if self._in_text:
            self._add(text)

    def _shape(self, tag: str, settings: dict[str, str]) -> None:
        value = settings.get("val", "")
        if tag == "gridSpan" and value.isdigit():
            self._cell.span = min(int(value), MAX_COLUMNS)
        elif tag == "vMerge":
            self._cell.merge = value or "continue"
        elif tag in _STRIKES and value not in _OFF:
            self._look.add("struck")
        elif (tag == "vanish" and value not in _OFF) or (tag == "color" and value == "FFFFFF"):
            self._look.add("invisible")

    def _end_paragraph(self) -> None:
        if self._depth:
            self._cell.add("text", "\n")
        else:
            self.paragraphs.append("")

    def _add(self, text: str) -> None:
        self._size += len(text)
        if self._size > MAX_CELLS:
            raise too_large(_PART, f"{self._size}字")
        if not self._depth:
            if self._revision != "deleted":
                self.paragraphs[-1] += text
            return
        if self._revision == "deleted":
            self._cell.add("deleted", text)
            return
        if self._revision:
            self._cell.add("inserted", text)
        kind = "struck" if "struck" in self._look else "invisible" if self._look else "text"
        self._cell.add(kind, text)


def read_docx(content: bytes, name: str) -> Book:
    """The tables of a Word document; the paragraphs around them stand in ``heading``.

    Raises:
        BadInput: damaged, too large, or without any table.
    """
    package = Package(content, name)
    document = _Document()
    package.walk(_PART, start=document.start, end=document.end, text=document.text)
    if not document.tables:
        raise refusal("no_table", name, "文档里没有表格")
    heading = tuple(line.strip() for line in document.paragraphs if line.strip())
    return Book(
        name,
        tuple(
            Sheet(
                f"表{number}",
                tuple(tuple(row) for row in table.rows),
                tuple(
                    area
                    for area in table.merged
                    if (area.top, area.left) != (area.bottom, area.right)
                ),
                heading=heading,
            )
            for number, table in enumerate(document.tables, 1)
        ),
    )
