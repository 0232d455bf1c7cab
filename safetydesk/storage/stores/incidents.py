"""Queries of incidents, their events and their facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, select

from safetydesk.domain.errors import NotFound, StaleVersion
from safetydesk.domain.incident import ActorLevel, Category, Family, IncidentEvent
from safetydesk.domain.incident_record import (
    Fact,
    FactField,
    Incident,
    RecordedEvent,
    event_of,
    kind_of,
    payload_of,
)
from safetydesk.storage.mapping import value_of
from safetydesk.storage.snapshot import asked_once
from safetydesk.storage.stores.numbering import next_number
from safetydesk.storage.tables.incidents import IncidentEventRow, IncidentFactRow, IncidentRow
from safetydesk.storage.written_text import refuse_unwritable

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.orm import Session


class IncidentStore:
    """The only way to the incidents' rows. Events and facts are never changed."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def open(self, values: dict[str, Any]) -> Incident:
        """A new incident."""
        row = IncidentRow(version=1, closed_at=None, **values)
        self._session.add(row)
        self._session.flush()
        return _incident(row)

    def next_serial(self, year: int, first: int) -> int:
        """The next number of the year."""
        return next_number(self._session, IncidentRow.year, IncidentRow.serial, year, first)

    def get(self, incident_id: int, *, lock: bool = False) -> Incident:
        """The incident of an id; ``lock`` keeps other writers away until the transaction ends.

        Raises:
            NotFound: there is none.
        """
        row = self._session.get(IncidentRow, incident_id, with_for_update=lock or None)
        if row is None:
            raise NotFound("incident.unknown", id=incident_id)
        return _incident(row)

    def numbered(self, year: int, serial: int) -> Incident | None:
        """The incident of a printed number."""
        row = self._session.scalars(
            select(IncidentRow).where(IncidentRow.year == year, IncidentRow.serial == serial)
        ).first()
        return _incident(row) if row else None

    @asked_once
    def all(self, *, only_open: bool, limit: int = 200) -> list[Incident]:
        """Incidents, the newest first."""
        query = select(IncidentRow).order_by(IncidentRow.id.desc()).limit(limit)
        if only_open:
            query = query.where(IncidentRow.closed_at.is_(None))
        return [_incident(row) for row in self._session.scalars(query)]

    def change(self, incident_id: int, version: int | None = None, **values: Any) -> None:
        """Sets columns of the head.

        Raises:
            StaleVersion: ``version`` is given and somebody else saved first.
        """
        row = self._session.get(IncidentRow, incident_id)
        if row is None:
            raise NotFound("incident.unknown", id=incident_id)
        if version is not None and row.version != version:
            raise StaleVersion("incident.stale", id=incident_id)
        for name, value in values.items():
            setattr(row, name, value)
        self._session.flush()

    def add_event(self, incident_id: int, event: IncidentEvent, **written: Any) -> int:
        """Writes an event (source, entry_seq, author_id, recorded_at by name); returns its id."""
        payload = payload_of(event)
        refuse_unwritable(payload)
        made: int = self._session.execute(
            insert(IncidentEventRow)
            .values(
                incident_id=incident_id,
                kind=kind_of(event),
                time=event.time,
                known_at=event.known_at,
                payload=payload,
                **written,
            )
            .returning(IncidentEventRow.id)
        ).scalar_one()
        return made

    @asked_once
    def events(self, incident_id: int) -> list[RecordedEvent]:
        """The events in the order in which they were written."""
        rows = self._session.scalars(
            select(IncidentEventRow)
            .where(IncidentEventRow.incident_id == incident_id)
            .order_by(IncidentEventRow.id)
        )
        return [
            value_of(
                RecordedEvent,
                row,
                event=event_of(row.kind, row.time, row.known_at, row.payload),
            )
            for row in rows
        ]

    def add_fact(self, values: dict[str, Any]) -> None:
        """Writes a fact."""
        self._session.execute(insert(IncidentFactRow).values(**values))

    @asked_once
    def facts(self, incident_id: int, known_by: datetime | None = None) -> list[Fact]:
        """The facts in the order in which they were written."""
        query = (
            select(IncidentFactRow)
            .where(IncidentFactRow.incident_id == incident_id)
            .order_by(IncidentFactRow.id)
        )
        if known_by is not None:
            query = query.where(IncidentFactRow.known_at <= known_by)
        return [
            value_of(Fact, row, field=FactField(row.field)) for row in self._session.scalars(query)
        ]


def _incident(row: IncidentRow) -> Incident:
    """The value of a row."""
    return value_of(
        Incident,
        row,
        family=Family.of(row.family),
        category=Category.of(row.category),
        actor=ActorLevel.of(row.actor),
    )
