"""A plain-text field as high as its words, within bounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_LEAST, _MOST, _FRAME = 1, 7, 22


class GrowingText(QPlainTextEdit):
    """Tab leaves the field. ``show_text`` keeps the cursor where nothing changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.textChanged.connect(self._fit)
        self._fit()

    def show_text(self, text: str) -> None:
        """Shows other words, unless they stand there already."""
        if self.toPlainText().strip() != text.strip():
            self.setPlainText(text)

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
