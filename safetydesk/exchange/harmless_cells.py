"""Knows which texts a spreadsheet program would run as a formula, and how to stop it."""

from __future__ import annotations

_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
"""Characters that begin a formula in some spreadsheet program, or hide one that follows."""


def runs(text: str) -> bool:
    """Whether a spreadsheet program might take the text for a formula."""
    return text.startswith(_STARTS) or text.lstrip().startswith(_STARTS[:4])


def harmless(text: str) -> str:
    """The text with an apostrophe before it where it might run; csv has no other way."""
    return f"'{text}" if runs(text) else text
