"""Knows the page of the printed forms: margins, title, running head, footer and ruled tables."""

# pyright: reportUnknownMemberType=false, reportUnknownLambdaType=false
# ReportLab's stubs leave most parameters untyped.

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import IO, Any, Final

from reportlab import rl_config
from reportlab.lib.colors import Color, black
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Table
from reportlab.platypus.doctemplate import NextPageTemplate
from typing_extensions import override

from safetydesk.documents import styles
from safetydesk.documents.fonts import PRINTING, Face, FontBook
from safetydesk.documents.text_block import TextBlock
from safetydesk.documents.typesetting import (
    Align,
    Span,
    TextStyle,
    draw_line,
    set_one_line,
)

# Streams stay binary: the ASCII form is a sixth larger and serves no reader of today.
rl_config.useA85 = 0

PAGE_WIDTH, PAGE_HEIGHT = A4
SIDE: Final = 15 * mm
WIDTH: Final = PAGE_WIDTH - 2 * SIDE
_TOP: Final = 12 * mm
_RUNNING_HEAD: Final = 7 * mm
_FOOTER_RULE: Final = 15 * mm
_BOTTOM: Final = 17 * mm
CELL_PAD: Final = 1.2 * mm

_ROW_LIMIT: Final = 200 * mm
"""A row higher than this is parted; ReportLab breaks tables between rows only."""

CONFIDENTIAL: Final = "内部资料 注意保密"

_LEFT, _RIGHT = 0.6, 0.39
"""Shares of the width that the two ends of a line may take."""

TableCommand = tuple[Any, ...]
Cell = str | Flowable | Sequence[Flowable]


@dataclass(frozen=True, slots=True)
class FormPage:
    """What frames every page of a form: footer left, middle and right, and the running head.

    ``running_head`` stands on the second and later pages; ``made_at`` is written into the file.
    ``landscape`` lays the page on its side, for wide tables and for the wall.
    """

    title: str
    author: str
    running_head: str
    footer: tuple[str, str, str]
    made_at: datetime
    landscape: bool = False

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the paper in points."""
        return (PAGE_HEIGHT, PAGE_WIDTH) if self.landscape else A4

    @property
    def width(self) -> float:
        """The width between the margins."""
        return self.size[0] - 2 * SIDE


class StampedCanvas(Canvas):
    """A canvas whose file depends on the sheet alone: same sheet, same bytes.

    The pages are kept back until the number of pages is known; ``finish`` then draws on each.
    """

    def __init__(
        self,
        target: str | IO[bytes],
        *,
        title: str,
        author: str,
        made_at: datetime | None,
        first_font: str,
        finish: Callable[[Canvas, int, int], None],
        pagesize: tuple[float, float] = A4,
    ) -> None:
        # Every page begins by naming a font; Helvetica, the default, is never embedded.
        super().__init__(
            target,
            pagesize=pagesize,
            invariant=1,
            pageCompression=1,
            lang="zh-CN",
            # the stubs call the name a number
            initialFontName=first_font,  # type: ignore[arg-type]
        )
        self.setTitle(title)
        self.setAuthor(author)
        self.setCreator("安全值班台")
        self.setProducer("安全值班台")
        if made_at is not None:
            stamp = _pdf_date(made_at)
            self.setDateFormatter(lambda *_parts: stamp)
        self._finish = finish
        self._kept: list[dict[str, Any]] = []

    @override
    def showPage(self) -> None:
        """Keep the page back."""
        self._kept.append(dict(self.__dict__))
        self._startPage()  # type: ignore[attr-defined]  # the stubs leave it out

    @override
    def save(self) -> None:
        """Number the pages and write the file."""
        for number, page in enumerate(self._kept, start=1):
            self.__dict__.update(page)
            self._finish(self, number, len(self._kept))
            super().showPage()
        super().save()


def build_form(book: FontBook, page: FormPage, story: Sequence[Flowable]) -> bytes:
    """The form as a PDF; it flows onto as many pages as it needs."""

    def finish(canvas: Canvas, number: int, count: int) -> None:
        _draw_footer(book, canvas, page, number, count)
        if number > 1:
            _draw_running_head(book, canvas, page)

    def canvas_for(target: str | IO[bytes], /, **_options: Any) -> StampedCanvas:
        return StampedCanvas(
            target,
            title=page.title,
            author=page.author,
            made_at=page.made_at,
            first_font=book.glyph(Face.SONG, " ").font,
            finish=finish,
            pagesize=page.size,
        )

    target = io.BytesIO()
    template = BaseDocTemplate(
        target,
        pagesize=page.size,
        pageTemplates=[_template(page, "first", 0.0), _template(page, "later", _RUNNING_HEAD)],
    )
    with PRINTING:
        template.build([NextPageTemplate("later"), *story], canvasmaker=canvas_for)
    return target.getvalue()


def _template(page: FormPage, name: str, head: float) -> PageTemplate:
    height = page.size[1] - _TOP - head - _BOTTOM
    frame = Frame(SIDE, _BOTTOM, page.width, height, 0, 0, 0, 0, id=name)
    return PageTemplate(id=name, frames=[frame])


def _draw_footer(book: FontBook, canvas: Canvas, page: FormPage, number: int, count: int) -> None:
    canvas.setLineWidth(styles.INNER_RULE)
    canvas.line(SIDE, _FOOTER_RULE, SIDE + page.width, _FOOTER_RULE)
    left, middle, right = page.footer
    parts = (left, middle, f"{right}　{number} / {count}")
    lines = [set_one_line(book, [Span(part)], styles.FOOTER) for part in parts]
    spare = (page.width - sum(line.width for line in lines)) / 2
    x = SIDE
    for line in lines:
        draw_line(canvas, line, styles.FOOTER, x, _FOOTER_RULE - 1 * mm - 8)
        x += line.width + spare


def _draw_running_head(book: FontBook, canvas: Canvas, page: FormPage) -> None:
    line = set_one_line(book, [Span(page.running_head)], styles.FOOTER)
    draw_line(canvas, line, styles.FOOTER, SIDE, page.size[1] - _TOP - 9)


def _pdf_date(at: datetime) -> str:
    """A date as PDF writes it, with the offset of its zone (PDF 32000-1, 7.9.4)."""
    offset = at.utcoffset()
    minutes = int(offset.total_seconds() // 60) if offset is not None else 0
    sign = "-" if minutes < 0 else "+"
    hours, rest = divmod(abs(minutes), 60)
    return f"D:{at:%Y%m%d%H%M%S}{sign}{hours:02d}'{rest:02d}'"


class RuledTable:
    """Collects the rows of a table with thin inner and one thick outer rule."""

    def __init__(
        self,
        book: FontBook,
        widths: Sequence[float],
        pad: float = 1.0 * mm,
        side_pad: float = CELL_PAD,
    ) -> None:
        self._book = book
        self._side_pad = side_pad
        self._widths = list(widths)
        self._pad = pad
        self._rows: list[list[Cell]] = []
        self._commands: list[TableCommand] = []
        self._heights: list[float | None] = []
        self._parts: dict[int, int] = {}

    def row(
        self,
        cells: Iterable[Cell],
        height: float | None = None,
        *,
        joined: tuple[int, int] | None = None,
    ) -> int:
        """Add a row; its index. ``joined`` names the first and last cell of a joined stretch.

        A row that would not fit a page goes on in further rows, cell by cell.
        """
        first = len(self._rows)
        rest: list[Cell] | None = list(cells)
        while rest is not None:
            part, rest = self._parted(rest, joined)
            self._rows.append(part)
            self._heights.append(height)
            if joined:
                index = len(self._rows) - 1
                self._commands.append(("SPAN", (joined[0], index), (joined[1], index)))
        self._parts[first] = len(self._rows) - first
        return first

    def _parted(
        self, cells: list[Cell], joined: tuple[int, int] | None
    ) -> tuple[list[Cell], list[Cell] | None]:
        """What of a row fits :data:`_ROW_LIMIT`, and what is left of it (None: nothing)."""
        fitting: list[Cell] = []
        left: list[Cell] = []
        for column, cell in enumerate(cells):
            parts: list[Flowable] = []
            if isinstance(cell, TextBlock):
                parts = cell.split(self._room(column, joined), _ROW_LIMIT)
            more = len(parts) > 1
            fitting.append(parts[0] if more else cell)
            left.append(parts[1] if more else "")
        return fitting, left if any(left) else None

    def _room(self, column: int, joined: tuple[int, int] | None) -> float:
        """The width that the text of a cell has."""
        last = joined[1] if joined and joined[0] == column else column
        return sum(self._widths[column : last + 1]) - 2 * self._side_pad

    def text(self, text: Sequence[Span] | str, style: TextStyle) -> TextBlock:
        """A cell of plain text."""
        return TextBlock(self._book, text, style)

    def shade(self, row: int, columns: Iterable[int], grey: Color) -> None:
        """Fill the cells of a row."""
        end = row + self._parts[row] - 1
        for column in columns:
            self._commands.append(("BACKGROUND", (column, row), (column, end), grey))

    def joined_rows(self, column: int, first: int, last: int) -> None:
        """Make one cell of a column's cells from one row to another; keep these rows together."""
        end = last + self._parts[last] - 1
        self._commands.append(("SPAN", (column, first), (column, end)))
        self._commands.append(("NOSPLIT", (0, first), (-1, end)))

    def pad_row(self, row: int, pad: float) -> None:
        """Give a row another padding above and below."""
        self._commands.append(("TOPPADDING", (0, row), (-1, row), pad))
        self._commands.append(("BOTTOMPADDING", (0, row), (-1, row), pad))

    def build(self, *, repeat: int = 0) -> Table:
        """The table; ``repeat`` head rows stand on every page it reaches."""
        base: list[TableCommand] = [
            ("GRID", (0, 0), (-1, -1), styles.INNER_RULE, black),
            # Joined cells name a font although they are empty.
            ("FONTNAME", (0, 0), (-1, -1), self._book.glyph(Face.SONG, " ").font),
            ("BOX", (0, 0), (-1, -1), styles.OUTER_RULE, black),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("LEFTPADDING", (0, 0), (-1, -1), self._side_pad),
            ("RIGHTPADDING", (0, 0), (-1, -1), self._side_pad),
            ("TOPPADDING", (0, 0), (-1, -1), self._pad),
            ("BOTTOMPADDING", (0, 0), (-1, -1), self._pad),
        ]
        return Table(
            self._rows,
            colWidths=self._widths,
            rowHeights=self._heights,
            repeatRows=repeat,
            style=[*base, *self._commands],
        )

    def build_plain(self) -> Table:
        """The table in a single thin frame, as a field to write in."""
        thin: list[TableCommand] = [
            ("BOX", (0, 0), (-1, -1), styles.INNER_RULE, black),
            ("FONTNAME", (0, 0), (-1, -1), self._book.glyph(Face.SONG, " ").font),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), self._side_pad),
            ("RIGHTPADDING", (0, 0), (-1, -1), self._side_pad),
            ("TOPPADDING", (0, 0), (-1, -1), self._pad),
            ("BOTTOMPADDING", (0, 0), (-1, -1), self._pad),
        ]
        return Table(self._rows, self._widths, self._heights, style=[*thin, *self._commands])


class EndsLine(Flowable):
    """A line with one text at each end, as above the tables of the forms."""

    def __init__(
        self,
        book: FontBook,
        left: Sequence[Span] | str,
        right: Sequence[Span] | str,
        *,
        above: float = 0.0,
        below: float = 0.0,
        style: TextStyle = styles.BODY,
    ) -> None:
        super().__init__()
        self._left = TextBlock(book, left, style)
        self._right = TextBlock(book, right, replace(style, align=Align.RIGHT))
        self._above, self._below = above, below
        self._height = 0.0

    @override
    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """The taller of the two halves, and the space above and below."""
        self._width = aW
        heights = (self._left.wrap(aW * _LEFT, aH)[1], self._right.wrap(aW * _RIGHT, aH)[1])
        self._height = max(heights)
        return aW, self._height + self._above + self._below

    def draw(self) -> None:
        """Draw both texts on the same top line."""
        top = self._height + self._below
        self._left.drawOn(self.canv, 0, top - self._left.wrap(self._width * _LEFT, 0)[1])
        width, height = self._right.wrap(self._width * _RIGHT, 0)
        self._right.drawOn(self.canv, self._width - width, top - height)


def spread_title(book: FontBook, text: str, style: TextStyle, width: float = WIDTH) -> TextBlock:
    """A centred title; wide tracking is shed when the title would not fit its line."""
    line = set_one_line(book, [Span(text)], style)
    if line.width <= width:
        return TextBlock(book, text, style)
    narrow = TextStyle(style.face, style.size, style.leading, Align.CENTRE)
    return TextBlock(book, text, narrow)
