"""The receipt of the last act on a page, with the offer to take it back, or why it was refused."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from safetydesk.ui.icons import Tone, put_icon
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.plain import ElidedLabel


class UndoBar(QFrame):
    """Hidden until something was done; takes no focus and stays until the next act."""

    undo_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setFixedHeight(40)
        self._text = ElidedLabel(role="done")
        self._button = KeyButton(self.tr("Undo"), kind="link", key="Ctrl Z")
        put_icon(self._button, "undo", Tone.ACCENT)
        self._button.clicked.connect(self.undo_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 3, 8, 3)
        row.addWidget(self._text, 1)
        row.addWidget(self._button)
        self.hide()

    @Slot(str, bool)
    def show_done(self, text: str, undoable: bool) -> None:  # noqa: FBT001 - a slot of a Signal
        """Says what was done."""
        self._text.set_tone("")
        self._text.setText(f"✓\u2009{text}")
        self._button.setVisible(undoable)
        self.show()

    def show_problem(self, text: str) -> None:
        """Says why the act was refused."""
        self._text.set_tone("r")
        self._text.setText(text)
        self._button.hide()
        self.show()

    def text(self) -> str:
        """What the bar says now; empty while it is hidden."""
        return "" if self.isHidden() else self._text.text()
