"""The block of warnings on the wallboard: the colour with its letter, what, and for how long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF

from safetydesk.domain.warning import WarningLevel
from safetydesk.ui.tokens import DARK
from safetydesk.ui.widgets.warning_sign import TONES

if TYPE_CHECKING:
    from datetime import datetime

    from safetydesk.services.views_frame import WarningGlance
    from safetydesk.ui.wallboard_brush import Brush
    from safetydesk.ui.wording import Wording

_TITLE, ROW = 60.0, 104.0
_MOST = 3


class WarningBlock(QObject):
    """Paints the warnings in force into the box it is given."""

    def __init__(self, parent: QObject, wording: Wording) -> None:
        super().__init__(parent)
        self._wording = wording

    @staticmethod
    def height(warnings: tuple[WarningGlance, ...]) -> float:
        """How high the block is; nothing without warnings."""
        return _TITLE + ROW * min(len(warnings), _MOST) if warnings else 0.0

    def paint(
        self, brush: Brush, warnings: tuple[WarningGlance, ...], box: QRectF, now: datetime
    ) -> None:
        """A row each, the gravest first; what does not fit is counted."""
        title = self.tr("Warnings in force {count}").format(count=len(warnings))
        brush.card(box, title)
        for number, one in enumerate(warnings[:_MOST]):
            top = box.top() + _TITLE + number * ROW
            row = QRectF(box.left() + 24, top, box.width() - 44, ROW)
            if number:
                brush.fill(QRectF(row.left(), top, row.width() - 4, 2), DARK.line)
            self._row(brush, one, row, now)

    def _row(self, brush: Brush, one: WarningGlance, row: QRectF, now: datetime) -> None:
        """Sign, title, how long it still holds."""
        level = WarningLevel(one.level) if one.level else None
        tone = TONES[level] if level else "g"
        sign = QRectF(row.left(), row.top() + 24, 56, 56)
        fill = getattr(DARK, tone)
        brush.frame(sign, line=fill, fill=fill, radius=6)
        letter = level.letter if level else "?"
        ink = getattr(DARK, f"{tone}_on", DARK.card)
        brush.write(sign.adjusted(13, 4, 0, -4), letter, 30, ink=ink, bold=True)
        words = row.adjusted(76, 8, 0, 0)
        upper = QRectF(words.left(), words.top(), words.width(), 48)
        brush.write(upper, one.title, 34, bold=True)
        brush.write(upper.translated(0, 42), self._until(one, now), 25, ink=DARK.t2)

    def _until(self, one: WarningGlance, now: datetime) -> str:
        if one.until is None:
            return self.tr("no end stated")
        return self._wording.countdown(one.until, now).text
