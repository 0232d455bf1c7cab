"""Former values, annexes, and the words that would agree with the record."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from safetydesk.domain.casualties import CasualtyState
from safetydesk.domain.incident import BasisKind, Grade
from safetydesk.domain.report import Annex, ReportContent, Section, table_rows
from safetydesk.domain.report_annex_check import annex_remarks, split_annex
from safetydesk.domain.report_fixes import with_loss, with_number, with_time
from safetydesk.domain.report_marks import checked
from safetydesk.domain.report_remarks import FormerText, RecordedFacts
from safetydesk.domain.report_series import ReportType

ZONE = ZoneInfo("Asia/Shanghai")


def at(clock, day=6):
    return datetime.fromisoformat(f"2025-10-{day:02d}T{clock}:00+08:00")


FIRST = FormerText(
    "首报〔2025〕第37期",
    "关于东河宏泰公司反应釜爆炸事故情况的报告\n（首报：死亡1人、失联2人）\n"
    "10月6日10时12分，我局接园区报告：10时05分许，公司发生爆炸。\n"
    "截至10时35分，死亡1人、失联2人、受伤5人（其中重伤1人）。",
    at("10:40"),
)
SECOND = FormerText("续报（一）〔2025〕第38期", "截至11时20分，失联1人。", at("11:26"))
FACTS = RecordedFacts(
    casualties=CasualtyState(dead=3, missing=0, severely_injured=1, lightly_injured=4),
    bases={BasisKind.OCCURRED: at("10:02"), BasisKind.RECEIVED: at("10:12")},
    grade=Grade.GRADE_3,
    casualties_at=at("11:20"),
    instants=(at("10:02"), at("10:12"), at("11:20")),
    former=(SECOND, FIRST),
)


def found(said, facts=FACTS, *, title="关于东河宏泰公司反应釜爆炸事故情况的续报（二）", annex=""):
    content = ReportContent(
        title=title,
        subtitle="死亡3人、失联0人、受伤5人",
        sections=(Section("一、伤亡情况", said),),
        annex=Annex("伤亡人员名单", table_rows(annex)),
    )
    check = checked(content, ReportType.FOLLOW_UP, facts, at("12:00"), ZONE)
    return {remark.text: [mark.fix for mark in remark.marks] for remark in check.remarks}


def test_former_values_as_they_were_reported_have_no_remark():
    assert found("截至11时20分，死亡3人，原报死亡1人、失联1人。") == {}
    assert found("事发时间更正为10时02分（原报10时05分）。") == {}


def test_a_former_number_is_held_against_the_newest_report_that_said_it():
    assert found("截至11时20分，死亡3人，原报死亡2人、失联2人。") == {
        "原报死亡：文中2，首报〔2025〕第37期为1": ["死亡1人"],
        "原报失联：文中2，续报（一）〔2025〕第38期为1": ["失联1人"],
    }


def test_a_former_number_is_found_in_brackets_and_where_the_text_carries_it_on():
    assert found("死亡3人（原报2人）。") == {"原报死亡：文中2，首报〔2025〕第37期为1": ["1人"]}
    assert found("死亡3人（原报1人）。") == {}
    assert found("死亡人数由2人上升至3人。") == {
        "原报死亡：文中2，首报〔2025〕第37期为1": ["死亡人数由1人上升至3人"]
    }
    assert found("死亡人数由1人上升至3人。") == {}


def test_a_former_time_of_occurrence_is_the_one_that_was_reported():
    assert found("事发时间更正为10时02分（原报10时06分）。") == {
        "原报事发时间：文中10时06分，首报〔2025〕第37期为10时05分": ["10时05分"]
    }


def test_what_no_report_said_cannot_have_been_reported():
    assert "原报轻伤2人：以前的报告没有写轻伤" in found("死亡3人，原报轻伤2人。")
    nothing = replace(FACTS, former=())
    assert "写了原报，但以前没有报过" in found("死亡3人，原报死亡1人。", nothing)
    assert found("死亡3人，原报死亡9人。", replace(FACTS, former=None)) == {}


def test_every_place_of_a_stale_number_is_marked_with_the_fact():
    texts = found(
        "截至11时20分，死亡1人。现场死亡1人。", title="东河宏泰公司一般事故情况的续报（二）"
    )
    assert texts["死亡：文中1，事实表3"] == ["死亡3人", "死亡3人"]
    assert texts["标题写一般，按伤亡和损失为较大"] == ["较大事故"]


def test_injured_are_compared_though_the_severely_injured_are_right():
    assert found("受伤6人（其中重伤1人）。")["受伤：文中6，事实表5"] == ["受伤5人"]


LIST = "姓名|性别|伤情\n张某|男|死亡\n李某|男|死亡\n王某|女|死亡\n赵某|女|重伤\n"
HURT = "".join(f"轻{n}|女|轻伤\n" for n in range(4))


def test_a_list_of_people_is_counted_against_text_and_table():
    assert found("死亡3人、受伤5人（其中重伤1人）。", annex=LIST + HURT) == {}
    wrong = found(
        "死亡3人、受伤5人（其中重伤1人）。", annex=LIST.replace("王某|女|死亡\n", "") + HURT
    )
    assert set(wrong) == {"附件死亡2人，正文3人", "附件死亡2人，事实表3人"}


def test_a_name_that_stands_twice_is_pointed_out():
    assert "附件中重复出现：张某（请核对是否同名）" in found(
        "死亡3人。", annex=LIST + "张某|男|轻伤"
    )


def test_a_table_of_numbers_adds_up():
    rows = "单位|死亡|重伤\n一车间|2|1\n二车间|1|0\n合计|4|1"
    assert list(found("死亡3人。", annex=rows)) == ["附件死亡合计4人，逐行相加3人"]


def test_people_who_got_out_are_not_counted():
    rows = "姓名|状态\n张某|死亡\n李某|死亡\n王某|死亡\n孙某|已脱险\n"
    assert found("死亡3人。", annex=rows) == {}


@pytest.mark.parametrize("rows", ["", "序号|物资\n1|泡沫\n2|沙袋", "姓名|电话\n张某|0000"])
def test_other_tables_say_nothing_of_people(rows):
    assert list(annex_remarks(Annex("表", table_rows(rows)), {"dead": 3}, None)) == []


def test_the_annex_of_a_copied_text_is_found_again():
    content = ReportContent(
        title="关于爆炸的报告", opening="死亡3人。", annex=Annex("名单", table_rows(LIST))
    )
    body, annex = split_annex(content.text)
    assert body.strip() == content.body
    assert annex == content.annex


@pytest.mark.parametrize(
    ("words", "number", "fixed"),
    [
        ("死亡2人", 3, "死亡3人"),
        ("死者三人", 4, "死者4人"),
        ("1,200人", 900, "900人"),
        ("2人中3人", 4, ""),
        ("多人", 4, ""),
    ],
)
def test_a_number_is_written_into_its_words(words, number, fixed):
    assert with_number(words, number) == fixed


@pytest.mark.parametrize(
    ("words", "yuan", "fixed"),
    [
        ("约100万元", "1200000", "约120万元"),
        ("1.5亿元", "98765432", "0.98765432亿元"),
        ("5000元", "6000", "6000元"),
    ],
)
def test_a_loss_is_written_in_its_own_unit(words, yuan, fixed):
    assert with_loss(words, Decimal(yuan)) == fixed


@pytest.mark.parametrize(
    ("words", "fact", "fixed"),
    [
        ("10时05分许", at("10:02"), "10时02分许"),
        ("10月6日10时", at("09:58"), "10月6日9时58分"),
        ("2025年10月6日10时05分", at("23:10", 5), "2025年10月5日23时10分"),
        ("10:05", at("10:02"), "10:02"),
        ("23时50分", at("00:10", 7), "10月7日0时10分"),
        ("当日", at("10:02"), ""),
    ],
)
def test_a_time_is_written_in_its_own_form(words, fact, fixed):
    assert with_time(words, fact, at("10:05"), ZONE) == fixed
