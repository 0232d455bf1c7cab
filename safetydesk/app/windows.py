"""The other windows of the desk: which one opens for what, with which services."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from safetydesk.domain.errors import RuleViolation
from safetydesk.ui.commands import Command
from safetydesk.ui.incident_services import IncidentServices
from safetydesk.ui.perform import show_error
from safetydesk.ui.sheet_orders import SheetOrders

if TYPE_CHECKING:
    from collections.abc import Callable

    from safetydesk.app.desk_window import Shell
    from safetydesk.app.wiring import Desk
    from safetydesk.domain.access import Actor
    from safetydesk.services.calls import CallRecorded
    from safetydesk.ui.call_target import CallTarget
    from safetydesk.ui.dialogs.new_incident import IncidentPrefill
    from safetydesk.ui.pages.incident import IncidentPage
    from safetydesk.ui.pages.roster import MonthAsked
    from safetydesk.ui.session import Session
    from safetydesk.ui.sheet_orders import SheetOrder

_INCIDENT, _MATTER, _HANDOVER, _ABSENT = "incident", "matter", "handover", "no_show"


class Windows(QObject):
    """Opens windows and pages on request; keeps none alive longer than it is shown."""

    def __init__(self, shell: Shell, desk: Desk, session: Session) -> None:
        super().__init__(shell.window)
        self._shell = shell
        self._desk = desk
        self._session = session
        self._incident_page: IncidentPage | None = None
        self._opened: dict[Command, Callable[[], object]] = {
            Command.PHONE_RECORD: self.record_call,
            Command.NEW_INCIDENT: self.new_incident,
            Command.FIND_PERSON: self.find_person,
            Command.SEARCH: self.find_person,
            Command.HANDOVER: self.hand_over,
            Command.PRINT_LOG: self.print_log,
            Command.LOCK: self.lock,
        }
        self.incident_services = IncidentServices(
            incidents=desk.incidents,
            register=desk.incidents,
            reports=desk.reports,
            prints=desk.prints,
            people=desk.people,
            drafts=desk.drafts,
            session=session,
            bus=shell.bus,
            clock=desk.clock,
            wording=shell.wording,
            tasks=shell.tasks,
        )

    def open(self, command: Command) -> bool:
        """Opens what a key stands for; whether there is such a window."""
        opener = self._opened.get(command)
        if opener is None:
            return False
        opener()
        return True

    def sign_in(self, person_id: int | None = None) -> None:
        """Asks who holds the desk; the primary officer on duty is offered."""
        from safetydesk.ui.dialogs.sign_in import SignInDialog

        if person_id is None:
            primary = [v.person_id for v in self._desk.duty.who() if v.post == "primary"]
            person_id = primary[0] if primary else None
        dialog = SignInDialog(
            self._shell.window,
            people=self._desk.people,
            session=self._session,
            bus=self._shell.bus,
            first=person_id,
        )
        dialog.open()

    def lock(self) -> None:
        """Nobody holds the desk until somebody signs in again; alarms go on."""
        self._session.sign_out()
        self.sign_in()

    @Slot()
    def record_call(self) -> None:
        """F3."""
        self._call_window(None)

    @Slot(object)
    def record_call_to(self, target: CallTarget) -> None:
        """A call to somebody of the directory."""
        self._call_window(target)

    @Slot()
    def new_incident(self) -> None:
        """F4."""
        self._incident_dialog(None)

    @Slot(object)
    def incident_from_call(self, recorded: CallRecorded) -> None:
        """A telephone record becomes an incident in one key."""
        from safetydesk.ui.dialogs.new_incident import IncidentPrefill

        draft = recorded.draft
        source = f"{draft.unit}{draft.title}{draft.name}".strip()
        self._incident_dialog(
            IncidentPrefill(
                received_at=draft.rang_at or recorded.entry.event_at,
                source=source,
                words=draft.text,
                entry_seq=recorded.entry.seq,
            )
        )

    @Slot(int)
    def incident_from_entry(self, seq: int) -> None:
        """A log entry becomes an incident."""
        from safetydesk.ui.dialogs.new_incident import IncidentPrefill

        line = self._desk.log.line(seq)
        self._incident_dialog(
            IncidentPrefill(
                received_at=line.entry.event_at, words=line.text, entry_seq=line.entry.seq
            )
        )

    @Slot(int)
    def show_incident(self, incident_id: int) -> None:
        """The page of one incident."""
        from safetydesk.ui.pages.incident import IncidentPage

        if self._incident_page is None:
            self._incident_page = IncidentPage(services=self.incident_services)
            self._incident_page.list_asked.connect(self._show_incidents)
            self._incident_page.report_asked.connect(self.compose)
            self._incident_page.entry_asked.connect(self.show_entry)
        self._incident_page.show_incident(incident_id)
        self._shell.window.show_alone(self._incident_page)
        self._shell.window.navigation.mark("incidents")

    @Slot(int)
    def compose(self, report_id: int) -> None:
        """The composer of one report."""
        from safetydesk.ui.pages.composer import ComposerPage

        page = ComposerPage(services=self.incident_services)
        page.incident_asked.connect(self.show_incident)
        page.print_asked.connect(self.print_report)
        page.show_report(report_id)
        self._shell.window.show_alone(page)
        self._shell.window.navigation.mark("incidents")

    @Slot(int)
    def tell_next(self, incident_id: int) -> None:
        """Records what is owed next as told."""
        from safetydesk.ui.dialogs.phone_report import PhoneReportDialog

        view = self._desk.incidents.view(incident_id)
        PhoneReportDialog(self._shell.window, self.incident_services, view).open()

    @Slot(int)
    def show_matter(self, matter_id: int) -> None:
        """One matter with its steps."""
        from safetydesk.ui.dialogs.matter import MatterDialog

        MatterDialog(
            self._shell.window,
            matter_id=matter_id,
            matters=self._desk.matters,
            session=self._session,
            bus=self._shell.bus,
            clock=self._desk.clock,
            wording=self._shell.wording,
            drafts=self._desk.drafts,
        ).open()

    @Slot(int)
    def matter_from_entry(self, seq: int) -> None:
        """A log entry becomes a matter."""
        from safetydesk.ui.dialogs.new_matter import MatterSource, NewMatterDialog

        line = self._desk.log.line(seq)
        incidents = tuple(
            (view.id, f"{view.number} {view.title}")
            for view in self._desk.incidents.open_incidents()
        )
        NewMatterDialog(
            self._shell.window,
            matters=self._desk.matters,
            session=self._session,
            bus=self._shell.bus,
            clock=self._desk.clock,
            wording=self._shell.wording,
            drafts=self._desk.drafts,
            source=MatterSource(seq, line.text, line.entry.incident_id),
            incidents=incidents,
        ).open()

    @Slot()
    def find_person(self) -> None:
        """F6: the directory, the cursor in its search line."""
        self._shell.window.show_page("contacts").focus_filter()

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
        window.print_asked.connect(self.print_handover)
        window.signed.connect(self._session.sign_in)
        window.place_left_of(self._shell.window, self._shell.window.alarms)
        window.show()

    def print_log(self, shift_id: int | None = None) -> None:
        """F9: the sheet of a shift, by default the open one."""
        self._preview(lambda actor: self._orders().shift_log(actor, shift_id))

    @Slot(int)
    def print_handover(self, handover_id: int) -> None:
        """The record of a handover."""
        self._preview(lambda actor: self._orders().handover(actor, handover_id))

    @Slot(int)
    def print_report(self, report_id: int) -> None:
        """A report on paper."""
        self._preview(lambda actor: self._orders().report(actor, report_id))

    @Slot(object)
    def print_roster(self, asked: MonthAsked) -> None:
        """A month of the roster."""
        self._preview(lambda actor: self._orders().roster(actor, asked.year, asked.month))

    @Slot()
    def presence(self) -> None:
        """Arrivals and departures."""
        from safetydesk.ui.dialogs.presence import PresenceDialog

        PresenceDialog(
            self._shell.window,
            duty=self._desk.duty,
            shifts=self._desk.shifts,
            people=self._desk.people,
            session=self._session,
            bus=self._shell.bus,
            clock=self._desk.clock,
            wording=self._shell.wording,
        ).open()

    def answer_alarm(self, key: str) -> None:
        """Opens what an alarm is about; the fact recorded there ends it."""
        kind, _, rest = key.partition(":")
        number = rest.partition(":")[0]
        if kind == _INCIDENT and number.isdigit():
            self.show_incident(int(number))
        elif kind == _MATTER and number.isdigit():
            self.show_matter(int(number))
        elif kind == _HANDOVER:
            self.hand_over()
        elif kind == _ABSENT:
            self.presence()

    def _incident_dialog(self, prefill: IncidentPrefill | None) -> None:
        """The window for a new incident; its page follows."""
        from safetydesk.ui.dialogs.new_incident import NewIncidentDialog

        dialog = NewIncidentDialog(self._shell.window, self.incident_services, prefill)
        dialog.saved.connect(self._on_incident)
        dialog.open()

    @Slot(object)
    def _on_incident(self, incident: object) -> None:
        """The page of the incident just opened."""
        self.show_incident(int(getattr(incident, "id", 0)))

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
        window.incident_asked.connect(self.incident_from_call)
        window.place_left_of(self._shell.window, self._shell.window.alarms)
        window.show()

    def _orders(self) -> SheetOrders:
        """How sheets are made."""
        return SheetOrders(self._desk.prints)

    def _preview(self, order: Callable[[Actor], SheetOrder]) -> None:
        """A sheet in a window of its own; printing is audited, so somebody must hold the desk."""
        from safetydesk.ui.dialogs.sheet_preview import SheetPreview

        actor = self._session.actor
        if actor is None:
            show_error(self._shell.window, RuleViolation("session.nobody"))
            return
        preview = SheetPreview(
            self._shell.window,
            order=order(actor),
            bus=self._shell.bus,
            tasks=self._shell.tasks,
        )
        preview.show()

    @Slot()
    def _show_incidents(self) -> None:
        """Back to the list."""
        self._shell.window.show_page("incidents")
