"""The line under an incident's title: grades, reasons, what time will make of it, state, age."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from safetydesk.ui.widgets.badge import Badge, GradeBadge
from safetydesk.ui.widgets.plain import ElidedLabel, PlainLabel, set_plain_tooltip

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from safetydesk.domain.grading import GradeTrigger
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
        self._coming = Badge(tone="o")
        self._age = PlainLabel(role="sub")
        self._miss.setText(self.tr("major near miss"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self._confirmed, self._potential, self._miss, self._coming):
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
        self._show_coming(view.triggers, now)
        reasons = grade.reasons
        self._reason.setText(reasons[0] if reasons else self.tr("below every grade so far"))
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

    def _show_coming(self, triggers: Sequence[GradeTrigger], now: datetime) -> None:
        """The grade that time alone brings next, unless the people come free before."""
        self._coming.setVisible(bool(triggers))
        if triggers:
            first = min(triggers, key=lambda trigger: trigger.at)
            at = self._wording.moment(first.at, now)
            words = self.tr("{grade} from {time} unless released")
            self._coming.setText(words.format(grade=first.grade.chinese_name, time=at))
            set_plain_tooltip(self._coming, first.reason)
            self._coming.setAccessibleDescription(first.reason)

    def _show_grade(self, badge: GradeBadge, lead: str, grade: Grade | None) -> None:
        badge.setVisible(grade is not None)
        if grade is not None:
            badge.show_grade(lead, grade.chinese_name, grade.severity)
