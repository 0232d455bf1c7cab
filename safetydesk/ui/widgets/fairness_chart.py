"""How even a draft is: each person's bar, served before and drafted, with a line at the part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from safetydesk.ui.fonts import sized
from safetydesk.ui.theme import colour
from safetydesk.ui.tokens import TEXT_SMALL

_ROW, _BAR, _NAME, _FIGURE, _PAD = 18, 10, 64, 40, 12


@dataclass(frozen=True)
class ChartBar:
    """One person: served before, drafted, the fair part of the draft; ``chosen`` is marked."""

    name: str
    served: int
    drafted: int
    share: float
    missed: bool = False
    chosen: bool = False


class FairnessChart(QWidget):
    """As high as its people; put it into a scroll area."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: tuple[ChartBar, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Duties of each person"))

    @property
    def bars(self) -> tuple[ChartBar, ...]:
        """What is shown."""
        return self._bars

    def show_bars(self, bars: Sequence[ChartBar]) -> None:
        """Shows other people or figures."""
        self._bars = tuple(bars)
        told = (f"{bar.name} {bar.served}+{bar.drafted}" for bar in self._bars)
        self.setAccessibleDescription("；".join(told))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """A row for everybody."""
        return QSize(260, max(1, len(self._bars)) * _ROW + _PAD)

    @override
    def minimumSizeHint(self) -> QSize:
        """As high as the people."""
        return QSize(200, self.sizeHint().height())

    @override
    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws the bars; their length is what each has in all."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(sized(self.font(), TEXT_SMALL))
        longest = max(
            (max(b.served + b.drafted, b.served + b.share) for b in self._bars), default=1
        )
        room = self.width() - _NAME - _FIGURE - 2 * _PAD
        unit = room / max(1.0, float(longest))
        for place, bar in enumerate(self._bars):
            self._paint_bar(painter, bar, _PAD / 2 + place * _ROW, unit)

    def _paint_bar(self, painter: QPainter, bar: ChartBar, top: float, unit: float) -> None:
        if bar.chosen:
            painter.fillRect(QRectF(0, top, self.width(), _ROW), colour("sel"))
        painter.setPen(colour("t1" if bar.chosen else "t2"))
        vertical = int(Qt.AlignmentFlag.AlignVCenter)
        name = painter.fontMetrics().elidedText(bar.name, Qt.TextElideMode.ElideRight, _NAME - 4)
        painter.drawText(QRectF(_PAD, top, _NAME, _ROW), vertical, name)
        left, y = _PAD + _NAME, top + (_ROW - _BAR) / 2
        before = QRectF(left, y, bar.served * unit, _BAR)
        drafted = QRectF(before.right(), y, bar.drafted * unit, _BAR)
        painter.fillRect(before, colour("line2"))
        painter.fillRect(drafted, colour("o" if bar.missed else "acc"))
        fair = left + (bar.served + bar.share) * unit
        painter.setPen(QPen(colour("t1"), 1.5))
        painter.drawLine(int(fair), int(top + 2), int(fair), int(top + _ROW - 2))
        figure = f"{bar.served}+{bar.drafted}" if bar.served else str(bar.drafted)
        painter.setPen(colour("o_ink" if bar.missed else "t2"))
        box = QRectF(self.width() - _FIGURE - _PAD, top, _FIGURE, _ROW)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignRight) | vertical, figure)
