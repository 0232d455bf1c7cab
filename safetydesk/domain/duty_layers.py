"""Who is put on one post for which minutes, and what laying one source over another leaves."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
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
        if not self._pieces or self._pieces[-1][1] <= start:
            self._starts.append(start)
            self._pieces.append((start, end, source))
            return [(start, end)]
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
        if last - first == 1:
            return [self._cut(first, start, end)]
        held = self._pieces[first:last]
        left: list[Presence] = []
        if held[0][0] < start:
            left.append((held[0][0], start, held[0][2]))
        if held[-1][1] > end:
            left.append((end, held[-1][1], held[-1][2]))
        self._splice(first, last, left)
        return [(max(begins, start), min(ends, end)) for begins, ends, _ in held]

    def _cut(self, at: int, start: Minutes, end: Minutes) -> Stretch:
        """Takes a stretch out of the one piece that it meets; returns the minutes taken."""
        begins, ends, source = self._pieces[at]
        if begins < start:
            self._pieces[at] = (begins, start, source)
            if end < ends:
                self._starts.insert(at + 1, end)
                self._pieces.insert(at + 1, (end, ends, source))
                return start, end
            return start, ends
        if end < ends:
            self._starts[at] = end
            self._pieces[at] = (end, ends, source)
            return begins, end
        del self._starts[at], self._pieces[at]
        return begins, ends

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
        self._people: defaultdict[str, PersonLine] = defaultdict(PersonLine)

    def fill(self, person: str, stretch: Stretch, source: DutySource) -> None:
        """Puts a person on where absent."""
        if stretch[0] < stretch[1]:
            self._people[person].fill(stretch[0], stretch[1], source)

    def apply(self, change: DutyChange, start: Minutes, end: Minutes) -> list[Stretch]:
        """Makes a change within a stretch of at least a minute; returns the minutes it altered.

        A replacement takes the first person off, though the second is on already; it puts nobody
        on where the first was absent.
        """
        people = self._people
        match change:
            case ReplaceChange():
                if change.by == change.person:
                    return []
                held = people[change.person].clear(start, end)
                for begins, ends in held:
                    people[change.by].fill(begins, ends, DutySource.CHANGE)
                return held
            case AddChange():
                return people[change.by].fill(start, end, DutySource.CHANGE)
            case RemoveChange():
                return people[change.person].clear(start, end)

    def joined(self) -> Iterator[tuple[str, Presence]]:
        """Every person's minutes; pieces that touch as one with the source of its first minute."""
        for person, line in self._people.items():
            for presence in line.joined():
                yield person, presence
