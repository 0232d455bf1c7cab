"""Joins the list of people to a roster page: counts of the days in view, Enter into a cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from safetydesk.ui.models.people_counts import counted

if TYPE_CHECKING:
    from safetydesk.services.views_duty import DaysView, MonthView
    from safetydesk.ui.pages.roster_acts import RosterActs
    from safetydesk.ui.pages.roster_edits import RosterEdits
    from safetydesk.ui.pages.roster_views import RosterViews
    from safetydesk.ui.widgets.people_list import PeopleList


class RosterPeople(QObject):
    """Whoever is chosen in the list takes the cell selected in the table, by Enter."""

    def __init__(
        self, acts: RosterActs, edits: RosterEdits, views: RosterViews, everybody: PeopleList
    ) -> None:
        super().__init__(acts.page)
        self._acts, self._edits, self._views, self._everybody = acts, edits, views, everybody
        everybody.given.connect(self._on_given)

    def show_days(self, view: MonthView | DaysView) -> None:
        """Counts the duties of the days in view."""
        self._everybody.show_people(counted(view, self._edits.choices))

    @Slot(int)
    def _on_given(self, person_id: int) -> None:
        """The cell changes; the keys go back to the table for the next one."""
        cell = self._views.current()
        if cell is None or not self._edits.give(cell, person_id):
            self._acts.problem(self.tr("Choose a cell of a day that is not over, then Enter."))
            return
        self._views.focus_cell()
