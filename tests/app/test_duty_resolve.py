"""The command ``duty resolve`` from its words to its exit code."""

from __future__ import annotations

import json
from typing import Any

import pytest

from safetydesk.app.main import main

DAY = {"from": "2025-11-03T08:30:00+08:00", "to": "2025-11-04T08:30:00+08:00"}
PLAN: dict[str, Any] = {
    "zone": "Asia/Shanghai",
    "now": DAY["from"],
    "window": DAY,
    "posts": [{"id": "值班员", "minimum": 1}],
    "rules": [
        {"post": "值班员", "person": "甲", "weekdays": ["Mon"], "from": "08:30", "to": "08:30"}
    ],
}


@pytest.fixture
def plan_file(tmp_path):
    def write(plan):
        path = tmp_path / "PLAN.json"
        path.write_text(json.dumps(plan, ensure_ascii=False), encoding="utf-8")
        return str(path)

    return write


def test_the_answer_is_one_json_document(plan_file, capsys):
    assert main(["duty", "resolve", plan_file(PLAN)]) == 0
    span = {"post": "值班员", "person": "甲", **DAY, "source": "rule", "truncated": False}
    assert json.loads(capsys.readouterr().out) == {"spans": [span], "gaps": [], "no_effect": []}


def test_a_bad_plan_ends_with_exit_code_2_and_one_line_naming_file_and_field(plan_file, capsys):
    plan = {**PLAN, "rules": [{**PLAN["rules"][0], "post": "司机"}]}
    assert main(["duty", "resolve", plan_file(plan)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert len(err.splitlines()) == 1
    assert "PLAN.json: rules[0].post" in err


def test_a_file_that_is_missing_ends_with_exit_code_2_and_its_name(tmp_path, capsys):
    assert main(["duty", "resolve", str(tmp_path / "absent.json")]) == 2
    err = capsys.readouterr().err
    assert len(err.splitlines()) == 1
    assert "absent.json" in err
