"""What the dialog of drafts asks for and receives: period, posts and people; a prepared draft."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from safetydesk.domain.day_class import DayKind
    from safetydesk.domain.roster_draft import Wish
    from safetydesk.domain.roster_draft_board import DraftBoard


class TurnPattern(StrEnum):
    """How a post's duty day is cut into turns, from the office's turnover on."""

    WHOLE = "whole"
    """One turn of 24 hours."""
    HALVES = "halves"
    """Day and night, 12 hours each."""
    THIRDS = "thirds"
    """Three turns of 8 hours."""
    NIGHTS = "nights"
    """On workdays from 17:30 to the next turnover, on days off 24 hours."""


@dataclass(frozen=True)
class PostRequest:
    """A post to be drafted: how many people a turn, hours of rest after one, and the turns."""

    post: str
    count: int = 1
    rest: int = 24
    pattern: TurnPattern = TurnPattern.WHOLE


@dataclass(frozen=True)
class DraftRequest:
    """What is to be drafted: the duty days ``[first, last]``.

    ``people`` may be planned. ``keep``: turns that are planned already stay with whoever has them.
    """

    first: date
    last: date
    posts: tuple[PostRequest, ...]
    people: frozenset[int]
    keep: bool = False
    women_by_day: bool = False
    wishes: tuple[Wish, ...] = ()
    title: str = ""


@dataclass(frozen=True)
class NamedPeriod:
    """A holiday break by its duty days, both included."""

    name: str
    first: date
    last: date


@dataclass(frozen=True)
class DraftPostOption:
    """A post as the dialog offers it; ``able`` are those who may serve it."""

    request: PostRequest
    label: str
    able: frozenset[int]


@dataclass(frozen=True)
class DraftPersonOption:
    """Somebody who may be planned."""

    person_id: int
    name: str
    section: str
    posts: tuple[str, ...]


@dataclass(frozen=True)
class DraftOptions:
    """What can be chosen for a period; ``unknown`` are the years without a holiday notice."""

    posts: tuple[DraftPostOption, ...]
    people: tuple[DraftPersonOption, ...]
    unknown: tuple[int, ...]
    planned: bool
    """Whether anything is planned in the period already."""


@dataclass(frozen=True)
class TurnSpan:
    """When one seat of a draft begins and ends, in UTC."""

    start: datetime
    end: datetime


@dataclass(frozen=True)
class PreparedDraft:
    """An order with the names that belong to it. People are named by their ids as text."""

    request: DraftRequest
    title: str
    board: DraftBoard
    spans: tuple[TurnSpan, ...]
    days: tuple[DayKind, ...]
    names: Mapping[str, str] = field(default_factory=dict[str, str])
    labels: Mapping[str, str] = field(default_factory=dict[str, str])
    """Posts and pools by what they are called."""
