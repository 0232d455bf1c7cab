"""The field in which somebody is looked for: the arrows move the hits while the cursor stays."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

_PAGE = 8
_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -_PAGE,
    Qt.Key.Key_PageDown: _PAGE,
}


class SearchLine(QLineEdit):
    """``moved`` carries how many hits up or down, ``number_moved`` (with Alt) how many numbers."""

    moved = Signal(int)
    number_moved = Signal(int)
    opened = Signal()
    copy_asked = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Keys that mean the hits; everything else is typing."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            (self.number_moved if alt else self.moved).emit(_STEPS[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit()
        elif event.matches(QKeySequence.StandardKey.Copy) and not self.hasSelectedText():
            self.copy_asked.emit()
        elif key == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)
