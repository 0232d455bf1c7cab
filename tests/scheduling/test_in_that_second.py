"""What people do between the writing of an alarm and its instant changes what comes of it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from safetydesk.domain.escalation import DEFAULT_POLICY, Step, StepKind
from safetydesk.domain.reminder import AlarmLevel, DutyKind
from safetydesk.services.escalation import EscalationService
from tests.helpers.duty_state import a_report
from tests.helpers.office import small_office
from tests.scheduling.rig import a_rig


@pytest.fixture
def database(sqlite_database):
    return sqlite_database


@pytest.fixture
def staff(transactions):
    return small_office(transactions)


@pytest.fixture
def rig(transactions, clock, staff):
    return a_rig(transactions, clock)


def failing_notice(start):
    """A duty that may be closed by hand and reminds again each half an hour."""
    return a_report(
        start,
        0,
        item="outside:1:1",
        kind=DutyKind.OUTSIDE,
        legal=False,
        closable=True,
        repeat=timedelta(minutes=30),
    )


def written_ahead(rig, clock, transactions, instant):
    """Beats up to a second before an instant; what is due then stands in the ledger."""
    clock.to(instant - timedelta(seconds=2))
    rig.beat.on_beat()
    with transactions.read() as uow:
        before = len(uow.reminders.raised_since(instant - timedelta(days=1)))
    clock.advance(seconds=1)
    rig.beat.on_beat()
    with transactions.read() as uow:
        assert len(uow.reminders.raised_since(instant - timedelta(days=1))) == before + 1


def beats(rig, clock, seconds):
    for _ in range(seconds):
        clock.advance(seconds=1)
        assert rig.beat.on_beat()


def test_what_is_closed_by_hand_stays_closed(rig, staff, transactions, clock):
    start = clock.now()
    rig.source.put(failing_notice(start))
    rig.beat.on_beat()
    written_ahead(rig, clock, transactions, start + timedelta(minutes=30))
    rig.heard.alarms.clear()
    rig.reminders.close(staff.officer, "outside:1:1", "已电话通知")
    beats(rig, clock, 40)
    assert rig.reminders.active(clock.now()) == []
    assert rig.heard.alarms == []


def test_what_is_over_and_seen_leaves_the_list_for_good(rig, staff, transactions, clock):
    start = clock.now()
    rig.source.put(failing_notice(start))
    rig.beat.on_beat()
    written_ahead(rig, clock, transactions, start + timedelta(minutes=30))
    rig.source.done("outside:1:1")
    rig.beat.facts_changed()
    rig.beat.on_beat()
    (over,) = rig.reminders.active(clock.now())
    assert over.state.is_cleared
    rig.reminders.acknowledge(staff.officer, "outside:1:1")
    beats(rig, clock, 40)
    assert rig.reminders.active(clock.now()) == []


def test_what_is_over_is_not_shown_for_the_rest_of_the_second(rig, transactions, clock):
    start = clock.now()
    rig.source.put(a_report(start))
    rig.beat.on_beat()
    written_ahead(rig, clock, transactions, start + timedelta(minutes=48))
    rig.source.done("incident:18:SD2")
    rig.beat.facts_changed()
    rig.beat.on_beat()
    assert all(alarm.state.is_listed for alarm in rig.reminders.active(clock.now()))


def test_an_alarm_is_not_told_again_before_a_graver_one_of_its_item(rig, transactions, clock):
    start = clock.now()
    rig.source.put(a_report(start))
    rig.beat.on_beat()
    written_ahead(rig, clock, transactions, start + timedelta(minutes=48))
    told = len(rig.heard.alarms)
    rig.beat.facts_changed()
    rig.beat.on_beat()
    assert len(rig.heard.alarms) == told
    beats(rig, clock, 1)
    assert [a.stage.value for a in rig.heard.alarms[-1]] == ["most"]


def test_no_leader_is_called_before_the_instant(rig, staff, transactions, clock):
    at_once = (Step(StepKind.DESK, timedelta(0)), Step(StepKind.LEADER, timedelta(0)))
    policy = {**DEFAULT_POLICY, AlarmLevel.MIDDLE: at_once}
    EscalationService(transactions).enter(staff.supervisor, policy)
    start = clock.now()
    rig.source.put(a_report(start))
    rig.beat.on_beat()
    clock.to(start + timedelta(minutes=48, seconds=-2))
    rig.beat.on_beat()
    beats(rig, clock, 1)
    with transactions.read() as uow:
        assert uow.log.newest(5) == []
    beats(rig, clock, 1)
    with transactions.read() as uow:
        (line,) = uow.log.newest(5)
    assert line.text.startswith("提醒未确认")


def test_a_mute_that_a_new_alarm_ended_does_not_come_back(rig, staff, transactions, clock):
    start = clock.now()
    rig.source.put(a_report(start, 300, item="older"), failing_notice(start + timedelta(minutes=1)))
    clock.to(start)
    rig.beat.on_beat()
    written_ahead(rig, clock, transactions, start + timedelta(minutes=1))
    rig.reminders.mute(staff.officer)
    beats(rig, clock, 2)
    assert rig.reminders.mute_at(clock.now()) is None
    rig.reminders.close(staff.officer, "outside:1:1", "已电话通知")
    beats(rig, clock, 2)
    assert rig.reminders.mute_at(clock.now()) is None


def test_a_step_of_escalation_leaves_a_row_in_the_trail(rig, transactions, clock):
    start = clock.now()
    rig.source.put(a_report(start, 100))
    rig.beat.on_beat()
    clock.to(start + timedelta(minutes=85))
    rig.beat.on_beat()
    clock.to(start + timedelta(minutes=89))
    rig.beat.on_beat()
    before = rig.heartbeats.last_change()
    clock.to(start + timedelta(minutes=90))
    rig.beat.on_beat()
    (change,) = rig.heartbeats.changes_after(before)
    assert change.topic == "reminders"
