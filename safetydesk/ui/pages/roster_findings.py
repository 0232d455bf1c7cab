"""The findings of the days in view: listed beside the table, numbered in its cells."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from typing_extensions import override

from safetydesk.domain.access import Permission
from safetydesk.domain.changes import Topic
from safetydesk.domain.roster_findings import Rule
from safetydesk.domain.wording import day_text
from safetydesk.ui.finding_rule_words import FindingRuleWords
from safetydesk.ui.models.rows_model import Cell, Column
from safetydesk.ui.pages.roster_edits import RosterEdits
from safetydesk.ui.pages.roster_side import RosterSide
from safetydesk.ui.pages.roster_views import RosterViews
from safetydesk.ui.widgets.card import Card
from safetydesk.ui.widgets.plain import PlainLabel
from safetydesk.ui.widgets.row_table import RowTable
from safetydesk.ui.widgets.suggestion_box import SuggestionBox

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from safetydesk.services.duty_suggestions import DutySuggestions
    from safetydesk.services.roster_findings import FindingsService
    from safetydesk.services.views_findings import FindingsView, FindingView, Suggestions
    from safetydesk.ui.bus import Bus, Published
    from safetydesk.ui.session import Session
    from safetydesk.ui.tasks import Runs
    from safetydesk.ui.wording import Wording

_TOPICS = (Topic.PEOPLE, Topic.CONTACTS, Topic.OFFICE)
"""What alters findings without altering the table; the page tells of the rest."""
_TWO = 2
"""Findings of so many months are told by month and day."""
_NOT_BY_ANOTHER = frozenset({Rule.NO_PHONE, Rule.UNVERIFIED_PHONE, Rule.KEY_STAFF, Rule.TWO_PERSON})
"""Findings that somebody else on the post would not settle: the telephone, more people."""


class _Findings(RowTable["FindingView"]):
    """The finding selected stays in sight when the suggestions below take their room."""

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Scrolls to it."""
        super().resizeEvent(event)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())


class FindingsCard(Card):
    """``picked`` carries the ``FindingView`` whose cell is to be shown.

    ``taken`` carries the id of whoever is to serve in place of it.
    """

    picked = Signal(object)
    taken = Signal(int)

    def __init__(self, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._wording, self._words = wording, FindingRuleWords(self)
        self.set_title(self.tr("Findings"))
        self._none = PlainLabel(self.tr("Nothing to object to."), role="sub", wrap=True)
        self._none.setContentsMargins(16, 12, 16, 12)
        self._day_words = wording.words.day
        self._table = _Findings(
            [
                Column("", self._number, 36),
                Column("", self._told),
                Column("", lambda f: Cell(self._words.detail(f), tone="t2"), 82, right=True),
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
        self.box = SuggestionBox(self)
        self.box.taken.connect(self.taken)
        self.body.addWidget(self.box)

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
        words, months = self._wording.words, {(f.day.year, f.day.month) for f in view.findings}
        self._day_words = words.day if len(months) < _TWO else words.month_day
        self._none.setVisible(not view.findings)
        self._table.setVisible(bool(view.findings))
        self._table.set_rows(view.findings)

    def current(self) -> FindingView | None:
        """The finding selected."""
        return self._table.current() if self._table.isVisibleTo(self) else None

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
        day = day_text(finding.day, self._day_words)
        return Cell(f"{day} {self._words.short(finding)}")


class RosterFindings(QObject):
    """Joins the findings to a roster page: the card beside the table, the marks in its cells."""

    def __init__(
        self,
        page: QWidget,
        *,
        findings: FindingsService,
        suggestions: DutySuggestions,
        session: Session,
        bus: Bus,
        wording: Wording,
        tasks: Runs,
    ) -> None:
        super().__init__(page)
        self._findings, self._session, self._tasks = findings, session, tasks
        self._suggestions, self._edits = suggestions, page.findChild(RosterEdits)
        self._days: tuple[date, date] | None = None
        self.card = FindingsCard(wording)
        self._views = page.findChild(RosterViews)
        side = page.findChild(RosterSide)
        if side is not None:
            side.put_findings(self.card)
            side.planned_told.connect(self.card.show_planned)
        self.card.picked.connect(self._on_picked)
        self.card.taken.connect(self._on_taken)
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
        self._suggest(self.card.current())
        if self._views is not None:
            self._views.show_findings(view)

    @Slot(object)
    def _on_picked(self, finding: FindingView | None) -> None:
        if finding is not None and self._views is not None:
            self._views.select_day(finding.day, finding.post)
        self._suggest(finding)

    def _suggest(self, finding: FindingView | None) -> None:
        """Asks on another thread who could serve: what was served in a year is counted."""
        self.card.box.clear()
        if finding is None or finding.rule in _NOT_BY_ANOTHER:
            return
        post, day, suggestions = finding.post, finding.day, self._suggestions
        but = () if finding.person_id is None else (finding.person_id,)
        self._tasks.submit(
            lambda: (finding, suggestions.who_could(post, day, but)), succeeded=self._on_suggested
        )

    @Slot(object)
    def _on_suggested(self, answer: tuple[FindingView, Suggestions]) -> None:
        """Offers them, unless another finding is selected by now."""
        finding, found = answer
        if finding == self.card.current():
            actor = self._session.actor
            may = actor is not None and actor.may(Permission.DUTY_CHANGE)
            self.card.box.show_suggestions(found, writable=may)

    @Slot(int)
    def _on_taken(self, person_id: int) -> None:
        """Whoever was chosen serves; Ctrl+Z takes it back."""
        finding, views = self.card.current(), self._views
        cell = views.current() if views is not None else None
        if finding is not None and cell is not None and self._edits is not None:
            self._edits.settle(finding, cell, person_id)

    @Slot(object)
    def _on_changed(self, published: Published) -> None:
        if published.touches(*_TOPICS):
            self._look()
