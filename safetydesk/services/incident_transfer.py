"""How an incident that is not within the office's competence goes to whom it belongs (art. 60)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from safetydesk.domain.access import Actor, Permission
from safetydesk.domain.errors import RuleViolation
from safetydesk.domain.incident import Flag, FlagRaised, Recipient, ReportKind, Waived
from safetydesk.domain.incident_entries import transfer_reason
from safetydesk.domain.report_series import ReportType
from safetydesk.services.incident_case import assessment_of
from safetydesk.services.incident_head import IncidentHead
from safetydesk.services.incident_writing import EntryOf, append_event, open_incident
from safetydesk.services.report_writing import Said, Sent, make_and_send

if TYPE_CHECKING:
    from safetydesk.domain.incident_record import Incident
    from safetydesk.domain.report import Report
    from safetydesk.services.transaction import Act, Outcome


@dataclass(frozen=True, kw_only=True)
class Transfer:
    """To which department an incident was passed, when (None: now), and who took it there."""

    unit: str
    words: str
    taken_by: str = ""
    means: str = ""
    at: datetime | None = None


class IncidentTransfers(IncidentHead):
    """Passing on what is not ours: at once, with a name, and what runs ends by a leader's word."""

    def transfer(
        self,
        actor: Actor,
        incident_id: int,
        made: Transfer,
        *,
        ending: Actor | None = None,
        entry: EntryOf = None,
    ) -> Outcome[Report]:
        """Passes an incident on; with ``ending`` what is still owed ends, in that leader's name.

        The duty to pass it on counts from the time of the transfer, or from the receipt where it
        is the same; reports that went out stay as they were, and graver news may ask for more.

        Raises:
            AccessDenied: ``ending`` is no leader.
            RuleViolation: no department, no words, a time in the future, or it is closed.
        """
        if not made.unit.strip():
            raise RuleViolation("report.no_recipient")
        with self._transactions.act(actor, Permission.REPORT_SEND) as act:
            incident = open_incident(act, incident_id)
            at = made.at or act.now
            flag = FlagRaised(time=at, known_at=at, name=Flag.NOT_OUR_COMPETENCE.value)
            append_event(act, incident_id, flag, source=made.unit.strip())
            report = make_and_send(
                act, ReportType.TRANSFER, _said(made, at), entry, incident_id=incident_id
            )
            if ending is not None:
                ending.must(Permission.OBLIGATION_WAIVE)
                self._end(act, incident, made, ending, at)
        return act.outcome(report)

    def _end(
        self, act: Act, incident: Incident, made: Transfer, leader: Actor, at: datetime
    ) -> None:
        """Excuses every rule that still asks for something but the transfer itself."""
        owed = assessment_of(act.uow, incident, act.now, self._packs).obligations
        rules = {
            item.rule
            for item in owed
            if item.status.open and item.report is not ReportKind.TRANSFER
        }
        zone = act.uow.office.facts().zoneinfo
        reason = transfer_reason(made.unit.strip(), at, act.now, zone)
        for rule in sorted(rules):
            event = Waived(time=act.now, known_at=act.now, rule=rule, reason=reason)
            append_event(act, incident.id, event, source=leader.name)


def _said(made: Transfer, at: datetime) -> Said:
    """The transfer as a report told in one act."""
    sent = Sent(
        made.unit,
        level=Recipient.COMPETENT_UNIT.value,
        means=made.means,
        at=at,
        confirmed_by=made.taken_by,
        confirmed_at=at if made.taken_by.strip() else None,
    )
    return Said((sent,), made.words)
