"""One window for one piece of work: the key that opens it a second time brings it to the front."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

_KEY = "workKey"


def raised(key: str) -> bool:
    """Brings the open window of a piece of work to the front; False where there is none."""
    for window in QApplication.topLevelWidgets():
        if window.isVisible() and window.property(_KEY) == key:
            window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
            window.raise_()
            window.activateWindow()
            return True
    return False


def show_once(window: QWidget, key: str) -> bool:
    """Shows a window just made, or the one that stands open for the same work instead of it."""
    if raised(key):
        window.deleteLater()
        return False
    window.setProperty(_KEY, key)
    window.show()
    return True
