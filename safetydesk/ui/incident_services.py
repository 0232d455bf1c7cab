"""Everything that pages and dialogs about incidents work with, in one parcel."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from safetydesk.domain.clock import Clock
    from safetydesk.services.daily_reports import DailyReports
    from safetydesk.services.drafts import DraftService
    from safetydesk.services.duty import DutyService
    from safetydesk.services.incident_register import IncidentRegister
    from safetydesk.services.incidents import IncidentService
    from safetydesk.services.matters import MatterService
    from safetydesk.services.people import PeopleService
    from safetydesk.services.printing import PrintService
    from safetydesk.services.report_checking import ReportChecks
    from safetydesk.services.report_reviews import ReportReviews
    from safetydesk.services.reports import ReportService
    from safetydesk.services.standing_phrases import StandingPhrases
    from safetydesk.services.views_matters import MatterView
    from safetydesk.ui.bus import Bus
    from safetydesk.ui.session import Session
    from safetydesk.ui.tasks import Runs
    from safetydesk.ui.wording import Wording

LEADER_POST = "leader"


@dataclass(frozen=True, kw_only=True)
class IncidentServices:
    """The services and the surroundings of incident screens."""

    incidents: IncidentService
    register: IncidentRegister
    reports: ReportService
    report_checks: ReportChecks
    report_reviews: ReportReviews
    phrases: StandingPhrases
    prints: PrintService
    people: PeopleService
    drafts: DraftService
    session: Session
    bus: Bus
    clock: Clock
    wording: Wording
    tasks: Runs
    duty: DutyService | None = None
    matters: MatterService | None = None
    daily: DailyReports | None = None

    def leader_on_duty(self) -> str:
        """The name of the duty leader of this hour; empty where nobody knows."""
        if self.duty is None:
            return ""
        return next((view.name for view in self.duty.who() if view.post == LEADER_POST), "")

    def open_matters(self, incident_id: int) -> list[MatterView]:
        """Open instructions, orders and questions: those of the incident, then those of none."""
        found = self.matters.open_matters() if self.matters is not None else []
        near = [matter for matter in found if matter.incident_id in {incident_id, None}]
        return sorted(near, key=lambda matter: matter.incident_id is None)
