"""The duty log: one shift at a time, like the paper sheet, and a search over all years."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget
from typing_extensions import override

from safetydesk.domain.changes import Topic
from safetydesk.domain.shift import OUTSIDE_SHIFTS
from safetydesk.ui.page import Page
from safetydesk.ui.pages.log_acts import LogLineActs
from safetydesk.ui.pages.log_paper import LogPaper
from safetydesk.ui.pages.log_search import LogHits
from safetydesk.ui.pages.log_words import LogWords
from safetydesk.ui.perform import show_error
from safetydesk.ui.widgets.log_bar import LogBar
from safetydesk.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from safetydesk.domain.errors import SafetyDeskError
    from safetydesk.domain.people import OfficeFacts
    from safetydesk.services.calls import CallService
    from safetydesk.services.drafts import DraftService
    from safetydesk.services.log import LogService
    from safetydesk.services.shifts import ShiftService
    from safetydesk.services.views_log import EntryPlace, LogSheet
    from safetydesk.ui.bus import Bus
    from safetydesk.ui.session import Session
    from safetydesk.ui.tasks import Runs
    from safetydesk.ui.widgets.log_table import LogTable
    from safetydesk.ui.wording import Wording

_TOPICS = frozenset(
    {
        Topic.LOG,
        Topic.SHIFT,
        Topic.PRESENCE,
        Topic.DUTY,
        Topic.INCIDENTS,
        Topic.REPORTS,
        Topic.MATTERS,
        Topic.HANDOVER,
    }
)


class LogPage(Page):
    """A sheet, or what was found in all of them.

    ``print_asked`` carries a shift's id, ``incident_asked`` and ``matter_asked`` the number of the
    entry to make one from; ``incident_opened`` and ``matter_opened`` the id of an existing one.
    """

    print_asked = Signal(int)
    incident_asked = Signal(int)
    matter_asked = Signal(int)
    incident_opened = Signal(int)
    matter_opened = Signal(int)

    def __init__(
        self,
        *,
        log: LogService,
        calls: CallService,
        shifts: ShiftService,
        office: OfficeFacts,
        drafts: DraftService,
        session: Session,
        bus: Bus,
        wording: Wording,
        tasks: Runs,
    ) -> None:
        super().__init__(bus=bus, topics=_TOPICS, title="")
        self._log, self._shifts = log, shifts
        self._wording, self._tasks = wording, tasks
        self._shift_id: int | None = None
        self._words = LogWords(wording, self)
        self._bar = LogBar()
        self._paper = LogPaper(office, wording, self._words)
        self._hits = LogHits(self._bar.search, log, wording, tasks)
        self._empty = PlainLabel(role="sub", wrap=True)
        self._stack = QStackedWidget()
        self.line_acts = LogLineActs(
            self,
            log=log,
            calls=calls,
            shifts=shifts,
            drafts=drafts,
            session=session,
            bus=bus,
            wording=wording,
        )
        self._lay_out()
        self._connect()

    @Slot(int)
    def show_entry(self, seq: int) -> None:
        """Goes to an entry, in whatever shift it stands, and selects it."""
        self._tasks.submit(
            lambda: self._log.place(seq), succeeded=self._on_place, failed=self._on_failed
        )

    @override
    def refresh(self) -> None:
        """Reads the sheet again, on another thread."""
        shift_id = self._shift_id
        self.fetch(
            self._tasks,
            lambda: (shift_id, self._log.sheet(shift_id)),
            self._on_read,
            self._on_failed,
        )

    @override
    def set_narrow(self, narrow: bool) -> None:
        """Folds the bar and the acts."""
        super().set_narrow(narrow)
        self._bar.set_narrow(narrow)
        self.table.acts().set_narrow(narrow)

    @override
    def focus_filter(self) -> None:
        """Ctrl+F: the search over all years."""
        self._bar.search.setFocus()
        self._bar.search.selectAll()

    @override
    def print_shown(self) -> None:
        """Ctrl+P: the sheet in view."""
        sheet = self._paper.sheet
        if sheet is not None and sheet.shift.id != OUTSIDE_SHIFTS:
            self.print_asked.emit(sheet.shift.id)

    @override
    def undo(self) -> None:
        """Ctrl+Z: restores the line that was struck last on this page."""
        self.line_acts.undo_strike()

    @override
    def help_text(self) -> str:
        """What the page is for."""
        return self.tr(
            "One shift like the paper sheet. Nothing is ever changed: a correction, a strike and a "
            "later handling are entries of their own beside the line. Up and Down choose a line, "
            "Enter goes to its acts, Ctrl C copies it. Alt Left and Alt Right go to other shifts; "
            "Ctrl F searches all years, Ctrl P prints the sheet in view."
        )

    def _lay_out(self) -> None:
        self.head.set_title(self.tr("Log"))
        self._empty.setContentsMargins(24, 24, 24, 24)
        self._empty.setText(
            self.tr(
                "Nothing is written yet. F2 notes a line, F3 a telephone call; both stand here at "
                "once. The sheet of a shift begins with the handover (F8)."
            )
        )
        for part in (self._paper, self._hits, self._empty):
            self._stack.addWidget(part)
        self.body.addWidget(self._stack, 1)
        self.head.set_middle(self._bar)

    def _connect(self) -> None:
        bar, paper, hits = self._bar, self._paper, self._hits
        bar.stepped.connect(self._on_step)
        bar.day_chosen.connect(self._on_day)
        bar.chosen.connect(paper.choose)
        bar.machine_toggled.connect(paper.show_machine)
        bar.print_asked.connect(self.print_shown)
        bar.search.left.connect(paper.table.setFocus)
        paper.changed.connect(self._show_bar)
        paper.weather_written.connect(self.line_acts.write_weather)
        paper.table.act_asked.connect(self.line_acts.do)
        hits.found.connect(self._stack.setCurrentWidget)
        hits.ended.connect(self._on_search_ended)
        hits.failed.connect(self._on_failed)
        hits.chosen.connect(self.show_entry)
        for keys, slot in (("Alt+Left", bar.earlier), ("Alt+Right", bar.later)):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)

    @property
    def table(self) -> LogTable:
        """The ruled lines."""
        return self._paper.table

    @Slot(object)
    def _on_read(self, read: tuple[int | None, LogSheet | None]) -> None:
        """Shows what was read, unless another shift has been asked for meanwhile."""
        shift_id, sheet = read
        if shift_id != self._shift_id:
            return
        if sheet is None:
            self._stack.setCurrentWidget(self._empty)
            return
        if self._stack.currentWidget() is self._empty:
            self._stack.setCurrentWidget(self._paper)
        self._paper.show_sheet(sheet)

    @Slot()
    def _show_bar(self) -> None:
        """Names the shift in view and counts its choices."""
        sheet, paper = self._paper.sheet, self._paper
        if sheet is None:
            return
        self._bar.show_shift(
            self._words.shift_name(sheet.shift),
            self._words.state(sheet.shift),
            self._wording.today(sheet.shift.planned_from),
            before=sheet.previous_id is not None,
            after=sheet.following_id is not None,
        )
        machine = sum(made.line.entry.machine for made in sheet.lines)
        self._bar.show_choices(self._words.choices(sheet), machine)
        self._bar.choose(paper.shown.value, machine=paper.machine)

    @Slot(int)
    def _on_step(self, step: int) -> None:
        sheet = self._paper.sheet
        found = None
        if sheet is not None:
            found = sheet.previous_id if step < 0 else sheet.following_id
        if found is not None:
            self._go_to(found)

    @Slot(object)
    def _go_to(self, shift_id: int) -> None:
        self._shift_id = shift_id
        self._stack.setCurrentWidget(self._paper)
        self.refresh()

    @Slot(object)
    def _on_day(self, day: date) -> None:
        self._tasks.submit(
            lambda: self._shifts.of_day(day).id, succeeded=self._go_to, failed=self._on_failed
        )

    @Slot()
    def _on_search_ended(self) -> None:
        """Back to the sheet; the cursor stays where somebody may go on typing."""
        self._stack.setCurrentWidget(self._paper)

    @Slot(object)
    def _on_place(self, place: EntryPlace) -> None:
        self._paper.want(place.seq)
        self._go_to(place.shift_id)

    @Slot(object)
    def _on_failed(self, error: SafetyDeskError) -> None:
        show_error(self, error)
