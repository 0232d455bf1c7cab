"""What the next daily or nil report would say, and to whom the last one went."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from safetydesk.domain.casualties import casualty_history, state_at
from safetydesk.domain.report_daily import DayIncident, DayPeriod, daily_fields
from safetydesk.domain.report_series import ReportType, chinese_number
from safetydesk.services.report_templates import body_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from safetydesk.domain.report import Report
    from safetydesk.services.report_templates import Body
    from safetydesk.services.transaction import Transactions
    from safetydesk.storage.unit_of_work import UnitOfWork

_DAY = timedelta(days=1)
_INSTANT = timedelta(seconds=1)
_DAILY = (ReportType.DAILY, ReportType.NIL)


@dataclass(frozen=True)
class DailyProposal:
    """The words of the next daily or nil report, its number, and the usual recipients."""

    kind: ReportType
    issue: int
    words: str
    recipients: tuple[str, ...]
    nothing_new: bool


class DailyReports:
    """Proposes; the report itself is recorded as said and sent in one act (``routine``)."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def proposal(self, kind: ReportType) -> DailyProposal:
        """The next report of a kind, from the last one (of either kind) to now."""
        now = self._transactions.clock.now()
        with self._transactions.read() as uow:
            last = _last(uow)
            period = _period(uow, now, last)
            fields = daily_fields(period, list(_incidents(uow)))
            body, _ = body_of(uow, kind, fields)
            year = now.astimezone(period.zone).year
            issue = uow.reports.next_issue(year, 1, product=kind.product, lock=False)
        names = [delivery.recipient for delivery in last.deliveries] if last else []
        return DailyProposal(
            kind, issue, _words(body), tuple(dict.fromkeys(names)), not fields["新接事件"]
        )


def _last(uow: UnitOfWork) -> Report | None:
    found = [report for report in uow.reports.signed() if report.type in _DAILY]
    return max(found, key=lambda report: (report.signed_at, report.id), default=None)


def _period(uow: UnitOfWork, now: datetime, last: Report | None) -> DayPeriod:
    office = uow.office.facts()
    running = uow.office.key_periods(now, now + _INSTANT)
    since = last.signed_at if last and last.signed_at else now - _DAY
    return DayPeriod(
        office=office.name,
        district=office.district,
        start=since,
        end=now,
        zone=office.zoneinfo,
        key_period=running[0][0] if running else "",
    )


def _incidents(uow: UnitOfWork) -> Iterator[DayIncident]:
    """Those in hand; a closed one is no news any more."""
    for incident in uow.incidents.all(only_open=True):
        rows = casualty_history(item.event for item in uow.incidents.events(incident.id))
        yield DayIncident(incident.title, incident.opened_at, state_at(rows))


def _words(body: Body) -> str:
    """Plain lines: the opening, then each section that says something, numbered."""
    opening = [words for lead, words in body if not lead and words]
    sections = [(lead, words) for lead, words in body if lead and words]
    numbered = [
        f"{chinese_number(place)}、{lead}。{words}"
        for place, (lead, words) in enumerate(sections, start=1)
    ]
    return "\n".join([*opening, *numbered])
