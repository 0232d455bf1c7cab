"""The folder in which a file was read or written last, while the program runs."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

_FOLDER = "folderOfFiles"
"""The property of the application that keeps it."""


def remembered_folder() -> str:
    """The folder that was remembered, whether or not it is still there; empty for none."""
    app = QCoreApplication.instance()
    kept = app.property(_FOLDER) if app is not None else None
    return kept if isinstance(kept, str) else ""


def remember_folder(folder: str) -> None:
    """The next file is asked for in this folder; an empty name forgets it."""
    app = QCoreApplication.instance()
    if app is not None:
        app.setProperty(_FOLDER, folder)
