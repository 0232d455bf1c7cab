"""Difficult cases with answers worked out by hand from the texts: each says its arithmetic.

``tests/data/law/cases.json``: ``given`` is an incident case of the contract (county, accident and
the national pack where nothing else is said), ``expect.owed`` the rule, recipient, due instant and
status of obligations that must be there, ``absent`` rule and recipient of those that must not.
"""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from safetydesk.domain.obligations import Assessment, Obligation, assess
from safetydesk.exchange.case_json import read_case
from safetydesk.services.rule_packs import PACK_NAMES, load_packs
from tests.helpers.incident_cases import assessed, at, codes, event

Case = dict[str, Any]
FILE = Path(__file__).parents[1] / "data" / "law" / "cases.json"
CASES: list[Case] = json.loads(FILE.read_text(encoding="utf-8"))
USUAL = {
    "zone": "Asia/Shanghai",
    "actor": "county",
    "packs": ["national"],
    "family": "accident",
}


def named(case: Case) -> str:
    return f"{case['group']}: {case['why']}"


def saying(*keys: str) -> list[Case]:
    return [case for case in CASES if any(key in case["expect"] for key in keys)]


def answer(case: Case) -> Assessment:
    given = read_case(json.dumps({**USUAL, **case["given"]}), "CASE.json", PACK_NAMES)
    return assess(given, load_packs(given.packs))


def row(one: Obligation) -> tuple[str, str, float, str]:
    return (one.rule, one.to, one.due_at.timestamp(), one.status.value)


@pytest.mark.parametrize("case", saying("owed", "absent"), ids=named)
def test_what_is_owed_is_what_the_law_says(case: Case) -> None:
    found = answer(case)
    rows = [row(one) for one in found.obligations]
    for rule, to, due, status in case["expect"].get("owed", ()):
        wanted = (rule, to, datetime.fromisoformat(due).timestamp(), status)
        assert wanted in rows, f"{wanted} not in {[one for one in rows if one[0] == rule]}"
        rows.remove(wanted)
    held = {(one.rule, one.to) for one in found.obligations}
    assert not held & {(rule, to) for rule, to in case["expect"].get("absent", ())}


@pytest.mark.parametrize("case", saying("confirmed", "major_near_miss"), ids=named)
def test_the_grade_is_what_the_law_says(case: Case) -> None:
    verdict = answer(case).grade
    for name in ("confirmed", "potential", "major_near_miss"):
        if name in case["expect"]:
            assert getattr(verdict, name) == case["expect"][name]


@pytest.mark.parametrize("case", saying("alerts"), ids=named)
def test_what_does_not_fit_is_found_and_nothing_else(case: Case) -> None:
    assert sorted(codes(answer(case))) == case["expect"]["alerts"]


def test_there_are_enough_cases_and_no_two_alike() -> None:
    assert len({json.dumps(case["given"]) for case in CASES}) == len(CASES) >= 80


def test_an_earlier_due_stays_as_history_when_its_basis_is_corrected() -> None:
    events = [event("received", "10:00"), event("correction", "09:40", "10:30", of="received")]
    found = assessed(events, "11:00").obligations
    (owed,) = [one for one in found if (one.rule, one.to) == ("N04", "city")]
    assert owed.former_dues == (at("12:00"),)
    assert owed.due_at == at("11:40")
