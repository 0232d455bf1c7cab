"""Colours, fonts and shortened words of painted cells, kept so that a frame only looks them up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics

from safetydesk.ui.fonts import sized
from safetydesk.ui.theme import current_theme
from safetydesk.ui.tokens import TEXT, TEXT_SMALL

if TYPE_CHECKING:
    from safetydesk.ui.tokens import Theme

_MOST = 4_000
"""Shortened texts that are kept; a year of forty people has some hundreds."""


class CellInk:
    """``prepare`` before each cell; everything else is a look-up while theme and font stay."""

    def __init__(self) -> None:
        self._theme: Theme | None = None
        self._base = QFont()
        self._colours: dict[str, QColor] = {}
        self._fonts: tuple[QFont, QFont] = (QFont(), QFont())
        self._metrics: tuple[QFontMetrics, QFontMetrics] | None = None
        self._short: dict[tuple[str, int, bool], str] = {}

    def prepare(self, font: QFont) -> bool:
        """Notices another theme or font; whether there is one."""
        theme = current_theme()
        if theme is self._theme and font == self._base:
            return False
        if theme is not self._theme:
            self._theme = theme
            self._colours = {}
        if self._metrics is None or font != self._base:
            self._base = QFont(font)
            self._fonts = sized(font, TEXT), sized(font, TEXT, bold=True)
            self._metrics = QFontMetrics(self._fonts[0]), QFontMetrics(self._fonts[1])
            self._short = {}
        return True

    def colour(self, token: str) -> QColor:
        """A colour of the theme."""
        found = self._colours.get(token)
        if found is None:
            found = self._colours[token] = QColor(getattr(self._theme, token))
        return found

    def font(self, *, bold: bool) -> QFont:
        """The font of the cells."""
        return self._fonts[bold]

    def tight_font(self, words: str, room: int) -> QFont | None:
        """A smaller font for words that have no room (in pixels) in the usual one, else None."""
        if self._metrics is None or self._metrics[0].horizontalAdvance(words) <= room:
            return None
        return sized(self._base, TEXT_SMALL)

    def short(self, words: str, room: int, *, bold: bool) -> str:
        """The words as far as there is room (in pixels) for them."""
        key = (words, room, bold)
        found = self._short.get(key)
        if found is None and self._metrics is not None:
            if len(self._short) > _MOST:
                self._short.clear()
            mode = Qt.TextElideMode.ElideRight
            found = self._short[key] = self._metrics[bold].elidedText(words, mode, room)
        return found or ""
