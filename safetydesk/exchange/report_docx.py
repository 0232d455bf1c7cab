"""Knows a report as a Word document by GB/T 9704: the words of its printed page, for editing on."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, Final

from docx import Document, oxml
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from safetydesk.domain.report_news import day_hour_minute

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph

    from safetydesk.services.sheets import ReportParagraph, ReportSheet

_OXML: Any = oxml
"""Parts of python-docx that say nothing of their types."""

_FANG: Final = "仿宋"
_HEI: Final = "黑体"
_KAI: Final = "楷体"
_TITLE: Final = "方正小标宋简体"
_RED: Final = RGBColor(0xD2, 0x00, 0x0F)
_BODY, _IMPRINT = 16.0, 14.0
_PITCH: Final = Pt(28.95)
"""22 lines on a page of 225 mm."""

_WIDTH: Final = Mm(156)


def render(sheet: ReportSheet) -> bytes:
    """The report as a .docx; fonts are those that offices have, not part of the file."""
    document = Document()
    _lay_out(document)
    document.core_properties.title = sheet.title.replace("\n", "")
    document.core_properties.author = sheet.issuing_office
    _head(document, sheet)
    _body(document, sheet)
    if sheet.annex:
        _annex(document, sheet)
    _imprint(document, sheet)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _lay_out(document: WordDocument) -> None:
    """A4 with the margins of the standard: 37 mm above, 28 mm left, 156 × 225 mm of text."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.footer_distance = Mm(26)


def _head(document: WordDocument, sheet: ReportSheet) -> None:
    """Urgency, masthead in red, number with the signer, the red rule."""
    if sheet.urgency:
        _write(_paragraph(document), sheet.urgency, _HEI)
    masthead = _paragraph(document, WD_ALIGN_PARAGRAPH.CENTER, pitch=False)
    _write(masthead, sheet.masthead, _TITLE, 36, _RED)
    number = _paragraph(document)
    stops: Any = number.paragraph_format.tab_stops
    stops.add_tab_stop(_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    _write(number, f"{sheet.number}\t签发人：", _FANG)
    _write(number, sheet.signer or "　　　", _KAI)
    _rule(number, "bottom", 16, "D2000F")


def _body(document: WordDocument, sheet: ReportSheet) -> None:
    """Title, subtitle, addressees, paragraphs with their headings run in, the contact."""
    centre = WD_ALIGN_PARAGRAPH.CENTER
    for line in sheet.title.split("\n"):
        _write(_paragraph(document, centre), line, _TITLE, 22)
    if sheet.subtitle:
        wrapped = sheet.subtitle.startswith("（")
        words = sheet.subtitle if wrapped else f"（{sheet.subtitle}）"
        _write(_paragraph(document, centre), words, _KAI)
    if sheet.addressees:
        addressees = _paragraph(document)
        addressees.paragraph_format.space_before = Pt(0) if sheet.subtitle else _PITCH
        _write(addressees, sheet.addressees, _FANG)
    for part in sheet.paragraphs:
        _text(document, part)
    if sheet.site_contact:
        contact = _indented(document)
        _write(contact, f"现场联系人：{sheet.site_contact}", _FANG)
    if sheet.annex:
        named = _indented(document)
        named.paragraph_format.space_before = _PITCH
        _write(named, f"附件：{sheet.annex_title}", _FANG)


def _text(document: WordDocument, part: ReportParagraph) -> None:
    """A paragraph; each line of its text is one of its own."""
    first, *rest = part.text.splitlines() or [""]
    opening = _indented(document)
    if part.lead:
        _write(opening, part.lead, _HEI)
    _write(opening, first, _FANG)
    for line in rest:
        _write(_indented(document), line, _FANG)


def _annex(document: WordDocument, sheet: ReportSheet) -> None:
    """附件: on a page of its own, its title in the middle, the table in full width."""
    heading = _paragraph(document)
    heading.paragraph_format.page_break_before = True
    _write(heading, "附件", _HEI)
    _write(_paragraph(document, WD_ALIGN_PARAGRAPH.CENTER), sheet.annex_title, _TITLE, 22)
    columns = max(len(row) for row in sheet.annex)
    table: Any = document.add_table(rows=0, cols=columns, style="Table Grid")
    for place, row in enumerate(sheet.annex):
        cells = table.add_row().cells
        for cell, words in zip(cells, row, strict=False):
            _write(cell.paragraphs[0], words, _FANG if place else _HEI, 12)


def _imprint(document: WordDocument, sheet: ReportSheet) -> None:
    """版记: copies, the office with the time of issue, people and telephone, between rules."""
    issued = ""
    if sheet.issued_at is not None:
        local = sheet.issued_at.astimezone(sheet.zone)
        issued = f"{local.year}年{day_hour_minute(sheet.issued_at, sheet.zone)}印发"
    rows = [f"送：{sheet.copies_to}"] if sheet.copies_to else []
    rows += [
        f"{sheet.issuing_office}\t{issued}",
        "\t".join(sheet.people),
    ]
    for at, row in enumerate(rows, 1):
        line = _paragraph(document)
        stops: Any = line.paragraph_format.tab_stops
        gaps = row.count("\t")
        for gap in range(1, gaps):
            stops.add_tab_stop(_WIDTH * gap // gaps, WD_TAB_ALIGNMENT.CENTER)
        stops.add_tab_stop(_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
        _write(line, row, _FANG, _IMPRINT)
        _rule(line, "top", 8 if at == 1 else 6, "000000")
        if at == len(rows):
            _rule(line, "bottom", 8, "000000")


def _paragraph(
    document: WordDocument, align: WD_ALIGN_PARAGRAPH | None = None, *, pitch: bool = True
) -> Paragraph:
    """An empty paragraph on the grid of 22 lines."""
    made = document.add_paragraph()
    shape = made.paragraph_format
    shape.space_before = shape.space_after = Pt(0)
    if pitch:
        shape.line_spacing_rule = WD_LINE_SPACING.EXACTLY
        shape.line_spacing = _PITCH
    if align is not None:
        made.alignment = align
    return made


def _indented(document: WordDocument) -> Paragraph:
    """A paragraph of the body, two characters in."""
    made = _paragraph(document, WD_ALIGN_PARAGRAPH.JUSTIFY)
    made.paragraph_format.first_line_indent = Pt(2 * _BODY)
    return made


def _write(
    paragraph: Paragraph,
    text: str,
    font: str,
    size: float = _BODY,
    colour: RGBColor | None = None,
) -> None:
    """Words in one face; the East Asian face is named beside the Latin one."""
    run = paragraph.add_run(_allowed(text))
    run.font.size = Pt(size)
    run.font.name = font
    if colour is not None:
        run.font.color.rgb = colour
    element: Any = run.element
    element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)


def _allowed(text: str) -> str:
    """The text without the characters that XML cannot hold."""
    return "".join(sign for sign in text if sign >= " " or sign == "\t")


def _rule(paragraph: Paragraph, side: str, eighths: int, colour: str) -> None:
    """A line above or under a paragraph, its width in eighths of a point."""
    element: Any = paragraph.paragraph_format.element
    properties: Any = element.get_or_add_pPr()
    borders: Any = properties.find(qn("w:pBdr"))
    if borders is None:
        borders = _element("w:pBdr")
        properties.insert_element_before(
            borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr"
        )
    edge = _element(f"w:{side}")
    named = {"val": "single", "sz": str(eighths), "space": "1", "color": colour}
    for name, value in named.items():
        edge.set(qn(f"w:{name}"), value)
    borders.append(edge)


def _element(name: str) -> Any:
    made: Any = _OXML.OxmlElement(name)
    return made
