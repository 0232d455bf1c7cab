"""What everybody's fair part of a roster is, kept apart for each kind of duty day.

A part is what levels the sum of what a person has served and what is still to be served: the level
of water that is poured into vessels of unequal filling. Whoever may serve only some of the posts
cannot be asked for the others, so the posts that are hardest to man are levelled first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import combinations
from math import ceil, floor

from safetydesk.domain.day_class import DayClass
from safetydesk.domain.duty_clock import DAY


class FairKind(StrEnum):
    """What is counted for each person, and shared out evenly by itself."""

    ALL = "all"
    ORDINARY = "ordinary"
    WEEKEND = "weekend"
    """Weekends and the days off of a holiday break that are not statutory."""
    STATUTORY = "statutory"
    SPRING_FESTIVAL = "spring_festival"
    NIGHT = "night"


DAY_KINDS: Mapping[DayClass, FairKind] = {
    DayClass.WORKDAY: FairKind.ORDINARY,
    DayClass.MAKEUP_WORKDAY: FairKind.ORDINARY,
    DayClass.WEEKEND: FairKind.WEEKEND,
    DayClass.REST: FairKind.WEEKEND,
    DayClass.STATUTORY: FairKind.STATUTORY,
    DayClass.SPRING_FESTIVAL: FairKind.SPRING_FESTIVAL,
}
"""Every day is of one kind; nights are counted beside it."""

WHOLE_FROM = Fraction(3, 4)
"""Whoever could serve at least so much of the days takes a whole part: a holiday is made up for."""

_NIGHT_FROM, _NIGHT_TO = 22 * 60, 30 * 60


def is_night(start: int, end: int) -> bool:
    """Whether wall-clock minutes ``[start, end)`` touch the night, 22:00 to 06:00."""
    nights = range(start // DAY - 1, end // DAY + 1)
    return any(
        start < night * DAY + _NIGHT_TO and end > night * DAY + _NIGHT_FROM for night in nights
    )


@dataclass(frozen=True)
class Claim:
    """One person's claim to a part: posts, what was served already, and how much of a part.

    ``weight`` is 1 for a whole part and less for somebody away for long; ``most``: how many turns
    the person could serve at all.
    """

    person: str
    posts: frozenset[str]
    served: int = 0
    weight: Fraction = Fraction(1)
    most: int = 1_000_000


@dataclass(frozen=True)
class Band:
    """How many duties somebody may get at least and at most: the fair part, rounded both ways."""

    least: int
    most: int

    @classmethod
    def around(cls, share: Fraction) -> Band:
        """The band of a part; a whole number is a band of one value."""
        return cls(floor(share), ceil(share))

    def widened(self, by: int) -> Band:
        """The same band with ``by`` more room on either side."""
        return Band(max(0, self.least - by), self.most + by)

    def miss(self, count: int) -> int:
        """How far a count lies outside."""
        return max(self.least - count, count - self.most, 0)


def whole_or_part(possible: int, of: int) -> Fraction:
    """The weight of somebody who could serve ``possible`` of the ``of`` turns."""
    if not of:
        return Fraction(1)
    part = Fraction(possible, of)
    return Fraction(1) if part >= WHOLE_FROM else part


def fair_shares(seats: Mapping[str, int], claims: Sequence[Claim]) -> dict[str, Fraction]:
    """Everybody's part of the seats, which are counted by post.

    What was served counts against a part by how far it lies from the middle, yet at most by one
    duty or half a part, so that nobody has to catch up with years in one month.
    """
    shares = {claim.person: Fraction(0) for claim in claims}
    left, posts = list(claims), {post for post, count in seats.items() if count}
    owed = _owed(sum(seats.values()), claims)
    while posts := {post for post in posts if _able(group=(post,), claims=left)}:
        hardest = max(_groups(posts), key=lambda group: (_level(seats, group, left, owed), group))
        able = _able(group=hardest, claims=left)
        level = _level(seats, hardest, left, owed)
        for claim in able:
            part = claim.weight * level - owed[claim.person]
            shares[claim.person] = min(Fraction(claim.most), max(Fraction(0), part))
        left = [claim for claim in left if claim not in able]
        posts -= set(hardest)
    return shares


def _groups(posts: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Every choice of posts; a pool has few."""
    ordered = sorted(posts)
    for size in range(1, len(ordered) + 1):
        yield from combinations(ordered, size)


def _able(*, group: tuple[str, ...], claims: Sequence[Claim]) -> list[Claim]:
    """Whoever may serve at least one post of a group, and not never."""
    return [
        claim
        for claim in claims
        if claim.weight and claim.most and not claim.posts.isdisjoint(group)
    ]


def _level(
    seats: Mapping[str, int],
    group: tuple[str, ...],
    claims: Sequence[Claim],
    owed: Mapping[str, Fraction],
) -> Fraction:
    """How high the duties of some posts stand when those who may serve them share them alone."""
    able: list[Claim] = _able(group=group, claims=claims)
    water, level = Fraction(sum(seats[post] for post in group)), Fraction(0)
    while able:
        level = _poured(water, able, owed)
        full: list[Claim] = [c for c in able if c.weight * level - owed[c.person] > c.most]
        if not full:
            break
        water -= sum(claim.most for claim in full)
        able = [claim for claim in able if claim not in full]
    return level


def _poured(water: Fraction, claims: list[Claim], owed: Mapping[str, Fraction]) -> Fraction:
    """How high the water stands over unequal fillings."""
    claims = sorted(claims, key=lambda claim: owed[claim.person] / claim.weight)
    filling = weight = level = Fraction(0)
    for place, claim in enumerate(claims):
        filling += owed[claim.person]
        weight += claim.weight
        level = (water + filling) / weight
        beyond = claims[place + 1 :]
        if not beyond or level <= owed[beyond[0].person] / beyond[0].weight:
            break
    return level


def _owed(total: int, claims: Sequence[Claim]) -> dict[str, Fraction]:
    """What each person has served more (or less) than the middle, within bounds."""
    if not claims:
        return {}
    middle = Fraction(sum(claim.served for claim in claims), len(claims))
    bound = max(Fraction(1), Fraction(total, 2 * len(claims)))
    return {claim.person: min(bound, max(-bound, claim.served - middle)) for claim in claims}
