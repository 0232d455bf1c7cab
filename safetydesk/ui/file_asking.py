"""How a file is asked for: in the user's documents or where the last one was, in one language."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileInfo, QStandardPaths, Qt, QUrl, Slot
from PySide6.QtWidgets import QFileDialog, QFileIconProvider, QWidget
from typing_extensions import override

from safetydesk.ui.folder_memory import remember_folder, remembered_folder

if TYPE_CHECKING:
    from collections.abc import Sequence

_SIZE = (760, 520)
_DOCUMENTS = QStandardPaths.StandardLocation.DocumentsLocation


def documents() -> Path:
    """The folder for documents as the system names it; the home folder where there is none."""
    found = Path(QStandardPaths.writableLocation(_DOCUMENTS))
    return found if found.is_dir() else Path.home()


def folder_used_last() -> Path:
    """Where a file was read or written last; the documents before that, or when it is gone."""
    kept = remembered_folder()
    return Path(kept) if kept and Path(kept).is_dir() else documents()


class FileAsked(QFileDialog):
    """A file dialog that speaks the program's language; ``fileSelected`` carries the path.

    Where the system has a dialog of its own, that one opens and speaks the system's language.
    """

    def __init__(self, parent: QWidget, title: str, kinds: Sequence[str]) -> None:
        super().__init__(parent, title, str(folder_used_last()))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setNameFilters(list(kinds))
        for part, words in (
            (QFileDialog.DialogLabel.LookIn, self.tr("Folder:")),
            (QFileDialog.DialogLabel.FileName, self.tr("File &name:")),
            (QFileDialog.DialogLabel.FileType, self.tr("&Kind:")),
            (QFileDialog.DialogLabel.Reject, self.tr("Cancel")),
        ):
            self.setLabelText(part, words)
        self._kinds = _Kinds(self.tr("Folder"), self.tr("{suffix} file"))
        self.setIconProvider(self._kinds)
        self._show_places()
        self.resize(*_SIZE)
        self.fileSelected.connect(self._on_selected)

    def to_read(self) -> FileAsked:
        """Asks for a file that exists; opens at once."""
        self.setFileMode(QFileDialog.FileMode.ExistingFile)
        self.setLabelText(QFileDialog.DialogLabel.Accept, self.tr("&Open"))
        self.open()
        return self

    def to_write(self, name: str, suffix: str = "") -> FileAsked:
        """Asks where to write; ``name`` is proposed, ``suffix`` is added where none was typed."""
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setLabelText(QFileDialog.DialogLabel.Accept, self.tr("&Save"))
        self.setDefaultSuffix(suffix)
        self.selectFile(name)
        self.open()
        return self

    def _show_places(self) -> None:
        """The folders that people keep files in, and the computer."""
        found = [documents(), folder_used_last()]
        desktop = QStandardPaths.StandardLocation.DesktopLocation
        found.append(Path(QStandardPaths.writableLocation(desktop)))
        urls = [QUrl.fromLocalFile(str(place)) for place in dict.fromkeys(found)]
        self.setSidebarUrls([*urls, QUrl("file:")])

    @Slot(str)
    def _on_selected(self, path: str) -> None:
        remember_folder(str(Path(path).parent))


class _Kinds(QFileIconProvider):
    """What a file is, in words; Qt's own words for it are English."""

    def __init__(self, folder: str, file: str) -> None:
        super().__init__()
        self._folder, self._file = folder, file

    @override
    def type(self, info: QFileInfo, /) -> str:
        """「文件夹」 or 「PDF 文件」."""
        if info.isDir():
            return self._folder
        return self._file.format(suffix=info.suffix().upper()).strip()
