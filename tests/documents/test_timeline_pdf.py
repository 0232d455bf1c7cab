"""The chronology of an incident on paper: to the minute, day by day, with the people told."""

from __future__ import annotations

from dataclasses import replace

from safetydesk.documents import timeline_pdf
from safetydesk.domain.incident import BasisKind
from safetydesk.domain.incident_record import BasisRecord
from safetydesk.services.sheets import PrintMark
from safetydesk.services.timeline_sheet import TimelineSheet
from safetydesk.services.views_incidents import Mark, NoticeLine, TimelineLine, ToldLine
from tests.documents.paper import HOSTILE, OFFICE, PACKAGED, ZONE, at, pages, squashed

OCCURRED = BasisRecord(
    BasisKind.OCCURRED,
    at("06 10:03"),
    "监控",
    at("06 14:00"),
    former=(at("06 10:05"),),
)


def notice(department, told=None, *, role="应通报", ours=False, weak=False):
    return NoticeLine(
        department=department,
        role=role,
        citation="493号第十条",
        weak=weak,
        ours=ours,
        told=told,
    )


SHEET = TimelineSheet(
    office=OFFICE,
    zone=ZONE,
    number="2025-018",
    title="东河宏泰反应釜爆炸",
    grade="确认一般，可能较大",
    state="处置中",
    times=(OCCURRED,),
    casualties="死亡1人、失联2人",
    rows=(
        TimelineLine(at("06 10:12"), Mark.SCENE, "园区管委会报：反应釜爆炸", "徐丽华"),
        TimelineLine(at("07 00:20"), Mark.REPORT, f"续报二：{HOSTILE}", "何佳"),
    ),
    told=(
        ToldLine("市应急局", at("06 10:20"), "电话快报", "黎海霞", confirmed=True, told_by="何佳"),
        ToldLine("区委值班室", at("06 10:22"), "电话快报"),
    ),
    notices=(
        notice("公安", ToldLine("区公安分局", at("06 10:30"), "通报", "徐峰", told_by="何佳")),
        notice("总工会"),
        notice("应急管理局", role="主管部门", ours=True, weak=True),
    ),
    findings=(),
    printed=PrintMark(at("07 08:00"), "何佳"),
)


def text_of(sheet):
    return "".join(squashed(page) for page in pages(timeline_pdf.render(sheet, PACKAGED)))


def test_every_line_stands_to_the_minute_under_its_day():
    text = text_of(SHEET)
    first, second = text.index("2025年10月6日星期一"), text.index("2025年10月7日星期二")
    assert first < text.index("10:12") < second < text.index("00:20")
    assert squashed(HOSTILE) in text


def test_a_corrected_time_shows_what_it_was():
    assert "事发2025年10月6日10:03（原记10:05）" in text_of(SHEET)


def test_who_was_told_stands_with_who_took_it_and_who_is_missing_is_named():
    text = text_of(SHEET)
    assert "市应急局10-0610:20电话快报黎海霞何佳" in text
    assert "区委值班室10-0610:22电话快报未确认" in text
    assert "尚未告知：总工会" in text


def test_whom_the_law_names_stands_with_the_text_and_who_was_told_by_whom():
    text = text_of(SHEET)
    assert "公安应通报493号第十条10-0610:30通报徐峰、何佳" in text
    assert "总工会应通报493号第十条未告知" in text
    assert "应急管理局主管部门493号第十条（待核实）本单位" in text
    all_told = tuple(line for line in SHEET.notices if not line.open)
    assert "均已告知" in text_of(replace(SHEET, notices=all_told))


def test_what_does_not_fit_together_is_said_in_the_head():
    assert "存疑" not in text_of(SHEET)
    doubted = replace(SHEET, findings=("合计6人，与各项之和5人不符",))
    assert "存疑合计6人，与各项之和5人不符" in text_of(doubted)


def test_a_long_chronology_repeats_its_head_on_every_page():
    rows = tuple(
        TimelineLine(at(f"06 {10 + n // 60:02d}:{n % 60:02d}"), Mark.SCENE, f"第{n}件")
        for n in range(120)
    )
    found = pages(timeline_pdf.render(replace(SHEET, rows=rows), PACKAGED))
    assert len(found) > 2
    assert all("来源或记录人" in squashed(page) for page in found[:2])
    assert "第119件" in "".join(squashed(page) for page in found)


def test_an_empty_chronology_says_so():
    text = text_of(replace(SHEET, rows=(), told=(), times=(), casualties="", grade=""))
    assert "无记录" in text
    assert "尚未告知任何单位或人员" in text
