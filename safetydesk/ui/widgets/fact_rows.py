"""Rows of a settings card: what it is, how it stands, and the control that changes it."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from safetydesk.ui.tokens import ROW_HEIGHT
from safetydesk.ui.widgets.plain import PlainLabel

_LABEL = 148


class FactRows(QWidget):
    """Named rows; a row's words may change, its control stays."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 8, 16, 8)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnMinimumWidth(0, _LABEL)
        self._grid.setColumnStretch(1, 1)
        self._words: dict[str, PlainLabel] = {}

    def add_row(self, name: str, title: str, control: QWidget | None = None) -> None:
        """A row at the end."""
        row = self._grid.rowCount()
        words = PlainLabel(wrap=True)
        self._grid.setRowMinimumHeight(row, ROW_HEIGHT)
        self._grid.addWidget(PlainLabel(title, role="label"), row, 0)
        self._grid.addWidget(words, row, 1)
        if control is not None:
            self._grid.addWidget(control, row, 2)
        self._words[name] = words

    def show_fact(self, name: str, words: str, tone: str = "") -> None:
        """How a row stands now."""
        self._words[name].set_tone(tone)
        self._words[name].setText(words)
