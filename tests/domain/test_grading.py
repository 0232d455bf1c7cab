"""Grades at their bounds, confirmed and potential, near misses and grades that time brings."""

from __future__ import annotations

import pytest

from safetydesk.domain.incident import Family, Grade
from tests.helpers.incident_cases import assessed, at, event

G1, G2, G3, G4 = Grade.GRADE_1, Grade.GRADE_2, Grade.GRADE_3, Grade.GRADE_4
WAN = 10_000


def verdict(as_of="12:00", family="accident", category="work_safety", flags=(), **numbers):
    events = [
        event("occurred", "10:00"),
        event("received", "10:00"),
        event("casualties", "10:00", **numbers),
    ]
    more = {"family": family, "category": category, "flags": list(flags)}
    return assessed(events, as_of, **more).grade


@pytest.mark.parametrize(
    ("dead", "grade"),
    [(0, None), (1, G4), (2, G4), (3, G3), (9, G3), (10, G2), (29, G2), (30, G1)],
)
def test_deaths_are_graded_with_half_open_bounds(dead, grade):
    assert verdict(dead=dead).confirmed is grade


@pytest.mark.parametrize(
    ("hurt", "grade"),
    [(1, G4), (9, G4), (10, G3), (49, G3), (50, G2), (99, G2), (100, G1)],
)
def test_serious_injuries_are_graded_with_half_open_bounds(hurt, grade):
    assert verdict(severely_injured=hurt).confirmed is grade


@pytest.mark.parametrize(
    ("loss", "grade"),
    [
        (1, G4),
        (999.99 * WAN, G4),
        (1000 * WAN, G3),
        (4999.99 * WAN, G3),
        (5000 * WAN, G2),
        (9999.99 * WAN, G2),
        (10000 * WAN, G1),
    ],
)
def test_loss_is_graded_with_half_open_bounds(loss, grade):
    assert verdict(loss_yuan=loss).confirmed is grade


def test_the_gravest_of_the_three_criteria_counts():
    assert verdict(dead=2, severely_injured=50, loss_yuan=20).confirmed is G2


def test_light_injuries_alone_are_an_ordinary_accident_however_many():
    assert verdict(lightly_injured=200).confirmed is G4


def test_potential_adds_the_missing_and_the_trapped_to_the_dead():
    answer = verdict(dead=8, missing=1, trapped=1)
    assert (answer.confirmed, answer.potential) == (G3, G2)


@pytest.mark.parametrize(
    ("numbers", "near_miss"),
    [
        ({"at_risk": 9}, False),
        ({"at_risk": 10}, True),
        ({"trapped": 2}, False),
        ({"trapped": 3}, True),
        ({"trapped": 2, "missing": 1}, True),
        ({"evacuated": 499}, False),
        ({"evacuated": 500}, True),
    ],
)
def test_a_major_near_miss_begins_at_its_numbers(numbers, near_miss):
    assert verdict(**numbers).major_near_miss is near_miss


@pytest.mark.parametrize("flag", ["environment_pollution", "important_facility"])
def test_some_circumstances_make_a_major_near_miss_by_themselves(flag):
    assert verdict(flags=[flag], dead=0).major_near_miss


def test_natural_disasters_have_no_near_miss():
    assert not verdict(family="natural_disaster", category="flood", trapped=50).major_near_miss


@pytest.mark.parametrize(
    ("flag", "as_of", "grade"),
    [
        ("elevator", "11:59", None),
        ("elevator", "12:00", G4),
        ("amusement_ride", "10:59", None),
        ("amusement_ride", "11:00", G4),
        ("amusement_ride", "22:00", G3),
        ("ropeway", "13:29", None),
        ("ropeway", "13:30", G4),
        ("ropeway", "22:00", G3),
    ],
)
def test_people_held_long_enough_make_an_equipment_accident(flag, as_of, grade):
    assert verdict(as_of, category="special_equipment", flags=[flag], trapped=2).confirmed is grade


@pytest.mark.parametrize(("people", "grade"), [(99, G3), (100, G2)])
def test_a_hundred_people_held_for_a_day_are_a_major_accident(people, grade):
    answer = verdict("11T10:00", category="special_equipment", flags=["ropeway"], trapped=people)
    assert answer.confirmed is grade


def test_people_freed_before_two_hours_make_no_accident():
    events = [
        event("occurred", "10:00"),
        event("received", "10:05"),
        event("casualties", "10:05", trapped=2),
        event("casualties", "11:50", trapped=0),
    ]
    more = {"category": "special_equipment", "flags": ["elevator"]}
    answer = assessed(events, "18:00", **more)
    assert answer.grade.confirmed is None
    assert answer.triggers == ()


def test_a_grade_that_time_will_bring_is_announced_as_a_trigger():
    events = [
        event("occurred", "10:00"),
        event("received", "10:05"),
        event("casualties", "10:05", trapped=2),
    ]
    more = {"category": "special_equipment", "flags": ["elevator"]}
    (trigger,) = assessed(events, "11:00", **more).triggers
    assert (trigger.at, trigger.grade) == (at("12:00"), G4)


@pytest.mark.parametrize(
    ("flags", "numbers", "grade"),
    [
        (["toxic_leak"], {"evacuated": 499}, None),
        (["toxic_leak"], {"evacuated": 500}, G4),
        (["toxic_leak"], {"evacuated": 10_000}, G3),
        (["toxic_leak"], {"evacuated": 150_000}, G1),
        ([], {"evacuated": 10_000}, None),
        (["pressure_explosion"], {}, G3),
        (["crane_overturned"], {}, G3),
        (["crane_member_broken"], {}, G4),
        (["boiler_600mw_explosion"], {}, G1),
        ([], {"loss_yuan": 9_999}, None),
        ([], {"loss_yuan": 10_000}, G4),
    ],
)
def test_special_equipment_has_triggers_of_its_own(flags, numbers, grade):
    answer = verdict(category="special_equipment", flags=flags, dead=0, **numbers)
    assert answer.confirmed is grade


@pytest.mark.parametrize(("loss", "grade"), [(999_999, None), (1_000_000, G4)])
def test_construction_has_a_floor(loss, grade):
    assert verdict(category="construction", loss_yuan=loss).confirmed is grade


@pytest.mark.parametrize(
    ("hectares", "grade"), [(0.99, G4), (1, G3), (99.9, G3), (100, G2), (1000, G1)]
)
def test_forest_fires_are_graded_by_area_too(hectares, grade):
    answer = verdict(family="natural_disaster", category="forest_fire", burned_ha=hectares)
    assert answer.confirmed is grade


@pytest.mark.parametrize(
    ("loss_wan", "grade", "name"),
    [(99, G4, "小型"), (100, G3, "中型"), (500, G2, "大型"), (1000, G1, "特大型")],
)
def test_geological_disasters_keep_the_names_of_their_statute(loss_wan, grade, name):
    answer = verdict(family="natural_disaster", category="geological", loss_yuan=loss_wan * WAN)
    assert answer.confirmed is grade
    assert any(name in reason for reason in answer.reasons)


@pytest.mark.parametrize("family", [Family.SOCIAL_SECURITY, Family.PUBLIC_HEALTH])
def test_families_without_statutory_numbers_get_no_grade(family):
    answer = verdict(family=family, category="other", dead=5)
    assert (answer.confirmed, answer.potential) == (None, None)


def test_potential_does_not_fall_when_people_are_found():
    events = [
        event("received", "10:00"),
        event("casualties", "10:00", missing=10),
        event("casualties", "11:00", missing=0, dead=2),
    ]
    answer = assessed(events)
    assert (answer.grade.confirmed, answer.grade.potential) == (G4, G2)
    assert any("不自动降低" in reason for reason in answer.grade.reasons)


def test_every_verdict_names_its_article():
    answer = verdict(dead=3, trapped=7, at_risk=12)
    assert any("第三条" in reason for reason in answer.reasons)
    assert any("第二十六条" in reason for reason in answer.reasons)


def test_late_numbers_of_an_earlier_time_do_not_undo_newer_ones():
    events = [
        event("received", "10:00"),
        event("casualties", "11:00", dead=3),
        event("casualties", "10:30", known="11:30", dead=1),
    ]
    assert assessed(events).grade.confirmed is G3


def test_the_reason_that_decides_comes_first_and_deaths_before_the_rest():
    ordinary = verdict(dead=1, missing=1, lightly_injured=2)
    assert ordinary.reasons[0].startswith("死亡1人")
    assert ordinary.reasons[-1].startswith("轻伤2人")
    graver = verdict(dead=2, severely_injured=50, loss_yuan=20)
    assert graver.reasons[0].startswith("重伤50人")
    assert verdict(dead=1, missing=3).reasons[0].startswith("死亡、失联、被困合计4人")
