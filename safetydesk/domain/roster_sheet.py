"""What a hand-made duty roster says once it is read: who serves on which post and day."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from safetydesk.domain.sheet_findings import Finding


class RosterPost(StrEnum):
    """The posts a roster's columns stand for (带班、主班、副班、值班员、备班、司机)."""

    LEADER = "leader"
    PRIMARY = "primary"
    DEPUTY = "deputy"
    OFFICER = "officer"
    STANDBY = "standby"
    DRIVER = "driver"


class RosterShift(StrEnum):
    """The part of the duty day a turn covers."""

    WHOLE_DAY = "24h"
    DAY = "day"
    EVENING = "evening"
    NIGHT = "night"


class RosterLayout(StrEnum):
    """The shape of the sheet that was recognised."""

    DAILY_TABLE = "daily_table"
    HOLIDAY_TABLE = "holiday_table"
    CODE_MATRIX = "code_matrix"
    DATES_ACROSS = "dates_across"


@dataclass(frozen=True)
class KnownPerson:
    """Somebody the office knows already; ``phones`` digits only."""

    name: str
    posts: tuple[RosterPost, ...] = ()
    phones: tuple[str, ...] = ()


@dataclass(frozen=True)
class RosterAssignment:
    """One person on one post for one turn.

    ``day`` is the local day the turn starts; ``start`` and ``end`` are aware and given only where
    the sheet says the hours; ``label`` is the column's own word, ``source`` the cell.
    """

    day: date
    post: RosterPost
    person: str
    source: str
    unit: str = ""
    shift: RosterShift = RosterShift.WHOLE_DAY
    start: datetime | None = None
    end: datetime | None = None
    phone: str = ""
    title: str = ""
    department: str = ""
    label: str = ""


@dataclass(frozen=True)
class RosterReading:
    """Everything one file says about duty, with the remarks it calls for."""

    layout: RosterLayout
    title: str
    assignments: tuple[RosterAssignment, ...] = ()
    findings: tuple[Finding, ...] = ()
    months: tuple[str, ...] = field(default=())
    """The months the title speaks of, ``2025-10``."""
