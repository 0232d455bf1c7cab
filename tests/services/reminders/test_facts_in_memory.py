"""Facts stand in memory until somebody writes, or another minute begins."""

from __future__ import annotations

import pytest

from safetydesk.services.reminders import ReminderService
from tests.helpers.duty_state import a_report


@pytest.fixture
def desk(transactions, source, shift):
    return ReminderService(transactions, source, desk="第一席", remembers=True)


def test_facts_are_read_once_in_a_minute_in_which_nobody_writes(desk, source, clock):
    desk.raise_due()
    clock.advance(minutes=1)
    desk.raise_due()
    asked = source.asked
    clock.advance(seconds=30)
    desk.raise_due()
    desk.upcoming(clock.now(), 4)
    assert source.asked == asked
    clock.advance(seconds=30)
    desk.raise_due()
    assert source.asked == asked + 1


def test_whatever_anybody_writes_is_read_at_once(desk, transactions, staff, source, clock):
    desk.raise_due()
    other = ReminderService(transactions, source, desk="第二席")
    source.put(a_report(clock.now(), 0, item="incident:19:N10"))
    other.acknowledge(staff.officer, "incident:18:SD2")
    assert [alarm.item for alarm in desk.raise_due().value] == ["incident:19:N10"]


def test_what_leaves_no_row_in_the_audit_trail_has_to_be_said(desk, source, clock):
    desk.raise_due()
    source.put(a_report(clock.now(), 0, item="incident:19:N10"))
    desk.facts_changed()
    assert [alarm.item for alarm in desk.raise_due().value] == ["incident:19:N10"]


def test_the_auditor_never_reads_from_memory(desk, source, clock):
    desk.raise_due()
    clock.advance(minutes=1)
    desk.raise_due()
    asked = source.asked
    clock.advance(seconds=1)
    desk.facts()
    assert source.asked == asked + 1
