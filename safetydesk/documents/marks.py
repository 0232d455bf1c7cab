"""Knows the black level marks of the handover record: triangle Ⅰ, disc Ⅱ, ring Ⅲ."""

# pyright: reportUnknownMemberType=false, reportUnknownLambdaType=false
# ReportLab's stubs leave most parameters untyped.

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reportlab.lib.colors import Color, black, white
from reportlab.lib.units import mm
from reportlab.platypus import Flowable
from typing_extensions import override

from safetydesk.services.sheets import MatterLevel

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_SIZE: Final = 4.4 * mm
_BOX: Final = 14.0
"""The marks are drawn in a box of 14 by 14 units, its origin at the lower left."""

_Segment = tuple[float, float, float, float]

_NUMERALS: Final[dict[MatterLevel, tuple[_Segment, ...]]] = {
    MatterLevel.FIRST: ((7, 2.6, 7, 7.8), (5.4, 7.8, 8.6, 7.8), (5.4, 2.6, 8.6, 2.6)),
    MatterLevel.SECOND: (
        (5.6, 4.4, 5.6, 9.6),
        (8.4, 4.4, 8.4, 9.6),
        (4, 9.6, 10, 9.6),
        (4, 4.4, 10, 4.4),
    ),
    MatterLevel.THIRD: (
        (5, 4.9, 5, 9.1),
        (7, 4.9, 7, 9.1),
        (9, 4.9, 9, 9.1),
        (3.9, 9.1, 10.1, 9.1),
        (3.9, 4.9, 10.1, 4.9),
    ),
}


class LevelMark(Flowable):
    """The mark of a level, centred in its cell; shape, numeral and tone all differ."""

    def __init__(self, level: MatterLevel) -> None:
        super().__init__()
        self._level = level
        self._room = _SIZE

    @override
    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """As wide as the cell, 4.4 mm high; nothing for a matter without level."""
        self._room = aW
        return aW, _SIZE if self._level else 0.0

    def draw(self) -> None:
        """Draw at the origin that platypus has set."""
        if self._level is MatterLevel.NONE:
            return
        canvas = self.canv
        canvas.saveState()
        canvas.translate((self._room - _SIZE) / 2, 0)
        canvas.scale(_SIZE / _BOX, _SIZE / _BOX)
        canvas.setFillColor(black)
        canvas.setStrokeColor(black)
        _draw_shape(canvas, self._level)
        _draw_numeral(canvas, self._level)
        canvas.restoreState()


def _draw_shape(canvas: Canvas, level: MatterLevel) -> None:
    if level is MatterLevel.FIRST:
        path = canvas.beginPath()
        path.moveTo(7, 13)
        path.lineTo(13.3, 1)
        path.lineTo(0.7, 1)
        path.close()
        canvas.drawPath(path, stroke=0, fill=1)
    elif level is MatterLevel.SECOND:
        canvas.circle(7, 7, 6.3, stroke=0, fill=1)
    else:
        canvas.setLineWidth(1.2)
        canvas.circle(7, 7, 6, stroke=1, fill=0)


def _draw_numeral(canvas: Canvas, level: MatterLevel) -> None:
    ink: Color = black if level is MatterLevel.THIRD else white
    canvas.setStrokeColor(ink)
    canvas.setLineWidth(0.9 if level is MatterLevel.THIRD else 1.05)
    canvas.lines(list(_NUMERALS[level]))
