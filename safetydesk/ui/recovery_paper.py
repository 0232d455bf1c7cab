"""How the sheet with the recovery key leaves the screen: on paper or to a file apart from the data.

Knows nothing of how the key was come by.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal, Slot

from safetydesk.resources import atomic_write
from safetydesk.ui.file_asking import FileAsked
from safetydesk.ui.text_printing import ask_and_print

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget


class RecoveryPaper(QObject):
    """``saved`` carries what was done, ``refused`` why nothing was."""

    saved = Signal(str)
    refused = Signal(str)

    def __init__(self, owner: QWidget, folder: Path) -> None:
        super().__init__(owner)
        self._folder = folder
        self.lines: Sequence[str] = ()

    @property
    def _owner(self) -> QWidget:
        return cast("QWidget", self.parent())

    @Slot()
    def print(self) -> None:
        """Asks which printer."""
        ask_and_print(self._owner, self.tr("Recovery key"), self.lines)

    @Slot()
    def ask_file(self) -> None:
        """Asks for a file."""
        title = self.tr("Save the recovery key")
        dialog = FileAsked(self._owner, title, [self.tr("Text (*.txt)")])
        dialog.fileSelected.connect(self.save)
        dialog.to_write(self.tr("recovery key") + ".txt", "txt")

    @Slot(str)
    def save(self, name: str) -> None:
        """Writes the sheet to a file, but never beside the data that the key opens."""
        path = Path(name).absolute()
        if path.is_relative_to(self._folder):
            self.refused.emit(self.tr("Not in the data folder: the key would lie beside its lock"))
            return
        try:
            atomic_write(path, "\n".join((*self.lines, "")).encode("utf-8"))
        except OSError as error:
            self.refused.emit(self.tr("Not saved: {reason}").format(reason=error.strerror or ""))
            return
        self.saved.emit(self.tr("Saved: {name}").format(name=path.name))
