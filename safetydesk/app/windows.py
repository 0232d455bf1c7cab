"""The other windows of the desk: which one opens for what, with which services."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from safetydesk.app.incident_windows import IncidentWindows
from safetydesk.app.people_windows import PeopleWindows
from safetydesk.app.reminder_windows import ReminderWindows
from safetydesk.app.sheet_windows import SheetWindows
from safetydesk.app.warning_windows import WarningWindows
from safetydesk.ui.commands import Command
from safetydesk.ui.one_window import raised, show_once

if TYPE_CHECKING:
    from collections.abc import Callable

    from safetydesk.app.desk_window import Shell
    from safetydesk.app.palette import PaletteWindow
    from safetydesk.app.wiring import Desk
    from safetydesk.services.views_frame import OnDuty
    from safetydesk.ui.call_target import CallTarget
    from safetydesk.ui.pages.roster import RosterAsked
    from safetydesk.ui.session import Session

_INCIDENT, _MATTER = "incident", "matter"
_OF_WARNINGS = frozenset({"warning", "calling"})


class Windows(QObject):
    """Opens windows and pages on request; keeps none alive longer than it is shown.

    ``drafted`` carries the title of a roster that was drafted and written into the plan.
    """

    drafted = Signal(object)

    def __init__(self, shell: Shell, desk: Desk, session: Session) -> None:
        super().__init__(shell.window)
        self._shell = shell
        self._desk = desk
        self._session = session
        self._palette: PaletteWindow | None = None
        self.people = PeopleWindows(shell, desk, session)
        self.reminders = ReminderWindows(shell, desk, session)
        self.sheets = SheetWindows(shell, desk, session)
        self.incidents = IncidentWindows(shell, desk, session, self.sheets)
        self.incidents.entry_asked.connect(self.show_entry)
        self.warnings = WarningWindows(shell, desk, self.incidents.services, self.sheets)
        self._answers: dict[str, Callable[[], object]] = {
            "handover": self.hand_over,
            "no_show": self.people.presence,
            "daily": self.incidents.daily,
            "filing": partial(shell.window.show_page, "roster"),
            "swap": partial(shell.window.show_page, "roster"),
            "unmanned": partial(shell.window.show_page, "roster"),
            "contacts": self.verify_contacts,
        }
        self._opened: dict[Command, Callable[[], object]] = {
            Command.PHONE_RECORD: self.record_call,
            Command.NEW_INCIDENT: self.incidents.new,
            Command.FIND_PERSON: self.find_person,
            Command.CALL_BOARD: self.warnings.call_board,
            Command.SEARCH: self.search,
            Command.HANDOVER: self.hand_over,
            Command.OWN_NOTES: self.reminders.own_notes,
            Command.PRINT_LOG: self.sheets.print_log,
            Command.LOCK: self.people.lock,
            Command.HELP: self.help,
            Command.KEYS: self.help,
        }

    def open(self, command: Command) -> bool:
        """Opens what a key stands for; whether there is such a window."""
        opener = self._opened.get(command)
        if opener is None:
            return False
        opener()
        return True

    @Slot()
    def help(self) -> None:
        """F1 and ?: the page in front, and the keys."""
        from safetydesk.ui.dialogs.page_help import PageHelp

        page = self._shell.window.current_page
        about, terms = (page.help_text(), page.help_terms()) if page else ("", ())
        show_once(PageHelp(self._shell.window, about=about, terms=terms), "help")

    @Slot()
    def record_call(self) -> None:
        """F3."""
        self._call_window(None)

    @Slot(object)
    def record_call_to(self, target: CallTarget) -> None:
        """A call to somebody of the directory."""
        self._call_window(target)

    @Slot(int)
    def show_matter(self, matter_id: int) -> None:
        """One matter with its steps."""
        from safetydesk.ui.dialogs.matter import MatterDialog

        dialog = MatterDialog(
            self._shell.window,
            matter_id=matter_id,
            matters=self._desk.matters,
            session=self._session,
            bus=self._shell.bus,
            clock=self._desk.clock,
            wording=self._shell.wording,
            drafts=self._desk.drafts,
        )
        show_once(dialog, f"matter:{matter_id}")

    @Slot(int)
    def matter_from_entry(self, seq: int) -> None:
        """A log entry becomes a matter."""
        from safetydesk.ui.dialogs.new_matter import MatterSource, NewMatterDialog

        line = self._desk.log.line(seq)
        incidents = tuple(
            (view.id, f"{view.number} {view.title}")
            for view in self._desk.incidents.open_incidents()
        )
        dialog = NewMatterDialog(
            self._shell.window,
            matters=self._desk.matters,
            session=self._session,
            bus=self._shell.bus,
            clock=self._desk.clock,
            wording=self._shell.wording,
            drafts=self._desk.drafts,
            source=MatterSource(seq, line.text, line.entry.incident_id),
            incidents=incidents,
        )
        show_once(dialog, f"matter:from:{seq}")

    @Slot()
    def find_person(self) -> None:
        """F6: the directory, the cursor in its search line."""
        self._shell.window.show_page("contacts").focus_filter()

    @Slot()
    def search(self) -> None:
        """Ctrl+K: everything."""
        from safetydesk.app.palette import PaletteWindow

        if self._palette is None:
            self._palette = PaletteWindow(self._shell, self._desk, self)
        self._palette.open()

    @Slot(object)
    def find_on_duty(self, person: OnDuty) -> None:
        """Somebody of the header: the directory at the name."""
        self.find_contact(person.name)

    def find_contact(self, name: str) -> None:
        """The directory at a name."""
        from safetydesk.ui.pages.contacts import ContactsPage

        page = self._shell.window.show_page("contacts")
        if isinstance(page, ContactsPage):
            page.look_for(name)

    @Slot()
    def verify_contacts(self) -> None:
        """The directory, cut down to the numbers that are to be tried."""
        from safetydesk.ui.pages.contacts import ContactsPage

        page = self._shell.window.show_page("contacts")
        if isinstance(page, ContactsPage):
            page.show_to_verify()

    @Slot(int)
    def show_entry(self, seq: int) -> None:
        """The log page at one entry."""
        from safetydesk.ui.pages.log import LogPage

        page = self._shell.window.show_page("log")
        if isinstance(page, LogPage):
            page.show_entry(seq)

    @Slot()
    def hand_over(self) -> None:
        """F8."""
        if raised("handover"):
            return
        from safetydesk.ui.dialogs.handover import HandoverWindow
        from safetydesk.ui.dialogs.handover_acts import HandoverServices

        window = HandoverWindow(
            self._shell.window,
            services=HandoverServices(
                handovers=self._desk.handover,
                signing=self._desk.signing,
                reading=self._desk.handover_reading,
                shifts=self._desk.shifts,
                drafts=self._desk.drafts,
            ),
            session=self._session,
            bus=self._shell.bus,
            clock=self._desk.clock,
            wording=self._shell.wording,
        )
        window.print_asked.connect(self.sheets.print_handover)
        window.signed.connect(self._session.sign_in)
        window.place_left_of(self._shell.window, self._shell.window.alarms)
        show_once(window, "handover")

    @Slot(object)
    def draft_roster(self, asked: RosterAsked) -> None:
        """Drafts a roster, the month in view first."""
        from safetydesk.ui.dialogs.roster_draft import RosterDraftDialog

        dialog = RosterDraftDialog(
            self._shell.window,
            drafting=self._desk.drafting,
            session=self._session,
            bus=self._shell.bus,
            tasks=self._shell.tasks,
            wording=self._shell.wording,
            today=self._shell.wording.today(self._desk.clock.now()),
            month=asked.day,
        )
        dialog.applied.connect(self.drafted)
        dialog.show()

    def answer_alarm(self, key: str) -> None:
        """Opens what an alarm is about; the fact recorded there ends it."""
        kind, _, rest = key.partition(":")
        number = rest.partition(":")[0]
        if kind == _INCIDENT and number.isdigit():
            self.incidents.settle(int(number), key)
        elif kind == _MATTER and number.isdigit():
            self.show_matter(int(number))
        elif kind in _OF_WARNINGS:
            self.warnings.settle(key)
        elif kind in self._answers:
            self._answers[kind]()

    def _call_window(self, target: CallTarget | None) -> None:
        """The telephone record, beside the alarm list."""
        from safetydesk.ui.dialogs.call_record import CallRecordWindow

        window = CallRecordWindow(
            self._shell.window,
            calls=self._desk.calls,
            contacts=self._desk.contacts,
            session=self._session,
            bus=self._shell.bus,
            clock=self._desk.clock,
            wording=self._shell.wording,
            drafts=self._desk.drafts,
            target=target,
        )
        window.incident_asked.connect(self.incidents.from_call)
        window.place_left_of(self._shell.window, self._shell.window.alarms)
        window.show()
