"""Use cases of incidents: open from a call, record facts and numbers, correct, waive, close."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from safetydesk.domain.access import Actor, Permission
from safetydesk.domain.errors import BadInput, RuleViolation
from safetydesk.domain.incident import (
    BasisKind,
    Casualties,
    Extinguished,
    FlagRaised,
    IncidentEvent,
    Query,
    ReportKind,
    ReportSent,
    RescueEnded,
    Waived,
)
from safetydesk.domain.plain_words import plainly
from safetydesk.domain.rule_pack import rules_in_use
from safetydesk.services.incident_following import IncidentFollowing
from safetydesk.services.incident_opening import (
    NewIncident,
    check_casualties,
    correction_of,
    first_time_of,
    open_new,
    said_by,
)
from safetydesk.services.incident_transfer import Transfer
from safetydesk.services.incident_writing import (
    EntryOf,
    append_event,
    append_fact,
    open_incident,
    write_entry,
)
from safetydesk.services.matter_writing import NewMatter, open_matter

if TYPE_CHECKING:
    from safetydesk.domain.incident_record import FactField, Incident
    from safetydesk.domain.matter import Matter
    from safetydesk.services.transaction import Outcome
    from safetydesk.storage.unit_of_work import UnitOfWork

__all__ = ["IncidentService", "NewIncident", "Transfer", "Waiver"]

_ASKED_BY = 60
"""Characters of who asks: office, person and number."""
_Made = Callable[[datetime], IncidentEvent]


@dataclass(frozen=True)
class Waiver:
    """Which obligation a leader excuses; without ``to`` and ``occurrence`` all of the rule."""

    rule: str
    reason: str
    to: str | None = None
    occurrence: int | None = None


class IncidentService(IncidentFollowing):
    """The incidents of the office; grades and obligations are derived at each question."""

    def open(self, actor: Actor, new: NewIncident, entry: EntryOf = None) -> Outcome[Incident]:
        """Opens an incident; its clocks start at once.

        Raises:
            RuleViolation: no title, or a time in the future.
        """
        with self._transactions.act(actor, Permission.INCIDENT_RECORD) as act:
            incident = open_new(act, new, entry)
        return act.outcome(incident)

    def record_fact(
        self,
        actor: Actor,
        incident_id: int,
        field: FactField,
        value: str,
        *,
        source: str = "",
        verified: bool = False,
        known_at: datetime | None = None,
        entry: EntryOf = None,
    ) -> Outcome[None]:
        """Notes a fact in words; what held before stays readable.

        Raises:
            RuleViolation: no words, known in the future, or the incident is closed.
        """
        with self._transactions.act(actor, Permission.INCIDENT_RECORD) as act:
            open_incident(act, incident_id)
            append_fact(
                act,
                incident_id,
                field,
                value,
                known_at=known_at,
                source=source,
                verified=verified,
                entry_seq=write_entry(act, entry, incident_id=incident_id),
            )
        return act.outcome(None)

    def record_casualties(
        self, actor: Actor, incident_id: int, numbers: Casualties, entry: EntryOf = None
    ) -> Outcome[None]:
        """Notes numbers as of a time; what is left out stays as it was.

        Raises:
            RuleViolation: the dead or the sum of people falls without a reason, a negative
                number, nothing said, a time in the future, or the incident is closed.
        """
        with self._transactions.act(actor, Permission.INCIDENT_RECORD) as act:
            open_incident(act, incident_id)
            check_casualties([r.event for r in act.uow.incidents.events(incident_id)], numbers)
            seq = write_entry(act, entry, incident_id=incident_id)
            append_event(act, incident_id, numbers, source=numbers.source, entry_seq=seq)
        return act.outcome(None)

    def correct(
        self,
        actor: Actor,
        incident_id: int,
        basis: BasisKind,
        right_time: datetime,
        *,
        source: str,
        reason: str = "",
        entry: EntryOf = None,
    ) -> Outcome[None]:
        """A basis time was wrong: dues are computed anew, the former ones stay as history.

        Raises:
            RuleViolation: no source, a time in the future, the time it has, or a basis that is
                not known or cannot be corrected.
        """
        with self._transactions.act(actor, Permission.INCIDENT_RECORD) as act:
            open_incident(act, incident_id)
            event = correction_of(act, incident_id, basis, right_time, source)
            seq = write_entry(act, entry, incident_id=incident_id)
            append_event(act, incident_id, event, source=said_by(source, reason), entry_seq=seq)
        return act.outcome(None)

    def note_time(
        self,
        actor: Actor,
        incident_id: int,
        basis: BasisKind,
        at: datetime,
        *,
        source: str,
        entry: EntryOf = None,
    ) -> Outcome[None]:
        """A basis time became known after the incident was opened; limits from it begin to run.

        Raises:
            RuleViolation: no source, a time in the future, or a basis that is known already (then
                it is corrected) or is none of the times people tell.
        """
        with self._transactions.act(actor, Permission.INCIDENT_RECORD) as act:
            open_incident(act, incident_id)
            event = first_time_of(act, incident_id, basis, at, source)
            seq = write_entry(act, entry, incident_id=incident_id)
            append_event(act, incident_id, event, source=source.strip(), entry_seq=seq)
        return act.outcome(None)

    def raise_flag(
        self, actor: Actor, incident_id: int, name: str, source: str = "", entry: EntryOf = None
    ) -> Outcome[None]:
        """A circumstance became known (社会影响、敏感…); grades only go up by it."""
        return self._note(
            actor, incident_id, lambda now: FlagRaised(time=now, known_at=now, name=name),
            source, entry,
        )  # fmt: skip

    def leader_informed(
        self,
        actor: Actor,
        incident_id: int,
        leader: str,
        *,
        means: str = "",
        at: datetime | None = None,
        entry: EntryOf = None,
    ) -> Outcome[None]:
        """The duty leader was told, when and by which means.

        Raises:
            RuleViolation: nobody is named, a time in the future or before the receipt, or the
                incident is closed.
        """
        named = plainly(leader).strip()
        if not named:
            raise RuleViolation("incident.no_leader")

        def made(now: datetime) -> IncidentEvent:
            told = ReportKind.INFORM_LEADER
            return ReportSent(time=at or now, known_at=now, report=told, to=named)

        return self._note(actor, incident_id, made, means, entry)

    def rescue_ended(
        self,
        actor: Actor,
        incident_id: int,
        at: datetime,
        *,
        source: str = "",
        entry: EntryOf = None,
    ) -> Outcome[None]:
        """Search and rescue is over; follow-ups end with it."""
        return self._note(
            actor, incident_id, lambda now: RescueEnded(time=at, known_at=now), source, entry
        )

    def extinguished(
        self,
        actor: Actor,
        incident_id: int,
        at: datetime,
        *,
        source: str = "",
        entry: EntryOf = None,
    ) -> Outcome[None]:
        """The fire is out."""
        return self._note(
            actor, incident_id, lambda now: Extinguished(time=at, known_at=now), source, entry
        )

    def query(
        self,
        actor: Actor,
        incident_id: int,
        asked_by: str,
        *,
        caller: str = "",
        at: datetime | None = None,
        matter: NewMatter | None = None,
        entry: EntryOf = None,
    ) -> Outcome[Matter | None]:
        """A superior asks to have something verified; its own clocks start now.

        With ``matter`` the question stays visible as a matter until it is closed.

        Raises:
            RuleViolation: nobody asked, a time in the future, or the incident is closed.
            BadInput: who asks is longer than 60 characters.
        """
        asked_by = plainly(asked_by)
        if not asked_by.strip():
            raise RuleViolation("incident.nobody_asked")
        if len(asked_by.strip()) > _ASKED_BY:
            raise BadInput("text.too_long", where="asked_by", expected=str(_ASKED_BY))
        with self._transactions.act(actor, Permission.INCIDENT_RECORD) as act:
            open_incident(act, incident_id)
            opened = None
            if matter is None:
                seq = write_entry(act, entry, incident_id=incident_id)
            else:
                opened = open_matter(act, matter.of_incident(incident_id), entry)
                seq = opened.source_seq
            event = Query(time=at or act.now, known_at=act.now, asked_by=asked_by.strip())
            append_event(act, incident_id, event, source=caller, entry_seq=seq)
        return act.outcome(opened)

    def waive(
        self, actor: Actor, incident_id: int, waiver: Waiver, entry: EntryOf = None
    ) -> Outcome[None]:
        """A leader excuses an obligation, with a reason.

        Raises:
            AccessDenied: not a leader.
            RuleViolation: no reason, no rule of this incident's packs, or the incident is closed.
        """
        if not waiver.reason.strip():
            raise RuleViolation("incident.waiver_without_reason")
        with self._transactions.act(actor, Permission.OBLIGATION_WAIVE) as act:
            incident = open_incident(act, incident_id)
            if waiver.rule not in self._rule_ids(act.uow, incident):
                raise RuleViolation("incident.waiver_unknown_rule", rule=waiver.rule)
            seq = write_entry(act, entry, incident_id=incident_id)
            event = Waived(
                time=act.now,
                known_at=act.now,
                rule=waiver.rule,
                reason=waiver.reason.strip(),
                occurrence=waiver.occurrence,
                to=waiver.to,
            )
            append_event(act, incident_id, event, source=actor.name, entry_seq=seq)
        return act.outcome(None)

    def _rule_ids(self, uow: UnitOfWork, incident: Incident) -> set[str]:
        """The ids of every rule that ever held for the incident: old texts run on."""
        periods = self._packs(uow, incident.packs)
        return {rule.id for period in periods for rule in rules_in_use(period.packs)}

    def _note(
        self, actor: Actor, incident_id: int, made: _Made, source: str, entry: EntryOf
    ) -> Outcome[None]:
        """Writes one event of an open incident with its log entry."""
        with self._transactions.act(actor, Permission.INCIDENT_RECORD) as act:
            open_incident(act, incident_id)
            seq = write_entry(act, entry, incident_id=incident_id)
            append_event(act, incident_id, made(act.now), source=source, entry_seq=seq)
        return act.outcome(None)
