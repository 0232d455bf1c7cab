"""Asked once when the window is closed: does the guard go on, or does the program end?"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.plain import PlainLabel

_WIDTH = 520


class KeepGuard(QDialog):
    """``keep_asked`` or ``end_asked``; Esc leaves everything as it is and asks again next time."""

    keep_asked = Signal()
    end_asked = Signal()

    def __init__(self, parent: QWidget, *, tray: bool) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Close the window"))
        self.setMinimumWidth(_WIDTH)
        where = self.tr("The window is minimised; alarms bring it back.")
        if tray:
            where = self.tr("The icon in the tray brings the window back, and so do alarms.")
        leave = KeyButton(self.tr("Leave"), key="Esc", kind="flat")
        leave.clicked.connect(self.reject)
        end = KeyButton(self.tr("End the program"))
        end.clicked.connect(self._on_end)
        keep = KeyButton(self.tr("Close the window, keep the guard"), key="Enter", kind="primary")
        keep.setDefault(True)
        keep.clicked.connect(self._on_keep)
        for button in (leave, end):
            button.setAutoDefault(False)
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(PlainLabel(self.tr("Shall the guard go on?"), role="title"))
        words = self.tr(
            "With the guard at work, deadlines and handovers are reminded of although the window "
            "is closed. Without it nothing reminds of anything on this computer."
        )
        column.addWidget(PlainLabel(words, wrap=True))
        column.addWidget(PlainLabel(where, wrap=True))
        rule = self.tr("The answer is remembered. Exit in the menu of your name always ends.")
        column.addWidget(PlainLabel(rule, role="sub", wrap=True))
        for part in (leave, end, keep):
            row.addWidget(part)
        row.insertStretch(1)
        column.addLayout(row)

    @Slot()
    def _on_keep(self) -> None:
        """Enter."""
        self.keep_asked.emit()
        self.accept()

    @Slot()
    def _on_end(self) -> None:
        """The program ends."""
        self.end_asked.emit()
        self.accept()
