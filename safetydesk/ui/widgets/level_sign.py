"""The sign of an alarm level, standing alone."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from safetydesk.ui.marks import paint_level

_SIZE = 28


class LevelSign(QWidget):
    """Ⅰ, Ⅱ or Ⅲ by shape, colour and numeral."""

    def __init__(self, level: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level = level
        self.setFixedSize(_SIZE, _SIZE)
        self.setAccessibleName(("", "Ⅰ", "Ⅱ", "Ⅲ")[level])

    @override
    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws the sign in the present theme."""
        paint_level(QPainter(self), self._level, QRectF(self.rect()))
