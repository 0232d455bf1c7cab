"""Fields that know what is saved: typing is never overwritten, and what is unsaved can be asked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

_DRAFT_DELAY = 300
_KEY, _WATCHED = "keptKey", "keptWatched"


class KeptLine(QLineEdit):
    """One line. ``left`` comes when the field is left, or Enter pressed, with unsaved typing."""

    left = Signal()
    typed = Signal()

    def __init__(self, key: str | QWidget | None = "", parent: QWidget | None = None) -> None:
        super().__init__(key if isinstance(key, QWidget) else parent)
        self._saved = ""
        self.setProperty(_KEY, key if isinstance(key, str) else "")
        self.textEdited.connect(self.typed)
        self.editingFinished.connect(self._on_finished)

    @property
    def unsaved(self) -> bool:
        """Whether what stands here differs from what is saved."""
        return self.text().strip() != self._saved.strip()

    def show_saved(self, text: str) -> None:
        """Shows what is saved, unless something else is being typed here."""
        if not self.unsaved:
            self.setText(text)
            self.setCursorPosition(0)
        self._saved = text

    def settle(self, text: str) -> None:
        """Shows what is saved whatever stood here: the typing has just been saved elsewhere."""
        self._saved = text
        if self.text() != text:
            self.setText(text)

    def words(self) -> str:
        """What stands here."""
        return self.text()

    def bring_back(self, text: str) -> None:
        """Shows typing that was kept as a draft; it counts as unsaved."""
        self.setText(text)

    @Slot()
    def _on_finished(self) -> None:
        if self.unsaved:
            self.left.emit()


class KeptText(QPlainTextEdit):
    """Several lines. ``left`` comes when the field loses the focus with unsaved typing."""

    left = Signal()
    typed = Signal()

    def __init__(self, key: str | QWidget | None = "", parent: QWidget | None = None) -> None:
        super().__init__(key if isinstance(key, QWidget) else parent)
        self._saved = ""
        self.setProperty(_KEY, key if isinstance(key, str) else "")
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._on_changed)

    @property
    def unsaved(self) -> bool:
        """Whether what stands here differs from what is saved."""
        return self.toPlainText().strip() != self._saved.strip()

    def show_saved(self, text: str) -> None:
        """Shows what is saved, unless something else is being typed here."""
        replace = not self.unsaved and self.toPlainText() != text
        self._saved = text
        if replace:
            self.setPlainText(text)

    def words(self) -> str:
        """What stands here."""
        return self.toPlainText()

    def bring_back(self, text: str) -> None:
        """Shows typing that was kept as a draft; it counts as unsaved."""
        self.setPlainText(text)

    @override
    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        """Tells that the field was left."""
        super().focusOutEvent(event)
        if self.unsaved:
            self.left.emit()

    @Slot()
    def _on_changed(self) -> None:
        if self.unsaved:
            self.typed.emit()


Kept = KeptLine | KeptText


class UnsavedTyping(QObject):
    """Everything unsaved in the fields of one window; ``due`` comes 300 ms after typing stopped."""

    due = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._timer = QTimer(self, singleShot=True, interval=_DRAFT_DELAY)
        self._timer.timeout.connect(self.due)

    def watch(self) -> None:
        """Listens to every field of the window that has a key; call it after fields were added."""
        for field in self._fields():
            if not field.property(_WATCHED):
                field.setProperty(_WATCHED, True)  # noqa: FBT003 - Qt's own signature
                field.typed.connect(self._on_typed)

    def words(self) -> Mapping[str, str]:
        """The unsaved texts by their fields' keys."""
        return {_key(field): field.words() for field in self._fields() if field.unsaved}

    def bring_back(self, words: Mapping[str, str]) -> None:
        """Shows typing that was kept before, in the fields that still exist."""
        for field in self._fields():
            if _key(field) in words:
                field.bring_back(words[_key(field)])

    def settle(self) -> None:
        """Everything that stands in the fields has been saved."""
        for field in self._fields():
            field.show_saved(field.words())

    def stop(self) -> None:
        """Forgets a pending ``due``."""
        self._timer.stop()

    def _fields(self) -> list[Kept]:
        window = self.parent()  # not kept: the window owns this, a second tie would hold it alive
        if window is None:
            return []
        found: list[Kept] = [*window.findChildren(KeptLine), *window.findChildren(KeptText)]
        return [field for field in found if _key(field)]

    @Slot()
    def _on_typed(self) -> None:
        self._timer.start()


def _key(field: QWidget) -> str:
    return str(field.property(_KEY) or "")
