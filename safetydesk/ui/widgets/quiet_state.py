"""Silence with its proof: nothing is due, and when that was last checked."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from safetydesk.ui.icons import paint_icon
from safetydesk.ui.marks import paint_done
from safetydesk.ui.theme import colour
from safetydesk.ui.widgets.plain import PlainLabel


class Quiet(StrEnum):
    """What silence is worth."""

    TRUSTED = "trusted"
    UNMANNED = "unmanned"
    """Whatever comes, nobody is there to hear it."""
    FAULT = "fault"


class QuietState(QWidget):
    """A tick, or the sign of what is wrong, over a statement and when it was last checked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quiet = Quiet.TRUSTED
        self._statement = PlainLabel(role="title")
        self._detail = PlainLabel(role="sub", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 84, 16, 36)
        column.setSpacing(2)
        for label in (self._statement, self._detail):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_state(self, statement: str, detail: str, quiet: Quiet) -> None:
        """Shows the statement under the sign of what silence is worth."""
        self._statement.setText(statement)
        self._detail.setText(detail)
        if quiet is not self._quiet:
            self._quiet = quiet
            self.update()

    @property
    def quiet(self) -> Quiet:
        """What is said of the silence."""
        return self._quiet

    @override
    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws the sign and the line below."""
        painter = QPainter(self)
        box = QRectF(self.width() / 2 - 18, 38, 36, 36)
        if self._quiet is Quiet.FAULT:
            paint_icon(painter, "fault", colour("f").name(), box)
        elif self._quiet is Quiet.UNMANNED:
            paint_icon(painter, "overdue", colour("o").name(), box)
        else:
            paint_done(painter, box)
        painter.fillRect(0, self.height() - 1, self.width(), 1, colour("line"))
