"""A matter's state, term and lateness follow from its steps."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safetydesk.domain.errors import RuleViolation
from safetydesk.domain.matter import (
    Matter,
    MatterState,
    MatterStep,
    MatterStepKind,
    check_step,
)

START = datetime(2025, 10, 6, 3, 5, tzinfo=UTC)
K = MatterStepKind


def step(kind, minutes=0, unit="", due=None, text="词"):
    at = START + timedelta(minutes=minutes)
    due_at = START + timedelta(minutes=due) if due is not None else None
    return MatterStep(0, kind, at, unit, text, due_at, None, "何佳", at)


def matter(*steps):
    return Matter(1, 2025, 63, "批示", "值班室", START, None, None, 1, tuple(steps))


def test_the_number_is_written_with_three_digits():
    assert matter().number == "M-2025-063"


@pytest.mark.parametrize(
    ("kinds", "state"),
    [
        ((), MatterState.WAITING),
        ((K.OPENED,), MatterState.WAITING),
        ((K.OPENED, K.ASSIGNED), MatterState.ASSIGNED),
        ((K.OPENED, K.ASSIGNED, K.PROGRESS), MatterState.IN_PROGRESS),
        ((K.OPENED, K.ASSIGNED, K.PROGRESS, K.URGED), MatterState.IN_PROGRESS),
        ((K.OPENED, K.FEEDBACK, K.DUE_CHANGED), MatterState.ANSWERED),
        ((K.OPENED, K.FEEDBACK, K.RETURNED), MatterState.RETURNED),
        ((K.OPENED, K.FEEDBACK, K.RETURNED, K.PROGRESS), MatterState.IN_PROGRESS),
        ((K.OPENED, K.CLOSED), MatterState.CLOSED),
    ],
)
def test_the_state_is_that_of_the_last_step_that_moves_it(kinds, state):
    assert matter(*(step(kind) for kind in kinds)).state is state


def test_it_is_received_when_the_last_of_the_units_has_signed():
    assigned = [step(K.ASSIGNED, unit="园区"), step(K.ASSIGNED, unit="消防")]
    one = matter(*assigned, step(K.RECEIVED, unit="消防"))
    assert one.state is MatterState.ASSIGNED
    both = matter(*one.steps, step(K.RECEIVED, 7, unit="园区"))
    assert both.state is MatterState.RECEIVED
    assert [unit.received_at for unit in both.units] == [START + timedelta(minutes=7), START]


def test_a_late_receipt_does_not_take_back_what_is_further():
    done = matter(step(K.ASSIGNED, unit="园区"), step(K.PROGRESS), step(K.RECEIVED, unit="园区"))
    assert done.state is MatterState.IN_PROGRESS


def test_feedback_with_a_new_term_answers_the_old_one_and_opens_the_next():
    answered = matter(step(K.OPENED, due=115), step(K.FEEDBACK, 113, due=1375))
    assert answered.due_at == START + timedelta(minutes=1375)
    assert not answered.is_overdue(START + timedelta(minutes=200))
    assert answered.is_overdue(START + timedelta(minutes=1376))


def test_it_is_not_overdue_at_the_very_instant_of_its_term():
    waiting = matter(step(K.OPENED, due=60))
    assert not waiting.is_overdue(START + timedelta(minutes=60))
    assert waiting.is_overdue(START + timedelta(minutes=60, seconds=1))


def test_an_answer_after_the_term_is_late_by_the_difference():
    closed = matter(step(K.OPENED, due=60), step(K.CLOSED, 68))
    assert closed.late_by == timedelta(minutes=8)
    assert not closed.is_overdue(START + timedelta(days=1))


@pytest.mark.parametrize("kind", list(K))
def test_a_closed_matter_takes_no_step(kind):
    closed = matter(step(K.OPENED), step(K.CLOSED))
    with pytest.raises(RuleViolation) as refused:
        check_step(closed, kind, START, START, "词")
    assert refused.value.code == "matter.closed"


@pytest.mark.parametrize("kind", [K.CLOSED, K.RETURNED])
def test_closing_and_returning_need_words(kind):
    with pytest.raises(RuleViolation) as refused:
        check_step(matter(step(K.OPENED)), kind, START, START, "  ")
    assert refused.value.code == "matter.needs_result"


def test_a_step_of_the_future_is_refused():
    with pytest.raises(RuleViolation):
        check_step(matter(), K.PROGRESS, START + timedelta(hours=1), START, "")


@given(st.lists(st.sampled_from([k for k in K if k is not K.CLOSED])))
def test_nothing_but_the_closing_step_closes(kinds):
    assert matter(*(step(kind) for kind in kinds)).is_open


def test_what_is_returned_is_answered_by_the_next_feedback():
    sent_back = matter(
        step(K.OPENED, due=60),
        step(K.ASSIGNED, unit="园区"),
        step(K.FEEDBACK, 40, unit="园区"),
        step(K.RETURNED, 50),
    )
    assert sent_back.answered_at is None
    assert sent_back.is_overdue(START + timedelta(minutes=61))
    again = matter(*sent_back.steps, step(K.FEEDBACK, 70))
    assert again.answered_at == START + timedelta(minutes=70)


def test_a_matter_of_two_units_is_answered_by_the_last_of_them():
    half = matter(
        step(K.OPENED, due=60),
        step(K.ASSIGNED, unit="园区"),
        step(K.ASSIGNED, unit="消防"),
        step(K.FEEDBACK, 40, unit="园区"),
    )
    assert half.is_overdue(START + timedelta(minutes=61))
    whole = matter(*half.steps, step(K.FEEDBACK, 50, unit="消防"))
    assert whole.answered_at == START + timedelta(minutes=50)
    one_back = matter(*whole.steps, step(K.RETURNED, 55, unit="园区"))
    assert one_back.answered_at is None
    done = matter(*one_back.steps, step(K.FEEDBACK, 58, unit="园区"))
    assert done.answered_at == START + timedelta(minutes=58)
