"""A report as a Word document says the same words as its printed page."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from docx import Document
from docx.shared import Mm

from safetydesk.documents import report_pdf
from safetydesk.exchange import report_docx
from safetydesk.services.sheets import ReportParagraph
from tests.documents.paper import HOSTILE, PACKAGED, REPORT, pages, squashed


def document_of(sheet):
    return Document(io.BytesIO(report_docx.render(sheet)))


def words_of(sheet):
    document = document_of(sheet)
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return squashed("".join([*(paragraph.text for paragraph in document.paragraphs), *cells]))


def words_on_paper(sheet):
    found = pages(report_pdf.render(sheet, PACKAGED))
    numbers = [f"—{number}—" for number in range(1, len(found) + 1)]
    texts = [squashed(page) for page in found]
    return "".join(text.replace(n, "") for text, n in zip(texts, numbers, strict=True))


@pytest.mark.parametrize(
    "sheet",
    [
        REPORT,
        replace(REPORT, issue_number=None, signer="", issued_at=None, copies_to="", subtitle=""),
        replace(REPORT, paragraphs=(ReportParagraph(HOSTILE, "一、基本情况。"),)),
        replace(REPORT, annex=(("姓名", "伤情"), ("伤员甲", "轻伤")), annex_title="名单"),
        replace(REPORT, printed=8),
    ],
    ids=["signed", "draft", "hostile", "annex", "copies"],
)
def test_word_and_paper_have_the_same_words(sheet):
    assert sorted(words_of(sheet)) == sorted(words_on_paper(sheet))


def test_the_order_of_the_words_is_that_of_the_page():
    text = words_of(REPORT)
    places = [text.index(squashed(words)) for words in (REPORT.masthead, REPORT.addressees)]
    places += [text.index(squashed(part.text)) for part in REPORT.paragraphs if part.text]
    assert places == sorted(places)


def test_the_page_has_the_margins_of_the_standard():
    section = document_of(REPORT).sections[0]
    found = (section.page_width, section.top_margin, section.left_margin)
    assert found == pytest.approx((Mm(210), Mm(37), Mm(28)), abs=1000)
    assert abs(section.page_width - section.left_margin - section.right_margin - Mm(156)) < 1000


def test_what_xml_cannot_hold_does_not_break_the_file():
    sheet = replace(REPORT, paragraphs=(ReportParagraph("甲\x00\x0b乙", "一、"),))
    assert "甲乙" in words_of(sheet)
