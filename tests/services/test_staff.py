"""Staff facts are the supervisor's; absences are recorded at the desk and hit planned duties."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from safetydesk.domain.errors import AccessDenied, BadInput, NotFound, StaleVersion
from safetydesk.domain.roster_sheet import (
    RosterAssignment,
    RosterLayout,
    RosterPost,
    RosterReading,
)
from safetydesk.domain.staff import AbsenceKind
from safetydesk.services.duty import DutyService
from safetydesk.services.staff import StaffService
from safetydesk.services.views_staff import AbsenceEntry
from tests.helpers.office import small_office

SEVENTH, NINTH = date(2025, 10, 7), date(2025, 10, 9)


@pytest.fixture
def office(transactions):
    return small_office(transactions)


@pytest.fixture
def staff(transactions):
    return StaffService(transactions)


def an_absence(person, **other):
    entry = AbsenceEntry(person.person_id, AbsenceKind.ANNUAL_LEAVE.value, SEVENTH, NINTH)
    return replace(entry, **other)


def test_facts_are_written_and_a_second_editor_is_told(staff, office, transactions):
    seen = staff.person(office.supervisor, office.deputy.person_id)
    entry = replace(seen.entry, gender="女", due_on=date(2025, 12, 20), posts=("deputy", "standby"))
    staff.change(office.supervisor, seen, entry)
    again = staff.person(office.supervisor, office.deputy.person_id)
    assert again.entry == entry
    with pytest.raises(StaleVersion):
        staff.change(office.supervisor, seen, replace(entry, note="腰椎"))
    with transactions.read() as uow:
        last = uow.audit.of("people", str(office.deputy.person_id))[-1]
    assert last["after"] == {"fields": ["due_on", "gender", "posts"]}


def test_an_officer_sees_no_personal_facts(staff, office):
    with pytest.raises(AccessDenied):
        staff.everybody(office.officer)
    with pytest.raises(AccessDenied):
        staff.person(office.leader, office.deputy.person_id)


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"mobile": "12"}, "staff.bad_phone"),
        ({"joined_on": NINTH, "left_on": SEVENTH}, "staff.left_before_joined"),
    ],
)
def test_facts_that_cannot_be_are_refused(staff, office, values, code):
    seen = staff.person(office.supervisor, office.deputy.person_id)
    with pytest.raises(BadInput, match=code):
        staff.change(office.supervisor, seen, replace(seen.entry, **values))


def test_nobody_is_the_other_half_of_a_pair_of_one(staff, office):
    seen = staff.person(office.supervisor, office.deputy.person_id)
    with pytest.raises(BadInput, match="paired_with_self"):
        staff.change(office.supervisor, seen, replace(seen.entry, pair_id=seen.person_id))


def test_whole_days_of_leave_are_duty_days(staff, office):
    staff.record_absence(office.officer, an_absence(office.deputy))
    (view,) = staff.absences(office.supervisor, SEVENTH, SEVENTH)
    assert view.whole_days == (SEVENTH, NINTH)
    assert (view.name, view.kind, view.unfiled, view.entered_by) == (
        "何佳",
        "年休假",
        False,
        "黄志强",
    )
    assert view.end - view.start == timedelta(days=3)


def test_part_of_a_day_keeps_its_times(staff, office):
    staff.record_absence(
        office.officer,
        an_absence(office.deputy, last=SEVENTH, begins=time(13), ends=time(17, 30)),
    )
    (view,) = staff.absences(office.supervisor, SEVENTH, SEVENTH)
    assert view.whole_days is None
    assert view.end - view.start == timedelta(hours=4, minutes=30)


def test_a_leaders_absence_waits_for_its_filing(staff, office):
    number = staff.record_absence(
        office.officer, an_absence(office.leader, kind="外出", place="省厅")
    ).value
    (view,) = staff.absences(office.officer, SEVENTH, NINTH)
    assert (view.leader, view.unfiled) == (True, True)
    with pytest.raises(BadInput, match="filed_with_nobody"):
        staff.file_absence(office.officer, number, " ")
    staff.file_absence(office.officer, number, "市应急局")
    (view,) = staff.absences(office.officer, SEVENTH, NINTH)
    assert (view.unfiled, view.filed_with) == (False, "市应急局")


def test_personal_kinds_are_told_to_the_supervisor_only(staff, office):
    staff.record_absence(office.supervisor, an_absence(office.deputy, kind="病假", reason="手术"))
    (seen,) = staff.absences(office.officer, SEVENTH, NINTH)
    assert (seen.kind, seen.reason) == ("请假", "")
    (seen,) = staff.absences(office.supervisor, SEVENTH, NINTH)
    assert (seen.kind, seen.reason) == ("病假", "手术")


def test_an_absence_that_was_withdrawn_is_gone_once(staff, office):
    number = staff.record_absence(office.officer, an_absence(office.deputy)).value
    staff.withdraw_absence(office.officer, number)
    assert staff.absences(office.supervisor, SEVENTH, NINTH) == []
    with pytest.raises(NotFound):
        staff.withdraw_absence(office.officer, number)


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"kind": "度假"}, "staff.absence_kind"),
        ({"last": date(2025, 10, 6)}, "staff.absence_without_time"),
        ({"last": SEVENTH, "begins": time(17), "ends": time(9)}, "staff.absence_without_time"),
        ({"last": date(2027, 10, 6)}, "staff.absence_too_long"),
    ],
)
def test_an_absence_that_cannot_be_is_refused(staff, office, values, code):
    with pytest.raises(BadInput, match=code):
        staff.record_absence(office.officer, an_absence(office.deputy, **values))


def test_the_register_names_the_duties_that_an_absence_hits(staff, office, transactions):
    duty = DutyService(transactions)
    rows = tuple(
        RosterAssignment(date(2025, 10, day), RosterPost.DEPUTY, "何佳", "表!B4") for day in (6, 8)
    )
    draft = duty.draft(RosterReading(RosterLayout.DAILY_TABLE, "十月", rows, ()))
    duty.apply(
        office.supervisor,
        replace(draft, loose=frozenset({"deputy"})),
        file_name="十月",
        sha256="0" * 64,
    )
    staff.record_absence(office.officer, an_absence(office.deputy))
    (view,) = staff.absences(office.officer, SEVENTH, NINTH)
    assert view.hits == (date(2025, 10, 8),)
