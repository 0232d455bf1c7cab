"""To whom a report goes: those who had the last one, and those who are owed it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safetydesk.domain.incident import Query, Recipient
from safetydesk.domain.report_series import ReportType
from safetydesk.services.incident_case import assessment_of

if TYPE_CHECKING:
    from datetime import datetime

    from safetydesk.domain.incident_record import Incident
    from safetydesk.domain.report_series import Place
    from safetydesk.services.rule_editions import PackSource
    from safetydesk.storage.unit_of_work import UnitOfWork


def addressees_of(
    uow: UnitOfWork,
    incident: Incident,
    place: Place,
    now: datetime,
    packs: PackSource,
) -> tuple[str, ...]:
    """Whom the report should go to: those of the last written report and those who are owed one.

    A level is named as it was named last; one that was never told bears its name in the rules, by
    which it is recognised when the report is sent there.

    An answer goes to those who asked.
    """
    if place.type is ReportType.FEEDBACK:
        asked = (item.event for item in uow.incidents.events(incident.id))
        return tuple(dict.fromkeys(one.asked_by for one in asked if isinstance(one, Query)))
    reports = [report for report in uow.reports.of_incident(incident.id) if report.is_fixed]
    written = [report for report in reports if report.type.numbered and report.deliveries]
    told = [report for report in reports if report.type is ReportType.PHONE]
    sources = written[-1:] or told
    names = [delivery.recipient for report in sources for delivery in report.deliveries]
    kinds = set(place.type.counts_as())
    owed = [
        item.to
        for item in assessment_of(uow, incident, now, packs).obligations
        if item.status.open and kinds & item.accepted
    ]
    told_levels = {delivery.level for report in sources for delivery in report.deliveries}
    missing = [level for level in dict.fromkeys(owed) if level not in told_levels]
    if missing:
        known = uow.reports.known_recipients(missing)
        names += [known.get(level) or _name_in_rules(level) for level in missing]
    return tuple(dict.fromkeys(names))


def _name_in_rules(level: str) -> str:
    """What the rules call a level; another office keeps its own word."""
    return next((known.chinese_name for known in Recipient if known.value == level), level)
