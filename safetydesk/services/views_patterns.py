"""What screens give and receive about shift patterns: the wish, its preview, what is in force."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from safetydesk.domain.duty_patterns import DutyPattern


@dataclass(frozen=True)
class PatternRequest:
    """A pattern for a post: groups of person ids in their order, from a duty day on.

    Without ``until`` it lasts until it is ended; with it, it holds up to and with that duty day.
    """

    pattern: DutyPattern
    post: str
    groups: tuple[tuple[int, ...], ...]
    first_day: date
    until: date | None = None


@dataclass(frozen=True)
class PatternShift:
    """One shift of the preview: its duty day, its hours on the wall clock, and who has it."""

    day: date
    hours: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class RuleView:
    """A recurring duty in force."""

    id: int
    pattern: str
    post: str
    label: str
    weekdays: tuple[int, ...]
    hours: str
    groups: tuple[str, ...]
