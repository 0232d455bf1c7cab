"""An alarm that nobody has seen becomes louder, whatever is done about it meanwhile."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safetydesk.domain.alarm_state import AlarmState
from safetydesk.domain.errors import RuleViolation
from safetydesk.domain.escalation import (
    DEFAULT_POLICY,
    PlannedStep,
    Step,
    StepKind,
    begins_chain,
    chain,
    check_policy,
    next_step_at,
    steps_due,
)
from safetydesk.domain.reminder import AlarmLevel, Deadline, DutyKind, DutyState
from safetydesk.domain.reminder_ladder import due

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


LATE = st.integers(0, 720).map(lambda minutes: timedelta(minutes=minutes))


@st.composite
def policies(draw):
    """Every policy that passes the check."""
    made = {}
    for level in AlarmLevel:
        delays = sorted(draw(st.lists(LATE, min_size=3, max_size=3)))
        louder = timedelta(0) if level is AlarmLevel.TOP else delays[0]
        steps = [a_step("desk", 0), Step(StepKind.LOUDER, louder)]
        for kind, delay in zip((StepKind.LEADER, StepKind.OUTSIDE), delays[1:], strict=True):
            if draw(st.booleans()):
                steps.append(Step(kind, delay))
        made[level] = tuple(steps)
    check_policy(made)
    return made


class Desk:
    """A desk that looks now and then and takes what is due, by the rules of the domain alone."""

    def __init__(self, policy, deadline):
        self.policy, self.deadline = policy, deadline
        self.known, self.state = set(), AlarmState()
        self.steps: tuple[PlannedStep, ...] = ()
        self.fired = set()
        self.strongest = 0

    def look(self, now):
        self.state = self.state.at(now)
        for row in due(DutyState(deadlines=(self.deadline,)), now):
            if row.key in self.known:
                continue
            self.known.add(row.key)
            old = row.due_at if self.steps else None
            if begins_chain(row.level, self.state.shown, row.due_at, old):
                self.steps = chain(self.policy, row.level, row.stage_at, outside=True)
                self.fired, self.strongest = set(), 0
            self.state = self.state.raised(row.level)
        for step in steps_due(self.steps, self.fired, now, calls=self.state.sounds):
            self.fired.add(step.number)
            self.strongest = max(self.strongest, step.kind.rank)

    def acknowledge(self, now):
        if self.state.shown is not None:
            self.state = self.state.acknowledged("主班", now)


HISTORY = st.lists(
    st.tuples(st.sampled_from(["look", "acknowledge", "hand over"]), st.integers(1, 400)),
    max_size=30,
)


@settings(max_examples=300, deadline=None)
@given(policies(), st.integers(1, 1500), HISTORY)
def test_no_legal_deadline_passes_unseen_without_a_step_beyond_the_desk(policy, length, history):
    deadline = Deadline(
        "incident:18:N05", DutyKind.REPORT, "首报", "", START, START + length * MINUTE, legal=True
    )
    desk, now = Desk(policy, deadline), START
    for act, minutes in [*history, ("look", length)]:
        now += minutes * MINUTE
        desk.look(now)
        if now >= deadline.due_at and not desk.state.is_acknowledged:
            assert desk.strongest >= StepKind.LOUDER.rank
        if act == "acknowledge":
            desk.acknowledge(now)
        if act == "hand over":
            desk.state = desk.state.unacknowledged()
