"""One line asked for before an act that must not go without a reason."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from safetydesk.ui.typed_words import TypedWordsDialog
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.plain import PlainLabel

_WIDTH = 460


class ReasonDialog(TypedWordsDialog):
    """``given`` carries the reason; the asker closes the dialog once the act is done.

    Blocks nothing; Enter gives the reason, Esc leaves. An empty line is refused beside it. As
    several can be open, ``about`` names what the act is done to.
    """

    given = Signal(str)

    def __init__(
        self, parent: QWidget, *, title: str, consequence: str, act: str, about: str = ""
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(_WIDTH)
        self._line = QLineEdit()
        self._line.setAccessibleName(self.tr("Reason"))
        self._line.setPlaceholderText(self.tr("Reason"))
        self._problem = PlainLabel(role="problem", wrap=True)
        leave = KeyButton(self.tr("Leave"), key="Esc")
        leave.setAutoDefault(False)
        leave.clicked.connect(self.reject)
        do = KeyButton(act, key="Enter", kind="primary")
        do.setDefault(True)
        do.clicked.connect(self._on_given)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        if about:
            column.addWidget(PlainLabel(about, role="title", wrap=True))
        column.addWidget(PlainLabel(consequence, wrap=True))
        column.addWidget(self._line)
        column.addWidget(self._problem)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(leave)
        row.addWidget(do)
        column.addLayout(row)
        self._line.setFocus()

    def show_problem(self, text: str) -> None:
        """Says why it was refused; the reason stays."""
        self._problem.setText(text)

    @Slot()
    def _on_given(self) -> None:
        """Enter."""
        reason = self._line.text().strip()
        if reason:
            self.given.emit(reason)
        else:
            self.show_problem(self.tr("Give the reason in a few words."))
