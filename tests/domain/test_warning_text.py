"""What a pasted warning proposes, on the messages of the corpus."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from safetydesk.domain.warning import MessageKind, WarningLevel
from safetydesk.domain.warning_text import areas_named, kind_said, read_pasted, short_area

ZONE = ZoneInfo("Asia/Shanghai")
MESSAGES = Path(__file__).parents[1] / "data" / "messages"
RECEIVED = datetime(2026, 7, 14, 14, 41, tzinfo=UTC)
ORANGE = (
    "临江市气象台2026年7月14日22时38分发布暴雨橙色预警信号：预计未来3小时内，云川区白沙镇、柳河镇、"
    "云岭镇、临港街道、望江街道降雨量将达50毫米以上，请注意防范。"
)


def test_a_pasted_warning_proposes_every_field_that_it_states():
    said = read_pasted(ORANGE, RECEIVED, ZONE)
    statement = said.statement
    assert said.kind is MessageKind.ISSUED
    assert statement is not None
    assert (statement.hazard, statement.level) == ("暴雨", WarningLevel.ORANGE)
    assert statement.issuer == "临江市气象台"
    assert statement.issued_at == datetime(2026, 7, 14, 14, 38, tzinfo=UTC)
    assert statement.in_force_until == statement.issued_at + timedelta(hours=3)
    assert statement.areas == ("白沙镇", "柳河镇", "云岭镇", "临港街道", "望江街道")
    assert statement.title == "临江市气象台2026年7月14日22时38分发布暴雨橙色预警信号"
    assert statement.measures == "请注意防范。"
    assert statement.text == ORANGE


def test_a_text_that_is_no_warning_proposes_nothing():
    assert read_pasted("园区电话：二车间爆炸，伤亡不明。", RECEIVED, ZONE).statement is None


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("n47-warning-upgrade", MessageKind.UPDATED),
        ("n12-warning-lifted", MessageKind.LIFTED),
        ("n11-heat-warning", MessageKind.ISSUED),
        ("v08-thunder-yellow", MessageKind.ISSUED),
    ],
)
def test_the_message_itself_says_what_it_does(name, kind):
    assert kind_said((MESSAGES / f"{name}.txt").read_text("utf-8")) is kind


def test_every_street_that_a_text_names_is_found():
    text = (
        "过去1小时云川区柳河镇已出现73毫米降雨，预计未来3小时内，柳河镇、云岭镇、白沙镇累计降雨量"
        "将达100毫米以上。临港街道、望江街道维持暴雨橙色预警。各街道做好准备。"
    )
    assert areas_named(text) == ("柳河镇", "云岭镇", "白沙镇", "临港街道", "望江街道")


@pytest.mark.parametrize(
    ("long", "short"),
    [
        ("云川区白沙镇", "白沙镇"),
        ("临江市云川区临港街道", "临港街道"),
        ("白沙镇", "白沙镇"),
        ("全区", "全区"),
    ],
)
def test_an_area_is_named_as_the_directory_knows_it(long, short):
    assert short_area(long) == short
