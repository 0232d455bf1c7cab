"""The month roster on paper."""

from __future__ import annotations

from dataclasses import replace

from safetydesk.documents import roster_pdf
from tests.documents.paper import HOSTILE, PACKAGED, RARE, ROSTER, pages, squashed


def test_a_month_fits_one_page_with_a_row_for_each_day():
    (page,) = pages(roster_pdf.render(ROSTER, PACKAGED))
    assert "云川区应急管理局2025年10月值班安排表" in page
    assert "10月1日三法定曾慧（副局长）19900000001黄志强何佳—" in page
    assert "10月31日五工作日" in page
    assert "注意事项：1.接班人提前10分钟到岗。2.调班须报备。" in page
    assert "（盖章）2025年9月25日" in page
    assert "第1稿，未报备" in page


def test_long_remarks_flow_onto_a_second_page_with_the_head_repeated():
    rows = tuple(replace(row, remark=HOSTILE + RARE) for row in ROSTER.rows)
    found = pages(roster_pdf.render(replace(ROSTER, rows=rows), PACKAGED))
    assert len(found) > 1
    assert all("带班领导" in page for page in found[:-1])
    assert squashed(HOSTILE) + RARE in found[0]


def test_an_empty_month_is_printed():
    (page,) = pages(roster_pdf.render(replace(ROSTER, rows=()), PACKAGED))
    assert "备注" in page
