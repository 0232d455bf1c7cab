"""What a window remembers on this computer: place, columns, splitters, appearance.

Kept in an INI file beside the other settings of the machine; office facts belong in the database.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtGui import QGuiApplication

from safetydesk.ui.screen_bounds import keep_on_screen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QHeaderView, QSplitter, QTableView, QWidget


class WindowState:
    """Reads and writes one INI file; damaged or foreign values are taken as absent."""

    def __init__(self, path: Path) -> None:
        self._settings = QSettings(str(path), QSettings.Format.IniFormat)

    def keep_window(self, name: str, window: QWidget) -> None:
        """Remembers where a window is, on the screens there are now."""
        self._settings.setValue(self._place(f"{name}/window"), window.saveGeometry())

    def restore_window(self, name: str, window: QWidget) -> bool:
        """Puts a window where it was and wholly onto the screens of now; whether it was known."""
        value = self._settings.value(self._place(f"{name}/window"))
        known = isinstance(value, QByteArray) and window.restoreGeometry(value)
        if known:
            keep_on_screen(window)
        return known

    def keep_inside(self, name: str, widget: QWidget) -> None:
        """Remembers the columns and splitters inside a page or dialog, on the screens of now."""
        for key, table in _tables(name, widget):
            header = table.horizontalHeader()
            widths = [str(header.sectionSize(n)) for n in range(header.count())]
            self._settings.setValue(self._place(key), ",".join(widths))
        for key, splitter in _splitters(name, widget):
            self._settings.setValue(self._place(key), splitter.saveState())

    def restore_inside(self, name: str, widget: QWidget) -> None:
        """Gives columns whose width is the user's, and splitters, what they had; else nothing."""
        for key, table in _tables(name, widget):
            value = self._settings.value(self._place(key))
            if isinstance(value, str):
                _widen(table.horizontalHeader(), value)
        for key, splitter in _splitters(name, widget):
            value = self._settings.value(self._place(key))
            if isinstance(value, QByteArray):
                splitter.restoreState(value)

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
        """The key of a place or a width: each arrangement of screens has its own."""
        screens = "_".join(
            f"{box.width()}x{box.height()}"
            for box in (screen.geometry() for screen in QGuiApplication.screens())
        )
        return f"windows/{screens}/{name}"


def _tables(name: str, widget: QWidget) -> Iterator[tuple[str, QTableView]]:
    """The tables with a head inside a widget, each with a name that no language changes."""
    from PySide6.QtWidgets import QTableView  # the first frame has none and would wait for it

    tables = (t for t in widget.findChildren(QTableView) if not t.horizontalHeader().isHidden())
    for place, table in enumerate(tables):
        yield f"{name}/columns{place}", table


def _splitters(name: str, widget: QWidget) -> Iterator[tuple[str, QSplitter]]:
    """The splitters inside a widget, named the same way."""
    from PySide6.QtWidgets import QSplitter

    for place, splitter in enumerate(widget.findChildren(QSplitter)):
        yield f"{name}/splitter{place}", splitter


def _widen(header: QHeaderView, kept: str) -> None:
    """Widths as kept, where there are as many columns as then; hidden ones were kept as 0."""
    widths = [int(word) for word in kept.split(",") if word.isdigit()]
    if len(widths) != header.count():
        return
    for section, width in enumerate(widths):
        free = header.sectionResizeMode(section) is header.ResizeMode.Interactive
        if free and width >= header.minimumSectionSize():
            header.resizeSection(section, width)
