"""How the cells of a row table are painted: 32 px rows, hairlines, marks, badges and countdowns."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)
from typing_extensions import override

from safetydesk.ui.fonts import sized
from safetydesk.ui.icons import paint_icon
from safetydesk.ui.marks import paint_level
from safetydesk.ui.models.rows_model import CELL_ROLE, Cell
from safetydesk.ui.theme import colour
from safetydesk.ui.tokens import ROW_HEIGHT, TEXT, TEXT_SMALL
from safetydesk.ui.widgets.chip import paint_chip
from safetydesk.ui.widgets.plain import plain_tooltip

EDGE, GAP = 16, 8
_RAISED = 3
_BADGES = {
    "plain": ("line2", "", "t2"),
    "i": ("i_line", "i_soft", "i_ink"),
    "o": ("o_line", "o_soft", "o_ink"),
    "y": ("y_line", "y_soft", "y_ink"),
    "r": ("r_line", "r_soft", "r_ink"),
    "todo": ("o", "", "o_ink"),
}


class RowDelegate(QStyledItemDelegate):
    """Paints ``Cell`` values from the theme in use; no widgets in cells."""

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex, /
    ) -> QSize:
        """One row high."""
        return QSize(80, ROW_HEIGHT)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        /,
    ) -> None:
        """Draws surface, hairline and content."""
        cell = index.data(CELL_ROLE)
        if not isinstance(cell, Cell):
            return
        painter.save()
        paint_surface(painter, option)
        paint_cell(painter, cell, content_box(option.rect, index), option.font, right=_right(index))
        painter.restore()

    @override
    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        /,
    ) -> bool:
        """Shows the whole text where the cell shows only its beginning."""
        cell = index.data(CELL_ROLE)
        if event.type() != QEvent.Type.ToolTip or not isinstance(cell, Cell) or not cell.text:
            return super().helpEvent(event, view, option, index)
        box = content_box(option.rect, index)
        wide = view.fontMetrics().horizontalAdvance(cell.text) > box.width()
        QToolTip.showText(event.globalPos(), plain_tooltip(cell.text) if wide else "", view)
        return True


def paint_surface(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """The tint of a selected or hovered row and the hairline below it."""
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
    if selected or hovered:
        painter.fillRect(option.rect, colour("sel" if selected else "hover"))
    painter.fillRect(option.rect.x(), option.rect.bottom(), option.rect.width(), 1, colour("line"))


def content_box(rect: QRect, index: QModelIndex | QPersistentModelIndex) -> QRectF:
    """The room of a cell's content: first and last column keep 16 px from the edge."""
    box = QRectF(rect)
    model: QAbstractItemModel = index.model()
    left = EDGE if index.column() == 0 else GAP
    right = EDGE if index.column() == model.columnCount() - 1 else GAP
    return box.adjusted(left, 0, -right, 0)


def paint_cell(painter: QPainter, cell: Cell, box: QRectF, font: QFont, *, right: bool) -> None:
    """Paints one cell's content (also for tables with delegates of their own)."""
    if cell.countdown is not None:
        paint_chip(painter, box, cell.countdown, font)
        return
    if cell.level:
        paint_level(painter, cell.level, QRectF(box.left(), box.center().y() - 10, 20, 20))
        box = box.adjusted(28, 0, 0, 0)
    if cell.icon:
        mark = QRectF(box.left(), box.center().y() - 8, 16, 16)
        paint_icon(painter, cell.icon, colour(cell.tone).name(), mark)
        box = box.adjusted(24, 0, 0, 0)
    if cell.badge:
        _paint_badge(painter, cell, box, font)
    else:
        _paint_text(painter, cell, box, font, right=right)


def _paint_text(painter: QPainter, cell: Cell, box: QRectF, font: QFont, *, right: bool) -> None:
    made = sized(font, TEXT, bold=cell.bold)
    painter.setFont(made)
    painter.setPen(colour("t3" if cell.struck else cell.tone))
    metrics = painter.fontMetrics()
    text = metrics.elidedText(cell.text, Qt.TextElideMode.ElideRight, int(box.width()))
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    painter.drawText(box, int(side | Qt.AlignmentFlag.AlignVCenter), text)
    if cell.mark and right:
        _paint_mark(painter, cell.mark, box.adjusted(0, 0, -metrics.horizontalAdvance(text), 0))
    if cell.struck:
        width = metrics.horizontalAdvance(text)
        start = box.right() - width if right else box.left()
        painter.setPen(QPen(colour("r"), 1))
        painter.drawLine(
            int(start), int(box.center().y()) + 1, int(start + width), int(box.center().y()) + 1
        )


def _paint_mark(painter: QPainter, mark: str, box: QRectF) -> None:
    """The change of a number: raised, grey, and far enough from it to be no digit of it."""
    painter.setFont(sized(painter.font(), TEXT_SMALL))
    painter.setPen(colour("t3"))
    flags = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    painter.drawText(box.adjusted(-EDGE, -_RAISED, -GAP, -_RAISED), flags, mark)


def _paint_badge(painter: QPainter, cell: Cell, box: QRectF, font: QFont) -> None:
    line, fill, ink = _BADGES[cell.badge]
    painter.setFont(sized(font, TEXT))
    width = min(painter.fontMetrics().horizontalAdvance(cell.text) + 15, box.width())
    frame = QRectF(box.left() + 0.5, box.center().y() - 10.5, width, 21)
    style = Qt.PenStyle.DashLine if cell.badge == "todo" else Qt.PenStyle.SolidLine
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour(line), 1, style))
    painter.setBrush(colour(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(frame, 4, 4)
    painter.setPen(colour(ink))
    painter.drawText(frame, int(Qt.AlignmentFlag.AlignCenter), cell.text)


def _right(index: QModelIndex | QPersistentModelIndex) -> bool:
    """Whether the column is set to the right (numbers, countdowns)."""
    role = int(Qt.ItemDataRole.TextAlignmentRole)
    head = index.model().headerData(index.column(), Qt.Orientation.Horizontal, role)
    return bool(head & Qt.AlignmentFlag.AlignRight) if head is not None else False
