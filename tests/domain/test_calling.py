"""A line of the call list: its state, its ladder and the board's figures follow from its steps."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safetydesk.domain.calling import (
    Callee,
    CallLine,
    CallList,
    CallState,
    CallStep,
    CallStepKind,
    check_call_step,
    check_ladder,
)
from safetydesk.domain.calling_list import Reachable, propose_lines
from safetydesk.domain.errors import RuleViolation
from safetydesk.domain.warning import WarningLevel
from safetydesk.services.warning_policy import shipped_policy

START = datetime(2026, 7, 18, 14, 46, tzinfo=UTC)
WITHIN = timedelta(minutes=5)
LADDER = (
    Callee("巡查责任人", "易明辉", "19900070002"),
    Callee("技术责任人", "魏思远", "19900070001"),
    Callee("值班室", "", "0000-5552011"),
)
K = CallStepKind


def steps(*given_):
    made, rung = [], 0
    for kind, minutes in given_:
        at = START + timedelta(minutes=minutes)
        rung += kind is K.ESCALATED
        made.append(CallStep(0, kind, at, rung, "电话", "", "已上岗", None, "何佳", at))
    return tuple(made)


def line(*given_, position=1):
    return CallLine(position, position, "柳河水库 巡查责任人", "柳河镇", LADDER, steps(*given_))


def at(minutes):
    return START + timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("happened", "minutes", "state"),
    [
        ((), 0, CallState.WAITING),
        (((K.CALLED, 0),), 4, CallState.CALLED),
        (((K.CALLED, 0),), 5, CallState.UNANSWERED),
        (((K.CALLED, 0), (K.MISSED, 1)), 1, CallState.UNANSWERED),
        (((K.CALLED, 0), (K.MISSED, 1), (K.ESCALATED, 5)), 6, CallState.ESCALATED),
        (((K.CALLED, 0), (K.ESCALATED, 5)), 10, CallState.UNANSWERED),
        (((K.CALLED, 0), (K.ESCALATED, 5), (K.ANSWERED, 6)), 60, CallState.ANSWERED),
    ],
)
def test_the_state_follows_steps_and_clock(happened, minutes, state):
    assert line(*happened).state(at(minutes), WITHIN) is state


def test_who_does_not_answer_gives_way_to_the_deputy_and_then_to_the_upper():
    first = line((K.CALLED, 0))
    assert first.due_at(WITHIN) == at(5)
    assert first.next_callee == LADDER[1]
    second = line((K.CALLED, 0), (K.ESCALATED, 5), (K.CALLED, 6))
    assert second.callee == LADDER[1]
    assert second.due_at(WITHIN) == at(10)
    last = line((K.CALLED, 0), (K.ESCALATED, 5), (K.ESCALATED, 10))
    assert last.callee == LADDER[2]
    assert last.next_callee is None


def test_the_answer_of_a_deputy_is_timed_from_the_first_call():
    answered = line((K.CALLED, 0), (K.ESCALATED, 5), (K.ANSWERED, 8))
    assert answered.took == timedelta(minutes=8)
    assert answered.due_at(WITHIN) is None


@pytest.mark.parametrize(
    ("happened", "kind", "code"),
    [
        ((), K.ANSWERED, "calling.not_called"),
        ((), K.ESCALATED, "calling.not_called"),
        (((K.CALLED, 0),), K.REPEATED, "calling.not_answered"),
        (((K.CALLED, 0), (K.ANSWERED, 1)), K.MISSED, "calling.answered_already"),
        (((K.CALLED, 0), (K.ESCALATED, 1), (K.ESCALATED, 2)), K.ESCALATED, "calling.nobody_left"),
    ],
)
def test_a_step_that_cannot_follow_is_refused(happened, kind, code):
    with pytest.raises(RuleViolation) as caught:
        check_call_step(line(*happened), kind, at(9), at(9))
    assert caught.value.code == code


def test_a_step_keeps_the_order_of_time():
    with pytest.raises(RuleViolation) as caught:
        check_call_step(line((K.CALLED, 5)), K.ANSWERED, at(4), at(9))
    assert caught.value.code == "calling.out_of_order"


def test_a_list_without_anybody_to_call_is_refused():
    with pytest.raises(RuleViolation) as caught:
        check_ladder([("柳河镇 值班室", (Callee("值班室"),))])
    assert caught.value.code == "calling.no_number"


def test_the_unanswered_stand_on_top_and_the_rest_in_the_order_of_the_list():
    lines = (
        line((K.CALLED, 0), (K.ANSWERED, 1), position=1),
        line((K.CALLED, 0), position=2),
        line(position=3),
        line((K.CALLED, 0), (K.MISSED, 2), position=4),
    )
    board = CallList(1, 1, 1, START, WITHIN, None, "何佳", lines)
    assert [one.position for one in board.unanswered_first(at(3))] == [4, 1, 2, 3]
    assert [one.position for one in board.unanswered_first(at(6))] == [2, 4, 1, 3]
    upcoming = board.next_to_call(at(3))
    assert upcoming is not None
    assert upcoming.position == 3


_EVENTS = st.lists(st.tuples(st.sampled_from(list(K)), st.integers(0, 4)), max_size=12)


def played(events):
    """A line on which whatever was allowed happened."""
    current, minute = line(), 0
    for kind, later in events:
        minute += later
        try:
            check_call_step(current, kind, at(minute), at(minute), said="已上岗")
        except RuleViolation:
            continue
        made = CallStep(
            0,
            kind,
            at(minute),
            current.rung + (kind is K.ESCALATED),
            "电话",
            "",
            "",
            None,
            "",
            START,
        )
        current = CallLine(1, 1, "对象", "", LADDER, (*current.steps, made))
    return current, minute


@given(st.lists(_EVENTS, min_size=1, max_size=6), st.integers(0, 60))
def test_the_figures_add_up_whatever_happened(all_events, later):
    made = [played(events) for events in all_events]
    now = at(max(minute for _, minute in made) + later)
    board = CallList(1, 1, 1, START, WITHIN, None, "", tuple(one for one, _ in made))
    tally = board.tally(now)
    assert tally.in_time <= tally.answered <= tally.called <= tally.wanted == len(made)
    assert tally.answered + tally.unanswered <= tally.called
    assert tally.is_complete is all(one.answered_at is not None for one, _ in made)


@given(_EVENTS, st.integers(0, 60))
def test_a_line_is_answered_exactly_when_somebody_answered(events, later):
    current, minute = played(events)
    answered = any(step.kind is K.ANSWERED for step in current.steps)
    now = at(minute + later)
    assert (current.state(now, WITHIN) is CallState.ANSWERED) is answered
    assert current.rung < len(LADDER)
    due = current.due_at(WITHIN)
    if due is not None and now >= due:
        assert current.state(now, WITHIN) is CallState.UNANSWERED


DIRECTORY = (
    Reachable("柳河镇", "", "", "", "0000-5552011", 1, frozenset({"街道镇"})),
    Reachable("柳河镇", "程书", "党委书记", "主要负责人", "19900020111", 2, frozenset({"街道镇"})),
    Reachable("柳河镇", "姜梦瑶", "镇长", "主要负责人", "19900020112", 3, frozenset({"街道镇"})),
    Reachable("柳河镇", "乔立", "副镇长", "分管负责人", "19900020113", 4, frozenset({"街道镇"})),
    Reachable("云岭镇", "", "", "", "0000-5552014", 5, frozenset({"街道镇"})),
    Reachable(
        "柳河水库",
        "易明辉",
        "巡查责任人",
        "",
        "19900070002",
        6,
        frozenset({"水库责任人"}),
        "柳河镇",
    ),
    Reachable(
        "柳河水库",
        "魏思远",
        "技术责任人",
        "",
        "19900070001",
        7,
        frozenset({"水库责任人"}),
        "柳河镇",
    ),
)


def proposed(areas, level, district="云川区"):
    policy = shipped_policy().calling
    return propose_lines(areas, level, DIRECTORY, policy, district=district)


def test_a_yellow_warning_calls_duty_rooms_and_those_who_answer_for_reservoirs():
    lines = proposed(("柳河镇",), WarningLevel.YELLOW)
    assert [one.target for one in lines] == ["柳河镇 值班室", "柳河水库 巡查责任人"]
    assert [callee.name for callee in lines[0].ladder] == ["", "乔立", "姜梦瑶"]
    assert [callee.number for callee in lines[1].ladder] == [
        "19900070002",
        "19900070001",
        "0000-5552011",
    ]


def test_an_orange_warning_calls_the_heads_too_and_a_deputy_is_no_head():
    heads = proposed(("柳河镇",), WarningLevel.ORANGE)[-1]
    assert heads.target == "柳河镇 镇长"
    assert [callee.name for callee in heads.ladder] == ["姜梦瑶", "程书", "乔立"]


@pytest.mark.parametrize("areas", [(), ("全区",), ("云川区",)])
def test_a_warning_for_the_whole_district_calls_every_street_and_town(areas):
    targets = [one.target for one in proposed(areas, WarningLevel.YELLOW)]
    assert targets[:2] == ["柳河镇 值班室", "云岭镇 值班室"]


def test_a_blue_warning_calls_nobody():
    assert proposed(("柳河镇",), WarningLevel.BLUE) == ()
