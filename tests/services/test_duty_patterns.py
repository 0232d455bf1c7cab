"""A supervisor puts patterns in force: lasting, for a time, on top; a roster replaces them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from safetydesk.domain.duty_patterns import DutyPattern
from safetydesk.domain.errors import AccessDenied, NotFound, RuleViolation
from safetydesk.domain.roster_state import RosterState
from safetydesk.services.duty import DutyService
from safetydesk.services.duty_patterns import DutyPatternService
from safetydesk.services.roster_states import RosterStateService
from safetydesk.services.views_patterns import PatternRequest
from tests.helpers.office import small_office

MONDAY = date(2025, 10, 13)
NOON = datetime(2025, 10, 13, 4, tzinfo=UTC)
DAY = timedelta(days=1)
P = DutyPattern


@pytest.fixture
def staff(transactions):
    return small_office(transactions)


@pytest.fixture
def duty(transactions):
    return DutyService(transactions)


@pytest.fixture
def patterns(transactions):
    return DutyPatternService(transactions)


def request(staff, pattern=P.WHOLE_DAY, post="primary", until=None, people=None):
    people = people or (staff.officer, staff.deputy, staff.supervisor)
    groups = tuple((actor.person_id,) for actor in people)
    return PatternRequest(pattern, post, groups, MONDAY, until)


def on(duty, post, day, hours=0):
    return [v.name for v in duty.who(NOON + day * DAY + timedelta(hours=hours)) if v.post == post]


def test_a_pattern_without_an_end_is_in_force_from_then_on(patterns, duty, staff):
    assert patterns.use(staff.supervisor, request(staff)).value is None
    assert [on(duty, "primary", day) for day in range(4)] == [
        ["黄志强"],
        ["何佳"],
        ["王伟"],
        ["黄志强"],
    ]
    (rule,) = patterns.rules()
    assert (rule.pattern, rule.label, rule.hours) == ("24 小时一班", "主班", "08:30–08:30")
    assert rule.groups == ("黄志强", "何佳", "王伟")


def test_the_month_shows_what_a_rule_plans(patterns, duty, staff):
    patterns.use(staff.supervisor, request(staff))
    row = duty.month(2025, 10).days[19]
    assert [[cell.name for cell in cells] for cells in row.cells][1] == ["何佳"]


def test_weekday_nights_turn_by_served_nights(patterns, duty, staff):
    patterns.use(staff.supervisor, request(staff, P.WEEKDAY_NIGHTS))
    evening = [on(duty, "primary", day, hours=10) for day in (3, 4, 5, 7)]
    assert evening == [["黄志强"], ["何佳"], [], ["王伟"]]


def test_a_pattern_for_a_time_becomes_a_draft_to_publish(patterns, duty, staff, transactions):
    asked = request(staff, P.WEEKLY_LEADER, until=MONDAY + 13 * DAY)
    draft = patterns.use(staff.supervisor, asked).value
    rosters = RosterStateService(transactions)
    assert rosters.get(draft).state is RosterState.DRAFT
    assert on(duty, "primary", 0) == []
    rosters.publish(staff.supervisor, draft)
    assert [on(duty, "primary", day) for day in (0, 6, 7, 13, 14)] == [
        ["黄志强"],
        ["黄志强"],
        ["何佳"],
        ["何佳"],
        [],
    ]


def test_reinforcement_adds_its_people_for_its_time_only(patterns, duty, staff):
    patterns.use(staff.supervisor, request(staff, people=(staff.officer,)))
    more = request(staff, P.REINFORCEMENT, until=MONDAY + 2 * DAY, people=(staff.deputy,))
    patterns.use(staff.supervisor, more)
    assert on(duty, "primary", 2) == ["何佳", "黄志强"] or on(duty, "primary", 2) == [
        "黄志强",
        "何佳",
    ]
    assert on(duty, "primary", 3) == ["黄志强"]


def test_reinforcement_without_an_end_is_refused(patterns, staff):
    with pytest.raises(RuleViolation) as refused:
        patterns.use(staff.supervisor, request(staff, P.REINFORCEMENT))
    assert refused.value.code == "pattern.no_end"


def test_a_preview_stores_nothing(patterns, duty, staff):
    shifts = patterns.preview(request(staff, P.TWO_SHIFTS))
    assert [(s.day, s.hours, s.names) for s in shifts[:3]] == [
        (MONDAY, "08:30–20:30", ("黄志强",)),
        (MONDAY, "20:30–08:30", ("何佳",)),
        (MONDAY + DAY, "08:30–20:30", ("王伟",)),
    ]
    assert len(shifts) == 28
    assert patterns.rules() == []
    assert on(duty, "primary", 0) == []


def test_an_ended_rule_plans_nothing_and_is_ended_once(patterns, duty, staff):
    patterns.use(staff.supervisor, request(staff))
    (rule,) = patterns.rules()
    patterns.end(staff.supervisor, rule.id)
    assert (patterns.rules(), on(duty, "primary", 0)) == ([], [])
    with pytest.raises(NotFound):
        patterns.end(staff.supervisor, rule.id)


def test_the_shifts_of_one_pattern_end_together(patterns, staff, clock):
    four = (staff.officer, staff.deputy, staff.supervisor, staff.leader)
    patterns.use(staff.supervisor, request(staff, P.FOUR_TEAMS_THREE, people=four))
    clock.to("2025-10-06T09:00:00+08:00")
    patterns.use(staff.supervisor, request(staff, P.WEEKENDS))
    assert len(patterns.rules()) == 4
    patterns.end(staff.supervisor, patterns.rules()[0].id)
    assert [rule.pattern for rule in patterns.rules()] == ["双休日 24 小时"]


def test_other_people_take_the_turns(patterns, duty, staff):
    patterns.use(staff.supervisor, request(staff))
    (rule,) = patterns.rules()
    patterns.set_people(staff.supervisor, rule.id, ((staff.supervisor.person_id,),))
    assert on(duty, "primary", 1) == ["王伟"]


def test_only_a_supervisor_puts_patterns_in_force(patterns, staff):
    with pytest.raises(AccessDenied):
        patterns.use(staff.officer, request(staff))


def test_too_few_teams_are_refused(patterns, staff):
    with pytest.raises(RuleViolation) as refused:
        patterns.preview(request(staff, P.FOUR_TEAMS_THREE))
    assert refused.value.code == "pattern.too_few"


def test_a_duty_that_was_ended_stays_in_the_days_in_which_it_was_in_force(
    patterns, duty, staff, clock
):
    patterns.use(staff.supervisor, request(staff))
    planned = [on(duty, "primary", day) for day in range(4)]
    clock.to("2025-10-15T15:00:00+08:00")
    patterns.end(staff.supervisor, patterns.rules()[0].id)
    assert [on(duty, "primary", day) for day in range(2)] == planned[:2]
    assert on(duty, "primary", 3) == []
    cells = [row.cells[1] for row in duty.month(2025, 10).days]
    assert [cell.name for cell in cells[13]] == planned[1]
    assert cells[16] == ()


def test_other_people_take_the_turns_from_now_on_and_not_before(patterns, duty, staff, clock):
    patterns.use(staff.supervisor, request(staff))
    planned = [on(duty, "primary", day) for day in range(2)]
    clock.to("2025-10-15T15:00:00+08:00")
    (rule,) = patterns.rules()
    patterns.set_people(staff.supervisor, rule.id, ((staff.supervisor.person_id,),))
    assert [on(duty, "primary", day) for day in range(2)] == planned
    assert [on(duty, "primary", day) for day in (3, 4)] == [["王伟"], ["王伟"]]
    assert len(patterns.rules()) == 1


def test_a_recurring_duty_plans_nothing_before_it_was_entered(patterns, duty, staff, clock):
    clock.to("2025-10-15T15:00:00+08:00")
    patterns.use(staff.supervisor, request(staff))
    assert on(duty, "primary", 0) == []
    assert on(duty, "primary", 3) != []
