"""Every pattern of the dossier is expressed and resolved: who is on, who rests, no gap, no overlap."""

from __future__ import annotations

import itertools
from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safetydesk.domain.duty import AddChange, DutyPlan, Planned, Post, Roster, RosterShift
from safetydesk.domain.duty_patterns import DutyPattern, PatternUse, parts_of
from safetydesk.domain.duty_resolution import on_duty, resolve
from safetydesk.domain.errors import RuleViolation
from safetydesk.domain.spans import Span

ZONES = [ZoneInfo(z) for z in ("Asia/Shanghai", "UTC", "America/Chicago", "Australia/Lord_Howe")]
SITE = ZONES[0]
MONDAY = date(2025, 10, 6)
TURNOVER = time(8, 30)
TEAMS = (("甲",), ("乙",), ("丙",), ("丁",))
P = DutyPattern


def at(day, hour, minute=0, zone=SITE):
    day, hour = day + hour // 24, hour % 24
    wall = datetime.combine(MONDAY + timedelta(days=day), time(hour, minute), zone)
    return wall.astimezone(UTC)


def plan(pattern, groups=TEAMS, days=16, zone=SITE, minimum=1, **more):
    use = PatternUse(pattern, "duty", groups, MONDAY, TURNOVER)
    made = parts_of(use)
    window = Span(at(0, 8, 30, zone), at(days, 8, 30, zone))
    return DutyPlan(
        zone,
        window.start,
        window,
        (Post("duty", minimum),),
        made.rotations,
        made.rules,
        **more,
    )


def who(plan_, instant):
    return {span.person for span in on_duty(resolve(plan_), instant)}


def hours(plan_):
    total = Counter()
    for span in resolve(plan_).spans:
        total[span.person] += (span.end - span.start) // timedelta(hours=1)
    return total


def test_a_whole_day_is_one_span_from_turnover_to_turnover():
    spans = resolve(plan(P.WHOLE_DAY, days=4)).spans
    assert [(s.person, s.start, s.end - s.start) for s in spans] == [
        (team[0], at(day, 8, 30), timedelta(days=1)) for day, team in enumerate(TEAMS)
    ]


def test_two_shifts_change_at_half_past_eight_and_half_past_eight():
    two = plan(P.TWO_SHIFTS, TEAMS[:3])
    found = [who(two, at(d, h)) for d in (0, 1, 2) for h in (12, 22)]
    assert found == [{"甲"}, {"乙"}, {"丙"}, {"甲"}, {"乙"}, {"丙"}]


def test_three_shifts_of_eight_hours_follow_each_other():
    three = plan(P.THREE_SHIFTS, TEAMS[:3])
    assert [who(three, at(4, h)) for h in (9, 17, 25)] == [{"甲"}, {"乙"}, {"丙"}]
    assert {s.end - s.start for s in resolve(three).spans} == {timedelta(hours=8)}


def test_four_teams_on_three_shifts_work_two_early_two_late_two_night_and_rest_two():
    four = plan(P.FOUR_TEAMS_THREE)
    shifts = {9: "早", 17: "中", 25: "夜"}
    seen = []
    for day in range(8):
        on = {name: word for hour, word in shifts.items() for name in who(four, at(day, hour))}
        assert len(on) == 3
        seen.append(on.get("甲", "休"))
    assert "".join(seen) == "早早中中夜夜休休"
    assert set(hours(four).values()) == {96}


def test_four_teams_on_two_shifts_work_day_night_and_rest_two():
    four = plan(P.FOUR_TEAMS_TWO)
    seen = [
        ("白" if "甲" in who(four, at(d, 12)) else "")
        + ("夜" if "甲" in who(four, at(d, 23)) else "")
        or "休"
        for d in range(4)
    ]
    assert seen == ["白", "夜", "休", "休"]
    assert set(hours(four).values()) == {96}


def test_one_day_on_three_off():
    spans = [s for s in resolve(plan(P.ONE_ON_THREE_OFF)).spans if s.person == "甲"]
    assert {b.start - a.end for a, b in itertools.pairwise(spans)} == {timedelta(days=3)}


def test_weekday_nights_leave_nobody_out_and_the_friday_person_is_not_on_again_on_monday():
    people = tuple((name,) for name in "甲乙丙丁戊")
    nights = plan(P.WEEKDAY_NIGHTS, people, days=28)
    first = [who(nights, at(d, 22)) for d in range(7)]
    assert first == [{"甲"}, {"乙"}, {"丙"}, {"丁"}, {"戊"}, set(), set()]
    assert who(nights, at(7, 22)) == {"甲"}
    assert {s.start.astimezone(SITE).time() for s in resolve(nights).spans} == {time(17)}
    ten = plan(P.WEEKDAY_NIGHTS, tuple((name,) for name in "甲乙丙丁戊己庚辛壬癸"), days=14)
    assert set(hours(ten).values()) == {16}


def test_noons_and_weekends_fill_what_the_office_hours_leave():
    noon = plan(P.WEEKDAY_NOONS, days=7)
    assert who(noon, at(1, 12)) == {"乙"}
    assert who(noon, at(1, 13)) == set()
    ends = plan(P.WEEKENDS, days=14)
    assert [who(ends, at(d, 12)) for d in (5, 6, 12, 13)] == [{"甲"}, {"乙"}, {"丙"}, {"丁"}]
    assert who(ends, at(4, 12)) == set()


@pytest.mark.parametrize("pattern", [P.WEEKLY_LEADER, P.STATIONED])
def test_a_weekly_turn_changes_on_the_day_of_the_week_on_which_it_began(pattern):
    weekly = plan(pattern, days=28)
    spans = resolve(weekly).spans
    assert [(s.person, s.end - s.start) for s in spans] == [
        (team[0], timedelta(days=7)) for team in TEAMS
    ]
    assert {s.start.astimezone(SITE).weekday() for s in spans} == {0}


@pytest.mark.parametrize("pattern", [P.DRIVER, P.STANDBY])
def test_drivers_and_standby_turn_daily(pattern):
    daily = plan(pattern, TEAMS[:2], days=4)
    assert [who(daily, at(d, 3)) for d in (1, 2, 3)] == [{"甲"}, {"乙"}, {"甲"}]


def test_a_group_of_two_holds_a_post_that_needs_two():
    pairs = plan(P.WHOLE_DAY, (("甲", "乙"), ("丙", "丁")), minimum=2)
    assert resolve(pairs).gaps == ()
    assert who(pairs, at(1, 12)) == {"丙", "丁"}


def test_reinforcement_comes_on_top_for_its_time_only():
    flood = Span(at(2, 8, 30), at(4, 8, 30))
    more = plan(P.WHOLE_DAY, TEAMS[:1], changes=(AddChange("duty", "援", flood),))
    assert who(more, at(2, 12)) == {"甲", "援"}
    assert who(more, at(4, 12)) == {"甲"}


def test_a_holiday_roster_replaces_a_pattern_and_the_pattern_goes_on_in_its_turn():
    holiday = Span(at(1, 8, 30), at(3, 8, 30))
    roster = Roster(holiday, (RosterShift("duty", "节", holiday),), Planned.WINDOW)
    mixed = plan(P.WHOLE_DAY, rosters=(roster,))
    assert [who(mixed, at(d, 12)) for d in range(5)] == [{"甲"}, {"节"}, {"节"}, {"丁"}, {"甲"}]


@pytest.mark.parametrize("zone", ZONES, ids=str)
@pytest.mark.parametrize(
    "pattern",
    [
        P.WHOLE_DAY,
        P.TWO_SHIFTS,
        P.THREE_SHIFTS,
        P.FOUR_TEAMS_THREE,
        P.FOUR_TEAMS_TWO,
        P.ONE_ON_THREE_OFF,
        P.WEEKLY_LEADER,
        P.DRIVER,
        P.STANDBY,
        P.STATIONED,
    ],
)
def test_round_the_clock_patterns_have_one_person_at_every_minute(pattern, zone):
    answer = resolve(plan(pattern, days=35, zone=zone))
    assert answer.gaps == ()
    edges = sorted(answer.spans, key=lambda s: s.start)
    assert all(a.end == b.start for a, b in itertools.pairwise(edges))


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from([P.FOUR_TEAMS_THREE, P.FOUR_TEAMS_TWO, P.ONE_ON_THREE_OFF]),
    st.integers(0, 60),
    st.integers(0, 23),
)
def test_no_team_is_on_again_before_it_has_rested_as_long_as_it_worked(pattern, day, hour):
    four = plan(pattern, days=70)
    (name,) = who(four, at(day, hour, 45) if (day, hour) > (0, 8) else at(0, 9))
    spans = [s for s in resolve(four).spans if s.person == name]
    assert all(b.start - a.end >= a.end - a.start for a, b in itertools.pairwise(spans))


def test_too_few_groups_and_nobody_are_refused():
    with pytest.raises(RuleViolation) as few:
        parts_of(PatternUse(P.FOUR_TEAMS_THREE, "duty", TEAMS[:3], MONDAY, TURNOVER))
    assert (few.value.code, few.value.fields["least"]) == ("pattern.too_few", 4)
    with pytest.raises(RuleViolation):
        parts_of(PatternUse(P.WHOLE_DAY, "duty", ((),), MONDAY, TURNOVER))
