"""What screens receive about rosters as documents: their state, their versions, the differences."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from safetydesk.domain.roster_state import RosterState, RosterStepKind

NOW = 0
"""The version of this moment, beside those that steps have kept."""


@dataclass(frozen=True)
class RosterView:
    """A roster as a document; times aware.

    ``outstanding`` are the superiors who were given another plan than today's; ``refile_by`` is
    when they must have the new one. ``changed_at`` is when the plan was altered last since.
    """

    id: int
    title: str
    start: datetime
    end: datetime
    posts: tuple[str, ...]
    state: RosterState
    published_at: datetime | None
    published_by: str
    superior: str
    filing_due_at: datetime | None
    filed_at: datetime | None
    filed_with: str
    receipt: str
    outstanding: tuple[str, ...]
    changed_at: datetime | None
    differences: int


@dataclass(frozen=True)
class VersionView:
    """A version that can be compared; ``number`` counts from 1, the plan of now has ``id`` 0."""

    id: int
    number: int
    kind: RosterStepKind | None
    at: datetime
    author: str
    to_whom: str
    means: str
    receipt: str


@dataclass(frozen=True)
class DifferenceView:
    """One post of one day on which two versions disagree: who was there, who is."""

    day: date
    post: str
    label: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True)
class Filing:
    """A filing as it is entered: with whom, when it arrived there, how, and what they answered."""

    to_whom: str
    at: datetime | None = None
    means: str = ""
    receipt: str = ""
