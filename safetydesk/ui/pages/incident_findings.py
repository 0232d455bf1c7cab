"""What does not fit together in an incident's record, in one line below its grades."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from safetydesk.ui.models.rows_model import Cell, Column
from safetydesk.ui.widgets.badge import Badge
from safetydesk.ui.widgets.card import Card
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.plain import ElidedLabel, PlainLabel, set_plain_tooltip
from safetydesk.ui.widgets.row_table import RowTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from safetydesk.domain.incident_alerts import Alert

_WIDTH, _HEIGHT = 720, 320


class FindingsLine(QWidget):
    """Hidden while everything fits; else the number, the gravest finding, and a way to all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._findings: tuple[Alert, ...] = ()
        self._count, self._words = Badge(tone="o"), ElidedLabel()
        self._all = KeyButton(self.tr("All findings…"), key="Alt I", kind="link")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._count)
        row.addWidget(self._words, 1)
        row.addWidget(self._all)
        self._all.clicked.connect(self.show_all)
        self.hide()

    def show_findings(self, findings: Sequence[Alert]) -> None:
        """Shows other findings."""
        self._findings = tuple(findings)
        self.setVisible(bool(findings))
        if not findings:
            return
        self._count.setText(self.tr("{n} in doubt").format(n=len(findings)))
        self._words.setText(findings[0].text)
        everything = "\n".join(finding.text for finding in findings)
        set_plain_tooltip(self, everything)
        self.setAccessibleName(everything)

    @Slot()
    def show_all(self) -> None:
        """Every finding in full."""
        if self._findings:
            FindingsDialog(self, self._findings).show()


class FindingsDialog(QDialog):
    """Every finding with its words in full; a person decides what is wrong."""

    def __init__(self, parent: QWidget | None, findings: Sequence[Alert]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("What does not fit together"))
        self._words = PlainLabel(wrap=True)
        table: RowTable[Alert] = RowTable(
            [
                Column(self.tr("Finding"), lambda one: Cell(one.code.chinese_name, bold=True), 176),
                Column(self.tr("In words"), lambda one: Cell(one.text)),
            ],
            key=lambda one: f"{one.code.value}{one.text}",
        )
        table.setAccessibleName(self.tr("Findings"))
        card = Card()
        card.body.addWidget(table)
        leave = KeyButton(self.tr("Close"), key="Esc")
        leave.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(card, 1)
        column.addWidget(self._words)
        column.addWidget(leave, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(_WIDTH, _HEIGHT)
        table.picked.connect(self._on_picked)
        table.set_rows(findings)
        table.selectRow(0)
        table.setFocus()

    @Slot(object)
    def _on_picked(self, finding: Alert | None) -> None:
        self._words.setText(finding.text if finding is not None else "")
