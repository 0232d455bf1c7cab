"""Who is put on one post for which minutes, and what laying one source over another leaves."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import TypeAlias

from safetydesk.domain.duty import (
    AddChange,
    DutyChange,
    DutySource,
    RemoveChange,
    ReplaceChange,
)
from safetydesk.domain.duty_clock import Minutes, Stretch, without

Presence: TypeAlias = tuple[Minutes, Minutes, DutySource]
"""Half-open UTC minutes of one person, and where they are written."""


class PersonLine:
    """The minutes of one person on one post: disjoint pieces in order, each with its source.

    The stretches given to it have at least one minute.
    """

    def __init__(self) -> None:
        self._starts: list[Minutes] = []
        self._pieces: list[Presence] = []

    def fill(self, start: Minutes, end: Minutes, source: DutySource) -> list[Stretch]:
        """Puts the person on where absent; minutes held already keep their source.

        Returns the minutes added.
        """
        first, last = self._touching(start, end)
        if first == last:
            self._starts.insert(first, start)
            self._pieces.insert(first, (start, end, source))
            return [(start, end)]
        held = self._pieces[first:last]
        added = list(without((start, end), [(begins, ends) for begins, ends, _ in held]))
        self._splice(first, last, sorted(held + [(*hole, source) for hole in added]))
        return added

    def clear(self, start: Minutes, end: Minutes) -> list[Stretch]:
        """Takes the person off; returns the minutes that were held."""
        first, last = self._touching(start, end)
        if first == last:
            return []
        held = self._pieces[first:last]
        left: list[Presence] = []
        if held[0][0] < start:
            left.append((held[0][0], start, held[0][2]))
        if held[-1][1] > end:
            left.append((end, held[-1][1], held[-1][2]))
        self._splice(first, last, left)
        return [(max(begins, start), min(ends, end)) for begins, ends, _ in held]

    def joined(self) -> Iterator[Presence]:
        """The pieces in order, those that touch as one with the source of its first minute."""
        if not self._pieces:
            return
        start, end, source = self._pieces[0]
        for following in self._pieces[1:]:
            if following[0] == end:
                end = following[1]
            else:
                yield start, end, source
                start, end, source = following
        yield start, end, source

    def _touching(self, start: Minutes, end: Minutes) -> tuple[int, int]:
        """Positions of the pieces that share a minute with the stretch, as a half-open range."""
        first = bisect_right(self._starts, start)
        if first and self._pieces[first - 1][1] > start:
            first -= 1
        return first, bisect_left(self._starts, end, first)

    def _splice(self, first: int, last: int, pieces: list[Presence]) -> None:
        self._starts[first:last] = [start for start, _, _ in pieces]
        self._pieces[first:last] = pieces


class PostLine:
    """Everybody on one post."""

    def __init__(self) -> None:
        self._people: dict[str, PersonLine] = {}

    def fill(self, person: str, stretch: Stretch, source: DutySource) -> list[Stretch]:
        """Puts a person on where absent; returns the minutes added."""
        if stretch[0] >= stretch[1]:
            return []
        if person not in self._people:
            self._people[person] = PersonLine()
        return self._people[person].fill(*stretch, source)

    def clear(self, person: str, stretch: Stretch) -> list[Stretch]:
        """Takes a person off; returns the minutes that were held."""
        line = self._people.get(person)
        return line.clear(*stretch) if line and stretch[0] < stretch[1] else []

    def apply(self, change: DutyChange, stretch: Stretch) -> list[Stretch]:
        """Makes a change within a stretch; returns the minutes it altered.

        A replacement takes the first person off, though the second is on already; it puts nobody
        on where the first was absent.
        """
        match change:
            case AddChange():
                return self.fill(change.by, stretch, DutySource.CHANGE)
            case RemoveChange():
                return self.clear(change.person, stretch)
            case ReplaceChange():
                if change.by == change.person:
                    return []
                held = self.clear(change.person, stretch)
                for part in held:
                    self.fill(change.by, part, DutySource.CHANGE)
                return held

    def joined(self) -> Iterator[tuple[str, Presence]]:
        """Every person's minutes; pieces that touch as one with the source of its first minute."""
        for person, line in self._people.items():
            for presence in line.joined():
                yield person, presence
