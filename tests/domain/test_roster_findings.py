"""What the rules find in a roster: each by an example, and what holds for every plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safetydesk.domain.duty import (
    DutyPlan,
    DutyRule,
    DutySource,
    DutySpan,
    Gap,
    Post,
    Resolution,
    Roster,
    RosterShift,
)
from safetydesk.domain.duty_resolution import resolve
from safetydesk.domain.duty_turns import turn_edges
from safetydesk.domain.roster_findings import DEFAULTS, Level, RosterCheck, Rule, RuleSetting
from safetydesk.domain.roster_rules import check_roster, denied
from safetydesk.domain.spans import Span
from safetydesk.domain.staff import (
    Absence,
    AbsenceKind,
    Protection,
    StaffFacts,
    forbidden_night,
    night_of,
    whole_days,
)

SITE = ZoneInfo("Asia/Shanghai")
START = datetime(2025, 10, 1, 0, 30, tzinfo=UTC)
DAY = timedelta(days=1)
WINDOW = Span(START, START + 31 * DAY)
FINE = StaffFacts(
    "", "", mobile="19900000001", trained_on=date(2020, 1, 1), phone_verified_on=date(2025, 9, 1)
)


def day(number: int, hour: int = 0) -> datetime:
    """So many hours after the turnover of a day of October."""
    return START + (number - 1) * DAY + timedelta(hours=hour)


def duty(person, post, begin, end):
    return DutySpan(post, person, begin, end, DutySource.ROSTER, truncated=False)


def pair(number, primary="甲", deputy="乙"):
    return [
        duty(primary, "primary", day(number), day(number + 1)),
        duty(deputy, "deputy", day(number), day(number + 1)),
    ]


def check(spans, *, gaps=(), staff=None, now=START, settings=None, key_periods=()):
    people = {
        name: replace(FINE, person=name, name=name)
        for name in {span.person for span in spans} - set(staff or {})
    }
    people |= {name: replace(facts, person=name) for name, facts in (staff or {}).items()}
    ordered = tuple(sorted(spans, key=lambda s: (s.start, s.post, s.person)))
    return check_roster(
        RosterCheck(
            Resolution(ordered, tuple(gaps)),
            people,
            SITE,
            now,
            WINDOW,
            {**DEFAULTS, **(settings or {})},
            key_periods=key_periods,
        )
    )


def rules(found):
    return [finding.rule for finding in found]


def test_a_roster_that_is_well_made_has_no_finding():
    spans = [part for n in (1, 4, 7) for part in pair(n)]
    assert check(spans) == ()


def test_a_gap_denies_and_a_hole_between_two_turns_is_a_slip():
    whole = Gap("deputy", day(2), day(3), 0, 1)
    (found,) = check([], gaps=[whole])
    assert (found.rule, found.level, found.start) == (Rule.GAP, Level.DENY, day(2))
    hole = Gap("primary", day(2), day(2, 1) - timedelta(minutes=30), 0, 1)
    around = [
        duty("甲", "primary", day(1), day(2)),
        duty("丙", "primary", hole.end, day(3)),
        duty("乙", "deputy", day(1), day(2)),
        duty("丁", "deputy", day(2), day(3)),
    ]
    (slip,) = check(around, gaps=[hole])
    assert (slip.rule, slip.level) == (Rule.TINY_GAP, Level.WARN)


def test_a_gap_of_standby_only_warns():
    (found,) = check([], gaps=[Gap("standby", day(2), day(3), 0, 1)])
    assert found.level is Level.WARN


def test_one_alone_at_the_desk_is_named_unless_the_gap_is():
    alone = [duty("甲", "primary", day(1), day(2))]
    assert rules(check(alone)) == [Rule.TWO_PERSON]
    assert rules(check(alone, gaps=[Gap("deputy", day(1), day(2), 0, 1)])) == [Rule.GAP]


def test_whoever_has_left_is_an_empty_seat_and_breaks_nothing_else():
    gone = replace(FINE, left_on=date(2025, 10, 3), mobile="", child_born_on=date(2025, 9, 1))
    found = check([*pair(2), *pair(5, deputy="丙")], staff={"甲": replace(gone, active=True)})
    assert [f.start for f in found if f.rule is Rule.EMPTY] == [day(5)]
    assert all(f.start < day(5) for f in found if f.rule is Rule.LAW)


def test_two_posts_at_once_mark_both_cells():
    found = check([*pair(1), duty("甲", "standby", day(1, 12), day(2))])
    assert [(f.post, f.other, f.start) for f in found] == [
        ("primary", "standby", day(1, 12)),
        ("standby", "primary", day(1, 12)),
    ]
    assert {f.rule for f in found} == {Rule.DOUBLE}


def test_a_day_after_a_day_gives_no_rest_and_four_are_too_many():
    joined = duty("甲", "primary", day(1), day(5))
    others = [duty(p, "deputy", day(n), day(n + 1)) for n, p in enumerate("乙丙丁戊", 1)]
    found = [f for f in check([joined, *others]) if f.person == "甲"]
    assert [(f.rule, f.start, f.number) for f in found] == [
        (Rule.REST, day(2), 0),
        (Rule.REST, day(3), 0),
        (Rule.REST, day(4), 0),
        (Rule.CONSECUTIVE, day(4), 4),
    ]


def test_leaders_and_standby_may_serve_a_week_on_end():
    week = [duty("甲", "leader", day(1), day(8)), duty("乙", "standby", day(1), day(8))]
    assert check(week) == ()


def test_rest_is_as_long_as_the_duty_before():
    nights = [duty("甲", "primary", day(n, 12), day(n + 1)) for n in (1, 2)]
    beside = [duty("乙", "deputy", day(1, 12), day(2)), duty("丙", "deputy", day(2, 12), day(3))]
    assert check([*nights, *beside]) == ()
    early = nights[1]._replace(start=day(2, 10))
    found = check([nights[0], early, *beside, duty("丁", "deputy", day(2, 10), day(2, 12))])
    assert [(f.rule, f.number) for f in found] == [(Rule.REST, 10)]


@pytest.mark.parametrize(
    ("facts", "number", "why"),
    [
        ({"due_on": date(2025, 12, 20)}, 5, Protection.PREGNANT),
        ({"due_on": date(2026, 1, 10)}, 5, None),
        ({"child_born_on": date(2024, 10, 10)}, 5, Protection.NURSING),
        ({"child_born_on": date(2024, 10, 5)}, 6, None),
    ],
)
def test_the_law_keeps_late_pregnancy_and_nursing_from_nights(facts, number, why):
    found = check(pair(number), staff={"甲": replace(FINE, gender="女", **facts)})
    assert [(f.rule, f.level, f.other) for f in found] == (
        [(Rule.LAW, Level.DENY, why)] if why else []
    )


def test_a_protected_person_may_serve_by_day():
    facts = replace(FINE, gender="女", due_on=date(2025, 12, 1))
    by_day = [
        duty("甲", "primary", day(1), day(1, 12)),
        duty("乙", "deputy", day(1), day(1, 12)),
    ]
    assert check(by_day, staff={"甲": facts}) == ()


def test_leave_denies_the_days_it_takes_and_not_the_morning_before():
    span = whole_days(date(2025, 10, 5), date(2025, 10, 6), START.astimezone(SITE).time(), SITE)
    absence = Absence("甲", AbsenceKind.ANNUAL_LEAVE, span.start, span.end)
    found = check(
        [*pair(4), *pair(6, deputy="丙"), *pair(8, deputy="丁")],
        staff={"甲": replace(FINE, absences=(absence,))},
    )
    assert [(f.rule, f.start, f.other) for f in found] == [(Rule.LEAVE, day(6), "年休假")]


def test_an_absent_leader_has_a_rule_of_his_own():
    absence = Absence("甲", AbsenceKind.TRIP, day(3), day(4))
    found = check(
        [duty("甲", "leader", day(1), day(8))], staff={"甲": replace(FINE, absences=(absence,))}
    )
    assert [(f.rule, f.start, f.end) for f in found] == [(Rule.LEADER_ABSENT, day(3), day(4))]


def test_the_untrained_serve_as_deputy_beside_somebody_trained():
    new = replace(FINE, trained_on=None, joined_on=date(2025, 9, 1))
    assert check(pair(1), staff={"乙": new}) == ()
    assert rules(check(pair(1), staff={"甲": new})) == [Rule.UNTRAINED]
    assert rules(check(pair(1), staff={"甲": new, "乙": new})) == [Rule.UNTRAINED] * 2


def test_a_telephone_is_asked_for_once_a_person():
    spans = [*pair(1), *pair(4)]
    assert rules(check(spans, staff={"甲": replace(FINE, mobile="")})) == [Rule.NO_PHONE]
    old = replace(FINE, phone_verified_on=date(2025, 1, 1))
    assert rules(check(spans, staff={"甲": old})) == [Rule.UNVERIFIED_PHONE]
    failed = replace(FINE, phone_failed=True)
    (found,) = check(spans, staff={"甲": failed})
    assert (found.rule, found.other) == (Rule.UNVERIFIED_PHONE, "failed")


def test_a_post_that_is_not_ones_own_and_nights_to_avoid_warn():
    facts = replace(FINE, posts=frozenset({"deputy"}), avoids_nights=True)
    assert set(rules(check(pair(1), staff={"甲": facts}))) == {
        Rule.NOT_ELIGIBLE,
        Rule.NIGHT_AVOIDED,
    }


def test_the_custom_of_women_by_day_is_off_until_it_is_switched_on():
    woman = replace(FINE, gender="女")
    spans, staff = pair(1), {"甲": woman, "乙": woman}
    assert check(spans, staff=staff) == ()
    on = {Rule.WOMAN_ALONE_AT_NIGHT: RuleSetting(Level.WARN)}
    assert len(check(spans, staff=staff, settings=on)) == 2
    assert check(spans, staff={"甲": woman}, settings=on) == ()


def test_a_day_and_a_night_back_to_back_leave_no_rest():
    """One roster names 08:30–20:30 and 20:30–08:30; the resolver gives one span of a day."""
    parts = [RosterShift("primary", "甲", Span(day(1, at), day(1, at + 12))) for at in (0, 12)]
    roster = Roster(Span(day(1), day(2)), tuple(parts))
    plan = DutyPlan(SITE, START, WINDOW, (Post("primary", 1),), rosters=(roster,))
    spans = resolve(plan).spans
    assert len(spans) == 1
    people = {"甲": replace(FINE, person="甲", name="甲")}
    seen = RosterCheck(Resolution(spans, ()), people, SITE, START, WINDOW, edges=turn_edges(plan))
    found = [f for f in check_roster(seen) if f.rule is Rule.REST]
    assert [(f.start, f.number) for f in found] == [(day(1, 12), 0)]


def test_the_turns_of_recurring_duties_have_edges():
    everyday = frozenset(range(7))
    rules_ = tuple(
        DutyRule("primary", everyday, time(begin, 30), time(end, 30), person="甲")
        for begin, end in ((8, 20), (20, 8))
    )
    plan = DutyPlan(SITE, START, Span(day(1), day(3)), (Post("primary", 1),), rules=rules_)
    assert {day(1, 12), day(2), day(2, 12)} <= turn_edges(plan)["primary", "甲"]


def test_a_pair_that_is_torn_apart_warns():
    together = {"甲": replace(FINE, pair="乙"), "乙": replace(FINE, pair="甲")}
    assert check(pair(1), staff=together) == ()
    (found,) = check(pair(1, deputy="丙"), staff={"甲": replace(FINE, pair="乙")})
    assert (found.rule, found.level, found.other) == (Rule.PAIR, Level.WARN, "乙")


def test_a_key_period_wants_a_leader_and_as_many_as_the_office_says():
    spans = [*pair(1), duty("丙", "leader", day(1), day(1, 12))]
    on = {Rule.KEY_STAFF: RuleSetting(Level.WARN, 3)}
    key = (Span(day(1, 6), day(2)),)
    assert check(spans) == ()
    found = check(spans, settings=on, key_periods=key)
    assert [(f.rule, f.start, f.number) for f in found] == [
        (Rule.KEY_STAFF, day(1, 6), 2),
        (Rule.KEY_LEADER, day(1, 12), 0),
    ]


def test_what_is_over_is_not_reported_any_more():
    gaps = [Gap("deputy", day(2), day(3), 0, 1), Gap("deputy", day(9), day(10), 0, 1)]
    assert [f.start for f in check([], gaps=gaps, now=day(5))] == [day(9)]


_people = st.sampled_from("甲乙丙丁戊己")
_turns = st.builds(
    lambda person, post, number, length: duty(
        person, post, day(number), min(day(number) + timedelta(hours=length), WINDOW.end)
    ),
    _people,
    st.sampled_from(["leader", "primary", "deputy", "standby"]),
    st.integers(1, 30),
    st.sampled_from([8, 12, 16, 24, 48]),
)


@given(st.lists(_turns, max_size=25))
def test_every_finding_lies_in_the_window_on_somebodys_duty(spans):
    for finding in check(spans):
        assert WINDOW.start <= finding.start < finding.end <= WINDOW.end
        assert (
            any(
                span.post == finding.post
                and (not finding.person or span.person == finding.person)
                and span.start <= finding.start
                and finding.end <= span.end
                for span in spans
            )
            or finding.rule is Rule.TWO_PERSON
        )


@given(st.lists(_turns, max_size=25), st.sampled_from(list(Rule)))
def test_a_rule_that_is_off_finds_nothing_and_alters_no_other(spans, rule):
    off = {rule: RuleSetting(Level.OFF)}
    found = check(spans)
    assert [f for f in found if f.rule is not rule] == list(check(spans, settings=off))


@given(st.lists(_turns, max_size=25))
def test_only_denying_findings_keep_a_roster_back(spans):
    found = check(spans)
    assert {f.level for f in denied(found)} <= {Level.DENY}
    warned = {rule: RuleSetting(Level.WARN, setting.number) for rule, setting in DEFAULTS.items()}
    assert denied(check(spans, settings=warned)) == ()


@given(st.lists(_turns, max_size=20, unique_by=lambda s: (s.person, s.start)))
def test_double_duty_is_what_a_walk_minute_by_minute_finds(spans):
    found = {(f.person, f.post) for f in check(spans) if f.rule is Rule.DOUBLE}
    walked = set()
    for hour in range(0, 32 * 24, 4):
        instant = START + timedelta(hours=hour)
        there = [s for s in spans if s.start <= instant < s.end]
        for one in there:
            if any(o.person == one.person and o.post != one.post for o in there):
                walked.add((one.person, one.post))
    assert found == walked


@given(
    st.dates(date(2025, 1, 1), date(2026, 12, 31)),
    st.integers(0, 47),
    st.integers(1, 36),
)
def test_night_work_is_forbidden_exactly_where_a_protected_night_is_touched(born, begin, length):
    staff = replace(FINE, child_born_on=born)
    start = datetime(2026, 1, 1, tzinfo=SITE) + timedelta(hours=begin)
    span = Span(start, start + timedelta(hours=length))
    touched = [
        evening
        for evening in (date(2025, 12, 31) + timedelta(days=n) for n in range(6))
        if night_of(evening, SITE).overlaps(span)
        and (staff.protection(evening) or staff.protection(evening + DAY))
    ]
    assert (forbidden_night(staff, span, SITE) is not None) == bool(touched)
