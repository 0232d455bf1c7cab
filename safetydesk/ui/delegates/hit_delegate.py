"""How a found contact is painted: name and number above, post and unit below."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from safetydesk.ui.fonts import sized
from safetydesk.ui.models.hits import LINE_ROLE
from safetydesk.ui.theme import colour
from safetydesk.ui.tokens import TEXT, TEXT_TITLE

ROW = 62
_EDGE, _GAP, _LINE = 16, 12, 24
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class HitDelegate(QStyledItemDelegate):
    """Paints ``ContactLine`` values from the theme in use; a failed number is struck out."""

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex, /
    ) -> QSize:
        """Two lines of text."""
        return QSize(200, ROW)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        /,
    ) -> None:
        """Draws surface, marker, hairline and the two lines."""
        painter.save()
        self._paint_surface(painter, option)
        line = index.data(LINE_ROLE)
        box = QRectF(option.rect).adjusted(_EDGE, 6, -_EDGE, -8)
        upper = QRectF(box.left(), box.top(), box.width(), _LINE)
        lower = QRectF(box.left(), box.top() + _LINE, box.width(), _LINE)
        painter.setFont(sized(option.font, TEXT_TITLE))
        painter.setPen(colour("t3" if line.failed else "t1"))
        width = self._right(painter, line.shown, upper)
        if line.failed:
            painter.setPen(QPen(colour("r"), 1))
            middle = int(upper.center().y()) + 1
            painter.drawLine(int(upper.right() - width), middle, int(upper.right()), middle)
        painter.setFont(sized(option.font, TEXT_TITLE, bold=True))
        painter.setPen(colour("t1"))
        _left(painter, line.name or line.unit, upper, width)
        painter.setFont(sized(option.font, TEXT))
        painter.setPen(colour("t3"))
        width = self._right(
            painter, "\u200a·\u200a".join(filter(None, (line.role, line.duty))), lower
        )
        painter.setPen(colour("t2"))
        below = (line.title, line.unit) if line.name else (line.title or line.role,)
        _left(painter, "，".join(part for part in below if part), lower, width)
        painter.restore()

    @staticmethod
    def _paint_surface(painter: QPainter, option: QStyleOptionViewItem) -> None:
        rect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, colour("sel"))
            painter.fillRect(rect.x(), rect.y(), 3, rect.height(), colour("focus"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, colour("hover"))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, colour("line"))

    @staticmethod
    def _right(painter: QPainter, text: str, box: QRectF) -> float:
        """Draws at the right; the width it took."""
        room = int(box.width() * 0.6)
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(box, int(_RIGHT), shown)
        return float(painter.fontMetrics().horizontalAdvance(shown))


def _left(painter: QPainter, text: str, box: QRectF, taken: float) -> None:
    """Draws at the left what fits beside the text at the right."""
    room = int(box.width() - taken - (_GAP if taken else 0))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
    painter.drawText(box, int(_LEFT), shown)
