"""The roster: the month as a table, what is missing in it, and who is on duty now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from safetydesk.domain.access import Permission
from safetydesk.domain.changes import Topic
from safetydesk.domain.wording import day_text
from safetydesk.services.sheets import RosterForm
from safetydesk.ui.icons import put_icon
from safetydesk.ui.page import Page
from safetydesk.ui.pages.roster_acts import RosterActs
from safetydesk.ui.pages.roster_side import RosterSide
from safetydesk.ui.widgets.card import Card, EmptyState
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.month_legend import MonthLegend
from safetydesk.ui.widgets.month_table import MonthTable
from safetydesk.ui.widgets.plain import PlainLabel
from safetydesk.ui.widgets.undo_bar import UndoBar

if TYPE_CHECKING:
    from safetydesk.domain.clock import Clock
    from safetydesk.services.duty import DutyService
    from safetydesk.services.people import PeopleService
    from safetydesk.services.views_duty import MonthView
    from safetydesk.ui.bus import Bus
    from safetydesk.ui.models.month import Gap, MonthCell
    from safetydesk.ui.session import Session
    from safetydesk.ui.tasks import Runs
    from safetydesk.ui.wording import Wording

_TOPICS = frozenset({Topic.DUTY, Topic.PRESENCE, Topic.PEOPLE, Topic.OFFICE})


@dataclass(frozen=True)
class RosterAsked:
    """The roster to be printed: a form and a day that lies in it."""

    form: RosterForm
    day: date


class RosterPage(Page):
    """``print_asked`` carries a ``RosterAsked`` for whoever prints.

    ``days_shown`` carries the first and the last day in view.
    """

    print_asked = Signal(object)
    days_shown = Signal(object)

    def __init__(
        self,
        *,
        duty: DutyService,
        people: PeopleService,
        session: Session,
        bus: Bus,
        clock: Clock,
        wording: Wording,
        tasks: Runs,
    ) -> None:
        super().__init__(bus=bus, topics=_TOPICS, title="")
        self._duty, self._session, self._clock, self._wording = duty, session, clock, wording
        self._acts = RosterActs(
            self,
            duty=duty,
            people=people,
            session=session,
            bus=bus,
            clock=clock,
            wording=wording,
            tasks=tasks,
        )
        self._shown: MonthView | None = None
        self._month = wording.today(clock.now()).replace(day=1)
        self._minute: datetime | None = None
        self._table = MonthTable(wording.words)
        self._side = RosterSide(wording)
        self._legend = MonthLegend()
        self._day = PlainLabel(role="sub", wrap=True)
        self._undo_bar = UndoBar()
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    @override
    def refresh(self) -> None:
        """Reads the month and who is on duty again; the selection stays."""
        month = self._duty.month(self._month.year, self._month.month)
        self._shown = month
        self._table.show_month(month, self._wording.today(self._clock.now()))
        planned = any(people for row in month.days for people in row.cells)
        self._stack.setCurrentIndex(0 if planned else 1)
        self._side.show_gaps(self._table.gaps)
        self._side.show_people(self._duty.who())
        self._legend.show_periods(month.key_periods)
        self._name.setText(
            self.tr("{month}/{year}").format(month=self._month.month, year=self._month.year)
        )
        self._show_rights()
        self.days_shown.emit((month.days[0].day, month.days[-1].day))

    def put_over(self, widget: QWidget) -> None:
        """Puts a line between the head and the table."""
        self.body.insertWidget(0, widget)

    def selected(self) -> tuple[date, str, int | None] | None:
        """Day, post and first person of the cell selected."""
        cell = self._table.current()
        if cell is None:
            return None
        return cell.row.day, cell.post, cell.people[0].person_id if cell.people else None

    @override
    def tick(self, now: datetime) -> None:
        """Who is on duty may change with any minute."""
        minute = now.replace(second=0, microsecond=0)
        if minute != self._minute:
            self._minute = minute
            self._side.show_people(self._duty.who())

    @override
    def print_shown(self) -> None:
        """The month is to be printed."""
        self.print_asked.emit(RosterAsked(RosterForm.MONTH, self._month))

    @override
    def undo(self) -> None:
        """Takes the last import or change made here back."""
        self._acts.undo()

    @override
    def set_narrow(self, narrow: bool) -> None:
        """A narrower side."""
        super().set_narrow(narrow)
        self._side.set_narrow(narrow)

    @override
    def help_text(self) -> str:
        """What the page is for."""
        return self.tr(
            "Who serves which post on which day. The arrows choose a cell, Enter writes a change"
            " for it, Page Up and Page Down turn the month. A red frame is a post that nobody is"
            " planned for. The supervisor imports the office’s own sheet; Ctrl+Z takes the last act"
            " back."
        )

    def show_problem(self, text: str) -> None:
        """Says at the foot why an act was refused."""
        self._undo_bar.show_problem(text)

    def _lay_out(self) -> None:
        back, on = QPushButton(), QPushButton()
        for button, icon, step, words in (
            (back, "step-back", -1, self.tr("Previous month")),
            (on, "step-on", 1, self.tr("Next month")),
        ):
            put_icon(button, icon)
            button.setProperty("kind", "flat")
            button.setProperty("shape", "square")
            button.setProperty("step", step)
            button.setAccessibleName(words)
            button.clicked.connect(self._on_step)
        self._name = PlainLabel(role="title")
        self.head.set_title(self.tr("Roster"))
        for place, widget in enumerate((back, self._name, on)):
            self.head.row.insertWidget(2 + place, widget)
        self._change = KeyButton(self.tr("Change…"), icon="swap", key="Enter")
        self._import = KeyButton(self.tr("Import"), icon="import")
        self._undo_import = KeyButton(self.tr("Undo import"), icon="undo")
        self._print = KeyButton(self.tr("Print"), icon="print", key="Ctrl P")
        for button in (self._change, self._undo_import, self._import, self._print):
            self.head.add_act(button)
        self._stack.addWidget(self._month_card())
        self._stack.addWidget(self._empty_card())
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._stack, 1)
        row.addWidget(self._side)
        self.body.addLayout(row, 1)
        self.body.addWidget(self._undo_bar)
        self.set_narrow(narrow=False)

    def _month_card(self) -> Card:
        card = Card()
        card.body.addWidget(self._table, 1)
        foot = QWidget()
        column = QVBoxLayout(foot)
        column.setContentsMargins(0, 8, 0, 10)
        column.setSpacing(6)
        self._day.setContentsMargins(16, 0, 16, 0)
        column.addWidget(self._day)
        column.addWidget(self._legend)
        card.body.addWidget(foot)
        return card

    def _empty_card(self) -> Card:
        card = Card()
        empty = EmptyState(
            self.tr("No roster for this month yet"),
            self.tr(
                "The supervisor imports the sheet that the office made; nothing is typed twice."
            ),
        )
        self._first_import = KeyButton(self.tr("Import"), icon="import", kind="primary")
        empty.add_act(self._first_import)
        card.body.addWidget(empty)
        return card

    def _connect(self) -> None:
        self._table.picked.connect(self._on_picked)
        self._table.opened.connect(self._open_change)
        self._table.month_asked.connect(self._turn)
        self._side.gap_picked.connect(self._on_gap)
        self._change.clicked.connect(self._open_change)
        self._print.clicked.connect(self.print_shown)
        for button in (self._import, self._first_import):
            button.clicked.connect(self._acts.open_import)
        self._undo_import.clicked.connect(self._acts.take_import_back)
        self._undo_bar.undo_asked.connect(self.undo)
        self._acts.done.connect(self._undo_bar.show_done)
        self._session.changed.connect(self._show_rights)

    @Slot()
    def _show_rights(self) -> None:
        """Only the supervisor imports; whoever may not change duty is not offered it."""
        actor = self._session.actor
        edits = actor is not None and actor.may(Permission.DUTY_EDIT)
        for button in (self._import, self._first_import, self._undo_import):
            button.setVisible(edits)
        self._change.setVisible(actor is not None and actor.may(Permission.DUTY_CHANGE))

    @Slot()
    def _on_step(self) -> None:
        self._turn(int(self.sender().property("step")))

    @Slot(int)
    def _turn(self, step: int) -> None:
        """Shows another month."""
        number = self._month.year * 12 + self._month.month - 1 + step
        self._month = date(number // 12, number % 12 + 1, 1)
        self.refresh()

    @Slot(object)
    def _on_picked(self, cell: MonthCell | None) -> None:
        """The whole day of the cell in words, since a narrow cell cannot show everything."""
        if cell is None or self._shown is None:
            return
        row, words = cell.row, self._wording.words
        head = (day_text(row.day, words.month_day), words.weekdays[row.day.weekday()], row.holiday)
        posts = (
            f"{label} {' '.join(person.name for person in people)}"
            for (_, label), people in zip(self._shown.posts, row.cells, strict=True)
            if people
        )
        self._day.setText(words.between.join([" ".join(part for part in head if part), *posts]))

    @Slot(object)
    def _on_gap(self, gap: Gap | None) -> None:
        if gap is not None:
            self._table.select_day(gap.day, gap.post)

    @Slot()
    def _open_change(self) -> None:
        """Writes a change for the cell selected, else for today's first post."""
        if self._shown is None or not self._change.isVisibleTo(self):
            return
        cell, posts = self._table.current(), self._shown.posts
        today = self._wording.today(self._clock.now())
        day = cell.row.day if cell is not None else today
        self._acts.write_change(day, cell.post if cell is not None else posts[0][0], posts)
