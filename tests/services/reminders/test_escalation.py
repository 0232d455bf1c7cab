"""Escalation on a real database: copied at the raise, taken once, never silent about nobody."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from safetydesk.domain.errors import AccessDenied, RuleViolation
from safetydesk.domain.escalation import DEFAULT_POLICY, Step, StepKind
from safetydesk.domain.reminder import AlarmLevel, DutyState, ExpectedArrival
from safetydesk.domain.reminder_ladder import NOBODY
from safetydesk.services.escalation import EscalationService

REPORT = "incident:18:SD2"


@pytest.fixture
def policies(transactions):
    return EscalationService(transactions)


def lines(transactions):
    with transactions.read() as uow:
        return [entry.text for entry in uow.log.newest(20)]


def the_step(desk, clock):
    (alarm,) = desk.active(clock.now())
    return alarm.step


def test_an_alarm_due_soon_becomes_louder_and_then_names_the_leader(desk, clock):
    clock.advance(minutes=48)
    desk.raise_due()
    assert the_step(desk, clock) is StepKind.DESK
    assert desk.raise_due().next_at == clock.now() + timedelta(minutes=5)
    clock.advance(minutes=5)
    (alarm,) = desk.raise_due().value
    assert alarm.step is StepKind.LOUDER
    clock.advance(minutes=5)
    (alarm,) = desk.raise_due().value
    assert alarm.step is StepKind.LEADER
    assert alarm.guidance.number == "曾慧 19900000006"


def test_every_step_asks_for_attention_anew_and_once(desk, clock):
    clock.advance(minutes=48)
    desk.raise_due()
    seen = {desk.active(clock.now())[0].presentation}
    clock.advance(minutes=5)
    desk.raise_due()
    again = desk.active(clock.now())[0].presentation
    assert again not in seen
    assert desk.raise_due().value == ()
    assert desk.active(clock.now())[0].presentation == again


def test_an_acknowledgement_holds_the_chain_until_it_lapses(desk, source, clock, staff):
    source.put(replace(source.facts.deadlines[0], legal=False))
    clock.advance(minutes=48)
    desk.raise_due()
    desk.acknowledge(staff.officer, REPORT)
    clock.advance(minutes=10)
    desk.raise_due()
    assert the_step(desk, clock) is StepKind.DESK
    clock.advance(minutes=5)
    desk.raise_due()
    assert the_step(desk, clock) is StepKind.LEADER


def test_that_nobody_can_be_called_about_an_absence_stands_in_the_log(
    desk, source, clock, transactions
):
    absent = ExpectedArrival("202510060030", "副班", "何佳", "", clock.now())
    source.facts = DutyState(arrivals=(absent,))
    clock.advance(minutes=10)
    desk.raise_due()
    assert not any(NOBODY in line for line in lines(transactions))
    clock.advance(minutes=10)
    desk.raise_due()
    assert any(NOBODY in line for line in lines(transactions))


def test_an_edited_policy_does_not_touch_a_running_chain(desk, policies, clock, staff):
    clock.advance(minutes=48)
    desk.raise_due()
    slow = (DEFAULT_POLICY[AlarmLevel.MIDDLE][0], Step(StepKind.LOUDER, timedelta(hours=1)))
    policies.enter(staff.supervisor, {**DEFAULT_POLICY, AlarmLevel.MIDDLE: slow})
    clock.advance(minutes=5)
    desk.raise_due()
    assert the_step(desk, clock) is StepKind.LOUDER


def test_a_policy_is_entered_by_a_supervisor_and_kept_with_its_author(policies, staff):
    assert policies.policy().edition is None
    with pytest.raises(AccessDenied):
        policies.enter(staff.officer, DEFAULT_POLICY)
    with pytest.raises(RuleViolation):
        policies.enter(staff.supervisor, {**DEFAULT_POLICY, AlarmLevel.TOP: ()})
    policies.enter(staff.supervisor, DEFAULT_POLICY)
    held = policies.policy()
    assert held.policy == DEFAULT_POLICY
    assert held.entered_by == staff.supervisor.name


def test_nobody_to_notify_is_shown_and_logged_at_once(desk, source, clock, transactions):
    source.facts = replace(source.facts, leader=None)
    source.put(replace(source.facts.deadlines[0], legal=False))
    clock.advance(minutes=48)
    desk.raise_due()
    clock.advance(minutes=10)
    desk.raise_due()
    (alarm,) = desk.active(clock.now())
    assert alarm.guidance.lead == NOBODY
    assert [line for line in lines(transactions) if NOBODY in line]


def test_nine_hours_of_sleep_become_one_presentation_at_the_strongest_step(desk, clock):
    desk.raise_due()
    clock.advance(hours=9)
    (alarm,) = desk.raise_due().value
    assert alarm.step is StepKind.LEADER
    assert desk.raise_due().value == ()
