"""Each kind of duty reaches the ladder from the office's own records, and each act its journal."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from safetydesk.domain.changes import Topic
from safetydesk.domain.matter import MatterStepKind
from safetydesk.domain.reminder import Stage
from safetydesk.domain.roster_sheet import (
    RosterAssignment,
    RosterLayout,
    RosterPost,
    RosterReading,
)
from safetydesk.domain.swap import SwapKind
from safetydesk.services.duty import DutyService
from safetydesk.services.duty_state import OfficeDutyState
from safetydesk.services.matter_writing import NewMatter, Step
from safetydesk.services.matters import MatterService
from safetydesk.services.reminders import ReminderService
from safetydesk.services.routines import RoutineService
from safetydesk.services.swaps import SwapService
from safetydesk.services.views_swaps import SwapRequest
from tests.helpers.desk_day import moment
from tests.helpers.office import id_of


@pytest.fixture
def database(sqlite_database):
    return sqlite_database


@pytest.fixture
def office_desk(transactions, shift, clock):
    clock.to(moment("09:00"))
    return ReminderService(transactions, OfficeDutyState(), desk="第一席")


@pytest.fixture
def planned(transactions, staff):
    """黄志强 and 何佳 each day of the week to come."""
    duty = DutyService(transactions)
    made = tuple(
        RosterAssignment(date(2025, 10, day), post, name, "表!B4")
        for day in range(6, 20)
        for post, name in ((RosterPost.PRIMARY, "黄志强"), (RosterPost.DEPUTY, "何佳"))
    )
    draft = duty.draft(RosterReading(RosterLayout.DAILY_TABLE, "十月值班表", made))
    duty.apply(staff.supervisor, draft, file_name="十月.xlsx", sha256="0" * 64)


def titles(desk, clock):
    desk.raise_due()
    return [alarm.title for alarm in desk.active(clock.now())]


def test_tomorrows_staff_is_told_the_afternoon_before_and_two_hours_before(
    office_desk, planned, clock
):
    day, hours = "通知10月7日值班人员：主班黄志强、副班何佳", "两小时后接班：主班黄志强、副班何佳"
    clock.to(moment("15:59"))
    assert not {day, hours} & set(titles(office_desk, clock))
    clock.to(moment("16:00"))
    assert day in titles(office_desk, clock)
    clock.to(moment("7T06:30"))
    assert day in titles(office_desk, clock), "by its date, as tomorrow is today by now"
    assert hours in titles(office_desk, clock)
    clock.to(moment("7T08:30"))
    assert not {day, hours} & set(titles(office_desk, clock))


def test_a_swap_without_a_taker_reminds_until_it_is_withdrawn(
    office_desk, planned, transactions, clock, staff
):
    swaps = SwapService(transactions)
    asked = swaps.ask(
        staff.officer,
        SwapRequest(
            "primary",
            id_of(staff.officer),
            moment("10T08:30"),
            moment("11T08:30"),
            kind=SwapKind.SUBSTITUTE,
        ),
    ).value
    assert "替班无人承接：主班黄志强" in titles(office_desk, clock)
    swaps.withdraw(staff.officer, asked)
    assert "替班无人承接：主班黄志强" not in titles(office_desk, clock)


def test_a_matter_with_a_term_reminds_by_its_ladder_and_until_it_is_closed(
    office_desk, transactions, clock, staff
):
    matters = MatterService(transactions)
    new = NewMatter("柳河镇危桥封闭情况反馈", "何佳", due_at=clock.now() + timedelta(hours=2))
    matter = matters.open(staff.officer, new).value
    seen: list[Stage] = []
    for _ in range(13):
        office_desk.raise_due()
        (alarm,) = [a for a in office_desk.active(clock.now()) if a.item == f"matter:{matter.id}"]
        seen += [alarm.stage] if alarm.stage not in seen else []
        clock.advance(minutes=12.5)
    assert seen == [Stage.CREATED, Stage.HALF, Stage.MOST, Stage.NEAR, Stage.DUE, Stage.OVERDUE]


def test_each_act_is_journalled_with_who_from_which_state_to_which_and_why(
    desk, transactions, clock, staff
):
    desk.raise_due()
    item = desk.active(clock.now())[0].item
    until = clock.now() + timedelta(minutes=20)
    desk.acknowledge(staff.officer, item, text="看到了")
    desk.shelve(staff.deputy, item, until, "等市局回电")
    with transactions.read() as uow:
        kept = {row["actor_name"]: row for row in uow.audit.of(Topic.REMINDERS.value, item)}
    said = [
        (name, row["before"]["state"], row["after"]["state"], row["after"]["text"])
        for name, row in kept.items()
    ]
    assert sorted(said) == [
        ("何佳", "acknowledged", "shelved", "等市局回电"),
        ("黄志强", "unacknowledged", "acknowledged", "看到了"),
    ]


def test_a_note_is_raised_after_three_days_down_and_stays_until_it_is_closed(
    office_desk, transactions, clock, staff
):
    routines = RoutineService(transactions)
    number = routines.remind(staff.officer, "叫醒司机", clock.now() + timedelta(hours=1)).value
    clock.advance(hours=73)
    assert "叫醒司机" in titles(office_desk, clock)
    clock.advance(hours=73)
    assert "叫醒司机" in titles(office_desk, clock)
    assert [note.id for note in routines.kept()] == [number]
    office_desk.close(staff.officer, f"note:{number}", "已叫醒")
    assert "叫醒司机" not in titles(office_desk, clock)
    assert routines.kept() == []


def test_whoever_did_not_come_is_missed_until_somebody_else_holds_the_post(
    office_desk, planned, transactions, clock, staff
):
    duty = DutyService(transactions)
    clock.to(moment("14:00"))
    assert "何佳未到岗" in titles(office_desk, clock), "a desk switched on late says so too"
    clock.to(moment("18:00"))
    assert "何佳未到岗" in titles(office_desk, clock)
    missed = next(a for a in office_desk.active(clock.now()) if a.title == "何佳未到岗")
    office_desk.acknowledge(staff.officer, missed.item)
    duty.check_in(staff.leader, staff.leader.person_id, "deputy")
    assert "何佳未到岗" not in titles(office_desk, clock)


def test_whoever_left_without_a_word_is_missed_to_the_end_of_the_duty(
    office_desk, planned, transactions, clock, staff
):
    duty = DutyService(transactions)
    duty.check_in(staff.officer, staff.officer.person_id, "primary")
    clock.to(moment("09:30"))
    duty.check_out(staff.officer, staff.officer.person_id, "primary")
    clock.to(moment("15:00"))
    assert "黄志强离岗未归" in titles(office_desk, clock)


def test_a_matter_sent_back_reminds_at_its_term(office_desk, transactions, clock, staff):
    matters = MatterService(transactions)
    new = NewMatter("批示反馈", "值班室", due_at=clock.now() + timedelta(hours=3))
    opened = matters.open(staff.officer, new).value
    for kind in (MatterStepKind.FEEDBACK, MatterStepKind.RETURNED):
        clock.advance(hours=1)
        matters.step(staff.officer, opened.id, Step(kind, text="数字不清"))
    clock.advance(hours=1, minutes=1)
    assert any("批示反馈" in title for title in titles(office_desk, clock))
