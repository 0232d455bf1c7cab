"""A large number over its label, as casualties and totals are shown."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from safetydesk.ui.widgets.plain import PlainLabel, words_and_parent


class NumberFigure(QWidget):
    """Number 28 bold alone on its line; below it the label and, small, the change: 「↑2 死亡」.

    Beside the number the change would read as a digit of it.
    """

    def __init__(self, label: str | QWidget | None = "", parent: QWidget | None = None) -> None:
        words, parent = words_and_parent(label, parent)
        super().__init__(parent)
        self._number = PlainLabel(role="large")
        self._change = PlainLabel(role="mark")
        self._label = PlainLabel(words, role="sub")
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addStretch()
        line.addWidget(self._change)
        line.addWidget(self._label)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 12, 0)
        column.setSpacing(0)
        column.addWidget(self._number, 0, Qt.AlignmentFlag.AlignRight)
        column.addLayout(line)

    def set_label(self, label: str) -> None:
        """Names what is counted."""
        self._label.setText(label)

    def show_number(self, number: str, change: int = 0) -> None:
        """Shows a number (「不明」 where not known) and its change since the last report."""
        arrow = "↑" if change > 0 else "↓"
        self._number.setText(number)
        self._change.setText(f"{arrow}{abs(change)}" if change else "")
        self._change.setVisible(bool(change))
        self.setAccessibleName(f"{self._label.text()} {number}")
