"""Which contacts a few typed characters mean, and in which order they are offered."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum
from functools import lru_cache

_APOSTROPHES = str.maketrans("", "", "'’‘`´ʼ")
_DIALLED = re.compile(r"[\d\s+()\-]+")
_LATIN_WORD = re.compile(r"[a-z]+")
_SPOKEN_WORD = re.compile(r"[a-z0-9\u3400-\u9fff\U00020000-\U0003ffff〇]+")
FEWEST_DIGITS = 2
"""Fewer digits are no number."""
FEWEST_INSIDE = 3
"""Fewer digits are not looked for in the middle of a number."""
_MOBILE_LENGTH = 11
_NEVER = 0.0
_NOWHERE = (None, None, None)


class Rank(IntEnum):
    """How well a word fits; smaller is better."""

    EXACT = 0
    PREFIX = 1
    INITIALS = 2
    OTHER_READING = 3
    INSIDE = 4
    INSIDE_OTHERWISE = 5
    UNIT = 6
    POST = 12
    GROUP = 18


class Step(IntEnum):
    """How a character was reached; the worst step of a path decides."""

    FULL = 0
    INITIAL = 1
    OTHER = 2


@dataclass(frozen=True)
class SpokenText:
    """A text as tokens (single Han characters, or runs of letters and digits) with their readings.

    The first reading of a token is the main one in this text; ``heads`` are the letters with which
    a token may be typed.
    """

    text: str
    tokens: tuple[str, ...] = ()
    readings: tuple[tuple[str, ...], ...] = ()
    heads: tuple[str, ...] = field(default=(), repr=False)
    openings: frozenset[str] = field(default=frozenset(), repr=False)

    @classmethod
    def of(cls, text: str, tokens: Sequence[str], readings: Sequence[Sequence[str]]) -> SpokenText:
        """The text with its heads worked out."""
        frozen = tuple(tuple(reading) for reading in readings)
        heads = tuple(map(_heads, tokens, frozen))
        return cls(fold(text), tuple(tokens), frozen, heads, frozenset("".join(heads)))


@dataclass(frozen=True)
class ContactEntry:
    """A contact as search sees it, its readings computed beforehand.

    ``phones`` are digits; ``extensions`` stand apart. ``units`` hold the unit and its short forms.
    Contacts that share a unit, post or group best share the tuple: it is looked at once a query.
    """

    key: str
    name: SpokenText
    units: tuple[SpokenText, ...] = ()
    posts: tuple[SpokenText, ...] = ()
    groups: tuple[SpokenText, ...] = ()
    phones: tuple[str, ...] = ()
    extensions: tuple[str, ...] = ()
    on_duty: bool = False
    last_called: datetime | None = None


@lru_cache(maxsize=16_384)
def _heads(token: str, readings: tuple[str, ...]) -> str:
    """The letters with which a token may be typed."""
    return "".join(dict.fromkeys(word[0] for word in (token, *readings) if word))


def fold(text: str) -> str:
    """The text as it is compared: full-width forms plain, lower case, ü as v, no apostrophes."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return plain.translate(_APOSTROPHES).replace("ü", "v").replace("u:", "v")


def search(entries: Iterable[ContactEntry], query: str, limit: int = 50) -> list[ContactEntry]:
    """The entries that fit every word of the query, best first; an empty query finds all.

    Exact name, then prefix, initials, another reading, inside; then unit, post and group. Ties go
    to whoever is on duty today, then to whoever was called last.
    """
    fit = ranking(query)
    found: list[tuple[int, bool, float, int, ContactEntry]] = []
    for position, entry in enumerate(entries):
        rank = fit(entry)
        if rank is not None:
            called = entry.last_called.timestamp() if entry.last_called else _NEVER
            found.append((rank, not entry.on_duty, -called, position, entry))
    found.sort(key=lambda item: item[:4])
    return [item[4] for item in found[:limit]]


def ranking(query: str) -> Callable[[ContactEntry], int | None]:
    """How well an entry fits the query (less is better, 0 for an empty query); None: not at all."""
    return _Query(query).rank


def words_of(query: str) -> tuple[tuple[str, ...], str]:
    """The words that must all fit, and the one word that they may be instead (or none).

    Latin words may also be one pinyin, groups of digits one number.
    """
    folded = fold(query)
    words = tuple(folded.split())
    latin = all(_LATIN_WORD.fullmatch(word) for word in words)
    joins = len(words) > 1 and (latin or _DIALLED.fullmatch(folded))
    return words, "".join(words) if joins else ""


def dialled_digits(word: str) -> str:
    """The digits of a word that can be a number, the country code dropped; else nothing."""
    digits = re.sub(r"\D", "", word) if _DIALLED.fullmatch(word) else ""
    if digits.startswith("86") and len(digits) == _MOBILE_LENGTH + 2:
        digits = digits[2:]
    return digits if len(digits) >= FEWEST_DIGITS else ""


def is_spoken(word: str) -> bool:
    """Whether a word is typed sounds or characters; others are looked for as they are."""
    return bool(_SPOKEN_WORD.fullmatch(word))


class _Word:
    """One word of a query; texts that many contacts share are looked at once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._spoken = is_spoken(text)
        self._digits = dialled_digits(text)
        self._shared: dict[int, Rank | None] = {}
        self._names: dict[tuple[str, tuple[tuple[str, ...], ...]], Rank | None] = {}

    def rank(self, entry: ContactEntry) -> int | None:
        """How well the word fits the contact: number and name, else unit, post or group."""
        name = self._name_rank(entry.name)
        if self._digits:
            phone = self._phone_rank(entry)
            if phone is not None and (name is None or phone < name):
                return phone
        if name is not None:
            return name
        ranks = (
            self._in_field(entry.units, Rank.UNIT),
            self._in_field(entry.posts, Rank.POST),
            self._in_field(entry.groups, Rank.GROUP),
        )
        if ranks == _NOWHERE:
            return None
        return min(rank for rank in ranks if rank is not None)

    def _in_field(self, texts: tuple[SpokenText, ...], base: Rank) -> int | None:
        key = id(texts)
        if key not in self._shared:
            ranks = [rank for rank in map(self._text_rank, texts) if rank is not None]
            self._shared[key] = min(ranks, default=None)
        rank = self._shared[key]
        return None if rank is None else base + rank

    def _phone_rank(self, entry: ContactEntry) -> int | None:
        """Whole number or extension, its end, its beginning, then the middle."""
        digits = self._digits
        if digits in entry.phones or digits in entry.extensions:
            return Rank.EXACT
        best: Rank | None = None
        for number in entry.phones:
            if digits not in number:
                continue
            if number.endswith(digits):
                return Rank.PREFIX
            if number.startswith(digits):
                best = Rank.INITIALS
            elif best is None and len(digits) >= FEWEST_INSIDE:
                best = Rank.INSIDE
        return best

    def _name_rank(self, name: SpokenText) -> Rank | None:
        """The rank of a name; people of one name that sounds alike are looked at once."""
        key = (name.text, name.readings)
        if key not in self._names:
            self._names[key] = self._text_rank(name)
        return self._names[key]

    def _text_rank(self, text: SpokenText) -> Rank | None:
        """How well the word fits from the text's beginning, or from any later token."""
        word = self._text
        if not self._spoken:
            return Rank.INSIDE if word in text.text else None
        if word[0] not in text.openings:
            return None
        best: Rank | None = None
        for start, heads in enumerate(text.heads):
            step, whole = _walk(text, start, word) if word[0] in heads else (None, False)
            if step is None:
                continue
            rank = rank_of(step, whole=whole, at_start=start == 0)
            best = rank if best is None else min(best, rank)
            if start == 0:
                return rank
        return best


class _Query:
    """All words of a query; Latin words may also be one pinyin, groups of digits one number."""

    def __init__(self, query: str) -> None:
        words, joined = words_of(query)
        self._words = [_Word(word) for word in words]
        self._joined = _Word(joined) if joined else None

    def rank(self, entry: ContactEntry) -> int | None:
        """The sum of the words' ranks, or that of the joined word where it is better."""
        apart = self._apart(entry)
        if self._joined is None:
            return apart
        joined = self._joined.rank(entry)
        return min((rank for rank in (apart, joined) if rank is not None), default=None)

    def _apart(self, entry: ContactEntry) -> int | None:
        total = 0
        for word in self._words:
            rank = word.rank(entry)
            if rank is None:
                return None
            total += rank
        return total


def rank_of(step: Step, *, whole: bool, at_start: bool) -> Rank:
    """What the best way to type a word comes to; ``whole``: with it the text ends."""
    if not at_start:
        return Rank.INSIDE_OTHERWISE if step is Step.OTHER else Rank.INSIDE
    if step is Step.FULL:
        return Rank.EXACT if whole else Rank.PREFIX
    return Rank.INITIALS if step is Step.INITIAL else Rank.OTHER_READING


def _walk(text: SpokenText, index: int, word: str) -> tuple[Step | None, bool]:
    """The best way to type the word along the tokens, and whether it ends with the text's end.

    A token is typed as itself, as a whole syllable, by its first letter, or, at the word's end, by
    the beginning of a syllable; never from the middle of a syllable or of a Latin word.
    """
    if not word:
        return Step.FULL, index == len(text.tokens)
    if index == len(text.tokens) or word[0] not in text.heads[index]:
        return None, False
    best: tuple[Step | None, bool] = (None, False)
    token, readings = text.tokens[index], text.readings[index]
    for typed, step in ways(token, readings, word):
        rest, whole = _walk(text, index + 1, word[typed:])
        if rest is None:
            continue
        complete = whole and not is_partial(token, readings, word[:typed])
        candidate = (max(step, rest), complete)
        if best[0] is None or (candidate[0], not candidate[1]) < (best[0], not best[1]):
            best = candidate
    return best


def ways(token: str, readings: Sequence[str], word: str) -> list[tuple[int, Step]]:
    """How many letters of the word this token can take, and as what."""
    found: list[tuple[int, Step]] = []
    if word.startswith(token):
        found.append((len(token), Step.FULL))
    for number, syllable in enumerate(readings):
        whole = Step.OTHER if number else Step.FULL
        if word.startswith(syllable):
            found.append((len(syllable), whole))
        elif syllable.startswith(word):
            found.append((len(word), whole))
        if syllable[0] == word[0] and len(word) > 1:
            found.append((1, Step.OTHER if number else Step.INITIAL))
    return found


def is_partial(token: str, readings: Sequence[str], typed: str) -> bool:
    """Whether the token was typed in part only."""
    return typed != token and typed not in readings
