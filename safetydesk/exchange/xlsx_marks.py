"""What a workbook hides, strikes, merges or annotates, which readers of values miss."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from safetydesk.exchange.refusals import MAX_CELLS, MAX_COLUMNS, MAX_ROWS, too_large
from safetydesk.exchange.sheets import Area, parse_address, parse_area

if TYPE_CHECKING:
    from safetydesk.exchange.ooxml import Package

_WHITE = {"FFFFFFFF", "00FFFFFF", "FFFFFF"}
_WHITE_INDEXES = {"1", "9"}
_OFF = {"0", "false"}


class Marks(NamedTuple):
    """The words of one text by how they are shown."""

    shown: str = ""
    struck: str = ""
    invisible: str = ""


@dataclass
class SheetMarks:
    """The marks of one sheet; rows and columns count from zero."""

    name: str
    part: str
    hidden: bool = False
    merged: list[Area] = field(default_factory=list[Area])
    hidden_rows: set[int] = field(default_factory=set[int])
    hidden_columns: set[int] = field(default_factory=set[int])
    comments: dict[tuple[int, int], str] = field(default_factory=dict[tuple[int, int], str])
    texts: dict[tuple[int, int], Marks] = field(default_factory=dict[tuple[int, int], Marks])
    errors: dict[tuple[int, int], str] = field(default_factory=dict[tuple[int, int], str])
    struck: set[tuple[int, int]] = field(default_factory=set[tuple[int, int]])
    invisible: set[tuple[int, int]] = field(default_factory=set[tuple[int, int]])


@dataclass
class _Look:
    """How a run or a cell is painted."""

    strike: bool = False
    white: bool = False
    filled: bool = False
    blanked: bool = False

    def apply(self, tag: str, attributes: dict[str, str]) -> None:
        """Takes one property of a font."""
        if tag == "strike":
            self.strike = attributes.get("val", "1") not in _OFF
        elif tag == "color":
            self.white = _is_white(attributes)


def _is_white(attributes: dict[str, str]) -> bool:
    if attributes.get("theme") == "0":
        return float(attributes.get("tint", "0") or 0) == 0
    return (
        attributes.get("rgb", "").upper() in _WHITE or attributes.get("indexed") in _WHITE_INDEXES
    )


class _Styles:
    """The looks that cells refer to by number."""

    def __init__(self) -> None:
        self.looks: list[_Look] = []
        self._fonts: list[_Look] = []
        self._fills: list[bool] = []
        self._blank_formats: set[str] = set()
        self._path: list[str] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Takes an element of styles.xml."""
        parent = self._path[-1] if self._path else ""
        self._path.append(tag)
        if tag == "numFmt" and attributes.get("formatCode", "").replace(" ", "") == ";;;":
            self._blank_formats.add(attributes.get("numFmtId", ""))
        elif parent == "fonts" and tag == "font":
            self._fonts.append(_Look())
        elif parent == "font" and self._path[-3:-2] == ["fonts"]:
            self._fonts[-1].apply(tag, attributes)
        elif parent == "fills" and tag == "fill":
            self._fills.append(False)
        elif parent == "patternFill" and tag == "fgColor" and self._fills:
            self._fills[-1] = not _is_white(attributes)
        elif parent == "cellXfs" and tag == "xf":
            self._add_look(attributes)

    def end(self, _: str) -> None:
        """Leaves an element."""
        self._path.pop()

    def _add_look(self, attributes: dict[str, str]) -> None:
        font, fill = int(attributes.get("fontId", "0")), int(attributes.get("fillId", "0"))
        look = self._fonts[font] if font < len(self._fonts) else _Look()
        self.looks.append(
            _Look(
                look.strike,
                look.white,
                fill < len(self._fills) and self._fills[fill],
                attributes.get("numFmtId", "") in self._blank_formats,
            )
        )


class _Strings:
    """Collects texts made of runs; ``marked`` holds those with struck or white runs."""

    def __init__(self, item: str) -> None:
        self.marked: dict[int, Marks] = {}
        self.count = 0
        self._item = item
        self._look = _Look()
        self._current = Marks()
        self._in_text = False
        self._phonetic = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Takes an element of the string table."""
        if tag == self._item:
            self._current = Marks()
            self._look = _Look()
        elif tag == "r":
            self._look = _Look()
        elif tag == "rPh":
            self._phonetic = True
        elif tag == "t":
            self._in_text = not self._phonetic
        else:
            self._look.apply(tag, attributes)

    def text(self, text: str) -> None:
        """Takes characters."""
        if not self._in_text:
            return
        shown, struck, invisible = self._current
        if self._look.strike:
            self._current = Marks(shown, struck + text, invisible)
        elif self._look.white:
            self._current = Marks(shown, struck, invisible + text)
        else:
            self._current = Marks(shown + text, struck, invisible)

    def end(self, tag: str) -> Marks | None:
        """Leaves an element; the finished text when it was an item."""
        if tag == "t":
            self._in_text = False
        elif tag == "rPh":
            self._phonetic = False
        elif tag == self._item:
            if self._current.struck or self._current.invisible:
                self.marked[self.count] = self._current
            self.count += 1
            return self._current
        return None


class _SheetWalk:
    """Takes the elements of one worksheet."""

    def __init__(self, marks: SheetMarks, looks: list[_Look], strings: dict[int, Marks]) -> None:
        self._marks = marks
        self._looks = looks
        self._strings = strings
        self._inline = _Strings("is")
        self._row = -1
        self._column = -1
        self._cell: dict[str, str] = {}
        self._value = ""
        self._in_value = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Enters an element."""
        if tag == "c":
            self._enter_cell(attributes)
        elif tag == "row":
            self._enter_row(attributes)
        elif tag == "v":
            self._in_value, self._value = True, ""
        elif tag == "col" and attributes.get("hidden", "0") not in _OFF:
            first, last = int(attributes["min"]), int(attributes["max"])
            self._marks.hidden_columns.update(range(first - 1, min(last, MAX_COLUMNS)))
        elif tag == "mergeCell":
            self._marks.merged.append(parse_area(attributes["ref"]))
        else:
            self._inline.start(tag, attributes)

    def text(self, text: str) -> None:
        """Takes characters."""
        if self._in_value:
            self._value += text
        else:
            self._inline.text(text)

    def end(self, tag: str) -> None:
        """Leaves an element."""
        if tag == "v":
            self._in_value = False
            self._note_value()
            return
        inline = self._inline.end(tag)
        if inline is not None:
            self._check_extent()
            self._note_look(inline)

    def _enter_row(self, attributes: dict[str, str]) -> None:
        self._row = int(attributes.get("r", self._row + 2)) - 1
        self._column = -1
        if attributes.get("hidden", "0") not in _OFF:
            self._marks.hidden_rows.add(self._row)

    def _enter_cell(self, attributes: dict[str, str]) -> None:
        self._cell = attributes
        if "r" in attributes:
            self._row, self._column = parse_address(attributes["r"])
        else:
            self._column += 1

    def _check_extent(self) -> None:
        rows, columns = self._row + 1, self._column + 1
        if rows > MAX_ROWS or columns > MAX_COLUMNS or rows * columns > MAX_CELLS:
            where = f"{self._marks.name}!{self._cell.get('r', '')}"
            raise too_large(where, f"第{rows}行第{columns}列")

    def _note_value(self) -> None:
        self._check_extent()
        if self._cell.get("t") == "e":
            self._marks.errors[self._row, self._column] = self._value.strip()
        shared = self._cell.get("t") == "s" and self._value.strip().isdigit()
        self._note_look(self._strings.get(int(self._value)) if shared else None)

    def _note_look(self, marks: Marks | None) -> None:
        place = (self._row, self._column)
        style = int(self._cell.get("s", "0"))
        look = self._looks[style] if style < len(self._looks) else _Look()
        if look.strike:
            self._marks.struck.add(place)
        if look.blanked or (look.white and not look.filled):
            self._marks.invisible.add(place)
        if marks is not None and (marks.struck or marks.invisible):
            shown_white = look.filled and not marks.struck
            if not shown_white:
                self._marks.texts[place] = marks


def read_marks(package: Package) -> list[SheetMarks]:
    """The marks of every worksheet, in the workbook's order.

    Raises:
        BadInput: the package is damaged or a cell lies beyond the limits.
    """
    sheets = _sheets(package)
    styles, strings = _Styles(), _Strings("si")
    if package.has("xl/styles.xml"):
        package.walk("xl/styles.xml", start=styles.start, end=styles.end)
    if package.has("xl/sharedStrings.xml"):
        package.walk(
            "xl/sharedStrings.xml",
            start=strings.start,
            end=lambda tag: (strings.end(tag), None)[1],
            text=strings.text,
        )
    for marks in sheets:
        walk = _SheetWalk(marks, styles.looks, strings.marked)
        package.walk(marks.part, start=walk.start, end=walk.end, text=walk.text)
        _read_comments(package, marks)
    return sheets


def _sheets(package: Package) -> list[SheetMarks]:
    targets = package.relations("xl/workbook.xml")
    sheets: list[SheetMarks] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        if tag == "sheet":
            kind, part = targets.get(attributes.get("r:id", ""), ("", ""))
            if kind == "worksheet":
                hidden = attributes.get("state", "visible") != "visible"
                sheets.append(SheetMarks(attributes.get("name", ""), part, hidden))

    package.walk("xl/workbook.xml", start=start)
    return sheets


def _read_comments(package: Package, marks: SheetMarks) -> None:
    for kind, part in package.relations(marks.part).values():
        if kind != "comments" or not package.has(part):
            continue
        words: list[str] = []
        place: list[str] = [""]

        def start(
            tag: str,
            attributes: dict[str, str],
            words: list[str] = words,
            place: list[str] = place,
        ) -> None:
            if tag == "comment":
                place[0] = attributes.get("ref", "")
                words.clear()

        def end(tag: str, words: list[str] = words, place: list[str] = place) -> None:
            if tag == "comment" and place[0]:
                marks.comments[parse_address(place[0])] = "".join(words).strip()

        package.walk(part, start=start, end=end, text=words.append)
