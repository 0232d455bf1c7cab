"""The field of the quick entry line: its keys mean log, log and assign, and undo the last entry."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EntryLine(QLineEdit):
    """``submitted`` carries whether the entry is to be assigned too (Ctrl+Enter)."""

    submitted = Signal(bool)

    @override
    def event(self, event: QEvent, /) -> bool:
        """Leaves Ctrl+Z to the window while there is no typing to take back."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Undo)
            and not self.isUndoAvailable()
        ):
            event.ignore()
            return False
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Enter logs, Ctrl+Enter logs and assigns; an input method's Enter never comes here."""
        if event.key() in _ENTER:
            assign = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self.submitted.emit(assign)
            event.accept()
            return
        super().keyPressEvent(event)
