"""The reports in the form of GB/T 9704."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QColor

from safetydesk.documents import report_pdf
from safetydesk.documents.plain_text import report_text
from safetydesk.services.sheets import FRESH_TINT, ReportKind, ReportParagraph
from safetydesk.ui.page_image import page_images
from tests.documents.paper import HOSTILE, PACKAGED, REPORT, opened, pages, squashed

MM = 72 / 25.4


def long_report(paragraphs):
    body = tuple(
        ReportParagraph(f"第{n}段，现场救援处置工作有序进行，有关情况将及时续报。" * 3, f"{n}、")
        for n in range(1, paragraphs + 1)
    )
    return replace(REPORT, kind=ReportKind.FOLLOW_UP, paragraphs=body)


def test_a_first_report_has_all_parts_on_one_page():
    (page,) = pages(report_pdf.render(REPORT, PACKAGED))
    for words in (
        "特急",
        "云川区应急管理局值班信息",
        "〔2025〕第37期",
        "签发人：曾慧",
        "“10·6”反应釜爆炸事故情况的报告",
        "（首报：已致1人死亡、2人失联）",
        "二、人员伤亡。截至10时30分",
        "现场联系人：谭庆丰（值班员）0000-5551040",
        "送：区委办公室，区政府办公室",
        "2025年10月6日10时40分印发",
        "核稿：何佳值班员：黄志强值班电话：0000-5550110",
        "—1—",
    ):
        assert words in page


def test_a_long_report_flows_and_numbers_its_pages_on_the_outer_side():
    pdf = report_pdf.render(long_report(16), PACKAGED)
    found = pages(pdf)
    assert len(found) >= 3
    assert all(f"—{n}—" in page for n, page in enumerate(found, start=1))
    assert ["印发" in page for page in found] == [False] * (len(found) - 1) + [True]
    for number, right in ((0, True), (1, False)):
        assert (number_left(pdf, number) > 300) is right


def number_left(pdf, page):
    """Where the page number under the text block begins, in points from the left."""
    with opened(pdf) as document:
        return number_box(document, page).left()


def number_box(document, page):
    text = document.getAllText(page).text()
    return document.getSelectionAtIndex(page, text.rindex("—") - 4, 5).boundingRectangle()


@pytest.mark.parametrize("paragraphs", range(3, 14))
def test_the_imprint_never_stands_on_a_page_of_its_own(paragraphs):
    found = pages(report_pdf.render(long_report(paragraphs), PACKAGED))
    assert found[-1].index("送：") > 0
    assert "".join(found).count("第1段") == 3


@pytest.mark.parametrize("paragraphs", [4, 5, 6, 9])
def test_text_stays_inside_the_text_block(paragraphs):
    pdf = report_pdf.render(long_report(paragraphs), PACKAGED)
    with opened(pdf) as document:
        for page in range(document.pageCount()):
            bounds = document.getAllText(page).boundingRectangle()
            assert bounds.left() >= 28 * MM - 1
            assert bounds.right() <= 184 * MM + 1
            text = document.getAllText(page).text()
            boxes = [
                document.getSelectionAtIndex(page, n, 1).boundingRectangle()
                for n, char in enumerate(text)
                if not char.isspace()
            ]
            assert all(box.top() > 37 * MM - 4 for box in boxes)
            under = [box for box in boxes if box.bottom() > 262 * MM + 1]
            assert len(under) == len(f"—{page + 1}—")


def test_a_page_takes_22_lines():
    lines = tuple(ReportParagraph("现场救援。") for _ in range(60))
    found = pages(report_pdf.render(replace(REPORT, paragraphs=lines), PACKAGED))
    assert found[1].count("现场救援。") == 22


def test_a_draft_without_number_signer_and_time_is_printed():
    sheet = replace(REPORT, issue_number=None, signer="", issued_at=None, copies_to="")
    (page,) = pages(report_pdf.render(sheet, PACKAGED))
    assert "〔2025〕第期" in page
    assert "印发" not in page


def test_a_long_masthead_and_imprint_are_made_to_fit():
    sheet = replace(
        REPORT, masthead="云川区安全生产委员会办公室应急管理局总值班室值班信息", drafter="欧阳" * 12
    )
    pdf = report_pdf.render(sheet, PACKAGED)
    with opened(pdf) as document:
        assert document.getAllText(0).boundingRectangle().right() <= 184 * MM + 1
    assert sheet.masthead in pages(pdf)[0]


def test_the_plain_text_says_what_the_page_says():
    text = report_text(replace(REPORT, subtitle=HOSTILE))
    assert text.startswith("【特急】云川区应急管理局值班信息\n〔2025〕第37期　签发人：曾慧\n")
    assert f"（{HOSTILE}）" in text
    assert "\n　　二、人员伤亡。截至10时30分，死亡1人" in text
    assert text.endswith("核稿：何佳　值班员：黄志强　值班电话：0000-5550110\n")
    (page,) = pages(report_pdf.render(REPORT, PACKAGED))
    for line in report_text(REPORT).splitlines()[3:]:
        assert all(squashed(part) in page for part in line.split("　"))


def test_the_number_of_copies_stands_in_the_imprint_where_it_is_given():
    assert "共印8份" in pages(report_pdf.render(replace(REPORT, printed=8), PACKAGED))[0]
    assert "共印" not in pages(report_pdf.render(REPORT, PACKAGED))[0]


def test_an_answer_bears_no_number_and_no_empty_place_for_one():
    sheet = replace(REPORT, numbered=False, issue_number=None)
    assert "期" not in pages(report_pdf.render(sheet, PACKAGED))[0].split("关于")[0]
    assert "第" not in report_text(sheet).splitlines()[1]


def test_what_is_new_is_tinted_without_moving_a_letter():
    plain = ReportParagraph("死亡3人，失联人员已找到，均无生命体征。" * 3, "一、伤亡情况。")
    fresh = replace(plain, fresh=((0, 4), (5, 20)))
    made = [
        report_pdf.render(replace(REPORT, paragraphs=(paragraph,)), PACKAGED)
        for paragraph in (plain, fresh)
    ]
    assert pages(made[0]) == pages(made[1])
    tint = tinted(made[1])
    assert tint > 0 == tinted(made[0])


def tinted(pdf):
    """How many points of the first page have the colour of what is new."""
    (picture, *_) = page_images(pdf, 595)
    wanted = QColor(FRESH_TINT).rgb()
    places = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    return sum(picture.pixel(x, y) == wanted for x, y in places)
