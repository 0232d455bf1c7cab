"""What the model of the month counts as a gap."""

from __future__ import annotations

from datetime import date

from safetydesk.services.views_duty import DayRow, MonthView
from safetydesk.ui.models.month import MonthModel


def test_a_gap_of_a_planned_month_is_shown_even_where_the_rest_is_full(dressed):
    row = DayRow(date(2025, 10, 1), "workday", "", False, ((), ()), frozenset({"primary"}))
    month = MonthView(2025, 10, (("primary", "主班"), ("deputy", "副班")), (row,), ())
    model = MonthModel()
    model.show_month(month, date(2025, 10, 1))
    assert model.gaps == ()
