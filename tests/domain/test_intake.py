"""Pasted messages: the samples hold, nothing is invented, every proposal quotes its words."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safetydesk.domain.intake import read_message
from safetydesk.exchange.intake_json import intake_json
from tools.intake_corpus import messages
from tools.measure_intake import Report, compare, measure, read

ZONE = ZoneInfo("Asia/Shanghai")
DATA = Path(__file__).parents[1] / "data"
SAMPLES = list(messages(DATA / "samples" / "messages"))
TEXTS = [path.read_text("utf-8") for path in sorted(DATA.glob("**/messages/*.txt"))]
RECEIVED = datetime.fromisoformat("2026-03-05T09:40:00+08:00")
PROPOSALS = ("occurred", "as_of", "place", "unit", "loss_yuan", "caller", "series_no", "warning")


def said(text, received_at=RECEIVED):
    return intake_json(read_message(text, received_at, ZONE), ZONE)


@pytest.mark.parametrize("message", SAMPLES, ids=lambda message: message.name[:3])
def test_a_sample_message_is_read_as_expected(message):
    report = Report()
    compare(report, message.name, read(message), message.expected)
    assert report.violations == []
    required = _required(message.expected)
    assert [line for line in report.misses if line.split("\t")[1] in required] == []


def _required(expected):
    """The fields that must be right, with the parts they are counted by."""
    parts = {"casualties", "caller"} & set(expected["required"])
    counted = {f"{part}.{name}" for part in parts for name in (*_NUMBERS, *_WHO)}
    return counted | set(expected["required"])


_NUMBERS = [
    "dead",
    "missing",
    "trapped",
    "severely_injured",
    "lightly_injured",
    "injured",
    "hospitalised",
    "ill",
    "rescued",
    "evacuated",
]
_WHO = ("unit", "name", "phone")


def test_the_messages_of_the_corpus_are_read_with_few_errors():
    report = measure(DATA / "messages")
    right = sum(score.right for score in report.scores.values())
    wrong = sum(score.wrong for score in report.scores.values())
    missed = sum(score.missed for score in report.scores.values())
    assert report.files >= 40
    assert right / (right + wrong) > 0.97, report.misses
    assert right / (right + missed) > 0.95, report.misses
    assert report.violations == []


@given(st.sampled_from(TEXTS), st.integers(0, 400), st.integers(0, 400))
def test_offsets_always_quote_the_text(text, start, length):
    part = text[start : start + length]
    for quotes in said(part)["sources"].values():
        for quote in quotes:
            assert part[quote["from"] : quote["to"]] == quote["text"]
            assert quote["text"]


@given(
    st.text(
        alphabet="一二三两十百0123456789死伤亡人名年月日时点分前后今昨晚上午下，。：（）\n 公司镇路号发生爆炸失联无由改为",
        max_size=120,
    )
)
def test_any_mixture_of_words_is_read_and_quoted(text):
    answer = said(text)
    for quotes in answer["sources"].values():
        assert all(text[quote["from"] : quote["to"]] == quote["text"] for quote in quotes)


@pytest.mark.parametrize(
    "text",
    ["", " \n　", "收到，谢谢。", "好的，请继续关注。", "打印机已修好，传真换了新墨盒。"],
)
def test_nothing_is_proposed_from_a_silent_text(text):
    answer = said(text)
    assert answer["nature"] == "other"
    assert [answer[name] for name in PROPOSALS] == [None] * len(PROPOSALS)
    assert answer["casualties"] == answer["unverified"] == {}
    assert not answer["no_casualties"]
    assert not answer["casualties_unknown"]


@pytest.mark.parametrize(
    ("words", "at", "precision"),
    [
        ("今天上午8时30分", "2026-03-05T08:30", "minute"),
        ("9:30", "2026-03-05T09:30", "minute"),
        ("10:30", "2026-03-04T10:30", "minute"),
        ("3月5日凌晨", "2026-03-05T00:00", "part"),
        ("昨晚11点半", "2026-03-04T23:30", "minute"),
        ("昨晚12点", "2026-03-05T00:00", "hour"),
        ("昨天夜里两点", "2026-03-05T02:00", "hour"),
        ("九时许", "2026-03-05T09:00", "hour"),
        ("30分钟前", "2026-03-05T09:10", "minute"),
        ("大约一个半小时前", "2026-03-05T08:10", "hour"),
        ("二〇二六年三月四日十四时五分", "2026-03-04T14:05", "minute"),
        ("5日8时10分", "2026-03-05T08:10", "minute"),
        ("12月31日23时50分", "2025-12-31T23:50", "minute"),
        ("昨天下午三点一刻", "2026-03-04T15:15", "minute"),
        ("３月４日２２：０５", "2026-03-04T22:05", "minute"),
        ("3 月 4 日 22 时 05 分", "2026-03-04T22:05", "minute"),
    ],
)
def test_times_are_understood_in_every_form(words, at, precision):
    occurred = said(f"{words}，白沙镇柳树村民房起火。")["occurred"]
    assert (occurred["from"][:16], occurred["precision"]) == (at, precision)


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("造成3死5伤", {"dead": 3, "injured": 5}),
        ("两人失联", {"missing": 2}),
        ("伤者增至六人", {"injured": 6}),
        ("1人死亡，另有2人轻伤", {"dead": 1, "lightly_injured": 2}),
        ("死亡2人重伤1人", {"dead": 2, "severely_injured": 1}),
        ("没有人被困，也没人受伤", {"trapped": 0, "injured": 0}),
        ("更正：死亡由2人改为3人", {"dead": 3}),
        ("死亡人数由2人上升到4人", {"dead": 4}),
        ("3名被困人员已全部救出", {"trapped": 0, "rescued": 3}),
        ("转移群众58户173人", {"evacuated": 173}),
        ("一名工人从脚手架坠落，经抢救无效死亡", {"dead": 1}),
        ("受伤5人，其中重伤1人", {"injured": 5, "severely_injured": 1}),
        ("又有1人经抢救无效死亡，死亡人数升至3人", {"dead": 3}),
        ("好像有两三个人受伤", {}),
        ("有3到5人受伤", {}),
        ("出动消防员20人救出3人", {"rescued": 3}),
        ("该车核载19人、实载11人", {}),
        ("4名轻伤人员已出院2人", {}),
        ("无其他人员伤亡，2人受伤", {"injured": 2}),
    ],
)
def test_people_are_counted_as_the_words_say(words, numbers):
    assert said(f"白沙镇发生爆炸，{words}。")["casualties"] == numbers


def test_not_knowing_is_something_else_than_nobody_hurt():
    unknown = said("白沙镇一仓库起火，暂未接到人员伤亡报告。")
    assert (unknown["casualties_unknown"], unknown["no_casualties"]) == (True, False)
    nobody = said("白沙镇一仓库起火，无人员伤亡。")
    assert (nobody["casualties_unknown"], nobody["no_casualties"]) == (False, True)


def test_hearsay_is_shown_and_never_counted():
    answer = said("网传白沙镇火灾致3人死亡，经核实为1人轻伤。")
    assert answer["unverified"] == {"dead": 3}
    assert answer["casualties"] == {"lightly_injured": 1}


@pytest.mark.parametrize(
    ("words", "yuan"),
    [
        ("直接经济损失868.5万元", 8_685_000),
        ("损失约1.2亿元", 120_000_000),
        ("财产损失三百余万元", 3_000_000),
        ("损失5000元左右", 5000),
        ("投入抢险资金200万元", None),
    ],
)
def test_loss_is_read_in_yuan(words, yuan):
    assert said(f"白沙镇一仓库起火，{words}。")["loss_yuan"] == yuan


def test_a_number_corrected_keeps_what_it_was():
    answer = said("更正：3月5日柳河镇火灾死亡由2人改为3人。")
    assert answer["nature"] == "follow_up"
    assert answer["corrections"] == [{"field": "dead", "from": 2, "to": 3}]


HOSTILE = (
    '<img src=x onerror=alert(1)>\u202e=HYPERLINK("x")\x07，白沙镇柳树村仓库起火，<b>死亡3人</b>。'
)


def test_markup_formulas_and_control_signs_are_words_like_others():
    answer = said(HOSTILE)
    assert answer["casualties"] == {"dead": 3}
    assert answer["place"] == "白沙镇柳树村仓库"
    for quotes in answer["sources"].values():
        assert all(HOSTILE[quote["from"] : quote["to"]] == quote["text"] for quote in quotes)


@pytest.mark.parametrize("words", ["死亡", "<b>失联3人</b>，", "今天在路口"])
def test_a_hundred_kilobytes_of_the_same_words_are_read(words):
    text = (words * 33_000)[:33_000]
    for quotes in said(text)["sources"].values():
        assert all(text[quote["from"] : quote["to"]] == quote["text"] for quote in quotes)
