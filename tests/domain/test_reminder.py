"""When reminders come: the ladders, the levels, and that each occurrence comes once."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safetydesk.domain.reminder import (
    ITEM_LENGTH,
    AlarmLevel,
    Contact,
    Deadline,
    DutyKind,
    DutyState,
    ExpectedArrival,
    Note,
    Occurrence,
    Stage,
    Turnover,
)
from safetydesk.domain.reminder_ladder import NOBODY, due, live_items, next_instant, upcoming

T = datetime(2025, 10, 6, 2, 12, tzinfo=UTC)
LEADER = Contact("曾慧", "19900000006")


def minutes(count):
    return timedelta(minutes=count)


def a_report(length=60, **more):
    values = {
        "item": "incident:18:SD2:provincial_safety_office:1",
        "kind": DutyKind.REPORT,
        "title": "首报",
        "to_whom": "省安委办",
        "starts_at": T,
        "due_at": T + minutes(length),
        "legal": True,
    }
    return Deadline(**(values | more))


def ladder(deadline, until):
    """Stage, minute and level of everything that has come, asked every half minute."""
    state = DutyState(deadlines=(deadline,), leader=LEADER)
    seen: dict[str, Occurrence] = {}
    for step in range(until * 2 + 1):
        for o in due(state, T + minutes(step / 2)):
            seen.setdefault(o.key, o)
    return [(o.stage, (o.stage_at - T) / minutes(1), o.level) for o in seen.values()]


def test_an_hour_reminds_at_creation_half_eighty_percent_due_and_every_five_minutes_after():
    assert ladder(a_report(60), 70) == [
        (Stage.CREATED, 0, AlarmLevel.LOW),
        (Stage.HALF, 30, AlarmLevel.LOW),
        (Stage.MOST, 48, AlarmLevel.MIDDLE),
        (Stage.DUE, 60, AlarmLevel.TOP),
        (Stage.OVERDUE, 65, AlarmLevel.TOP),
        (Stage.OVERDUE, 70, AlarmLevel.TOP),
    ]


def test_less_than_half_an_hour_reminds_ten_five_and_two_minutes_before():
    assert ladder(a_report(20), 20) == [
        (Stage.CREATED, 0, AlarmLevel.LOW),
        (Stage.TEN_BEFORE, 10, AlarmLevel.MIDDLE),
        (Stage.FIVE_BEFORE, 15, AlarmLevel.MIDDLE),
        (Stage.TWO_BEFORE, 18, AlarmLevel.MIDDLE),
        (Stage.DUE, 20, AlarmLevel.TOP),
    ]


def test_a_rung_before_the_beginning_is_left_out():
    assert [stage for stage, *_ in ladder(a_report(5), 5)] == [
        Stage.CREATED,
        Stage.TWO_BEFORE,
        Stage.DUE,
    ]


def test_a_long_deadline_reminds_once_more_when_level_two_begins():
    stages = ladder(a_report(240), 239)
    assert stages[-1] == (Stage.NEAR, 225, AlarmLevel.MIDDLE)
    assert stages[-2] == (Stage.MOST, 192, AlarmLevel.LOW)


def test_a_duty_due_at_once_comes_as_one_alarm():
    assert ladder(a_report(0), 4) == [(Stage.DUE, 0, AlarmLevel.TOP)]


def test_an_overdue_matter_without_statute_stays_at_level_two_and_names_no_leader():
    matter = a_report(60, kind=DutyKind.MATTER, legal=False)
    newest = due(DutyState(deadlines=(matter,), leader=LEADER), T + minutes(66))[-1]
    assert newest.level is AlarmLevel.MIDDLE
    assert newest.guidance.number == ""


def test_an_overdue_report_names_the_leader_to_call_and_what_to_do():
    newest = due(DutyState(deadlines=(a_report(),), leader=LEADER), T + minutes(60))[-1]
    assert newest.guidance.number == "曾慧 19900000006"
    assert newest.guidance.text


def test_nobody_to_notify_is_said():
    newest = due(DutyState(deadlines=(a_report(),)), T + minutes(60))[-1]
    assert newest.guidance.lead == NOBODY


def test_what_is_done_reminds_no_more_and_is_not_live():
    state = DutyState(deadlines=(a_report(done=True),))
    assert due(state, T + minutes(600)) == []
    assert live_items(state) == {}
    assert next_instant(state, T) is None


def test_a_moved_due_time_makes_new_keys():
    before = due(DutyState(deadlines=(a_report(60),)), T + minutes(30))
    after = due(DutyState(deadlines=(a_report(90),)), T + minutes(45))
    assert {o.key for o in before}.isdisjoint(o.key for o in after)


def test_the_handover_reminds_the_outgoing_then_the_incoming_then_both_then_the_leader():
    turnover = Turnover("2025-279", T, ("黄志强", "何佳"), ("吴昊", "仇海波"))
    state = DutyState(turnovers=(turnover,), leader=LEADER)
    seen = due(state, T + minutes(10))
    assert [((o.stage_at - T) / minutes(1), o.stage, o.level) for o in seen] == [
        (-30, Stage.OUTGOING, AlarmLevel.LOW),
        (-15, Stage.INCOMING, AlarmLevel.LOW),
        (0, Stage.TURNOVER, AlarmLevel.MIDDLE),
        (10, Stage.NO_SHOW, AlarmLevel.TOP),
    ]
    assert [o.to_whom for o in seen[:2]] == ["黄志强、何佳", "吴昊、仇海波"]
    assert seen[-1].guidance.number == "曾慧 19900000006"
    assert due(replace(state, turnovers=(replace(turnover, signed=True),)), T) == []


def test_somebody_who_does_not_come_is_missed_after_ten_minutes():
    absent = ExpectedArrival("2025-280", "deputy", "仇海波", "19900000031", T)
    state = DutyState(arrivals=(absent,), leader=LEADER)
    assert due(state, T + minutes(10) - timedelta(seconds=1)) == []
    (missed,) = due(state, T + minutes(10))
    assert missed.title == "仇海波未到岗"
    assert "19900000031" in missed.guidance.text
    assert due(replace(state, arrivals=(replace(absent, arrived=True),)), T + minutes(60)) == []


def test_what_comes_next_is_told_by_time_and_without_what_has_come():
    state = DutyState(
        deadlines=(a_report(61), a_report(300, item="far")),
        turnovers=(Turnover("2025-279", T + minutes(90), ("黄志强",), ("吴昊",)),),
        notes=(Note("1", T + minutes(20), "视频轮巡", "主班"),),
    )
    ahead = upcoming(state, T, T + timedelta(hours=4))
    assert [((u.at - T) / minutes(1), u.title) for u in ahead] == [
        (20, "视频轮巡"),
        (60, "交接准备"),
        (61, "首报"),
        (75, "接班人到岗"),
        (90, "交接班时间到"),
    ]


def test_after_three_days_off_one_repetition_stands_for_all_that_were_missed():
    late = due(DutyState(deadlines=(a_report(),)), T + timedelta(hours=73))
    assert [o.stage for o in late].count(Stage.OVERDUE) == 1
    assert max(o.level.severity for o in late) == AlarmLevel.TOP.severity


instants = st.integers(min_value=-7_200, max_value=90_000).map(lambda s: T + timedelta(seconds=s))
deadlines = st.builds(
    lambda n, start, length, legal: a_report(
        item=f"incident:{n}", starts_at=start, due_at=start + timedelta(seconds=length), legal=legal
    ),
    st.integers(0, 10_000),
    instants,
    st.integers(0, 86_400),
    st.booleans(),
)
states = st.builds(
    lambda ds, ts: DutyState(
        deadlines=tuple({d.item: d for d in ds}.values()),
        turnovers=tuple(
            {t: Turnover(f"s{t.timestamp():.0f}", t, ("甲",), ("乙",)) for t in ts}.values()
        ),
    ),
    st.lists(deadlines, max_size=5),
    st.lists(instants, max_size=3),
)


@given(states, st.lists(instants, max_size=30))
def test_whenever_it_is_asked_each_occurrence_is_raised_once_and_never_early(state, asked):
    ledger: dict[str, Occurrence] = {}
    for now in asked:
        reached = due(state, now)
        keys = [o.key for o in reached]
        assert len(keys) == len(set(keys))
        for o in reached:
            assert o.stage_at <= now
            # The same key always speaks of the same rung, whenever it is asked for.
            assert ledger.setdefault(o.key, o) == o
    if asked:
        assert {o.key for o in due(state, max(asked))} <= set(ledger)


@given(states, instants)
def test_nothing_new_comes_before_the_next_instant_and_something_does_then(state, now):
    known = {o.key for o in due(state, now)}
    ahead = next_instant(state, now)
    if ahead is None:
        assert known == {o.key for o in due(state, now + timedelta(days=30))}
        return
    assert ahead > now
    just_before = ahead - timedelta(microseconds=1)
    if just_before > now:
        assert {o.key for o in due(state, just_before)} <= known
    assert {o.key for o in due(state, ahead)} - known


@given(states, instants, st.integers(1, 86_400))
def test_a_clock_set_back_takes_no_item_away(state, now, seconds):
    alarmed = {o.item for o in due(state, now)}
    assert alarmed <= set(live_items(state))
    before = due(state, now - timedelta(seconds=seconds))
    rungs = {o.key for o in before if o.stage is not Stage.OVERDUE}
    assert rungs <= {o.key for o in due(state, now)}


@given(states, instants)
def test_no_statutory_deadline_passes_below_level_one(state, now):
    top = {o.item for o in due(state, now) if o.level is AlarmLevel.TOP}
    assert {d.item for d in state.deadlines if d.legal and d.due_at <= now} <= top


@pytest.mark.parametrize("kind", DutyKind)
def test_every_kind_of_alarm_says_what_to_do_and_has_a_name(kind):
    assert kind.what_to_do
    assert kind.chinese_name


def test_an_absence_of_any_name_fits_the_ledger():
    absent = ExpectedArrival("202510060030", "岗" * 40, "名" * 60, "", T)
    assert len(absent.item) <= ITEM_LENGTH
