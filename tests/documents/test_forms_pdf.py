"""The shift log and the handover record on paper."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from safetydesk.documents import handover_pdf, report_pdf, shift_log_pdf
from safetydesk.services.sheets import (
    HandoverItem,
    HandoverNotes,
    HandoverSheet,
    HandoverSide,
    PrintMark,
    ReadBack,
    Segment,
    SegmentMark,
    ShiftLogSheet,
    ShiftSummary,
    Signatures,
)
from tests.documents.paper import (
    HANDOVER,
    HOSTILE,
    LOG,
    NUMBER,
    OFFICE,
    PACKAGED,
    RARE,
    REPORT,
    ZONE,
    at,
    inked,
    pages,
    row,
    squashed,
    streams,
)


def log_pages(sheet):
    return pages(shift_log_pdf.render(sheet, PACKAGED))


def handover_pages(sheet):
    return pages(handover_pdf.render(sheet, PACKAGED))


def test_the_title_stands_in_the_middle_of_the_page():
    for pdf in (shift_log_pdf.render(LOG, PACKAGED), handover_pdf.render(HANDOVER, PACKAGED)):
        first, last = inked(pdf, top=13, bottom=22)
        assert first == pytest.approx(210 - last, abs=0.8)


def test_the_log_shows_its_head_rows_foot_and_signatures():
    (page,) = log_pages(LOG)
    for words in (
        OFFICE,
        squashed(NUMBER),
        "2025年10月6日星期一",
        "曾慧（副局长）",
        "08:30—7日08:30",
        "黄志强（08:20到岗）",
        "突发事件接报",
        "0000-5551040",
        "7日星期二",
        "电话快报3，首报1，续报5",
        "①M-2025-062",
        "黄志强何佳",
        "08:36",
        "封存码7F3A-91C2-04DE第1,247—1,301条，机器记录30条未印",
        "打印2025-10-0708:45吴昊",
        "内部资料注意保密1/1",
    ):
        assert squashed(words) in page


def test_a_correction_and_a_late_entry_are_named_with_their_times():
    (page,) = log_pages(LOG)
    assert "首报第3637期（更正何佳10:52）" in page
    assert "补记7日04:00，迟4小时10分" in page


def test_a_day_line_stands_before_the_first_row_of_a_new_day_only():
    (page,) = log_pages(LOG)
    assert page.count("7日星期二") == 1
    assert page.index("夜间巡查正常") < page.index("7日星期二") < page.index("市局电话询问善后")


def test_a_long_log_flows_over_pages_with_its_heads_repeated():
    rows = tuple(row(n, "06 12:00", f"第{n}号来电，内容如记录") for n in range(1, 101))
    found = log_pages(replace(LOG, rows=rows))
    assert len(found) == 3
    assert all("内容摘要" in page for page in found)
    assert all(f"{n}/{len(found)}" in page for n, page in enumerate(found, start=1))
    assert all(f"值班日志{squashed(NUMBER)}（续）" in page for page in found[1:])
    assert "（续）" not in found[0]
    whole = "".join(found)
    assert all(f"第{n}号来电" in whole for n in range(1, 101))


def test_one_entry_longer_than_a_page_is_printed_whole():
    text = "现场情况" * 1500
    found = log_pages(replace(LOG, rows=(row(1, "06 12:00", text),)))
    assert len(found) > 1
    assert sum(page.count("现") for page in found) >= 1500


@pytest.mark.parametrize("extra", range(12))
def test_a_row_is_never_torn_where_it_fits_the_next_page(extra):
    """Nine long rows before the page's end: each is whole on one page, under the head."""
    text = "接报情况，" * 40
    short = tuple(row(n, "06 09:00", "短") for n in range(1, extra + 1))
    long = tuple(row(100 + n, "06 10:00", text) for n in range(9))
    found = log_pages(replace(LOG, rows=(*short, *long)))
    assert len(found) >= 2
    for page in found:
        assert page.count("接报情况，") % 40 == 0
        assert page.count("内容摘要") <= 1


def test_open_items_longer_than_a_page_are_printed_whole():
    items = tuple(f"第{n}项未办结事项，承办单位未反馈" for n in range(1, 301))
    found = "".join(log_pages(replace(LOG, summary=ShiftSummary(open_items=items))))
    assert all(f"第{n}项未办结" in found for n in range(1, 301))


def test_an_empty_log_is_a_draft_of_one_page():
    sheet = ShiftLogSheet(
        "",
        "",
        date(2025, 10, 6),
        ZONE,
        at("06 08:30"),
        at("07 08:30"),
        PrintMark(at("06 09:00"), ""),
    )
    (page,) = log_pages(sheet)
    assert "本班无记录" in page
    assert "未封存（草稿）" in page


def test_an_ordinary_handover_fits_one_page():
    (page,) = handover_pages(HANDOVER)
    for words in (
        "交接班记录",
        "周二班（7日）吴昊、仇海波，带班周庭远",
        "08:28，日志第1,301条",
        "吴昊08:19仇海波08:41（提前11分；迟11分）",
        "一、未办结事项（4）",
        "终报8日17:00前",
        "书面10:00前",
        "反馈12:00",
        "无需说明",
        "已复述",
        "死亡人数再变",
        "区长11:05：全力搜救",
        "√值班室钥匙3把，相符",
        "□值班专用章缺",
        "爆炸死亡4人，终报由我起草。",
        "√复述无误（黄志强08:35）",
        "□不接，原因：",
        "责任自08:38接班签字起转移；其后记录归周二班。",
    ):
        assert words in page


def test_a_long_handover_flows_onto_further_pages_with_its_heads_repeated():
    items = tuple(
        HandoverItem(f"事项{n}号", "情况说明" * 12, "反馈", at("07 10:00")) for n in range(1, 31)
    )
    found = handover_pages(replace(HANDOVER, items=items))
    assert len(found) >= 2
    assert "情况与说明" in found[1]
    assert "责任自08:38" in found[-1]
    assert all(f"事项{n}号" in "".join(found) for n in range(1, 31))


def test_a_refused_item_is_named_with_its_reason():
    sheet = replace(HANDOVER, objections=("传真机故障未登记",))
    (page,) = handover_pages(sheet)
    assert "√不接1项，原因见下" in page
    assert "不接：传真机故障未登记" in page


def test_an_empty_handover_waits_for_everything():
    side = HandoverSide("")
    sheet = HandoverSheet("", "", ZONE, side, side, PrintMark(at("07 08:40"), ""))
    (page,) = handover_pages(sheet)
    assert "无未办结事项" in page
    assert "□复述无误" in page
    assert "责任仍归交班人员" in page


def test_a_very_long_read_back_and_notes_are_printed_whole():
    long = "全力救治伤员，" * 400
    sheet = replace(
        HANDOVER, read_back=ReadBack(long), notes=HandoverNotes((long,)), signatures=Signatures()
    )
    found = handover_pages(sheet)
    assert sum(page.count("全力救治伤员，") for page in found) > 780


HOSTILE_SHEETS = [
    (shift_log_pdf, replace(LOG, rows=(row(1, "06 09:00", HOSTILE + RARE),), leader=HOSTILE)),
    (handover_pdf, replace(HANDOVER, read_back=ReadBack(HOSTILE + RARE))),
    (report_pdf, replace(REPORT, title=HOSTILE, subtitle=RARE)),
]


@pytest.mark.parametrize(("writer", "sheet"), HOSTILE_SHEETS)
def test_what_the_user_typed_is_printed_letter_for_letter(writer, sheet):
    text = "".join(pages(writer.render(sheet, PACKAGED)))
    assert squashed(HOSTILE) in text
    assert RARE in text


@pytest.mark.parametrize(("writer", "sheet"), [*HOSTILE_SHEETS, (shift_log_pdf, LOG)])
def test_every_font_is_embedded(writer, sheet):
    pdf = writer.render(sheet, PACKAGED)
    objects = pdf.split(b"endobj")
    fonts = [part for part in objects if re.search(rb"/Type /Font\b(?!D)", part)]
    assert fonts
    assert all(b"/FontDescriptor" in font for font in fonts)
    described = [part for part in objects if b"/Type /FontDescriptor" in part]
    assert len(described) == len(fonts)
    assert all(b"/FontFile2" in part for part in described)


@pytest.mark.parametrize(
    ("writer", "sheet"), [(shift_log_pdf, LOG), (handover_pdf, HANDOVER), (report_pdf, REPORT)]
)
def test_the_same_sheet_gives_the_same_bytes(writer, sheet):
    assert writer.render(sheet, PACKAGED) == writer.render(sheet, PACKAGED)


def test_the_file_carries_the_time_of_printing_in_the_offices_zone():
    assert b"D:20251007084500+08'00'" in shift_log_pdf.render(LOG, PACKAGED)


def test_a_struck_entry_is_struck_through():
    plain = replace(LOG, rows=(row(8, "06 16:02", "群众反映塌陷"),))
    struck = replace(
        plain,
        rows=(replace(plain.rows[0], content=(Segment("群众反映塌陷", SegmentMark.STRUCK),)),),
    )
    drawn = [shift_log_pdf.render(sheet, PACKAGED) for sheet in (plain, struck)]
    assert drawn[0] != drawn[1]
    assert [b"".join(streams(pdf)).count(b" l S") for pdf in drawn][1] == (
        b"".join(streams(drawn[0])).count(b" l S") + 1
    )
