"""The countdown of a deadline: plain while far, tinted when soon, filled when overdue."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from safetydesk.domain.wording import Countdown, Urgency
from safetydesk.ui.fonts import sized
from safetydesk.ui.icons import paint_icon
from safetydesk.ui.theme import colour
from safetydesk.ui.tokens import TEXT
from safetydesk.ui.wording import Wording

HEIGHT = 24
_WIDEST = "还剩 59 分 · 00:00 前"
_PAD, _ICON = 8, 14


class CountdownChip(QWidget):
    """Shows one deadline; ``show_due`` comes with each tick, repaints only when words change."""

    def __init__(self, parent: QWidget | None = None, *, wording: Wording | None = None) -> None:
        super().__init__(parent)
        self._wording = wording or Wording()
        self._countdown: Countdown | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_due(self, due: datetime | None, now: datetime) -> None:
        """Shows how long is left until ``due``; None empties the chip."""
        counted = self._wording.countdown(due, now) if due is not None else None
        if counted == self._countdown:
            return
        self._countdown = counted
        self.setAccessibleName(counted.text if counted else "")
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Wide enough for the longest minutes, so that nothing jumps."""
        text = self._countdown.text if self._countdown else ""
        return QSize(max(chip_width(text, self.font()), chip_width(_WIDEST, self.font())), HEIGHT)

    @override
    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws the chip at the right of its room."""
        if self._countdown is not None:
            paint_chip(QPainter(self), QRectF(self.rect()), self._countdown, self.font())


def chip_width(text: str, font: QFont) -> int:
    """The width of a filled chip with this text."""
    metrics = QFontMetrics(sized(font, TEXT, bold=True))
    return metrics.horizontalAdvance(text) + 2 * _PAD + _ICON + 6


def paint_chip(painter: QPainter, room: QRectF, countdown: Countdown, font: QFont) -> None:
    """Paints a countdown right-aligned into ``room`` (also for table cells)."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if countdown.urgency is Urgency.FAR:
        painter.setFont(sized(font, TEXT))
        painter.setPen(colour("t2"))
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, int(flags), countdown.text)
    else:
        _paint_filled(painter, room, countdown, font)
    painter.restore()


def _paint_filled(painter: QPainter, room: QRectF, countdown: Countdown, font: QFont) -> None:
    overdue = countdown.urgency is Urgency.OVERDUE
    ink = colour("r_on" if overdue else "o_ink")
    width = min(chip_width(countdown.text, font), room.width())
    box = QRectF(room.right() - width, room.center().y() - HEIGHT / 2, width, HEIGHT)
    painter.setPen(QPen(colour("r" if overdue else "o_line"), 1))
    painter.setBrush(colour("r" if overdue else "o_soft"))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    icon_box = QRectF(box.left() + _PAD, box.center().y() - _ICON / 2, _ICON, _ICON)
    paint_icon(painter, "overdue" if overdue else "due-soon", ink.name(), icon_box)
    painter.setFont(sized(font, TEXT, bold=True))
    painter.setPen(ink)
    text_box = box.adjusted(_PAD + _ICON + 6, 0, -_PAD + 4, 0)
    painter.drawText(text_box, int(Qt.AlignmentFlag.AlignVCenter), countdown.text)
