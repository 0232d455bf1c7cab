"""Knows how a title is broken into lines: few, of like length, without parting what belongs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from safetydesk.documents.typesetting import Align, SetLine, Span, TextStyle, set_lines

if TYPE_CHECKING:
    from safetydesk.documents.fonts import FontBook


def balanced_lines(
    book: FontBook, text: str, style: TextStyle, width: float
) -> tuple[SetLine, ...]:
    """A title in lines of about the same length, in as few as it needs (GB/T 9704 7.3.1).

    Line breaks in the text are the writer's and are kept.
    """
    lines: list[SetLine] = []
    for part in text.split("\n"):
        lines += _balanced(book, part, style, width)
    return tuple(lines)


def _balanced(book: FontBook, text: str, style: TextStyle, width: float) -> tuple[SetLine, ...]:
    """The narrowest setting that takes no more lines than the full width."""
    fewest = len(set_lines(book, [Span(text)], style, width))
    low, high = width / 2, width
    while fewest > 1 and high - low > style.size / 4:
        middle = (low + high) / 2
        if len(set_lines(book, [Span(text)], style, middle)) > fewest:
            low = middle
        else:
            high = middle
    return (
        set_lines(book, [Span(text)], style, width)
        if fewest == 1
        else _centred(book, text, style, high, width)
    )


def _centred(
    book: FontBook, text: str, style: TextStyle, narrow: float, width: float
) -> tuple[SetLine, ...]:
    """Set ``text`` in ``narrow`` and centre its lines in ``width``."""
    found = set_lines(book, [Span(text)], replace(style, align=Align.LEFT), narrow)
    return tuple(set_lines(book, [Span(line.text)], style, width)[0] for line in found)
