"""The incidents that are open, as the handover carries them on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from safetydesk.domain import wording
from safetydesk.domain.handover import OpenItem
from safetydesk.domain.incident import Grade, ReportKind
from safetydesk.domain.obligations import Obligation, ObligationStatus
from safetydesk.services.incident_case import assessment_of
from safetydesk.services.set_apart import BY_HAND, readable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from safetydesk.domain.incident_record import Incident
    from safetydesk.domain.obligations import Assessment
    from safetydesk.domain.report import Report
    from safetydesk.storage.unit_of_work import UnitOfWork

_FINAL = "终报"
# Owed beside the reports about the incident itself; what goes on is still the incident's report.
_ASIDE = frozenset({ReportKind.STATISTICS})


class OpenIncidents:
    """A source of open items: every incident until it is closed."""

    def items(self, uow: UnitOfWork, now: datetime) -> list[OpenItem]:
        """The open incidents with the last report and what is owed.

        Level Ⅰ when a report is overdue or the grade is 较大 or graver, otherwise Ⅱ. One that no
        rule can read is carried on too, of level Ⅰ.
        """
        shown_at = (now, uow.office.facts().zoneinfo)
        return [
            item
            for incident in uow.incidents.all(only_open=True)
            for item in readable(partial(_read, uow, incident, shown_at)) or (_unread(incident),)
        ]


def _read(
    uow: UnitOfWork, incident: Incident, shown_at: tuple[datetime, ZoneInfo]
) -> tuple[OpenItem]:
    """An incident with what its record says."""
    assessment = assessment_of(uow, incident, shown_at[0])
    return (_item(incident, assessment, uow.reports.of_incident(incident.id), shown_at),)


def _unread(incident: Incident) -> OpenItem:
    """An incident of which nothing but its row can be read."""
    return OpenItem(
        subject=f"incident:{incident.id}",
        level=1,
        title=f"{incident.number} {incident.title}",
        situation=BY_HAND,
        next_step=_FINAL,
    )


def _item(
    incident: Incident,
    assessment: Assessment,
    reports: Sequence[Report],
    shown_at: tuple[datetime, ZoneInfo],
) -> OpenItem:
    owed = [one for one in assessment.obligations if one.status.open]
    following = next((one for one in owed if one.report not in _ASIDE), None)
    overdue = any(one.status is ObligationStatus.OVERDUE for one in owed)
    grade = assessment.grade.potential or assessment.grade.confirmed
    grave = grade is not None and grade.at_least(Grade.GRADE_3)
    stands = [grade.chinese_name if grade else "", _last_sent(reports, shown_at)]
    parts = [" · ".join(part for part in stands if part), _still_owed(owed, shown_at)]
    return OpenItem(
        subject=f"incident:{incident.id}",
        level=1 if overdue or grave else 2,
        title=f"{incident.number} {incident.title}",
        situation="；".join(part for part in parts if part),
        next_step=following.title if following else _FINAL,
        next_due_at=following.due_at if following else None,
    )


def _last_sent(reports: Sequence[Report], shown_at: tuple[datetime, ZoneInfo]) -> str:
    """「续报五 07:50 已报」: the newest report that went out."""
    sent = [(report.first_sent_at, report) for report in reports if report.first_sent_at]
    if not sent:
        return ""
    at, report = max(sent, key=lambda pair: pair[0])
    return f"{report.place.short_label} {wording.moment(at, *shown_at)} 已报"


def _still_owed(owed: Sequence[Obligation], shown_at: tuple[datetime, ZoneInfo]) -> str:
    """「待报：统计直报 10:12 前」."""
    named = (
        f"{one.report.chinese_name} {wording.moment(one.due_at, *shown_at)} 前" for one in owed
    )
    words = "、".join(named)
    return f"待报：{words}" if words else ""
