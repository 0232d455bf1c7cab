"""The head of an incident: its title and kind, and whether it is open; what ends needs a leader."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from safetydesk.domain.access import Actor, Permission
from safetydesk.domain.changes import Topic
from safetydesk.domain.errors import RuleViolation
from safetydesk.domain.report_series import ReportType
from safetydesk.services.incident_case import assessment_of
from safetydesk.services.incident_register import IncidentRegister
from safetydesk.services.incident_writing import EntryOf, open_incident, write_entry

if TYPE_CHECKING:
    from safetydesk.domain.incident import Category, Family
    from safetydesk.domain.incident_record import Incident
    from safetydesk.services.transaction import Act, Outcome


@dataclass(frozen=True, kw_only=True)
class Revision:
    """Another title, family or category; ``reason`` is asked for where the kind changes."""

    title: str
    family: Family
    category: Category
    reason: str = ""


class IncidentHead(IncidentRegister):
    """Revises, closes and reopens; reports that are owed end only in a leader's name."""

    def revise(
        self,
        actor: Actor,
        incident_id: int,
        version: int,
        made: Revision,
        *,
        leader: Actor | None = None,
        entry: EntryOf = None,
    ) -> Outcome[Incident]:
        """Another title or kind, where nobody else changed the head meanwhile.

        Raises:
            RuleViolation: no title, another kind without a reason, reports that are owed would end
                and no leader agrees, or the incident is closed.
            StaleVersion: somebody else saved first.
        """
        if not made.title.strip():
            raise RuleViolation("incident.no_title")
        with self._transactions.act(actor, Permission.INCIDENT_RECORD) as act:
            before = open_incident(act, incident_id)
            head = _head(made)
            kind_changes = (before.family, before.category) != (made.family, made.category)
            if kind_changes and not made.reason.strip():
                raise RuleViolation("incident.revise_without_reason")
            owed = self._owed(act, before)
            act.uow.incidents.change(incident_id, version, **head)
            incident = act.uow.incidents.get(incident_id)
            _agreed(leader or actor, len(owed - self._owed(act, incident)))
            write_entry(act, entry, incident_id=incident_id)
            act.audit(
                "incident.revise",
                Topic.INCIDENTS,
                incident_id,
                before=_head(before),
                after=head | _because(made.reason, leader),
            )
            act.touch(Topic.REMINDERS)
        return act.outcome(incident)

    def close(
        self,
        actor: Actor,
        incident_id: int,
        reason: str = "",
        entry: EntryOf = None,
        *,
        leader: Actor | None = None,
    ) -> Outcome[None]:
        """Closes an incident.

        Raises:
            RuleViolation: reports are owed or there is no final report, and no reason is given; or
                reports are owed and no leader agrees.
        """
        with self._transactions.act(actor, Permission.INCIDENT_RECORD) as act:
            incident = open_incident(act, incident_id)
            owed = len(self._owed(act, incident))
            final = any(
                report.type is ReportType.FINAL and report.first_sent_at is not None
                for report in act.uow.reports.of_incident(incident_id)
            )
            if (owed or not final) and not reason.strip():
                raise RuleViolation("incident.reports_missing", owed=owed, final=final)
            _agreed(leader or actor, owed)
            write_entry(act, entry, incident_id=incident_id)
            act.uow.incidents.change(incident_id, closed_at=act.now)
            after = {"owed": owed} | _because(reason, leader)
            act.audit("incident.close", Topic.INCIDENTS, incident_id, after=after)
            act.touch(Topic.REMINDERS)
        return act.outcome(None)

    def reopen(
        self, actor: Actor, incident_id: int, reason: str, entry: EntryOf = None
    ) -> Outcome[None]:
        """Opens a closed incident again: somebody died later, a report must be corrected.

        Raises:
            RuleViolation: no reason, or it is open.
        """
        if not reason.strip():
            raise RuleViolation("incident.reopen_without_reason")
        with self._transactions.act(actor, Permission.INCIDENT_RECORD) as act:
            incident = act.uow.incidents.get(incident_id, lock=True)
            if incident.closed_at is None:
                raise RuleViolation("incident.not_closed", number=incident.number)
            write_entry(act, entry, incident_id=incident_id)
            act.uow.incidents.change(incident_id, closed_at=None)
            after = {"reason": reason.strip()}
            act.audit("incident.reopen", Topic.INCIDENTS, incident_id, after=after)
            act.touch(Topic.REMINDERS)
        return act.outcome(None)

    def _owed(self, act: Act, incident: Incident) -> set[str]:
        """The keys of the reports somebody still has to send."""
        answer = assessment_of(act.uow, incident, act.now, self._packs)
        return {item.key for item in answer.obligations if item.status.open}


def _head(of: Incident | Revision) -> dict[str, object]:
    return {
        "title": of.title.strip(),
        "family": of.family.value,
        "category": of.category.value,
    }


def _agreed(who: Actor, ending: int) -> None:
    """What is owed ends by a leader's word only, as a waiver does."""
    if ending and Permission.OBLIGATION_WAIVE not in who.permissions:
        raise RuleViolation("incident.leader_must_agree", owed=ending)


def _because(reason: str, leader: Actor | None) -> dict[str, object]:
    agreed: dict[str, object] = {"leader": leader.name} if leader is not None else {}
    return {"reason": reason.strip()} | agreed
