"""The sign of a warning: its colour as a filled box, its letter and its sort in words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from safetydesk.domain.warning import WarningLevel
from safetydesk.ui.fonts import sized
from safetydesk.ui.theme import colour
from safetydesk.ui.tokens import TEXT, TEXT_LARGE, TEXT_SMALL

TONES = {
    WarningLevel.RED: "r",
    WarningLevel.ORANGE: "o",
    WarningLevel.YELLOW: "y",
    WarningLevel.BLUE: "i",
}
"""The colour of each level among those of the theme."""
_SIDE = 64
_LONGEST = 4


class WarningSign(QWidget):
    """「红 / 暴雨」 on the level's colour; never colour alone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level: WarningLevel | None = None
        self._hazard = ""
        self.setFixedSize(_SIDE, _SIDE)

    def show_signal(self, level: WarningLevel | None, hazard: str) -> None:
        """Shows a level and the sort of warning."""
        self._level, self._hazard = level, hazard
        self.setAccessibleName(f"{hazard}{level.chinese_name if level else ''}")
        self.update()

    @override
    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws the box in the present theme."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tone = TONES[self._level] if self._level else "g"
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(tone))
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        painter.setPen(colour(f"{tone}_on") if tone != "g" else colour("card"))
        centre = int(Qt.AlignmentFlag.AlignCenter)
        painter.setFont(sized(self.font(), TEXT_LARGE, bold=True))
        painter.drawText(
            QRectF(0, 6, _SIDE, 32), centre, self._level.letter if self._level else "?"
        )
        size = TEXT if len(self._hazard) <= _LONGEST else TEXT_SMALL
        painter.setFont(sized(self.font(), size, bold=True))
        shown = painter.fontMetrics().elidedText(
            self._hazard, Qt.TextElideMode.ElideRight, _SIDE - 6
        )
        painter.drawText(QRectF(0, 38, _SIDE, 20), centre, shown)
