"""The daily or nil report of the office: its facts, its proposed words, and beginning one."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from safetydesk.domain.access import Actor, Permission
from safetydesk.domain.casualties import casualty_history, state_at
from safetydesk.domain.changes import Topic
from safetydesk.domain.errors import RuleViolation
from safetydesk.domain.report_daily import (
    DayFacts,
    DayIncident,
    DayPeriod,
    daily_content,
    daily_fields,
    day_facts,
)
from safetydesk.domain.report_series import ReportType
from safetydesk.services.report_templates import body_of
from safetydesk.services.report_writing import begin, next_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from safetydesk.domain.errors import BadInput
    from safetydesk.domain.report import Report, ReportContent
    from safetydesk.services.transaction import Outcome, Transactions
    from safetydesk.storage.unit_of_work import UnitOfWork

_DAY = timedelta(days=1)
_INSTANT = timedelta(seconds=1)
_OTHER = {ReportType.NIL: ReportType.DAILY, ReportType.DAILY: ReportType.NIL}


class DailyReports:
    """Begins 日报 and 零报告; they are saved, signed and sent as every report (``reports``)."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def begin(self, actor: Actor, kind: ReportType | None = None) -> Outcome[Report]:
        """The report of the time since the last one; a draft begun already is given back.

        Without a ``kind`` it is 零报告 where nothing came in and nothing is in hand, else 日报.

        Raises:
            RuleViolation: another kind than those of the day.
        """
        if kind is not None and not kind.of_the_day:
            raise RuleViolation("report.not_drafted", kind=kind.chinese_name)
        with self._transactions.act(actor, Permission.REPORT_DRAFT) as act:
            begun = [report for report in act.uow.reports.drafts() if _is_of_the_day(report)]
            wanted = [report for report in begun if kind in (None, report.type)]
            if not wanted:
                facts = facts_of_the_day(act.uow, act.now)
                in_hand = bool(facts.new or facts.older)
                chosen = kind or (ReportType.DAILY if in_hand else ReportType.NIL)
                content, _ = proposed_daily(act.uow, chosen, facts)
                place = next_of(act.uow, None, chosen)
                report_id = begin(act, place, content, incident_id=None)
                act.touch(Topic.REPORTS, report_id)
                wanted = [act.uow.reports.get(report_id)]
        return act.outcome(wanted[-1])

    def turn(self, actor: Actor, report_id: int, version: int) -> Outcome[Report]:
        """Makes a 日报 of a draft 零报告 or the other way round, its words anew from the facts.

        Raises:
            RuleViolation: it is signed, or neither of the two.
            StaleVersion: somebody else saved first.
        """
        with self._transactions.act(actor, Permission.REPORT_DRAFT) as act:
            report = act.uow.reports.get(report_id)
            if report.is_fixed:
                raise RuleViolation("report.signed", name=report.name, offers=())
            if not _is_of_the_day(report):
                raise RuleViolation("report.not_drafted", kind=report.type.chinese_name)
            kind = _OTHER[report.type]
            proposed, _ = proposed_daily(act.uow, kind, facts_of_the_day(act.uow, act.now))
            content = replace(
                proposed,
                addressees=report.content.addressees,
                copies_to=report.content.copies_to,
                reviewer=report.content.reviewer,
            )
            act.uow.reports.change(
                report_id,
                version,
                kind=kind.value,
                product=kind.product,
                title=content.title,
                content=content.as_json(),
            )
            act.audit("report.turn", Topic.REPORTS, report_id, after={"kind": kind.value})
            report = act.uow.reports.get(report_id)
        return act.outcome(report)


def proposed_daily(
    uow: UnitOfWork, kind: ReportType, facts: DayFacts
) -> tuple[ReportContent, BadInput | None]:
    """The words by the template, to whom the last one went; why the office's own was not used."""
    body, trouble = body_of(uow, kind, daily_fields(facts))
    last = _last(uow)
    names = tuple(dict.fromkeys(d.recipient for d in last.deliveries)) if last else ()
    return replace(daily_content(kind, facts.period, body), addressees=names), trouble


def facts_of_the_day(uow: UnitOfWork, now: datetime) -> DayFacts:
    """What came in since the last 日报 or 零报告 (a day ago where there was none), and is open."""
    period = _period(uow, now, _last(uow))
    return day_facts(period, list(_incidents(uow, period.start)))


def _is_of_the_day(report: Report) -> bool:
    return report.type.of_the_day and report.incident_id is None


def _last(uow: UnitOfWork) -> Report | None:
    signed = uow.reports.signed([kind.product for kind in _OTHER])
    found = [report for report in signed if _is_of_the_day(report)]
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
