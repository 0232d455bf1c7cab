"""An icon that stands alone, tinted by a token of the theme in use."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from safetydesk.ui.icons import paint_icon
from safetydesk.ui.theme import colour


class IconSign(QWidget):
    """A picture beside words; it says nothing that they do not."""

    def __init__(self, name: str, token: str, size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._token = name, token
        self.setFixedSize(size, size)

    @override
    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws the icon in the present theme."""
        paint_icon(QPainter(self), self._name, colour(self._token).name(), QRectF(self.rect()))
