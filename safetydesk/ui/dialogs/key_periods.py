"""The key periods (重点时段) of the office: those known, one entered, one ended."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget
from typing_extensions import override

from safetydesk.domain.clock import local_instant
from safetydesk.ui.dialogs.basis_dialog import BasisDialog, add_field, date_edit, read_date, written
from safetydesk.ui.models.rows_model import Cell, Column
from safetydesk.ui.perform import perform
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.plain import PlainLabel
from safetydesk.ui.widgets.row_table import RowTable

if TYPE_CHECKING:
    from safetydesk.domain.clock import Clock
    from safetydesk.services.calendar import CalendarService
    from safetydesk.services.views_calendar import KeyPeriodView
    from safetydesk.ui.bus import Bus
    from safetydesk.ui.session import Session
    from safetydesk.ui.wording import Wording

_WIDTH, _HEIGHT = 820, 520
_BEFORE = timedelta(days=60)
_DAY = timedelta(days=1)
_TIME_HINT = "15:00；每周三 09:00"


class KeyPeriodsDialog(BasisDialog):
    """Ctrl+Enter enters a period by its duty days, Delete ends the selected one now."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        calendar: CalendarService,
        session: Session,
        bus: Bus,
        clock: Clock,
        wording: Wording,
        turnover: time,
    ) -> None:
        super().__init__(parent, width=_WIDTH)
        self.name(self.tr("Key periods"), self.tr("Enter"))
        self.resize(_WIDTH, _HEIGHT)
        self._calendar, self._session, self._bus = calendar, session, bus
        self._clock, self._wording, self._turnover = clock, wording, turnover
        self._title, self._report_by = QLineEdit(), QLineEdit()
        self._first, self._last = date_edit(), date_edit()
        self._table: RowTable[KeyPeriodView] = RowTable(
            _Periods(clock, wording).columns(), key=lambda row: str(row.id)
        )
        self._table.setAccessibleName(self.tr("Key periods"))
        self._asked = PlainLabel(role="sub", wrap=True)
        self._lay_out()
        self._first.setText(written(wording.today(clock.now())))
        self._show()
        self._title.setFocus()

    @override
    @Slot()
    def save(self) -> None:
        """Enters the period; the list shows it, and the form is ready for the next."""
        try:
            first, last = read_date(self._first), read_date(self._last)
        except ValueError:
            first = last = None
        if first is None or last is None:
            self.show_problem(self.tr("Write dates as 2025-10-06 and times as 13:00."))
            self._first.setFocus()
            return
        calendar, session, title = self._calendar, self._session, self._title.text()
        report = self._report_by.text()
        span = self._instant(first), self._instant(last + _DAY)
        if perform(
            self,
            lambda: calendar.add_key_period(session.require(), title, *span, report),
            bus=self._bus,
        ):
            self._title.clear()
            self._last.clear()
            self.words_kept()
            self.show_problem("")
            self._show()
            self._title.setFocus()

    @Slot()
    def end(self) -> None:
        """Ends the selected period now; one that has not begun is taken back."""
        row, calendar, session = self._table.current(), self._calendar, self._session
        if row is not None and perform(
            self, lambda: calendar.end_key_period(session.require(), row.id), bus=self._bus
        ):
            self._show()

    def _lay_out(self) -> None:
        told = self.tr(
            "In a key period the rules about its leader and its staff hold; the days are marked."
        )
        self.body.addWidget(PlainLabel(told, role="sub", wrap=True))
        self.body.addWidget(self._table, 1)
        acts = QHBoxLayout()
        acts.addWidget(self._asked, 1)
        button = KeyButton(self.tr("End now"), key="Delete")
        button.setAutoDefault(False)
        button.clicked.connect(self.end)
        self._table.picked.connect(self._on_picked)
        acts.addWidget(button)
        self.body.addLayout(acts)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        for place, (name, field) in enumerate(
            (
                (self.tr("Name of the period"), self._title),
                (self.tr("Reports by"), self._report_by),
                (self.tr("First day"), self._first),
                (self.tr("Last day"), self._last),
            )
        ):
            add_field(grid, place // 2, place % 2 * 2, name, field)
        self._report_by.setPlaceholderText(_TIME_HINT)
        self.body.addLayout(grid)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self._table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.end)

    def _show(self) -> None:
        """Reads the periods of the last two months and all to come."""
        self._table.set_rows(self._calendar.key_periods(self._clock.now() - _BEFORE))
        self._on_picked()

    @Slot()
    def _on_picked(self) -> None:
        """Says what the rules ask of the selected period, beside its own terms."""
        row = self._table.current()
        asked = "\n".join(row.by_rule) if row is not None else ""
        self._asked.setText(
            self.tr("By the rules in use:\n{lines}").format(lines=asked) if asked else ""
        )

    def _instant(self, day: date) -> datetime:
        """The turnover with which a duty day begins."""
        return local_instant(datetime.combine(day, self._turnover), self._wording.zone)


class _Periods(QObject):
    """What the columns show; holds no window, so that the dialog can go."""

    def __init__(self, clock: Clock, wording: Wording) -> None:
        super().__init__()
        self._clock, self._wording = clock, wording

    def columns(self) -> list[Column[KeyPeriodView]]:
        """What, when, the daily report, and whether it is running."""
        return [
            Column(self.tr("Name of the period"), lambda row: Cell(row.name, bold=True), 220),
            Column(self.tr("Time"), self._time, 230),
            Column(self.tr("Reports by"), self._reports, 210),
            Column("", self._state),
        ]

    def _time(self, row: KeyPeriodView) -> str:
        return self._wording.span(row.start, row.end)

    def _reports(self, row: KeyPeriodView) -> str:
        """Its own terms; ``by rule`` where only the rules ask for reports."""
        return row.report_by or (self.tr("by rule") if row.by_rule else "—")

    def _state(self, row: KeyPeriodView) -> Cell:
        now = self._clock.now()
        if row.end <= now:
            return Cell(self.tr("over"), "t3")
        return Cell(self.tr("running"), badge="todo") if row.start <= now else Cell("")
