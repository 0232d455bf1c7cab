"""How much duty each person has: turns by kind of day, nights, proof, worth and time off."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from safetydesk.domain.access import Permission
from safetydesk.services.views_statistics import WORKING_DAY, DutyCountRow, StatisticsView
from safetydesk.ui.dialogs.duty_rates import DutyRates
from safetydesk.ui.models.rows_model import Cell, Column
from safetydesk.ui.pages.roster_views import RosterView, period
from safetydesk.ui.widgets.card import Card
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.plain import PlainLabel
from safetydesk.ui.widgets.row_table import RowTable
from safetydesk.ui.widgets.segment import Segment

if TYPE_CHECKING:
    from safetydesk.services.duty_statistics import DutyStatistics
    from safetydesk.ui.pages.roster_acts import RosterActs

_FIGURE = 50


class RosterStatistics(Card):
    """The month or the year of a day; read on another thread. ``shown`` tells that it is there."""

    shown = Signal()

    def __init__(self, acts: RosterActs, statistics: DutyStatistics) -> None:
        super().__init__("")
        self._acts, self._statistics = acts, statistics
        self._day = date.min
        self.set_title(self.tr("Duty by person"))
        self._segment = Segment()
        self._segment.set_options(
            [(RosterView.MONTH, self.tr("Month")), (RosterView.YEAR, self.tr("Year"))]
        )
        self._segment.chosen.connect(self._read)
        self._rates = KeyButton(self.tr("Rates…"), icon="edit")
        self._rates.clicked.connect(self._open_rates)
        self._table: RowTable[DutyCountRow] = RowTable(
            self._columns(), key=lambda row: str(row.person_id)
        )
        self._table.setAccessibleName(self.tr("Duty by person"))
        self._told = PlainLabel(role="sub", wrap=True)
        self._told.setContentsMargins(16, 8, 16, 10)
        bar = QWidget()
        line = QHBoxLayout(bar)
        line.setContentsMargins(16, 8, 16, 8)
        line.addWidget(self._segment)
        line.addStretch(1)
        line.addWidget(self._rates)
        self.body.addWidget(bar)
        self.body.addWidget(self._table, 1)
        self.body.addWidget(self._told)

    def _columns(self) -> list[Column[DutyCountRow]]:
        """Figures at the right, the section takes what is left."""
        return [
            Column(self.tr("Name"), lambda row: Cell(row.name, bold=True), 84),
            Column(self.tr("Section"), lambda row: Cell(row.section, tone="t2")),
            Column(self.tr("Workday"), lambda row: _number(row.workday), _FIGURE, right=True),
            Column(self.tr("Weekend"), lambda row: _number(row.weekend), _FIGURE, right=True),
            Column(self.tr("Day off"), lambda row: _number(row.rest), _FIGURE, right=True),
            Column(
                self.tr("Statutory"),
                lambda row: _number(row.statutory + row.spring),
                _FIGURE,
                right=True,
            ),
            Column(self.tr("Nights"), lambda row: _number(row.nights), _FIGURE, right=True),
            Column(
                self.tr("All"), lambda row: Cell(str(row.total), bold=True), _FIGURE, right=True
            ),
            Column(self.tr("Unsigned"), _unproven, _FIGURE + 12, right=True),
            Column(self.tr("To come"), lambda row: _number(row.planned), _FIGURE + 12, right=True),
            Column(self.tr("Yuan"), lambda row: _yuan(row.fen), 70, right=True),
            Column(self.tr("Time off"), _time_off, 74, right=True),
        ]

    def show_day(self, day: date) -> None:
        """Shows the month or the year of a day."""
        self._day = day
        actor = self._acts.session.actor
        self._rates.setVisible(actor is not None and actor.may(Permission.OFFICE_EDIT))
        self._read()

    @Slot()
    def _read(self) -> None:
        statistics = self._statistics
        first, last = period(RosterView(self._segment.current()), self._day)
        self._acts.tasks.submit(lambda: statistics.view(first, last), succeeded=self._show)

    @Slot(object)
    def _show(self, view: StatisticsView) -> None:
        if view.first != period(RosterView(self._segment.current()), self._day)[0]:
            return
        self.set_count(len(view.rows))
        self._table.set_rows(view.rows)
        spreads = {row.kind: f"{row.fewest}–{row.most}" for row in view.spreads}
        told = self.tr(
            "Fewest to most: all {total}, workdays {workday}, weekends {weekend}, statutory days"
            " {statutory}, nights {nights}. Days that are over count where somebody signed in;"
            " the unsigned earn nothing."
        ).format(**spreads)
        if not view.has_rates:
            told += " " + self.tr("No rates have been entered yet.")
        self._told.setText(told)
        self.shown.emit()

    @Slot()
    def _open_rates(self) -> None:
        dialog = DutyRates(
            statistics=self._statistics,
            session=self._acts.session,
            bus=self._acts.bus,
            parent=self._acts.page,
        )
        dialog.open()


def _number(figure: int) -> Cell:
    """Nought is quiet."""
    return Cell(str(figure), tone="t1" if figure else "t3")


def _unproven(row: DutyCountRow) -> Cell:
    return Cell(str(row.unproven), tone="o_ink" if row.unproven else "t3", bold=bool(row.unproven))


def _yuan(fen: int) -> Cell:
    return Cell(f"{fen / 100:,.2f}" if fen else "", tone="t1")


def _time_off(row: DutyCountRow) -> Cell:
    """``2 / 1``: days owed and taken."""
    if not (row.owed_minutes or row.taken_minutes):
        return Cell("")
    owed, taken = row.owed_minutes / WORKING_DAY, row.taken_minutes / WORKING_DAY
    return Cell(f"{owed:g} / {taken:g}", tone="o_ink" if owed > taken else "t1")
