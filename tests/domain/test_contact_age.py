"""How long a verified number counts, and the one reminder of a month for the rest."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from safetydesk.domain.contact_age import stale_before, verification_deadline
from safetydesk.domain.reminder import AlarmLevel, DutyState, Stage
from safetydesk.domain.reminder_ladder import due, live_items

ZONE = ZoneInfo("Asia/Shanghai")


def at(text):
    return datetime.fromisoformat(f"2025-{text}:00+08:00")


def reached(now, count=312):
    state = DutyState(deadlines=(verification_deadline(count, 90, now, ZONE),))
    return [(o.stage, o.level) for o in due(state, now)]


def test_what_grows_old_within_a_month_is_asked_for_in_the_next():
    assert stale_before(at("10-01T00:00"), 90, ZONE) == date(2025, 7, 3)
    assert stale_before(at("10-31T23:59"), 90, ZONE) == date(2025, 7, 3)
    assert stale_before(at("11-01T00:00"), 90, ZONE) == date(2025, 8, 3)


def test_many_numbers_are_one_reminder_from_the_first_day_to_the_last():
    assert reached(at("10-01T08:59")) == []
    assert reached(at("10-01T09:00")) == [(Stage.CREATED, AlarmLevel.LOW)]
    assert reached(at("10-31T17:00"))[-1] == (Stage.DUE, AlarmLevel.MIDDLE)


def test_the_reminder_of_december_ends_with_the_year():
    deadline = verification_deadline(1, 90, at("12-15T10:00"), ZONE)
    assert (deadline.item, deadline.due_at) == ("contacts:202512", at("12-31T17:00"))


def test_nothing_to_verify_reminds_of_nothing():
    assert reached(at("10-20T09:00"), count=0) == []
    state = DutyState(deadlines=(verification_deadline(0, 90, at("10-20T09:00"), ZONE),))
    assert live_items(state) == {}
