"""The page of one incident: what is owed, what is known, what happened; every act by key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout
from typing_extensions import override

from safetydesk.domain.changes import Topic
from safetydesk.ui.icons import put_icon
from safetydesk.ui.page import Page
from safetydesk.ui.pages.incident_casualties import CasualtiesCard
from safetydesk.ui.pages.incident_dialogs import IncidentDialogs
from safetydesk.ui.pages.incident_facts import FactsCard
from safetydesk.ui.pages.incident_findings import FindingsLine
from safetydesk.ui.pages.incident_head import IncidentHead
from safetydesk.ui.pages.incident_menu import IncidentMenu
from safetydesk.ui.pages.incident_obligations import ObligationsCard
from safetydesk.ui.pages.incident_pasting import IncidentPasting
from safetydesk.ui.pages.incident_timeline import TimelineCard
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.plain import ElidedLabel, PlainLabel

if TYPE_CHECKING:
    from datetime import datetime

    from safetydesk.services.views_incidents import IncidentView
    from safetydesk.ui.incident_services import IncidentServices

TOPICS = frozenset({Topic.INCIDENTS, Topic.REPORTS, Topic.LOG})
_HERE = Qt.ShortcutContext.WidgetWithChildrenShortcut


class IncidentPage(Page):
    """``list_asked`` goes back to the list.

    ``report_asked`` carries the id of a report to compose, ``entry_asked`` the number of a line of
    the log to show, ``chronology_asked`` the id of the incident to print the chronology of.
    """

    list_asked = Signal()
    report_asked = Signal(int)
    entry_asked = Signal(int)
    chronology_asked = Signal(int)

    def __init__(self, *, services: IncidentServices) -> None:
        super().__init__(bus=services.bus, topics=TOPICS, title="")
        self._services = services
        self._incident_id = 0
        self._view: IncidentView | None = None
        self.dialogs = IncidentDialogs(self, services)
        self.pasting = IncidentPasting(self.dialogs, services)
        self._make_head()
        wording, clock = services.wording, services.clock
        self._grades = IncidentHead(wording)
        self.obligations = ObligationsCard(wording, clock)
        self.casualties = CasualtiesCard(wording, clock)
        self.facts = FactsCard(wording)
        self.timeline = TimelineCard(wording, clock)
        self._findings = FindingsLine()
        self.body.addWidget(self._grades)
        self.body.addWidget(self._findings)
        self._columns = QHBoxLayout()
        self._fill_columns()
        self.body.addLayout(self._columns, 1)
        self._connect_parts()
        self._make_keys()

    @property
    def incident_id(self) -> int:
        """Which incident is shown; 0 for none."""
        return self._incident_id

    def show_incident(self, incident_id: int) -> None:
        """Shows another incident."""
        self._incident_id = incident_id
        self._view = None
        self.refresh()
        self.obligations.table.setFocus()

    def settle(self, key: str) -> None:
        """Selects the report owed of this key and opens what settles it, while it is open."""
        owed = self._view.obligations if self._view else ()
        row = next((row for row in owed if row.key == key or key.startswith(f"{row.key}:")), None)
        if row is not None and self.obligations.table.select_key(row.key) and row.status.open:
            self.dialogs.note_sent(row)

    @override
    def refresh(self) -> None:
        """Fetches the incident and shows it; selections stay."""
        if not self._incident_id:
            return
        view = self._services.register.view(self._incident_id)
        now = self._services.clock.now()
        self._view = self.dialogs.view = view
        summary = view.summary
        self._number.setText(summary.number)
        self._title.setText(summary.title)
        self._compose.setText(self.tr("Draft {report}").format(report=summary.next_report.label))
        still = summary.closed_at is None
        for button in (self._fact, self._compose, self._phone):
            button.setEnabled(still)
        self._grades.show_view(view, now)
        self._findings.show_findings(view.alerts)
        self.obligations.show_view(view)
        self.casualties.show_view(view)
        self.facts.show_view(view, now)
        self.timeline.show_view(view)

    @override
    def tick(self, now: datetime) -> None:
        """Moves the countdowns on."""
        if self._view is not None:
            self.obligations.tick(now)
            self._grades.tick(now)

    @override
    def set_narrow(self, narrow: bool) -> None:
        """Leaves out what is said elsewhere."""
        super().set_narrow(narrow)
        if hasattr(self, "timeline"):
            self._phone.setVisible(not narrow)
            for button, key in ((self._fact, "Alt F"), (self._compose, "Ctrl R")):
                button.set_key("" if narrow else key)
            self._columns.setStretch(0, 13 if narrow else 16)
            self._columns.setStretch(1, 8 if narrow else 9)
            for card in (self.obligations, self.casualties, self.facts, self.timeline):
                card.set_narrow(narrow)

    @override
    def print_shown(self) -> None:
        """Ctrl+P: the chronology."""
        self.dialogs.print_chronology()

    @override
    def help_text(self) -> str:
        """What the page is for."""
        acts = self.tr(
            "Everything about one incident. Each report owed stands with its limit and, once sent, "
            "with its proof; Enter opens its draft, F5 notes it as sent. Alt+F records a fact, "
            "Alt+C numbers, Ctrl+Shift+V takes in a follow-up from the clipboard, Ctrl+R begins "
            "the next report, Ctrl+P prints the chronology, Esc goes back to the list. A number "
            "that falls asks for its reason; a corrected time moves the limits and keeps the old."
        )
        more = self.tr(
            "Alt+W shows who is competent, whom the law names to be told and who was told; Alt+I "
            "reads what does not fit together in the record."
        )
        return f"{acts} {more}"

    def _make_head(self) -> None:
        self._back = KeyButton(self.tr("Incidents /"), kind="link")
        self._number = PlainLabel(role="sub")
        self._title = ElidedLabel(role="page")
        self.head.put_words(self._back, self._number, self._title)
        self.head.row.setStretchFactor(self._title, 20)
        self._phone = KeyButton(self.tr("Tell now"), icon="phone", key="Alt P")
        self._fact = KeyButton(self.tr("Record a fact"), icon="add", key="Alt F")
        self._compose = KeyButton(icon="draft", key="Ctrl R")
        self._more = KeyButton()
        self._more.setProperty("shape", "square")
        self._more.setAccessibleName(self.tr("More acts"))
        put_icon(self._more, "more")
        self._acts = IncidentMenu(self.dialogs, self.pasting, self._more)
        self._more.setMenu(self._acts)
        for button in (self._phone, self._fact, self._compose, self._more):
            self.head.add_act(button)

    def _fill_columns(self) -> None:
        """What is owed and the numbers at the left, facts and chronology at the right."""
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, upper, lower, shares in (
            (left, self.obligations, self.casualties, (3, 2)),
            (right, self.facts, self.timeline, (9, 11)),
        ):
            column.setSpacing(12)
            for card, share in zip((upper, lower), shares, strict=True):
                policy = card.sizePolicy()
                policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
                card.setSizePolicy(policy)
                column.addWidget(card, share)
        self._columns.setSpacing(12)
        self._columns.addLayout(left, 16)
        self._columns.addLayout(right, 9)

    def _connect_parts(self) -> None:
        menu, dialogs = self._acts, self.dialogs
        self._back.clicked.connect(self.list_asked)
        self._fact.clicked.connect(menu.fact)
        self._phone.clicked.connect(menu.phone)
        self._compose.clicked.connect(menu.next_report)
        self.casualties.record.clicked.connect(dialogs.numbers)
        self.obligations.opened.connect(dialogs.answer)
        self.obligations.sent.connect(dialogs.note_sent)
        self.obligations.waived.connect(dialogs.waive)
        self.facts.fact_asked.connect(dialogs.fact)
        self.facts.time_asked.connect(dialogs.time)
        self.timeline.entry_asked.connect(self.entry_asked)
        dialogs.report_asked.connect(self.report_asked)
        dialogs.chronology_asked.connect(self.chronology_asked)

    def _make_keys(self) -> None:
        for key, act in (
            ("Alt+F", self._acts.fact),
            ("Alt+C", self.dialogs.numbers),
            ("Alt+P", self._acts.phone),
            ("Alt+T", self._acts.time),
            ("Alt+W", self.dialogs.notices),
            ("Alt+I", self._findings.show_all),
            ("Ctrl+R", self._acts.next_report),
            ("Ctrl+Shift+V", self.pasting.paste),
            ("F5", self.obligations.note_sent),
            ("Alt+Down", self._more.showMenu),
            ("Esc", self.list_asked),
            ("Backspace", self.list_asked),
        ):
            QShortcut(QKeySequence(key), self, context=_HERE).activated.connect(act)
