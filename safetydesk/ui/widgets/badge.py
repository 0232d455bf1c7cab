"""Small framed words: a state, a doubt, a grade. Never clickable."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from safetydesk.ui.fonts import sized
from safetydesk.ui.marks import paint_grade_ticks
from safetydesk.ui.theme import colour
from safetydesk.ui.tokens import TEXT
from safetydesk.ui.widgets.plain import PlainLabel

_HEIGHT = 22


class Badge(PlainLabel):
    """A word in a frame; tone ``todo`` (dashed) means not yet known, ``done`` has no frame."""

    def __init__(
        self, text: str | QWidget | None = "", parent: QWidget | None = None, *, tone: str = ""
    ) -> None:
        super().__init__(text, parent, tone=tone)
        self.setProperty("kind", "badge")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


class GradeBadge(QWidget):
    """「确认 较大 ▮▮▮▯」: an incident grade as a word and ticks, neutral in colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lead, self._word, self._ticks = "", "", 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_grade(self, lead: str, word: str, ticks: int) -> None:
        """Shows a grade; ``ticks`` 1 (ordinary) to 4 (extremely major), 0 for below ordinary."""
        self._lead, self._word, self._ticks = lead, word, ticks
        self.setAccessibleName(f"{lead} {word}")
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """As wide as its words and ticks."""
        return QSize(self._word_left() + self._word_width() + 6 + 18 + 8, _HEIGHT)

    @override
    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws frame, words and ticks."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("line3"), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(colour("t1"))
        painter.setFont(sized(self.font(), TEXT))
        painter.drawText(self.rect().adjusted(8, 0, 0, 0), middle, self._lead)
        painter.setFont(sized(self.font(), TEXT, bold=True))
        painter.drawText(self.rect().adjusted(self._word_left(), 0, 0, 0), middle, self._word)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        left = self._word_left() + self._word_width() + 6
        paint_grade_ticks(painter, self._ticks, QPointF(left, (_HEIGHT - 10) / 2))

    def _word_left(self) -> int:
        gap = 5 if self._lead else 0
        return 8 + self.fontMetrics().horizontalAdvance(self._lead) + gap

    def _word_width(self) -> int:
        return self.fontMetrics().horizontalAdvance(self._word) + 2
