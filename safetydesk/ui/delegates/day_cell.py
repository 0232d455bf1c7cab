"""How the cells of the month table are painted: day tags, shades, key periods, gaps, selection."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem
from typing_extensions import override

from safetydesk.domain.wording import CHINESE, Words
from safetydesk.ui.delegates.cell_ink import CellInk
from safetydesk.ui.delegates.cell_pictures import CellPictures
from safetydesk.ui.delegates.name_cell import NameDelegate
from safetydesk.ui.marks import DayTag, paint_day_tag, paint_finding
from safetydesk.ui.models.month import CELL_ROLE, MonthCell
from safetydesk.ui.theme import colour
from safetydesk.ui.tokens import ROW_HEIGHT

DAY_TAGS = {
    "statutory": DayTag.STATUTORY,
    "spring_festival": DayTag.STATUTORY,
    "rest": DayTag.BRIDGING,
    "makeup": DayTag.MAKEUP_WORKDAY,
}
_SURFACES = {"statutory": "shade", "spring_festival": "shade", "weekend": "sunk", "rest": "sunk"}
_TAG, _BAR, _CORNER, _PAD, _PAD_BESIDE_NUMBER = 20, 3, 7, 6, 4
_DATED, _NUMBER = 58, 17
_MARKED = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class DayCellDelegate(NameDelegate):
    """Paints ``MonthCell`` values; ``nobody`` is the word for a gap (「未排」).

    ``dated``: the date column names the month too, as a year needs it.
    """

    def __init__(self, nobody: str, words: Words = CHINESE, *, dated: bool = False) -> None:
        super().__init__()
        self._nobody = nobody
        self._ink = CellInk()
        self._pictures = CellPictures()
        self._dated = words.month_day if dated else ""
        self._days = tuple(word.removeprefix("周") for word in words.short_weekdays)

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex, /
    ) -> QSize:
        """One row high."""
        return QSize(60, ROW_HEIGHT)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        /,
    ) -> None:
        """Draws the cell, then the frame of the selection."""
        cell = index.data(CELL_ROLE)
        if not isinstance(cell, MonthCell):
            return
        if self._ink.prepare(option.font):
            self._pictures.clear()
        rect = option.rect
        self._pictures.draw(
            painter,
            rect,
            cell.looks,
            self._ink.colour("card"),
            lambda brush, place: self._paint_cell(brush, place, cell),
        )
        if cell.post and option.state & _MARKED:
            painter.save()
            _paint_selection(painter, _inner(rect))
            painter.restore()

    def _paint_cell(self, painter: QPainter, rect: QRect, cell: MonthCell) -> None:
        """Surface, hairline, content."""
        surface = _SURFACES.get(cell.row.day_class)
        if surface:
            painter.fillRect(rect, self._ink.colour(surface))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, self._ink.colour("line"))
        if cell.post:
            self._paint_people(painter, cell, _inner(rect))
        else:
            self._paint_date(painter, cell, _inner(rect))

    def _paint_date(self, painter: QPainter, cell: MonthCell, box: QRectF) -> None:
        """Key-period bar, number, weekday, tag; today on a surface of its own."""
        colour = self._ink.colour
        if cell.today:
            painter.fillRect(box.adjusted(_BAR, 0, 0, 0), colour("sel"))
        if cell.row.key_period:
            painter.fillRect(
                QRectF(box.left(), box.top(), _BAR, box.height() + 1), colour("acc_line")
            )
        ink = colour("acc_ink" if cell.today else "t1")
        painter.setPen(ink)
        painter.setFont(self._ink.font(bold=True))
        left = box.left() + _BAR + 1
        day = cell.row.day
        if self._dated:
            text = self._dated.format(month=day.month, day=day.day)
            painter.drawText(QRectF(left, box.top(), _DATED, box.height()), _RIGHT, text)
            left += _DATED - 24
        else:
            painter.drawText(QRectF(left, box.top(), 24, box.height()), _RIGHT, str(day.day))
        painter.setFont(self._ink.font(bold=cell.today))
        painter.setPen(ink if cell.today else colour("t2"))
        weekday = self._days[cell.row.day.weekday()]
        painter.drawText(QRectF(left + 28, box.top(), 30, box.height()), _LEFT, weekday)
        tag = DAY_TAGS.get(cell.row.day_class)
        if tag is not None:
            place = QRectF(box.right() - _TAG - 3, box.center().y() - _TAG / 2, _TAG, _TAG)
            paint_day_tag(painter, tag, place)
        painter.fillRect(QRectF(box.right() - 1, box.top(), 1, box.height()), colour("line"))

    def _paint_people(self, painter: QPainter, cell: MonthCell, box: QRectF) -> None:
        """Names; 「未排」 in the frame of a finding; a corner where a change put somebody here."""
        ink, words = self._ink, cell.names or (self._nobody if cell.gap else "")
        pad = _PAD_BESIDE_NUMBER if cell.mark else _PAD
        # Beside the number of a finding a name of three needs the smaller letters.
        room = int(box.width()) - pad - _NUMBER
        tight = ink.tight_font(words, room) if cell.mark and words else None
        if words:
            painter.setFont(tight or ink.font(bold=cell.today))
            painter.setPen(ink.colour("r_ink" if cell.gap and not cell.people else "t1"))
            text = ink.short(words, int(box.width()) - pad - 2, bold=cell.today)
            place = QRectF(box.x() + pad, box.y(), box.width() - pad, box.height())
            painter.drawText(place, _LEFT, text)
        if cell.changed:
            colour = ink.colour
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("acc"))
            corner = box.topRight()
            painter.drawPolygon(
                QPolygonF([corner, corner - QPointF(_CORNER, 0), corner + QPointF(0, _CORNER)])
            )
        if cell.mark:
            inset, small = box.adjusted(0, 2, 0, -2), tight is not None
            paint_finding(painter, cell.mark, inset, blocks=cell.denies, small=small)


def _inner(rect: QRect) -> QRectF:
    """The cell without the hairline below it."""
    return QRectF(rect.x(), rect.y(), rect.width(), rect.height() - 1)


def _paint_selection(painter: QPainter, box: QRectF) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour("focus"), 2))
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 4, 4)
