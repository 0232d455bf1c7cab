"""The holiday explosion of the sample day gives the obligations its expected file lists."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from safetydesk.domain.obligations import assess
from safetydesk.exchange.case_json import read_case
from safetydesk.services.rule_packs import PACK_NAMES, load_packs

SAMPLE = json.loads(
    (Path(__file__).parents[1] / "data/cases/sample_day.json").read_text(encoding="utf-8")
)
DATE = "2025-10-06T"
ASKED = "市委值班室"
FROM_THE_SCRIPT = [
    {"kind": "report_sent", "time": f"{DATE}10:31:00+08:00", "report": "notify", "to": "peers"},
    {"kind": "query", "time": f"{DATE}13:02:00+08:00", "from": ASKED},
    *(
        {
            "kind": "report_sent",
            "time": f"{DATE}{time}:00+08:00",
            "report": "feedback",
            "to": ASKED,
            "medium": medium,
        }
        for time, medium in [("13:20", "phone"), ("14:10", "written")]
    ),
]
RECIPIENTS = {
    "公安、人社、工会、检察院": "peers",
    "省应急厅": "province",
    "省安委办": "provincial_safety_office",
    "市应急局": "city",
    "同首报": "city",
    "本级政府": "government",
    "应急局统计岗": "statistics_desk",
}


def assessed(as_of=None):
    document = dict(SAMPLE["case"])
    document["events"] = [*document["events"], *FROM_THE_SCRIPT]
    case = read_case(json.dumps(document), "d01", PACK_NAMES)
    if as_of:
        case = replace(case, as_of=datetime.fromisoformat(as_of))
    return assess(case, load_packs(case.packs))


def instants(want):
    return {datetime.fromisoformat(t) for t in [want["due_at"], *want.get("accept_due_at", [])]}


@pytest.mark.parametrize(
    "want",
    SAMPLE["obligations"],
    ids=lambda want: f"{want['rule']}-{want['to']}-{want['occurrence']}",
)
def test_each_expected_obligation_is_there_with_its_standing(want):
    (got,) = [
        o
        for o in assessed().obligations
        if o.rule == want["rule"]
        and o.to == RECIPIENTS.get(want["to"], want["to"])
        and o.occurrence == want["occurrence"]
    ]
    assert got.due_at in instants(want)
    assert got.status in want.get("accept_status", [want["status"]])
    met_at = want["met_at"] and datetime.fromisoformat(want["met_at"])
    assert got.met_at == met_at
    late = met_at and (met_at - got.due_at).total_seconds()
    assert got.late_seconds == (late if late and late > 0 else None)
    if got.due_at == datetime.fromisoformat(want["due_at"]):
        assert got.late_seconds == want["late_seconds"]


def test_nothing_else_is_owed_and_nothing_looks_wrong():
    answer = assessed()
    assert len(answer.obligations) == len(SAMPLE["obligations"]) == 13
    assert answer.alerts == ()


@pytest.mark.parametrize(
    ("moment", "as_of"),
    [
        ("at_10_20", f"{DATE}10:20:00+08:00"),
        ("at_10_31", f"{DATE}10:31:00+08:00"),
        ("at_12_15", f"{DATE}12:15:00+08:00"),
        ("end", None),
    ],
)
def test_the_grade_follows_the_news(moment, as_of):
    grade = assessed(as_of).grade
    want = SAMPLE["grades"][moment]
    assert (grade.confirmed, grade.potential) == (want["confirmed"], want["potential"])
    assert grade.major_near_miss is want.get("major_near_miss", grade.major_near_miss)
