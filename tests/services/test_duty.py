"""The duty plan in the database: who is on, the month, imports, changes and presence."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from safetydesk.domain.duty_resolution import resolve
from safetydesk.domain.errors import AccessDenied, RuleViolation
from safetydesk.domain.roster_sheet import (
    RosterAssignment,
    RosterLayout,
    RosterPost,
    RosterReading,
)
from safetydesk.domain.sheet_findings import Finding, FindingCode, Severity
from safetydesk.domain.spans import Span
from safetydesk.services.duty import DutyService
from safetydesk.services.duty_planning import plan_of
from safetydesk.services.duty_state import OfficeDutyState
from safetydesk.services.reminders import ReminderService
from safetydesk.services.shifts import ShiftService
from safetydesk.services.views_duty import ChangeRequest
from tests.helpers.office import small_office

SIXTH = datetime(2025, 10, 6, 0, 30, tzinfo=UTC)
SEVENTH = SIXTH + timedelta(days=1)


@pytest.fixture
def staff(transactions):
    return small_office(transactions)


@pytest.fixture
def duty(transactions):
    return DutyService(transactions)


@pytest.fixture
def shifts(transactions):
    return ShiftService(transactions)


def a_reading(*rows):
    return RosterReading(
        RosterLayout.DAILY_TABLE,
        "2025年10月值班安排表",
        tuple(RosterAssignment(day, post, person, "表!B4") for day, post, person in rows),
    )


@pytest.fixture
def october(duty, staff):
    rows = [
        (date(2025, 10, day), post, name)
        for day in (5, 6, 7)
        for post, name in (
            (RosterPost.LEADER, "曾慧"),
            (RosterPost.PRIMARY, "黄志强"),
            (RosterPost.DEPUTY, "何佳"),
        )
    ]
    draft = duty.draft(a_reading(*rows))
    return duty.apply(staff.supervisor, draft, file_name="十月.xlsx", sha256="0" * 64).value


def test_an_applied_roster_says_who_is_on_duty(duty, october):
    on = duty.who(SIXTH)
    assert [(view.label, view.name) for view in on] == [
        ("带班领导", "曾慧"),
        ("主班", "黄志强"),
        ("副班", "何佳"),
    ]
    assert on[1].mobile == "19900000021"


def test_a_name_the_office_does_not_know_is_listed_with_its_cell(duty, staff):
    draft = duty.draft(a_reading((date(2025, 10, 6), RosterPost.DRIVER, "无名氏")))
    assert draft.turns == ()
    assert draft.unmatched == (("无名氏", "表!B4"),)


def test_an_empty_roster_is_refused_and_changes_nothing(duty, staff):
    draft = duty.draft(a_reading())
    with pytest.raises(RuleViolation):
        duty.apply(staff.supervisor, draft, file_name="空.xlsx", sha256="0" * 64)
    assert duty.who(SIXTH) == []


def test_only_a_supervisor_may_apply_a_roster(duty, staff):
    draft = duty.draft(a_reading((date(2025, 10, 6), RosterPost.PRIMARY, "黄志强")))
    with pytest.raises(AccessDenied):
        duty.apply(staff.officer, draft, file_name="十月.xlsx", sha256="0" * 64)


def test_an_import_is_undone_as_one_step(duty, staff, october):
    assert duty.undo_import(staff.supervisor).value == "十月.xlsx"
    assert duty.who(SIXTH) == []
    with pytest.raises(RuleViolation):
        duty.undo_import(staff.supervisor)


def test_the_month_has_a_row_a_day_and_names_gaps(duty, october):
    month = duty.month(2025, 10)
    assert len(month.days) == 31
    sixth = month.days[5]
    assert [[cell.name for cell in cells] for cells in sixth.cells] == [
        ["曾慧"],
        ["黄志强"],
        ["何佳"],
        [],
        [],
    ]
    assert sixth.gaps == frozenset({"standby", "driver"})


def test_a_replacement_serves_from_its_minute_on(duty, staff, october):
    one = SIXTH + timedelta(hours=4, minutes=30)
    duty.change(
        staff.officer,
        ChangeRequest(
            "replace",
            "deputy",
            one,
            SEVENTH,
            person_id=staff.deputy.person_id,
            by_id=staff.supervisor.person_id,
            reason="家人急病",
            approved_by="曾慧",
        ),
    )
    before, after = duty.who(one - timedelta(minutes=1)), duty.who(one)
    assert [v.name for v in before if v.post == "deputy"] == ["何佳"]
    assert [v.name for v in after if v.post == "deputy"] == ["王伟"]


def test_a_replacement_of_somebody_not_on_duty_is_refused(duty, staff, october):
    request = ChangeRequest(
        "replace",
        "driver",
        SIXTH,
        SEVENTH,
        person_id=staff.deputy.person_id,
        by_id=staff.officer.person_id,
    )
    with pytest.raises(RuleViolation) as refused:
        duty.change(staff.officer, request)
    assert refused.value.code == "duty.change_without_effect"
    assert len(duty.who(SIXTH)) == 3


def test_a_withdrawn_change_has_no_effect(duty, staff, october):
    change = ChangeRequest("add", "standby", SIXTH, SEVENTH, by_id=staff.supervisor.person_id)
    change_id = duty.change(staff.officer, change).value
    assert any(v.post == "standby" for v in duty.who(SIXTH))
    duty.withdraw_change(staff.officer, change_id)
    assert not any(v.post == "standby" for v in duty.who(SIXTH))


def test_signing_in_twice_on_one_post_is_refused(duty, staff, october):
    duty.check_in(staff.officer, staff.officer.person_id, "primary")
    with pytest.raises(RuleViolation):
        duty.check_in(staff.officer, staff.officer.person_id, "primary")


def test_the_attendance_list_shows_planned_against_actual(duty, shifts, staff, october, clock):
    clock.to("2025-10-06T08:20:00+08:00")
    duty.check_in(staff.officer, staff.officer.person_id, "primary")
    clock.to("2025-10-06T08:41:00+08:00")
    shifts.open_first(staff.officer)
    duty.check_in(staff.officer, staff.deputy.person_id, "deputy")
    clock.to("2025-10-07T08:43:00+08:00")
    duty.check_out(staff.officer, staff.officer.person_id)
    shift = shifts.of_day(date(2025, 10, 6))
    primary, deputy = shift.of("primary")[0], shift.of("deputy")[0]
    assert primary.actual_from == datetime(2025, 10, 6, 0, 20, tzinfo=UTC)
    assert primary.actual_to == clock.now()
    assert deputy.flag == "接班迟到11分钟"
    assert shift.of("leader")[0].actual_from is None


def test_a_stand_in_and_the_one_replaced_both_stay_on_the_list(duty, shifts, staff, october, clock):
    clock.to("2025-10-06T09:00:00+08:00")
    shifts.open_first(staff.officer)
    one = SIXTH + timedelta(hours=4, minutes=30)
    request = ChangeRequest(
        "replace",
        "deputy",
        one,
        SEVENTH,
        person_id=staff.deputy.person_id,
        by_id=staff.supervisor.person_id,
    )
    duty.change(staff.officer, request)
    deputies = shifts.of_day(date(2025, 10, 6)).of("deputy")
    assert [(view.name, view.flag) for view in deputies] == [
        ("何佳", "替班离岗（已批准）"),
        ("王伟", "替班"),
    ]


def test_a_second_first_shift_is_refused(shifts, staff):
    shifts.open_first(staff.officer)
    with pytest.raises(RuleViolation):
        shifts.open_first(staff.officer)


def test_a_post_left_out_on_purpose_makes_no_gap_of_these_days(duty, staff):
    first, second = date(2025, 10, 5), date(2025, 10, 6)
    reading = RosterReading(
        RosterLayout.DAILY_TABLE,
        "值班表",
        (
            RosterAssignment(first, RosterPost.PRIMARY, "黄志强", "表!B2"),
            RosterAssignment(second, RosterPost.PRIMARY, "黄志强", "表!B3"),
            RosterAssignment(second, RosterPost.STANDBY, "何佳", "表!E3"),
        ),
    )
    draft = duty.draft(reading)
    assert draft.loose == {"standby"}
    duty.apply(staff.supervisor, draft, file_name="x.xlsx", sha256="0" * 64)
    days = duty.days(first, second).days
    assert ["standby" in day.gaps for day in days] == [False, False]


def test_a_post_that_was_forgotten_stays_a_gap(duty, staff):
    first, second = date(2025, 10, 5), date(2025, 10, 6)
    rows = (
        RosterAssignment(first, RosterPost.PRIMARY, "黄志强", "表!B2"),
        RosterAssignment(second, RosterPost.PRIMARY, "黄志强", "表!B3"),
        RosterAssignment(second, RosterPost.DEPUTY, "何佳", "表!C3"),
    )
    blank = Finding(FindingCode.EMPTY_POST, Severity.ERROR, "表!C2", day=first)
    draft = duty.draft(RosterReading(RosterLayout.DAILY_TABLE, "值班表", rows, (blank,)))
    assert draft.loose == frozenset()
    duty.apply(staff.supervisor, draft, file_name="x.xlsx", sha256="0" * 64)
    days = duty.days(first, second).days
    assert ["deputy" in day.gaps for day in days] == [True, False]


def arrivals(transactions, clock):
    with transactions.read() as uow:
        found = OfficeDutyState().state(uow, clock.now()).arrivals
    return {(a.person, a.left): a.arrived for a in found}


def came_and_went(duty, staff, clock, *times, note=""):
    """黄志强 comes and leaves as the primary, in turns."""
    for time in times:
        clock.to(f"2025-10-06T{time}:00+08:00")
        if duty.present():
            duty.check_out(staff.officer, staff.officer.person_id, "primary", note=note)
        else:
            duty.check_in(staff.officer, staff.officer.person_id, "primary")


def primary(shifts):
    (found,) = shifts.of_day(date(2025, 10, 6)).of("primary")
    return found


def test_leaving_and_coming_back_is_one_row_that_says_how_long(duty, shifts, staff, october, clock):
    came_and_went(duty, staff, clock, "08:20")
    clock.to("2025-10-06T08:40:00+08:00")
    shifts.open_first(staff.officer)
    came_and_went(duty, staff, clock, "10:00", "10:45")
    row = primary(shifts)
    assert (row.actual_from, row.actual_to) == (datetime(2025, 10, 6, 0, 20, tzinfo=UTC), None)
    assert row.flag == "脱岗45分钟"


@pytest.mark.parametrize(
    ("times", "note", "flag"),
    [
        (("08:30", "11:00", "11:09"), "", ""),
        (("08:30", "11:00", "11:30"), "区委送件", "离岗30分钟（区委送件）"),
        (("08:36", "11:00"), "", "接班迟到6分钟；11:00起脱岗"),
        (("08:30", "11:00", "12:00", "13:00", "13:30"), "", "脱岗60分钟；脱岗30分钟"),
    ],
)
def test_what_is_remarkable_about_coming_and_going(
    duty, shifts, staff, october, clock, times, note, flag
):
    clock.to("2025-10-06T08:30:00+08:00")
    shifts.open_first(staff.officer)
    came_and_went(duty, staff, clock, *times, note=note)
    assert primary(shifts).flag == flag


def test_leaving_shortly_before_the_end_is_being_relieved(duty, shifts, staff, october, clock):
    clock.to("2025-10-06T08:30:00+08:00")
    shifts.open_first(staff.officer)
    came_and_went(duty, staff, clock, "08:30")
    clock.to("2025-10-07T08:05:00+08:00")
    duty.check_out(staff.officer, staff.officer.person_id, "primary")
    assert primary(shifts).flag == ""


def test_whoever_was_replaced_is_not_missed_and_whoever_stands_in_is(
    duty, staff, october, clock, transactions
):
    request = ChangeRequest(
        "replace",
        "deputy",
        SIXTH,
        SEVENTH,
        person_id=staff.deputy.person_id,
        by_id=staff.supervisor.person_id,
    )
    duty.change(staff.officer, request)
    clock.to("2025-10-06T08:41:00+08:00")
    assert arrivals(transactions, clock) == {
        ("曾慧", False): False,
        ("黄志强", False): False,
        ("王伟", False): False,
    }


def test_whoever_leaves_without_a_word_is_missed_until_the_return(
    duty, staff, october, clock, transactions
):
    came_and_went(duty, staff, clock, "08:20", "09:00")
    assert arrivals(transactions, clock)["黄志强", True] is False
    came_and_went(duty, staff, clock, "09:30")
    assert arrivals(transactions, clock)["黄志强", True] is True


def test_a_no_show_leaves_one_machine_line_in_the_log(
    duty, shifts, staff, october, clock, transactions
):
    reminders = ReminderService(transactions, OfficeDutyState())
    clock.to("2025-10-06T08:30:00+08:00")
    shifts.open_first(staff.officer)
    duty.check_in(staff.officer, staff.officer.person_id, "primary")
    duty.check_in(staff.leader, staff.leader.person_id, "leader")
    for time in ("08:39", "08:40", "08:45"):
        clock.to(f"2025-10-06T{time}:00+08:00")
        reminders.raise_due()
    with transactions.read() as uow:
        lines = [e.text for e in uow.log.newest(9, machine=True) if e.text.startswith("漏岗")]
    assert lines == ["漏岗：副班何佳应于08:30到岗，过十分钟未签到"]


def test_what_was_served_comes_from_the_sign_ins(duty, staff, october, clock, transactions):
    came_and_went(duty, staff, clock, "08:30", "12:00", "13:00")
    clock.to("2025-10-07T08:30:00+08:00")
    duty.check_out(staff.officer, staff.officer.person_id, "primary")
    day = Span(SIXTH, SEVENTH)
    with transactions.read() as uow:
        spans = resolve(plan_of(uow, day, clock.now())).spans
    served = [(s.start.hour, s.end.hour) for s in spans if s.post == "primary"]
    assert served == [(0, 4), (5, 0)]
