"""One finding about a report's words: a click goes to them, another sets them to the fact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from safetydesk.domain.report_marks import MarkedRemark
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.plain import set_plain_tooltip

if TYPE_CHECKING:
    from safetydesk.domain.report_marks import TextMark


class FindingRow(QWidget):
    """``jump_asked`` carries a ``TextMark``, ``set_asked`` the ``MarkedRemark``."""

    jump_asked = Signal(object)
    set_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._remark = MarkedRemark("", is_error=False, marks=())
        self.finding = KeyButton(kind="finding")
        self.finding.setProperty("menu", "true")
        self.set_to_fact = KeyButton(kind="link")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.finding, 1)
        row.addWidget(self.set_to_fact)
        self.finding.clicked.connect(self._on_finding)
        self.set_to_fact.clicked.connect(self._on_set)

    def show_remark(self, remark: MarkedRemark) -> None:
        """Shows another finding."""
        self._remark = remark
        self.finding.setText(f"{'✕' if remark.is_error else '·'} {remark.text}")
        self.finding.setEnabled(bool(remark.marks))
        self.finding.setAccessibleName(remark.text)
        reached = Qt.FocusPolicy.StrongFocus if remark.marks else Qt.FocusPolicy.NoFocus
        self.finding.setFocusPolicy(reached)
        set_plain_tooltip(self.finding, remark.text)
        fixes: tuple[TextMark, ...] = remark.fixes
        self.set_to_fact.setVisible(bool(fixes))
        if fixes:
            words = self.tr("set to {fact}").format(fact=fixes[0].fix)
            self.set_to_fact.setText(words)
            self.set_to_fact.setAccessibleName(f"{remark.text} {words}")

    @Slot()
    def _on_finding(self) -> None:
        if self._remark.marks:
            self.jump_asked.emit(self._remark.marks[0])

    @Slot()
    def _on_set(self) -> None:
        self.set_asked.emit(self._remark)
