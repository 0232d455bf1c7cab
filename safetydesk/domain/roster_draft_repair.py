"""How a draft is bettered without a solver: empty seats filled, parts evened out, wishes met.

Everything is done in a fixed order and within a fixed number of looks, so that the result depends
on the order alone and never on the speed of the machine.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import ceil, floor
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from safetydesk.domain.fair_shares import FairKind
    from safetydesk.domain.roster_draft_holding import Holding

_DEPTH, _LOOKS_A_SEAT = 2, 600
_ROUNDS, _LOOKS = 8, 20_000
_OUTSIDE = 100
"""What one duty outside a band counts against one point of wishes."""


def repair(state: Holding, weight: Mapping[FairKind, int]) -> None:
    """Betters what stands; seats stay empty only where no exchange helps."""
    for seat, holder in enumerate(state.holder):
        if holder is None:
            _Search(state).fill(seat)
    evener = _Evener(state, weight)
    for wishes in (False, True):
        evener.begin(wishes=wishes)
        for _ in range(_ROUNDS):
            if not evener.go_round():
                break


class _Search:
    """Looks for a chain of exchanges that leaves nobody's seat empty."""

    def __init__(self, state: Holding) -> None:
        self._state = state
        self._looks = _LOOKS_A_SEAT

    def fill(self, seat: int) -> bool:
        """Finds somebody for an empty seat, moving others where needed."""
        return self._place(seat, _DEPTH, frozenset())

    def _place(self, seat: int, depth: int, untouched: frozenset[int]) -> bool:
        state = self._state
        for person in self._fewest_first(seat):
            if state.free(seat, person) and state.tie(seat, person) is None:
                state.put(seat, person)
                return True
        if not depth:
            return False
        return any(
            self._push(seat, person, depth, untouched | {seat})
            for person in self._fewest_first(seat)
        )

    def _push(self, seat: int, person: int, depth: int, untouched: frozenset[int]) -> bool:
        """Lets somebody take the seat if what is in the way finds other holders."""
        state = self._state
        self._looks -= 1
        in_the_way = list(state.blockers(seat, person))
        bound = untouched.union(state.board.pinned)
        if self._looks < 0 or not in_the_way or not bound.isdisjoint(in_the_way):
            return False
        if _is_tied(state, seat) or any(_is_tied(state, other) for other in in_the_way):
            return False
        kept = list(state.holder)
        for other in in_the_way:
            state.take(other)
        state.put(seat, person)
        if state.tie(seat, person) is None and all(
            self._place(other, depth - 1, untouched) for other in in_the_way
        ):
            return True
        _restore(state, kept)
        return False

    def _fewest_first(self, seat: int) -> list[int]:
        """Whoever may hold a seat, those with the fewest duties first."""
        state = self._state
        return sorted(
            state.board.allowed[seat], key=lambda person: (len(state.held(person)), person)
        )


class _Evener:
    """Gives seats to others, or exchanges two, wherever that is fairer or better liked."""

    def __init__(self, state: Holding, weight: Mapping[FairKind, int]) -> None:
        self._state, self._board = state, state.board
        groups = state.board.groups
        self._weights = [_OUTSIDE * weight[group.kind] for group in groups]
        people = range(len(state.board.people))
        self._least = [[floor(group.shares.get(who, 0)) for who in people] for group in groups]
        self._most = [[ceil(group.shares.get(who, 0)) for who in people] for group in groups]
        self._wishes, self._looks = False, _LOOKS

    def begin(self, *, wishes: bool) -> None:
        """Turns to what is unfair, or to what is unwanted."""
        self._wishes, self._looks = wishes, _LOOKS

    def go_round(self) -> bool:
        """Looks once at every unfair seat, or at every unwanted one; whether that helped."""
        bettered = False
        for seat in range(len(self._board.seats)):
            holder = self._state.holder[seat]
            if holder is None or self._looks <= 0 or self._fixed(seat, holder):
                continue
            look = self._unwanted if self._wishes else self._unfair
            if look(seat, holder) and (self._give(seat, holder) or self._exchange(seat, holder)):
                bettered = True
        return bettered

    def _unwanted(self, seat: int, holder: int) -> bool:
        """Whether the holder would rather not serve that day."""
        return self._board.wishes[seat].get(holder, 0) > 0

    def _unfair(self, seat: int, holder: int) -> bool:
        """Whether the holder has too much, or somebody who could come has too little."""
        counts = self._state.counts
        for group in self._board.groups_of[seat]:
            row, least = counts[group], self._least[group]
            if row[holder] > self._most[group][holder]:
                return True
            if any(row[person] < least[person] for person in self._board.allowed[seat]):
                return True
        return False

    def _give(self, seat: int, holder: int) -> bool:
        """Gives the seat to whoever betters the whole most.

        What is unfair is also passed on where that costs nothing: the next one may have a way out.
        """
        best = (0 if self._wishes else 1, -1)
        for person in self._takers(seat, holder):
            self._looks -= 1
            best = min(best, (self._change(seat, holder, person), person))
        if best[1] < 0:
            return False
        self._state.take(seat)
        self._state.put(seat, best[1])
        return True

    def _exchange(self, seat: int, holder: int) -> bool:
        """Exchanges the seat for another person's where both can and the whole is bettered."""
        state, board = self._state, self._board
        for person in board.allowed[seat]:
            if person == holder or person in board.linked:
                continue
            for other in state.held(person):
                if self._looks <= 0:
                    return False
                self._looks -= 1
                if holder not in board.allowed[other] or self._fixed(other, person):
                    continue
                if self._both(seat, holder, other, person) < 0 and self._swap(seat, other):
                    return True
        return False

    def _swap(self, seat: int, other: int) -> bool:
        """Exchanges the holders of two seats if every rule allows it."""
        state = self._state
        one, two = state.take(seat), state.take(other)
        if state.free(seat, two) and state.free(other, one):
            state.put(seat, two)
            state.put(other, one)
            if state.tie(seat, two) is None and state.tie(other, one) is None:
                return True
            state.take(seat)
            state.take(other)
        state.put(seat, one)
        state.put(other, two)
        return False

    def _takers(self, seat: int, holder: int) -> Iterator[int]:
        """Who could take a seat over."""
        state, board = self._state, self._board
        for person in board.allowed[seat]:
            if person != holder and person not in board.linked and state.free(seat, person):
                kept = state.take(seat)
                able = state.tie(seat, person) is None
                state.put(seat, kept)
                if able:
                    yield person

    def _fixed(self, seat: int, holder: int) -> bool:
        """Whether a seat stays with its holder: pinned, or tied to somebody else's."""
        board = self._board
        return seat in board.pinned or holder in board.linked or _is_tied(self._state, seat)

    def _change(self, seat: int, giver: int, taker: int) -> int:
        """What giving a seat costs (less than 0 is better)."""
        wishes = self._board.wishes[seat]
        change = wishes.get(taker, 0) - wishes.get(giver, 0)
        for group in self._board.groups_of[seat]:
            change += self._step(group, giver, -1) + self._step(group, taker, 1)
        return change

    def _both(self, seat: int, holder: int, other: int, person: int) -> int:
        """What an exchange of two seats costs; groups that both count in stay as they are."""
        first, second = self._board.wishes[seat], self._board.wishes[other]
        change = first.get(person, 0) - first.get(holder, 0)
        change += second.get(holder, 0) - second.get(person, 0)
        gone, come = self._board.groups_of[seat], self._board.groups_of[other]
        for group in gone:
            if group not in come:
                change += self._step(group, holder, -1) + self._step(group, person, 1)
        for group in come:
            if group not in gone:
                change += self._step(group, holder, 1) + self._step(group, person, -1)
        return change

    def _step(self, group: int, person: int, by: int) -> int:
        """What one duty more or less does to somebody's distance from the band, squared."""
        count = self._state.counts[group][person]
        least, most = self._least[group][person], self._most[group][person]
        before = max(least - count, count - most, 0)
        after = max(least - count - by, count + by - most, 0)
        return (after * after - before * before) * self._weights[group]


def _is_tied(state: Holding, seat: int) -> bool:
    """Whether somebody with a partner or mentor serves beside the seat."""
    board = state.board
    return bool(board.linked) and any(
        state.holder[other] in board.linked for other in board.companions[seat]
    )


def _restore(state: Holding, kept: list[int | None]) -> None:
    """Brings the holders back as they were."""
    changed = [seat for seat, holder in enumerate(state.holder) if holder != kept[seat]]
    for seat in changed:
        if state.holder[seat] is not None:
            state.take(seat)
    for seat in changed:
        holder = kept[seat]
        if holder is not None:
            state.put(seat, holder)
