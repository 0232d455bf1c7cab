"""Calendar events keep their names, and what changed or fell away is told the next time."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from safetydesk.domain.errors import BadInput
from safetydesk.domain.roster_sheet import (
    RosterAssignment,
    RosterLayout,
    RosterPost,
    RosterReading,
)
from safetydesk.services.duty import DutyService
from safetydesk.services.duty_export import DutyExport
from safetydesk.services.views_duty import ChangeRequest
from tests.helpers.office import small_office

SEVENTH = datetime(2025, 10, 7, 0, 30, tzinfo=UTC)
DAY = timedelta(days=1)
FIRST, LAST = date(2025, 10, 7), date(2025, 10, 8)


@pytest.fixture
def staff(transactions):
    return small_office(transactions)


@pytest.fixture
def duty(transactions, staff):
    made = DutyService(transactions)
    rows = tuple(
        RosterAssignment(day, post, person, "表!B4")
        for day in (FIRST, LAST)
        for post, person in ((RosterPost.PRIMARY, "黄志强"), (RosterPost.DEPUTY, "何佳"))
    )
    draft = made.draft(RosterReading(RosterLayout.DAILY_TABLE, "十月", rows))
    made.apply(staff.supervisor, draft, file_name="十月.xlsx", sha256="0" * 64)
    return made


@pytest.fixture
def given_out(transactions, staff, duty):
    export = DutyExport(transactions)

    def give():
        made = export.calendar(staff.officer, FIRST, LAST, "十月.ics").value
        return {(event.start, event.post, event.person): event for event in made.events}

    return give


def relieve(duty, staff, **values):
    request = ChangeRequest(
        "replace",
        "primary",
        SEVENTH,
        SEVENTH + DAY,
        person_id=staff.officer.person_id,
        by_id=staff.supervisor.person_id,
    )
    return duty.change(staff.officer, ChangeRequest(**{**vars(request), **values})).value


def test_the_same_roster_gives_the_same_events(given_out, clock):
    before = given_out()
    clock.advance(hours=1)
    assert given_out() == before
    assert len({event.uid for event in before.values()}) == 4
    assert {event.sequence for event in before.values()} == {0}


def test_a_duty_taken_over_is_cancelled_for_one_and_new_for_the_other(given_out, duty, staff):
    before = given_out()[SEVENTH, "主班", "黄志强"]
    relieve(duty, staff)
    after = given_out()
    gone = after[SEVENTH, "主班", "黄志强"]
    assert (gone.uid, gone.cancelled, gone.sequence) == (before.uid, True, 1)
    new = after[SEVENTH, "主班", "王伟"]
    assert (new.cancelled, new.sequence) == (False, 0)
    assert given_out()[SEVENTH, "主班", "黄志强"].sequence == 1


def test_a_duty_that_comes_back_goes_on_in_its_sequence(given_out, duty, staff):
    before = given_out()[SEVENTH, "主班", "黄志强"]
    change = relieve(duty, staff)
    given_out()
    duty.withdraw_change(staff.officer, change)
    back = given_out()[SEVENTH, "主班", "黄志强"]
    assert (back.uid, back.cancelled, back.sequence) == (before.uid, False, 2)


def test_other_hours_raise_the_sequence_of_the_same_event(given_out, duty, staff):
    before = given_out()[SEVENTH, "主班", "黄志强"]
    relieve(duty, staff, start=SEVENTH + DAY / 2)
    after = given_out()[SEVENTH, "主班", "黄志强"]
    assert (after.uid, after.sequence) == (before.uid, 1)
    assert after.end == SEVENTH + DAY / 2


def test_each_file_leaves_a_trace(given_out, transactions):
    given_out()
    with transactions.read() as uow:
        rows = uow.audit.of("duty", "")
    assert [row["after"] for row in rows if row["action"] == "duty.export"] == [
        {"file": "十月.ics", "from": "2025-10-07", "to": "2025-10-08"}
    ]


@pytest.mark.parametrize("last", [FIRST - DAY, FIRST + 1_200 * DAY])
def test_a_period_that_cannot_be_is_refused(transactions, staff, duty, last):
    with pytest.raises(BadInput):
        DutyExport(transactions).calendar(staff.officer, FIRST, last, "x.ics")
