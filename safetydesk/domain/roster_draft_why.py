"""Why somebody was chosen for a turn: who stood where before it, and by which rule others did not.

It is worked out from the draft when asked, so that it is as true for a draft of the solver.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from safetydesk.domain.fair_shares import DAY_KINDS, FairKind
from safetydesk.domain.roster_draft_holding import Holding

if TYPE_CHECKING:
    from safetydesk.domain.roster_draft import Draft, DraftRule, Seat
    from safetydesk.domain.roster_draft_board import DraftBoard


@dataclass(frozen=True)
class Standing:
    """What somebody has in one kind: served before, drafted, and the fair part of the draft."""

    person: str
    served: int
    drafted: int
    share: Fraction

    @property
    def total(self) -> int:
        """Served and drafted together."""
        return self.served + self.drafted


@dataclass(frozen=True)
class Excluded:
    """Somebody who could not have served the turn, with the rule.

    ``because`` is the turn of the draft that stands in the way, for rest and other posts.
    """

    person: str
    rule: DraftRule
    because: Seat | None = None


@dataclass(frozen=True)
class Why:
    """The answer for one turn.

    ``before``: everybody who could serve it, with what they had of this kind before that day; the
    first are owed it most. ``unwanted``: those who asked not to serve that day.
    """

    seat: Seat
    person: str | None
    pinned: bool
    kind: FairKind
    before: tuple[Standing, ...]
    excluded: tuple[Excluded, ...]
    unwanted: frozenset[str] = frozenset()

    def of(self, person: str) -> Standing | None:
        """Where somebody stood."""
        return next((standing for standing in self.before if standing.person == person), None)


def why(board: DraftBoard, draft: Draft, seat: int) -> Why:
    """Why a seat of a draft is held by whoever holds it, or by nobody."""
    state = Holding.of(board, draft.holders)
    holder = state.holder[seat]
    if holder is not None:
        state.take(seat)
    turn = board.seats[seat]
    kind = DAY_KINDS[turn.day_class]
    drafted = _before(board, state, seat)
    group = next(board.groups[place] for place in board.groups_of[seat] if _is(board, place, kind))
    able: list[Standing] = []
    excluded: list[Excluded] = []
    for person, who in enumerate(board.people):
        rule = None if person == holder else state.bar(seat, person)
        if rule is None:
            share = group.shares.get(person, Fraction(0))
            served = group.served.get(person, 0)
            able.append(Standing(who.key, served, drafted.get(person, 0), share))
        elif turn.post in who.posts:
            blocker = next(state.blockers(seat, person), None)
            because = board.seats[blocker] if blocker is not None else None
            excluded.append(Excluded(who.key, rule, because))
    able.sort(key=lambda row: (row.total - row.share, row.person))
    return Why(
        seat=turn,
        person=None if holder is None else board.people[holder].key,
        pinned=seat in board.pinned,
        kind=kind,
        before=tuple(able),
        excluded=tuple(excluded),
        unwanted=frozenset(
            board.people[person].key for person, weight in board.wishes[seat].items() if weight > 0
        ),
    )


@dataclass(frozen=True)
class Tally:
    """One person's account in one pool and kind, for the fairness panel."""

    pool: str
    kind: FairKind
    person: str
    served: int
    drafted: int
    share: Fraction
    missed: bool
    """Whether the draft lies outside the fair part, rounded either way."""


def tallies(board: DraftBoard, draft: Draft) -> tuple[Tally, ...]:
    """Everybody's account in every pool and kind of the draft."""
    state = Holding.of(board, draft.holders)
    found: list[Tally] = []
    for place, group in enumerate(board.groups):
        for person, band in group.bands().items():
            count = state.counts[place][person]
            share, served = group.shares[person], group.served[person]
            key = board.people[person].key
            missed = band.miss(count) > 0
            found.append(Tally(group.pool, group.kind, key, served, count, share, missed))
    return tuple(found)


def spread(rows: tuple[Tally, ...], pool: str, kind: FairKind) -> int:
    """The largest difference between two people who are owed the same, in one pool and kind."""
    alike: dict[Fraction, list[int]] = {}
    for row in rows:
        if (row.pool, row.kind) == (pool, kind):
            alike.setdefault(row.share, []).append(row.drafted)
    return max((max(counts) - min(counts) for counts in alike.values()), default=0)


def wish_cost(board: DraftBoard, draft: Draft) -> int:
    """What the wishes that a draft could not meet weigh together."""
    return sum(
        board.wishes[seat].get(board.number[name], 0)
        for seat, name in enumerate(draft.holders)
        if name is not None
    )


def _is(board: DraftBoard, place: int, kind: FairKind) -> bool:
    return board.groups[place].kind is kind


def _before(board: DraftBoard, state: Holding, seat: int) -> dict[int, int]:
    """How many turns of the same pool and kind everybody has before a seat's start."""
    turn = board.seats[seat]
    pool, kind = board.posts[turn.post].pool, DAY_KINDS[turn.day_class]
    found: dict[int, int] = {}
    for other, holder in enumerate(state.holder):
        row = board.seats[other]
        alike = board.posts[row.post].pool == pool and DAY_KINDS[row.day_class] is kind
        if holder is not None and alike and row.start < turn.start:
            found[holder] = found.get(holder, 0) + 1
    return found
