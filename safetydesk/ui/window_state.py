"""What a window remembers on this computer: place, columns, splitters, appearance.

Kept in an INI file beside the other settings of the machine; office facts belong in the database.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRect, QSettings
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QHeaderView, QSplitter, QWidget

_REACHABLE = 64
"""So many pixels of the title bar must be on a screen for a window to count as visible."""


class WindowState:
    """Reads and writes one INI file; damaged or foreign values are taken as absent."""

    def __init__(self, path: Path) -> None:
        self._settings = QSettings(str(path), QSettings.Format.IniFormat)

    def keep_window(self, name: str, window: QWidget) -> None:
        """Remembers where a window is, on the screens there are now."""
        self._settings.setValue(self._place(name), window.saveGeometry())

    def restore_window(self, name: str, window: QWidget) -> bool:
        """Puts a window where it was and then onto a visible screen; whether it was known."""
        value = self._settings.value(self._place(name))
        known = isinstance(value, QByteArray) and window.restoreGeometry(value)
        if known:
            bring_onto_screen(window)
        return known

    def keep_columns(self, name: str, header: QHeaderView) -> None:
        """Remembers widths, order and sorting of a table's columns."""
        self._settings.setValue(f"columns/{name}", header.saveState())

    def restore_columns(self, name: str, header: QHeaderView) -> bool:
        """Gives a table its columns back; whether they were known."""
        value = self._settings.value(f"columns/{name}")
        return isinstance(value, QByteArray) and header.restoreState(value)

    def keep_splitter(self, name: str, splitter: QSplitter) -> None:
        """Remembers how a splitter divides its space."""
        self._settings.setValue(f"splitters/{name}", splitter.saveState())

    def restore_splitter(self, name: str, splitter: QSplitter) -> bool:
        """Divides a splitter as before; whether that was known."""
        value = self._settings.value(f"splitters/{name}")
        return isinstance(value, QByteArray) and splitter.restoreState(value)

    def keep_text(self, name: str, value: str) -> None:
        """Remembers a small choice, such as the appearance."""
        self._settings.setValue(f"choices/{name}", value)

    def text(self, name: str, default: str = "") -> str:
        """A small choice made before."""
        value = self._settings.value(f"choices/{name}", default)
        return value if isinstance(value, str) else default

    def write(self) -> None:
        """Writes what is remembered to the disk now."""
        self._settings.sync()

    def _place(self, name: str) -> str:
        """The key of a window's place: each arrangement of screens has its own."""
        screens = "_".join(
            f"{box.width()}x{box.height()}"
            for box in (screen.geometry() for screen in QGuiApplication.screens())
        )
        return f"windows/{name}/{screens}"


def bring_onto_screen(window: QWidget) -> None:
    """Moves a window that no screen shows to the middle of the first one, made to fit."""
    boxes = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    frame = window.frameGeometry()
    bar = QRect(frame.left(), frame.top(), frame.width(), 32)
    if any(_reachable(bar.intersected(box)) for box in boxes) or not boxes:
        return
    home = boxes[0]
    window.resize(window.size().boundedTo(home.size()))
    window.move(home.center() - window.rect().center())


def _reachable(part: QRect) -> bool:
    """Whether enough of the title bar shows to take hold of it."""
    return part.width() >= _REACHABLE and part.height() > 0
