"""An alarm that nobody has seen becomes louder, whatever is done about it meanwhile."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from safetydesk.domain.errors import RuleViolation
from safetydesk.domain.escalation import (
    DEFAULT_POLICY,
    Step,
    StepKind,
    chain,
    check_policy,
    next_step_at,
    steps_due,
)
from safetydesk.domain.reminder import AlarmLevel
from tools.faults.histories import check_histories

START = datetime(2025, 10, 5, 1, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def a_step(kind, minutes):
    return Step(StepKind(kind), timedelta(minutes=minutes))


def with_top(*steps):
    return {**DEFAULT_POLICY, AlarmLevel.TOP: steps}


def test_the_programs_own_policy_is_a_good_one():
    check_policy(DEFAULT_POLICY)


@pytest.mark.parametrize(
    ("steps", "code"),
    [
        ((), "begins_at_desk"),
        ((a_step("louder", 0),), "begins_at_desk"),
        ((a_step("desk", 1),), "begins_at_desk"),
        ((a_step("desk", 0),), "top_is_loud"),
        ((a_step("desk", 0), a_step("louder", 1)), "top_is_loud"),
        ((a_step("desk", 0), a_step("leader", 5), a_step("louder", 5)), "order"),
        ((a_step("desk", 0), a_step("louder", 5), a_step("leader", 4)), "order"),
        ((a_step("desk", 0), a_step("louder", 0), a_step("leader", 721)), "too_late"),
    ],
)
def test_a_policy_by_which_an_alarm_could_stay_silent_is_refused(steps, code):
    with pytest.raises(RuleViolation, match=code):
        check_policy(with_top(*steps))


def test_steps_have_absolute_times_and_are_taken_once():
    steps = chain(DEFAULT_POLICY, AlarmLevel.MIDDLE, START, outside=True)
    assert [s.due_at - START for s in steps] == [0 * MINUTE, 5 * MINUTE, 10 * MINUTE]
    assert [s.kind for s in steps_due(steps, {0}, START + 7 * MINUTE, calls=True)] == [
        StepKind.LOUDER
    ]
    assert next_step_at(steps, {0, 1}, calls=True) == START + 10 * MINUTE
    assert next_step_at(steps, {0, 1, 2}, calls=True) is None


def test_an_acknowledgement_holds_the_chain_and_its_lapse_makes_up_for_it():
    steps = chain(DEFAULT_POLICY, AlarmLevel.MIDDLE, START, outside=True)
    later = START + 15 * MINUTE
    assert steps_due(steps, {0}, later, calls=False) == ()
    assert [s.number for s in steps_due(steps, {0}, later, calls=True)] == [1, 2]


def test_nothing_is_planned_to_leave_the_house_where_no_way_out_is_switched_on():
    kinds = [s.kind for s in chain(DEFAULT_POLICY, AlarmLevel.TOP, START, outside=False)]
    assert StepKind.OUTSIDE not in kinds


def test_no_legal_deadline_passes_unseen_without_a_step_beyond_the_desk():
    check_histories(300)
