"""The annex of a report: a table on pages of its own, in every form with the same words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from safetydesk.documents import report_pdf
from safetydesk.documents.plain_text import report_text
from safetydesk.domain.report import Annex, ReportContent, table_rows, table_text
from tests.documents.paper import HOSTILE, PACKAGED, REPORT, pages, squashed

HEAD = ("序号", "姓名", "性别", "年龄", "伤情", "去向")


def casualties(count):
    rows = tuple(
        (str(n), f"伤员{n:02d}", "男", str(20 + n % 40), "轻伤", f"区人民医院{n}号床")
        for n in range(1, count + 1)
    )
    return (HEAD, *rows)


def with_annex(rows, title="伤亡人员名单"):
    return replace(REPORT, annex=rows, annex_title=title)


def printed(sheet):
    return [squashed(page) for page in pages(report_pdf.render(sheet, PACKAGED))]


def test_a_report_with_sixty_casualties_takes_three_pages():
    first, second, third = printed(with_annex(casualties(60)))
    assert "二、人员伤亡" in first
    assert second.startswith("附件伤亡人员名单序号姓名性别")
    assert third.startswith("序号姓名性别")
    assert "伤员60" in third
    assert "核稿：何佳" in third
    assert "核稿：何佳" not in first + second


@pytest.mark.parametrize("count", [0, 1, 28, 29, 30, 31, 32, 33, 34, 62, 63, 64, 65, 66])
def test_the_imprint_stands_under_the_last_rows(count):
    *_, last = printed(with_annex(casualties(count)))
    shown = [f"伤员{n:02d}" for n in range(1, count + 1)]
    assert not shown or shown[-1] in last
    assert "值班电话" in last


def test_words_too_wide_for_their_cell_stay_in_the_page():
    rows = (HEAD, ("1", "长" * 120, HOSTILE.replace("\n", " "), "", "", ""), ("2",))
    assert "附件" in printed(with_annex(rows))[1]


def test_the_plain_text_has_the_rows_in_columns():
    text = report_text(with_annex(casualties(2)))
    assert "附件：伤亡人员名单" in text
    assert "2\t伤员02\t男" in text


def test_a_table_is_pasted_or_typed_and_comes_back():
    pasted = "姓名\t性别\n张三\t男\n\n李四 | 女 \n"
    rows = table_rows(pasted)
    assert rows == (("姓名", "性别"), ("张三", "男"), ("李四", "女"))
    assert table_rows(table_text(rows)) == rows
    content = ReportContent(title="题", annex=Annex("名单", rows))
    assert ReportContent.of_json(content.as_json()) == content
    assert content.text.endswith("附件：名单\n姓名\t性别\n张三\t男\n李四\t女")


def test_a_report_without_an_annex_is_stored_as_before():
    assert "annex" not in ReportContent(title="题").as_json()


def test_the_body_names_its_annex_a_line_below_the_text():
    sheet = replace(
        REPORT, annex=(("姓名", "伤情"), ("伤员甲", "轻伤")), annex_title="伤亡人员名单"
    )
    first, last = pages(report_pdf.render(sheet, PACKAGED))
    assert "附件：伤亡人员名单" in first
    assert "印发" not in first
    assert "印发" in last
