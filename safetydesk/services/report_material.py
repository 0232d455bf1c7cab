"""What a report is made from: the record as it stands, and what is new since the last one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from safetydesk.domain.report_news import News, Snapshot, news_between
from safetydesk.services.incident_case import snapshot_of

if TYPE_CHECKING:
    from datetime import datetime

    from safetydesk.domain.incident_record import Incident
    from safetydesk.domain.report import Report
    from safetydesk.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Drafting:
    """What a draft is made from: the record now, and what is new since ``former``."""

    known: Snapshot
    former: Report | None
    news: tuple[News, ...]
    issued: tuple[Report, ...]


def drafting_of(
    uow: UnitOfWork, incident: Incident, now: datetime, *, before: Report | None = None
) -> Drafting:
    """The material of the next report, or (with ``before``) of a report signed already."""
    fixed = [report for report in uow.reports.of_incident(incident.id) if report.is_fixed]
    fixed.sort(key=lambda report: (report.signed_at, report.id))
    if before is not None:
        ids = [report.id for report in fixed]
        fixed = fixed[: ids.index(before.id)] if before.id in ids else fixed
    written = tuple(report for report in fixed if report.type.numbered)
    upto = before.content.covers if before is not None and before.is_fixed else None
    known = snapshot_of(uow, incident, now, upto)
    former = written[-1] if written else None
    if former is None:
        return Drafting(known, None, (), written)
    then = snapshot_of(uow, incident, now, former.content.covers)
    return Drafting(known, former, news_between(then, known), written)
