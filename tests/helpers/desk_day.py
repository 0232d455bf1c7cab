"""A small office with an open shift on the morning of the sample day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from safetydesk.services.incidents import IncidentService
from safetydesk.services.log import LogService
from safetydesk.services.matters import MatterService
from safetydesk.services.reports import ReportService
from safetydesk.services.transaction import Transactions
from tests.helpers.office import Staff, small_office


@dataclass(frozen=True)
class DeskDay:
    """The services of the desk and its people."""

    staff: Staff
    log: LogService
    incidents: IncidentService
    reports: ReportService
    matters: MatterService


def desk_day(transactions: Transactions, **office: object) -> DeskDay:
    """The desk on 6 October 2025, the shift open since 08:30."""
    staff = small_office(transactions, **office)
    with transactions.database.write() as uow:
        uow.shifts.open(
            {
                "number": "2025-279",
                "planned_from": datetime(2025, 10, 6, 0, 30, tzinfo=UTC),
                "planned_to": datetime(2025, 10, 7, 0, 30, tzinfo=UTC),
                "opened_at": datetime(2025, 10, 6, 0, 30, tzinfo=UTC),
            }
        )
        uow.commit()
    return DeskDay(
        staff,
        LogService(transactions),
        IncidentService(transactions),
        ReportService(transactions, staff.people),
        MatterService(transactions),
    )


def moment(text: str) -> datetime:
    """``10:30`` of the sample day, or ``7T08:30`` of another October day, in Shanghai."""
    day, _, clock = text.rpartition("T")
    return datetime.fromisoformat(f"2025-10-{int(day or 6):02d}T{clock}:00+08:00")
