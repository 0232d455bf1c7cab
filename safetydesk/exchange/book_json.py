"""How a book travels between the reading process and the desk: plain JSON, no pickles."""

from __future__ import annotations

import json
from datetime import date, datetime, time
from typing import Any, cast

from safetydesk.exchange.sheets import EMPTY, Area, Book, CardLine, Cell, CellValue, Sheet

_MARKS = ("comment", "struck", "invisible", "deleted", "inserted")
_TYPED: dict[str, type[datetime] | type[date] | type[time]] = {
    "datetime": datetime,
    "date": date,
    "time": time,
}


def dump_book(book: Book) -> str:
    """The book as one JSON document."""
    return json.dumps(
        {
            "name": book.name,
            "sheets": [_dump_sheet(sheet) for sheet in book.sheets],
            "cards": [
                [[line.name, line.value, line.group, sorted(line.types)] for line in card]
                for card in book.cards
            ],
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def load_book(source: dict[str, Any]) -> Book:
    """The book again, from the parsed JSON.

    Raises:
        ValueError: the document was not written by ``dump_book``.
    """
    try:
        return _load_book(source)
    except (KeyError, TypeError, IndexError) as error:
        raise ValueError("not a book") from error


def _load_book(source: dict[str, Any]) -> Book:
    return Book(
        source["name"],
        tuple(_load_sheet(sheet) for sheet in source["sheets"]),
        tuple(
            tuple(
                CardLine(name, value, group, frozenset(types)) for name, value, group, types in card
            )
            for card in source["cards"]
        ),
    )


def _dump_sheet(sheet: Sheet) -> dict[str, Any]:
    return {
        "name": sheet.name,
        "rows": [[_dump_cell(cell) for cell in row] for row in sheet.rows],
        "merged": [[area.top, area.left, area.bottom, area.right] for area in sheet.merged],
        "hidden": sheet.hidden,
        "hidden_rows": sorted(sheet.hidden_rows),
        "hidden_columns": sorted(sheet.hidden_columns),
        "named": sheet.named,
        "heading": list(sheet.heading),
    }


def _load_sheet(source: dict[str, Any]) -> Sheet:
    return Sheet(
        source["name"],
        tuple(tuple(_load_cell(cell) for cell in row) for row in source["rows"]),
        tuple(Area(*numbers) for numbers in source["merged"]),
        source["hidden"],
        frozenset(source["hidden_rows"]),
        frozenset(source["hidden_columns"]),
        source["named"],
        tuple(source["heading"]),
    )


def _dump_cell(cell: Cell) -> Any:
    if cell == EMPTY:
        return 0
    if cell == Cell(cell.text, cell.text):
        return cell.text
    value: Any = cell.value
    for kind, typed in _TYPED.items():
        if isinstance(value, typed):
            value = {kind: cell.value.isoformat()} if isinstance(cell.value, typed) else value
            break
    return [value, cell.text, *(getattr(cell, mark) for mark in _MARKS)]


def _load_cell(source: Any) -> Cell:
    if source == 0:
        return EMPTY
    if isinstance(source, str):
        return Cell(source, source)
    value, text, *marks = cast("list[Any]", source)
    if isinstance(value, dict):
        kind, written = next(iter(cast("dict[str, str]", value).items()))
        value = _TYPED[kind].fromisoformat(written)
    return Cell(cast("CellValue", value), text, *marks)
