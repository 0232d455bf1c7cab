"""Knows how an entry and its corrections stand on paper: what was replaced stays, struck."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

from safetydesk.services.sheets import Segment, SegmentMark

_TOKEN = re.compile(r"\d+|[A-Za-z]+|.", re.DOTALL)
_ALIKE = 0.5
"""Below this likeness a correction is a new sentence: the old one is struck as a whole."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A number, a word or a character, and whether it was struck."""

    text: str
    struck: bool = False


def segments_of(versions: Sequence[str]) -> tuple[Segment, ...]:
    """The first version with every later one worked in, oldest first."""
    if len(versions) == 1:
        return (Segment(versions[0]),) if versions[0] else ()
    pieces = [_Piece(token) for token in _TOKEN.findall(versions[0])] if versions else []
    for text in versions[1:]:
        pieces = _revised(pieces, _TOKEN.findall(text))
    return tuple(
        Segment("".join(piece.text for piece in run), _mark(struck))
        for struck, run in groupby(pieces, key=lambda piece: piece.struck)
    )


def _mark(struck: bool) -> SegmentMark:  # noqa: FBT001 - a key of groupby
    return SegmentMark.STRUCK if struck else SegmentMark.PLAIN


def _revised(pieces: list[_Piece], wanted: list[str]) -> list[_Piece]:
    """The pieces with what the new wording drops struck and what it adds put in its place."""
    live = [piece.text for piece in pieces if not piece.struck]
    matcher = SequenceMatcher(a=live, b=wanted, autojunk=False)
    if matcher.ratio() < _ALIKE:
        return [_Piece(p.text, struck=True) for p in pieces] + [_Piece(t) for t in wanted]
    rest = iter(pieces)
    revised: list[_Piece] = []
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        for _ in range(start, end):
            revised += _up_to_live(rest, strike=tag != "equal")
        if tag != "equal":
            revised += [_Piece(token) for token in wanted[new_start:new_end]]
    return [*revised, *rest]


def _up_to_live(rest: Iterator[_Piece], *, strike: bool) -> list[_Piece]:
    """The next live piece, struck if need be, with the struck ones before it."""
    taken: list[_Piece] = []
    for piece in rest:
        if piece.struck:
            taken.append(piece)
            continue
        return [*taken, _Piece(piece.text, struck=strike)]
    return taken
