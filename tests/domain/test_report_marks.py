"""What is marked in a report's words while they are written, and where."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from safetydesk.domain.casualties import CasualtyState
from safetydesk.domain.incident import BasisKind, Grade
from safetydesk.domain.report import ReportContent, Section
from safetydesk.domain.report_check import Element, ElementStanding, check_title
from safetydesk.domain.report_marks import checked
from safetydesk.domain.report_remarks import RecordedFacts
from safetydesk.domain.report_series import ReportType

ZONE = ZoneInfo("Asia/Shanghai")
T = ReportType


def at(clock):
    return datetime.fromisoformat(f"2025-10-06T{clock}:00+08:00")


FACTS = RecordedFacts(
    casualties=CasualtyState(
        dead=3, missing=0, severely_injured=1, lightly_injured=4, evacuated=621
    ),
    bases={BasisKind.OCCURRED: at("10:03"), BasisKind.RECEIVED: at("10:12")},
    grade=Grade.GRADE_3,
    casualties_at=at("12:00"),
    instants=(at("10:03"), at("10:12"), at("12:00")),
    words=("消防12车58人，10时50分启动三级响应",),
)


def report(said, *, title="关于东河宏泰公司反应釜爆炸事故情况的续报（一）", opening="续报如下："):
    return ReportContent(
        title=title,
        subtitle="死亡3人、受伤5人",
        addressees=("市应急局",),
        opening=opening,
        sections=(Section("一、伤亡情况", said),),
    )


def check(content, kind=T.FOLLOW_UP):
    found = checked(content, kind, FACTS, at("12:30"), ZONE)
    fields = {part.field: part.text for part in content.parts}
    words = [
        (remark.text, [fields[mark.field][mark.start : mark.end] for mark in remark.marks])
        for remark in found.remarks
    ]
    fine = [fields[mark.field][mark.start : mark.end] for mark in found.agreeing]
    return words, fine


def test_the_parts_of_a_text_stand_where_they_say():
    content = report("死亡3人。")
    for part in content.parts:
        assert content.text[part.start : part.end] == part.text
    assert [part.field for part in content.parts] == [
        "title",
        "subtitle",
        "addressees",
        "opening",
        "section:0",
    ]


def test_words_that_agree_with_the_record_have_no_remark_and_show_their_numbers():
    words, fine = check(report("截至12时00分，死亡3人、受伤5人（其中重伤1人）。"))
    assert words == []
    assert fine == ["3人", "5人", "12时00分", "3人", "5人", "1人"]


def test_a_wrong_number_is_marked_in_its_field():
    words, fine = check(report("截至12时00分，死亡2人、受伤5人（其中重伤1人）。"))
    assert ("死亡：文中2，事实表3", ["死亡2人"]) in words
    assert "2人" not in fine


def test_a_wrong_time_is_marked_and_the_right_one_is_fine():
    said = "截至12时00分，死亡3人、受伤5人。"
    wrong, _ = check(report(said, opening="10时05分许，东河宏泰公司反应釜爆炸。"))
    right, fine = check(report(said, opening="10时03分，东河宏泰公司反应釜爆炸。"))
    assert ("事发时间：文中10时05分许，记录10月6日10时03分", ["10时05分许"]) in wrong
    assert right == []
    assert "10时03分" in fine


def test_what_was_reported_before_is_no_statement():
    words, _ = check(report("截至12时00分，死亡3人、受伤5人，原报死亡1人、失联2人。"))
    assert words == []


def test_numbers_of_the_facts_in_words_are_known_and_others_are_shown():
    words, fine = check(report("死亡3人、受伤5人。消防12车58人到场，出动警车9辆。"))
    assert words == [("事实中没有这些数字：9辆", ["9辆"])]
    assert "12车" in fine
    assert "58人" in fine


def test_a_time_that_nobody_recorded_is_shown_and_one_of_the_facts_is_not():
    words, fine = check(report("死亡3人、受伤5人。10时50分启动三级响应，11时17分到达现场。"))
    assert words == [("事实中没有这些时间：11时17分", ["11时17分"])]
    assert "10时50分" in fine


def test_numbers_as_of_a_time_before_they_held_are_marked():
    words, _ = check(report("截至11时30分，死亡3人、受伤5人。"))
    assert words == [("截至时间：文中11时30分，伤亡数字为10月6日12时00分", ["11时30分"])]


def test_the_next_report_is_no_fact():
    words, _ = check(report("死亡3人、受伤5人。下次报告时间15时30分前。"))
    assert words == []


def test_a_follow_up_may_leave_out_what_did_not_change_but_not_the_dead():
    words, _ = check(report("现场明火已扑灭。"))
    assert words == []
    silent = ReportContent(
        title="关于东河宏泰公司反应釜爆炸事故情况的续报（一）", opening="现场平稳。"
    )
    assert ("文中没有写死亡，事实表为3", []) in check(silent)[0]
    assert ("文中没有写疏散，事实表为621", []) in check(silent, T.INITIAL)[0]


def test_the_grade_of_the_title_is_compared_with_the_record():
    words, _ = check(
        report("死亡3人、受伤5人。", title="关于东河宏泰公司一般爆炸事故情况的续报（一）")
    )
    assert words[0][0] == "标题写一般，按伤亡和损失为较大"


@pytest.mark.parametrize(
    ("standing", "open_parts"),
    [(ElementStanding.PRESENT, ()), (ElementStanding.UNVERIFIED, ("地点",))],
)
def test_the_title_is_not_called_complete_where_the_place_is_to_be_verified(standing, open_parts):
    found = check_title(
        "关于云川区东河宏泰公司反应釜爆炸事故情况的报告",
        "首报：死亡1人",
        [Element("地点", standing), Element("伤亡", ElementStanding.PRESENT)],
    )
    assert found.complete
    assert found.open_parts == open_parts
