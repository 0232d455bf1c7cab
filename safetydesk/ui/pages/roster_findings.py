"""The findings of the days in view: listed beside the table, numbered in its cells."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from safetydesk.domain.changes import Topic
from safetydesk.domain.wording import day_text
from safetydesk.ui.finding_rule_words import FindingRuleWords
from safetydesk.ui.models.rows_model import Cell, Column
from safetydesk.ui.pages.roster_side import RosterSide
from safetydesk.ui.pages.roster_views import RosterViews
from safetydesk.ui.widgets.card import Card
from safetydesk.ui.widgets.plain import PlainLabel
from safetydesk.ui.widgets.row_table import RowTable

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from safetydesk.services.roster_findings import FindingsService
    from safetydesk.services.views_findings import FindingsView, FindingView
    from safetydesk.ui.bus import Bus, Published
    from safetydesk.ui.session import Session
    from safetydesk.ui.tasks import Runs
    from safetydesk.ui.wording import Wording

_TOPICS = (Topic.PEOPLE, Topic.CONTACTS, Topic.OFFICE)
"""What alters findings without altering the table; the page tells of the rest."""


class FindingsCard(Card):
    """``picked`` carries the ``FindingView`` whose cell is to be shown."""

    picked = Signal(object)

    def __init__(self, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._wording, self._words = wording, FindingRuleWords(self)
        self.set_title(self.tr("Findings"))
        self._none = PlainLabel(self.tr("Nothing to object to."), role="sub", wrap=True)
        self._none.setContentsMargins(16, 12, 16, 12)
        self._table: RowTable[FindingView] = RowTable(
            [
                Column("", self._number, 40),
                Column("", self._told),
                Column("", lambda f: Cell(self._words.detail(f), tone="t2"), 92, right=True),
            ],
            key=lambda f: f"{f.day}{f.post}{f.rule}{f.person_id}",
            head=False,
        )
        self._table.setAccessibleName(self.tr("Findings"))
        self._table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._table.picked.connect(self.picked)
        self._unknown = PlainLabel(role="sub", wrap=True)
        self._unknown.setContentsMargins(16, 12, 16, 0)
        self.body.addWidget(self._unknown)
        self.body.addWidget(self._none)
        self.body.addWidget(self._table, 1)
        self.body.addStretch()

    def show_findings(self, view: FindingsView) -> None:
        """Lists the findings; the selected one stays."""
        self.set_count(len(view.findings))
        told = self.tr("keep back {denying} · warn {warning}")
        self.set_hint(
            told.format(denying=view.denying, warning=view.warning) if view.findings else ""
        )
        unknown = self.tr("No holiday notice for {years} yet: days are told apart by weekday only.")
        self._unknown.setText(unknown.format(years="、".join(map(str, view.unknown_years))))
        self._unknown.setVisible(bool(view.unknown_years))
        self._none.setVisible(not view.findings)
        self._table.setVisible(bool(view.findings))
        self._table.set_rows(view.findings)

    @Slot(bool)
    def show_planned(self, planned: bool) -> None:  # noqa: FBT001 - a slot of Signal(bool)
        """Without a roster there is nothing to look at: that is no clean bill."""
        self._none.setText(
            self.tr("Nothing to object to.")
            if planned
            else self.tr("No roster is in force for these days: nobody is planned for any post.")
        )

    def _number(self, finding: FindingView) -> Cell:
        """The number of the cell; filled red keeps back, outlined orange warns."""
        badge = "r" if finding.denies else "o"
        return Cell(str(finding.number), badge=badge, bold=True)

    def _told(self, finding: FindingView) -> Cell:
        day = day_text(finding.day, self._wording.words.day)
        return Cell(f"{day} {self._words.short(finding)}")


class RosterFindings(QObject):
    """Joins the findings to a roster page: the card beside the table, the marks in its cells."""

    def __init__(
        self,
        page: QWidget,
        *,
        findings: FindingsService,
        session: Session,
        bus: Bus,
        wording: Wording,
        tasks: Runs,
    ) -> None:
        super().__init__(page)
        self._findings, self._session, self._tasks = findings, session, tasks
        self._days: tuple[date, date] | None = None
        self.card = FindingsCard(wording)
        self._views = page.findChild(RosterViews)
        side = page.findChild(RosterSide)
        if side is not None:
            side.put_findings(self.card)
            side.planned_told.connect(self.card.show_planned)
        self.card.picked.connect(self._on_picked)
        bus.changed.connect(self._on_changed)
        session.changed.connect(self._look)

    @Slot(object)
    def show_days(self, days: tuple[date, date]) -> None:
        """The days ``[first, last]`` in view."""
        self._days = days
        self._look()

    @Slot()
    def _look(self) -> None:
        """Asks on another thread: the rules look at a month of minutes."""
        days, actor, findings = self._days, self._session.actor, self._findings
        if days is not None:
            self._tasks.submit(
                lambda: (days, findings.findings(actor, *days)), succeeded=self._on_found
            )

    @Slot(object)
    def _on_found(self, answer: tuple[tuple[date, date], FindingsView]) -> None:
        """Shows what was found, unless other days are in view by now."""
        days, view = answer
        if days != self._days:
            return
        self.card.show_findings(view)
        if self._views is not None:
            self._views.show_findings(view)

    @Slot(object)
    def _on_picked(self, finding: FindingView | None) -> None:
        if finding is not None and self._views is not None:
            self._views.select_day(finding.day, finding.post)

    @Slot(object)
    def _on_changed(self, published: Published) -> None:
        if published.touches(*_TOPICS):
            self._look()
