"""A large number over its label, as casualties and totals are shown."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from safetydesk.ui.widgets.plain import PlainLabel, words_and_parent


class NumberFigure(QWidget):
    """Number 28 bold, change 「↑2」 at its left, label 14 below, all right-aligned."""

    def __init__(self, label: str | QWidget | None = "", parent: QWidget | None = None) -> None:
        words, parent = words_and_parent(label, parent)
        super().__init__(parent)
        self._number = PlainLabel(role="large")
        self._change = PlainLabel(role="sub")
        self._label = PlainLabel(words, role="sub")
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addStretch()
        line.addWidget(self._change, 0, Qt.AlignmentFlag.AlignBottom)
        line.addWidget(self._number)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 12, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(self._label, 0, Qt.AlignmentFlag.AlignRight)

    def set_label(self, label: str) -> None:
        """Names what is counted."""
        self._label.setText(label)

    def show_number(self, number: str, change: int = 0) -> None:
        """Shows a number (「不明」 where not known) and its change since the last report."""
        arrow = "↑" if change > 0 else "↓"
        self._number.setText(number)
        self._change.setText(f"{arrow}{abs(change)}" if change else "")
        self.setAccessibleName(f"{self._label.text()} {number}")
