"""The state of one part of the desk as a shape: disc, diamond (not well), hatched square."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from safetydesk.services.views_frame import Health
from safetydesk.ui.marks import hatch
from safetydesk.ui.theme import colour


class StatusDot(QWidget):
    """A sign of 12 px; always stands beside its words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._health = Health.OK
        self.setFixedSize(14, 14)

    def show_health(self, health: Health) -> None:
        """Shows another state."""
        if health is not self._health:
            self._health = health
            self.update()

    @override
    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws the shape of the state."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self._health is Health.OK:
            painter.setBrush(colour("ok"))
            painter.drawEllipse(QPointF(7, 7), 5, 5)
        elif self._health is Health.WARN:
            painter.setBrush(colour("o"))
            points = [QPointF(7, 1), QPointF(13, 7), QPointF(7, 13), QPointF(1, 7)]
            painter.drawPolygon(QPolygonF(points))
        else:
            painter.setPen(QPen(colour("f"), 1))
            painter.setBrush(hatch())
            painter.drawRect(QRectF(1.5, 1.5, 11, 11))
