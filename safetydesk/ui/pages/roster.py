"""The roster: the month as a table, what is missing in it, and who is on duty now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget
from typing_extensions import override

from safetydesk.domain.access import Permission
from safetydesk.domain.changes import Topic
from safetydesk.domain.wording import day_text
from safetydesk.services.sheets import RosterForm
from safetydesk.ui.page import Page
from safetydesk.ui.pages.roster_acts import RosterActs
from safetydesk.ui.pages.roster_edits import RosterEdits
from safetydesk.ui.pages.roster_empty import NoRoster
from safetydesk.ui.pages.roster_files import RosterFiles
from safetydesk.ui.pages.roster_head import DRAFT, FILE, RosterHead
from safetydesk.ui.pages.roster_people import RosterPeople
from safetydesk.ui.pages.roster_side import RosterSide
from safetydesk.ui.pages.roster_statistics import RosterStatistics
from safetydesk.ui.pages.roster_views import (
    RosterView,
    RosterViews,
    duty_day,
    period,
    period_name,
    stepped,
    table_card,
)
from safetydesk.ui.widgets.month_legend import MonthLegend
from safetydesk.ui.widgets.plain import PlainLabel
from safetydesk.ui.widgets.undo_bar import UndoBar

if TYPE_CHECKING:
    from safetydesk.domain.clock import Clock
    from safetydesk.services.duty import DutyService
    from safetydesk.services.duty_cells import DutyCells
    from safetydesk.services.duty_export import DutyExport
    from safetydesk.services.duty_statistics import DutyStatistics
    from safetydesk.services.people import PeopleService
    from safetydesk.services.views_duty import DaysView, MonthView
    from safetydesk.ui.bus import Bus
    from safetydesk.ui.models.month import MonthCell
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

    ``days_shown`` carries the first and the last day in view, ``draft_asked`` a ``RosterAsked``
    whose month is to be drafted. ``acts`` remembers what can be taken back.
    """

    print_asked = Signal(object)
    days_shown = Signal(object)
    draft_asked = Signal(object)

    def __init__(
        self,
        *,
        duty: DutyService,
        cells: DutyCells,
        export: DutyExport,
        statistics: DutyStatistics,
        people: PeopleService,
        session: Session,
        bus: Bus,
        clock: Clock,
        wording: Wording,
        tasks: Runs,
    ) -> None:
        super().__init__(bus=bus, topics=_TOPICS, title="")
        self._duty, self._session, self._clock, self._wording = duty, session, clock, wording
        self.acts = RosterActs(
            self,
            duty=duty,
            people=people,
            session=session,
            bus=bus,
            clock=clock,
            wording=wording,
            tasks=tasks,
        )
        self._shown: MonthView | DaysView | None = None
        self._day_in_view, self._minute = wording.today(clock.now()), clock.now()
        self._views, self._tasks = RosterViews(wording), tasks
        self._edits = RosterEdits(self.acts, self._views, cells)
        self._files = RosterFiles(self.acts, export)
        self._side = RosterSide(wording)
        self._people = RosterPeople(self.acts, self._edits, self._views, self._side.everybody)
        self._head = RosterHead(self.head)
        self._legend, self._day = MonthLegend(), PlainLabel(role="sub", wrap=True)
        self._undo_bar = UndoBar()
        self._stack, self._empty = QStackedWidget(), NoRoster()
        self._counts = RosterStatistics(self.acts, statistics)
        self._lay_out()
        self._connect()

    @override
    def refresh(self) -> None:
        """Reads the days and who is on duty again; the selection stays."""
        day, duty = self._day_in_view, self._duty
        self._side.show_people(duty.who())
        self._edits.refresh()
        self._show_rights()
        # Counts need the width; who is on now stands in the head of the window anyway.
        self._side.setVisible(self._views.kind is not RosterView.STATISTICS)
        if self._views.kind is RosterView.STATISTICS:
            self._counts.show_day(day)
            self._stack.setCurrentWidget(self._counts)
            name = period_name(RosterView.MONTH, day, self._wording)
            self._head.name.setText(name)
            return
        if self._views.kind is RosterView.MONTH:
            self._show(duty.month(day.year, day.month))
            return
        first, last = period(self._views.kind, day)
        if self._views.kind is RosterView.WEEK:
            self._show(duty.days(first, last))
        else:  # a year is read on another thread
            self._tasks.submit(lambda: duty.days(first, last), succeeded=self._show)

    @Slot(object)
    def _show(self, view: MonthView | DaysView) -> None:
        """Shows the days that were read, unless others are in view by now."""
        first = period(self._views.kind, self._day_in_view)[0]
        if view.days[0].day != first:
            return
        self._shown = view
        today = self._wording.today(self._clock.now())
        self._views.show_days(view, today, duty_day(self._clock.now(), view))
        planned = any(people for row in view.days for people in row.cells)
        self._stack.setCurrentIndex(0 if planned else 1)
        self._side.show_gaps(self._views.gaps, planned=planned)
        self._people.show_days(view)
        self._legend.show_periods(view.key_periods)
        self._head.name.setText(period_name(self._views.kind, self._day_in_view, self._wording))
        self.days_shown.emit((view.days[0].day, view.days[-1].day))

    def put_over(self, widget: QWidget) -> None:
        """Puts a line between the head and the table."""
        self.body.insertWidget(0, widget)

    def selected(self) -> tuple[date, str, int | None] | None:
        """Day, post and first person of the cell selected."""
        cell = self._views.current()
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
        """The month or the week in view is to be printed; a year is printed by its months."""
        week = self._views.kind is RosterView.WEEK
        form, day = (RosterForm.WEEK if week else RosterForm.MONTH), self._day_in_view
        cell = self._views.current() if self._views.kind is RosterView.YEAR else None
        self.print_asked.emit(RosterAsked(form, cell.row.day if cell is not None else day))

    @override
    def focus_filter(self) -> None:
        """Ctrl+F: the filter of the people."""
        self._side.find_person()

    @override
    def undo(self) -> None:
        """Takes the last import, draft or change made here back."""
        self.acts.undo()

    @override
    def set_narrow(self, narrow: bool) -> None:
        """A narrower side."""
        super().set_narrow(narrow)
        self._side.set_narrow(narrow)
        self._head.set_narrow(narrow)

    @override
    def help_text(self) -> str:
        """What the page is for."""
        return self.tr(
            "Who serves which post on which day. The arrows choose a cell; letters write a name"
            " into it as it sounds, Delete empties it, Enter writes a change with its hours and"
            " reason. Drag a cell onto another to exchange them, or Ctrl+X and Ctrl+V. Drag"
            " somebody from the list of people into a cell, or press Ctrl+F, write letters of"
            " the name and press Enter. Page Up and Page Down turn the period. Days that are"
            " over show who served. A red frame is a post that nobody is planned for. Findings"
            " stand at the right: choose one to go to its cell, and who could serve is named"
            " below with the reason; 1, 2 or 3 gives the duty. Those that deny keep a roster"
            " from being published. A draft is generated with fair shares; Ctrl+E shows swaps,"
            " asked for, agreed and approved; a roster is published and filed with the superior,"
            " and filed again after a change. Ctrl+Z takes the last act back."
        )

    def show_problem(self, text: str) -> None:
        """Says at the foot why an act was refused."""
        self._undo_bar.show_problem(text)

    def _lay_out(self) -> None:
        self._stack.addWidget(table_card(self._views, self._day, self._legend))
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._counts)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._stack, 1)
        row.addWidget(self._side)
        self.body.addLayout(row, 1)
        self.body.addWidget(self._undo_bar)
        self.set_narrow(narrow=False)

    def _connect(self) -> None:
        views, head, acts = self._views, self._head, self.acts
        views.picked.connect(self._on_picked)
        views.opened.connect(self._open_change)
        views.page_asked.connect(self._turn)
        head.viewed.connect(self._on_view)
        head.stepped.connect(self._turn)
        head.asked.connect(self._on_asked)
        head.change.clicked.connect(self._open_change)
        head.print.clicked.connect(self.print_shown)
        head.import_sheet.triggered.connect(acts.open_import)
        head.undo_import.triggered.connect(acts.take_import_back)
        self._empty.import_button.clicked.connect(acts.open_import)
        self._side.gap_picked.connect(views.show_gap)
        self._undo_bar.undo_asked.connect(self.undo)
        acts.done.connect(self._undo_bar.show_done)
        acts.refused.connect(self._undo_bar.show_problem)
        self._session.changed.connect(self._show_rights)

    @Slot()
    def _show_rights(self) -> None:
        actor = self._session.actor
        edits = actor is not None and actor.may(Permission.DUTY_EDIT)
        changes = actor is not None and actor.may(Permission.DUTY_CHANGE)
        self._head.show_rights(edits=edits, changes=changes)
        self._empty.import_button.setVisible(edits)
        self._views.let_write(changes)

    @Slot(int)
    def _turn(self, step: int) -> None:
        """Shows another month, week or year."""
        self._day_in_view = stepped(self._views.kind, self._day_in_view, step)
        self.refresh()

    @Slot(str)
    def _on_view(self, kind: str) -> None:
        """Another view of the same time: around the day selected."""
        cell = self._views.current()
        if cell is not None:
            self._day_in_view = cell.row.day
        self._head.segment.choose(kind)
        self._views.turn_to(RosterView(kind))
        self.refresh()

    @Slot(str)
    def _on_asked(self, what: str) -> None:
        """A file of the time in view, a draft of it, or a form to be printed."""
        if what == FILE:
            first, last = period(self._views.kind, self._day_in_view)
            name = self.tr("Roster")
            self._files.ask(first, last, f"{name} {first} {last}")
            return
        cell = self._views.current()
        day = cell.row.day if cell is not None else self._day_in_view
        if what == DRAFT:
            self.draft_asked.emit(RosterAsked(RosterForm.MONTH, day))
        else:
            self.print_asked.emit(RosterAsked(RosterForm(what), day))

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

    @Slot()
    def _open_change(self) -> None:
        """Writes a change for the cell selected, else for today's first post."""
        if self._shown is None or not self._head.change.isVisibleTo(self):
            return
        cell, posts = self._views.current(), self._shown.posts
        today = self._wording.today(self._clock.now())
        day = cell.row.day if cell is not None else today
        self.acts.write_change(day, cell.post if cell is not None else posts[0][0], posts)
