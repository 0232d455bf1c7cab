"""What the solver's process is told: turns and people as numbers, no names and no dates."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from safetydesk.domain.fair_shares import FairKind
from safetydesk.domain.roster_draft import Training

if TYPE_CHECKING:
    from safetydesk.domain.roster_draft import Draft, Holders
    from safetydesk.domain.roster_draft_board import DraftBoard, Group

_GIVES_WAY = (
    FairKind.ALL,
    FairKind.NIGHT,
    FairKind.ORDINARY,
    FairKind.WEEKEND,
    FairKind.STATUTORY,
    FairKind.SPRING_FESTIVAL,
)
"""Which kind is evened out less exactly first where not everything can be."""


@dataclass(frozen=True)
class Fair:
    """One group of slots that is shared out: (person, least, most) of everybody.

    ``rank``: groups of a lower one give way first.
    """

    slots: list[int]
    bands: list[tuple[int, int, int]]
    rank: int


@dataclass(frozen=True)
class Tie:
    """Somebody serves in ``slot`` only if one of ``given`` (person, slot) does too."""

    person: int
    slot: int
    given: list[tuple[int, int]]


@dataclass(frozen=True)
class Problem:
    """A roster to be solved. A slot is a turn of a post with as many seats as it needs people.

    ``needs`` and ``open``: by slot how many people it takes, and how many may be missing.
    ``choices``: by slot (person, cost) of everybody who may serve it. ``cliques``: slots of which
    one person can serve one only. ``pinned``: (person, slot), whatever it breaks. ``hint``: by slot
    whom a draft to start from has there.
    """

    needs: list[int]
    open: list[int]
    choices: list[list[tuple[int, int]]]
    cliques: list[list[int]]
    pinned: list[tuple[int, int]]
    fair: list[Fair]
    ties: list[Tie]
    hint: list[list[int]]
    seconds: float

    def to_json(self) -> str:
        """The problem in one line."""
        return json.dumps(asdict(self), separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> Problem:
        """The problem that a line holds."""
        told: dict[str, Any] = json.loads(text)
        told["fair"] = [Fair(**group) for group in told["fair"]]
        told["ties"] = [Tie(**tie) for tie in told["ties"]]
        return cls(**told)


class Slots:
    """The seats of a board laid together: equal turns of a post are one slot."""

    def __init__(self, board: DraftBoard) -> None:
        self._board = board
        places: dict[tuple[str, int, int], int] = {}
        self.of = tuple(
            places.setdefault((seat.post, seat.start, seat.end), len(places))
            for seat in board.seats
        )
        self.seats: list[list[int]] = [[] for _ in places]
        for seat, slot in enumerate(self.of):
            self.seats[slot].append(seat)

    def pinned(self) -> list[tuple[int, int]]:
        """Who is fixed to which slot."""
        return [(person, self.of[seat]) for seat, person in sorted(self._board.pinned.items())]

    def holders(self, people: Iterable[tuple[int, int]]) -> Holders:
        """The holders of the seats when these people serve in these slots."""
        board = self._board
        found: list[str | None] = [None] * len(board.seats)
        fixed = set(self.pinned())
        for seat, person in board.pinned.items():
            found[seat] = board.people[person].key
        for person, slot in sorted(people):
            if (person, slot) not in fixed:
                free = next(seat for seat in self.seats[slot] if found[seat] is None)
                found[free] = board.people[person].key
        return tuple(found)


def problem_of(board: DraftBoard, slots: Slots, first: Draft, seconds: float) -> Problem:
    """What the solver is to do for a board, starting from a draft.

    Only seats that the draft could not fill may stay empty.
    """
    held: list[list[int]] = [[] for _ in slots.seats]
    for seat, name in enumerate(first.holders):
        if name is not None:
            held[slots.of[seat]].append(board.number[name])
    return Problem(
        needs=[len(seats) for seats in slots.seats],
        open=[len(seats) - len(held[slot]) for slot, seats in enumerate(slots.seats)],
        choices=[_choices(board, seats) for seats in slots.seats],
        cliques=list(_cliques(board, slots)),
        pinned=slots.pinned(),
        fair=[_fair(board, slots, group) for group in board.groups],
        ties=list(_ties(board, slots)),
        hint=held,
        seconds=seconds,
    )


def _choices(board: DraftBoard, seats: list[int]) -> list[tuple[int, int]]:
    """Who may serve in a slot, and what that costs."""
    people = {person for seat in seats for person in board.allowed[seat]}
    return [(person, board.wishes[seats[0]].get(person, 0)) for person in sorted(people)]


def _fair(board: DraftBoard, slots: Slots, group: Group) -> Fair:
    """A group with its bands; whoever is pinned more often than is fair keeps the pins."""
    fixed: dict[int, int] = {}
    for seat in group.seats:
        if seat in board.pinned:
            fixed[board.pinned[seat]] = fixed.get(board.pinned[seat], 0) + 1
    bands = [
        (who, band.least, max(band.most, fixed.get(who, 0))) for who, band in group.bands().items()
    ]
    places = sorted({slots.of[seat] for seat in group.seats})
    return Fair(places, bands, _GIVES_WAY.index(group.kind))


def _cliques(board: DraftBoard, slots: Slots) -> Iterator[list[int]]:
    """The slots that exclude each other, rests included: those that last at one instant.

    A turn with the rest after it is an interval; intervals that meet pairwise share an instant.
    """
    firsts = [seats[0] for seats in slots.seats]
    active: list[int] = []
    for slot in sorted(range(len(firsts)), key=lambda slot: board.seats[firsts[slot]].start):
        start = board.seats[firsts[slot]].start
        lasting = [other for other in active if board.until[firsts[other]] > start]
        if len(lasting) < len(active) and len(active) > 1:
            yield active
        active = [*lasting, slot]
    if len(active) > 1:
        yield active


def _ties(board: DraftBoard, slots: Slots) -> Iterator[Tie]:
    """What the turns of people with a partner or a mentor depend on; pinned ones on nothing."""
    fixed = set(slots.pinned())
    for person, who in enumerate(board.people):
        if not who.partner and not who.mentor and who.training is not Training.NEW:
            continue
        for slot, seats in enumerate(slots.seats):
            possible = any(person in board.allowed[seat] for seat in seats)
            if possible and (person, slot) not in fixed:
                yield from _ties_of(board, slots, person, slot)


def _ties_of(board: DraftBoard, slots: Slots, person: int, slot: int) -> Iterator[Tie]:
    """What one person's turn in one slot depends on."""
    who, seat = board.people[person], slots.seats[slot][0]
    beside = board.companions[seat]
    if who.mentor or who.training is Training.NEW:
        under = board.posts[board.seats[seat].post].under
        leaders = {
            (other, slots.of[lead])
            for lead in beside
            if board.seats[lead].post == under
            for other in board.allowed[lead]
            if board.people[other].training is Training.EXPERIENCED
            and who.mentor in {"", board.people[other].key}
        }
        yield Tie(person, slot, sorted(leaders))
    if who.partner and beside:
        partner = board.number.get(who.partner, -1)
        came = {(partner, slots.of[s]) for s in beside if partner in board.allowed[s]}
        yield Tie(person, slot, sorted(came))
