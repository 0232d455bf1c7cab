"""The reports of an incident as a chain: sent in time or late, due or missed, to come."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from safetydesk.ui.fonts import sized
from safetydesk.ui.marks import paint_done, paint_late, paint_level, paint_open
from safetydesk.ui.theme import colour
from safetydesk.ui.tokens import TEXT
from safetydesk.ui.widgets.plain import set_plain_tooltip

_MARK, _LINE, _TOP = 18, 20, 10


@dataclass(frozen=True)
class ChainNode:
    """One report: its name, what became of it, and its limit."""

    name: str
    state: str
    limit: str
    done: bool = False
    late: bool = False
    """Whether it was done after its limit."""
    level: int = 0
    """1 to 3 where an alarm of that level is raised for it; 0 otherwise."""


class ReportChain(QWidget):
    """Nodes of equal width joined by a line: done green, done late a red diamond, due its level."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._nodes: tuple[ChainNode, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_nodes(self, nodes: tuple[ChainNode, ...]) -> None:
        """Shows another chain."""
        if nodes == self._nodes:
            return
        self._nodes = nodes
        lines = ["，".join(part for part in (n.name, n.state, n.limit) if part) for n in nodes]
        self.setAccessibleName("；".join(lines))
        set_plain_tooltip(self, "\n".join(lines))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """A mark and three lines of text."""
        return QSize(120 * max(1, len(self._nodes)), _TOP + 24 + 3 * _LINE + 8)

    @override
    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws marks, lines and texts."""
        if not self._nodes:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = (self.width() - 32) / len(self._nodes)
        for position, node in enumerate(self._nodes):
            left = 16 + width * position
            self._paint_mark(painter, node, left)
            if position < len(self._nodes) - 1:
                self._paint_line(painter, node, left, width)
            self._paint_text(painter, node, QRectF(left, _TOP + 24, width - 8, _LINE))

    def _paint_mark(self, painter: QPainter, node: ChainNode, left: float) -> None:
        box = QRectF(left, _TOP + 1, _MARK, _MARK)
        if node.late:
            paint_late(painter, box)
        elif node.done:
            paint_done(painter, box)
        elif node.level:
            paint_level(painter, node.level, box.adjusted(-1, -3, 5, 3))
        else:
            paint_open(painter, box)

    def _paint_line(self, painter: QPainter, node: ChainNode, left: float, width: float) -> None:
        middle = _TOP + 1 + _MARK / 2
        painter.setPen(QPen(colour(_line_ink(node)), 2))
        start = left + _MARK + (12 if node.level and not node.done else 6)
        painter.drawLine(QLineF(start, middle, left + width - 12, middle))

    def _paint_text(self, painter: QPainter, node: ChainNode, line: QRectF) -> None:
        level = int(node.late) if node.done else node.level
        ink = {1: "r_ink", 2: "o_ink", 3: "y_ink"}.get(level)
        texts = ((node.name, True, ink or "t1"), (node.state, False, ink or "t2"))
        for row, (text, bold, token) in enumerate((*texts, (node.limit, False, "t2"))):
            font = sized(self.font(), TEXT, bold=bold)
            painter.setFont(font)
            painter.setPen(colour(token))
            box = line.translated(0, _LINE * row)
            shown = painter.fontMetrics().elidedText(
                text, Qt.TextElideMode.ElideRight, int(box.width())
            )
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), shown)


def _line_ink(node: ChainNode) -> str:
    """The line after a node: green only where it was in time."""
    return "r" if node.late else "ok" if node.done else "line2"
