"""What drafting a roster starts from, and what a draft is: turns, people, rules and holders.

Times are minutes of the wall clock (``duty_clock``), days are local dates.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from safetydesk.domain.fair_shares import FairKind

if TYPE_CHECKING:
    from safetydesk.domain.day_class import DayClass
    from safetydesk.domain.duty_clock import Minutes, Stretch

DAY_LONG = 24
"""Hours of rest after a duty of 24 hours, unless the office says otherwise."""
LONGEST_PROTECTED = 8 * 60
"""Minutes beyond which a turn is overtime (女职工劳动保护特别规定 arts 6 and 9)."""


class DraftRule(StrEnum):
    """Why somebody cannot serve a turn; every one of them is hard."""

    POST = "post"
    UNTRAINED = "untrained"
    NEW_ALONE = "new_alone"
    LEAVE = "leave"
    PREGNANT = "pregnant"
    """From the seventh month: no nights, no overtime (女职工劳动保护特别规定 art. 6)."""
    NURSING = "nursing"
    """A child under one year: no nights, no overtime (女职工劳动保护特别规定 art. 9)."""
    HEALTH = "health"
    """Should have no nights for reasons of health."""
    WOMEN_BY_DAY = "women_by_day"
    """The office's own custom, switched on by it."""
    ELSEWHERE = "elsewhere"
    """On another post at the time."""
    REST = "rest"
    PARTNER = "partner"
    """Serves only together with a partner, who cannot."""
    MENTOR = "mentor"
    """Serves only under a certain primary officer, who does not."""


LAW = frozenset({DraftRule.PREGNANT, DraftRule.NURSING})
"""What no relaxation touches."""


class Training(StrEnum):
    """How far somebody is trained for duty."""

    UNTRAINED = "untrained"
    """Serves nothing before the first training."""
    NEW = "new"
    """Serves under somebody experienced only."""
    EXPERIENCED = "experienced"


@dataclass(frozen=True)
class Guard:
    """Days, both included, on which the law protects somebody (PREGNANT or NURSING)."""

    rule: DraftRule
    first: date
    last: date

    def __post_init__(self) -> None:
        """Refuses a rule that protects nobody."""
        if self.rule not in LAW:
            raise ValueError("only the rules for pregnant and nursing women guard somebody")


@dataclass(frozen=True)
class DraftPost:
    """A post to be drafted.

    ``pool``: posts of one pool are counted together. ``under``: the post that leads this one; only
    a post that is led can be served by new people. ``rest``: hours of rest after a turn.
    """

    key: str
    pool: str
    rest: int = DAY_LONG
    under: str = ""


@dataclass(frozen=True)
class Seat:
    """One turn of one post that needs one person. ``place`` tells equal turns apart."""

    post: str
    day: date
    day_class: DayClass
    start: Minutes
    end: Minutes
    place: int = 0


@dataclass(frozen=True)
class DraftPerson:
    """Somebody who may be planned.

    ``away``: leave and filed absences. ``busy``: duties outside the draft, their rest included.
    ``partner`` serves always together with this person, ``mentor`` leads whenever this one serves.
    ``no_nights``: for reasons of health. ``served``: what was served before, by pool and kind.
    """

    key: str
    posts: frozenset[str]
    female: bool = False
    training: Training = Training.EXPERIENCED
    away: tuple[Stretch, ...] = ()
    guards: tuple[Guard, ...] = ()
    busy: tuple[Stretch, ...] = ()
    no_nights: bool = False
    partner: str = ""
    mentor: str = ""
    served: Mapping[tuple[str, FairKind], int] = field(
        default_factory=dict[tuple[str, FairKind], int]
    )


@dataclass(frozen=True)
class Pin:
    """A turn whose holder is fixed, whatever the rules say. ``seat`` is a place in the order."""

    seat: int
    person: str


@dataclass(frozen=True)
class Wish:
    """How little somebody wants to serve on a day: 1 to 3, or -1 to -3 for wanting to."""

    person: str
    day: date
    weight: int = 1


@dataclass(frozen=True)
class DraftOrder:
    """Everything a draft is made from."""

    posts: tuple[DraftPost, ...]
    seats: tuple[Seat, ...]
    people: tuple[DraftPerson, ...]
    pins: tuple[Pin, ...] = ()
    wishes: tuple[Wish, ...] = ()
    women_by_day: bool = False


Holders: TypeAlias = tuple[str | None, ...]
"""Who holds each seat of an order; None where nobody could be found."""


class DraftOrigin(StrEnum):
    """What a draft was made by."""

    GREEDY = "greedy"
    SOLVER = "solver"


@dataclass(frozen=True)
class Widened:
    """A band that had to be given more room, on either side."""

    pool: str
    kind: FairKind
    by: int


@dataclass(frozen=True)
class Draft:
    """Who is to serve what. ``proven``: no fairer draft with cheaper wishes exists."""

    holders: Holders
    origin: DraftOrigin
    widened: tuple[Widened, ...] = ()
    proven: bool = False
