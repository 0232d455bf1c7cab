"""Standing phrases of reports, put in where the cursor stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QPlainTextEdit, QWidget

from safetydesk.ui.menu_acts import add_act
from safetydesk.ui.widgets.key_cap import KeyButton

if TYPE_CHECKING:
    from collections.abc import Callable


class PhraseButton(KeyButton):
    """Alt+B opens the phrases; the field that had the keyboard last takes the one chosen."""

    def __init__(self, page: QWidget, offered: Callable[[], tuple[str, ...]]) -> None:
        super().__init__(kind="link", key="Alt B")
        self.setText(self.tr("Phrases"))
        self._page, self._offered = page, offered
        self._field: QPlainTextEdit | None = None
        self.phrases = QMenu(self)
        self.clicked.connect(self.open)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    @Slot()
    def open(self) -> None:
        """Shows the phrases in force under the button, the first one chosen."""
        self.phrases.clear()
        for phrase in self._offered():
            add_act(self.phrases, phrase).triggered.connect(self._on_chosen)
        self.phrases.popup(self.mapToGlobal(self.rect().bottomLeft()))
        self.phrases.setActiveAction(self.phrases.actions()[0])

    @Slot(QWidget, QWidget)
    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if isinstance(now, QPlainTextEdit) and self._page.isAncestorOf(now):
            self._field = now

    @Slot()
    def _on_chosen(self) -> None:
        act, field = self.sender(), self._field
        if isinstance(act, QAction) and field is not None and not field.isReadOnly():
            field.insertPlainText(act.text())
            field.setFocus()
