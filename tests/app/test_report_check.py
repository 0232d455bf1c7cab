"""The command ``report check``: what is missing, what contradicts itself or the record."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from safetydesk.app.main import main

SAMPLES = Path(__file__).parents[1] / "data" / "samples" / "messages"
FINAL = SAMPLES / "m08-final-report.txt"
CASE: dict[str, Any] = {
    "zone": "Asia/Shanghai",
    "actor": "county",
    "packs": ["national"],
    "family": "accident",
    "category": "hazardous_chemicals",
    "as_of": "2025-10-09T17:30:00+08:00",
    "events": [
        {
            "kind": "occurred",
            "time": "2025-10-06T10:03:00+08:00",
            "known_at": "2025-10-06T12:00:00+08:00",
        },
        {"kind": "received", "time": "2025-10-06T10:12:00+08:00"},
        {"kind": "rescue_ended", "time": "2025-10-07T16:40:00+08:00"},
        {
            "kind": "casualties",
            "time": "2025-10-06T12:00:00+08:00",
            "dead": 3,
            "missing": 0,
            "severely_injured": 1,
            "lightly_injured": 4,
            "evacuated": 621,
            "loss_yuan": 8685000,
        },
    ],
}


@pytest.fixture
def check(tmp_path, capsys):
    def run(text, case=None):
        path = text
        if isinstance(text, str):
            path = tmp_path / "report.txt"
            path.write_text(text, "utf-8")
        words = ["report", "check", str(path), "--json"]
        if case is not None:
            file = tmp_path / "case.json"
            file.write_text(json.dumps(case), "utf-8")
            words += ["--case", str(file)]
        code = main(words)
        return code, {row["text"]: row for row in json.loads(capsys.readouterr().out)["remarks"]}

    return run


def changed(**numbers):
    events = [*CASE["events"][:3], CASE["events"][3] | numbers]
    return CASE | {"events": events}


def test_a_report_that_agrees_with_the_record_passes(check):
    code, remarks = check(FINAL, CASE)
    assert code == 0
    assert not any(row["error"] for row in remarks.values())


def test_a_number_other_than_on_record_is_an_error_with_its_words(check):
    code, remarks = check(FINAL, changed(dead=2))
    assert code == 1
    assert remarks["死亡：文中3，事实表2"]["words"][0]["text"] == "3人死亡"


def test_a_time_other_than_on_record_is_an_error(check):
    events = [CASE["events"][0] | {"time": "2025-10-06T10:05:00+08:00"}, *CASE["events"][1:]]
    code, remarks = check(FINAL, CASE | {"events": events})
    assert code == 1
    assert "事发时间：文中2025年10月6日10时03分，记录10月6日10时05分" in remarks


def test_the_grade_in_the_title_is_held_against_the_numbers(check):
    title = "关于白沙镇“3·5”较大火灾事故情况的报告\n"
    body = "2026年3月5日10时，白沙镇一仓库起火，造成1人死亡。\n区应急管理局 2026年3月5日"
    code, remarks = check(title + body)
    assert code == 1
    assert "标题写较大，按伤亡和损失为一般" in remarks
    assert check(title + body.replace("1人", "3人"))[0] == 0


def test_sums_that_do_not_add_up_are_an_error(check):
    code, remarks = check(
        "3月5日10时，白沙镇一仓库起火，受伤5人（其中重伤1人、轻伤3人）。2026年3月5日"
    )
    assert code == 1
    assert "受伤5人与重伤、轻伤合计4人不一致" in remarks


def test_what_is_missing_is_marked_and_blocks_nothing(check):
    code, remarks = check("白沙镇一仓库起火，正在扑救。")
    assert code == 0
    assert {"没有写时间（可待续报）", "没有写伤亡（可待续报）", "没有标题"} <= set(remarks)


def test_nothing_is_received_before_it_happened(check):
    words = "2026年3月5日9时50分，我局接白沙镇电话报告：10时05分，白沙镇一仓库起火。2026年3月5日"
    code, remarks = check(words)
    assert code == 1
    assert "3月5日9时50分早于事发时间3月5日10时05分" in remarks


def test_an_incident_of_the_desk_is_named_by_its_number(tmp_path, capsys):
    home = tmp_path / "desk"
    assert main(["demo", str(home)]) == 0
    capsys.readouterr()
    words = ["--data", str(home), "report", "check", str(FINAL), "--incident"]
    assert main([*words, "1999-001"]) != 0
    assert main([*words, "2025-018", "--json"]) in {0, 1}
    capsys.readouterr()
    stored = ["--data", str(home), "report", "check", "--incident", "2025-018", "--report"]
    assert main([*stored, "续报二", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["ok"]
    assert main([*stored, "续报九"]) != 0
    assert main(["--data", str(home), "report", "check"]) == 2


def test_the_annex_of_a_copied_text_is_counted(check):
    words = (
        "3月5日10时，白沙镇一仓库起火，死亡2人。2026年3月5日\n附件：名单\n姓名\t伤情\n甲某\t死亡\n"
    )
    code, remarks = check(words)
    assert code == 1
    assert "附件死亡1人，正文2人" in remarks


@pytest.mark.parametrize(
    ("words", "differs"),
    [
        ("疏散600余人", False),
        ("疏散700余人", True),
        ("直接经济损失约870万元", False),
        ("直接经济损失约1200万元", True),
        ("疏散621人", False),
    ],
)
def test_what_is_said_roughly_agrees_within_its_room(check, words, differs):
    _, remarks = check(f"10月6日10时03分爆炸，死亡3人，{words}。2025年10月6日", CASE)
    assert any("：文中" in text for text in remarks) is differs
