"""The windows and pages of incidents: a new one, its page, its reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from safetydesk.ui.incident_services import IncidentServices
from safetydesk.ui.one_window import show_once
from safetydesk.ui.perform import perform

if TYPE_CHECKING:
    from safetydesk.app.desk_window import Shell
    from safetydesk.app.sheet_windows import SheetWindows
    from safetydesk.app.wiring import Desk
    from safetydesk.services.calls import CallRecorded
    from safetydesk.ui.dialogs.new_incident import IncidentPrefill
    from safetydesk.ui.pages.composer import ComposerPage
    from safetydesk.ui.pages.incident import IncidentPage
    from safetydesk.ui.session import Session


class IncidentWindows(QObject):
    """Opens what concerns one incident; ``entry_asked`` carries a log entry that a page names."""

    entry_asked = Signal(int)

    def __init__(self, shell: Shell, desk: Desk, session: Session, sheets: SheetWindows) -> None:
        super().__init__(shell.window)
        self._shell = shell
        self._desk = desk
        self._sheets = sheets
        self._page: IncidentPage | None = None
        self._composer: ComposerPage | None = None
        self.services = IncidentServices(
            incidents=desk.incidents,
            register=desk.incidents,
            reports=desk.reports,
            report_checks=desk.report_checks,
            report_reviews=desk.report_reviews,
            phrases=desk.standing_phrases,
            prints=desk.prints,
            people=desk.people,
            duty=desk.duty,
            matters=desk.matters,
            daily=desk.daily_reports,
            drafts=desk.drafts,
            session=session,
            bus=shell.bus,
            clock=desk.clock,
            wording=shell.wording,
            tasks=shell.tasks,
        )

    @Slot()
    def new(self) -> None:
        """F4."""
        self._dialog(None)

    @Slot()
    def daily(self) -> None:
        """日报, 零报告: what comes next, in the composer."""
        session, daily = self.services.session, self._desk.daily_reports
        window, bus = self._shell.window, self._shell.bus
        begun = perform(window, lambda: daily.begin(session.require()), bus=bus)
        if begun is not None:
            self.compose(begun.value.id)

    @Slot(object)
    def from_call(self, recorded: CallRecorded) -> None:
        """A telephone record becomes an incident in one key."""
        from safetydesk.ui.dialogs.new_incident import IncidentPrefill

        draft = recorded.draft
        source = f"{draft.unit}{draft.title}{draft.name}".strip()
        self._dialog(
            IncidentPrefill(
                received_at=draft.rang_at or recorded.entry.event_at,
                source=source,
                words=draft.text,
                entry_seq=recorded.entry.seq,
            )
        )

    @Slot(int)
    def from_entry(self, seq: int) -> None:
        """A log entry becomes an incident."""
        from safetydesk.ui.dialogs.new_incident import IncidentPrefill

        line = self._desk.log.line(seq)
        self._dialog(
            IncidentPrefill(
                received_at=line.entry.event_at, words=line.text, entry_seq=line.entry.seq
            )
        )

    @Slot(int)
    def show(self, incident_id: int) -> None:
        """The page of one incident."""
        from safetydesk.ui.pages.incident import IncidentPage

        if self._page is None:
            self._page = IncidentPage(services=self.services)
            self._page.list_asked.connect(self._show_incidents)
            self._page.report_asked.connect(self.compose)
            self._page.entry_asked.connect(self.entry_asked)
            self._page.chronology_asked.connect(self._sheets.print_timeline)
        self._page.show_incident(incident_id)
        self._shell.window.show_alone(self._page)
        self._shell.window.navigation.mark("incidents")

    @Slot(int)
    def compose(self, report_id: int) -> None:
        """The composer of one report."""
        from safetydesk.ui.pages.composer import ComposerPage

        if self._composer is None:
            self._composer = ComposerPage(services=self.services)
            self._composer.incident_asked.connect(self._leave_composer)
            self._composer.print_asked.connect(self._sheets.print_report)
        self._composer.show_report(report_id)
        self._shell.window.show_alone(self._composer)
        self._shell.window.navigation.mark("incidents")

    @Slot(int)
    def tell_next(self, incident_id: int) -> None:
        """Opens the page and there the window for what is owed next."""
        self.show(incident_id)
        due = self._desk.incidents.view(incident_id).summary.next_due
        if self._page is not None and due is not None:
            self._page.dialogs.answer(due)

    def settle(self, incident_id: int, item: str) -> None:
        """Opens the page at the report that an alarm's item names, and what settles it."""
        self.show(incident_id)
        if self._page is not None:
            self._page.settle(item.split(":", 2)[-1])

    def _dialog(self, prefill: IncidentPrefill | None) -> None:
        """The window for a new incident; its page follows."""
        from safetydesk.ui.dialogs.new_incident import NewIncidentDialog

        dialog = NewIncidentDialog(self._shell.window, self.services, prefill)
        dialog.saved.connect(self._on_incident)
        show_once(dialog, dialog.draft_key)

    @Slot(object)
    def _on_incident(self, incident: object) -> None:
        """The page of the incident just opened."""
        self.show(int(getattr(incident, "id", 0)))

    @Slot(int)
    def _leave_composer(self, incident_id: int) -> None:
        """Back to the incident, or to the list where the report is about none."""
        if incident_id:
            self.show(incident_id)
        else:
            self._show_incidents()

    @Slot()
    def _show_incidents(self) -> None:
        """Back to the list."""
        self._shell.window.show_page("incidents")
