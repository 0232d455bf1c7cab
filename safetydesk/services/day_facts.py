"""What a day is made of for 日报 and 零报告: the last one that went out, and what came in since."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from safetydesk.domain.casualties import casualty_history, state_at
from safetydesk.domain.report_daily import DayFacts, DayIncident, DayPeriod, day_facts
from safetydesk.domain.report_series import ReportType

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from safetydesk.domain.report import Report
    from safetydesk.storage.unit_of_work import UnitOfWork

_DAY = timedelta(days=1)
_INSTANT = timedelta(seconds=1)
_KINDS = (ReportType.NIL, ReportType.DAILY)


def facts_of_the_day(uow: UnitOfWork, now: datetime) -> DayFacts:
    """What came in since the last 日报 or 零报告 (a day ago where there was none), and is open."""
    period = _period(uow, now, last_of_the_day(uow))
    return day_facts(period, list(_incidents(uow, period.start)))


def is_of_the_day(report: Report) -> bool:
    """Whether a report is the office's own 日报 or 零报告, about no single incident."""
    return report.type.of_the_day and report.incident_id is None


def last_of_the_day(uow: UnitOfWork) -> Report | None:
    """The last one that was signed, of either kind."""
    signed = uow.reports.signed([kind.product for kind in _KINDS])
    found = [report for report in signed if is_of_the_day(report)]
    return max(found, key=lambda report: (report.signed_at, report.id), default=None)


def _period(uow: UnitOfWork, now: datetime, last: Report | None) -> DayPeriod:
    office = uow.office.facts()
    running = uow.office.key_periods(now, now + _INSTANT)
    since = last.signed_at if last and last.signed_at else now - _DAY
    covered = last.content.covers.at if last else None  # what came in while it was signed is next
    return DayPeriod(
        office=office.name,
        district=office.district,
        start=covered or since,
        end=now,
        zone=office.zoneinfo,
        key_period=running[0][0] if running else "",
    )


def _incidents(uow: UnitOfWork, since: datetime) -> Iterator[DayIncident]:
    """Those in hand, and those that came in since, closed meanwhile or not."""
    for incident in reversed(uow.incidents.all(only_open=False)):
        if incident.closed_at is None or incident.opened_at > since:
            rows = casualty_history(item.event for item in uow.incidents.events(incident.id))
            yield DayIncident(incident.title, incident.opened_at, state_at(rows))
