"""People of a sheet whom the office does not have join with the import, and leave with it."""

# ruff: noqa: F811 - the fixtures of another module are arguments here

from __future__ import annotations

from datetime import date, timedelta

import pytest

from safetydesk.domain.access import Role
from safetydesk.domain.errors import AccessDenied, RuleViolation
from safetydesk.domain.roster_sheet import (
    RosterAssignment,
    RosterLayout,
    RosterPost,
    RosterReading,
)
from safetydesk.domain.sheet_findings import Finding, FindingCode, Severity
from safetydesk.services.staff import StaffService
from safetydesk.services.views_duty import ChangeRequest
from tests.services.test_duty import SEVENTH, SIXTH, duty, staff  # noqa: F401 - fixtures

DAY = date(2025, 10, 6)


def a_sheet():
    return RosterReading(
        RosterLayout.DAILY_TABLE,
        "十月值班表",
        (
            RosterAssignment(DAY, RosterPost.LEADER, "曾慧", "表!B4"),
            RosterAssignment(
                DAY, RosterPost.PRIMARY, "赵无极", "表!C4", phone="19900000077", title="科员"
            ),
            RosterAssignment(DAY, RosterPost.DRIVER, "程铁山", "表!D4"),
            RosterAssignment(DAY, RosterPost.DEPUTY, "何加", "表!E4"),
            RosterAssignment(DAY, RosterPost.STANDBY, "王主任", "表!F4"),
        ),
        (
            Finding(FindingCode.UNKNOWN_PERSON, Severity.ERROR, "表!E4", "何加", suggest=("何佳",)),
            Finding(FindingCode.AMBIGUOUS_PERSON, Severity.WARNING, "表!F4", "王主任"),
        ),
    )


@pytest.fixture
def draft(duty, staff):
    return duty.draft(a_sheet())


def apply(duty, staff, draft, *names, digest="5"):
    return duty.apply(
        staff.supervisor, draft, file_name="十月.xlsx", sha256=digest * 64, admit=frozenset(names)
    )


def named(staff):
    return {person.name: person for person in staff.people.all()}


def test_whole_names_that_nobody_bears_could_be_added_with_what_the_sheet_says(draft):
    assert [(one.name, one.posts, one.sources) for one in draft.newcomers] == [
        ("赵无极", ("primary",), ("表!C4",)),
        ("程铁山", ("driver",), ("表!D4",)),
        ("何加", ("deputy",), ("表!E4",)),
    ]
    first, _, misspelt = draft.newcomers
    assert (first.mobile, first.title, first.labels) == ("19900000077", "科员", ("主班",))
    assert (first.alike, misspelt.alike) == ((), ("何佳",))


def test_only_who_was_chosen_joins_and_serves_at_once(duty, staff, draft):
    apply(duty, staff, draft, "赵无极", "程铁山")
    assert [(view.label, view.name) for view in duty.who(SIXTH)] == [
        ("带班领导", "曾慧"),
        ("主班", "赵无极"),
        ("司机", "程铁山"),
    ]
    people = named(staff)
    assert "何加" not in people
    assert people["赵无极"].mobile == "19900000077"
    assert people["赵无极"].roles == {Role.OFFICER}
    assert people["程铁山"].roles == {Role.READER}
    assert people["赵无极"].number != people["程铁山"].number


def test_a_newcomer_signs_in_only_after_the_supervisor_gave_the_first_pin(duty, staff, draft):
    apply(duty, staff, draft, "赵无极")
    person = named(staff)["赵无极"].id
    with pytest.raises(RuleViolation) as refused:
        staff.people.sign_in(person, "123456")
    assert refused.value.code == "pin.none"
    with pytest.raises(AccessDenied):
        staff.people.give_pin(staff.officer, person, "246810")
    staff.people.give_pin(staff.supervisor, person, "246810")
    assert staff.people.sign_in(person, "246810").value.name == "赵无极"


def test_taking_the_import_back_takes_its_people_back(duty, staff, draft):
    apply(duty, staff, draft, "赵无极", "程铁山")
    duty.undo_import(staff.supervisor)
    assert not {"赵无极", "程铁山"} & set(named(staff))
    assert duty.who(SIXTH) == []


def test_whoever_is_needed_by_now_stays(duty, staff, draft, transactions):
    apply(duty, staff, draft, "赵无极", "程铁山")
    people = named(staff)
    following = SEVENTH + timedelta(days=1)
    change = ChangeRequest("add", "standby", SEVENTH, following, by_id=people["程铁山"].id)
    duty.change(staff.officer, change)
    staff.people.give_pin(staff.supervisor, people["赵无极"].id, "246810")
    duty.undo_import(staff.supervisor)
    assert {"赵无极", "程铁山"} <= set(named(staff))


def test_whoever_facts_were_entered_of_stays(duty, staff, draft, transactions):
    apply(duty, staff, draft, "赵无极")
    service = StaffService(transactions)
    seen = service.person(staff.supervisor, named(staff)["赵无极"].id)
    service.change(staff.supervisor, seen, seen.entry)
    duty.undo_import(staff.supervisor)
    assert "赵无极" in named(staff)


def test_who_left_with_an_import_returns_with_it_as_the_same_person(duty, staff, draft):
    apply(duty, staff, draft, "赵无极")
    before = named(staff)["赵无极"].id
    duty.undo_import(staff.supervisor)
    apply(duty, staff, duty.draft(a_sheet()), "赵无极")
    assert named(staff)["赵无极"].id == before


def test_a_sheet_of_strangers_alone_is_applied_once_they_join(duty, staff):
    row = RosterAssignment(DAY, RosterPost.PRIMARY, "赵无极", "表!C4")
    draft = duty.draft(RosterReading(RosterLayout.DAILY_TABLE, "表", (row,)))
    with pytest.raises(RuleViolation) as refused:
        apply(duty, staff, draft)
    assert refused.value.code == "duty.empty_roster"
    apply(duty, staff, draft, "赵无极")
    assert [view.name for view in duty.who(SIXTH)] == ["赵无极"]


def test_an_officer_adds_nobody(duty, staff, draft):
    with pytest.raises(AccessDenied):
        duty.apply(
            staff.officer, draft, file_name="x", sha256="6" * 64, admit=frozenset({"赵无极"})
        )
    assert "赵无极" not in named(staff)


def test_a_misspelt_name_can_be_taken_for_somebody_of_the_office(duty, staff, draft):
    duty.apply(staff.supervisor, draft, file_name="x", sha256="7" * 64, means={"何加": "何佳"})
    assert [view.name for view in duty.who(SIXTH) if view.post == "deputy"] == ["何佳"]
    assert "何加" not in named(staff)


def test_nobody_can_be_meant_who_is_not_of_the_office(duty, staff, draft):
    with pytest.raises(RuleViolation) as refused:
        duty.apply(staff.supervisor, draft, file_name="x", sha256="8" * 64, means={"何加": "何无"})
    assert refused.value.code == "people.no_such_name"
    assert duty.who(SIXTH) == []
