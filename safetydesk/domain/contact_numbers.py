"""Telephone numbers as one text that is searched at once, with whose they are."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate, islice

from safetydesk.domain.contact_search import FEWEST_INSIDE, Rank
from safetydesk.domain.contact_sounds import IN_A_TEXT


class NumberText:
    """Every number on a line of its own, in the order of whom they belong to."""

    def __init__(
        self, told: Iterable[tuple[int, str]], extensions: Iterable[tuple[int, str]]
    ) -> None:
        """Takes (owner, digits) with ascending owners, and extensions alike."""
        lines = list(told)
        self._owners = array("q", (owner for owner, _ in lines))
        self._text = "\n" + "".join(f"{digits}\n" for _, digits in lines)
        lengths = (len(digits) + 1 for _, digits in lines)
        self._begins = array("q", accumulate(lengths, initial=1))
        self._extensions: dict[str, set[int]] = {}
        for owner, digits in extensions:
            self._extensions.setdefault(digits, set()).add(owner)

    def ranked(self, digits: str, reach: int) -> Iterator[set[int]]:
        """Whose number the digits are, end, begin or are part of: one set for each ``IN_A_TEXT``.

        Of each rank at least the ``reach`` smallest numbers are given where there are so many.
        """
        shapes = {
            Rank.EXACT: f"\n{digits}\n",
            Rank.PREFIX: f"{digits}\n",
            Rank.INITIALS: f"\n{digits}",
        }
        if len(digits) >= FEWEST_INSIDE:
            shapes[Rank.INSIDE] = digits
        somewhere = digits in self._text
        for rank in IN_A_TEXT:
            shape = shapes.get(rank) if somewhere else None
            found = set(islice(self._holding(shape), reach)) if shape else set[int]()
            if rank is Rank.EXACT:
                found |= self._extensions.get(digits, set[int]())
            yield found

    def _holding(self, wanted: str) -> Iterator[int]:
        """The different owners of lines that hold the text, ascending."""
        lead = 1 if wanted.startswith("\n") else 0
        at, last = self._text.find(wanted), -1
        while at >= 0:
            line = bisect_right(self._begins, at + lead) - 1
            if self._owners[line] != last:
                last = self._owners[line]
                yield last
            at = self._text.find(wanted, self._begins[line + 1] - 1)
