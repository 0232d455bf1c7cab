"""A follow-up taken into an incident that exists: all of it in one act, with its words kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from safetydesk.domain.access import Actor, Permission
from safetydesk.domain.errors import RuleViolation
from safetydesk.domain.incident import BasisKind, FlagRaised
from safetydesk.domain.incident_record import bases_of
from safetydesk.domain.log import EntryDraft, EntryKind
from safetydesk.services.incident_opening import (
    check_casualties,
    correction_of,
    first_time_of,
)
from safetydesk.services.incident_transfer import IncidentTransfers
from safetydesk.services.incident_writing import (
    EntryOf,
    append_event,
    append_fact,
    open_incident,
    write_entry,
)

if TYPE_CHECKING:
    from datetime import datetime

    from safetydesk.domain.incident import Casualties
    from safetydesk.domain.incident_record import FactField
    from safetydesk.services.transaction import Act, Outcome


@dataclass(frozen=True)
class FollowUp:
    """What was accepted of a message. Times aware; ``original`` are its words as they came."""

    source: str
    received_at: datetime
    numbers: Casualties | None = None
    facts: tuple[tuple[FactField, str], ...] = ()
    occurred_at: datetime | None = None
    flags: tuple[str, ...] = ()
    original: str = ""


class IncidentFollowing(IncidentTransfers):
    """Takes follow-ups in."""

    def follow_up(
        self, actor: Actor, incident_id: int, said: FollowUp, entry: EntryOf = None
    ) -> Outcome[None]:
        """Numbers, facts, the time it happened and circumstances, all or nothing.

        Raises:
            RuleViolation: nothing was accepted, no source, numbers that fall without a reason, a
                time in the future, or the incident is closed.
        """
        if not (said.numbers or said.facts or said.occurred_at or said.flags):
            raise RuleViolation("incident.nothing_taken")
        if not said.source.strip():
            raise RuleViolation("incident.follow_up_without_source")
        with self._transactions.act(actor, Permission.INCIDENT_RECORD) as act:
            open_incident(act, incident_id)
            seq = write_entry(act, entry, incident_id=incident_id)
            _write(act, incident_id, said, seq)
            if said.original.strip():
                words = EntryDraft(
                    EntryKind.INCOMING_DOCUMENT, said.original.strip(), event_at=said.received_at
                )
                write_entry(act, words, incident_id=incident_id)
        return act.outcome(None)


def _write(act: Act, incident_id: int, said: FollowUp, seq: int | None) -> None:
    """The events and facts, in the order in which they change the incident."""
    source = said.source.strip()
    recorded = [r.event for r in act.uow.incidents.events(incident_id)]
    if said.numbers is not None:
        check_casualties(recorded, said.numbers)
        append_event(act, incident_id, said.numbers, source=source, entry_seq=seq)
    if said.occurred_at is not None:
        known = BasisKind.OCCURRED in bases_of(act.uow.incidents.events(incident_id))
        made = correction_of if known else first_time_of
        event = made(act, incident_id, BasisKind.OCCURRED, said.occurred_at, source)
        append_event(act, incident_id, event, source=source, entry_seq=seq)
    for field, value in said.facts:
        append_fact(act, incident_id, field, value, source=source, entry_seq=seq)
    for name in said.flags:
        raised = FlagRaised(time=act.now, known_at=act.now, name=name)
        append_event(act, incident_id, raised, source=source, entry_seq=seq)
