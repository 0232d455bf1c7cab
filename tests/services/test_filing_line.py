"""A printed roster says which version it is, who has it, and that a change was not filed again."""

# ruff: noqa: F811 - the fixtures of another module are arguments here

from __future__ import annotations

from datetime import date

import pytest

from safetydesk.services.roster_sheet import build, chosen_period
from safetydesk.services.views_rosters import Filing
from tests.services.test_roster_states import (  # noqa: F401 - fixtures
    CITY,
    draft,
    duty,
    filed,
    roster_id,
    rosters,
    staff,
    swap_day,
)

DAYS = (date(2025, 10, 10), date(2025, 10, 19))


@pytest.fixture
def line(transactions, staff, clock):
    def read(first=DAYS[0], last=DAYS[1]):
        with transactions.read() as uow:
            period = chosen_period(first, last)
            return build(uow, period, staff.supervisor, clock.now()).filing_line

    return read


def test_a_roster_that_nobody_was_given_says_so(line, rosters, roster_id, staff):
    assert line() == ""
    rosters.publish(staff.supervisor, roster_id)
    assert line() == "第 1 版，未报备"


def test_who_has_it_since_when_and_by_which_receipt_is_printed(line, filed):
    assert line() == f"第 1 版，10月7日 10:00 报{CITY}（回执 第0217号）"


def test_a_change_that_was_not_filed_again_is_printed_until_it_is(
    line, filed, duty, staff, rosters, clock
):
    swap_day(duty, staff, 12)
    assert line() == (
        f"第 2 版，10月7日 10:00 报{CITY}（回执 第0217号），此后有变动，未重新报{CITY}"
    )
    clock.to("2025-10-08T09:05:00+08:00")
    rosters.file(staff.officer, filed, Filing(CITY, means="电话"))
    assert line() == f"第 2 版，10月8日 09:05 报{CITY}"


def test_a_sheet_over_two_rosters_names_each(line, filed, transactions, clock, staff, rosters):
    other = draft(transactions, clock, [staff.officer], title="另一张表")
    rosters.publish(staff.supervisor, other)
    assert line().count("《") == 2
    assert "《另一张表》第 1 版，未报备" in line()
