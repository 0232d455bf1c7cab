"""The line under an incident's title: both grades with their reasons, state, doubts, age."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from safetydesk.ui.widgets.badge import Badge, GradeBadge
from safetydesk.ui.widgets.plain import ElidedLabel, PlainLabel, set_plain_tooltip

if TYPE_CHECKING:
    from datetime import datetime

    from safetydesk.domain.incident import Grade
    from safetydesk.services.views_incidents import IncidentView
    from safetydesk.ui.wording import Wording


class IncidentHead(QWidget):
    """Grade badges, the first reason with its article (all of them in the tooltip), state."""

    def __init__(self, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self._received: datetime | None = None
        self._confirmed, self._potential = GradeBadge(), GradeBadge()
        self._reason = ElidedLabel(role="sub")
        self._state, self._doubts, self._miss = Badge(), Badge(tone="todo"), Badge(tone="o")
        self._age = PlainLabel(role="sub")
        self._miss.setText(self.tr("major near miss"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self._confirmed, self._potential, self._miss):
            row.addWidget(widget)
        row.addWidget(self._reason, 1)
        row.addWidget(self._state)
        row.addWidget(self._doubts)
        row.addWidget(self._age)

    def show_view(self, view: IncidentView, now: datetime) -> None:
        """Shows grades, state and doubts."""
        grade = view.summary.grade
        self._show_grade(self._confirmed, self.tr("confirmed"), grade.confirmed)
        self._show_grade(self._potential, self.tr("potential"), grade.potential)
        self._miss.setVisible(grade.major_near_miss)
        reasons = grade.reasons
        self._reason.setText(reasons[-1] if reasons else self.tr("below every grade so far"))
        for widget in (self._confirmed, self._potential, self._miss):
            set_plain_tooltip(widget, "\n".join(reasons))
            widget.setAccessibleDescription("；".join(reasons))
        self._state.setText(view.summary.state.value)
        self._doubts.setText(self.tr("unverified {n}").format(n=view.unverified))
        self._doubts.setVisible(view.unverified > 0)
        self._received = view.summary.received.at if view.summary.received else None
        self.tick(now)

    def tick(self, now: datetime) -> None:
        """How long ago the incident was received."""
        past = self._wording.period(now - self._received) if self._received else ""
        self._age.setText(self.tr("received {period} ago").format(period=past) if past else "")

    def _show_grade(self, badge: GradeBadge, lead: str, grade: Grade | None) -> None:
        badge.setVisible(grade is not None)
        if grade is not None:
            badge.show_grade(lead, grade.chinese_name, grade.severity)
