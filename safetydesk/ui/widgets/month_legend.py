"""What the signs of the month table mean, drawn as they are there."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from safetydesk.ui.marks import DayTag, paint_day_tag
from safetydesk.ui.theme import colour
from safetydesk.ui.widgets.plain import ElidedLabel, PlainLabel

_SIGN = 20


class MonthLegend(QWidget):
    """Tags, the key-period bar with its names, and the frame of a gap."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._period = ElidedLabel(role="sub")
        self._period_sign = _Sign("period")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(6)
        for sign, text in (
            (DayTag.STATUTORY.value, self.tr("statutory")),
            (DayTag.BRIDGING.value, self.tr("day off")),
            (DayTag.MAKEUP_WORKDAY.value, self.tr("make-up workday")),
            ("gap", self.tr("nobody planned")),
            ("changed", self.tr("changed")),
        ):
            row.addWidget(_Sign(sign))
            row.addWidget(PlainLabel(text, role="sub"))
            row.addSpacing(8)
        row.addWidget(self._period_sign)
        row.addWidget(self._period, 1)

    def show_periods(self, names: tuple[str, ...]) -> None:
        """Names the key periods of the month."""
        self._period.setText("、".join(names))
        self._period_sign.setVisible(bool(names))


class _Sign(QWidget):
    """One sign as the table paints it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.setFixedSize(_SIGN, _SIGN)

    @override
    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        if self._name in set(DayTag):
            paint_day_tag(painter, DayTag(self._name), QRectF(0, 0, _SIGN, _SIGN))
        elif self._name == "gap":
            painter.setPen(QPen(colour("r"), 2))
            painter.drawRoundedRect(QRectF(2, 4, 16, 12), 2, 2)
        elif self._name == "changed":
            for line in range(8):
                painter.setPen(colour("acc"))
                painter.drawLine(11 + line, 6 + line, 18, 6 + line)
        else:
            painter.fillRect(QRectF(8, 1, 3, _SIGN - 2), colour("acc_line"))
