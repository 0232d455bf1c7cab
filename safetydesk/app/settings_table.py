"""The sections of the settings: one line each in ``entries``, and how each is built."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from safetydesk.domain.changes import Topic
from safetydesk.domain.reminder import Contact
from safetydesk.services.duty_state import LEADER
from safetydesk.ui.pages.settings import SectionEntry

if TYPE_CHECKING:
    from safetydesk.app.desk_window import Shell
    from safetydesk.app.wiring import Desk
    from safetydesk.ui.desk_standing import DeskStanding
    from safetydesk.ui.pages.settings import SettingsSection
    from safetydesk.ui.session import Session

_REPORTS = frozenset({Topic.OFFICE, Topic.REPORTS})
_REMINDERS = frozenset({Topic.OFFICE, Topic.REMINDERS})
_TRAIL = frozenset({Topic.OFFICE, Topic.PEOPLE})
_CONTACTS = frozenset({Topic.OFFICE, Topic.CONTACTS})
_SOUND = frozenset({Topic.REMINDERS, Topic.LOG})


class SettingsTable:
    """Builds the sections of one desk."""

    def __init__(self, shell: Shell, desk: Desk, session: Session, standing: DeskStanding) -> None:
        self._shell, self._desk, self._session = shell, desk, session
        self._standing = standing

    def entries(self) -> tuple[SectionEntry, ...]:
        """The sections in their order: name, title, how it is built, what makes it read again."""
        return (
            SectionEntry(
                "escalation",
                QCoreApplication.translate("SettingsTable", "Alarms and escalation"),
                self._escalation,
            ),
            SectionEntry(
                "notices",
                QCoreApplication.translate("SettingsTable", "Notices outside"),
                self._notices,
                _REMINDERS,
            ),
            SectionEntry(
                "routines",
                QCoreApplication.translate("SettingsTable", "Routines"),
                self._routines,
                _REMINDERS,
            ),
            *self._about_contacts(),
            *self._about_reports(),
            SectionEntry(
                "sound",
                QCoreApplication.translate("SettingsTable", "Sound"),
                self._sound,
                _SOUND,
            ),
            SectionEntry(
                "board",
                QCoreApplication.translate("SettingsTable", "Wallboard"),
                self._wallboard,
            ),
            SectionEntry(
                "starting",
                QCoreApplication.translate("SettingsTable", "Start and watch"),
                self._starting,
            ),
            *self._about_data(),
        )

    def _about_data(self) -> tuple[SectionEntry, ...]:
        """What keeps the data readable, and who changed it."""
        return (
            SectionEntry(
                "recovery",
                QCoreApplication.translate("SettingsTable", "Recovery key"),
                self._recovery,
            ),
            SectionEntry(
                "audit",
                QCoreApplication.translate("SettingsTable", "Changes"),
                self._audit,
                _TRAIL,
            ),
        )

    def _about_contacts(self) -> tuple[SectionEntry, ...]:
        """What holds for telephone numbers."""
        title = QCoreApplication.translate("SettingsTable", "Contacts")
        return (SectionEntry("contacts", title, self._contacts, _CONTACTS),)

    def _about_reports(self) -> tuple[SectionEntry, ...]:
        """How reports are worded and reviewed, and which are owed."""
        return (
            SectionEntry(
                "reports",
                QCoreApplication.translate("SettingsTable", "Reports"),
                self._reports,
                _REPORTS,
            ),
            SectionEntry(
                "rules",
                QCoreApplication.translate("SettingsTable", "Rule packs"),
                self._rules,
            ),
            SectionEntry(
                "competence",
                QCoreApplication.translate("SettingsTable", "Competent departments"),
                self._competence,
            ),
        )

    def _reports(self) -> SettingsSection:
        from safetydesk.ui.pages.settings_reports import ReportsSection

        return ReportsSection(
            templates=self._desk.report_templates,
            phrases=self._desk.standing_phrases,
            reviews=self._desk.report_reviews,
            session=self._session,
            bus=self._shell.bus,
            clock=self._desk.clock,
            wording=self._shell.wording,
        )

    def _recovery(self) -> SettingsSection:
        from safetydesk.services.recovery import RecoveryService
        from safetydesk.ui.pages.settings_recovery import RecoverySection

        return RecoverySection(
            recovery=RecoveryService(self._desk.transactions, self._desk.people),
            session=self._session,
            bus=self._shell.bus,
            wording=self._shell.wording,
        )

    def _rules(self) -> SettingsSection:
        from safetydesk.services.office_place import OfficePlaceService
        from safetydesk.services.own_packs import OwnPackService
        from safetydesk.ui.pages.settings_rules import RulesSection

        return RulesSection(
            rules=self._desk.rules,
            own=OwnPackService(self._desk.transactions),
            place=OfficePlaceService(self._desk.transactions),
            session=self._session,
            bus=self._shell.bus,
            wording=self._shell.wording,
        )

    def _competence(self) -> SettingsSection:
        from safetydesk.services.competence_book import CompetenceService
        from safetydesk.ui.pages.settings_competence import CompetenceSection

        return CompetenceSection(
            matrix=CompetenceService(self._desk.transactions),
            session=self._session,
            bus=self._shell.bus,
            wording=self._shell.wording,
        )

    def _escalation(self) -> SettingsSection:
        from safetydesk.ui.pages.settings_escalation import EscalationSection

        return EscalationSection(
            escalation=self._desk.escalation,
            notices=self._desk.notices,
            leader=self._leader,
            session=self._session,
            bus=self._shell.bus,
            wording=self._shell.wording,
        )

    def _leader(self) -> Contact | None:
        """The duty leader of this instant."""
        on_post = self._desk.duty.on_post(self._desk.clock.now())
        return next((Contact(v.name, v.mobile) for v in on_post if v.post == LEADER), None)

    def _notices(self) -> SettingsSection:
        from safetydesk.services.notice_record import NoticeRecord
        from safetydesk.ui.pages.settings_notices import NoticesSection

        return NoticesSection(
            notices=self._desk.notices,
            record=NoticeRecord(self._desk.transactions),
            session=self._session,
            bus=self._shell.bus,
            clock=self._desk.clock,
            wording=self._shell.wording,
            tasks=self._shell.tasks,
        )

    def _routines(self) -> SettingsSection:
        from safetydesk.ui.pages.settings_routines import RoutinesSection

        return RoutinesSection(
            routines=self._desk.routines,
            session=self._session,
            bus=self._shell.bus,
            clock=self._desk.clock,
            wording=self._shell.wording,
        )

    def _contacts(self) -> SettingsSection:
        from safetydesk.ui.pages.settings_contacts import ContactsSection

        return ContactsSection(
            contacts=self._desk.contacts, session=self._session, bus=self._shell.bus
        )

    def _sound(self) -> SettingsSection:
        from safetydesk.ui.pages.settings_sound import SoundSection

        return SoundSection(
            standing=self._standing,
            reminders=self._desk.reminders,
            log=self._desk.log,
            session=self._session,
            bus=self._shell.bus,
            clock=self._desk.clock,
            wording=self._shell.wording,
        )

    def _wallboard(self) -> SettingsSection:
        from safetydesk.ui.pages.settings_board import BoardSection

        return BoardSection(self._standing)

    def _starting(self) -> SettingsSection:
        from safetydesk.ui.pages.settings_starting import StartingSection

        return StartingSection(self._standing)

    def _audit(self) -> SettingsSection:
        from safetydesk.services.audit_trail import AuditTrail
        from safetydesk.ui.pages.settings_audit import AuditSection

        return AuditSection(
            trail=AuditTrail(self._desk.transactions),
            session=self._session,
            tasks=self._shell.tasks,
            clock=self._desk.clock,
            wording=self._shell.wording,
        )
