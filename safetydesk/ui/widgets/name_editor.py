"""The field in a roster's cell: names typed as they sound, completed one by one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt, Slot
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget
from typing_extensions import override

from safetydesk.ui.models.name_choices import PersonChoice, fitting, tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

_MOST = 8
_LEAST_WIDTH = 168


class NameEditor(QLineEdit):
    """The list below offers whoever fits the last word; several names are parted by spaces."""

    def __init__(self, choices: Sequence[PersonChoice], parent: QWidget) -> None:
        super().__init__(parent)
        self._choices = choices
        self._names = QStringListModel(self)
        completer = _LastWord(self)
        completer.setModel(self._names)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setCompleter(completer)
        self.textEdited.connect(self._offer)
        self.setAccessibleName(self.tr("Names, typed as they sound"))
        self.setMinimumWidth(_LEAST_WIDTH)

    @Slot(str)
    def _offer(self, text: str) -> None:
        """Whoever fits what is being typed."""
        typed = tokens(text)[-1] if tokens(text) and not text.endswith((" ", "、")) else ""
        found = [choice.name for choice in fitting(self._choices, typed)[:_MOST]]
        self._names.setStringList(found)

    @override
    def focusInEvent(self, event: QFocusEvent, /) -> None:
        """What stands there is selected, so that the first letter replaces it."""
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.selectAll()


class _LastWord(QCompleter):
    """Completes the last of several names."""

    def __init__(self, field: NameEditor) -> None:
        super().__init__(field)
        self._field = field
        self._before = ""

    @override
    def splitPath(self, path: str, /) -> list[str]:
        """Remembers what stands before the word that is completed."""
        words = tokens(path)
        self._before = " ".join(words[:-1])
        return [words[-1] if words else ""]

    @override
    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex, /) -> str:
        """The earlier names stay."""
        return f"{self._before} {index.data()}".strip()
