"""What stands beside the table: what is missing in it, the people to choose from, who is on now."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from safetydesk.domain.phone_wording import written_number
from safetydesk.ui.models.rows_model import Cell, Column
from safetydesk.ui.widgets.card import Card
from safetydesk.ui.widgets.people_list import PeopleList
from safetydesk.ui.widgets.plain import PlainLabel
from safetydesk.ui.widgets.row_table import RowTable
from safetydesk.ui.widgets.segment import Segment

if TYPE_CHECKING:
    from safetydesk.services.views_duty import OnDutyView
    from safetydesk.ui.models.month import Gap
    from safetydesk.ui.wording import Wording

_WIDTH, _WIDTH_NARROW = 318, 272
_CREW = 168
"""The head and four people: so many stay in sight beside a finding with its suggestions."""
_EVERYBODY, _NOW = "everybody", "now"


class RosterSide(QWidget):
    """``gap_picked`` carries a ``Gap``, whose cell is to be shown.

    ``planned_told`` says whether there is any roster for the days in view.
    """

    gap_picked = Signal(object)
    planned_told = Signal(bool)

    def __init__(self, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self._findings: Card | None = None
        self._gaps = Card(self.tr("Nobody planned"))
        self.everybody = PeopleList()
        self._crew = Card()
        self._which, self._stack = Segment(), QStackedWidget()
        self._none = PlainLabel(self.tr("Every post is planned."), role="sub", wrap=True)
        self._none.setContentsMargins(16, 12, 16, 12)
        self._gap_table: RowTable[Gap] = RowTable(
            [
                Column("", lambda gap: Cell(str(gap.number), tone="r_ink", bold=True), 44),
                Column("", self._gap_day, 80),
                Column("", lambda gap: gap.label),
            ],
            key=lambda gap: f"{gap.day}{gap.post}",
            head=False,
        )
        self._nobody = PlainLabel(role="sub", wrap=True)
        self._nobody.setContentsMargins(16, 12, 16, 12)
        self._nobody.setText(
            self.tr(
                "Nobody is planned for now: no roster is in force at this hour. "
                "Import a roster or generate one."
            )
        )
        self._people: RowTable[OnDutyView] = RowTable(
            [
                Column("", self._post, 98),
                Column("", lambda view: Cell(view.name, bold=True)),
                Column("", lambda view: written_number(view.mobile), 110, right=True),
            ],
            key=lambda view: f"{view.post}{view.person_id}",
            head=False,
        )
        self._people.fit_rows()
        for table in (self._people, self._gap_table):
            table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lay_out()

    def _lay_out(self) -> None:
        self._gap_table.setAccessibleName(self.tr("Nobody planned"))
        self._people.setAccessibleName(self.tr("On duty now"))
        self._gap_table.picked.connect(self.gap_picked)
        self._gaps.body.addWidget(self._none)
        self._gaps.body.addWidget(self._gap_table, 1)
        self._which.setAccessibleName(self.tr("People"))
        self._which.chosen.connect(self._on_which)
        self._crew.setMinimumHeight(_CREW)
        self._crew.head_with(self._which, self.everybody.search)
        now = QWidget()
        listed = QVBoxLayout(now)
        listed.setContentsMargins(0, 0, 0, 0)
        listed.setSpacing(0)
        listed.addWidget(self._nobody)
        listed.addWidget(self._people)
        listed.addStretch(1)
        self._stack.addWidget(self.everybody)
        self._stack.addWidget(now)
        self._crew.body.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._gaps, 1)
        column.addWidget(self._crew, 1)
        self.set_narrow(narrow=False)

    def show_gaps(self, gaps: Sequence[Gap], *, planned: bool = True) -> None:
        """Lists the gaps of the month by their numbers; without a roster it says so."""
        self.planned_told.emit(planned)
        self._none.setText(
            self.tr("Every post is planned.")
            if planned
            else self.tr("No roster is in force for these days: nobody is planned for any post.")
        )
        self._gaps.set_count(len(gaps))
        self._none.setVisible(not gaps)
        self._gap_table.setVisible(bool(gaps))
        self._gap_table.set_rows(gaps)

    def put_findings(self, card: Card) -> None:
        """Puts the list of all findings in the place of the gaps alone."""
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(0, card, 1)
        self._gaps.hide()
        self._findings = card

    def show_people(self, views: Sequence[OnDutyView]) -> None:
        """Lists who is planned for now; who has not signed in is not said to be there."""
        here = sum(map(_is_here, views))
        named = self.tr("On duty now {here}").format(here=here)
        if here < len(views):
            named = self.tr("On duty now {here}/{all}").format(here=here, all=len(views))
        self._which.set_options([(_EVERYBODY, self.tr("People")), (_NOW, named)])
        self._nobody.setVisible(not views)
        self._people.setVisible(bool(views))
        self._people.set_rows(views)

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - one bit that the window decides
        """Takes the width for small screens."""
        self.setFixedWidth(_WIDTH_NARROW if narrow else _WIDTH)
        self.everybody.set_narrow(narrow)
        self._which.set_dense(dense=narrow)
        for card in (self._gaps, self._crew, self._findings):
            if card is not None:
                card.set_narrow(narrow)

    def find_person(self) -> None:
        """The cursor goes to the filter of the people."""
        self._which.choose(_EVERYBODY)
        self._on_which(_EVERYBODY)
        self.everybody.search.setFocus()
        self.everybody.search.selectAll()

    @Slot(str)
    def _on_which(self, which: str) -> None:
        self._stack.setCurrentIndex(int(which == _NOW))
        self.everybody.search.setVisible(which == _EVERYBODY)

    def _post(self, view: OnDutyView) -> Cell:
        """The post; of who is not there, that they are not."""
        post = view.label.removesuffix("领导")
        if _is_here(view):
            return Cell(post, tone="t3")
        absent, gone = self.tr("not signed in"), self.tr("left")
        if view.checked_in_at is None:
            return Cell(f"{post}\u200a{absent}", tone="o_ink")
        return Cell(f"{post}\u200a{gone}", tone="t3")

    def _gap_day(self, gap: Gap) -> Cell:
        words = self._wording.words
        day = words.day.format(day=gap.day.day, month=gap.day.month, year=gap.day.year)
        return Cell(f"{day} {words.short_weekdays[gap.day.weekday()]}")


def _is_here(view: OnDutyView) -> bool:
    """Whether somebody has come and not gone."""
    return view.checked_in_at is not None and view.checked_out_at is None
