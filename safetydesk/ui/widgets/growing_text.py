"""A plain-text field as high as its words, within bounds."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QLineF, Qt, Slot
from PySide6.QtGui import QPainter, QPen, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

from safetydesk.ui.theme import colour

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtGui import QPaintEvent, QResizeEvent, QTextLine

_LEAST, _MOST, _FRAME = 1, 7, 22
_LINES = {
    "wrong": ("r", Qt.PenStyle.SolidLine, 2),
    "unknown": ("o", Qt.PenStyle.DotLine, 2),
    "agrees": ("acc", Qt.PenStyle.SolidLine, 1),
}


class GrowingText(QPlainTextEdit):
    """Tab leaves the field. ``show_text`` keeps the cursor where nothing changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.marks: tuple[tuple[int, int, str], ...] = ()
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.textChanged.connect(self._fit)
        self._fit()

    def show_text(self, text: str) -> None:
        """Shows other words, unless they stand there already."""
        if self.toPlainText().strip() != text.strip():
            self.setPlainText(text)

    def mark(self, marks: Iterable[tuple[int, int, str]]) -> None:
        """Underlines stretches of the words: ``wrong``, ``unknown`` or ``agrees``.

        Positions count within the words without space around them.
        """
        self.marks = tuple(marks)
        self.viewport().update()

    def go_to(self, start: int, end: int) -> None:
        """Selects a stretch of the words and takes the keyboard."""
        self.setTextCursor(self._stretch(start, end))
        self.setFocus()
        self.ensureCursorVisible()

    def _stretch(self, start: int, end: int) -> QTextCursor:
        words = self.toPlainText()
        ahead = len(words) - len(words.lstrip())
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(ahead + start, len(words)))
        cursor.setPosition(min(ahead + end, len(words)), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        """The words, and the lines beneath what is marked."""
        super().paintEvent(event)
        if not self.marks:
            return
        painter = QPainter(self.viewport())
        for start, end, kind in self.marks:
            token, style, width = _LINES[kind]
            painter.setPen(QPen(colour(token), width, style))
            for line in self._lines_under(self._stretch(start, end)):
                painter.drawLine(line)

    def _lines_under(self, stretch: QTextCursor) -> Iterator[QLineF]:
        """A line for each row of text that a stretch runs over."""
        block = self.document().findBlock(stretch.selectionStart())
        corner = self.blockBoundingGeometry(block).topLeft() + self.contentOffset()
        layout, at = block.layout(), stretch.selectionStart() - block.position()
        last = min(stretch.selectionEnd() - block.position(), block.length() - 1)
        while at < last:
            row = layout.lineForTextPosition(at)
            if not row.isValid():
                return
            till = min(last, row.textStart() + row.textLength())
            y = corner.y() + row.y() + row.height() - 1
            left, right = (corner.x() + _x_of(row, place) for place in (at, till))
            yield QLineF(left, y, right, y)
            at = till if till > at else last

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Other width, other lines."""
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        lines = 0
        block = self.document().firstBlock()
        while block.isValid():
            lines += max(1, block.layout().lineCount())
            block = block.next()
        lines = min(max(lines, _LEAST), _MOST)
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + _FRAME)


def _x_of(row: QTextLine, place: int) -> float:
    """Where a character begins in its row; the binding gives the place along with it."""
    return cast("tuple[float, int]", row.cursorToX(place))[0]
