"""Which times and numbers can be true of a duty office; anything beyond was mistyped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safetydesk.domain.errors import RuleViolation

if TYPE_CHECKING:
    from datetime import datetime

FIRST_YEAR, LAST_YEAR = 2000, 2100
MOST_PEOPLE = 9_999_999
MOST_YUAN = 10**12
MOST_HECTARES = 10**7


def check_time(at: datetime | None) -> None:
    """Refuses a time no office of today can mean; None is no time.

    Raises:
        RuleViolation: its year is not among 2000 to 2100.
    """
    if at is not None and not FIRST_YEAR <= at.year <= LAST_YEAR:
        raise RuleViolation("time.unbelievable", year=at.year)
