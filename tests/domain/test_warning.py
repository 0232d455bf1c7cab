"""A warning's state follows from its messages and steps; the desk never edits a level."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safetydesk.domain.errors import RuleViolation
from safetydesk.domain.warning import (
    MessageKind,
    WarningLevel,
    WarningMessage,
    WarningSignal,
    WarningState,
    WarningStatement,
    WarningStep,
    WarningStepKind,
    areas_to_mind,
    check_follows,
    check_statement,
    check_warning_step,
)

ISSUED = datetime(2026, 7, 14, 14, 38, tzinfo=UTC)
HOUR = timedelta(hours=1)
ORANGE = WarningStatement(
    "暴雨",
    WarningLevel.ORANGE,
    "临江市气象台",
    ISSUED,
    in_force_until=ISSUED + 3 * HOUR,
    areas=("白沙镇", "柳河镇", "临港街道"),
)
RED = replace(ORANGE, level=WarningLevel.RED, issued_at=ISSUED + HOUR / 2, areas=("柳河镇",))
LIFT = WarningStatement("暴雨", None, "临江市气象台", ISSUED + HOUR)
M = MessageKind
S = WarningStepKind


def message(number, kind, statement):
    at = statement.issued_at + timedelta(minutes=2)
    return WarningMessage(number, kind, statement, at, "系统", None, "黄志强", at)


def step(kind, minutes=5, about=1, units=()):
    at = ISSUED + timedelta(minutes=minutes)
    return WarningStep(0, about, kind, at, "曾慧", "电话", units, "", None, "黄志强", at)


def warning(*messages, steps=()):
    made = tuple(message(n, kind, said) for n, (kind, said) in enumerate(messages, start=1))
    return WarningSignal(1, 2026, 41, made, tuple(steps))


ONE = warning((M.ISSUED, ORANGE))


def refused(check, *args, **said):
    with pytest.raises(RuleViolation) as caught:
        check(*args, **said)
    return caught.value.code


def test_the_number_is_that_of_the_year():
    assert ONE.number == "Y-2026-041"


def test_the_words_of_the_levels_are_those_of_the_law():
    assert [level.grade for level in WarningLevel] == [
        "一级(Ⅰ级)",
        "二级(Ⅱ级)",
        "三级(Ⅲ级)",
        "四级(Ⅳ级)",
    ]
    assert WarningLevel.RED.is_at_least(WarningLevel.ORANGE)
    assert not WarningLevel.BLUE.is_at_least(WarningLevel.YELLOW)


def test_nothing_of_a_message_can_be_changed():
    with pytest.raises(FrozenInstanceError):
        ORANGE.level = WarningLevel.RED  # type: ignore[misc]  # that is what is refused


@pytest.mark.parametrize(
    ("after", "state"),
    [
        (timedelta(0), WarningState.IN_FORCE),
        (3 * HOUR - timedelta(seconds=1), WarningState.IN_FORCE),
        (3 * HOUR, WarningState.EXPIRED),
        (-timedelta(minutes=1), WarningState.AHEAD),
    ],
)
def test_the_state_follows_the_clock(after, state):
    assert ONE.state(ISSUED + after) is state
    assert ONE.is_open


def test_an_update_holds_instead_of_what_it_updates():
    both = warning((M.ISSUED, ORANGE), (M.UPDATED, RED))
    assert both.title == "暴雨红色预警"
    assert both.gravest is WarningLevel.RED
    assert both.no_longer_listed(both.messages[1]) == ("白沙镇", "临港街道")


def test_lifting_ends_it_and_the_level_that_held_stays_readable():
    ended = warning((M.ISSUED, ORANGE), (M.LIFTED, LIFT))
    assert ended.state(ISSUED + HOUR) is WarningState.LIFTED
    assert ended.ended_at == LIFT.issued_at
    assert ended.title == "暴雨橙色预警"


def test_a_step_of_the_desk_ends_what_lapsed_or_was_written_by_mistake():
    lapsed = warning((M.ISSUED, ORANGE), steps=[step(S.LAPSED, 200)])
    mistaken = warning((M.ISSUED, ORANGE), steps=[step(S.WITHDRAWN)])
    assert lapsed.state(ISSUED) is WarningState.LAPSED
    assert mistaken.state(ISSUED) is WarningState.WITHDRAWN


def test_what_a_message_does_not_state_is_named():
    assert ORANGE.missing == ("警示事项", "应采取的措施")
    assert LIFT.missing[0] == "起止时间"


def test_a_street_that_only_the_text_names_is_minded():
    assert areas_to_mind(RED, ("柳河镇", "临港街道", "临港街道")) == ("临港街道",)


def test_who_has_not_signed_is_named_in_the_order_of_forwarding():
    sent = warning(
        (M.ISSUED, ORANGE),
        steps=[
            step(S.FORWARDED, units=("白沙镇", "柳河镇", "临港街道")),
            step(S.RECEIPT, units=("柳河镇",)),
        ],
    )
    assert sent.no_receipt(sent.messages[0]) == ("白沙镇", "临港街道")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"hazard": " "}, "warning.no_hazard"),
        ({"issuer": ""}, "warning.no_issuer"),
        ({"level": None}, "warning.no_level"),
        ({"issued_at": ISSUED + HOUR}, "warning.future_issue"),
        ({"in_force_until": ISSUED}, "warning.over_before_it_begins"),
    ],
)
def test_what_is_no_warning_is_refused(change, code):
    assert refused(check_statement, M.ISSUED, replace(ORANGE, **change), ISSUED) == code


def test_a_lifting_needs_no_level():
    check_statement(M.LIFTED, LIFT, ISSUED + HOUR)


@pytest.mark.parametrize(
    ("kind", "statement", "code"),
    [
        (M.ISSUED, RED, "warning.issued_already"),
        (M.UPDATED, replace(RED, hazard="大雾"), "warning.other_hazard"),
        (M.UPDATED, replace(RED, issued_at=ISSUED - HOUR), "warning.older"),
    ],
)
def test_a_message_of_something_else_is_not_linked(kind, statement, code):
    assert refused(check_follows, ONE, kind, statement) == code


def test_nothing_follows_a_lifting():
    ended = warning((M.ISSUED, ORANGE), (M.LIFTED, LIFT))
    assert refused(check_follows, ended, M.UPDATED, RED) == "warning.ended"


def test_the_same_file_is_not_taken_in_twice():
    first = warning((M.ISSUED, replace(ORANGE, identifier="A1")))
    again = replace(RED, identifier="A1")
    assert refused(check_follows, first, M.UPDATED, again) == "warning.known_already"


def test_the_lifting_can_still_be_forwarded_and_nothing_else():
    ended = warning((M.ISSUED, ORANGE), (M.LIFTED, LIFT))
    now = ISSUED + 2 * HOUR
    check_warning_step(ended, S.FORWARDED, now, now, said="各镇街")
    code = refused(check_warning_step, ended, S.REPORTED, now, now, said="市应急局")
    assert code == "warning.ended"


def test_what_is_still_in_force_has_not_lapsed():
    code = refused(check_warning_step, ONE, S.LAPSED, ISSUED, ISSUED, said="已核")
    assert code == "warning.still_in_force"
    check_warning_step(ONE, S.LAPSED, ISSUED + 4 * HOUR, ISSUED + 4 * HOUR, said="已核")


@given(
    ends=st.sampled_from([None, M.LIFTED, M.CANCELLED]),
    levels=st.lists(st.sampled_from(list(WarningLevel)), min_size=1, max_size=5),
    minutes=st.integers(-600, 600),
)
def test_a_warning_is_open_until_a_message_ends_it(ends, levels, minutes):
    said = [replace(ORANGE, level=level) for level in levels]
    given_ = [(M.ISSUED, said[0]), *((M.UPDATED, one) for one in said[1:])]
    if ends is not None:
        given_.append((ends, LIFT))
    made = warning(*given_)
    now = ISSUED + timedelta(minutes=minutes)
    assert made.is_open is (ends is None)
    assert made.current.statement.level is levels[-1]
    assert made.gravest == min(levels)
    assert (made.state(now) in (WarningState.LIFTED, WarningState.CANCELLED)) is (ends is not None)
