"""Who holds which seat while a draft is made, and which rule forbids somebody to hold another."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from safetydesk.domain.roster_draft import DraftRule, Training

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safetydesk.domain.roster_draft import Holders
    from safetydesk.domain.roster_draft_board import DraftBoard


class Holding:
    """The holders of a board's seats, and what each person has in each group."""

    def __init__(self, board: DraftBoard) -> None:
        self.board = board
        self.holder: list[int | None] = [None] * len(board.seats)
        self.counts = [[0] * len(board.people) for _ in board.groups]
        self._starts: list[list[int]] = [[] for _ in board.people]
        self._held: list[list[int]] = [[] for _ in board.people]
        lengths = (until - seat.start for seat, until in zip(board.seats, board.until, strict=True))
        self._longest = max(lengths, default=0)

    @classmethod
    def of(cls, board: DraftBoard, holders: Holders) -> Holding:
        """The state in which the seats are held like this."""
        state = cls(board)
        for seat, name in enumerate(holders):
            if name is not None:
                state.put(seat, board.number[name])
        return state

    def put(self, seat: int, person: int) -> None:
        """Somebody takes an empty seat."""
        board = self.board
        self.holder[seat] = person
        for group in board.groups_of[seat]:
            self.counts[group][person] += 1
        start = board.seats[seat].start
        place = bisect_left(self._starts[person], start)
        self._starts[person].insert(place, start)
        self._held[person].insert(place, seat)

    def take(self, seat: int) -> int:
        """A seat becomes empty; returns who held it."""
        person = self.holder[seat]
        if person is None:
            raise ValueError("nobody holds the seat")
        self.holder[seat] = None
        for group in self.board.groups_of[seat]:
            self.counts[group][person] -= 1
        place = self._held[person].index(seat)
        del self._held[person][place], self._starts[person][place]
        return person

    def held(self, person: int) -> tuple[int, ...]:
        """The seats of somebody, by their start."""
        return tuple(self._held[person])

    def blockers(self, seat: int, person: int) -> Iterator[int]:
        """The seats of somebody that are at the same time as another, or too near to it."""
        board = self.board
        start, until = board.seats[seat].start, board.until[seat]
        starts, held = self._starts[person], self._held[person]
        place = bisect_left(starts, until) - 1
        earliest = start - self._longest
        while place >= 0 and starts[place] > earliest:
            if board.until[held[place]] > start and held[place] != seat:
                yield held[place]
            place -= 1

    def free(self, seat: int, person: int) -> bool:
        """Whether nothing that somebody holds is in the way of a seat."""
        board = self.board
        start = board.seats[seat].start
        starts, held = self._starts[person], self._held[person]
        place = bisect_left(starts, board.until[seat]) - 1
        earliest = start - self._longest
        while place >= 0 and starts[place] > earliest:
            if board.until[held[place]] > start:
                return False
            place -= 1
        return True

    def distance(self, seat: int, person: int) -> int:
        """The minutes from a seat's start to the nearest start of somebody's seats."""
        starts = self._starts[person]
        if not starts:
            return self._longest * 100
        start = self.board.seats[seat].start
        place = bisect_left(starts, start)
        after = starts[place] - start if place < len(starts) else self._longest * 100
        before = start - starts[place - 1] if place else self._longest * 100
        return min(after, before)

    def bar(self, seat: int, person: int) -> DraftRule | None:
        """The rule by which somebody cannot hold a seat beside what is held now; None if able."""
        fixed = self.board.bars[seat][person]
        if fixed is not None:
            return fixed
        turn = self.board.seats[seat]
        found: DraftRule | None = None
        for other in self.blockers(seat, person):
            held = self.board.seats[other]
            if held.start < turn.end and turn.start < held.end:
                return DraftRule.ELSEWHERE
            found = DraftRule.REST
        return found or self.tie(seat, person)

    def tie(self, seat: int, person: int) -> DraftRule | None:
        """The rule of training or pairing that forbids a seat beside its companions' holders."""
        board = self.board
        who, companions = board.people[person], board.companions[seat]
        if who.training is Training.NEW and not self._led(seat):
            return DraftRule.NEW_ALONE
        if who.mentor and who.mentor not in self._names(self._leading(seat)):
            return DraftRule.MENTOR
        if who.partner and companions and who.partner not in self._names(companions):
            return DraftRule.PARTNER
        return DraftRule.PARTNER if self._awaited(seat, person) else None

    def holders(self) -> Holders:
        """The holders by name, as a draft has them."""
        people = self.board.people
        return tuple(None if who is None else people[who].key for who in self.holder)

    def _leading(self, seat: int) -> list[int]:
        """The companions of the post that leads a seat."""
        board = self.board
        under = board.posts[board.seats[seat].post].under
        return [other for other in board.companions[seat] if board.seats[other].post == under]

    def _led(self, seat: int) -> bool:
        """Whether somebody experienced leads a seat."""
        return any(
            (leader := self.holder[other]) is not None
            and self.board.people[leader].training is Training.EXPERIENCED
            for other in self._leading(seat)
        )

    def _names(self, seats: tuple[int, ...] | list[int]) -> set[str]:
        """Who holds some of the seats."""
        holders = (self.holder[seat] for seat in seats)
        return {self.board.people[who].key for who in holders if who is not None}

    def _awaited(self, seat: int, person: int) -> bool:
        """Whether a companion's holder waits for a partner who is somebody else and could come."""
        board = self.board
        for other in board.companions[seat]:
            holder = self.holder[other]
            partner = board.people[holder].partner if holder is not None else ""
            if not partner or board.people[person].key == partner:
                continue
            others = board.companions[other]
            came = partner in self._names([place for place in others if place != seat])
            number = board.number.get(partner)
            if not came and number is not None and number in board.able[seat]:
                return True
        return False
