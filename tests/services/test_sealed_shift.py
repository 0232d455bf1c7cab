"""A sealed shift stays as it was: later changes of the plan do not reach its sheet."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from safetydesk.domain.errors import RuleViolation
from safetydesk.domain.handover import OpenItem
from safetydesk.domain.presence import RELIEVED
from safetydesk.services.duty import DutyService
from safetydesk.services.handover import HandoverService
from safetydesk.services.handover_signing import HandoverSigning
from safetydesk.services.log import LogService
from safetydesk.services.shift_keeping import digest_of_shift
from safetydesk.services.shifts import ShiftService
from safetydesk.services.views_duty import ChangeRequest
from tests.helpers.office import PIN, small_office
from tests.services.test_duty import a_reading, october  # noqa: F401 - a fixture

SIXTH = date(2025, 10, 6)
RED = OpenItem("incident:1", 1, "2025-018 反应釜爆炸", "续报五已报", "终报")


class Open:
    """A source of open items."""

    def items(self, uow, now):
        return [RED]


@pytest.fixture
def staff(transactions):
    return small_office(transactions)


@pytest.fixture
def duty(transactions):
    return DutyService(transactions)


@pytest.fixture
def shifts(transactions):
    return ShiftService(transactions)


@pytest.fixture
def handed_over(transactions, staff, duty, shifts, october, clock):  # noqa: F811 - as above
    """The handover at 08:38 of the 7th; both primaries have come."""
    clock.to("2025-10-06T08:20:00+08:00")
    duty.check_in(staff.officer, staff.officer.person_id, "primary")
    clock.to("2025-10-06T08:30:00+08:00")
    shifts.open_first(staff.officer)
    duty.check_in(staff.officer, staff.supervisor.person_id, "driver")
    clock.to("2025-10-07T08:28:00+08:00")
    handover = HandoverService(transactions, staff.people, sources=[Open()])
    started = handover.start(staff.officer).value
    incoming = handover.join(staff.deputy.person_id, PIN).value
    handover.tick(incoming, started.items[0].id)
    handover.read_back(incoming, started.id, "爆炸待终报")
    handover.confirm_read_back(staff.officer, started.id)
    signing = HandoverSigning(
        transactions, staff.people, sources=[Open()], represent=lambda act: None
    )
    clock.to("2025-10-07T08:38:00+08:00")
    signing.sign_outgoing(started.id, staff.officer.person_id, PIN)
    signing.sign_incoming(started.id, staff.deputy.person_id, PIN)
    return handover.get(started.id)


def replaced(staff, start: str, end: str) -> ChangeRequest:
    """The deputy relieved by the supervisor."""
    return ChangeRequest(
        "replace",
        "deputy",
        datetime.fromisoformat(start),
        datetime.fromisoformat(end),
        person_id=staff.deputy.person_id,
        by_id=staff.supervisor.person_id,
    )


def test_a_change_entered_after_the_seal_does_not_reach_the_sheet(
    duty, shifts, staff, handed_over, clock
):
    before = shifts.of_day(SIXTH).people
    assert [person.name for person in before] == ["曾慧", "黄志强", "何佳"]
    clock.to("2025-10-07T10:00:00+08:00")
    request = replaced(staff, "2025-10-06T13:00:00+08:00", "2025-10-07T20:00:00+08:00")
    duty.change(staff.officer, request)
    assert shifts.of_day(SIXTH).people == before


def test_coming_noted_after_the_seal_does_not_reach_the_sheet(
    duty, shifts, staff, handed_over, clock
):
    clock.to("2025-10-07T10:00:00+08:00")
    duty.check_in(
        staff.officer,
        staff.leader.person_id,
        "leader",
        datetime.fromisoformat("2025-10-06T08:25:00+08:00"),
    )
    leader = shifts.of_day(SIXTH).of("leader")[0]
    assert (leader.actual_from, leader.actual_to) == (None, None)


def test_who_was_still_there_at_the_seal_leaves_on_the_sheet(
    duty, shifts, staff, handed_over, clock
):
    clock.to("2025-10-07T08:43:00+08:00")
    duty.check_out(staff.officer, staff.officer.person_id)
    assert shifts.of_day(SIXTH).of("primary")[0].actual_to == clock.now()
    with pytest.raises(RuleViolation):
        duty.check_out(staff.officer, staff.officer.person_id)


def test_the_second_signature_relieves_whom_the_new_shift_does_not_name(
    duty, staff, handed_over, clock
):
    by_id = {row.person_id: row for row in duty.present()}
    helper, primary = by_id[staff.supervisor.person_id], by_id[staff.officer.person_id]
    assert (helper.checked_out_at, helper.note) == (clock.now(), RELIEVED)
    assert primary.checked_out_at is None


def test_whoever_was_relieved_says_once_when_leaving(duty, staff, handed_over, clock):
    clock.to("2025-10-07T08:45:00+08:00")
    duty.check_out(staff.officer, staff.supervisor.person_id)
    with pytest.raises(RuleViolation):
        duty.check_out(staff.officer, staff.supervisor.person_id)


def test_whoever_was_relieved_comes_again(duty, staff, handed_over, clock):
    clock.to("2025-10-08T08:20:00+08:00")
    assert staff.supervisor.person_id not in {row.person_id for row in duty.present()}
    duty.check_in(staff.officer, staff.supervisor.person_id, "driver")
    assert staff.supervisor.person_id in {row.person_id for row in duty.present()}


def test_a_time_that_is_over_is_not_planned_anew(duty, staff, october, clock):  # noqa: F811
    clock.to("2025-10-07T10:00:00+08:00")
    with pytest.raises(RuleViolation) as refused:
        duty.change(
            staff.officer,
            replaced(staff, "2025-10-06T13:00:00+08:00", "2025-10-07T08:30:00+08:00"),
        )
    assert refused.value.code == "duty.change_in_past"


def test_the_closing_line_carries_the_digest_of_both_sheets(transactions, shifts, handed_over):
    shift = shifts.get(handed_over.shift_id)
    with transactions.read() as uow:
        kept = uow.shifts.kept(shift.id)
        closing = uow.log.get(shift.last_seq)
    assert closing is not None
    assert kept is not None
    assert closing.digest == digest_of_shift(shift.number, kept, handed_over)
    other = handed_over.__class__(**{**vars(handed_over), "readback": "改"})
    assert closing.digest != digest_of_shift(shift.number, kept, other)
    assert LogService(transactions).verify().holds
