"""Knows whom a few typed letters mean: names, parts of them, and how they sound (hzq)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_BETWEEN = re.compile(r"[\s、，,；;/]+")


@dataclass(frozen=True)
class PersonChoice:
    """Somebody who can be put into a cell; ``sounds`` are ``huangzhiqiang hzq``."""

    id: int
    name: str
    sounds: str = ""

    def fits(self, typed: str) -> bool:
        """Whether the letters may mean this person."""
        heard = typed.lower().replace("'", "")
        return typed in self.name or any(word.startswith(heard) for word in self.sounds.split())


@dataclass(frozen=True)
class NamesRead:
    """The people meant, in their order, and the words that mean nobody or several."""

    ids: tuple[int, ...]
    unclear: tuple[str, ...] = ()


def tokens(text: str) -> list[str]:
    """The names of a cell, however they are parted."""
    return [part for part in _BETWEEN.split(text) if part]


def fitting(choices: Sequence[PersonChoice], typed: str) -> list[PersonChoice]:
    """Whom the letters may mean, the likeliest first."""
    found = [choice for choice in choices if typed and choice.fits(typed)]
    found.sort(key=lambda choice: (choice.name != typed, not choice.name.startswith(typed)))
    return found


def read_names(choices: Sequence[PersonChoice], text: str) -> NamesRead:
    """Whom a text means: a whole name, or letters that fit one person only."""
    ids: list[int] = []
    unclear: list[str] = []
    for token in tokens(text):
        found = fitting(choices, token)
        exact = [choice for choice in found if choice.name == token]
        meant = exact or found
        if len(meant) == 1:
            ids.append(meant[0].id)
        else:
            unclear.append(token)
    return NamesRead(tuple(dict.fromkeys(ids)), tuple(unclear))
