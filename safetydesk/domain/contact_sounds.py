"""Texts by the ways in which they can be typed: a typed word finds its texts without trying all.

Texts that begin alike share a path of tokens, so that a word is walked along each path once. The
ranks are those of ``contact_search``; only how they are found differs.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from safetydesk.domain.contact_search import (
    Rank,
    Step,
    is_partial,
    is_spoken,
    rank_of,
    ways,
)

if TYPE_CHECKING:
    from safetydesk.domain.contact_search import SpokenText

_STARTS = 1 << 12
"""More than a text has tokens; one number holds a text and the token from which it is typed."""
_FEW = 8
"""So few texts of one beginning are parted anew each time instead of being kept parted."""

IN_A_TEXT = tuple(rank for rank in Rank if rank < Rank.UNIT)
"""The ranks that a word can have in one text, the best first."""
Found: TypeAlias = list[Iterable[int]]


@dataclass(frozen=True, slots=True)
class _Token:
    """A character or Latin word with its readings; texts share it."""

    text: str
    readings: tuple[str, ...]
    heads: str


class _Typed(NamedTuple):
    """What of a word is still to be typed after some tokens, and how those were typed."""

    word: str
    depth: int
    worst: Step
    whole: bool
    at_start: bool


@dataclass(slots=True)
class _Path:
    """The texts that share their tokens so far: those that end here, and all by the next letter."""

    places: array[int]
    ended: array[int] = field(default_factory=lambda: array("q"))
    parted: bool = False
    nexts: dict[str, list[tuple[_Token, _Path]]] = field(
        default_factory=dict[str, list[tuple[_Token, "_Path"]]]
    )


class SpokenTexts:
    """Different texts with whom they belong to: ascending numbers, as they were told."""

    def __init__(self, told: Iterable[tuple[int, SpokenText]]) -> None:
        """Takes (number, text) with ascending numbers; a number may have several texts."""
        self._texts: list[str] = []
        self._tokens: list[tuple[_Token, ...]] = []
        self._owners: list[array[int]] = []
        self._take(told)
        starts = array("q", (number * _STARTS for number, t in enumerate(self._tokens) if t))
        inside = array(
            "q",
            (
                number * _STARTS + start
                for number, tokens in enumerate(self._tokens)
                for start in range(1, min(len(tokens), _STARTS))
            ),
        )
        self._starts, self._inside = _Path(starts), _Path(inside)
        self._part_wholly(self._starts, 0)
        self._part_wholly(self._inside, 0)

    def ranked(self, word: str, reach: int) -> Iterator[set[int]]:
        """Whose texts the word fits, for each of ``IN_A_TEXT``; again in a worse one, perhaps.

        Of each rank at least the ``reach`` smallest numbers are given where there are so many.
        """
        if not is_spoken(word):
            places = (number * _STARTS for number, text in enumerate(self._texts) if word in text)
            for rank in IN_A_TEXT:
                yield self._owning([places], reach) if rank is Rank.INSIDE else set()
            return
        before = Rank.INSIDE
        for path, ranks in (
            (self._starts, IN_A_TEXT[:before]),
            (self._inside, IN_A_TEXT[before:]),
        ):
            found: dict[Rank, Found] = {}
            self._walk(
                path, _Typed(word, 0, Step.FULL, whole=True, at_start=path is self._starts), found
            )
            for rank in ranks:
                yield self._owning(found.get(rank, ()), reach)

    def _take(self, told: Iterable[tuple[int, SpokenText]]) -> None:
        known: dict[tuple[str, tuple[_Token, ...]], int] = {}
        shared: dict[tuple[str, tuple[str, ...]], _Token] = {}
        taken: dict[int, tuple[SpokenText, int]] = {}  # by identity: many have the same one
        for owner, text in told:
            if id(text) not in taken:
                tokens = tuple(
                    shared.setdefault((token, readings), _Token(token, readings, heads))
                    for token, readings, heads in zip(
                        text.tokens, text.readings, text.heads, strict=True
                    )
                )
                number = known.setdefault((text.text, tokens), len(self._texts))
                if number == len(self._texts):
                    self._texts.append(text.text)
                    self._tokens.append(tokens)
                    self._owners.append(array("q"))
                taken[id(text)] = (text, number)
            owners = self._owners[taken[id(text)][1]]
            if not owners or owners[-1] != owner:
                owners.append(owner)

    def _part_wholly(self, path: _Path, depth: int) -> None:
        """Keeps parted what many texts share."""
        if len(path.places) <= _FEW:
            return
        path.nexts, path.parted = self._parted(path, depth), True
        for following in {id(p): p for pairs in path.nexts.values() for _, p in pairs}.values():
            self._part_wholly(following, depth + 1)

    def _parted(self, path: _Path, depth: int) -> dict[str, list[tuple[_Token, _Path]]]:
        """The path's texts by their next token, under each letter with which that is typed."""
        paths: dict[int, tuple[_Token, _Path]] = {}
        for place in path.places:
            number, start = divmod(place, _STARTS)
            tokens = self._tokens[number]
            at = start + depth
            if at == len(tokens):
                continue
            token = tokens[at]
            following = paths.get(id(token))
            if following is None:
                following = paths[id(token)] = (token, _Path(array("q")))
            following[1].places.append(place)
            if at + 1 == len(tokens):
                following[1].ended.append(place)
        nexts: dict[str, list[tuple[_Token, _Path]]] = {}
        for pair in paths.values():
            for head in pair[0].heads:
                nexts.setdefault(head, []).append(pair)
        return nexts

    def _walk(self, path: _Path, typed: _Typed, found: dict[Rank, Found]) -> None:
        """Follows what is still to be typed along every path; the worst step decides."""
        word, depth, worst, whole, at_start = typed
        nexts = path.nexts if path.parted else self._parted(path, depth)
        for token, following in nexts.get(word[0], ()):
            for length, how in ways(token.text, token.readings, word):
                step = max(worst, how)
                complete = whole and not is_partial(token.text, token.readings, word[:length])
                if length < len(word):
                    rest = _Typed(word[length:], depth + 1, step, complete, at_start)
                    self._walk(following, rest, found)
                    continue
                rank = rank_of(step, whole=False, at_start=at_start)
                found.setdefault(rank, []).append(following.places)
                if complete:
                    best = rank_of(step, whole=True, at_start=at_start)
                    found.setdefault(best, []).append(following.ended)

    def _owning(self, found: Iterable[Iterable[int]], reach: int) -> set[int]:
        """Whose the texts are: of each path the first ones, as far as asked for.

        Texts stand in the order of their first owners, of whom one may have several texts.
        """
        owners: set[int] = set()
        for places in found:
            last, firsts = -1, set[int]()
            for place in places:
                number = place // _STARTS
                if number == last:
                    continue
                last = number
                firsts.add(self._owners[number][0])
                if len(firsts) > reach:
                    break
                owners.update(self._owners[number][:reach])
        return owners
