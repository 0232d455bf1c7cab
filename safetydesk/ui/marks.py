"""The painted signs of the desk: level marks, ticks, timeline signs, hatch and day tags.

Each function paints into the given box, whatever its size; geometry is stated for its own grid.
"""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from safetydesk.ui.theme import colour, current_theme

_ROUND = Qt.PenCapStyle.RoundCap
_NONE = Qt.BrushStyle.NoBrush


class TimelineSign(StrEnum):
    """What kind of moment a point of a timeline is."""

    REPORT = "report"
    SCENE = "scene"
    ORDER = "order"
    GRADE = "grade"
    OTHER = "other"


class DayTag(StrEnum):
    """What a calendar day is marked with."""

    STATUTORY = "statutory"
    BRIDGING = "bridging"
    MAKEUP_WORKDAY = "makeup_workday"


def paint_level(
    painter: QPainter, level: int, box: QRectF, *, halo: bool = False, lit: bool = True
) -> None:
    """The mark of alarm level 1, 2 or 3; ``halo`` while unacknowledged, drawn when ``lit``."""
    _enter(painter, box, 28)
    {1: _level_one, 2: _level_two, 3: _level_three}[level](painter)
    if halo and lit:
        painter.setBrush(_NONE)
        painter.setPen(QPen(colour(("r", "o", "y_ink")[level - 1]), 1.6))
        if level == 1:
            painter.drawPolygon(QPolygonF([QPointF(14, -1.5), QPointF(30, 27), QPointF(-2, 27)]))
        else:
            painter.drawEllipse(QPointF(14, 14), 15.2, 15.2)
    painter.restore()


def paint_done(painter: QPainter, box: QRectF, token: str = "ok") -> None:  # noqa: S107 - a colour
    """A circle with a tick (18 grid)."""
    _enter(painter, box, 18)
    painter.setBrush(_NONE)
    painter.setPen(_pen(token, 1.5))
    painter.drawEllipse(QPointF(9, 9), 7, 7)
    painter.drawPolyline(QPolygonF([QPointF(6, 9.3), QPointF(8.2, 11.5), QPointF(12.2, 7)]))
    painter.restore()


def paint_late(painter: QPainter, box: QRectF) -> None:
    """A red diamond with a tick: done, but after its limit (18 grid)."""
    _enter(painter, box, 18)
    painter.setBrush(colour("r_soft"))
    painter.setPen(_pen("r", 1.75))
    corners = [QPointF(9, 0.5), QPointF(17.5, 9), QPointF(9, 17.5), QPointF(0.5, 9)]
    painter.drawPolygon(QPolygonF(corners))
    painter.drawPolyline(QPolygonF([QPointF(6, 9.3), QPointF(8.2, 11.5), QPointF(12.2, 7)]))
    painter.restore()


def paint_open(painter: QPainter, box: QRectF) -> None:
    """An empty ring: still to come (18 grid)."""
    _enter(painter, box, 18)
    painter.setBrush(_NONE)
    painter.setPen(_pen("line3", 1.75))
    painter.drawEllipse(QPointF(9, 9), 7, 7)
    painter.restore()


def paint_grade_ticks(painter: QPainter, filled: int, top_left: QPointF, token: str = "t1") -> None:  # noqa: S107
    """Four bars of 3 × 10, filled up to the grade (1 ordinary to 4 extremely major)."""
    painter.save()
    painter.setPen(QPen(colour(token), 1))
    for position in range(4):
        box = QRectF(top_left.x() + 5 * position, top_left.y(), 3, 10)
        painter.setBrush(colour(token) if position < filled else _NONE)
        painter.drawRect(box)
    painter.restore()


def paint_timeline_sign(painter: QPainter, sign: TimelineSign, box: QRectF) -> None:
    """The sign of one moment (18 grid)."""
    _enter(painter, box, 18)
    filled = sign in {TimelineSign.REPORT, TimelineSign.SCENE}
    token = "acc" if sign is TimelineSign.REPORT else "t2" if filled else "t1"
    painter.setPen(Qt.PenStyle.NoPen if filled else _pen(token, 1.75))
    painter.setBrush(colour(token) if filled else _NONE)
    if sign is TimelineSign.REPORT:
        painter.drawRect(QRectF(4, 4, 10, 10))
    elif sign is TimelineSign.SCENE:
        painter.drawEllipse(QPointF(9, 9), 5.5, 5.5)
    elif sign is TimelineSign.ORDER:
        points = [QPointF(9, 2.5), QPointF(15.5, 9), QPointF(9, 15.5), QPointF(2.5, 9)]
        painter.drawPolygon(QPolygonF(points))
    elif sign is TimelineSign.GRADE:
        painter.drawPolygon(QPolygonF([QPointF(9, 3), QPointF(15.5, 14.5), QPointF(2.5, 14.5)]))
    else:
        painter.drawEllipse(QPointF(9, 9), 3.5, 3.5)
    painter.restore()


def hatch() -> QBrush:
    """The system-fault pattern: 16 px at 45°, half fault, half white (half panel in the dark)."""
    tile = QPixmap(16, 16)
    tile.fill(QColor("#FFFFFF") if current_theme().name == "light" else colour("panel"))
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour("f"), 8 * 0.7071))
    for shift in (-16, 0, 16):
        painter.drawLine(QLineF(shift - 2, 18, shift + 18, -2))
    painter.end()
    return QBrush(tile)


def paint_day_tag(painter: QPainter, tag: DayTag, box: QRectF) -> None:
    """休 filled (statutory) or outlined (bridging), 班 filled (make-up workday)."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    fill = {DayTag.STATUTORY: "t2", DayTag.MAKEUP_WORKDAY: "acc"}.get(tag)
    painter.setPen(_pen("t2", 1) if fill is None else Qt.PenStyle.NoPen)
    painter.setBrush(_NONE if fill is None else colour(fill))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    painter.setPen(colour("t2") if fill is None else QColor(_on(tag)))
    font = painter.font()
    font.setPixelSize(12)
    painter.setFont(font)
    character = "班" if tag is DayTag.MAKEUP_WORKDAY else "休"
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, character)
    painter.restore()


def paint_finding(
    painter: QPainter,
    number: int,
    box: QRectF,
    *,
    blocks: bool,
    label: bool = True,
    small: bool = False,
) -> None:
    """The inset frame of a roster finding: solid red blocks publishing, dashed orange notifies.

    ``small`` leaves more room for the words beside the number.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    style = Qt.PenStyle.SolidLine if blocks else Qt.PenStyle.DashLine
    token = "r" if blocks else "o"
    painter.setBrush(_NONE)
    painter.setPen(QPen(colour(token), 2, style))
    painter.drawRect(box.adjusted(1, 1, -1, -1))
    if label:
        side = 12 if small else 16
        disc = QRectF(box.right() - side - 1, box.top() + 1, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(token))
        painter.drawEllipse(disc)
        painter.setPen(colour(f"{token}_on"))
        font = painter.font()
        font.setPixelSize(9 if small else 12)
        painter.setFont(font)
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(number))
    painter.restore()


def _on(tag: DayTag) -> str:
    """The text colour on a filled tag."""
    theme = current_theme()
    return theme.acc_on if tag is DayTag.MAKEUP_WORKDAY else theme.card


def _pen(token: str, width: float) -> QPen:
    return QPen(colour(token), width, Qt.PenStyle.SolidLine, _ROUND, Qt.PenJoinStyle.RoundJoin)


def _enter(painter: QPainter, box: QRectF, grid: int) -> None:
    """Saves the painter and maps the grid onto the box; the caller restores."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.scale(box.width() / grid, box.height() / grid)


def _numeral(painter: QPainter, strokes: tuple[QLineF, ...], token: str, width: float) -> None:
    painter.setPen(QPen(colour(token), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap))
    for stroke in strokes:
        painter.drawLine(stroke)


def _level_one(painter: QPainter) -> None:
    painter.setPen(_pen("r", 2))
    painter.setBrush(colour("r"))
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(14, 3), QPointF(26, 25), QPointF(2, 25)]))
    path.closeSubpath()
    painter.drawPath(path)
    strokes = (
        QLineF(14, 12.5, 14, 22.5),
        QLineF(11.4, 12.5, 16.6, 12.5),
        QLineF(11.4, 22.5, 16.6, 22.5),
    )
    _numeral(painter, strokes, "r_on", 1.8)


def _level_two(painter: QPainter) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("o"))
    painter.drawEllipse(QPointF(14, 14), 12, 12)
    strokes = (
        QLineF(11.3, 8.8, 11.3, 19.2),
        QLineF(16.7, 8.8, 16.7, 19.2),
        QLineF(8, 8.8, 20, 8.8),
        QLineF(8, 19.2, 20, 19.2),
    )
    _numeral(painter, strokes, "o_on", 1.8)


def _level_three(painter: QPainter) -> None:
    painter.setBrush(_NONE)
    painter.setPen(_pen("y_ink", 4.6))
    painter.drawEllipse(QPointF(14, 14), 11, 11)
    painter.setPen(_pen("y", 3))
    painter.drawEllipse(QPointF(14, 14), 11, 11)
    strokes = (
        QLineF(10, 9.8, 10, 18.2),
        QLineF(14, 9.8, 14, 18.2),
        QLineF(18, 9.8, 18, 18.2),
        QLineF(7.8, 9.8, 20.2, 9.8),
        QLineF(7.8, 18.2, 20.2, 18.2),
    )
    _numeral(painter, strokes, "t1", 1.5)
