"""Rules beside the spine of 493号: weekly terms, facts found, and the weak ones when switched on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from safetydesk.domain.incident import ReportKind
from safetydesk.domain.obligations import ObligationStatus, assess
from safetydesk.services.rule_packs import load_packs
from tests.helpers.incident_cases import assessed, at, case_of, event, owed, sent


def packs_with(pack, rule_id):
    """A shipped pack in which an office has switched a rule on."""
    (shipped,) = load_packs([pack])
    on = tuple(replace(r, default_on=True) if r.id == rule_id else r for r in shipped.rules)
    return [replace(shipped, rules=on)]


def test_the_weekly_report_of_the_spring_travel_falls_on_wednesdays_at_nine():
    case = case_of([event("received", "10T10:00")], "24T12:00", flags=["spring_travel"])
    owed_weekly = owed(assess(case, packs_with("holiday", "HD3")), "HD3")
    assert [o.due_at for o in owed_weekly] == [at("11T09:00"), at("18T09:00"), at("25T09:00")]
    assert [o.status.value for o in owed_weekly] == ["overdue", "overdue", "pending"]


def test_a_weekly_report_counts_for_its_week_only():
    events = [event("received", "10T10:00"), sent("daily", "city", "17T20:00")]
    case = case_of(events, "18T12:00", flags=["spring_travel"])
    first, second, third = owed(assess(case, packs_with("holiday", "HD3")), "HD3")
    assert first.status is ObligationStatus.MET_LATE
    assert second.status is ObligationStatus.MET
    assert third.due_at == at("25T09:00")


def test_daily_and_weekly_reports_of_a_holiday_have_names_of_their_own():
    case = case_of([event("received", "10:00")], flags=["spring_travel", "holiday"])
    answer = assess(case, packs_with("holiday", "HD3"))
    assert len({o.key for o in answer.obligations}) == len(answer.obligations)
    assert len(owed(answer, "HD3")) > 1


def test_basic_facts_found_ask_for_a_follow_up_at_once():
    events = [event("received", "10:00"), event("flag", "11:20", name="basic_facts_found")]
    found = [
        o
        for o in owed(assessed(events, category="environment"), "EN3")
        if o.report is ReportKind.FOLLOW_UP
    ]
    assert [(o.due_at, o.to, o.status) for o in found] == [
        (at("11:20"), "city", ObligationStatus.OVERDUE)
    ]


def test_a_follow_up_of_before_the_facts_were_found_is_none_about_them():
    events = [
        event("received", "10:00"),
        sent("follow_up", "city", "11:00"),
        event("flag", "11:20", name="basic_facts_found"),
        sent("follow_up", "city", "11:40"),
    ]
    answer = assessed(events, category="environment")
    (found,) = [o for o in owed(answer, "EN3") if o.report is ReportKind.FOLLOW_UP]
    assert found.met_at == at("11:40")
    assert found.late_seconds == 20 * 60


def test_without_facts_found_no_such_follow_up_is_owed():
    answer = assessed([event("received", "10:00")], category="environment")
    assert not [o for o in owed(answer, "EN3") if o.report is ReportKind.FOLLOW_UP]


@pytest.mark.parametrize(
    ("pack", "rule", "given", "wanted"),
    [
        (
            "national",
            "N03",
            {"actor": "enterprise", "dead": 3, "basis": "unit_head_informed"},
            ("phone", "province", "09:00"),
        ),
        (
            "national",
            "FL2",
            {
                "family": "natural_disaster",
                "category": "flood",
                "flags": ["flood_response"],
            },
            ("daily", "city", "11T00:00"),
        ),
        (
            "national",
            "FF4",
            {"family": "accident", "category": "forest_fire", "flags": ["hot_spot"]},
            ("feedback", "city", "10:00"),
        ),
        (
            "national",
            "ND4",
            {"family": "natural_disaster", "category": "geological", "ended": "10:00"},
            ("verified", "city", "15T10:00"),
        ),
        ("sector", "HU1", {"category": "construction"}, ("initial", "city", "10:00")),
        (
            "sector",
            "HU1",
            {"category": "construction", "actor": "province", "dead": 3},
            ("initial", "ministry", "10:00"),
        ),
        (
            "sector",
            "RT1",
            {"category": "road_traffic", "actor": "province", "dead": 10},
            ("initial", "ministry", "10:00"),
        ),
    ],
)
def test_the_weak_rules_say_what_the_dossier_says(pack, rule, given, wanted):
    report, to, due = wanted
    more = {k: v for k, v in given.items() if k not in {"dead", "ended", "basis"}}
    events = [event(given.get("basis", "received"), "08:00")]
    if "dead" in given:
        events.append(event("casualties", "08:00", dead=given["dead"]))
    if "ended" in given:
        events.append(event("rescue_ended", given["ended"]))
    case = case_of(events, **more)
    assert not owed(assess(case, load_packs([pack])), rule, to)
    found = owed(assess(case, packs_with(pack, rule)), rule, to)
    assert (found[0].report.value, found[0].due_at) == (report, at(due))


def test_the_four_hours_to_the_state_council_end_with_the_plan_that_asked_for_them():
    def owed_in(year):
        events = [event("occurred", f"{year}-01-10T08:00")]
        events.append(event("casualties", f"{year}-01-10T08:00", dead=10))
        case = case_of(events, f"{year}-01-10T09:00", actor="province")
        return owed(assess(case, packs_with("national", "N17")), "N17", "state_council")

    assert [o.due_at for o in owed_in(2024)] == [at("2024-01-10T12:00")]
    assert owed_in(2026) == []
