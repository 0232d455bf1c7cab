"""How an alarm stands after levels, acts and time: the public cases and the rules of peers F2."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safetydesk.domain.alarm_state import (
    Acknowledgement,
    ActKind,
    AlarmState,
    Raised,
    ReminderAct,
    check_shelf,
    mute_of,
    state_of,
)
from safetydesk.domain.errors import RuleViolation
from safetydesk.domain.reminder import AlarmLevel, DutyKind, Guidance, Occurrence, Stage

T = datetime(2025, 10, 6, 4, 0, tzinfo=UTC)
CASES = Path(__file__).parents[1] / "data" / "cases" / "alarm.json"
TOP, MIDDLE, LOW = AlarmLevel.TOP, AlarmLevel.MIDDLE, AlarmLevel.LOW


def minutes(count):
    return timedelta(minutes=count)


def latching_cases():
    """The level sequences without delay or count, which belong to measured conditions."""
    return [
        pytest.param(case, id=case["id"])
        for case in json.loads(CASES.read_text("utf-8"))
        if case["id"].startswith("A-") and not case["given"]["settings"]["delay_s"]
    ]


@pytest.mark.parametrize("case", latching_cases())
def test_the_public_level_sequences_hold(case):
    state, seen = AlarmState(), []
    for step in case["given"]["steps"]:
        before = state
        if step["do"] == "acknowledge":
            state = state.acknowledged("黄志强", T)
        elif step["level"]:
            state = state.raised(AlarmLevel(4 - step["level"]))
        else:
            state = state.cleared(latched=case["given"]["settings"]["latched"])
        seen.append(
            {
                "shown": state.shown.severity if state.shown else 0,
                "acknowledged": state.is_acknowledged,
                "sound": state.calls and state.shown != before.shown and step["do"] == "level",
            }
        )
    assert seen == case["expect"]["after"]


def test_the_public_file_has_the_latching_cases():
    assert len(latching_cases()) >= 3


def test_acknowledging_a_lower_level_forgets_the_latched_higher_one():
    state = AlarmState().raised(TOP).raised(MIDDLE).acknowledged("何佳", T)
    assert state.shown is MIDDLE
    assert not state.raised(TOP).is_acknowledged


def test_a_lower_level_keeps_the_acknowledgement():
    assert AlarmState().raised(TOP).acknowledged("何佳", T).raised(LOW).is_acknowledged


def test_an_acknowledgement_lapses_after_a_quarter_of_an_hour_and_says_since_when():
    state = AlarmState().raised(TOP).acknowledged("何佳", T)
    assert state.at(T + minutes(15) - timedelta(seconds=1)).is_acknowledged
    lapsed = state.at(T + minutes(15))
    assert lapsed.calls
    assert lapsed.lapsed == Acknowledgement("何佳", T)


def test_a_cleared_alarm_of_level_three_goes_by_itself_and_graver_ones_wait_to_be_seen():
    assert not AlarmState().raised(LOW).cleared().is_listed
    assert AlarmState().raised(MIDDLE).cleared().is_listed
    assert not AlarmState().raised(MIDDLE).cleared().acknowledged("何佳", T).is_listed
    assert not AlarmState().raised(MIDDLE).acknowledged("何佳", T).cleared().is_listed


def a_row(number, level=MIDDLE, stage=Stage.MOST, due_at=T):
    occurrence = Occurrence(
        f"k{number}", "i", DutyKind.REPORT, stage, level, "首报", "", due_at, T, Guidance("")
    )
    return Raised(number, occurrence, T)


def an_act(number, kind, after, until=None, level=MIDDLE):
    return ReminderAct(number, "i", after, kind, T, "何佳", level, until)


def test_a_shelved_alarm_calls_again_when_the_time_is_over_or_it_gets_graver():
    shelved = an_act(1, ActKind.SHELVED, 1, T + minutes(30))
    state = state_of([a_row(1)], [shelved])
    assert not state.at(T).calls
    assert state.at(T + minutes(30)).calls
    assert state_of([a_row(1), a_row(2, TOP)], [shelved]).at(T).calls


def test_a_shelf_is_neither_an_acknowledgement_nor_an_end():
    state = state_of([a_row(1)], [an_act(1, ActKind.SHELVED, 1, T + minutes(30))])
    assert not state.is_acknowledged
    assert state.is_listed


def test_the_handover_presents_everything_again():
    acts = [
        an_act(1, ActKind.ACKNOWLEDGED, 1),
        an_act(2, ActKind.SHELVED, 1, T + minutes(30)),
        an_act(3, ActKind.REPRESENTED, 1),
    ]
    assert state_of([a_row(1)], acts).at(T).calls


def test_a_moved_due_time_begins_a_new_duty():
    rows = [a_row(1, TOP), a_row(2, LOW, Stage.CREATED, T + minutes(60))]
    state = state_of(rows, [an_act(1, ActKind.ACKNOWLEDGED, 1)])
    assert state.shown is LOW
    assert state.calls


def test_a_clock_set_back_does_not_reorder_what_was_done():
    early = ReminderAct(1, "i", 2, ActKind.ACKNOWLEDGED, T - minutes(120), "何佳", TOP)
    assert state_of([a_row(1), a_row(2, TOP)], [early]).is_acknowledged


@pytest.mark.parametrize(
    ("level", "length", "reason", "code"),
    [
        (TOP, 1, "在写", "reminder.shelf_level"),
        (MIDDLE, 31, "在写", "reminder.shelf_too_long"),
        (MIDDLE, 30, "  ", "reminder.shelf_reason"),
        (MIDDLE, 0, "在写", "reminder.shelf_past"),
        (LOW, 241, "在写", "reminder.shelf_too_long"),
    ],
)
def test_a_shelf_the_level_does_not_allow_is_refused(level, length, reason, code):
    with pytest.raises(RuleViolation) as refusal:
        check_shelf(level, T, T + minutes(length), reason, T + minutes(240))
    assert refusal.value.code == code


def test_level_two_may_be_shelved_for_half_an_hour_and_level_three_to_the_end_of_the_shift():
    check_shelf(MIDDLE, T, T + minutes(30), "在写", T + minutes(240))
    check_shelf(LOW, T, T + minutes(240), "在写", T + minutes(240))


def test_a_new_alarm_of_equal_or_graver_level_ends_the_mute():
    muted = [an_act(1, ActKind.MUTED, 5, T + minutes(10))]
    assert mute_of(muted, [a_row(5)], T)
    assert mute_of(muted, [a_row(6, LOW)], T)
    assert mute_of(muted, [a_row(6, MIDDLE)], T) is None
    assert mute_of(muted, [a_row(6, TOP)], T) is None
    assert mute_of(muted, [a_row(6, TOP, Stage.OVERDUE)], T)
    assert mute_of(muted, [], T + minutes(10)) is None
    assert mute_of([*muted, an_act(2, ActKind.UNMUTED, 5)], [], T) is None


levels = st.sampled_from(list(AlarmLevel))
steps = st.lists(st.one_of(levels, st.sampled_from(["ack", "clear", "unack"])), max_size=40)


@given(steps)
def test_an_alarm_goes_only_when_cleared_and_seen_and_a_graver_level_always_calls(history):
    state = AlarmState()
    for step in history:
        before = state
        if step == "ack":
            state = state.acknowledged("何佳", T)
        elif step == "clear":
            state = state.cleared(latched=True)
        elif step == "unack":
            state = state.unacknowledged()
        else:
            state = state.raised(step)
            assert state.is_listed
            if before.shown is None or step.severity > before.shown.severity:
                assert state.calls
        if before.is_listed and not state.is_listed:
            assert state.is_cleared
            assert before.is_acknowledged or step == "ack"
        if state.shown and state.holds:
            assert state.shown.severity >= state.holds.severity
