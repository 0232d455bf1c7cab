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
from safetydesk.domain.duty_clock import Minutes, Stretch

Presence: TypeAlias = tuple[Minutes, Minutes, DutySource]
"""Half-open UTC minutes of one person, and where they are written."""


class PersonLine:
    """The minutes of one person on one post: disjoint pieces in order, each with its source."""

    def __init__(self) -> None:
        self._starts: list[Minutes] = []
        self._ends: list[Minutes] = []
        self._sources: list[DutySource] = []

    def fill(self, start: Minutes, end: Minutes, source: DutySource) -> list[Stretch]:
        """Puts the person on where absent; minutes held already keep their source.

        Returns the minutes added.
        """
        first, last = self._touching(start, end)
        edges = [start]
        for at in range(first, last):
            edges += (self._starts[at], self._ends[at])
        edges.append(end)
        holes = [(edges[at], edges[at + 1]) for at in range(0, len(edges), 2)]
        added = [(begins, ends) for begins, ends in holes if begins < ends]
        kept = self._pieces(first, last)
        self._splice(first, last, sorted(kept + [(*hole, source) for hole in added]))
        return added

    def clear(self, start: Minutes, end: Minutes) -> list[Stretch]:
        """Takes the person off; returns the minutes that were held."""
        first, last = self._touching(start, end)
        held = self._pieces(first, last)
        left: list[Presence] = []
        if held and held[0][0] < start:
            left.append((held[0][0], start, held[0][2]))
        if held and held[-1][1] > end:
            left.append((end, held[-1][1], held[-1][2]))
        self._splice(first, last, left)
        return [(max(begins, start), min(ends, end)) for begins, ends, _ in held]

    def joined(self) -> Iterator[Presence]:
        """The pieces in order, those that touch as one with the source of its first minute."""
        pieces = self._pieces(0, len(self._starts))
        if not pieces:
            return
        start, end, source = pieces[0]
        for following in pieces[1:]:
            if following[0] == end:
                end = following[1]
            else:
                yield start, end, source
                start, end, source = following
        yield start, end, source

    def _touching(self, start: Minutes, end: Minutes) -> tuple[int, int]:
        """Positions of the pieces that share a minute with the stretch, as a half-open range."""
        if start >= end:
            return 0, 0
        first = bisect_right(self._ends, start)
        return first, bisect_left(self._starts, end, first)

    def _pieces(self, first: int, last: int) -> list[Presence]:
        return list(
            zip(
                self._starts[first:last],
                self._ends[first:last],
                self._sources[first:last],
                strict=True,
            )
        )

    def _splice(self, first: int, last: int, pieces: list[Presence]) -> None:
        self._starts[first:last] = [start for start, _, _ in pieces]
        self._ends[first:last] = [end for _, end, _ in pieces]
        self._sources[first:last] = [source for _, _, source in pieces]


class PostLine:
    """Everybody on one post."""

    def __init__(self) -> None:
        self._people: dict[str, PersonLine] = {}

    def fill(self, person: str, stretch: Stretch, source: DutySource) -> list[Stretch]:
        """Puts a person on where absent; returns the minutes added."""
        if person not in self._people:
            self._people[person] = PersonLine()
        return self._people[person].fill(*stretch, source)

    def clear(self, person: str, stretch: Stretch) -> list[Stretch]:
        """Takes a person off; returns the minutes that were held."""
        line = self._people.get(person)
        return line.clear(*stretch) if line else []

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
