"""Reminders on a real database: written before shown, once, back after a restart, four acts."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest

from safetydesk.domain.access import Permission
from safetydesk.domain.alarm_state import ActKind
from safetydesk.domain.changes import Topic
from safetydesk.domain.errors import AccessDenied, NotFound, RuleViolation
from safetydesk.domain.log import EntryDraft, EntryKind
from safetydesk.domain.reminder import AlarmLevel, DutyKind, Note, Stage, Turnover
from safetydesk.services.heartbeats import HeartbeatService
from safetydesk.services.log import LogService
from safetydesk.services.log_writing import append_entry
from safetydesk.services.reminder_book import read_book
from safetydesk.services.reminder_writing import represent
from safetydesk.services.reminders import ReminderService
from safetydesk.services.transaction import Transactions
from safetydesk.services.views_frame import AlarmAct
from safetydesk.services.views_frame import AlarmState as Standing
from tests.helpers.duty_state import LEADER, SimpleSource, a_report
from tests.helpers.office import small_office

REPORT = "incident:18:SD2"


@pytest.fixture
def staff(transactions):
    return small_office(transactions)


@pytest.fixture
def source(clock):
    made = SimpleSource()
    made.put(a_report(clock.now()))
    return made


@pytest.fixture
def shift(transactions, staff, clock):
    with transactions.database.write() as uow:
        opened = uow.shifts.open(
            {
                "number": "2025-279",
                "planned_from": clock.now(),
                "planned_to": clock.now() + timedelta(hours=24),
                "opened_at": clock.now(),
            }
        )
        uow.commit()
    return opened


@pytest.fixture
def desk(transactions, source, shift):
    return ReminderService(transactions, source, desk="第一席")


def row_count(transactions):
    with transactions.read() as uow:
        return len(uow.reminders.of_items([REPORT]))


def kinds(transactions, item=REPORT):
    with transactions.read() as uow:
        return [act.kind for act in uow.reminders.acts([item], 0)]


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


def desk_changes(transactions):
    return HeartbeatService(transactions, desk="x").last_change()


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


def test_seen_first_and_sent_afterwards_goes_by_itself(desk, source, clock, staff):
    clock.advance(minutes=61)
    desk.raise_due()
    desk.acknowledge(staff.officer, REPORT)
    source.done(REPORT)
    desk.raise_due()
    assert desk.active(clock.now()) == []


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


def test_escalation_undoes_the_acknowledgement(desk, clock, staff):
    clock.advance(minutes=48)
    desk.raise_due()
    desk.acknowledge(staff.officer, REPORT)
    clock.advance(minutes=12)
    (alarm,) = desk.raise_due().value
    assert alarm.level is AlarmLevel.TOP
    assert alarm.calls


def test_an_acknowledgement_lapses_after_fifteen_minutes_and_is_journalled(
    desk, clock, staff, transactions
):
    clock.advance(minutes=60)
    desk.raise_due()
    desk.acknowledge(staff.officer, REPORT)
    clock.advance(minutes=5)
    assert desk.raise_due().value == ()
    clock.advance(minutes=10)
    (alarm,) = desk.raise_due().value
    assert alarm.state.lapsed.by == "黄志强"
    assert ActKind.EXPIRED in kinds(transactions)


def test_an_alarm_seen_at_a_lower_level_than_it_has_now_is_not_acknowledged(desk, clock, staff):
    clock.advance(minutes=60)
    desk.raise_due()
    with pytest.raises(RuleViolation, match="graver_now"):
        desk.acknowledge(staff.officer, REPORT, seen_level=2)


def test_shelving_hides_for_a_time_and_comes_back(desk, clock, staff, transactions):
    clock.advance(minutes=50)
    desk.raise_due()
    until = clock.now() + timedelta(minutes=8)
    desk.shelve(staff.officer, REPORT, until, "王局正在签")
    view = desk.overview(clock.now())
    assert view.shelved == 1
    assert view.alarms[0].state is Standing.SHELVED
    assert desk.next_look(clock.now()) == until
    clock.advance(minutes=8)
    assert [a.item for a in desk.raise_due().value] == [REPORT]
    assert kinds(transactions) == [ActKind.SHELVED, ActKind.UNSHELVED]


def test_the_gravest_level_cannot_be_shelved_and_the_middle_one_only_for_half_an_hour(
    desk, clock, staff
):
    clock.advance(minutes=50)
    desk.raise_due()
    with pytest.raises(RuleViolation, match="shelf_too_long"):
        desk.shelve(staff.officer, REPORT, clock.now() + timedelta(minutes=31), "等签")
    clock.advance(minutes=10)
    desk.raise_due()
    with pytest.raises(RuleViolation, match="shelf_level"):
        desk.shelve(staff.officer, REPORT, clock.now() + timedelta(minutes=1), "等签")
    assert AlarmAct.SHELVE not in desk.overview(clock.now()).alarms[0].acts


def test_a_duty_with_a_fact_of_its_own_cannot_be_closed_by_hand(desk, staff):
    desk.raise_due()
    with pytest.raises(RuleViolation, match="ends_by_fact"):
        desk.close(staff.officer, REPORT, "已报")


def test_a_note_is_closed_with_its_evidence_and_does_not_come_back(desk, source, clock, staff):
    source.facts = replace(source.facts, notes=(Note("7", clock.now(), "视频轮巡", "主班"),))
    desk.raise_due()
    with pytest.raises(RuleViolation, match="no_evidence"):
        desk.close(staff.officer, "note:7", " ")
    desk.close(staff.officer, "note:7", "已巡，无异常")
    assert desk.raise_due().value == ()
    assert "note:7" not in {a.item for a in desk.active(clock.now())}
    source.facts = replace(
        source.facts, notes=(Note("7", clock.now() + timedelta(hours=1), "视频轮巡", "主班"),)
    )
    clock.advance(hours=1)
    assert "note:7" in {a.item for a in desk.raise_due().value}


def test_the_mute_ends_with_a_new_alarm_of_the_same_level(desk, source, clock, staff, transactions):
    clock.advance(minutes=60)
    desk.raise_due()
    desk.mute(staff.officer)
    assert desk.mute_at(clock.now()).by == "黄志强"
    clock.advance(minutes=5)
    desk.raise_due()
    assert desk.mute_at(clock.now()), "the repetition is what was muted"
    source.put(a_report(clock.now(), 0, item="incident:19:N10"))
    desk.raise_due()
    assert desk.mute_at(clock.now()) is None
    assert kinds(transactions, "*") == [ActKind.MUTED, ActKind.UNMUTED]


def test_the_mute_is_no_acknowledgement_and_ends_by_time_or_by_hand(desk, clock, staff):
    desk.raise_due()
    desk.mute(staff.officer, timedelta(minutes=3))
    assert desk.active(clock.now())[0].calls
    clock.advance(minutes=3)
    assert desk.mute_at(clock.now()) is None
    desk.mute(staff.officer)
    desk.unmute(staff.officer)
    assert desk.mute_at(clock.now()) is None
    with pytest.raises(RuleViolation):
        desk.mute(staff.officer, timedelta(minutes=11))


def test_the_handover_presents_everything_anew(desk, source, clock, staff, transactions):
    source.put(a_report(clock.now(), 300, item="incident:19:N05"))
    clock.advance(minutes=50)
    desk.raise_due()
    desk.acknowledge(staff.officer, REPORT)
    desk.shelve(staff.officer, "incident:19:N05", clock.now() + timedelta(hours=2), "等结果")
    before = {a.item: a.presentation for a in desk.active(clock.now())}
    assert desk.represent_all(staff.deputy, "2025-279").value == 2
    after = desk.active(clock.now())
    assert all(a.calls for a in after)
    assert all(a.presentation != before[a.item] for a in after)


def test_nobody_but_a_signed_in_person_with_the_right_acts(desk, staff, clock):
    desk.raise_due()
    with pytest.raises(AccessDenied):
        desk.acknowledge(staff.people.system(), REPORT)
    with pytest.raises(AccessDenied):
        desk.acknowledge(staff.supervisor, REPORT)
    with pytest.raises(NotFound):
        desk.acknowledge(staff.officer, "incident:99")
    assert desk.active(clock.now())[0].calls


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


def test_the_next_look_is_the_nearest_rung_or_the_end_of_an_acknowledgement(desk, clock, staff):
    start = clock.now()
    desk.raise_due()
    assert desk.next_look(start) == start + timedelta(minutes=30)
    desk.acknowledge(staff.officer, REPORT)
    assert desk.next_look(start) == start + timedelta(minutes=15)


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


def test_a_handover_and_an_escalation_at_the_same_moment_do_not_block_each_other(
    desk, transactions, source, clock, staff
):
    desk.raise_due()
    together = threading.Barrier(2)

    def hand_over(number):
        together.wait(10)
        with transactions.act(staff.deputy, Permission.HANDOVER_TAKE_PART) as act:
            append_entry(act, EntryDraft(EntryKind.HANDOVER, f"交接完毕{number}"))
            represent(act)

    def escalate(number):
        source.put(a_report(clock.now(), 0, item=f"incident:{number}"))
        together.wait(10)
        desk.raise_due()

    with ThreadPoolExecutor(2) as pool:
        for number in range(8):
            for done in [pool.submit(hand_over, number), pool.submit(escalate, number)]:
                done.result(20)
            assert all(alarm.calls for alarm in desk.active(clock.now()))
    assert LogService(transactions).verify().holds
