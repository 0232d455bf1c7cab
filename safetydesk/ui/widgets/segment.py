"""A row of joined choices, one of them active."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QToolButton,
    QWidget,
)

from safetydesk.ui.theme import restyle


class Segment(QFrame):
    """Flat buttons in one frame; ``chosen`` carries the key of the choice made by the person."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "segment")
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(1, 0, 1, 0)
        self._row.setSpacing(0)
        self._group.buttonClicked.connect(self._on_clicked)

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Offers (key, text) pairs; existing buttons keep focus and only change their text."""
        active = self.current()
        while len(self._buttons()) > len(options):
            button = self._buttons()[-1]
            self._group.removeButton(button)
            button.setParent(None)
            button.deleteLater()
        for _ in range(len(options) - len(self._buttons())):
            self._add_button()
        for button, (key, text) in zip(self._buttons(), options, strict=True):
            button.setText(text)
            button.setProperty("key", key)
            last = key == options[-1][0]
            button.setProperty("place", "last" if last else "")
        self.choose(active if active in [key for key, _ in options] else options[0][0])

    def choose(self, key: str) -> None:
        """Makes a choice active without telling anybody."""
        for button in self._buttons():
            if button.property("key") == key:
                button.setChecked(True)

    def current(self) -> str:
        """The key of the active choice; empty while there are none."""
        button = self._group.checkedButton()
        return str(button.property("key")) if button is not None else ""

    def set_dense(self, *, dense: bool) -> None:
        """Sets the buttons closer, on small screens."""
        self.setProperty("dense", "true" if dense else "false")
        for widget in (self, *self._buttons()):
            restyle(widget)
            # A tool button keeps its size hint until it hears of another style.
            QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))

    def _buttons(self) -> list[QAbstractButton]:
        return self._group.buttons()

    def _add_button(self) -> None:
        button = QToolButton(self)
        button.setCheckable(True)
        self._group.addButton(button)
        self._row.addWidget(button)

    @Slot(QAbstractButton)
    def _on_clicked(self, button: QAbstractButton) -> None:
        self.chosen.emit(str(button.property("key")))
