"""A pasted message as plain text in which the words that something was read from are marked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import (
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

from safetydesk.ui.theme import colour

if TYPE_CHECKING:
    from safetydesk.domain.intake_text import Quote


class QuotedText(QPlainTextEdit):
    """The text can be pasted and edited; ``show_quotes`` marks all words, ``point_at`` some."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self._marks = _Marks(self.document())

    def show_quotes(self, quotes: Sequence[Quote]) -> None:
        """Marks the words of all proposals; nothing is pointed at."""
        self._marks.set_quotes(utf16(self.toPlainText(), quotes))

    def point_at(self, quotes: Sequence[Quote]) -> None:
        """Marks the words of one proposal strongly and brings them into view."""
        places = utf16(self.toPlainText(), quotes)
        self._marks.set_pointed(places)
        if places:
            cursor = QTextCursor(self.document())
            cursor.setPosition(min(places[0][0], self.document().characterCount() - 1))
            self.setTextCursor(cursor)
            self.ensureCursorVisible()

    @property
    def pointed(self) -> list[str]:
        """The words that are marked strongly."""
        whole = self.toPlainText().encode("utf-16-le")
        return [
            whole[2 * start : 2 * end].decode("utf-16-le") for start, end in self._marks.pointed
        ]


class _Marks(QSyntaxHighlighter):
    """Formats of characters only: the text itself is never interpreted."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._quotes: list[tuple[int, int]] = []
        self.pointed: list[tuple[int, int]] = []

    def set_quotes(self, places: list[tuple[int, int]]) -> None:
        self._quotes, self.pointed = places, []
        self.rehighlight()

    def set_pointed(self, places: list[tuple[int, int]]) -> None:
        self.pointed = places
        self.rehighlight()

    @override
    def highlightBlock(self, text: str, /) -> None:
        """One paragraph: underlined where quoted, on a strong ground where pointed at."""
        quoted, pointed = QTextCharFormat(), QTextCharFormat()
        quoted.setBackground(colour("acc_soft"))
        pointed.setBackground(colour("acc"))
        pointed.setForeground(colour("acc_on"))
        for places, look in ((self._quotes, quoted), (self.pointed, pointed)):
            for start, end in places:
                self._mark(start, end, look)

    def _mark(self, start: int, end: int, look: QTextCharFormat) -> None:
        block = self.currentBlock()
        first = max(start - block.position(), 0)
        last = min(end - block.position(), block.length() - 1)
        if first < last:
            self.setFormat(first, last - first, look)


def utf16(text: str, quotes: Sequence[Quote]) -> list[tuple[int, int]]:
    """The places of quotes as Qt counts characters: a rare Han character or an emoji is two."""

    def place(at: int) -> int:
        return at + sum(1 for sign in text[:at] if ord(sign) > 0xFFFF)  # noqa: PLR2004 - the first plane

    return [(place(quote.start), place(quote.end)) for quote in quotes]
