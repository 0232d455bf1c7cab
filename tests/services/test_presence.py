"""Who came and who left: for which duty it counts, who is there unplanned, what is refused."""

# ruff: noqa: F811 - the fixtures of another module are arguments here

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from safetydesk.domain.errors import NotFound, RuleViolation
from safetydesk.domain.roster_sheet import RosterPost
from safetydesk.domain.spans import Span
from safetydesk.services.shifts import attendance
from tests.services.test_duty import SEVENTH, a_reading, duty, october, staff  # noqa: F401 - fixtures


def checked_in_eves(duty, staff, clock):
    clock.to("2025-10-05T08:20:00+08:00")
    duty.check_in(staff.officer, staff.officer.person_id, "primary")


def test_a_presence_of_days_ago_answers_no_duty_of_today(duty, transactions, staff, clock):
    rows = [
        (date(2025, 10, day), RosterPost.PRIMARY, name)
        for day, name in ((5, "黄志强"), (6, "何佳"), (7, "黄志强"))
    ]
    duty.apply(staff.supervisor, duty.draft(a_reading(*rows)), file_name="x", sha256="1" * 64)
    checked_in_eves(duty, staff, clock)
    clock.to("2025-10-07T12:00:00+08:00")
    (view,) = duty.who()
    assert (view.name, view.checked_in_at) == ("黄志强", None)
    with transactions.read() as uow:
        (row,) = attendance(uow, Span(SEVENTH, SEVENTH + timedelta(days=1)))
    assert row.actual_from is None
    duty.check_in(staff.officer, staff.officer.person_id, "primary")
    (view,) = duty.who()
    assert view.checked_in_at == clock.now()


def test_a_presence_is_carried_on_by_an_adjoining_turn(duty, staff, october, clock):
    checked_in_eves(duty, staff, clock)
    clock.to("2025-10-07T12:00:00+08:00")
    view = next(v for v in duty.who() if v.post == "primary")
    assert view.checked_in_at == datetime(2025, 10, 5, 0, 20, tzinfo=UTC)
    with pytest.raises(RuleViolation):
        duty.check_in(staff.officer, staff.officer.person_id, "primary")


def test_who_is_there_without_being_planned_is_listed_as_a_fact(duty, staff, october, clock):
    clock.to("2025-10-06T08:40:00+08:00")
    duty.check_in(staff.officer, staff.supervisor.person_id, "primary")
    found = [(v.name, v.source, v.is_here) for v in duty.on_post() if v.post == "primary"]
    assert found == [("黄志强", "roster", False), ("王伟", "fact", True)]
    clock.to("2025-10-06T09:40:00+08:00")
    duty.check_out(staff.officer, staff.supervisor.person_id)
    assert [v.name for v in duty.on_post() if v.post == "primary"] == ["黄志强"]
    assert [v.name for v in duty.on_post(SEVENTH) if v.post == "primary"] == ["黄志强"]


@pytest.mark.parametrize(
    ("person", "post", "at", "code"),
    [
        ("officer", "primary", "2025-10-06T09:01:00+08:00", "presence.in_future"),
        ("officer", "kitchen", None, "presence.no_post"),
        (None, "primary", None, "people.unknown"),
        ("deputy", "primary", None, "presence.overlaps"),
        ("deputy", "primary", "2025-10-06T08:00:00+08:00", "presence.overlaps"),
    ],
)
def test_a_coming_that_cannot_be_is_refused(duty, staff, october, clock, person, post, at, code):
    clock.to("2025-10-06T08:30:00+08:00")
    duty.check_in(staff.deputy, staff.deputy.person_id, "deputy")
    clock.to("2025-10-06T09:00:00+08:00")
    person_id = getattr(staff, person).person_id if person else 999
    with pytest.raises((RuleViolation, NotFound)) as refused:
        duty.check_in(staff.officer, person_id, post, at and datetime.fromisoformat(at))
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("post", "at", "code"),
    [
        ("deputy", "2025-10-06T09:01:00+08:00", "presence.in_future"),
        ("deputy", "2025-10-06T08:29:00+08:00", "presence.left_before_coming"),
        ("primary", None, "presence.not_there"),
        ("kitchen", None, "presence.no_post"),
    ],
)
def test_a_leaving_that_cannot_be_is_refused(duty, staff, october, clock, post, at, code):
    clock.to("2025-10-06T08:30:00+08:00")
    duty.check_in(staff.deputy, staff.deputy.person_id, "deputy")
    clock.to("2025-10-06T09:00:00+08:00")
    with pytest.raises((RuleViolation, NotFound)) as refused:
        duty.check_out(
            staff.officer, staff.deputy.person_id, post, at and datetime.fromisoformat(at)
        )
    assert refused.value.code == code
