"""The acceptance cases for grades and deadlines, and how a faulty case is refused."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from safetydesk.app.main import main
from safetydesk.domain.errors import BadInput
from safetydesk.domain.incident import Waived
from safetydesk.domain.obligations import assess
from safetydesk.exchange.case_json import read_case, write_assessment
from safetydesk.services.rule_packs import PACK_NAMES, load_packs, shipped_rule_ids

FOLDER = Path(__file__).parents[1] / "data/cases"
CASES = [
    case
    for name in ("grade", "deadlines")
    for case in json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
]
ANSWERED = [case for case in CASES if "exit" not in case["expect"]]
REFUSED = [case for case in CASES if "exit" in case["expect"]]
GIVEN = ANSWERED[0]["given"]


def answer_of(given):
    case = read_case(json.dumps(given), "CASE.json", PACK_NAMES)
    return write_assessment(assess(case, load_packs(case.packs)), case.zone)


def listed(value):
    return value if isinstance(value, list) else [value]


def instant(text):
    return datetime.fromisoformat(text) if text else None


def fits(want, got):
    """Whether an obligation is of the kind, recipient and due time asked for."""
    due = instant(got["due_at"])
    return (
        got["report"] in listed(want.get("report", got["report"]))
        and got["to"] in listed(want.get("to", got["to"]))
        and due >= instant(want.get("due_from", got["due_at"]))
        and due > instant(want.get("due_after", "1900-01-01T00:00+00:00"))
        and due <= instant(want.get("due_until", got["due_at"]))
    )


def agrees(want, got):
    """Whether an obligation of that kind has the times and standing asked for."""
    times = all(instant(want[k]) == instant(got[k]) for k in ("due_at", "met_at") if k in want)
    return times and all(got[k] == want[k] for k in ("status", "late_seconds") if k in want)


@pytest.mark.parametrize("case", ANSWERED, ids=lambda case: case["id"])
def test_the_acceptance_case_holds(case):
    answer, expect = answer_of(case["given"]), case["expect"]
    for key in ("confirmed", "potential", "major_near_miss"):
        if key in expect.get("grade", {}):
            assert answer["grade"][key] == expect["grade"][key]
    assert expect.get("grade", {}).get("reason_contains", "") in "".join(answer["grade"]["reasons"])
    for want in expect.get("present", []):
        good = [o for o in answer["obligations"] if fits(want, o) and agrees(want, o)]
        assert len(good) >= want.get("at_least", 1), want
    for want in expect.get("absent", []):
        assert not [o for o in answer["obligations"] if fits(want, o) and agrees(want, o)], want
    codes = {alert["code"] for alert in answer["alerts"]}
    assert {alert["code"] for alert in expect.get("alerts", [])} <= codes
    assert not {alert["code"] for alert in expect.get("no_alerts", [])} & codes


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: case["id"])
def test_a_bad_acceptance_case_is_refused_by_its_field(case):
    with pytest.raises(BadInput) as caught:
        answer_of(case["given"])
    assert any(field in caught.value.fields["where"] for field in listed(case["expect"]["field"]))


def with_event(**event):
    return {**GIVEN, "events": [*GIVEN["events"], {"time": GIVEN["as_of"], **event}]}


@pytest.mark.parametrize(
    ("given", "where"),
    [
        ({**GIVEN, "zone": "Mars/Base"}, "zone"),
        ({**GIVEN, "family": "weather"}, "family"),
        ({**GIVEN, "category": "comet"}, "category"),
        ({**GIVEN, "packs": ["national", "atlantis"]}, "packs[1]"),
        ({**GIVEN, "flags": ["with space"]}, "flags[0]"),
        ({**GIVEN, "as_of": "2025-06-02"}, "as_of"),
        ({key: value for key, value in GIVEN.items() if key != "events"}, "events"),
        (with_event(kind="rumour"), "events[3].kind"),
        (with_event(kind="received", known_at="yesterday"), "events[3].known_at"),
        (with_event(kind="casualties", dead=-1), "events[3].dead"),
        (with_event(kind="casualties", dead="3"), "events[3].dead"),
        (with_event(kind="casualties", dead=True), "events[3].dead"),
        (with_event(kind="casualties", deaths=3), "events[3].deaths"),
        (with_event(kind="casualties", loss_yuan=-0.5), "events[3].loss_yuan"),
        (with_event(kind="report_sent", report="gossip", to="city"), "events[3].report"),
        (with_event(kind="report_sent", report="phone"), "events[3].to"),
        (with_event(kind="correction", of="received"), "events[3].known_at"),
        (
            with_event(kind="correction", of="calendar_day", known_at=GIVEN["as_of"]),
            "events[3].of",
        ),
        (with_event(kind="waived", rule="N04"), "events[3].reason"),
        (with_event(kind="query"), "events[3].from"),
        (with_event(kind="flag", name=""), "events[3].name"),
    ],
)
def test_a_faulty_field_is_named(given, where):
    with pytest.raises(BadInput) as caught:
        answer_of(given)
    assert caught.value.fields["where"] == f"CASE.json: {where}"


def test_category_and_flags_may_be_left_out():
    lean = {key: value for key, value in GIVEN.items() if key not in ("category", "flags")}
    assert answer_of(lean)["grade"] == answer_of(GIVEN)["grade"]


def test_times_are_written_with_the_offset_of_the_zone():
    elsewhere = answer_of({**GIVEN, "zone": "Asia/Urumqi"})
    due = datetime.fromisoformat(elsewhere["obligations"][0]["due_at"])
    assert due.utcoffset() == timedelta(hours=6)


def test_the_casualty_table_shows_the_numbers_after_each_row():
    answer = answer_of(with_event(kind="casualties", loss_yuan=1.5, source="消防"))
    first, second = answer["casualty_history"]
    assert first["changed"] == ["dead"]
    assert (second["numbers"]["dead"], second["numbers"]["loss_yuan"]) == (1, 1.5)
    assert second["source"] == "消防"


def test_the_command_prints_one_json_document(tmp_path, capsys):
    path = tmp_path / "CASE.json"
    path.write_text(json.dumps(GIVEN), encoding="utf-8")
    assert main(["report", "deadlines", str(path)]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert {"grade", "obligations", "alerts"} <= set(answer)


def test_the_command_refuses_a_bad_case_in_one_line(tmp_path, capsys):
    path = tmp_path / "CASE.json"
    path.write_text(json.dumps({**GIVEN, "actor": "village"}), encoding="utf-8")
    assert main(["report", "deadlines", str(path)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert len(err.splitlines()) == 1
    assert "CASE.json: actor" in err


def waiving(rule):
    events = [
        *GIVEN["events"],
        {"kind": "waived", "time": GIVEN["as_of"], "rule": rule, "reason": "同意"},
    ]
    return json.dumps({**GIVEN, "events": events})


def test_a_waiver_may_name_a_rule_of_any_shipped_pack():
    case = read_case(waiving("HA5"), "CASE.json", PACK_NAMES, shipped_rule_ids)
    waived = case.events[-1]
    assert isinstance(waived, Waived)
    assert waived.rule == "HA5"


def test_a_waiver_of_a_rule_that_no_pack_has_is_refused_by_its_field(tmp_path, capsys):
    path = tmp_path / "CASE.json"
    path.write_text(waiving("N4"), encoding="utf-8")
    assert main(["report", "deadlines", str(path)]) == 2
    (line,) = capsys.readouterr().err.strip().splitlines()
    assert f"CASE.json: events[{len(GIVEN['events'])}].rule" in line
