"""How an event or fact of an incident is written within a use case; every service goes here."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from safetydesk.domain.believable import check_time
from safetydesk.domain.changes import Topic
from safetydesk.domain.errors import NotFound, RuleViolation
from safetydesk.domain.incident import Flag, FlagRaised
from safetydesk.domain.incident_order import check_order, is_ordered
from safetydesk.domain.incident_record import FactField, kind_of
from safetydesk.domain.log import EntryDraft
from safetydesk.domain.plain_words import plainly
from safetydesk.services.log_writing import append_entry
from safetydesk.services.sealing import digest_of, plain

if TYPE_CHECKING:
    from datetime import datetime

    from safetydesk.domain.incident import IncidentEvent
    from safetydesk.domain.incident_record import Incident
    from safetydesk.services.transaction import Act

EntryOf = EntryDraft | int | None
"""The log entry behind a change: one to write, the number of one written already, or none."""


def open_incident(act: Act, incident_id: int) -> Incident:
    """The incident, locked for this transaction; it must not be closed.

    Raises:
        NotFound: there is none.
        RuleViolation: it is closed.
    """
    incident = act.uow.incidents.get(incident_id, lock=True)
    if incident.closed_at is not None:
        raise RuleViolation("incident.closed", number=incident.number)
    return incident


def append_event(
    act: Act,
    incident_id: int,
    event: IncidentEvent,
    *,
    source: str = "",
    entry_seq: int | None = None,
) -> None:
    """Writes an event; the incident's version stays, so an editor elsewhere is not disturbed.

    Raises:
        RuleViolation: it is said to have happened or become known in the future or in a year that
            cannot be, against the order of the incident, or a circumstance nobody knows.
    """
    event, source = plainly(event), plainly(source)
    check_time(event.time)
    if isinstance(event, FlagRaised):
        check_flag(event.name)
    if is_ordered(event):
        check_order(act.uow.incidents.events(incident_id), event)
    if max(event.time, event.known_at) > act.now:
        raise RuleViolation("incident.time_in_future", at=event.time)
    event_id = act.uow.incidents.add_event(
        incident_id,
        event,
        source=source,
        entry_seq=entry_seq,
        author_id=act.actor.person_id,
        recorded_at=act.now,
    )
    stored = act.uow.records.between("incident_event", [(event_id, event_id)])
    after = {"table": "incident_event", "row": event_id, "digest": digest_of(plain(stored))}
    act.audit(f"incident.{kind_of(event)}", Topic.INCIDENTS, incident_id, after=after)
    act.touch(Topic.REMINDERS)


def check_flag(name: str) -> None:
    """Refuses a circumstance that no rule knows.

    Raises:
        RuleViolation: it is none of ``Flag``.
    """
    if name not in {flag.value for flag in Flag}:
        raise RuleViolation("incident.unknown_flag", name=name)


def append_fact(
    act: Act,
    incident_id: int,
    field: FactField,
    value: str,
    *,
    known_at: datetime | None = None,
    source: str = "",
    verified: bool = False,
    entry_seq: int | None = None,
) -> None:
    """Writes a fact in words; the one that held before stays readable.

    Raises:
        RuleViolation: no words, or known in the future.
    """
    value, source = plainly(value), plainly(source)
    check_time(known_at)
    if not value.strip():
        raise RuleViolation("incident.empty_fact")
    if known_at is not None and known_at > act.now:
        raise RuleViolation("incident.time_in_future", at=known_at)
    act.uow.incidents.add_fact(
        {
            "incident_id": incident_id,
            "field": field.value,
            "value": value.strip(),
            "verified": verified,
            "source": source,
            "known_at": known_at or act.now,
            "entry_seq": entry_seq,
            "author_id": act.actor.person_id,
            "recorded_at": act.now,
        }
    )
    act.audit("incident.fact", Topic.INCIDENTS, incident_id, after={field.value: value.strip()})


def write_entry(
    act: Act,
    entry: EntryOf,
    *,
    incident_id: int | None = None,
    matter_id: int | None = None,
    digest: str = "",
) -> int | None:
    """The number of the entry behind a change, written now if it is not yet.

    Raises:
        NotFound: the number is of no entry.
        RuleViolation: the draft cannot stand in the log.
    """
    if isinstance(entry, int) and act.uow.log.get(entry) is None:
        raise NotFound("log.unknown", seq=entry)
    if not isinstance(entry, EntryDraft):
        return entry
    belonging = replace(
        entry,
        incident_id=entry.incident_id or incident_id,
        matter_id=entry.matter_id or matter_id,
        digest=entry.digest or digest,
    )
    return append_entry(act, belonging).seq
