"""The daily or nil report of the office: its facts, its proposed words, and beginning one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from safetydesk.domain.access import Actor, Permission
from safetydesk.domain.changes import Topic
from safetydesk.domain.errors import RuleViolation
from safetydesk.domain.report_daily import DayFacts, daily_content, daily_fields
from safetydesk.domain.report_series import ReportType
from safetydesk.services.day_facts import facts_of_the_day, is_of_the_day, last_of_the_day
from safetydesk.services.report_templates import body_of
from safetydesk.services.report_writing import begin, next_of

if TYPE_CHECKING:
    from safetydesk.domain.errors import BadInput
    from safetydesk.domain.report import Report, ReportContent
    from safetydesk.services.transaction import Outcome, Transactions
    from safetydesk.storage.unit_of_work import UnitOfWork

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
            begun = [report for report in act.uow.reports.drafts() if is_of_the_day(report)]
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
            if not is_of_the_day(report):
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
    last = last_of_the_day(uow)
    names = tuple(dict.fromkeys(d.recipient for d in last.deliveries)) if last else ()
    return replace(daily_content(kind, facts.period, body), addressees=names), trouble
