"""By which short keys a stored contact can be a hit at all, so that few need to be ranked.

A typed word begins somewhere in a text: with a Han character or the first letter of a syllable,
followed by the rest of the syllable or by the head of the next token. The first two characters
that can be typed are therefore few, and are kept with the contact (see ``contact_search``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from safetydesk.domain.contact_search import dialled_digits, fold

if TYPE_CHECKING:
    from safetydesk.domain.contact_search import ContactEntry

_KEY_LENGTH = 2
_DIALLED = re.compile(r"[\d\s+()\-]+")
_LATIN_WORD = re.compile(r"[a-z]+")
_SPOKEN_WORD = re.compile(r"[a-z0-9\u3400-\u9fff\U00020000-\U0003ffff〇]+")


@dataclass(frozen=True)
class WordKey:
    """What a hit of one word must have: ``key`` among its search keys, or ``digits`` in a number.

    An empty ``key`` narrows nothing (the word is punctuation); empty ``digits`` are no number.
    """

    key: str
    digits: str = ""


def search_keys(entry: ContactEntry) -> str:
    """All keys of a contact as ``|zh|zl|张l|``."""
    texts = (entry.name, *entry.units, *entry.posts, *entry.groups)
    keys = sorted(set[str]().union(*(_keys_of(t.tokens, t.readings, t.heads) for t in texts)))
    return f"|{'|'.join(keys)}|" if keys else "|"


@lru_cache(maxsize=16_384)
def _keys_of(
    tokens: tuple[str, ...], readings: tuple[tuple[str, ...], ...], heads: tuple[str, ...]
) -> frozenset[str]:
    """The keys of one text, kept: a unit's are the same for everybody in it."""
    return frozenset(_keys(tokens, readings, heads))


def _keys(
    tokens: tuple[str, ...], readings: tuple[tuple[str, ...], ...], heads: tuple[str, ...]
) -> Iterator[str]:
    """The beginnings of everything that may be typed for a text, from each of its tokens."""
    for token, heard, first_letters in zip(tokens, readings, heads, strict=True):
        yield from (word[:_KEY_LENGTH] for word in (token, *heard) if word)
        yield from first_letters
    for here, following in pairwise(heads):
        yield from (first + second for first in here for second in following)


def narrowing(query: str) -> tuple[tuple[WordKey, ...], ...]:
    """Alternatives, each a set of keys that must all hold; no alternative narrows nothing.

    The words of the query must all fit; Latin words may also be one pinyin, digits one number.
    """
    words = fold(query).split()
    if not words:
        return ()
    together = tuple(_word_key(word) for word in words)
    if len(words) == 1:
        return (together,)
    if all(_LATIN_WORD.fullmatch(word) for word in words) or _DIALLED.fullmatch(query):
        return (together, (_word_key("".join(words)),))
    return (together,)


def _word_key(word: str) -> WordKey:
    key = word[:_KEY_LENGTH] if _SPOKEN_WORD.fullmatch(word) else ""
    return WordKey(key, dialled_digits(word))
