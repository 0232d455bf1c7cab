"""The page of incidents: those in hand with what is due next, and those that are closed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from typing_extensions import override

from safetydesk.domain.changes import Topic
from safetydesk.domain.report_wording import casualty_words
from safetydesk.ui.models.rows_model import Cell, Column
from safetydesk.ui.page import Page
from safetydesk.ui.widgets.card import Card, EmptyState
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.row_table import RowTable
from safetydesk.ui.widgets.segment import Segment

if TYPE_CHECKING:
    from datetime import datetime

    from safetydesk.services.views_incidents import IncidentSummary
    from safetydesk.ui.incident_services import IncidentServices

TOPICS = frozenset({Topic.INCIDENTS, Topic.REPORTS})
_OPEN, _CLOSED = "open", "closed"


class IncidentsPage(Page):
    """``incident_asked`` carries the id of the incident to open; ``new_asked`` asks for F4."""

    incident_asked = Signal(int)
    new_asked = Signal()
    daily_asked = Signal()

    def __init__(self, *, services: IncidentServices) -> None:
        super().__init__(bus=services.bus, topics=TOPICS, title="")
        self._services = services
        self._shown: list[IncidentSummary] = []
        self.head.set_title(self.tr("Incidents"))
        self._segment = Segment()
        self._new = KeyButton(self.tr("New incident"), icon="nav-incident", key="F4")
        self._daily = KeyButton(self.tr("Daily or nil report"), icon="report-text", key="Alt D")
        self.head.add_act(self._segment)
        self.head.add_act(self._daily)
        self.head.add_act(self._new)
        self._card = Card()
        self._table: RowTable[IncidentSummary] = RowTable(
            self._columns(), key=lambda row: str(row.id)
        )
        self._table.setAccessibleName(self.tr("Incidents"))
        self._card.body.addWidget(self._table)
        self.start = self._table
        self._empty = EmptyState(
            self.tr("No incident is in hand"),
            self.tr(
                "An incident begins with a call or with F4. From its first minute every report "
                "that is owed stands here with its limit."
            ),
        )
        self._begin = KeyButton(self.tr("New incident"), icon="nav-incident", key="F4")
        self._empty.add_act(self._begin)
        self.body.addWidget(self._card, 1)
        self.body.addWidget(self._empty, 1)
        self._table.opened.connect(self._on_opened)
        self._segment.chosen.connect(self._on_chosen)
        self._new.clicked.connect(self.new_asked)
        self._daily.clicked.connect(self.daily_asked)
        keys = QShortcut(QKeySequence("Alt+D"), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.daily_asked)
        self._begin.clicked.connect(self.new_asked)

    @override
    def refresh(self) -> None:
        """Fetches the list; the selected incident stays selected."""
        summaries = self._services.register.all(only_open=False)
        closed = [one for one in summaries if one.closed_at is not None]
        in_hand = [one for one in summaries if one.closed_at is None]
        self._segment.set_options(
            [
                (_OPEN, self.tr("In hand {n}").format(n=len(in_hand))),
                (_CLOSED, self.tr("Closed {n}").format(n=len(closed))),
            ]
        )
        wants_closed = self._segment.current() == _CLOSED
        self._shown = closed if wants_closed else in_hand
        self._table.set_rows(self._shown)
        empty = not self._shown and not wants_closed
        self._empty.setVisible(empty)
        self._card.setVisible(not empty)
        if self._shown and self._table.current() is None:
            self._table.select_key(str(self._shown[0].id))

    @override
    def tick(self, now: datetime) -> None:
        """Moves the countdowns on."""
        self._table.set_rows(self._shown)

    @override
    def help_text(self) -> str:
        """What the page is for."""
        return self.tr(
            "Incidents in hand stand here with the report that is due next, overdue ones first. "
            "Enter opens an incident, F4 begins one. Alt+D writes a daily report, or a nil report "
            "where nothing came in."
        )

    def _columns(self) -> list[Column[IncidentSummary]]:
        """Number, what, grade, numbers, state, next report with its limit."""
        return [
            Column(self.tr("Number"), lambda row: Cell(row.number, tone="t2"), width=96),
            Column(self.tr("Incident"), lambda row: Cell(row.title, bold=True)),
            Column(self.tr("Grade"), _grade, width=84),
            Column(self.tr("Casualties"), _numbers, width=176),
            Column(self.tr("State"), lambda row: Cell(row.state.value, badge="plain"), width=92),
            Column(self.tr("Next"), _next, width=88),
            Column(self.tr("Limit"), _limit_at(self._services), width=232, right=True),
        ]

    @Slot(object)
    def _on_opened(self, row: IncidentSummary) -> None:
        self.incident_asked.emit(row.id)

    @Slot()
    def _on_chosen(self) -> None:
        self.refresh()


def _grade(row: IncidentSummary) -> Cell:
    grade = row.grade.confirmed or row.grade.potential
    return Cell(grade.chinese_name, badge="plain") if grade else Cell("—", tone="t3")


def _numbers(row: IncidentSummary) -> Cell:
    return Cell(casualty_words(row.casualties), tone="t2")


def _next(row: IncidentSummary) -> Cell:
    return Cell(row.next_due.report if row.next_due else "—", tone="t2")


def _limit_at(services: IncidentServices) -> Callable[[IncidentSummary], Cell]:
    """The countdown of a row at the time of painting."""
    wording, clock = services.wording, services.clock

    def cell(row: IncidentSummary) -> Cell:
        if row.next_due is None:
            return Cell("—", tone="t3")
        return Cell(countdown=wording.countdown(row.next_due.due_at, clock.now()))

    return cell
