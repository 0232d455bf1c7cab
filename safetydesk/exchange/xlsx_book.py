"""Workbooks (xlsx and the old xls): values from calamine, marks from the package itself."""

from __future__ import annotations

import io
import math
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from safetydesk.exchange.ooxml import Package
from safetydesk.exchange.refusals import (
    MAX_CELL_CHARS,
    MAX_CELLS,
    MAX_COLUMNS,
    MAX_ROWS,
    damaged,
    refusal,
    too_large,
)
from safetydesk.exchange.sheets import EMPTY, Area, Book, Cell, CellValue, Sheet
from safetydesk.exchange.xlsx_marks import SheetMarks, read_marks

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook


def read_xlsx(content: bytes, name: str) -> Book:
    """A workbook in Office Open XML with its marks.

    Raises:
        BadInput: damaged, encrypted, too large, or no workbook at all.
    """
    package = Package(content, name)
    if not package.has("xl/workbook.xml"):
        raise refusal("not_a_workbook", name, "不是Excel工作簿，请另存为xlsx")
    marks = read_marks(package)
    workbook = _open(content, name)
    known = set(workbook.sheet_names)
    return Book(name, tuple(_sheet(workbook, mark, name) for mark in marks if mark.name in known))


def read_xls(content: bytes, name: str) -> Book:
    """A workbook of Excel 97–2003; its hidden rows and struck words are not visible to this reader.

    Raises:
        BadInput: damaged, encrypted or too large.
    """
    workbook = _open(content, name)
    hidden = {
        entry.name: not str(entry.visible).endswith("Visible") for entry in workbook.sheets_metadata
    }
    return Book(
        name,
        tuple(
            _sheet(workbook, SheetMarks(sheet, "", hidden.get(sheet, False)), name)
            for sheet in workbook.sheet_names
        ),
    )


def _open(content: bytes, name: str) -> CalamineWorkbook:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        return CalamineWorkbook.from_filelike(io.BytesIO(content))
    except PasswordError as error:
        raise refusal("encrypted", name, "文件已加密，请去掉密码后再导入") from error
    except (CalamineError, OSError, ValueError) as error:
        raise damaged(name) from error


def _sheet(workbook: CalamineWorkbook, marks: SheetMarks, name: str) -> Sheet:
    from python_calamine import CalamineError

    try:
        source = workbook.get_sheet_by_name(marks.name)
        if source.height > MAX_ROWS or source.width > MAX_COLUMNS:
            raise too_large(f"{name} {marks.name}", f"{source.height}行{source.width}列")
        if source.height * source.width > MAX_CELLS:
            raise too_large(f"{name} {marks.name}", f"{source.height}行{source.width}列")
        values = source.to_python(skip_empty_area=False)
        merged = source.merged_cell_ranges or []
    except (CalamineError, OSError, ValueError) as error:
        raise damaged(f"{name} {marks.name}") from error
    areas = marks.merged or [
        Area(top, left, bottom, right) for (top, left), (bottom, right) in merged
    ]
    rows = tuple(
        tuple(_cell(value, marks, (row, column)) for column, value in enumerate(line))
        for row, line in enumerate(values)
    )
    return Sheet(
        marks.name,
        rows,
        tuple(areas),
        marks.hidden,
        frozenset(marks.hidden_rows),
        frozenset(marks.hidden_columns),
    )


def _cell(value: object, marks: SheetMarks, place: tuple[int, int]) -> Cell:
    comment = marks.comments.get(place, "")
    value = marks.errors.get(place, value)
    if value in {"", None} and not comment:
        return EMPTY
    plain = _plain(value)
    text = shown_text(plain)[:MAX_CELL_CHARS]
    if place in marks.struck:
        return Cell(None, "", comment, struck=text)
    if place in marks.invisible:
        return Cell(None, "", comment, invisible=text)
    parts = marks.texts.get(place)
    if parts is not None:
        return Cell(parts.shown, parts.shown, comment, parts.struck, parts.invisible)
    return Cell(plain, text, comment)


def _plain(value: object) -> CellValue:
    if isinstance(value, datetime) and value.time() == time():
        return value.date()
    if isinstance(value, str | bool | int | datetime | date | time):
        return value
    if isinstance(value, float):
        return int(value) if math.isfinite(value) and value.is_integer() else value
    return None if value is None else str(value)


def shown_text(value: CellValue) -> str:
    """The value as a reader of the sheet would write it down."""
    if value is None:
        return ""
    if isinstance(value, datetime | date | time):
        return value.isoformat(sep=" ") if isinstance(value, datetime) else value.isoformat()
    if isinstance(value, float):
        return repr(value)
    return str(value)
