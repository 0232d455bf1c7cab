"""Above the words of a 日报 or 零报告: renewing them from the facts, making the other one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from safetydesk.domain.report_series import ReportType
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from safetydesk.services.views_reports import ReportView


class DayBar(QWidget):
    """``renew_asked`` says everything anew, ``turn_asked`` changes the kind (Alt+K)."""

    renew_asked = Signal()
    turn_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._standing = PlainLabel(role="label")
        self._renew = KeyButton(self.tr("Write anew from the facts"), kind="link", key="Alt N")
        self._turn = KeyButton(kind="link", key="Alt K")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.addWidget(self._standing, 1)
        row.addWidget(self._turn)
        row.addWidget(self._renew)
        self._renew.clicked.connect(self.renew_asked)
        self._turn.clicked.connect(self.turn_asked)
        self.hide()

    def show_view(self, view: ReportView) -> None:
        """Shows the bar for drafts of the two kinds."""
        kind = view.place.type
        self.setVisible(view.signed_at is None and view.incident_id is None and kind.of_the_day)
        other = ReportType.NIL if kind is ReportType.DAILY else ReportType.DAILY
        self._turn.setText(self.tr("Make it a {kind}").format(kind=other.chinese_name))
        self._standing.setText(
            self.tr("More has come in than these words say")
            if view.stale
            else self.tr("Everything that came in since the last one is said")
        )
        self._standing.set_tone("o" if view.stale else "")
