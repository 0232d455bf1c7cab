"""The strokes of the wallboard: lines of text, cards, level marks, grade ticks; always dark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
)

from safetydesk.ui.fonts import sized
from safetydesk.ui.icons import paint_icon
from safetydesk.ui.tokens import DARK

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintDevice

_NEVER_FIRST = "，。；：、！？）」』》”"
"""Signs that begin no line."""
_NUMERALS = {1: "Ⅰ", 2: "Ⅱ", 3: "Ⅲ"}


class Brush:
    """A painter in units of a screen 900 high; ``width`` is the width in the same units."""

    def __init__(self, device: QPaintDevice, font: QFont, high: float) -> None:
        unit = device.height() / high
        self.width = device.width() / unit
        self._font = font
        self._painter = QPainter(device)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.scale(unit, unit)

    def end(self) -> None:
        """Puts the brush away."""
        self._painter.end()

    def fill(self, box: QRectF, ink: str | QColor) -> None:
        """A flat surface."""
        self._painter.fillRect(box, QColor(ink))

    def card(self, box: QRectF, title: str = "") -> None:
        """A card, with its title in the head."""
        self.frame(box, line=DARK.line, fill=DARK.card)
        if title:
            head = QRectF(box.left() + 24, box.top(), box.width() - 48, 58)
            self.write(head, title, 28, ink=DARK.t2, bold=True)
            self.fill(QRectF(box.left(), box.top() + 58, box.width(), 2), DARK.line)

    def frame(self, box: QRectF, *, line: str, fill: str, radius: float = 6) -> None:
        """A rounded frame."""
        self._painter.setPen(QPen(QColor(line), 2))
        self._painter.setBrush(QColor(fill))
        self._painter.drawRoundedRect(box, radius, radius)

    def hatch(self, width: float, high: float, thick: float) -> None:
        """The striped edge of a desk or a board that cannot be trusted."""
        edge = QPainterPath()
        edge.addRect(QRectF(0, 0, width, high))
        edge.addRect(QRectF(thick, thick, width - 2 * thick, high - 2 * thick))
        self._painter.save()
        self._painter.setClipPath(edge)
        self._painter.fillPath(edge, QColor(DARK.panel))
        self._painter.setPen(QPen(QColor(DARK.f), thick * 0.7))
        step = thick * 2
        for number in range(-int(high / step) - 1, int(width / step) + 2):
            left = number * step
            self._painter.drawLine(QPointF(left, high), QPointF(left + high, 0))
        self._painter.restore()

    def icon(self, name: str, box: QRectF, ink: str) -> None:
        """A picture of the icon family."""
        paint_icon(self._painter, name, ink, box)

    def dot(self, centre: QPointF, ink: str) -> None:
        """A small disc."""
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(ink))
        self._painter.drawEllipse(centre, 9, 9)

    def level(self, level: int, box: QRectF, *, inverse: bool = False) -> None:
        """Ⅰ in a triangle, Ⅱ in a disc, Ⅲ in a ring; ``inverse`` on the level's own colour."""
        letter = {1: "r", 2: "o", 3: "y"}[level]
        fill, ink = QColor(getattr(DARK, letter)), QColor(getattr(DARK, f"{letter}_on"))
        if inverse:
            fill, ink = ink, fill
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(fill)
        if level == 1:
            corners = [QPointF(box.center().x(), box.top()), box.bottomRight(), box.bottomLeft()]
            self._painter.drawPolygon(QPolygonF(corners))
        elif level == 3:  # noqa: PLR2004 - a ring is level Ⅲ's
            self._painter.setPen(QPen(fill, box.width() / 7))
            self._painter.setBrush(QColor(DARK.card))
            self._painter.drawEllipse(box.adjusted(4, 4, -4, -4))
            ink = fill
        else:
            self._painter.drawEllipse(box)
        down = box.height() * 0.28 if level == 1 else 0
        self.write(
            box.adjusted(-10, down, 10, 0),
            _NUMERALS[level],
            round(box.height() * 0.55),
            ink=ink.name(),
            bold=True,
            middle=True,
        )

    def ticks(self, filled: int, right: float, middle: float) -> None:
        """Four bars that end at ``right``, filled up to the grade."""
        self._painter.setPen(QPen(QColor(DARK.t1), 2))
        for number in range(4):
            box = QRectF(right - 62 + 16 * number, middle - 13, 10, 26)
            self._painter.setBrush(QColor(DARK.t1) if number < filled else Qt.BrushStyle.NoBrush)
            self._painter.drawRect(box)

    def width_of(self, text: str, pixels: int, *, bold: bool = False) -> float:
        """How much room a text takes."""
        return QFontMetricsF(sized(self._font, pixels, bold=bold)).horizontalAdvance(text)

    def write_lines(self, box: QRectF, text: str, pixels: int, *, bold: bool = False) -> None:
        """A text on as many lines as the box has room for, from its top."""
        self._painter.setFont(sized(self._font, pixels, bold=bold))
        self._painter.setPen(QColor(DARK.t1))
        metrics = self._painter.fontMetrics()
        lines = max(int(box.height() // metrics.lineSpacing()), 1)
        rest = text
        for number in range(lines):
            place = QRectF(box.left(), box.top() + number * metrics.lineSpacing(), box.width(), 0)
            place.setHeight(metrics.lineSpacing())
            last = number == lines - 1
            count = len(rest) if last else _fitting(metrics, rest, int(box.width()))
            self.write(place, rest[:count], pixels, bold=bold)
            rest = rest[count:]

    def write(
        self,
        box: QRectF,
        text: str,
        pixels: int,
        *,
        ink: str = DARK.t1,
        bold: bool = False,
        right: bool = False,
        middle: bool = False,
    ) -> float:
        """One line of plain text, ended by an ellipsis where it does not fit; its width."""
        self._painter.setFont(sized(self._font, pixels, bold=bold))
        self._painter.setPen(QColor(ink))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        side = Qt.AlignmentFlag.AlignHCenter if middle else side
        metrics = self._painter.fontMetrics()
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()))
        self._painter.drawText(box, int(side | Qt.AlignmentFlag.AlignVCenter), shown)
        return float(metrics.horizontalAdvance(shown))


def _fitting(metrics: QFontMetrics, text: str, room: int) -> int:
    """How many characters fit on a line; Chinese may be broken anywhere."""
    count = len(text)
    while count > 1 and metrics.horizontalAdvance(text[:count]) > room:
        count -= 1
    while 1 < count < len(text) and text[count] in _NEVER_FIRST:
        count -= 1
    return count
