"""A telephone record to read: who called whom, when it rang, who had been told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFormLayout, QVBoxLayout, QWidget

from safetydesk.domain.call import Direction
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safetydesk.domain.call import Call
    from safetydesk.domain.log import LogLine
    from safetydesk.ui.wording import Wording

_WIDTH = 520


class CallView(QDialog):
    """Shows one record; Enter or Esc closes it."""

    def __init__(self, parent: QWidget, call: Call, line: LogLine, wording: Wording) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Phone record"))
        self.setMinimumWidth(_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        for label, value in self._facts(call, line, wording):
            words = PlainLabel(value, wrap=True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            form.addRow(PlainLabel(label, role="label"), words)
        column.addLayout(form)
        close = KeyButton(self.tr("Close"), key="Esc")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        column.addWidget(close, alignment=Qt.AlignmentFlag.AlignRight)

    def _facts(self, call: Call, line: LogLine, wording: Wording) -> Iterator[tuple[str, str]]:
        """What is known, each with its name; what nobody noted is left out."""
        incoming = call.direction == Direction.INCOMING.value
        yield (self.tr("Caller") if incoming else self.tr("Called"), _who(call))
        yield self.tr("Number"), call.number
        yield self.tr("About"), call.category
        if call.rang_at is not None:
            yield self.tr("Rang"), self._rang(call, wording)
        if call.talked_for is not None:
            yield self.tr("Spoke for"), wording.period(call.talked_for)
        yield self.tr("Content"), line.text
        if line.handling:
            yield self.tr("Handling"), line.handling
        if call.already_told:
            yield self.tr("Already told"), "\n".join(call.already_told)
        yield self.tr("Recorder"), line.entry.author_name

    def _rang(self, call: Call, wording: Wording) -> str:
        shown = wording.time(call.rang_at, seconds=True) if call.rang_at else ""
        if call.rang_for is not None:
            words = self.tr("{time}, answered after {period}")
            shown = words.format(time=shown, period=wording.period(call.rang_for))
        return shown


def _who(call: Call) -> str:
    return " ".join(part for part in (call.unit, call.name, call.title) if part) or "—"
