"""The duty log: one shift at a time, like the paper sheet, and a search over all years."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from safetydesk.domain.changes import Topic
from safetydesk.ui.models.log_lines import Shown, rows_of
from safetydesk.ui.page import Page
from safetydesk.ui.pages.log_acts import LogLineActs
from safetydesk.ui.pages.log_search import MOST, LogHits
from safetydesk.ui.pages.log_words import LogWords
from safetydesk.ui.perform import perform, show_error
from safetydesk.ui.widgets.log_bar import LogBar
from safetydesk.ui.widgets.log_head import LogHead
from safetydesk.ui.widgets.log_table import LogTable
from safetydesk.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from safetydesk.domain.errors import SafetyDeskError
    from safetydesk.domain.log import LogEntry
    from safetydesk.domain.people import OfficeFacts
    from safetydesk.services.calls import CallService
    from safetydesk.services.drafts import DraftService
    from safetydesk.services.log import LogService
    from safetydesk.services.shifts import ShiftService
    from safetydesk.services.views_log import EntryPlace, LogSheet
    from safetydesk.ui.bus import Bus
    from safetydesk.ui.session import Session
    from safetydesk.ui.tasks import Runs
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
        self._log, self._shifts, self._session = log, shifts, session
        self._bus, self._wording, self._tasks = bus, wording, tasks
        self._shift_id: int | None = None
        self._sheet: LogSheet | None = None
        self._wanted_seq = 0
        self._shown, self._machine = Shown.ALL, False
        self._words = LogWords(wording, self)
        self._bar = LogBar()
        self._head = LogHead(office, wording)
        self._table = LogTable()
        self._foot, self._seal = PlainLabel(role="sub"), PlainLabel(role="sub")
        self._hits = LogHits(wording)
        self._empty = PlainLabel(role="sub", wrap=True)
        self._stack = QStackedWidget()
        self.line_acts = LogLineActs(
            self, log=log, calls=calls, drafts=drafts, session=session, bus=bus, wording=wording
        )
        self._lay_out()
        self._connect()

    def show_entry(self, seq: int) -> None:
        """Goes to an entry, in whatever shift it stands, and selects it."""
        self._tasks.submit(
            lambda: self._log.place(seq), succeeded=self._on_place, failed=self._on_failed
        )

    @override
    def refresh(self) -> None:
        """Reads the sheet again, on another thread."""
        shift_id = self._shift_id
        self._tasks.submit(
            lambda: (shift_id, self._log.sheet(shift_id)),
            succeeded=self._on_read,
            failed=self._on_failed,
        )

    @override
    def set_narrow(self, narrow: bool) -> None:
        """Folds the bar and the acts."""
        super().set_narrow(narrow)
        self._bar.set_narrow(narrow)
        self._table.acts().set_narrow(narrow)

    @override
    def focus_filter(self) -> None:
        """Ctrl+F: the search over all years."""
        self._bar.search.setFocus()
        self._bar.search.selectAll()

    @override
    def print_shown(self) -> None:
        """Ctrl+P: the sheet in view."""
        if self._sheet is not None:
            self.print_asked.emit(self._sheet.shift.id)

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
        paper = QFrame()
        paper.setProperty("kind", "sheet")
        column = QVBoxLayout(paper)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._table, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 8, 0, 0)
        foot.addWidget(self._foot, 1)
        foot.addWidget(self._seal)
        column.addLayout(foot)
        self._empty.setContentsMargins(24, 24, 24, 24)
        self._empty.setText(
            self.tr(
                "No shift is open yet. The log begins with the handover (F8): the officer who "
                "takes over opens the sheet, and every entry of F2 and F3 stands here from then on."
            )
        )
        for part in (paper, self._hits, self._empty):
            self._stack.addWidget(part)
        self.body.addWidget(self._stack, 1)
        self.head.set_middle(self._bar)
        # Whoever comes to the page works on the lines first.
        QWidget.setTabOrder(self._table, self._head.weather_field())

    def _connect(self) -> None:
        bar, search = self._bar, self._bar.search
        bar.stepped.connect(self._on_step)
        bar.day_chosen.connect(self._on_day)
        bar.chosen.connect(self._on_chosen)
        bar.machine_toggled.connect(self._on_machine)
        bar.print_asked.connect(self.print_shown)
        search.wanted.connect(self._on_search)
        search.left.connect(self._end_search)
        search.entered.connect(self._on_search_entered)
        search.down.connect(self._hits.take_focus)
        self._hits.chosen.connect(self._on_hit)
        self._head.weather_written.connect(self._on_weather)
        self._table.act_asked.connect(self.line_acts.do)
        for keys, slot in (("Alt+Left", bar.earlier), ("Alt+Right", bar.later)):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)

    @property
    def table(self) -> LogTable:
        """The ruled lines."""
        return self._table

    @Slot(object)
    def _on_read(self, read: tuple[int | None, LogSheet | None]) -> None:
        """Shows what was read, unless another shift has been asked for meanwhile."""
        shift_id, sheet = read
        if shift_id != self._shift_id:
            return
        other = sheet is None or self._sheet is None or sheet.shift.id != self._sheet.shift.id
        self._sheet = sheet
        if sheet is None:
            self._stack.setCurrentWidget(self._empty)
            return
        if self._stack.currentWidget() is self._empty:
            self._stack.setCurrentIndex(0)
        shift = sheet.shift
        self._bar.show_shift(
            self._words.shift_name(shift),
            self._words.state(shift),
            self._wording.today(shift.planned_from),
            before=sheet.previous_id is not None,
            after=sheet.following_id is not None,
        )
        self._head.show_shift(shift)
        self._seal.setText(self._words.seal(shift))
        self._show_lines(newest=other)

    def _show_lines(self, *, newest: bool = False) -> None:
        """Shows the lines of the choice; ``newest`` scrolls to the end of the sheet."""
        sheet = self._sheet
        if sheet is None:
            return
        machine = sum(made.line.entry.machine for made in sheet.lines)
        self._bar.show_choices(self._words.choices(sheet), machine)
        self._bar.choose(self._shown.value, machine=self._machine)
        self._foot.setText(self._words.foot(sheet, machine=self._machine))
        self._table.show_rows(
            rows_of(sheet.lines, self._wording, shown=self._shown, machine=self._machine)
        )
        if self._wanted_seq:
            self._select_wanted()
        elif newest:
            self._table.scroll_to_newest()

    def _select_wanted(self) -> None:
        """Selects the entry gone to; where the choice hides it, everything is shown."""
        seq, self._wanted_seq = self._wanted_seq, 0
        if not self._table.select(seq) and not (self._shown is Shown.ALL and self._machine):
            self._shown, self._machine = Shown.ALL, True
            self._wanted_seq = seq
            self._show_lines()
        self._table.setFocus()

    @Slot(int)
    def _on_step(self, step: int) -> None:
        sheet = self._sheet
        if sheet is None:
            return
        found = sheet.previous_id if step < 0 else sheet.following_id
        if found is not None:
            self._go_to(found)

    def _go_to(self, shift_id: int) -> None:
        self._shift_id = shift_id
        self._stack.setCurrentIndex(0)
        self.refresh()

    @Slot(object)
    def _on_day(self, day: date) -> None:
        self._tasks.submit(
            lambda: self._shifts.of_day(day).id, succeeded=self._go_to, failed=self._on_failed
        )

    @Slot(str)
    def _on_chosen(self, key: str) -> None:
        self._shown = Shown(key)
        self._show_lines()

    @Slot(bool)
    def _on_machine(self, shown: bool) -> None:  # noqa: FBT001 - a slot of Qt's signal
        if shown != self._machine:
            self._machine = shown
            self._show_lines()

    @Slot(str)
    def _on_search(self, words: str) -> None:
        if not words:
            self._stack.setCurrentIndex(0)
            return
        self._tasks.submit(
            lambda: (words, self._log.search(words, MOST)),
            succeeded=self._on_found,
            failed=self._on_failed,
        )

    @Slot(object)
    def _on_found(self, found: tuple[str, list[LogEntry]]) -> None:
        words, entries = found
        if words == self._bar.search.text().strip():
            self._hits.show_hits(words, entries)
            self._stack.setCurrentWidget(self._hits)

    @Slot()
    def _end_search(self) -> None:
        self._stack.setCurrentIndex(0)
        self._table.setFocus()

    @Slot()
    def _on_search_entered(self) -> None:
        if self._stack.currentWidget() is self._hits:
            self._hits.take_focus()

    @Slot(int)
    def _on_hit(self, seq: int) -> None:
        self.show_entry(seq)

    @Slot(object)
    def _on_place(self, place: EntryPlace) -> None:
        if place.shift_id is None:
            return
        self._wanted_seq = place.seq
        self._go_to(place.shift_id)

    @Slot(str)
    def _on_weather(self, text: str) -> None:
        sheet = self._sheet
        if sheet is not None:
            perform(
                self,
                lambda: self._shifts.set_weather(self._session.require(), sheet.shift.id, text),
                bus=self._bus,
            )

    @Slot(object)
    def _on_failed(self, error: SafetyDeskError) -> None:
        show_error(self, error)
