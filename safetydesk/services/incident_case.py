"""How a stored incident becomes the case that grades and obligations are derived from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safetydesk.domain.incident import IncidentCase
from safetydesk.domain.obligations import Assessment, assess_dated
from safetydesk.domain.report_news import Snapshot, snapshot
from safetydesk.services.rule_editions import PackSource, periods_of

if TYPE_CHECKING:
    from datetime import datetime

    from safetydesk.domain.incident_record import Incident
    from safetydesk.domain.report import Covers
    from safetydesk.storage.unit_of_work import UnitOfWork


def case_of(uow: UnitOfWork, incident: Incident, as_of: datetime) -> IncidentCase:
    """The case as it was known by an instant: what was recorded, and the reports that went out."""
    office = uow.office.facts()
    recorded = tuple(item.event for item in uow.incidents.events(incident.id))
    sent = tuple(
        event for report in uow.reports.of_incident(incident.id) for event in report.events
    )
    return IncidentCase(
        zone=office.zoneinfo,
        actor=incident.actor,
        packs=incident.packs,
        family=incident.family,
        category=incident.category,
        flags=frozenset(incident.flags),
        as_of=as_of,
        events=(*recorded, *sent),
    )


def assessment_of(
    uow: UnitOfWork, incident: Incident, as_of: datetime, packs: PackSource = periods_of
) -> Assessment:
    """Grade, obligations and alerts of an incident at an instant; derived, never stored."""
    return uow.once(
        (assessment_of, incident.id, as_of, packs),
        lambda: assess_dated(case_of(uow, incident, as_of), packs(uow, incident.packs)),
    )


def snapshot_of(
    uow: UnitOfWork, incident: Incident, now: datetime, covers: Covers | None = None
) -> Snapshot:
    """What stands recorded now, or what a report with these ``covers`` could know."""
    at = covers.at if covers and covers.at else now
    verdict = assessment_of(uow, incident, at).grade
    return snapshot(
        incident.title,
        uow.office.facts().zoneinfo,
        uow.incidents.events(incident.id),
        uow.incidents.facts(incident.id),
        grade=verdict.confirmed or verdict.potential,
        upto=covers,
        at=now,
    )
