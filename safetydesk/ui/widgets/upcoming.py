"""The list of what falls due later: time, what, who; painted, for reading only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from safetydesk.ui.fonts import sized
from safetydesk.ui.theme import colour
from safetydesk.ui.tokens import ROW_HEIGHT, TEXT
from safetydesk.ui.widgets.plain import set_plain_tooltip
from safetydesk.ui.wording import Wording

if TYPE_CHECKING:
    from safetydesk.services.views_frame import UpcomingView

_MARGIN, _TIME = 16, 48
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)


class UpcomingList(QWidget):
    """A heading and rows of 32 px."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = Wording()
        self._heading = ""
        self._rows: tuple[UpcomingView, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def use(self, wording: Wording) -> None:
        """Takes the formatter of this desk."""
        self._wording = wording

    def show_rows(self, heading: str, rows: tuple[UpcomingView, ...]) -> None:
        """Shows another list; without rows the widget hides."""
        self.setVisible(bool(rows))
        if (heading, rows) == (self._heading, self._rows):
            return
        self._heading, self._rows = heading, rows
        lines = [f"{self._wording.time(row.at)} {row.title} {row.who}".rstrip() for row in rows]
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
        for position, row in enumerate(self._rows):
            line = QRectF(_MARGIN, 4 + ROW_HEIGHT * (position + 1), width, ROW_HEIGHT)
            painter.fillRect(QRectF(line.left(), line.top(), width, 1), colour("line"))
            self._paint_row(painter, row, line, (plain, bold))

    def _paint_row(
        self, painter: QPainter, row: UpcomingView, line: QRectF, fonts: tuple[QFont, QFont]
    ) -> None:
        plain, bold = fonts
        painter.setPen(colour("t1"))
        painter.setFont(bold)
        painter.drawText(line, _MIDDLE, self._wording.time(row.at))
        painter.setFont(plain)
        metrics = painter.fontMetrics()
        who = metrics.elidedText(row.who, Qt.TextElideMode.ElideRight, int(line.width() / 3))
        title_width = int(line.width() - _TIME - metrics.horizontalAdvance(who) - 8)
        title = metrics.elidedText(row.title, Qt.TextElideMode.ElideRight, title_width)
        painter.drawText(line.adjusted(_TIME, 0, 0, 0), _MIDDLE, title)
        painter.setPen(colour("t2"))
        painter.drawText(line, _RIGHT, who)
