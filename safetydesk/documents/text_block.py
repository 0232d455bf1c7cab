"""Knows how a block of plain text stands in a form: as a flowable that may part between lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from reportlab.platypus import Flowable
from typing_extensions import override

from safetydesk.documents.typesetting import Span, draw_line, set_lines

if TYPE_CHECKING:
    from safetydesk.documents.fonts import FontBook
    from safetydesk.documents.typesetting import SetLine, TextStyle

_SAME_WIDTH: Final = 0.01


class TextBlock(Flowable):
    """Plain text as a flowable; it may be split between lines."""

    def __init__(self, book: FontBook, spans: Sequence[Span] | str, style: TextStyle) -> None:
        super().__init__()
        self._book = book
        self._spans = (Span(spans),) if isinstance(spans, str) else tuple(spans)
        self.style = style
        self._lines: tuple[SetLine, ...] = ()
        self._set_for: float | None = None
        self._is_part = False

    @override
    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """Set the lines for the width; the height is whole lines."""
        fits = self._set_for is not None and abs(self._set_for - aW) <= _SAME_WIDTH
        if not (fits or self._is_part):
            self._lines = set_lines(self._book, self._spans, self.style, aW)
            self._set_for = aW
        return aW, len(self._lines) * self.style.leading

    @override
    def split(self, aW: float, aH: float) -> list[Flowable]:
        """The lines that fit into ``aH`` and the rest; nothing when not one fits."""
        self.wrap(aW, aH)
        fitting = int((aH + 1e-6) // self.style.leading)
        if fitting <= 0:
            return []
        if fitting >= len(self._lines):
            return [self]
        return [
            self._part(self._lines[:fitting], aW),
            self._part(self._lines[fitting:], aW),
        ]

    def draw(self) -> None:
        """Draw at the origin that platypus has set."""
        top = len(self._lines) * self.style.leading
        for number, line in enumerate(self._lines, start=1):
            baseline = top - number * self.style.leading + self.style.base
            draw_line(self.canv, line, self.style, 0, baseline)

    def _part(self, lines: tuple[SetLine, ...], width: float) -> TextBlock:
        part = TextBlock(self._book, self._spans, self.style)
        part._lines, part._set_for, part._is_part = lines, width, True
        return part
