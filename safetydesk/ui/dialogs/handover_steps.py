"""The five steps of a handover as a bar: done, now, still to come."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from safetydesk.ui.fonts import sized
from safetydesk.ui.marks import paint_done
from safetydesk.ui.theme import colour
from safetydesk.ui.tokens import TEXT

_MARK, _EDGE, _GAP, _HEIGHT, _LINE = 24, 16, 8, 56, 20
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True)
class Step:
    """One step: its name and what is known of it."""

    name: str
    remark: str = ""


class HandoverSteps(QWidget):
    """Paints the steps; ``show_steps`` says at which one the handover is (from 1)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[Step, ...] = ()
        self._now = 1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_steps(self, steps: tuple[Step, ...], now: int) -> None:
        """Shows other steps; those before ``now`` are done."""
        if (steps, now) == (self._steps, self._now):
            return
        self._steps, self._now = steps, now
        self.setAccessibleName("；".join(f"{step.name}，{step.remark}" for step in steps))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Two lines of text beside a mark."""
        return QSize(600, _HEIGHT)

    @override
    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws marks, words and the lines between them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), colour("panel"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, colour("line"))
        widths = [self._text_width(painter, step) for step in self._steps]
        used = sum(_MARK + _GAP + width for width in widths) + 2 * _EDGE
        between = max(8.0, (self.width() - used) / max(1, len(widths) - 1))
        left = float(_EDGE)
        for number, (step, width) in enumerate(zip(self._steps, widths, strict=True), start=1):
            self._paint_mark(painter, number, left)
            self._paint_words(painter, step, number, QRectF(left + _MARK + _GAP, 0, width, _HEIGHT))
            left += _MARK + _GAP + width
            if number < len(widths) and between > 2 * _GAP:
                painter.setPen(QPen(colour("line2"), 1))
                line = QRectF(left + _GAP, _HEIGHT / 2, between - 2 * _GAP, 0)
                painter.drawLine(line.topLeft(), line.topRight())
            left += between

    def _paint_mark(self, painter: QPainter, number: int, left: float) -> None:
        box = QRectF(left, (_HEIGHT - _MARK) / 2, _MARK, _MARK)
        if number < self._now:
            paint_done(painter, box)
            return
        now = number == self._now
        painter.setPen(Qt.PenStyle.NoPen if now else QPen(colour("line3"), 1.5))
        painter.setBrush(colour("acc") if now else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box.adjusted(1, 1, -1, -1))
        painter.setFont(sized(self.font(), TEXT, bold=now))
        painter.setPen(colour("acc_on" if now else "t2"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), str(number))

    def _paint_words(self, painter: QPainter, step: Step, number: int, box: QRectF) -> None:
        painter.setFont(sized(self.font(), TEXT, bold=number <= self._now))
        painter.setPen(colour("acc_ink" if number == self._now else "t1"))
        top = _HEIGHT / 2 - _LINE
        room = QRectF(box.left(), top, box.width(), _LINE)
        painter.drawText(room, _MIDDLE, step.name)
        painter.setFont(sized(self.font(), TEXT))
        painter.setPen(colour("t2"))
        painter.drawText(room.translated(0, _LINE), _MIDDLE, step.remark)

    def _text_width(self, painter: QPainter, step: Step) -> float:
        painter.setFont(sized(self.font(), TEXT, bold=True))
        metrics = painter.fontMetrics()
        return max(metrics.horizontalAdvance(step.name), metrics.horizontalAdvance(step.remark)) + 2
