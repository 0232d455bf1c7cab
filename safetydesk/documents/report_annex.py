"""Knows the annex of a report (附件): on pages of its own, a ruled table with its head repeated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from reportlab.lib.units import mm

from safetydesk.documents import styles
from safetydesk.documents.fonts import Face, FontBook
from safetydesk.documents.report_grid import LAST_BASE, LEFT, TOP, WIDTH
from safetydesk.documents.titles import balanced_lines
from safetydesk.documents.typesetting import Align, Span, draw_line, set_one_line

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from safetydesk.services.sheets import ReportSheet

_ROW: Final = 6.3 * mm
_SIZE: Final = 12
_PAD: Final = 2.0
_LEAST: Final = 3.0 * _SIZE
_CELL: Final = replace(styles.REPORT_FLUSH, size=_SIZE, leading=_ROW, align=Align.LEFT)


def draw_annex(book: FontBook, canvas: Canvas, sheet: ReportSheet, imprint: float) -> None:
    """Draws on the page in hand and further ones; ``imprint`` points stay free on the last."""
    y = _draw_title(book, canvas, sheet)
    head, *rows = sheet.annex
    widths = _widths(book, sheet.annex)
    y = _draw_row(book, canvas, head, widths, y, head=True)
    for place, row in enumerate(rows):
        below = imprint if place == len(rows) - 1 else 0.0
        if y - _ROW < LAST_BASE + below:
            canvas.showPage()
            y = _draw_row(book, canvas, head, widths, TOP, head=True)
        y = _draw_row(book, canvas, row, widths, y)


def _draw_title(book: FontBook, canvas: Canvas, sheet: ReportSheet) -> float:
    """附件 at the left, the title in the middle of the third line; where the table begins."""
    style = styles.REPORT_FLUSH
    label = set_one_line(book, [Span("附件", Face.HEI_BOLD)], style)
    y = TOP - style.leading
    draw_line(canvas, label, style, LEFT, y + style.base)
    y -= style.leading / 2
    for line in balanced_lines(book, sheet.annex_title, styles.REPORT_TITLE, WIDTH):
        y -= styles.REPORT_TITLE.leading
        draw_line(canvas, line, styles.REPORT_TITLE, LEFT, y + styles.REPORT_TITLE.base)
    return y - 3 * mm


def _widths(book: FontBook, rows: Sequence[Sequence[str]]) -> list[float]:
    """Columns as wide as their words need, together the width of the text."""
    count = max(len(row) for row in rows)
    needed = [_LEAST] * count
    for row in rows:
        for place, words in enumerate(row):
            needed[place] = max(needed[place], _width(book, words) + 2 * _PAD)
    scale = WIDTH / sum(needed)
    return [width * scale for width in needed]


def _width(book: FontBook, words: str) -> float:
    return set_one_line(book, [Span(words)], _CELL).width


def _draw_row(
    book: FontBook,
    canvas: Canvas,
    row: Sequence[str],
    widths: Sequence[float],
    top: float,
    *,
    head: bool = False,
) -> float:
    """A row between rules; words too wide for their cell are set smaller."""
    canvas.setLineWidth(0.25 * mm)
    x, bottom = LEFT, top - _ROW
    for place, width in enumerate(widths):
        canvas.rect(x, bottom, width, _ROW)
        words = row[place] if place < len(row) else ""
        if words:
            room, needed = width - 2 * _PAD, _width(book, words)
            scale = min(1.0, room / needed)
            style = replace(_CELL, size=_SIZE * scale)
            line = set_one_line(book, [Span(words, Face.HEI_BOLD if head else Face.FANG)], style)
            draw_line(
                canvas, line, style, x + _PAD, bottom + (_ROW - style.size) / 2 + 0.15 * _SIZE
            )
        x += width
    return bottom
