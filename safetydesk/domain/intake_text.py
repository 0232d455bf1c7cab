"""The words of a pasted message made even for reading, with the way back to them as pasted."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar, cast

T = TypeVar("T")

_EVEN = {
    **{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if code != ord("，")},
    **{ord(odd): ord(" ") for odd in "\u3000\t\r\u00a0"},
    **{ord(odd): ord("-") for odd in "—–−‐‑‒―"},
}
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff]")
_MEASURES = "年月日号时点分秒人名位个死伤万亿元亩公辆台车户度米吨级"
_LOOSE = (
    re.compile(rf"(?<=\d) +(?=[{_MEASURES}])"),
    re.compile(rf"(?<=[\u4e00-\u9fff]) +(?=\d{{1,4}}(?:\.\d+)? *[{_MEASURES[2:]}])"),
    re.compile(r"(?<=[年月时点:]) +(?=\d)"),
)
_SHORTEST_WRAPPED, _LONGEST_WRAPPED, _FULL = 36, 120, 0.85
"""Widths in half-width characters; a line is full from that share of the widest on."""
_SIGNATURE_INDENT = " " * 8
_OPEN_END = re.compile(r"[\u4e00-\u9fff\d,，、]$")
_NEW_START = re.compile(r"[一-龥]{2,8}:|关于|[一二三四五六七八九十]+、|\(|【| ")
_LONGEST_STRETCH = 1000
"""Signs to each side of a position in which the end of its sentence is looked for."""
_SENTENCE_ENDS, _CLAUSE_ENDS = "。!?\n", "。!?\n;，,"


@dataclass(frozen=True)
class Quote:
    """A stretch of the pasted text: ``text`` is exactly what stands from ``start`` to ``end``."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Said(Generic[T]):
    """A value together with the words it was read from."""

    value: T
    quotes: tuple[Quote, ...]


class Words:
    """A message in plain form: half-width, without the gaps that typing and wrapping put in.

    Every position of ``plain`` leads back to one of the pasted text.
    """

    def __init__(self, text: str) -> None:
        self.original = text
        even = text.translate(_EVEN)
        dropped = _gaps(even)
        self._origin = [place for place in range(len(even)) if place not in dropped]
        self.plain = "".join(even[place] for place in self._origin)
        self._kept: dict[str, object] = {}

    def kept(self, name: str, make: Callable[[], T]) -> T:
        """What was read from the whole text once; it is made when it is first asked for."""
        if name not in self._kept:
            self._kept[name] = make()
        return cast("T", self._kept[name])

    def quote(self, start: int, end: int) -> Quote:
        """The pasted words behind ``plain[start:end]``, without space around them."""
        while start < end and self.plain[start].isspace():
            start += 1
        while end > start and self.plain[end - 1].isspace():
            end -= 1
        if start >= end:
            return Quote(0, 0, "")
        first, last = self._origin[start], self._origin[end - 1] + 1
        return Quote(first, last, self.original[first:last])

    def said(self, value: T, start: int, end: int) -> Said[T]:
        """A value read from ``plain[start:end]``."""
        return Said(value, (self.quote(start, end),))

    def of(self, match: re.Match[str], group: int | str = 0) -> Said[str]:
        """What a group of a match in ``plain`` says, without space around it."""
        return self.said(match.group(group).strip(), *match.span(group))

    def sentence(self, at: int) -> tuple[int, int]:
        """From where to where the sentence around a position runs; a line ends it too."""
        return _stretch(self.plain, at, _SENTENCE_ENDS)

    def clause(self, at: int) -> tuple[int, int]:
        """From where to where the words between two commas around a position run."""
        return _stretch(self.plain, at, _CLAUSE_ENDS)

    def lines(self) -> Iterator[tuple[int, str]]:
        """Each line with the position at which it begins."""
        at = 0
        for line in self.plain.split("\n"):
            yield at, line
            at += len(line) + 1


def _stretch(text: str, at: int, ends: str) -> tuple[int, int]:
    first, last = max(0, at - _LONGEST_STRETCH), min(len(text), at + _LONGEST_STRETCH)
    start = max(*(text.rfind(mark, first, at) for mark in ends), first - 1) + 1
    found = [place for mark in ends if (place := text.find(mark, at, last)) >= 0]
    return start, min(found, default=last)


def _gaps(text: str) -> set[int]:
    """The positions that only typing or wrapping put in."""
    dropped = {found.start() for found in _INVISIBLE.finditer(text)}
    for gap in _LOOSE:
        for found in gap.finditer(text):
            dropped.update(range(*found.span()))
    dropped.update(_wraps(text))
    return dropped


def _wraps(text: str) -> Iterable[int]:
    """Line breaks inside a paragraph that was wrapped to one width."""
    lines = text.split("\n")
    body = [line for line in lines if not line.startswith(_SIGNATURE_INDENT)]
    width = max((_width(line) for line in body), default=0)
    if not _SHORTEST_WRAPPED <= width <= _LONGEST_WRAPPED:
        return
    at = -1
    for line, following in itertools.pairwise(lines):
        at += len(line) + 1
        full = _width(line) >= width * _FULL and _OPEN_END.search(line)
        if full and following and not _NEW_START.match(following):
            yield at


def _width(line: str) -> int:
    """How wide a line is printed: a Chinese character takes two."""
    return sum(1 if sign.isascii() else 2 for sign in line)
