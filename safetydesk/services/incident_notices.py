"""Who was told of an incident, and how far those whom the law names have been."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from safetydesk.domain.competence import involved
from safetydesk.domain.incident import ReportSent
from safetydesk.services.competence import matrix_in_force
from safetydesk.services.views_incidents import NoticeLine, ToldLine

if TYPE_CHECKING:
    from safetydesk.domain.competence import Competence
    from safetydesk.domain.incident import Grade
    from safetydesk.domain.incident_record import Incident, RecordedEvent
    from safetydesk.domain.report import Report
    from safetydesk.storage.unit_of_work import UnitOfWork


class _Names:
    """The names of people, each looked up once."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow
        self._known: dict[int, str] = {}

    def __call__(self, person_id: int | None) -> str:
        """The name of a person; empty for the program itself."""
        if person_id is None:
            return ""
        if person_id not in self._known:
            self._known[person_id] = self._uow.people.get(person_id).name
        return self._known[person_id]


def told_of(
    uow: UnitOfWork, recorded: Sequence[RecordedEvent], reports: Sequence[Report]
) -> tuple[ToldLine, ...]:
    """Who was told, each once, at the first time."""
    name_of = _Names(uow)
    lines = [
        ToldLine(
            delivery.recipient,
            delivery.sent_at,
            report.place.label,
            delivery.confirmed_by,
            delivery.confirmed_at is not None,
            name_of(report.drafted_by),
        )
        for report in reports
        for delivery in report.deliveries
    ]
    lines += [
        ToldLine(
            item.event.to,
            item.event.time,
            item.event.report.chinese_name,
            item.source,
            confirmed=True,
            told_by=name_of(item.author_id),
        )
        for item in recorded
        if isinstance(item.event, ReportSent)
    ]
    first: dict[str, ToldLine] = {}
    for line in sorted(lines, key=lambda line: line.at):
        first.setdefault(line.name, line)
    return tuple(first.values())


def notices_of(
    uow: UnitOfWork, incident: Incident, potential: Grade | None, told: Sequence[ToldLine]
) -> tuple[NoticeLine, ...]:
    """The competent departments and the peers, each with when it was told first and by whom."""
    office = uow.office.facts().name
    matrix = matrix_in_force(uow, incident.closed_at)
    rows = involved(matrix, incident.family, incident.category, potential)
    return tuple(_notice(row, office, told) for row in rows)


def _notice(row: Competence, office: str, told: Sequence[ToldLine]) -> NoticeLine:
    ours = row.is_named(office)
    first = None if ours else next((line for line in told if row.is_named(line.name)), None)
    return NoticeLine(
        department=row.department,
        role=row.role.chinese_name,
        citation=row.citation,
        weak=row.confidence.weak,
        ours=ours,
        told=first,
    )
