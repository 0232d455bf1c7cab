"""What screens receive about the calendar: a year's notice, and what another one would change."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from safetydesk.domain.day_class import DayKind, SpecialDay


@dataclass(frozen=True)
class YearView:
    """What is known of a year. Without a notice ``known`` is False and there are no days.

    ``shipped``: the notice came with the program and nobody has checked it here.
    """

    year: int
    known: bool
    title: str = ""
    shipped: bool = False
    entered_at: datetime | None = None
    entered_by: str = ""
    editions: int = 0
    days: tuple[SpecialDay, ...] = ()


@dataclass(frozen=True)
class PlannedPost:
    """Who is planned on a post on a day whose class changes."""

    label: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class ChangedDay:
    """A day whose class a notice changes, with the duties that were planned for the old one."""

    day: date
    before: DayKind
    after: DayKind
    duties: tuple[PlannedPost, ...] = ()


@dataclass(frozen=True)
class NoticeEffect:
    """What a notice changes; ``rosters`` are the titles of the rosters it meets."""

    year: int
    days: tuple[ChangedDay, ...]
    rosters: tuple[str, ...]
    over: int = 0
    """Changed days that are over: their duties stay as they were served."""


@dataclass(frozen=True)
class KeyPeriodView:
    """A key period (重点时段); instants in UTC, ``report_by`` its own terms of reports.

    ``by_rule``: what the rules in use ask of it, a line each.
    """

    id: int
    name: str
    start: datetime
    end: datetime
    report_by: str
    by_rule: tuple[str, ...] = ()
