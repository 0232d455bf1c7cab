"""The heads of a week's columns: weekday, date, the sign of the day, the key-period bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtWidgets import QHeaderView, QWidget
from typing_extensions import override

from safetydesk.services.views_duty import DayRow
from safetydesk.ui.delegates.day_cell import DAY_TAGS
from safetydesk.ui.fonts import sized
from safetydesk.ui.marks import paint_day_tag
from safetydesk.ui.models.week import DAY_ROLE
from safetydesk.ui.theme import colour
from safetydesk.ui.tokens import TEXT

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

_HEIGHT, _TAG, _PAD, _BAR = 48, 20, 8, 3
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class DayHeader(QHeaderView):
    """Painted from the ``DayRow`` of each column."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setFixedHeight(_HEIGHT)
        self.setHighlightSections(False)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int, /) -> None:
        """The weekday over the date, the tag beside them, the bar above."""
        model = self.model()
        day = model.headerData(logicalIndex, Qt.Orientation.Horizontal, DAY_ROLE)
        words = str(model.headerData(logicalIndex, Qt.Orientation.Horizontal) or "")
        painter.save()
        painter.fillRect(rect, colour("card"))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, colour("line"))
        painter.fillRect(rect.right(), rect.y(), 1, rect.height(), colour("line"))
        painter.setFont(sized(self.font(), TEXT, bold=True))
        painter.setPen(colour("t1"))
        room = rect.width() - 2 * _PAD
        if isinstance(day, DayRow):
            tag = DAY_TAGS.get(day.day_class)
            if tag is not None:
                room -= _TAG
                place = QRectF(rect.right() - _TAG - 4, rect.center().y() - _TAG / 2, _TAG, _TAG)
                paint_day_tag(painter, tag, place)
            if day.key_period:
                painter.fillRect(rect.x(), rect.y(), rect.width(), _BAR, colour("acc_line"))
        weekday, _, date_words = words.partition(" ")
        half = rect.height() // 2
        top = QRect(rect.x() + _PAD, rect.y() + _BAR, room, half - _BAR)
        painter.drawText(top, _LEFT, weekday)
        painter.setFont(sized(self.font(), TEXT))
        painter.setPen(colour("t2"))
        painter.drawText(top.translated(0, half - _BAR), _LEFT, date_words)
        painter.restore()
