"""What screens and sheets receive about how much duty each person had."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

WORKING_DAY = 480
"""Minutes of a day of time off."""


@dataclass(frozen=True)
class DutyCountRow:
    """One person; turns by kind of day, nights apart. ``fen`` and minutes are of served turns.

    ``unproven`` are turns that are over without a sign; ``planned`` those still to come.
    """

    person_id: int
    name: str
    section: str
    workday: int
    weekend: int
    rest: int
    statutory: int
    spring: int
    nights: int
    leader: int
    total: int
    minutes: int
    unproven: int
    planned: int
    fen: int
    owed_minutes: int
    taken_minutes: int


@dataclass(frozen=True)
class KindSpread:
    """The fewest and the most turns of a kind that anybody of the office has."""

    kind: str
    fewest: int
    most: int


@dataclass(frozen=True)
class StatisticsView:
    """The duty of some days, person by person, those with most first."""

    office: str
    zone: ZoneInfo
    first: date
    last: date
    made_at: datetime
    rows: tuple[DutyCountRow, ...]
    spreads: tuple[KindSpread, ...]
    swaps: int
    has_rates: bool


@dataclass(frozen=True)
class StatisticsSheet:
    """The view as it is printed."""

    view: StatisticsView
    title: str
    printed_by: str
