"""The four acts on an alarm, each journalled, none for another."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest

from safetydesk.domain.access import Permission
from safetydesk.domain.alarm_state import ActKind
from safetydesk.domain.errors import AccessDenied, NotFound, RuleViolation
from safetydesk.domain.log import EntryDraft, EntryKind
from safetydesk.domain.reminder import AlarmLevel, Note
from safetydesk.services.log import LogService
from safetydesk.services.log_writing import append_entry
from safetydesk.services.reminder_writing import represent
from safetydesk.services.views_frame import AlarmAct
from safetydesk.services.views_frame import AlarmState as Standing
from tests.helpers.duty_state import a_report

REPORT = "incident:18:SD2"


def kinds(transactions, item=REPORT):
    with transactions.read() as uow:
        return [act.kind for act in uow.reminders.acts([item], 0)]


def test_seen_first_and_sent_afterwards_goes_by_itself(desk, source, clock, staff):
    clock.advance(minutes=61)
    desk.raise_due()
    desk.acknowledge(staff.officer, REPORT)
    source.done(REPORT)
    desk.raise_due()
    assert desk.active(clock.now()) == []


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
    assert desk.raise_due().next_at == until
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


def test_the_mute_has_the_level_of_what_is_heard_and_not_of_what_was_seen(
    desk, source, clock, staff
):
    clock.advance(minutes=60)
    source.put(a_report(clock.now(), 300, item="incident:19:N05"))
    desk.raise_due()
    desk.acknowledge(staff.officer, REPORT)
    desk.mute(staff.officer)
    assert desk.mute_at(clock.now()).level is AlarmLevel.LOW


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
    with transactions.act(staff.deputy, Permission.HANDOVER_TAKE_PART) as act:
        represent(act)
    after = desk.active(clock.now())
    assert len(after) == 2
    assert all(a.calls for a in after)
    assert all(a.presentation != before[a.item] for a in after)


def test_who_takes_over_is_not_deaf_by_the_mute_of_who_went(desk, clock, staff, transactions):
    desk.raise_due()
    desk.mute(staff.officer)
    with transactions.act(staff.deputy, Permission.HANDOVER_TAKE_PART) as act:
        represent(act)
    assert desk.mute_at(clock.now()) is None


def test_nobody_but_a_signed_in_person_with_the_right_acts(desk, staff, clock):
    desk.raise_due()
    with pytest.raises(AccessDenied):
        desk.acknowledge(staff.people.system(), REPORT)
    with pytest.raises(AccessDenied):
        desk.acknowledge(staff.supervisor, REPORT)
    with pytest.raises(NotFound):
        desk.acknowledge(staff.officer, "incident:99")
    assert desk.active(clock.now())[0].calls


def test_the_next_look_is_the_nearest_rung_or_the_end_of_an_acknowledgement(desk, clock, staff):
    start = clock.now()
    desk.raise_due()
    assert desk.raise_due().next_at == start + timedelta(minutes=30)
    desk.acknowledge(staff.officer, REPORT)
    assert desk.raise_due().next_at == start + timedelta(minutes=15)


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


def wrong_by(clock, desk, **length):
    """The wall clock is put otherwise, and the desk looks."""
    clock.step(**length)
    desk.raise_due()


def test_an_acknowledgement_of_a_clock_put_wrong_silences_nothing_once_it_is_right(
    desk, clock, staff
):
    wrong_by(clock, desk, days=3)
    desk.acknowledge(staff.officer, REPORT)
    desk.mute(staff.officer)
    wrong_by(clock, desk, days=-3)
    assert desk.active(clock.now())[0].calls
    assert desk.mute_at(clock.now()) is None
    desk.acknowledge(staff.officer, REPORT)
    clock.advance(minutes=61)
    desk.raise_due()
    assert desk.active(clock.now())[0].calls


def test_a_shelf_does_not_grow_when_the_clock_is_put_back(desk, source, clock, staff):
    clock.advance(minutes=50)
    desk.raise_due()
    desk.shelve(staff.officer, REPORT, clock.now() + timedelta(minutes=10), "等签")
    wrong_by(clock, desk, seconds=-30)
    assert not desk.active(clock.now())[0].calls, "the clocks of two desks may differ a little"
    wrong_by(clock, desk, hours=-8)
    assert desk.active(clock.now())[0].calls
