"""How text is cut for full-text search: pairs of Han characters, triples of letters and digits.

A trigram index finds nothing for two Chinese characters, the commonest query; a character index
is slow for numbers. Mixed pieces answer both (performance §3). The same cutting feeds FTS5 on
SQLite and tsvector on PostgreSQL. Where a run of the one kind touches one of the other (``K12段``,
``第77次``), what touches is a piece of its own (``2段``; ``第77`` and ``7次``), without which words
across would be sought among all texts that hold both runs.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from typing import NamedTuple

_RUN = re.compile(r"[0-9a-z]+|[\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af]+")
_HAN_PIECE = 2
_LATIN_PIECE = 3


def grams(text: str) -> str:
    """The pieces of a text, separated by blanks; each run's tail is kept, so prefixes match."""
    runs, seams = _cut(text)
    pieces = (piece for run in runs for piece in _pieces(run, keep_tail=True))
    return " ".join([*pieces, *filter(None, seams)])


class Phrase(NamedTuple):
    """Pieces in sequence; where it ``goes_on``, the last may be the beginning of a longer one."""

    pieces: list[str]
    goes_on: bool


def phrases(query: str) -> list[Phrase]:
    """One phrase per seam of the query, then per run.

    Seams are rare and stand first, since what stands first leads the index; a run that lies within
    a seam is not asked for again.
    """
    runs, seams = _cut(query)
    asked = [
        Phrase([seam], goes_on=seam[1:].isascii() and _is_short(seam[1:]) and not after)
        for seam, after in zip(seams, [*seams[1:], ""], strict=False)
        if seam
    ]
    for run, before, after in zip(runs, ["", *seams], [*seams, ""], strict=False):
        if run not in {before[1:], after[:1]}:
            pieces = _pieces(run, keep_tail=False)
            asked.append(Phrase(pieces, goes_on=_is_short(pieces[-1])))
    return asked


def _is_short(piece: str) -> bool:
    """Whether a piece of one kind is shorter than those indexed."""
    return len(piece) < _length(piece)


def folded(text: str) -> str:
    """The text as it is compared: NFKC, lower case."""
    return unicodedata.normalize("NFKC", text).lower()


def _cut(text: str) -> tuple[list[str], list[str]]:
    """The runs of Han characters, and of letters and digits; what touches between one and the next.

    Runs that do not touch have an empty text between them.
    """
    found = list(_RUN.finditer(folded(text)))
    seams = [_seam(a[0], b[0]) if a.end() == b.start() else "" for a, b in pairwise(found)]
    return [run[0] for run in found], seams


def _seam(run: str, following: str) -> str:
    """The last sign of a run, and a piece of letters and digits or one Han character after it."""
    return run[-1] + following[: _LATIN_PIECE if following[0].isascii() else 1]


def _length(run: str) -> int:
    """The full length of a piece of this run's kind."""
    return _LATIN_PIECE if run[0].isascii() else _HAN_PIECE


def _pieces(run: str, *, keep_tail: bool) -> list[str]:
    """Overlapping pieces of a run; with the shorter ones at its end if asked."""
    size = _length(run)
    full = [run[i : i + size] for i in range(len(run) - size + 1)]
    if keep_tail:
        return full + [run[i:] for i in range(max(len(run) - size + 1, 0), len(run))]
    return full or [run]
