"""Who had been told already before the call: one line each, another line on demand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

_SPACING = 6


class ToldLines(QWidget):
    """``edited`` comes with each change; empty lines count for nothing."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(_SPACING)
        self._lines: list[QLineEdit] = []
        self.show_lines(())

    def lines(self) -> tuple[str, ...]:
        """What was written, without empty lines."""
        return tuple(text for line in self._lines if (text := line.text().strip()))

    def show_lines(self, told: Sequence[str]) -> None:
        """Shows what was kept, at least one empty line."""
        while self._lines:
            line = self._lines.pop()
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        for text in told or ("",):
            self._add(text)

    @Slot()
    def add_line(self) -> None:
        """Another line, with the cursor in it; an empty last line serves first."""
        if self._lines[-1].text().strip():
            self._add("")
        self._lines[-1].setFocus()

    def _add(self, text: str) -> None:
        line = QLineEdit(text)
        line.setPlaceholderText(self.tr("unit or person, and when"))
        line.setAccessibleName(self.tr("Told already"))
        line.textChanged.connect(self.edited)
        line.returnPressed.connect(self.add_line)
        self._lines.append(line)
        self._column.addWidget(line)
