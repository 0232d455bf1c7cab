"""The list of what falls due later: time, what, who; painted, for reading only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from safetydesk.ui.fonts import sized
from safetydesk.ui.theme import colour
from safetydesk.ui.tokens import ROW_HEIGHT, TEXT
from safetydesk.ui.widgets.plain import set_plain_tooltip
from safetydesk.ui.wording import Wording

if TYPE_CHECKING:
    from datetime import datetime

    from safetydesk.services.views_frame import UpcomingView

_MARGIN, _TIME, _GAP = 16, 48, 12
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)


class UpcomingList(QWidget):
    """A heading and rows of 32 px."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = Wording()
        self._heading = ""
        self._rows: tuple[UpcomingView, ...] = ()
        self._times: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def use(self, wording: Wording) -> None:
        """Takes the formatter of this desk."""
        self._wording = wording

    def show_rows(self, heading: str, rows: tuple[UpcomingView, ...], now: datetime) -> None:
        """Shows another list; what falls on another day says which; without rows it hides."""
        self.setVisible(bool(rows))
        times = tuple(self._wording.moment(row.at, now) for row in rows)
        if (heading, rows, times) == (self._heading, self._rows, self._times):
            return
        self._heading, self._rows, self._times = heading, rows, times
        lines = [
            f"{time} {row.title} {row.who}".rstrip() for time, row in zip(times, rows, strict=True)
        ]
        self.setAccessibleName("\n".join((heading, *lines)))
        set_plain_tooltip(self, "\n".join(lines))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """A heading and its rows."""
        return QSize(200, ROW_HEIGHT * (len(self._rows) + 1) + 6)

    @override
    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws heading, rows and hairlines."""
        painter = QPainter(self)
        plain, bold = sized(self.font(), TEXT), sized(self.font(), TEXT, bold=True)
        width = self.width() - 2 * _MARGIN
        painter.setFont(plain)
        painter.setPen(colour("t2"))
        painter.drawText(QRectF(_MARGIN, 4, width, ROW_HEIGHT), _MIDDLE, self._heading)
        times = QFontMetrics(bold)
        column = max((times.horizontalAdvance(time) + _GAP for time in self._times), default=0)
        for position in range(len(self._rows)):
            line = QRectF(_MARGIN, 4 + ROW_HEIGHT * (position + 1), width, ROW_HEIGHT)
            painter.fillRect(QRectF(line.left(), line.top(), width, 1), colour("line"))
            painter.setFont(bold)
            painter.setPen(colour("t1"))
            painter.drawText(line, _MIDDLE, self._times[position])
            painter.setFont(plain)
            self._paint_words(painter, self._rows[position], line, max(column, _TIME))

    def _paint_words(self, painter: QPainter, row: UpcomingView, line: QRectF, column: int) -> None:
        """What and who, right of the column of times."""
        metrics = painter.fontMetrics()
        who = metrics.elidedText(row.who, Qt.TextElideMode.ElideRight, int(line.width() / 3))
        title_width = int(line.width() - column - metrics.horizontalAdvance(who) - 8)
        title = metrics.elidedText(row.title, Qt.TextElideMode.ElideRight, title_width)
        painter.drawText(line.adjusted(column, 0, 0, 0), _MIDDLE, title)
        painter.setPen(colour("t2"))
        painter.drawText(line, _RIGHT, who)
