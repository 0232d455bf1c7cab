"""The composition root: the only place that builds services and adapters."""

from __future__ import annotations

import logging
import secrets
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from safetydesk.channels import late
from safetydesk.services.callings import CallingService
from safetydesk.services.calls import CallService
from safetydesk.services.contacts import ContactService
from safetydesk.services.daily_reports import DailyReports
from safetydesk.services.drafts import DraftService
from safetydesk.services.duty import DutyService
from safetydesk.services.duty_basis import DutyBasis, duty_basis
from safetydesk.services.duty_cells import DutyCells
from safetydesk.services.duty_export import DutyExport
from safetydesk.services.duty_patterns import DutyPatternService
from safetydesk.services.duty_state import OfficeDutyState
from safetydesk.services.duty_statistics import DutyStatistics
from safetydesk.services.escalation import EscalationService
from safetydesk.services.handover import HandoverService
from safetydesk.services.handover_reading import HandoverReading
from safetydesk.services.handover_signing import HandoverSigning
from safetydesk.services.heartbeats import HeartbeatService
from safetydesk.services.incidents import IncidentService
from safetydesk.services.log import LogService
from safetydesk.services.matters import MatterService
from safetydesk.services.open_incidents import OpenIncidents
from safetydesk.services.open_matters import OpenMatters
from safetydesk.services.open_notes import OpenNotes
from safetydesk.services.open_warnings import OpenWarnings
from safetydesk.services.outside_notices import OutsideNotices
from safetydesk.services.overview import OverviewService
from safetydesk.services.people import PeopleService
from safetydesk.services.printing import PrintService
from safetydesk.services.reminder_writing import represent
from safetydesk.services.reminders import ReminderService
from safetydesk.services.report_checking import ReportChecks
from safetydesk.services.report_reviews import ReportReviews
from safetydesk.services.report_templates import ReportTemplates
from safetydesk.services.reports import ReportService
from safetydesk.services.roster_drafting import RosterDraftingService
from safetydesk.services.roster_states import RosterStateService
from safetydesk.services.routines import RoutineService
from safetydesk.services.rule_book import RuleBookService
from safetydesk.services.shifts import ShiftService
from safetydesk.services.standing_phrases import StandingPhrases
from safetydesk.services.swaps import SwapService
from safetydesk.services.told_once import ToldOnce
from safetydesk.services.transaction import Transactions
from safetydesk.services.warnings import WarningService
from safetydesk.storage.drafts import DraftStore

if TYPE_CHECKING:
    from safetydesk.domain.clock import Clock
    from safetydesk.domain.people import OfficeFacts
    from safetydesk.storage.database import Database

DESK_NAME = "第一席"
_frame_log = logging.getLogger("safetydesk.frame")


@dataclass(frozen=True)
class Desk:
    """Everything one desk works with. Pages get the services they use, never the whole desk."""

    clock: Clock
    database: Database
    transactions: Transactions
    drafts: DraftService
    people: PeopleService
    log: LogService
    calls: CallService
    basis: DutyBasis
    duty: DutyService
    shifts: ShiftService
    contacts: ContactService
    incidents: IncidentService
    reports: ReportService
    matters: MatterService
    reminders: ReminderService
    escalation: EscalationService
    notices: OutsideNotices
    routines: RoutineService
    heartbeats: HeartbeatService
    handover: HandoverService
    handover_reading: HandoverReading
    signing: HandoverSigning
    overview: OverviewService
    prints: PrintService
    unreadable: ToldOnce = field(default_factory=lambda: ToldOnce(_frame_log))

    @property
    def report_checks(self) -> ReportChecks:
        """What the words of reports are compared with."""
        return ReportChecks(self.transactions)

    @property
    def rules(self) -> RuleBookService:
        """The rule packs as they are in force."""
        return RuleBookService(self.transactions)

    @property
    def daily_reports(self) -> DailyReports:
        """What the next daily or nil report would say."""
        return DailyReports(self.transactions)

    @property
    def report_reviews(self) -> ReportReviews:
        """Who reads reports before they are signed."""
        return ReportReviews(self.transactions, self.people)

    @property
    def standing_phrases(self) -> StandingPhrases:
        """The standing phrases of reports."""
        return StandingPhrases(self.transactions)

    @property
    def report_templates(self) -> ReportTemplates:
        """The office's report templates."""
        return ReportTemplates(self.transactions)

    @property
    def warnings(self) -> WarningService:
        """Warnings received."""
        return WarningService(self.transactions)

    @property
    def callings(self) -> CallingService:
        """Call lists of warnings."""
        return CallingService(self.transactions)

    @property
    def swaps(self) -> SwapService:
        """Swaps and substitutions."""
        return SwapService(self.transactions)

    @property
    def rosters(self) -> RosterStateService:
        """Rosters as documents: published, filed, compared."""
        return RosterStateService(self.transactions)

    @property
    def patterns(self) -> DutyPatternService:
        """Shift patterns."""
        return DutyPatternService(self.transactions)

    @property
    def drafting(self) -> RosterDraftingService:
        """Fair drafts of rosters."""
        return RosterDraftingService(self.transactions, self.duty)

    @property
    def duty_cells(self) -> DutyCells:
        """Cells of a roster, edited one by one."""
        return DutyCells(self.transactions)

    @property
    def duty_export(self) -> DutyExport:
        """Rosters as files."""
        return DutyExport(self.transactions)

    @property
    def duty_statistics(self) -> DutyStatistics:
        """Who served how much."""
        return DutyStatistics(self.transactions)

    def office(self) -> OfficeFacts:
        """Whose desk this is, as it stands now."""
        with self.transactions.read() as uow:
            return uow.office.facts()


def build(
    database: Database,
    clock: Clock,
    *,
    desk_name: str = DESK_NAME,
    drafts: DraftStore | None = None,
) -> Desk:
    """A desk over an open, migrated database; without ``drafts`` nothing typed is kept."""
    transactions = Transactions(database, clock)
    people = PeopleService(transactions, desk=desk_name)
    incidents = IncidentService(transactions)
    matters = MatterService(transactions)
    sources = (OpenIncidents(), OpenWarnings(), OpenMatters(), OpenNotes())
    handover = HandoverService(transactions, people, sources=sources)
    return Desk(
        clock=clock,
        database=database,
        transactions=transactions,
        drafts=DraftService(drafts or forgetful_drafts(), clock),
        people=people,
        log=LogService(transactions),
        calls=CallService(transactions),
        basis=duty_basis(transactions),
        duty=DutyService(transactions),
        shifts=ShiftService(transactions),
        contacts=ContactService(transactions),
        incidents=incidents,
        reports=ReportService(transactions, people),
        matters=matters,
        reminders=ReminderService(transactions, OfficeDutyState(), desk=desk_name, remembers=True),
        escalation=EscalationService(transactions),
        notices=OutsideNotices(transactions, late.send, late.check_address, desk=desk_name),
        routines=RoutineService(transactions),
        heartbeats=HeartbeatService(transactions, desk=desk_name),
        handover=handover,
        handover_reading=HandoverReading(transactions, handover),
        signing=HandoverSigning(transactions, people, sources=sources, represent=represent),
        overview=OverviewService(transactions, incidents, matters),
        prints=PrintService(transactions, sources=sources),
    )


def forgetful_drafts() -> DraftStore:
    """Drafts in memory only."""
    return DraftStore(Path(":memory:"), secrets.token_bytes(32))
