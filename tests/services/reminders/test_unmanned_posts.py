"""A post that nobody is planned for reminds the desk from the stored plan until it is manned."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from safetydesk.domain.reminder import Stage
from safetydesk.domain.roster_findings import Level, Rule, RuleSetting
from safetydesk.domain.roster_sheet import (
    RosterAssignment,
    RosterLayout,
    RosterPost,
    RosterReading,
)
from safetydesk.services.duty import DutyService
from safetydesk.services.duty_state import OfficeDutyState
from safetydesk.services.reminders import ReminderService
from safetydesk.services.roster_findings import FindingsService
from safetydesk.services.views_duty import ChangeRequest
from tests.helpers.desk_day import moment
from tests.helpers.office import id_of


@pytest.fixture
def database(sqlite_database):
    return sqlite_database


@pytest.fixture
def desk(transactions, shift, clock):
    clock.to(moment("12:00"))
    return ReminderService(transactions, OfficeDutyState(), desk="第一席")


@pytest.fixture
def planned(transactions, staff):
    """A roster from 6 October on in which nobody is the deputy on the 14th."""
    duty = DutyService(transactions)
    made = tuple(
        RosterAssignment(date(2025, 10, day), post, name, "表!B4")
        for day in range(6, 31)
        for post, name in ((RosterPost.PRIMARY, "黄志强"), (RosterPost.DEPUTY, "何佳"))
    )
    draft = duty.draft(RosterReading(RosterLayout.DAILY_TABLE, "十月值班表", made))
    duty.apply(staff.supervisor, draft, file_name="十月.xlsx", sha256="0" * 64)
    away = ChangeRequest(
        kind="remove",
        post="deputy",
        start=moment("14T08:30"),
        end=moment("15T08:30"),
        person_id=id_of(staff.deputy),
        reason="外出培训",
    )
    duty.change(staff.supervisor, away)
    return duty


def listed(desk, clock):
    desk.raise_due()
    return [a for a in desk.active(clock.now()) if a.item.startswith("unmanned:")]


def test_it_stands_in_the_list_a_week_before_and_each_rung_comes_once(desk, planned, clock):
    assert listed(desk, clock) == []
    clock.to(moment("7T08:30"))
    (alarm,) = listed(desk, clock)
    assert (alarm.title, alarm.stage) == ("10月14日08:30起副班无人值班", Stage.WEEK_BEFORE)
    assert "值班表" in alarm.guidance.text
    assert not alarm.closable
    clock.to(moment("13T09:00"))
    (alarm,) = listed(desk, clock)
    assert alarm.stage is Stage.DAY_BEFORE


def test_it_is_gone_once_somebody_is_planned(desk, planned, clock, staff):
    clock.to(moment("12T09:00"))
    (alarm,) = listed(desk, clock)
    planned.change(
        staff.supervisor,
        ChangeRequest(
            kind="add",
            post="deputy",
            start=alarm.due_at,
            end=alarm.due_at + timedelta(hours=24),
            by_id=id_of(staff.deputy),
            reason="补排",
        ),
    )
    assert listed(desk, clock) == []


def test_an_office_that_does_not_look_for_gaps_is_not_reminded_of_them(
    desk, planned, clock, staff, transactions
):
    FindingsService(transactions).set_rule(staff.supervisor, Rule.GAP, RuleSetting(Level.OFF))
    clock.to(moment("13T09:00"))
    assert listed(desk, clock) == []


def test_a_roster_that_ends_and_has_no_successor_reminds_for_all_posts_at_once(
    desk, planned, clock
):
    clock.to(moment("24T09:00"))
    (alarm,) = listed(desk, clock)
    assert alarm.title == "10月31日08:30起没有值班安排"


def test_an_office_without_any_roster_is_not_reminded_post_by_post(desk, staff, clock):
    assert listed(desk, clock) == []
