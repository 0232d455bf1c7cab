"""The pages of the navigation: their names, signs and how each is built when first shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from safetydesk.app.offered_pages import OfferedPages
from safetydesk.domain.access import Permission
from safetydesk.ui.main_window import PageEntry

if TYPE_CHECKING:
    from collections.abc import Callable

    from safetydesk.app.desk_window import Shell
    from safetydesk.app.windows import Windows
    from safetydesk.app.wiring import Desk
    from safetydesk.ui.desk_standing import DeskStanding
    from safetydesk.ui.page import Page
    from safetydesk.ui.pages.roster_basis import RosterBasis
    from safetydesk.ui.pages.roster_findings import RosterFindings
    from safetydesk.ui.session import Session

DESK, LOG, INCIDENTS, ROSTER, CONTACTS = "desk", "log", "incidents", "roster", "contacts"
WARNINGS, SETTINGS = "warnings", "settings"
_TITLES = {
    DESK: str(QT_TRANSLATE_NOOP("PageTable", "Desk")),
    LOG: str(QT_TRANSLATE_NOOP("PageTable", "Log")),
    INCIDENTS: str(QT_TRANSLATE_NOOP("PageTable", "Incidents")),
    ROSTER: str(QT_TRANSLATE_NOOP("PageTable", "Roster")),
    CONTACTS: str(QT_TRANSLATE_NOOP("PageTable", "Contacts")),
    WARNINGS: str(QT_TRANSLATE_NOOP("PageTable", "Warnings")),
    SETTINGS: str(QT_TRANSLATE_NOOP("PageTable", "Settings")),
}


class PageTable:
    """Builds the pages of one desk and joins what they ask for to the windows."""

    def __init__(
        self,
        shell: Shell,
        desk: Desk,
        session: Session,
        windows: Windows,
        standing: DeskStanding,
    ) -> None:
        self._standing = standing
        self._shell = shell
        self._desk = desk
        self._session = session
        self._windows = windows

    def fill(self) -> None:
        """Puts the entries into the navigation, each offered to those who may use it."""
        entries = self.entries()
        for entry in entries:
            self._shell.window.add_page(entry)
        OfferedPages(self._shell.window, self._session, entries)

    def entries(self) -> tuple[PageEntry, ...]:
        """The entries of the navigation, in its order."""
        return (
            _entry(DESK, "nav-desk", self._desk_page),
            _entry(LOG, "nav-log", self._log_page),
            _entry(INCIDENTS, "nav-incident", self._incidents_page),
            _entry(ROSTER, "nav-roster", self._roster_page),
            _entry(CONTACTS, "nav-contacts", self._contacts_page),
            _entry(WARNINGS, "nav-warning", self._windows.warnings.page),
            _entry(SETTINGS, "nav-settings", self._settings_page, Permission.OFFICE_EDIT),
        )

    def _desk_page(self) -> Page:
        from safetydesk.ui.pages.desk import DeskPage

        page = DeskPage(
            overview=self._desk.overview,
            bus=self._shell.bus,
            wording=self._shell.wording,
            tasks=self._shell.tasks,
        )
        page.command_asked.connect(self._windows.open)
        page.incident_asked.connect(self._windows.incidents.show)
        page.report_asked.connect(self._windows.incidents.tell_next)
        page.matter_asked.connect(self._windows.show_matter)
        page.entry_asked.connect(self._windows.show_entry)
        page.warning_asked.connect(self._windows.warnings.show_board)
        page.roster_asked.connect(self._show_roster)
        return page

    def _show_roster(self) -> None:
        """The page on which a roster is imported or generated."""
        self._shell.window.show_page("roster")

    def _log_page(self) -> Page:
        from safetydesk.ui.pages.log import LogPage

        page = LogPage(
            log=self._desk.log,
            calls=self._desk.calls,
            shifts=self._desk.shifts,
            office=self._desk.office(),
            drafts=self._desk.drafts,
            session=self._session,
            bus=self._shell.bus,
            wording=self._shell.wording,
            tasks=self._shell.tasks,
        )
        page.print_asked.connect(self._windows.sheets.print_log)
        page.incident_asked.connect(self._windows.incidents.from_entry)
        page.matter_asked.connect(self._windows.matter_from_entry)
        page.incident_opened.connect(self._windows.incidents.show)
        page.matter_opened.connect(self._windows.show_matter)
        return page

    def _incidents_page(self) -> Page:
        from safetydesk.ui.pages.incidents import IncidentsPage

        page = IncidentsPage(services=self._windows.incidents.services)
        page.incident_asked.connect(self._windows.incidents.show)
        page.new_asked.connect(self._windows.incidents.new)
        page.daily_asked.connect(self._windows.incidents.daily)
        return page

    def _roster_page(self) -> Page:
        from safetydesk.ui.pages.roster import RosterPage
        from safetydesk.ui.pages.roster_documents import RosterDocuments

        page = RosterPage(
            duty=self._desk.duty,
            cells=self._desk.duty_cells,
            export=self._desk.duty_export,
            statistics=self._desk.duty_statistics,
            people=self._desk.people,
            session=self._session,
            bus=self._shell.bus,
            clock=self._desk.clock,
            wording=self._shell.wording,
            tasks=self._shell.tasks,
        )
        page.print_asked.connect(self._windows.sheets.print_roster)
        page.draft_asked.connect(self._windows.draft_roster)
        self._windows.drafted.connect(page.acts.drafted)
        over = RosterDocuments(
            page,
            rosters=self._desk.rosters,
            swaps=self._desk.swaps,
            patterns=self._desk.patterns,
            people=self._desk.people,
            posts=lambda: tuple((post.id, post.label) for post in self._desk.office().posts),
            session=self._session,
            bus=self._shell.bus,
            clock=self._desk.clock,
            wording=self._shell.wording,
            cell=page.selected,
        )
        page.days_shown.connect(over.show_days)
        page.put_over(over)
        page.days_shown.connect(self._roster_findings(page).show_days)
        page.head.add_act(self._roster_basis(page))
        return page

    def _roster_basis(self, page: Page) -> RosterBasis:
        """The menu of what rosters are made and judged by."""
        from safetydesk.ui.pages.roster_basis import RosterBasis

        return RosterBasis(
            page,
            basis=self._desk.basis,
            people=self._desk.people,
            session=self._session,
            bus=self._shell.bus,
            clock=self._desk.clock,
            wording=self._shell.wording,
            tasks=self._shell.tasks,
        )

    def _roster_findings(self, page: Page) -> RosterFindings:
        """What the rules say of the days in view."""
        from safetydesk.ui.pages.roster_findings import RosterFindings

        return RosterFindings(
            page,
            findings=self._desk.basis.findings,
            suggestions=self._desk.basis.suggestions,
            session=self._session,
            bus=self._shell.bus,
            wording=self._shell.wording,
            tasks=self._shell.tasks,
        )

    def _contacts_page(self) -> Page:
        from safetydesk.ui.pages.contacts import ContactsPage

        page = ContactsPage(
            contacts=self._desk.contacts,
            session=self._session,
            bus=self._shell.bus,
            wording=self._shell.wording,
            tasks=self._shell.tasks,
        )
        page.call_asked.connect(self._windows.record_call_to)
        return page

    def _settings_page(self) -> Page:
        from safetydesk.app.settings_table import SettingsTable
        from safetydesk.ui.pages.settings import SettingsPage

        table = SettingsTable(self._shell, self._desk, self._session, self._standing)
        return SettingsPage(sections=table.entries(), bus=self._shell.bus)


def _entry(
    name: str, icon: str, build: Callable[[], Page], guard: Permission | None = None
) -> PageEntry:
    """An entry with its title in the language of the desk."""
    title = QCoreApplication.translate("PageTable", _TITLES[name])
    return PageEntry(name, title, icon, build, guard=guard)
