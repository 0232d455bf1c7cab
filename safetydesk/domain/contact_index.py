"""A directory made ready once, so that a key typed finds its first hits without ranking all.

Who is found, and in which order, is what ``contact_search.search`` finds among the same entries.
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable, Iterator
from itertools import repeat
from typing import TYPE_CHECKING

from safetydesk.domain.contact_numbers import NumberText
from safetydesk.domain.contact_search import Rank, dialled_digits, words_of
from safetydesk.domain.contact_sounds import IN_A_TEXT, SpokenTexts

if TYPE_CHECKING:
    from safetydesk.domain.contact_search import ContactEntry, SpokenText

_ALL = sys.maxsize


class ContactIndex:
    """Entries by number, from 0 in the order in which they stand in lists.

    Nobody in it is on duty or was called: where ranks are equal the smaller number goes first.
    """

    def __init__(self, entries: Iterable[ContactEntry]) -> None:
        names: list[tuple[int, SpokenText]] = []
        units, posts, groups = names.copy(), names.copy(), names.copy()
        phones: list[tuple[int, str]] = []
        extensions = phones.copy()
        number = -1
        for number, entry in enumerate(entries):
            names.append((number, entry.name))
            units += [(number, text) for text in entry.units]
            posts += [(number, text) for text in entry.posts]
            groups += [(number, text) for text in entry.groups]
            phones += [(number, digits) for digits in entry.phones]
            extensions += [(number, digits) for digits in entry.extensions]
        self._size = number + 1
        self._names = SpokenTexts(names)
        self._fields = (
            (Rank.UNIT, SpokenTexts(units)),
            (Rank.POST, SpokenTexts(posts)),
            (Rank.GROUP, SpokenTexts(groups)),
        )
        self._numbers = NumberText(phones, extensions)

    def first(
        self, query: str, limit: int, without: Collection[int] = frozenset()
    ) -> dict[int, int]:
        """The ranks of the first hits, by number; the best first, as many as the limit."""
        words, _ = words_of(query)
        if len(words) == 1:
            return self._first_of_word(words[0], limit, without)
        if not words:
            found = (number for number in range(self._size) if number not in without)
            return {number: 0 for number, _ in zip(found, range(limit), strict=False)}
        every = self.every(query)
        hits = sorted((rank, number) for number, rank in every.items() if number not in without)
        return {number: rank for rank, number in hits[:limit]}

    def every(self, query: str) -> dict[int, int]:
        """The rank of every hit, by number."""
        words, joined = words_of(query)
        if not words:
            return dict.fromkeys(range(self._size), 0)
        apart = self._every_of_word(words[0])
        for word in words[1:]:
            more = self._every_of_word(word)
            apart = {n: rank + more[n] for n, rank in apart.items() if n in more}
        if joined:
            for number, rank in self._every_of_word(joined).items():
                apart[number] = min(rank, apart.get(number, rank))
        return apart

    def _first_of_word(self, word: str, limit: int, without: Collection[int]) -> dict[int, int]:
        found: dict[int, int] = {}
        for rank, numbers in self._ranked(word, limit + len(without)):
            fresh = sorted(numbers.difference(found, without))[: limit - len(found)]
            found.update(dict.fromkeys(fresh, rank))
            if len(found) >= limit:
                break
        return found

    def _every_of_word(self, word: str) -> dict[int, int]:
        found: dict[int, int] = {}
        for rank, numbers in self._ranked(word, _ALL):
            found.update(dict.fromkeys(numbers.difference(found), rank))
        return found

    def _ranked(self, word: str, reach: int) -> Iterator[tuple[int, set[int]]]:
        """Whom the word fits, the best ranks first: number and name, then unit, post, group."""
        names = self._names.ranked(word, reach)
        digits = dialled_digits(word)
        numbers = self._numbers.ranked(digits, reach) if digits else repeat(set[int]())
        for rank, by_name, by_number in zip(IN_A_TEXT, names, numbers, strict=False):
            yield rank, by_name | by_number
        for base, texts in self._fields:
            for rank, owners in zip(IN_A_TEXT, texts.ranked(word, reach), strict=True):
                yield base + rank, owners
