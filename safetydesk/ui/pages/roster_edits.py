"""What was typed, dropped or emptied in the roster's cells becomes changes of the plan."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot

from safetydesk.services.duty_cells import RosterCell
from safetydesk.services.views_duty import ChangeRequest
from safetydesk.ui.models.name_choices import PersonChoice, read_names
from safetydesk.ui.perform import perform

if TYPE_CHECKING:
    from collections.abc import Callable

    from safetydesk.services.duty_cells import DutyCells
    from safetydesk.services.transaction import Outcome
    from safetydesk.services.views_findings import FindingView
    from safetydesk.ui.models.month import MonthCell
    from safetydesk.ui.pages.roster_acts import RosterActs
    from safetydesk.ui.pages.roster_views import RosterViews

_QUEUED = Qt.ConnectionType.QueuedConnection
"""A cell's field closes before the table is filled anew."""


class RosterEdits(QObject):
    """Each edit is one act that Ctrl+Z takes back; nothing is asked first."""

    def __init__(self, acts: RosterActs, views: RosterViews, cells: DutyCells) -> None:
        super().__init__(acts.page)
        self._acts, self._views, self._cells = acts, views, cells
        self._session, self._people, self._wording = acts.session, acts.people, acts.wording
        self.choices: Sequence[PersonChoice] = ()
        for model in views.models:
            model.edited.connect(self._on_edited, _QUEUED)
            model.exchanged.connect(self._on_exchanged, _QUEUED)
            model.given.connect(self._on_given, _QUEUED)
            model.taken.connect(self._on_taken)

    def refresh(self) -> None:
        """Reads anew who can be named."""
        self.choices = [
            PersonChoice(person.id, person.name, person.sounds) for person in self._people.all()
        ]
        self._views.name_people(self.choices)

    def give(self, cell: MonthCell, person_id: int) -> bool:
        """Gives a cell to somebody; whether it may be written at all."""
        may = any(model.writable for model in self._views.models) and cell.open
        if may:
            self._on_given(cell, person_id)
        return may

    def settle(self, finding: FindingView, cell: MonthCell, person_id: int) -> None:
        """Lets somebody serve what a finding is about: in the gap, or for whom it names."""
        there = [person.person_id for person in cell.people]
        if finding.person_id in there:
            ids = [person_id if one == finding.person_id else one for one in there]
            self._do(lambda: self._cells.put(self._session.require(), _cell(cell), ids))
            return
        gap = ChangeRequest("add", finding.post, finding.start, finding.end, by_id=person_id)
        self._do(lambda: self._cells.change_all(self._session.require(), [gap]))

    @Slot(object, str)
    def _on_edited(self, cell: MonthCell, text: str) -> None:
        """The names typed are the people of the cell; an unclear one leaves it as it was."""
        read = read_names(self.choices, text)
        if read.unclear:
            told = self.tr("Nobody, or more than one, is meant by “{name}”.")
            self._acts.problem(told.format(name=read.unclear[0]))
            return
        self._do(lambda: self._cells.put(self._session.require(), _cell(cell), read.ids))

    @Slot(object, int)
    def _on_given(self, cell: MonthCell, person_id: int) -> None:
        """Somebody dragged into a cell takes it over."""
        self._do(lambda: self._cells.put(self._session.require(), _cell(cell), [person_id]))

    @Slot(object, object)
    def _on_exchanged(self, one: MonthCell, other: MonthCell) -> None:
        """Two cells exchange their people."""
        self._do(lambda: self._cells.swap(self._session.require(), _cell(one), _cell(other)))

    @Slot(object)
    def _on_taken(self, cell: MonthCell | None) -> None:
        """Says what Ctrl+V will exchange."""
        if cell is not None:
            day = self._wording.words.month_day.format(
                month=cell.row.day.month, day=cell.row.day.day, year=cell.row.day.year
            )
            told = self.tr("{day} {post} {names}: Ctrl+V on another cell exchanges them.")
            self._acts.tell(told.format(day=day, post=cell.label, names=cell.names))

    def _do(self, verb: Callable[[], Outcome[list[int]]]) -> None:
        outcome = perform(self._acts.page, verb, bus=self._acts.bus)
        if outcome is None:
            return
        made, cells, session = outcome.value, self._cells, self._session
        self._acts.remember(
            lambda: cells.withdraw(session.require(), made), self.tr("The change is in the roster")
        )


def _cell(cell: MonthCell) -> RosterCell:
    """A cell as the use cases know it."""
    turn = cell.row.turn
    if turn is None:
        raise ValueError("a cell that is edited has its day's turn")
    return RosterCell(cell.post, turn, cell.people)
