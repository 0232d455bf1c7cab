"""Where a previewed sheet's files go: as a PDF, or as a Word document with the same words."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Slot

from safetydesk.domain.errors import StorageUnavailable
from safetydesk.resources import atomic_write
from safetydesk.ui.file_asking import FileAsked
from safetydesk.ui.perform import show_error

if TYPE_CHECKING:
    from safetydesk.ui.dialogs.sheet_preview import SheetPreview

_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\s]+')


class SheetFiles(QObject):
    """Asks for a file, notes that the sheet leaves, and writes it whole or not at all."""

    def __init__(self, window: SheetPreview) -> None:
        super().__init__(window)

    @property
    def _window(self) -> SheetPreview:
        """The window: its parent, not held by this object, so that closing frees both."""
        return cast("SheetPreview", self.parent())

    @Slot()
    def ask_pdf(self) -> None:
        """Asks for a file, with the sheet's name proposed."""
        self._ask(self.tr("Save as PDF"), "PDF", "pdf").fileSelected.connect(self.save_pdf)

    @Slot()
    def ask_word(self) -> None:
        """Asks for the file of the Word document."""
        self._ask(self.tr("Save as Word"), "Word", "docx").fileSelected.connect(self.save_word)

    @Slot(str)
    def save_pdf(self, path: str) -> None:
        """Writes the pages that are shown."""
        sheet = self._window.sheet
        if sheet is not None and self._window.noted(sheet, "saved"):
            self._write(path, sheet.pdf)

    @Slot(str)
    def save_word(self, path: str) -> None:
        """The same words as a Word document; made on a thread of its own."""
        sheet = self._window.sheet
        if sheet is None or sheet.word is None or not self._window.noted(sheet, "saved"):
            return
        words = self.tr("Making the document…")
        self._window.work(words, sheet.word, partial(self._write, path))

    def _ask(self, title: str, kind: str, suffix: str) -> FileAsked:
        """The open dialog for a file of a kind."""
        sheet = self._window.sheet
        name = _NOT_IN_NAMES.sub("_", sheet.name if sheet else "")
        dialog = FileAsked(self._window, title, [f"{kind} (*.{suffix})"])
        return dialog.to_write(f"{name}.{suffix}", suffix)

    def _write(self, path: str, content: bytes) -> None:
        """The file; what goes wrong is said in the window."""
        try:
            atomic_write(Path(path), content)
        except OSError as error:
            reason = error.strerror or str(error)
            problem = StorageUnavailable("print.not_saved", path=path, reason=reason)
            show_error(self._window, problem)
            return
        self._window.say(self.tr("Saved: {path}").format(path=path))
