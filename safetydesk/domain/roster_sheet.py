"""What a hand-made duty roster says once it is read: who serves on which post and day."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from safetydesk.domain.sheet_findings import FindingCode

if TYPE_CHECKING:
    from safetydesk.domain.sheet_findings import Finding

_WHOLE_DAY = timedelta(days=1)


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


def loose_posts(reading: RosterReading) -> frozenset[str]:
    """Posts that the sheet leaves out on some of its days on purpose, or fills for some hours only.

    A stroke (「/」「—」) or a column that is mostly blank means that nobody is wanted that day; a
    blank that the reader remarks (``EMPTY_POST``) is a gap, and the post stays planned throughout.
    """
    forgotten = {
        _column(finding.source)
        for finding in reading.findings
        if finding.code is FindingCode.EMPTY_POST
    }
    days = {row.day for row in reading.assignments}
    filled: dict[str, set[date]] = {}
    parts: set[str] = set()
    kept: set[str] = set()
    for row in reading.assignments:
        filled.setdefault(row.post.value, set()).add(row.day)
        if _column(row.source) in forgotten:
            kept.add(row.post.value)
        if row.start is not None and row.end is not None and row.end - row.start < _WHOLE_DAY:
            parts.add(row.post.value)
    return frozenset(post for post, on in filled.items() if on < days or post in parts) - kept


def _column(source: str) -> str:
    """The column of a cell's name: ``E`` of ``10月!E12``."""
    return source.rpartition("!")[2].rstrip("0123456789")
