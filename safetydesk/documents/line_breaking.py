"""Knows where a line of Chinese with figures and Latin words in it may end (GB/T 15834, CLREQ)."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

NO_START: Final = frozenset(
    "，。、；：？！）》〉」』】〕］｝”’…—～·％℃℉‰㎡㎥㎏㎜㎞‐–〗々〟"  # full width
    ",.;:?!)]}%>°′″"
)
"""Characters that never begin a line, unless the line holds nothing else."""

NO_END: Final = frozenset("（《〈「『【〔［｛“‘〖〝￥№＃$¥([{<#")
"""Characters that never end a line, unless the line holds nothing else."""

CLOSING: Final = frozenset("，。、；：？！）》〉」』】〕］｝”’")
"""Marks whose right half is blank when they are set a full em wide."""

OPENING: Final = frozenset("（《〈「『【〔［｛“‘")
"""Marks whose left half is blank when they are set a full em wide."""

_UNITS: Final = frozenset("年月日时分秒人名期号项起次条吨米元万亿")
"""Stay with the figure before them: ``5人`` is not parted."""

_WORD_JOINERS: Final = frozenset("-+./:@_&=~*'×,·")
"""Keep a number, a time, an address or an extension in one piece when between its characters."""

_TWINS: Final = frozenset("—…─＿")
"""Doubled signs that are one sign (破折号, 省略号) and are never parted."""


FIRST_HAN: Final = 0x2E80
"""Characters from here on are set one by one; those before it form words and numbers."""


@dataclass(frozen=True, slots=True)
class Line:
    """Characters ``start`` to ``stop`` of a paragraph; trailing spaces are left out.

    ``width`` is their natural width in the unit of the widths given, less what the last
    character sheds at the end of a line.
    """

    start: int
    stop: int
    width: float


def break_offsets(text: str) -> list[int]:
    """Offsets at which a new line may begin, ascending, without 0, with ``len(text)`` last."""
    inner = [i for i in range(1, len(text)) if _may_break(text, i)]
    return [*inner, len(text)] if text else []


def break_lines(
    text: str,
    widths: Sequence[float],
    room: Callable[[int], float],
    *,
    trims: Sequence[float] | None = None,
    offsets: Sequence[int] | None = None,
) -> list[Line]:
    """Fill lines one after the other.

    ``widths`` are the characters' widths, ``room`` tells how much the n-th line (from 0) holds.
    ``trims`` tell what each character sheds at the end of a line (the blank half of a closing
    mark). ``offsets`` replaces the places of :func:`break_offsets`. A piece wider than a line is
    broken wherever it must be. Text without a character gives one empty line.
    """
    if not text:
        return [Line(0, 0, 0.0)]
    places = break_offsets(text) if offsets is None else offsets
    ruler = _Ruler(text, widths, trims)
    lines: list[Line] = []
    start = next_place = 0
    while start < len(text):
        space = room(len(lines)) + _TOLERANCE
        best = start
        while next_place < len(places) and ruler.line(start, places[next_place]).width <= space:
            best = places[next_place]
            next_place += 1
        if best == start:
            best = ruler.forced(start, space)
        lines.append(ruler.line(start, best))
        start = _skip_spaces(text, best)
        while next_place < len(places) and places[next_place] <= start:
            next_place += 1
    return lines


_TOLERANCE: Final = 1e-6
"""Sums of widths are not exact."""


class _Ruler:
    """Measures stretches of one paragraph."""

    def __init__(self, text: str, widths: Sequence[float], trims: Sequence[float] | None) -> None:
        self._text = text
        self._sums = [0.0, *accumulate(widths)]
        self._trims = trims

    def line(self, start: int, stop: int) -> Line:
        """The line of these characters, as it would stand on paper."""
        stop = _trimmed(self._text, start, stop)
        width = self._sums[stop] - self._sums[start]
        if stop > start and self._trims is not None:
            width -= self._trims[stop - 1]
        return Line(start, stop, width)

    def forced(self, start: int, space: float) -> int:
        """Where a piece too wide for the line is cut: as late as it fits, after one character."""
        stop = start + 1
        while stop < len(self._text) and self._sums[stop + 1] - self._sums[start] <= space:
            stop += 1
        kept = stop
        while kept > start + 1 and self._text[kept : kept + 1] in NO_START:
            kept -= 1
        return stop if kept == start + 1 else kept


def _trimmed(text: str, start: int, stop: int) -> int:
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    return stop


def _skip_spaces(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _may_break(text: str, at: int) -> bool:
    before, after = text[at - 1], text[at]
    if after.isspace() or after in NO_START or unicodedata.combining(after):
        return False
    if before in NO_END or (before == after and before in _TWINS):
        return False
    if before.isdecimal() and after in _UNITS:
        return False
    return before.isspace() or not _one_word(text, at)


def _one_word(text: str, at: int) -> bool:
    """Whether the characters around ``at`` belong to one number, word or address."""
    before, after = text[at - 1], text[at]
    if _in_word(before):
        return _in_word(after) or (after in _WORD_JOINERS and _in_word(text[at + 1 : at + 2]))
    return before in _WORD_JOINERS and _in_word(after) and _in_word(text[at - 2 : at - 1])


def _in_word(char: str) -> bool:
    """Letters and figures of scripts written with spaces; Han characters stand alone."""
    return char != "" and ord(char[0]) < FIRST_HAN and char.isalnum() and not _stands_alone(char)


def _stands_alone(char: str) -> bool:
    """Circled figures and Roman numeral signs break like Han characters."""
    return "\u2150" <= char <= "\u218f" or "\u2460" <= char <= "\u24ff"
