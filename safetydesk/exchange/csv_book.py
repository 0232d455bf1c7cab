"""Comma-separated files as one sheet without a name, read strictly."""

from __future__ import annotations

import csv
import io

from safetydesk.exchange.plain_files import decode
from safetydesk.exchange.refusals import (
    MAX_CELL_CHARS,
    MAX_CELLS,
    MAX_COLUMNS,
    MAX_ROWS,
    refusal,
    too_large,
)
from safetydesk.exchange.sheets import EMPTY, Book, Cell, Sheet

_DELIMITERS = (",", "\t", ";", "，", "|")
_SNIFFED_LINES = 30
_MAX_LINES_IN_CELL = 60


def read_csv(content: bytes, name: str) -> Book:
    """The rows of a csv file; line breaks in quotes do not end a row.

    Raises:
        BadInput: unknown encoding, quotes that do not pair, or beyond the limits; the row is named.
    """
    text = decode(content, name)
    delimiter = _delimiter(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[tuple[Cell, ...]] = []
    cells = 0
    try:
        for record in reader:
            place = f"{name} 第{len(rows) + 1}行"
            _check(record, place)
            cells += len(record)
            if len(rows) >= MAX_ROWS or cells > MAX_CELLS:
                raise too_large(place, f"超过{len(rows)}行")
            rows.append(tuple(_cell(value) for value in record))
    except csv.Error as error:
        raise refusal(
            "csv", f"{name} 第{len(rows) + 1}行", "CSV格式不正确：引号没有成对"
        ) from error
    return Book(name, (Sheet("", tuple(rows), named=False),))


def _check(record: list[str], place: str) -> None:
    if len(record) > MAX_COLUMNS:
        raise too_large(place, f"{len(record)}列")
    for value in record:
        if len(value) > MAX_CELL_CHARS or value.count("\n") > _MAX_LINES_IN_CELL:
            raise refusal("csv_cell", place, "单元格内容过长，多半是引号没有成对，请检查该行")


def _cell(value: str) -> Cell:
    text = value.strip()
    return Cell(text, text) if text else EMPTY


def _delimiter(text: str) -> str:
    """The separator that the first lines hold most of."""
    head = "\n".join(text.splitlines()[:_SNIFFED_LINES])
    return max(_DELIMITERS, key=lambda mark: (head.count(mark), -_DELIMITERS.index(mark)))
