"""How far a report has come, as five numbered steps: 起草 核稿 签发 报送 回执."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from safetydesk.domain.report import ReportState
from safetydesk.ui.fonts import sized
from safetydesk.ui.theme import colour
from safetydesk.ui.tokens import TEXT, TEXT_SMALL

_DISC, _HEIGHT = 20, 32
_WIDE, _NARROW = (16, 6), (10, 4)
"""Length of the line between two steps, and the gap beside it."""

_AT = {ReportState.SIGNED: 3, ReportState.SENT: 4, ReportState.CONFIRMED: 5}


class ComposerSteps(QWidget):
    """The present step is filled, those behind it have a tick's colour, the others a ring."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = (
            self.tr("Draft"),
            self.tr("Review"),
            self.tr("Sign"),
            self.tr("Send"),
            self.tr("Receipt"),
        )
        self._at = 0
        self._narrow = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_state(self, state: ReportState, *, reviewed: bool) -> None:
        """Shows where a report stands."""
        self._at = _AT.get(state, 2 if reviewed else 0)
        done = self._at >= len(self._names)
        self.setAccessibleName(state.value if done else self._names[self._at])
        self.update()

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - one bit that the window decides
        """Only the present step keeps its name."""
        self._narrow = narrow
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """As wide as its words."""
        metrics = self.fontMetrics()
        words = sum(metrics.horizontalAdvance(name) + 10 for name in self._shown())
        line, gap = _NARROW if self._narrow else _WIDE
        joints = (len(self._names) - 1) * (line + 2 * gap)
        return QSize(words + joints + len(self._names) * (_DISC + 4), _HEIGHT)

    @override
    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws discs, names and the line between."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = 0.0
        line, gap = _NARROW if self._narrow else _WIDE
        for place, name in enumerate(self._shown()):
            left = self._paint_step(painter, place, name, left)
            if place < len(self._names) - 1:
                painter.setPen(QPen(colour("line2"), 1))
                middle = _HEIGHT / 2
                painter.drawLine(QLineF(left + gap, middle, left + gap + line, middle))
                left += line + 2 * gap

    def _shown(self) -> tuple[str, ...]:
        if not self._narrow:
            return self._names
        return tuple(name if at == self._at else "" for at, name in enumerate(self._names))

    def _paint_step(self, painter: QPainter, place: int, name: str, left: float) -> float:
        now = place == self._at
        token = "acc" if now else "ok" if place < self._at else "line3"
        disc = QRectF(left + 1, (_HEIGHT - _DISC) / 2 + 1, _DISC - 2, _DISC - 2)
        painter.setPen(QPen(colour(token), 1.5))
        painter.setBrush(colour(token) if now else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(disc)
        painter.setFont(sized(self.font(), TEXT_SMALL, bold=True))
        painter.setPen(colour("acc_on" if now else token if place < self._at else "t2"))
        painter.drawText(disc, int(Qt.AlignmentFlag.AlignCenter), str(place + 1))
        painter.setFont(sized(self.font(), TEXT, bold=now))
        painter.setPen(colour("acc_ink" if now else "t2"))
        width = painter.fontMetrics().horizontalAdvance(name) + 2
        line = QRectF(left + _DISC + 4, 0, width, _HEIGHT)
        painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter), name)
        return left + _DISC + 4 + (width if name else 0)
