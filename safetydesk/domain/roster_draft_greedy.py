"""A roster drafted at once: the rarest days first, each turn to whoever is owed it most.

Pure and deterministic: the same order gives the same draft on every machine.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from safetydesk.domain.duty_clock import DAY
from safetydesk.domain.fair_shares import DAY_KINDS, FairKind
from safetydesk.domain.roster_draft import Draft, DraftOrder, DraftOrigin
from safetydesk.domain.roster_draft_board import DraftBoard
from safetydesk.domain.roster_draft_holding import Holding
from safetydesk.domain.roster_draft_repair import repair

if TYPE_CHECKING:
    from safetydesk.domain.roster_draft_board import Group

_RANK = {
    FairKind.SPRING_FESTIVAL: 0,
    FairKind.STATUTORY: 1,
    FairKind.WEEKEND: 2,
    FairKind.ORDINARY: 3,
}
WEIGHT = {
    FairKind.SPRING_FESTIVAL: 8,
    FairKind.STATUTORY: 4,
    FairKind.WEEKEND: 2,
    FairKind.ORDINARY: 1,
    FairKind.NIGHT: 1,
    FairKind.ALL: 1,
}
"""How much one duty too many of each kind hurts."""

_WISH, _NEAR, _ROOM = 0.8, 0.5, 6 * DAY
_TOO_MANY = 1000.0


def draft_greedily(order: DraftOrder) -> Draft:
    """A draft within milliseconds; seats nobody can hold stay empty."""
    return draft_on(DraftBoard(order))


def draft_on(board: DraftBoard) -> Draft:
    """The same on a board that is laid out already."""
    state = Holding(board)
    for seat, person in board.pinned.items():
        state.put(seat, person)
    chooser = _Chooser(board, state)
    for seat in _by_rarity(board):
        if state.holder[seat] is None:
            chooser.fill(seat)
    repair(state, WEIGHT)
    return Draft(state.holders(), DraftOrigin.GREEDY)


def _by_rarity(board: DraftBoard) -> list[int]:
    """The seats in the order in which they are filled; a leading post before those it leads."""
    depth = {key: int(bool(post.under)) for key, post in board.posts.items()}
    seats = board.seats
    return sorted(
        range(len(seats)),
        key=lambda place: (
            _RANK[DAY_KINDS[seats[place].day_class]],
            seats[place].start,
            depth[seats[place].post],
            place,
        ),
    )


class _Chooser:
    """Gives one seat after another to whoever is owed it most."""

    def __init__(self, board: DraftBoard, state: Holding) -> None:
        self._board, self._state = board, state
        self._shares = [_floats(group, len(board.people)) for group in board.groups]
        self._weights = [WEIGHT[group.kind] for group in board.groups]

    def fill(self, seat: int) -> None:
        """Fills a seat, and its partner's where the choice brings one."""
        state, tied = self._state, bool(self._board.companions[seat])
        best: tuple[float, int] | None = None
        bringing: list[tuple[int, int]] = []
        for person in self._board.allowed[seat]:
            if not state.free(seat, person):
                continue
            brought = self._brought(seat, person) if tied else []
            if brought is None:
                continue
            found = (self._cost(seat, person), person)
            if best is None or found < best:
                best, bringing = found, brought
        if best is not None:
            for place, person in ((seat, best[1]), *bringing):
                state.put(place, person)

    def _brought(self, seat: int, person: int) -> list[tuple[int, int]] | None:
        """Who has to come along to which seat; None where somebody is not possible here."""
        board, state = self._board, self._state
        rule = state.tie(seat, person)
        if rule is None:
            return []
        partner = board.number.get(board.people[person].partner)
        if partner is None or not board.people[person].partner:
            return None
        for other in board.companions[seat]:
            if state.holder[other] is not None or partner not in board.allowed[other]:
                continue
            if state.free(other, partner) and self._fits_together((seat, person), (other, partner)):
                return [(other, partner)]
        return None

    def _fits_together(self, one: tuple[int, int], other: tuple[int, int]) -> bool:
        """Whether both may serve at once, looked at while both do."""
        state = self._state
        state.put(*one)
        state.put(*other)
        fits = state.tie(*one) is None and state.tie(*other) is None
        state.take(other[0])
        state.take(one[0])
        return fits

    def _cost(self, seat: int, person: int) -> float:
        """How little somebody is owed a seat; the least is chosen."""
        board, state = self._board, self._state
        cost = _WISH * board.wishes[seat].get(person, 0)
        for group in board.groups_of[seat]:
            share = self._shares[group][person]
            ahead = state.counts[group][person] - share
            cost += self._weights[group] * ahead
            if ahead >= 0:
                cost += _TOO_MANY * self._weights[group]
        near = state.distance(seat, person)
        return cost + (_NEAR * (_ROOM - near) / _ROOM if near < _ROOM else 0.0)


def _floats(group: Group, people: int) -> list[float]:
    """Everybody's part as a plain number."""
    return [float(group.shares.get(person, 0)) for person in range(people)]
