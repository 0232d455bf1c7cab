"""The acts on one line of the log, in a row of their own below it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from safetydesk.domain.log import EntryKind
from safetydesk.ui.theme import colour, restyle
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.plain import ElidedLabel, set_plain_tooltip

if TYPE_CHECKING:
    from safetydesk.ui.models.log_lines import LogRow

ACTS_HEIGHT = 42
_ROOM_FOR_HINT = 900


class LineAct(StrEnum):
    """What can be done with a line."""

    CORRECT = "correct"
    HANDLING = "handling"
    STRIKE = "strike"
    UNSTRIKE = "unstrike"
    CALL = "call"
    INCIDENT = "incident"
    MATTER = "matter"
    COPY = "copy"


_ICONS = {
    LineAct.CORRECT: "edit",
    LineAct.HANDLING: "add",
    LineAct.STRIKE: "strike",
    LineAct.UNSTRIKE: "undo",
    LineAct.CALL: "phone",
    LineAct.INCIDENT: "nav-incident",
    LineAct.MATTER: "nav-matter",
    LineAct.COPY: "copy",
}


class LogActs(QWidget):
    """``asked`` carries a ``LineAct``; which are offered follows from the line."""

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 5, 8, 5)
        row.setSpacing(6)
        self._buttons: dict[LineAct, KeyButton] = {}
        for act in LineAct:
            button = KeyButton(_title(act), icon=_ICONS[act])
            button.setProperty("act", act.value)
            button.clicked.connect(self._on_clicked)
            row.addWidget(button)
            self._buttons[act] = button
        row.addStretch()
        self._hint = ElidedLabel(
            self.tr("The original stays; a correction is an entry of its own"), role="label"
        )
        row.addWidget(self._hint)

    def show_row(self, row: LogRow) -> None:
        """Offers what fits the line."""
        line = row.line
        if line is None:
            return
        incident = line.entry.incident_id
        shown = {
            LineAct.CORRECT: not row.struck and not line.entry.machine,
            LineAct.HANDLING: not row.struck,
            LineAct.STRIKE: not row.struck and not line.entry.machine,
            LineAct.UNSTRIKE: row.struck,
            LineAct.CALL: line.call_id is not None,
            LineAct.INCIDENT: incident is not None or _may_become_incident(line.entry.kind),
            LineAct.MATTER: line.entry.matter_id is not None or not row.struck,
            LineAct.COPY: True,
        }
        for act, button in self._buttons.items():
            button.setVisible(shown[act])
        opened = self.tr("Incident {number}").format(number=line.incident_number)
        self._buttons[LineAct.INCIDENT].setText(
            opened if incident is not None else _title(LineAct.INCIDENT)
        )
        matter = line.entry.matter_id is not None
        self._buttons[LineAct.MATTER].setText(
            self.tr("Open matter") if matter else _title(LineAct.MATTER)
        )

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - one bit that the window decides
        """Copying is left to its key, and its button to the sign."""
        copy = self._buttons[LineAct.COPY]
        copy.setText("" if narrow else _title(LineAct.COPY))
        copy.setProperty("shape", "square" if narrow else "")
        restyle(copy)
        copy.setAccessibleName(_title(LineAct.COPY))
        set_plain_tooltip(copy, _title(LineAct.COPY) if narrow else "")
        self._hint.setVisible(not narrow)

    def buttons(self) -> list[QWidget]:
        """The offered acts, in the order of the focus."""
        return [button for button in self._buttons.values() if button.isVisibleTo(self)]

    def focus_first(self) -> None:
        """Puts the focus on the first act offered."""
        self.buttons()[0].setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Covers the lines between the columns."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("sel"))
        painter.fillRect(0, 0, self.width(), 1, colour("line2"))

    @Slot()
    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, QWidget):
            self.asked.emit(LineAct(str(button.property("act"))))


def _may_become_incident(kind: EntryKind) -> bool:
    """Handovers, staff changes and reports speak of incidents; they do not begin one."""
    return kind in {
        EntryKind.INCOMING_CALL,
        EntryKind.INCIDENT_RECEIVED,
        EntryKind.INCOMING_DOCUMENT,
        EntryKind.SYSTEM_MESSAGE,
        EntryKind.PATROL,
        EntryKind.VISIT,
        EntryKind.OTHER,
    }


def _title(act: LineAct) -> str:
    """What the button of an act says."""
    return {
        LineAct.CORRECT: QCoreApplication.translate("LogActs", "Correct"),
        LineAct.HANDLING: QCoreApplication.translate("LogActs", "Add handling"),
        LineAct.STRIKE: QCoreApplication.translate("LogActs", "Strike…"),
        LineAct.UNSTRIKE: QCoreApplication.translate("LogActs", "Take the strike back…"),
        LineAct.CALL: QCoreApplication.translate("LogActs", "Phone record"),
        LineAct.INCIDENT: QCoreApplication.translate("LogActs", "Make an incident"),
        LineAct.MATTER: QCoreApplication.translate("LogActs", "Assign"),
        LineAct.COPY: QCoreApplication.translate("LogActs", "Copy"),
    }[act]
