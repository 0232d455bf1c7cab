"""What the dialogs behind the roster share: a foot with the problem, Ctrl+Enter, Esc, labels."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from safetydesk.ui.typed_words import TypedWordsDialog
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.plain import PlainLabel

DATE_HINT = "2025-10-06"


class BasisDialog(TypedWordsDialog):
    """Subclasses fill ``body`` and write ``save``; it blocks nothing and is freed on close."""

    def __init__(self, parent: QWidget | None, *, width: int) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(width)
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        self._problem = PlainLabel(role="problem", wrap=True)
        self._leave = KeyButton(self.tr("Close"), key="Esc")
        self._leave.setAutoDefault(False)
        self._leave.clicked.connect(self.reject)
        self._do = KeyButton(self.tr("Save"), key="Ctrl Enter", kind="primary")
        self._do.setAutoDefault(False)
        self._do.clicked.connect(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addLayout(self.body, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._problem, 1)
        foot.addWidget(self._leave)
        foot.addWidget(self._do)
        column.addLayout(foot)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.save)

    def name(self, title: str, act: str = "") -> None:
        """The window's title, and what Ctrl+Enter does where that is not saving."""
        self.setWindowTitle(title)
        if act:
            self._do.setText(act)

    def finish(self) -> None:
        """There is nothing more to do but to close."""
        self._do.hide()

    def show_problem(self, text: str) -> None:
        """Says why it was refused; what was typed stays."""
        self._problem.setText(text)

    @Slot()
    def save(self) -> None:
        """Does what the dialog is for."""
        raise NotImplementedError


def add_field(grid: QGridLayout, row: int, column: int, name: str, field: QWidget) -> None:
    """A labelled field in a grid of label and field columns."""
    field.setAccessibleName(name)
    grid.addWidget(PlainLabel(name, role="label"), row, column)
    grid.addWidget(field, row, column + 1)


def date_edit() -> QLineEdit:
    """A field for a date written ``2025-10-06``; empty means none."""
    made = QLineEdit()
    made.setPlaceholderText(DATE_HINT)
    made.setMaxLength(len(DATE_HINT))
    made.setMaximumWidth(130)
    return made


def written(day: date | None) -> str:
    """A date as such a field shows it."""
    return day.isoformat() if day is not None else ""


def read_date(edit: QLineEdit) -> date | None:
    """The date of a field; None where it is empty.

    Raises:
        ValueError: what stands there is no date.
    """
    text = edit.text().strip().replace("/", "-").replace(".", "-")
    return date.fromisoformat(text) if text else None
