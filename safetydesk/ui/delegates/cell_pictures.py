"""Painted cells kept as pictures by their looks, so that a scrolled frame only copies them."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QPainter, QPixmap

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

_MOST = 600
"""Pictures that are kept: some 7 MB; a year of forty people needs some hundreds."""


class CellPictures:
    """Pictures of one kind of cell; ``clear`` when theme or font change."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, QPixmap] = {}

    def clear(self) -> None:
        """Forgets every picture."""
        self._kept.clear()

    def draw(
        self,
        painter: QPainter,
        rect: QRect,
        looks: Hashable,
        ground: QColor,
        paint: Callable[[QPainter, QRect], None],
    ) -> None:
        """Draws a cell that looks so, by ``paint`` where it has not been seen yet.

        ``ground`` is what lies behind the cell: letters are smoothed against it, as on the screen.
        Where a unit is no whole number of pixels, a picture could not lie on them as the cell
        does, and it is painted anew.
        """
        scale = painter.device().devicePixelRatioF()
        if not scale.is_integer():
            paint(painter, rect)
            return
        key = (looks, rect.width(), rect.height(), scale)
        picture = self._kept.get(key)
        if picture is None:
            if len(self._kept) >= _MOST:
                self._kept.clear()
            picture = self._kept[key] = _painted(rect, scale, ground, painter.font(), paint)
        painter.drawPixmap(rect.topLeft(), picture)


def _painted(
    rect: QRect,
    scale: float,
    ground: QColor,
    font: QFont,
    paint: Callable[[QPainter, QRect], None],
) -> QPixmap:
    """The cell on its ground."""
    picture = QPixmap(rect.size() * scale)
    picture.setDevicePixelRatio(scale)
    picture.fill(ground)
    painter = QPainter(picture)
    painter.setFont(font)
    paint(painter, QRect(QPoint(0, 0), rect.size()))
    painter.end()
    return picture
