"""Knows the page of a report (首报, 续报, 终报) by GB/T 9704-2012: masthead, body grid, imprint."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from reportlab.lib.units import mm

from safetydesk.documents import styles, wording
from safetydesk.documents.fonts import PRINTING, Face, FontBook, machine_fonts
from safetydesk.documents.layout import StampedCanvas
from safetydesk.documents.report_annex import draw_annex
from safetydesk.documents.report_grid import LAST_BASE, LEFT, TOP, WIDTH
from safetydesk.documents.titles import balanced_lines
from safetydesk.documents.typesetting import (
    Align,
    SetLine,
    Span,
    TextStyle,
    draw_line,
    set_lines,
    set_one_line,
)

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from safetydesk.services.sheets import ReportParagraph, ReportSheet

_PAGE_NUMBER: Final = LAST_BASE - 7 * mm - 11
_IMPRINT_GAP: Final = 3 * mm
"""Least distance of the imprint's first rule from the text above it."""

_CARRIED: Final = 2
"""Lines of text that go along when the imprint needs a page of its own."""


@dataclass(frozen=True, slots=True)
class _Placed:
    """A line with its style, and the height it takes with the space above it, in points."""

    line: SetLine
    style: TextStyle
    above: float = 0.0

    @property
    def height(self) -> float:
        """Space above and the line itself."""
        return self.above + self.style.leading


def render(sheet: ReportSheet, book: FontBook | None = None) -> bytes:
    """The report as a PDF; the same sheet gives the same bytes.

    ``book`` are the fonts, those of this machine when left out.
    """
    with PRINTING:
        fonts = book or machine_fonts()
        target = io.BytesIO()
        canvas = StampedCanvas(
            target,
            title=_title_words(sheet),
            author=sheet.issuing_office,
            made_at=sheet.issued_at.astimezone(sheet.zone) if sheet.issued_at else None,
            first_font=fonts.glyph(Face.SONG, " ").font,
            finish=lambda page, number, _count: _draw_page_number(fonts, page, number),
        )
        _draw(fonts, canvas, sheet)
        canvas.save()
        return target.getvalue()


def _title_words(sheet: ReportSheet) -> str:
    return sheet.title.replace("\n", "")


def _draw(book: FontBook, canvas: Canvas, sheet: ReportSheet) -> None:
    imprint = _imprint_rows(sheet)
    room = len(imprint) * styles.REPORT_IMPRINT.leading + _IMPRINT_GAP
    below = 0.0 if sheet.annex else room
    pages = _paginate(list(_body(book, sheet)), _draw_head(book, canvas, sheet), below)
    for number, (top, lines) in enumerate(pages):
        if number:
            canvas.showPage()
        y = top
        for placed in lines:
            y -= placed.height
            draw_line(canvas, placed.line, placed.style, LEFT, y + placed.style.base)
    if sheet.annex:
        canvas.showPage()
        draw_annex(book, canvas, sheet, room)
    _draw_imprint(book, canvas, imprint)
    canvas.showPage()


def _draw_head(book: FontBook, canvas: Canvas, sheet: ReportSheet) -> float:
    """Urgency, masthead, number with signer, red rule; the height at which the title begins."""
    urgency = set_one_line(book, [Span(sheet.urgency)], styles.REPORT_URGENCY)
    style = styles.REPORT_URGENCY
    draw_line(canvas, urgency, style, LEFT, TOP - style.leading + style.base)
    masthead = _fitting(book, sheet.masthead, styles.REPORT_MASTHEAD)
    y = TOP - 9.5 * mm - styles.REPORT_MASTHEAD.leading
    line = set_one_line(book, [Span(sheet.masthead)], masthead)
    left = LEFT + (WIDTH - line.width + masthead.tracking) / 2
    draw_line(canvas, line, masthead, left, y + styles.REPORT_MASTHEAD.base)
    y -= 2.5 * mm + styles.REPORT_FLUSH.leading
    _draw_number_line(book, canvas, sheet, y + styles.REPORT_FLUSH.base)
    y -= 1 * mm
    canvas.saveState()
    canvas.setStrokeColor(styles.REPORT_RED)
    canvas.setLineWidth(0.7 * mm)
    canvas.line(LEFT, y, LEFT + WIDTH, y)
    canvas.restoreState()
    return y


def _fitting(book: FontBook, text: str, style: TextStyle) -> TextStyle:
    """The style, smaller where the text would not fit into one line."""
    width = set_one_line(book, [Span(text)], style).width - style.tracking
    if width <= WIDTH:
        return style
    scale = WIDTH / width * 0.999
    return replace(style, size=style.size * scale, tracking=style.tracking * scale)


def _draw_number_line(book: FontBook, canvas: Canvas, sheet: ReportSheet, base: float) -> None:
    """Number on the left, signer in 楷体 on the right, each one character in (7.2.5, 7.2.6)."""
    style = styles.REPORT_FLUSH
    left = set_one_line(book, [Span(sheet.number)], style)
    draw_line(canvas, left, style, LEFT + style.size, base)
    signed = [Span("签发人："), Span(sheet.signer or "　" * 3, Face.KAI)]
    right = set_one_line(book, signed, style)
    draw_line(canvas, right, style, LEFT + WIDTH - style.size - right.width, base)


def _body(book: FontBook, sheet: ReportSheet) -> Iterator[_Placed]:
    """Title, subtitle, addressees, paragraphs and the name of the annex (7.3.5), line by line.

    One line stays free above the addressees and above the name of the annex.
    """
    above = 6 * mm
    for line in balanced_lines(book, sheet.title, styles.REPORT_TITLE, WIDTH):
        yield _Placed(line, styles.REPORT_TITLE, above)
        above = 0.0
    if sheet.subtitle:
        text = sheet.subtitle if sheet.subtitle.startswith("（") else f"（{sheet.subtitle}）"
        yield from _lines(book, [Span(text)], styles.REPORT_SUBTITLE)
    above = 1 * mm if sheet.subtitle else styles.REPORT_FLUSH.leading
    for placed in _lines(book, [Span(sheet.addressees)], styles.REPORT_FLUSH):
        yield replace(placed, above=above)
        above = 0.0
    for paragraph in sheet.paragraphs:
        yield from _lines(book, _paragraph(paragraph), styles.REPORT_BODY)
    if sheet.site_contact:
        contact = Span(f"现场联系人：{sheet.site_contact}")
        yield from _lines(book, [contact], styles.REPORT_BODY)
    if sheet.annex:
        above = styles.REPORT_BODY.leading
        for placed in _lines(book, [Span(f"附件：{sheet.annex_title}")], styles.REPORT_BODY):
            yield replace(placed, above=above)
            above = 0.0


def _paragraph(paragraph: ReportParagraph) -> list[Span]:
    spans, at = [Span(paragraph.lead, Face.HEI_BOLD)], 0
    for start, end in paragraph.fresh:
        spans += [Span(paragraph.text[at:start]), Span(paragraph.text[start:end], tinted=True)]
        at = end
    return [*spans, Span(paragraph.text[at:])]


def _lines(book: FontBook, spans: Sequence[Span], style: TextStyle) -> Iterator[_Placed]:
    for line in set_lines(book, spans, style, WIDTH):
        yield _Placed(line, style)


def _paginate(
    lines: Sequence[_Placed], first_top: float, imprint: float
) -> list[tuple[float, list[_Placed]]]:
    """The lines of each page with the height at which they begin.

    The imprint stands at the foot of the last page; where it does not fit under the text, the
    last lines go with it, for a page must not carry the imprint alone.
    """
    pages: list[tuple[float, list[_Placed]]] = [(first_top, [])]
    y = first_top
    for placed in lines:
        if y - placed.height < LAST_BASE - _SLACK:
            pages.append((TOP, []))
            y = TOP
        pages[-1][1].append(placed)
        y -= placed.height
    if y - imprint < LAST_BASE - _SLACK:
        last = pages[-1][1]
        kept = max(1, len(last) - _CARRIED) if len(pages) == 1 else len(last) - _CARRIED
        moved = last[max(0, kept) :]
        del last[max(0, kept) :]
        pages.append((TOP, moved))
    return [page for page in pages if page[1]]


_SLACK: Final = 0.5
"""Points by which rounding may push the last line under the text block."""


def _imprint_rows(sheet: ReportSheet) -> list[tuple[str, ...]]:
    """The rows of the imprint (版记): copies, office with time of issue, people and phone."""
    issued = f"{wording.issue_time(sheet.issued_at, sheet.zone)}印发" if sheet.issued_at else ""
    rows: list[tuple[str, ...]] = [(f"送：{sheet.copies_to}",)] if sheet.copies_to else []
    rows.append((sheet.issuing_office, issued))
    rows.append(sheet.people)
    return rows


def _draw_imprint(book: FontBook, canvas: Canvas, rows: Sequence[tuple[str, ...]]) -> None:
    """Rows between rules, first and last 0.35 mm, the others 0.25 mm (7.4)."""
    style = styles.REPORT_IMPRINT
    for index, row in enumerate(rows):
        top = LAST_BASE + (len(rows) - index) * style.leading
        _rule(canvas, top, 0.35 if index == 0 else 0.25)
        _draw_spread(book, canvas, row, style, top - style.leading + style.base)
    _rule(canvas, LAST_BASE, 0.35)


def _rule(canvas: Canvas, y: float, width_mm: float) -> None:
    canvas.setLineWidth(width_mm * mm)
    canvas.line(LEFT, y, LEFT + WIDTH, y)


def _draw_spread(
    book: FontBook, canvas: Canvas, parts: tuple[str, ...], style: TextStyle, base: float
) -> None:
    """The parts over the width, one character in at both ends; smaller where they do not fit."""
    room = WIDTH - 2 * style.size
    lines = [set_one_line(book, [Span(part)], style) for part in parts]
    needed = sum(line.width for line in lines) + (len(lines) - 1) * style.size
    if needed > room:
        style = replace(style, size=style.size * room / needed * 0.999, align=Align.LEFT)
        lines = [set_one_line(book, [Span(part)], style) for part in parts]
    spare = room - sum(line.width for line in lines)
    gap = spare / (len(lines) - 1) if len(lines) > 1 else 0.0
    x = LEFT + styles.REPORT_IMPRINT.size
    for line in lines:
        draw_line(canvas, line, style, x, base)
        x += line.width + gap


def _draw_page_number(book: FontBook, canvas: Canvas, number: int) -> None:
    """``— 1 —`` under the text block, on the outer side, one character in (7.5)."""
    style = styles.REPORT_PAGE_NUMBER
    line = set_one_line(book, [Span(f"— {number} —")], style)
    inset = style.size
    outer = LEFT + WIDTH - inset - line.width if number % 2 else LEFT + inset
    draw_line(canvas, line, style, outer, _PAGE_NUMBER)
