"""How a stored incident becomes the case that grades and obligations are derived from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safetydesk.domain.incident import ActorLevel, IncidentCase
from safetydesk.domain.obligations import Assessment, assess
from safetydesk.services.rule_packs import load_packs

if TYPE_CHECKING:
    from datetime import datetime

    from safetydesk.domain.incident_record import Incident
    from safetydesk.storage.unit_of_work import UnitOfWork


def case_of(uow: UnitOfWork, incident: Incident, as_of: datetime) -> IncidentCase:
    """The case as it was known by an instant."""
    office = uow.office.facts()
    return IncidentCase(
        zone=office.zoneinfo,
        actor=ActorLevel.of(office.level),
        packs=incident.packs,
        family=incident.family,
        category=incident.category,
        flags=frozenset(incident.flags),
        as_of=as_of,
        events=tuple(recorded.event for recorded in uow.incidents.events(incident.id)),
    )


def assessment_of(uow: UnitOfWork, incident: Incident, as_of: datetime) -> Assessment:
    """Grade, obligations and alerts of an incident at an instant; derived, never stored."""
    return assess(case_of(uow, incident, as_of), load_packs(incident.packs))
