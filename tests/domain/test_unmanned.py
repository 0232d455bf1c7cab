"""Posts without anybody: what is missing ahead, what it says, and when it reminds."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from safetydesk.domain.duty import DutyFact, DutyPlan, Post, Roster, RosterShift
from safetydesk.domain.duty_resolution import resolve
from safetydesk.domain.reminder import AlarmLevel, DutyState, Stage
from safetydesk.domain.reminder_ladder import due
from safetydesk.domain.spans import Span
from safetydesk.domain.unmanned import Unmanned, unmanned, unmanned_deadline

ZONE = ZoneInfo("Asia/Shanghai")
LABELS = {"primary": "主班", "deputy": "副班"}
DAY = timedelta(days=1)


def at(text):
    return datetime.fromisoformat(f"2025-10-{text}:00+08:00")


NOW = at("06T12:00")
WINDOW = Span(at("05T08:30"), at("17T08:30"))


def day(number):
    start = at("05T08:30") + (number - 5) * DAY
    return Span(start, start + DAY)


def found(*days, until=17, minimum=1, now=NOW, facts=(), leave_out=()):
    """What lacks people where these days of October are planned for the first post."""
    window = Span(WINDOW.start, at("05T08:30") + (until - 5) * DAY)
    shifts = tuple(RosterShift("primary", "7", day(number)) for number in days)
    plan = DutyPlan(
        ZONE,
        WINDOW.start,
        WINDOW,
        posts=(Post("primary", minimum), Post("deputy", 1)),
        rosters=(Roster(window, shifts),),
        facts=facts,
    )
    return list(unmanned(plan, resolve(plan), now, leave_out=leave_out))


def test_a_day_without_anybody_is_found_and_a_post_that_is_not_planned_is_not():
    assert found(*(n for n in range(5, 17) if n != 10)) == [
        Unmanned("primary", day(10).start, day(10).end)
    ]
    assert found(*range(5, 17)) == []


def test_days_that_follow_each_other_are_one_and_what_is_over_is_none():
    assert [(u.start, u.end) for u in found(*(n for n in range(6, 17) if n not in {9, 10}))] == [
        (day(9).start, day(10).end)
    ]


def test_a_post_that_is_called_in_is_left_out():
    assert found(5, 6, *range(8, 17), leave_out={"primary"}) == []


def test_one_where_two_are_needed_is_a_lack_of_one():
    (lack,) = found(*range(5, 17), minimum=2)
    assert (lack.have, lack.need) == (1, 2)
    assert unmanned_deadline(lack, LABELS, ZONE).title.endswith("主班缺1人")


def test_a_plan_that_ends_within_a_week_is_said_once_for_all_posts():
    (lack,) = found(*range(5, 12), until=12)
    assert (lack.post, lack.start) == ("", at("12T08:30"))
    assert unmanned_deadline(lack, LABELS, ZONE).title == "10月12日08:30起没有值班安排"


def test_a_plan_that_ends_just_where_the_look_ends_is_not_said_to_end():
    assert found(*range(5, 15), until=15) == []


def test_whoever_came_without_being_planned_mans_the_post_while_there():
    now = at("07T12:00")
    days = (5, 6, *range(8, 17))
    here = DutyFact("primary", "9", at("07T09:00"), None)
    gone = DutyFact("primary", "9", at("07T09:00"), at("07T10:00"))
    assert found(*days, now=now, facts=(here,)) == []
    assert [u.start for u in found(*days, now=now, facts=(gone,))] == [at("07T08:30")]


def rungs(until):
    lack = Unmanned("primary", at("14T08:30"), at("15T08:30"))
    state = DutyState(deadlines=(unmanned_deadline(lack, LABELS, ZONE),))
    return [(o.stage, o.level, o.stage_at) for o in due(state, until)]


def test_it_reminds_seven_three_and_one_day_before_quietly_and_louder_when_it_begins():
    assert rungs(at("07T08:29")) == []
    assert rungs(at("14T08:30")) == [
        (Stage.WEEK_BEFORE, AlarmLevel.LOW, at("07T08:30")),
        (Stage.THREE_DAYS_BEFORE, AlarmLevel.LOW, at("11T08:30")),
        (Stage.DAY_BEFORE, AlarmLevel.LOW, at("13T08:30")),
        (Stage.DUE, AlarmLevel.MIDDLE, at("14T08:30")),
    ]
    assert rungs(at("14T10:31"))[-1] == (Stage.OVERDUE, AlarmLevel.MIDDLE, at("14T10:30"))
