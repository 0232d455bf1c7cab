"""How the cells of the week are painted: each person on a line, with the hours where part."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem
from typing_extensions import override

from safetydesk.ui.delegates.name_cell import NameDelegate
from safetydesk.ui.fonts import sized
from safetydesk.ui.marks import paint_finding
from safetydesk.ui.models.month import CELL_ROLE, MonthCell
from safetydesk.ui.theme import colour
from safetydesk.ui.tokens import TEXT, TEXT_SMALL

_SURFACES = {"statutory": "shade", "spring_festival": "shade", "weekend": "sunk", "rest": "sunk"}
_PAD, _LINE, _CORNER = 8, 20, 7
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class WeekCellDelegate(NameDelegate):
    """Paints ``MonthCell`` values of a week; ``nobody`` is the word for a gap."""

    def __init__(self, nobody: str) -> None:
        super().__init__()
        self._nobody = nobody

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex, /
    ) -> QSize:
        """As many lines as there are people and hours."""
        cell = index.data(CELL_ROLE)
        lines = 1
        if isinstance(cell, MonthCell):
            lines = max(1, sum(1 + bool(person.hours) for person in cell.people))
        return QSize(80, lines * _LINE + 2 * _PAD)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        /,
    ) -> None:
        """Surface, hairlines, people, then the frames."""
        cell = index.data(CELL_ROLE)
        if not isinstance(cell, MonthCell):
            return
        painter.save()
        rect = option.rect
        surface = "sel" if cell.today else _SURFACES.get(cell.row.day_class)
        if surface:
            painter.fillRect(rect, colour(surface))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, colour("line"))
        painter.fillRect(rect.right(), rect.y(), 1, rect.height(), colour("line"))
        box = QRectF(rect).adjusted(0, 0, -1, -1)
        self._paint_people(painter, cell, box, option)
        if cell.mark:
            paint_finding(painter, cell.mark, box.adjusted(1, 2, -1, -2), blocks=cell.denies)
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour("focus"), 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 4, 4)
        painter.restore()

    def _paint_people(
        self, painter: QPainter, cell: MonthCell, box: QRectF, option: QStyleOptionViewItem
    ) -> None:
        lines = [
            (words, small)
            for person in cell.people
            for words, small in ((person.name, False), (person.hours, True))
            if words
        ]
        if not lines and cell.gap:
            lines = [(self._nobody, False)]
        top = box.top() + max(_PAD, (box.height() - len(lines) * _LINE) / 2)
        room = int(box.width() - 2 * _PAD)
        for words, small in lines:
            painter.setFont(sized(option.font, TEXT_SMALL if small else TEXT, bold=not small))
            ink = "t3" if small else ("r_ink" if not cell.people else "t1")
            painter.setPen(colour(ink))
            text = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRectF(box.left() + _PAD, top, room, _LINE), _LEFT, text)
            top += _LINE
        if cell.changed:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("acc"))
            corner = box.topRight()
            painter.drawPolygon(
                QPolygonF([corner, corner - QPointF(_CORNER, 0), corner + QPointF(0, _CORNER)])
            )
