"""Statistics of the office's own rosters: served, unproven, planned, worth, time off."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from safetydesk.domain.duty_statistics import DutyKind, Rate
from safetydesk.domain.errors import AccessDenied, BadInput
from safetydesk.domain.roster_sheet import (
    RosterAssignment,
    RosterLayout,
    RosterPost,
    RosterReading,
)
from safetydesk.services.duty import DutyService
from safetydesk.services.duty_statistics import DutyStatistics
from tests.helpers.office import small_office

FIRST, LAST = date(2025, 10, 13), date(2025, 10, 15)
"""Three ordinary workdays: Monday to Wednesday."""
MONDAY = datetime(2025, 10, 13, 0, 30, tzinfo=UTC)


@pytest.fixture
def staff(transactions):
    return small_office(transactions)


@pytest.fixture
def statistics(transactions, staff, clock):
    duty = DutyService(transactions)
    rows = tuple(
        RosterAssignment(FIRST + timedelta(days=number), RosterPost.PRIMARY, name, "表!B4")
        for number, name in enumerate(("黄志强", "王伟", "黄志强"))
    )
    draft = duty.draft(RosterReading(RosterLayout.DAILY_TABLE, "十月", rows))
    duty.apply(staff.supervisor, draft, file_name="十月.xlsx", sha256="0" * 64)
    clock.to(MONDAY)
    duty.check_in(staff.officer, staff.officer.person_id, "primary", MONDAY)
    clock.to(MONDAY + timedelta(hours=24))
    duty.check_out(staff.officer, staff.officer.person_id)
    clock.to(MONDAY + timedelta(hours=50))
    return DutyStatistics(transactions)


def row_of(statistics, name):
    return next(row for row in statistics.view(FIRST, LAST).rows if row.name == name)


def test_what_is_over_counts_where_somebody_signed_in(statistics):
    mine, other = row_of(statistics, "黄志强"), row_of(statistics, "王伟")
    assert (mine.workday, mine.nights, mine.total) == (2, 2, 2)
    assert (mine.unproven, mine.planned) == (0, 1)
    assert (other.total, other.unproven, other.planned) == (1, 1, 0)


def test_nothing_is_earned_until_the_office_enters_its_rates(statistics, staff):
    view = statistics.view(FIRST, LAST)
    assert not view.has_rates
    assert {row.fen for row in view.rows} == {0}
    statistics.put_rates(staff.supervisor, {(DutyKind.WORKDAY_NIGHT, ""): Rate(8_000, 240)})
    mine, other = row_of(statistics, "黄志强"), row_of(statistics, "王伟")
    assert (mine.fen, mine.owed_minutes) == (8_000, 240)
    assert (other.fen, other.owed_minutes) == (0, 0)


def test_rates_are_kept_as_a_whole_and_by_the_supervisor_only(statistics, staff):
    rates = {(DutyKind.STATUTORY_DAY, "primary"): Rate(30_000, 0)}
    statistics.put_rates(staff.supervisor, {(DutyKind.WEEKEND_DAY, ""): Rate(1, 0)})
    statistics.put_rates(staff.supervisor, rates)
    assert statistics.rates() == rates
    with pytest.raises(AccessDenied):
        statistics.put_rates(staff.officer, {})


def test_a_rate_beyond_reason_is_refused(statistics, staff):
    with pytest.raises(BadInput):
        statistics.put_rates(staff.supervisor, {(DutyKind.WEEKEND_DAY, ""): Rate(-1, 0)})


def test_the_spread_is_over_those_who_serve(statistics):
    spreads = {s.kind: (s.fewest, s.most) for s in statistics.view(FIRST, LAST).spreads}
    assert spreads["total"] == (1, 2)


def test_the_sheet_is_named_and_noted(statistics, staff, transactions):
    sheet = statistics.sheet(staff.officer, date(2025, 10, 1), date(2025, 10, 31)).value
    assert sheet.title == "云川区应急管理局2025年10月值班统计表"
    with transactions.read() as uow:
        assert [row["action"] for row in uow.audit.of("duty", "2025-10-01")] == ["print.statistics"]
