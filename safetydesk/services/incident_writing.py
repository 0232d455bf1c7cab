"""How an event or fact of an incident is written within a use case; every service goes here."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from safetydesk.domain.changes import Topic
from safetydesk.domain.incident_record import FactField, kind_of
from safetydesk.domain.log import EntryDraft
from safetydesk.services.log_writing import append_entry

if TYPE_CHECKING:
    from datetime import datetime

    from safetydesk.domain.incident import IncidentEvent
    from safetydesk.services.transaction import Act

EntryOf = EntryDraft | int | None
"""The log entry behind a change: one to write, the number of one written already, or none."""


def append_event(
    act: Act,
    incident_id: int,
    event: IncidentEvent,
    *,
    source: str = "",
    entry_seq: int | None = None,
) -> None:
    """Writes an event; the incident's version stays, so an editor elsewhere is not disturbed."""
    act.uow.incidents.add_event(
        incident_id,
        event,
        source=source,
        entry_seq=entry_seq,
        author_id=act.actor.person_id,
        recorded_at=act.now,
    )
    act.audit(f"incident.{kind_of(event)}", Topic.INCIDENTS, incident_id)
    act.touch(Topic.REMINDERS)


def append_fact(
    act: Act,
    incident_id: int,
    field: FactField,
    value: str,
    *,
    known_at: datetime | None = None,
    source: str = "",
    verified: bool = True,
    entry_seq: int | None = None,
) -> None:
    """Writes a fact in words; the one that held before stays readable."""
    act.uow.incidents.add_fact(
        {
            "incident_id": incident_id,
            "field": field.value,
            "value": value,
            "verified": verified,
            "source": source,
            "known_at": known_at or act.now,
            "entry_seq": entry_seq,
            "author_id": act.actor.person_id,
            "recorded_at": act.now,
        }
    )
    act.audit("incident.fact", Topic.INCIDENTS, incident_id, after={field.value: value})


def write_entry(
    act: Act, entry: EntryOf, *, incident_id: int | None = None, matter_id: int | None = None
) -> int | None:
    """The number of the entry behind a change, written now if it is not yet."""
    if not isinstance(entry, EntryDraft):
        return entry
    belonging = replace(
        entry,
        incident_id=entry.incident_id or incident_id,
        matter_id=entry.matter_id or matter_id,
    )
    return append_entry(act, belonging).seq
