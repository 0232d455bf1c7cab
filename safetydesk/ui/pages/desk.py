"""The desk: what is open, what is due, who is here, what comes next — at one glance."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from safetydesk.domain.changes import Topic
from safetydesk.ui.commands import Command
from safetydesk.ui.focus_order import follow_layout
from safetydesk.ui.models.rows_model import Cell, Column
from safetydesk.ui.page import Page
from safetydesk.ui.pages.desk_parts import NoRosterLine, QuietBanner, titled
from safetydesk.ui.pages.desk_tables import PeopleTable, count_table, next_table, recent_table
from safetydesk.ui.pages.desk_terms import DeskTerms
from safetydesk.ui.pages.desk_warnings import DeskWarnings
from safetydesk.ui.widgets.incident_card import IncidentCard
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.row_table import RowTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QLayout

    from safetydesk.domain.log import LogLine
    from safetydesk.services.overview import Overview, OverviewService
    from safetydesk.services.views_matters import MatterView
    from safetydesk.ui.bus import Bus
    from safetydesk.ui.page import HelpTerm
    from safetydesk.ui.tasks import Runs
    from safetydesk.ui.wording import Wording

_TOPICS = frozenset(
    {
        Topic.LOG,
        Topic.INCIDENTS,
        Topic.REPORTS,
        Topic.MATTERS,
        Topic.WARNINGS,
        Topic.DUTY,
        Topic.PRESENCE,
        Topic.SHIFT,
        Topic.HANDOVER,
    }
)
SOON = timedelta(hours=4)
_OWNER, _STATE = 2, 3
_TERM = 248
"""Room for 「还剩 23 小时 59 分 · 31日 12:00 前」."""


class DeskPage(Page):
    """The first page. Each signal asks the outside for a window or page.

    ``command_asked`` carries a ``Command``; ``incident_asked``, ``matter_asked`` and
    ``warning_asked`` an id;
    ``entry_asked`` the number of a log entry; ``roster_asked`` for the page of the roster.
    """

    command_asked = Signal(object)
    incident_asked = Signal(int)
    report_asked = Signal(int)
    matter_asked = Signal(int)
    entry_asked = Signal(int)
    warning_asked = Signal(int)
    roster_asked = Signal()

    def __init__(
        self, *, overview: OverviewService, bus: Bus, wording: Wording, tasks: Runs
    ) -> None:
        super().__init__(bus=bus, topics=_TOPICS, title="")
        self._service = overview
        self._wording = wording
        self._tasks = tasks
        self._view: Overview | None = None
        self._now: datetime | None = None
        self._cards: list[IncidentCard] = []
        self._narrow = False
        self.head.set_title(self.tr("Desk"))
        for text, icon, command in (
            (self.tr("Phone record"), "call-in", Command.PHONE_RECORD),
            (self.tr("New incident"), "nav-incident", Command.NEW_INCIDENT),
            (self.tr("Find somebody"), "search", Command.FIND_PERSON),
            (self.tr("Handover"), "handover", Command.HANDOVER),
        ):
            self.head.add_act(self._button(text, icon, command))
        self._quiet = QuietBanner(wording)
        self._no_roster = NoRosterLine()
        self._no_roster.roster.clicked.connect(self.roster_asked)
        self._incidents = QVBoxLayout()
        self._lay_out()
        self._matters.opened.connect(self._on_matter)
        self._recent.opened.connect(self._on_entry)
        self._warnings.asked.connect(self.warning_asked)

    @override
    def refresh(self) -> None:
        """Reads the overview on another thread; a page that is still empty shows nothing yet."""
        self.fetch(self._tasks, self._service.overview, self._show)

    @override
    def tick(self, now: datetime) -> None:
        """Countdowns go on with each minute, also with one that passed on another page."""
        if self._now is None or now.replace(second=0, microsecond=0) > self._now:
            self._show_times(now)

    @override
    def set_narrow(self, narrow: bool) -> None:
        """On small screens the owner gives way to the title; the state shows in the matter."""
        super().set_narrow(narrow)
        self._narrow = narrow
        for card in self._cards:
            card.set_narrow(narrow)
        self._matters.setColumnWidth(_OWNER, 72 if narrow else 120)
        self._matters.setColumnHidden(_STATE, narrow)

    @override
    def help_text(self) -> str:
        """What the page is for."""
        return self.tr(
            "Everything in hand: incidents with their next report, matters due, who is on duty and "
            "what comes next. Enter opens the selected row; the function keys work from every page."
        )

    @override
    def help_terms(self) -> tuple[HelpTerm, ...]:
        """The acts on an alarm, and the guard."""
        return DeskTerms().all()

    @Slot(object)
    def _show(self, view: Overview) -> None:
        """Shows what was read."""
        self._view = view
        span = (
            self._wording.span(view.shift_from, view.shift_to)
            if view.shift_from and view.shift_to
            else self.tr("no shift is open")
        )
        self.head.set_title(self.tr("Desk"), span)
        self._quiet.setVisible(not view.incidents or bool(view.unreadable))
        self._show_incidents(view)
        self._matter_card.set_count(len(view.matters))
        self._recent.set_rows(list(view.recent))
        self._recent_card.set_hint(self.tr("{count} in this shift").format(count=view.entries))
        self._people.set_rows(list(view.on_duty))
        self._no_roster.setVisible(not any(row.source != "fact" for row in view.on_duty))
        self._next.set_rows(list(view.next_shifts))
        self._counts.set_rows(list(view.counts))
        self._warnings.show_views(view.warnings, view.now)
        self._show_times(view.now)

    def _show_incidents(self, view: Overview) -> None:
        """One card for each incident; cards stay while their incident does."""
        while len(self._cards) < len(view.incidents):
            card = IncidentCard(wording=self._wording)
            card.set_narrow(self._narrow)
            card.opened.connect(self.incident_asked)
            card.report_asked.connect(self.report_asked)
            self._cards.append(card)
            self._incidents.addWidget(card)
            follow_layout(self)
        for card, incident in zip(self._cards, view.incidents, strict=False):
            card.show_incident(incident, view.now)
            card.show()
        for card in self._cards[len(view.incidents) :]:
            card.hide()

    def _show_times(self, now: datetime) -> None:
        """Everything that counts down."""
        view = self._view
        if view is None:
            return
        self._now = now
        self._quiet.show_quiet(view, now)
        for card in self._cards:
            card.tick(now)
        self._matters.set_rows(sorted(view.matters, key=_by_term))
        self._warnings.tick(now)

    def _lay_out(self) -> None:
        """Incidents over two columns of cards, all of it scrolling together."""
        self._matters = self._matter_table()
        self._recent = recent_table(self._wording)
        self._people = PeopleTable(self._wording)
        self._next, self._counts = next_table(self._wording), count_table()
        self._matter_card = titled(
            self.tr("Due and assigned"), self._matters, self.tr("Nothing is assigned or due")
        )
        self._recent_card = titled(
            self.tr("Recent entries"),
            self._recent,
            self.tr("No entry in this shift; F2 writes one"),
        )
        self._warnings = DeskWarnings(self._wording)
        left, right = QVBoxLayout(), QVBoxLayout()
        for card in (self._warnings, self._matter_card, self._recent_card):
            left.addWidget(card)
        left.addStretch(1)
        for card in (
            titled(
                self.tr("People and whereabouts"), self._people, self.tr("Nobody is planned now")
            ),
            titled(self.tr("Next shifts"), self._next),
            titled(self.tr("Counts: last shift, this shift"), self._counts),
        ):
            right.addWidget(card)
        right.addStretch(1)
        above = (self._no_roster, self._quiet)
        self.body.addWidget(_scrolling(_stacked(above, self._incidents, left, right)), 1)

    def _matter_table(self) -> RowTable[MatterView]:
        """Matters by their term."""
        return RowTable(
            [
                Column("", lambda row: Cell(row.number, tone="t2"), width=100),
                Column("", lambda row: row.title),
                Column("", lambda row: Cell(row.owner, tone="t2"), width=120),
                Column("", lambda row: Cell(row.state.value, tone="t2"), width=72),
                Column("", self._due, width=_TERM, right=True),
            ],
            key=lambda row: str(row.id),
            head=False,
        )

    def _due(self, row: MatterView) -> Cell:
        """The term of a matter counting down."""
        if row.due_at is None or self._now is None:
            return Cell("—", tone="t3")
        return Cell(countdown=self._wording.countdown(row.due_at, self._now))

    def _button(self, text: str, icon: str, command: Command) -> KeyButton:
        """A button that does what its key does everywhere."""
        from safetydesk.ui.commands import KEYS

        button = KeyButton(text, icon=icon, key=KEYS[command])
        button.setObjectName(f"{command.value}_button")
        button.clicked.connect(self._on_button)
        return button

    @Slot()
    def _on_button(self) -> None:
        name = self.sender().objectName().removesuffix("_button")
        self.command_asked.emit(Command(name))

    @Slot(object)
    def _on_matter(self, row: MatterView) -> None:
        self.matter_asked.emit(row.id)

    @Slot(object)
    def _on_entry(self, row: LogLine) -> None:
        self.entry_asked.emit(row.entry.seq)


def _by_term(matter: MatterView) -> tuple[bool, float, str]:
    """What is due first stands first; what has no term stands last."""
    due = matter.due_at
    return (due is None, due.timestamp() if due else 0.0, matter.number)


def _stacked(
    above: Sequence[QWidget], incidents: QLayout, left: QLayout, right: QLayout
) -> QWidget:
    """What is missing or quiet, incidents, then the two columns."""
    columns = QHBoxLayout()
    columns.addLayout(left, 21)
    columns.addLayout(right, 10)
    inside = QWidget()
    inside.setProperty("kind", "page")
    inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    everything = QVBoxLayout(inside)
    everything.setContentsMargins(0, 0, 0, 0)
    for layout in (left, right, columns, everything, incidents):
        layout.setSpacing(12)
    for widget in above:
        everything.addWidget(widget)
    everything.addLayout(incidents)
    everything.addLayout(columns, 1)
    return inside


def _scrolling(inside: QWidget) -> QScrollArea:
    """The cards of the page; they scroll where it is low."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is inside scrolls it into view
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    return area
