"""How a person of the roster's list is painted: name, bar by kind of day, number of duties."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from safetydesk.ui.delegates.row_delegate import paint_surface
from safetydesk.ui.fonts import sized
from safetydesk.ui.models.people_counts import COUNT_ROLE, PeopleCountModel, PersonCount
from safetydesk.ui.theme import colour
from safetydesk.ui.tokens import ROW_HEIGHT, TEXT, TEXT_SMALL

KIND_COLOURS = ("line2", "t3", "t1")
"""Ordinary days, days off, statutory days: told apart in black and white too."""
_NAME, _TOTAL, _KIND, _PAD, _BAR = 62, 30, 46, 16, 10
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class PersonCountDelegate(QStyledItemDelegate):
    """Paints ``PersonCount`` values; the dotted line is what those who serve have on average."""

    def __init__(self) -> None:
        super().__init__()
        self._statutory = self.tr("statutory {count}")

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex, /
    ) -> QSize:
        """One row high."""
        return QSize(200, ROW_HEIGHT)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        /,
    ) -> None:
        """Surface, name, bar, figures."""
        row, model = index.data(COUNT_ROLE), index.model()
        if not isinstance(row, PersonCount) or not isinstance(model, PeopleCountModel):
            return
        painter.save()
        paint_surface(painter, option)
        box = QRectF(option.rect).adjusted(_PAD, 0, -_PAD, 0)
        painter.setFont(sized(option.font, TEXT))
        painter.setPen(colour("t1" if row.total else "t2"))
        mode = Qt.TextElideMode.ElideRight
        name = painter.fontMetrics().elidedText(row.choice.name, mode, _NAME)
        painter.drawText(box, _LEFT, name)
        painter.setFont(sized(option.font, TEXT_SMALL))
        painter.setPen(colour("t2"))
        painter.drawText(box, _RIGHT, self._statutory.format(count=row.statutory))
        painter.setFont(sized(option.font, TEXT, bold=True))
        painter.setPen(colour("t1"))
        figure = box.adjusted(0, 0, -_KIND - 4, 0)
        painter.drawText(figure, _RIGHT, str(row.total))
        _paint_bar(painter, row, model, box.adjusted(_NAME + 8, 0, -_KIND - _TOTAL, 0))
        painter.restore()


def _paint_bar(painter: QPainter, row: PersonCount, model: PeopleCountModel, room: QRectF) -> None:
    """A bar as long as the person's duties among those of everybody, and the average."""
    unit = room.width() / max(1, model.most)
    left, top = room.left(), room.center().y() - _BAR / 2
    for count, token in zip((row.ordinary, row.free, row.statutory), KIND_COLOURS, strict=True):
        painter.fillRect(QRectF(left, top, count * unit, _BAR), colour(token))
        left += count * unit
    if model.average:
        middle = int(room.left() + model.average * unit)
        painter.setPen(QPen(colour("acc"), 1, Qt.PenStyle.DotLine))
        painter.drawLine(middle, int(room.top()) + 5, middle, int(room.bottom()) - 5)
