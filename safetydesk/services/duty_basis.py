"""What rosters are made and judged by: the calendar, what is known of people, the rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from safetydesk.services.calendar import CalendarService
from safetydesk.services.duty_suggestions import DutySuggestions
from safetydesk.services.roster_findings import FindingsService
from safetydesk.services.staff import StaffService
from safetydesk.services.wishes import WishService

if TYPE_CHECKING:
    from safetydesk.services.transaction import Transactions


@dataclass(frozen=True)
class DutyBasis:
    """The services behind the roster page's dialogs."""

    calendar: CalendarService
    staff: StaffService
    findings: FindingsService
    suggestions: DutySuggestions
    wishes: WishService


def duty_basis(transactions: Transactions) -> DutyBasis:
    """The services over one desk's transactions."""
    return DutyBasis(
        calendar=CalendarService(transactions),
        staff=StaffService(transactions),
        findings=FindingsService(transactions),
        suggestions=DutySuggestions(transactions),
        wishes=WishService(transactions),
    )
