"""Reminders on a real database: written before shown, once, back after a restart."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest

from safetydesk.domain.alarm_state import ActKind
from safetydesk.domain.changes import Topic
from safetydesk.domain.errors import RuleViolation
from safetydesk.domain.reminder import AlarmLevel, DutyKind, Stage, Turnover
from safetydesk.services.heartbeats import HeartbeatService
from safetydesk.services.log import LogService
from safetydesk.services.reminder_book import read_book
from safetydesk.services.reminders import ReminderService
from safetydesk.services.transaction import Transactions
from tests.helpers.duty_state import LEADER, a_report

REPORT = "incident:18:SD2"


def row_count(transactions):
    with transactions.read() as uow:
        return len(uow.reminders.of_items([REPORT]))


def kinds(transactions, item=REPORT):
    with transactions.read() as uow:
        return [act.kind for act in uow.reminders.acts([item], 0)]


def desk_changes(transactions):
    return HeartbeatService(transactions, desk="x").last_change()


def test_what_is_due_is_in_the_ledger_before_it_is_shown(desk, transactions, clock):
    raised = desk.raise_due()
    assert [a.stage for a in raised.value] == [Stage.CREATED]
    assert raised.changes.touches(Topic.REMINDERS)
    assert row_count(transactions) == 1
    (shown,) = desk.active(clock.now())
    assert (shown.title, shown.to_whom, shown.level) == ("首报", "省安委办", AlarmLevel.LOW)


def test_asking_again_raises_nothing_and_writes_nothing(desk, transactions, clock):
    desk.raise_due()
    before = desk_changes(transactions)
    assert desk.raise_due().value == ()
    assert not desk.raise_due().changes
    assert desk_changes(transactions) == before


def test_a_restart_between_raising_and_showing_shows_the_alarm_once(
    desk, transactions, source, clock
):
    desk.raise_due()
    again = ReminderService(Transactions(transactions.database, clock), source, desk="第一席")
    assert again.raise_due().value == ()
    (shown,) = again.active(clock.now())
    assert shown.calls
    assert row_count(transactions) == 1


def test_two_desks_on_one_database_raise_one_row_and_acknowledge_once(
    desk, transactions, source, clock, staff
):
    other = ReminderService(transactions, source, desk="第二席")
    desk.raise_due()
    other.raise_due()
    assert row_count(transactions) == 1
    desk.acknowledge(staff.officer, REPORT)
    with pytest.raises(RuleViolation) as refusal:
        other.acknowledge(staff.deputy, REPORT)
    assert refusal.value.fields["by"] == "黄志强"
    assert kinds(transactions) == [ActKind.ACKNOWLEDGED]


def test_desks_that_raise_at_the_same_moment_do_not_double_anything(
    desk, transactions, source, clock
):
    source.put(*(a_report(clock.now(), 0, item=f"matter:{n}") for n in range(20)))
    desks = [ReminderService(transactions, source, desk=name) for name in ("第一席", "第二席")]
    together = threading.Barrier(len(desks))

    def raise_due(service):
        together.wait(10)
        return service.raise_due().value

    with ThreadPoolExecutor(len(desks)) as pool:
        raised = [alarm.item for told in pool.map(raise_due, desks) for alarm in told]
    assert len(raised) == len(set(raised)) == 21
    with transactions.read() as uow:
        assert len(uow.reminders.of_items(raised)) == 21


def test_after_hours_of_sleep_everything_missed_of_an_item_comes_as_one(desk, clock):
    clock.advance(hours=9)
    (alarm,) = desk.raise_due().value
    assert alarm.level is AlarmLevel.TOP
    assert alarm.guidance.number == "曾慧 19900000006"
    assert len(desk.active(clock.now())) == 1


def test_an_overdue_report_leaves_one_machine_line_in_the_log(desk, transactions, clock):
    desk.raise_due()
    for _ in range(5):
        clock.advance(minutes=25)
        desk.raise_due()
    log = LogService(transactions)
    lines = [e for e in log.newest(50) if e.machine]
    assert len(lines) == 1
    assert "曾慧 19900000006" in lines[0].text
    assert log.verify().holds


def test_the_report_sent_clears_and_the_alarm_goes_when_it_was_seen(
    desk, source, clock, staff, transactions
):
    clock.advance(minutes=61)
    desk.raise_due()
    source.done(REPORT)
    desk.raise_due()
    (left,) = desk.active(clock.now())
    assert left.state.is_cleared
    assert not left.state.sounds
    desk.acknowledge(staff.officer, REPORT)
    assert desk.active(clock.now()) == []
    assert kinds(transactions) == [ActKind.CLEARED, ActKind.ACKNOWLEDGED, ActKind.SETTLED]


def test_a_report_withdrawn_comes_back(desk, source, clock, transactions):
    desk.raise_due()
    source.done(REPORT)
    desk.raise_due()
    assert desk.active(clock.now()) == []
    source.undone(REPORT)
    (back,) = desk.raise_due().value
    assert back.stage is Stage.RETURNED
    assert desk.raise_due().value == ()
    assert len(desk.active(clock.now())) == 1


def test_a_due_time_moved_there_and_back_shows_the_right_one(desk, source, clock):
    desk.raise_due()
    start = clock.now()
    source.put(a_report(start, 90))
    assert desk.raise_due().value[0].due_at == start + timedelta(minutes=90)
    source.put(a_report(start, 60))
    assert desk.raise_due().value[0].due_at == start + timedelta(minutes=60)
    assert [a.due_at for a in desk.active(clock.now())] == [start + timedelta(minutes=60)]


def test_the_list_is_ordered_by_level_and_then_by_time(desk, source, clock):
    now = clock.now()
    source.put(
        a_report(now, 55, item="b", legal=False, kind=DutyKind.MATTER),
        a_report(now, 30, item="c"),
        a_report(now, 59, item="d"),
        a_report(now, 300, item="a"),
    )
    clock.advance(minutes=59)
    desk.raise_due()
    assert [a.item for a in desk.active(clock.now())] == ["c", "d", "b", REPORT, "a"]


def test_what_comes_leaves_out_what_is_on_the_list(desk, source, clock):
    turnover = Turnover("2025-279", clock.now() + timedelta(hours=2), ("黄志强",), ("吴昊",))
    source.facts = replace(source.facts, turnovers=(turnover,))
    source.put(a_report(clock.now() + timedelta(hours=1), 60, item="later"))
    desk.raise_due()
    assert [u.title for u in desk.upcoming(clock.now(), 4)] == [
        "交接准备",
        "接班人到岗",
        "交接班时间到",
        "首报",
    ]
    view = desk.overview(clock.now())
    assert len(view.soon) == 4
    assert (view.raised_this_shift, view.settled_this_shift) == (1, 0)
    assert view.alarms[0].response == "已报送"


def test_a_clock_set_back_takes_nothing_away_and_raises_nothing_twice(desk, transactions, clock):
    clock.advance(minutes=50)
    desk.raise_due()
    rows = row_count(transactions)
    clock.step(hours=-2)
    assert desk.raise_due().value == ()
    assert len(desk.active(clock.now())) == 1
    clock.step(hours=2)
    assert desk.raise_due().value == ()
    assert row_count(transactions) == rows


def test_five_hundred_due_at_once_are_raised_together(desk, source, clock):
    source.put(*(a_report(clock.now(), 0, item=f"matter:{n}") for n in range(500)))
    raised = desk.raise_due().value
    assert len(raised) == 501
    assert [a.item for a in raised] == [a.item for a in desk.active(clock.now())]


def test_the_open_pages_do_not_grow_with_history(desk, source, clock, transactions):
    for n in range(20):
        source.put(a_report(clock.now(), 60, item=f"matter:{n}"))
        desk.raise_due()
        source.done(f"matter:{n}")
        desk.raise_due()
    source.done(REPORT)
    desk.raise_due()
    desk.active(clock.now())
    with transactions.read() as uow:
        assert read_book(uow).pages == {}
        assert read_book(uow).floor == uow.reminders.newest_id() + 1


def test_a_title_from_outside_comes_back_as_typed(desk, source, clock):
    words = "'; DROP TABLE reminder; -- <b>死亡<3人>"
    source.put(a_report(clock.now(), item="x", title=words))
    desk.raise_due()
    assert words in {a.title for a in desk.active(clock.now())}


def test_a_beat_is_kept_with_the_highest_reading_of_the_clock(transactions, clock):
    beats = HeartbeatService(transactions, desk="第一席")
    assert beats.clock_behind() is None
    beats.write()
    clock.step(minutes=-5)
    beats.write()
    assert beats.clock_behind() == timedelta(minutes=5)
    (mark,) = beats.all()
    assert mark.beat_at == clock.now()


def test_the_leader_of_the_source_is_the_one_who_is_called(desk, source, clock):
    source.facts = replace(source.facts, leader=replace(LEADER, number=""))
    clock.advance(minutes=60)
    (alarm,) = desk.raise_due().value
    assert alarm.guidance.lead.startswith("无人可通知")
