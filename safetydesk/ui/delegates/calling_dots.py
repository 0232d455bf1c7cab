"""How far a line of a call list has come: called, answered, repeated back, fed back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from typing_extensions import override

from safetydesk.ui.delegates.row_delegate import RowDelegate, content_box, paint_surface
from safetydesk.ui.models.rows_model import CELL_ROLE, Cell
from safetydesk.ui.theme import colour

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem

DONE, FAILED, WAITING, OPEN = "d", "x", "w", "o"
"""The marks of the four stations, one letter each, in the ``mark`` of the cell."""
STEP = 28
_RADIUS = 6.5


class CallingDots(RowDelegate):
    """Draws the four stations of a cell whose ``mark`` is such as ``dxoo``."""

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        /,
    ) -> None:
        """Draws surface and stations."""
        cell = index.data(CELL_ROLE)
        if not isinstance(cell, Cell):
            return
        painter.save()
        paint_surface(painter, option)
        paint_dots(painter, cell.mark, content_box(option.rect, index))
        painter.restore()


def paint_dots(painter: QPainter, marks: str, box: QRectF) -> None:
    """Paints stations and the lines between them, from the left."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    y = box.center().y()
    for place, mark in enumerate(marks):
        x = box.left() + 9 + STEP * place
        if place:
            ink = "ok" if mark == DONE else "line2"
            painter.setPen(QPen(colour(ink), 2))
            painter.drawLine(QPointF(x - STEP + 8, y), QPointF(x - 8, y))
        _paint_dot(painter, mark, QPointF(x, y))


def _paint_dot(painter: QPainter, mark: str, at: QPointF) -> None:
    """One station: filled with a tick, crossed, waited for, or still open."""
    if mark == DONE:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("ok"))
        painter.drawEllipse(at, _RADIUS, _RADIUS)
        painter.setPen(QPen(colour("card"), 1.75))
        painter.drawPolyline([at + QPointF(-3, 0.2), at + QPointF(-0.8, 2.4), at + QPointF(3, -2)])
    elif mark == FAILED:
        painter.setPen(QPen(colour("r"), 2))
        painter.drawLine(at + QPointF(-5, -5), at + QPointF(5, 5))
        painter.drawLine(at + QPointF(-5, 5), at + QPointF(5, -5))
    else:
        ink, width = ("o", 2.5) if mark == WAITING else ("line3", 1.5)
        painter.setPen(QPen(colour(ink), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(at, _RADIUS - 1, _RADIUS - 1)
