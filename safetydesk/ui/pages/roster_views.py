"""The roster's tables, one at a time: the month in two halves, the week, the year."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from safetydesk.services.views_duty import DaysView
from safetydesk.ui.widgets.card import Card
from safetydesk.ui.widgets.month_table import MonthTable
from safetydesk.ui.widgets.week_table import WeekTable
from safetydesk.ui.widgets.year_table import YearTable

if TYPE_CHECKING:
    from safetydesk.services.views_duty import MonthView
    from safetydesk.services.views_findings import FindingsView
    from safetydesk.ui.models.month import Gap, MonthCell
    from safetydesk.ui.models.name_choices import PersonChoice
    from safetydesk.ui.models.roster_cells import RosterCellModel
    from safetydesk.ui.widgets.month_legend import MonthLegend
    from safetydesk.ui.widgets.plain import PlainLabel
    from safetydesk.ui.wording import Wording

_WEEK = timedelta(days=7)


class RosterView(StrEnum):
    """What of the roster is in view."""

    MONTH = "month"
    WEEK = "week"
    YEAR = "year"
    STATISTICS = "statistics"


class RosterViews(QStackedWidget):
    """``picked`` carries the ``MonthCell`` selected, ``opened`` the same with Enter.

    ``page_asked`` turns the period: -1 or 1.
    """

    picked = Signal(object)
    opened = Signal(object)
    page_asked = Signal(int)

    def __init__(self, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = wording.words
        self.month, self.week, self.year = MonthTable(words), WeekTable(words), YearTable(words)
        self._tables: dict[RosterView, MonthTable | WeekTable | YearTable] = {
            RosterView.MONTH: self.month,
            RosterView.WEEK: self.week,
            RosterView.YEAR: self.year,
        }
        for table in self._tables.values():
            self.addWidget(table)
            table.picked.connect(self.picked)
        self.month.opened.connect(self.opened)
        self.week.cell_opened.connect(self.opened)
        self.year.cell_opened.connect(self.opened)
        self.month.month_asked.connect(self.page_asked)
        self.week.page_asked.connect(self.page_asked)
        self.year.page_asked.connect(self.page_asked)
        self.kind = RosterView.MONTH

    @property
    def models(self) -> tuple[RosterCellModel, ...]:
        """The models of the tables, which tell what was edited and exchanged."""
        return tuple(table.cells for table in self._tables.values())

    def turn_to(self, kind: RosterView) -> None:
        """Shows another table; the statistics are no table of theirs."""
        self.kind = kind
        if kind in self._tables:
            self.setCurrentWidget(self._tables[kind])
            self.setFocusProxy(self._tables[kind])

    def show_days(self, view: MonthView | DaysView, today: date, open_from: date) -> None:
        """Shows the days in the table that is in view."""
        days = DaysView(view.posts, view.days, view.key_periods)
        if self.kind is RosterView.WEEK:
            self.week.show_days(days, today, open_from)
        elif self.kind is RosterView.YEAR:
            self.year.show_days(days, today, open_from)
        else:
            self.month.show_month(view, today, open_from)

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """The gaps of the days in view, numbered."""
        if self.kind is RosterView.WEEK:
            return self.week.gaps
        return self.year.cells.gaps if self.kind is RosterView.YEAR else self.month.gaps

    def current(self) -> MonthCell | None:
        """The cell selected in the table in view."""
        table = self._tables.get(self.kind)
        return table.current() if table is not None else None

    def select_day(self, day: date, post: str) -> None:
        """Selects a cell of the table in view."""
        table = self._tables.get(self.kind)
        if table is not None:
            table.select_day(day, post)

    def show_findings(self, findings: FindingsView) -> None:
        """Marks the cells of the table in view with what the rules found in its days."""
        table = self._tables.get(self.kind)
        if table is not None:
            table.show_findings(findings)

    def focus_cell(self) -> None:
        """The keys go to the cell selected."""
        if self.kind is RosterView.MONTH:
            self.month.focus_cell()
        elif self.kind in self._tables:
            self._tables[self.kind].setFocus()

    @Slot(object)
    def show_gap(self, gap: Gap | None) -> None:
        """Selects the cell of a gap."""
        if gap is not None:
            self.select_day(gap.day, gap.post)

    def let_write(self, writable: bool) -> None:  # noqa: FBT001 - one bit of the session
        """Whether cells may be edited, dragged and emptied."""
        for model in self.models:
            model.writable = writable

    def name_people(self, choices: Sequence[PersonChoice]) -> None:
        """Who can be named in a cell."""
        for table in self._tables.values():
            table.name_people(choices)


def period(kind: RosterView, day: date) -> tuple[date, date]:
    """The first and the last day of the month, week or year of a day."""
    if kind is RosterView.WEEK:
        monday = day - timedelta(days=day.weekday())
        return monday, monday + timedelta(days=6)
    if kind is RosterView.YEAR:
        return date(day.year, 1, 1), date(day.year, 12, 31)
    following = (day.replace(day=28) + timedelta(days=4)).replace(day=1)
    return day.replace(day=1), following - timedelta(days=1)


def stepped(kind: RosterView, day: date, step: int) -> date:
    """A day of the next (1) or the previous (-1) period."""
    if kind is RosterView.WEEK:
        return day + step * _WEEK
    if kind is RosterView.YEAR:
        return date(day.year + step, 1, 1)
    number = day.year * 12 + day.month - 1 + step
    return date(number // 12, number % 12 + 1, 1)


def duty_day(now: datetime, view: MonthView | DaysView) -> date:
    """The first of the days that is not over at an instant; the one after them where all are."""
    last = view.days[-1].day
    running = (row.day for row in view.days if row.turn is None or row.turn.end > now)
    return next(running, last + timedelta(days=1))


def period_name(kind: RosterView, day: date, wording: Wording) -> str:
    """The month, the week by its days, or the year."""
    if kind is RosterView.YEAR:
        return QCoreApplication.translate("RosterViews", "Year {year}").format(year=day.year)
    if kind is RosterView.WEEK:
        words = wording.words.month_day
        ends = period(RosterView.WEEK, day)
        return " – ".join(words.format(month=d.month, day=d.day, year=d.year) for d in ends)
    text = QCoreApplication.translate("RosterViews", "{month}/{year}")
    return text.format(month=day.month, year=day.year)


def table_card(views: RosterViews, day: PlainLabel, legend: MonthLegend) -> Card:
    """The tables on a card; below them the day selected in words, and what the signs mean."""
    card, foot = Card(), QWidget()
    card.body.addWidget(views, 1)
    column = QVBoxLayout(foot)
    column.setContentsMargins(0, 8, 0, 10)
    column.setSpacing(6)
    day.setContentsMargins(16, 0, 16, 0)
    column.addWidget(day)
    column.addWidget(legend)
    card.body.addWidget(foot)
    return card
