"""What is on record of a report's incident, for comparing its words while they are written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from safetydesk.domain.report_remarks import FormerText, RecordedFacts, recorded_facts
from safetydesk.services.day_facts import facts_of_the_day
from safetydesk.services.incident_case import assessment_of, case_of
from safetydesk.services.report_material import drafting_of

if TYPE_CHECKING:
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from safetydesk.domain.report import Report, ReportContent
    from safetydesk.domain.report_daily import DayFacts
    from safetydesk.domain.report_marks import TextCheck
    from safetydesk.domain.report_series import ReportType
    from safetydesk.services.transaction import Transactions
    from safetydesk.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class CheckBasis:
    """The record as it stood when it was read; any number of texts may be compared with it."""

    kind: ReportType
    facts: RecordedFacts
    at: datetime
    zone: ZoneInfo

    def check(self, content: ReportContent) -> TextCheck:
        """The marks of a text; what reads its words is large, and no start waits for it."""
        from safetydesk.domain.report_marks import checked

        return checked(content, self.kind, self.facts, self.at, self.zone)


@dataclass(frozen=True)
class DayBasis:
    """What came in by the time it was read, for a 日报 or 零报告."""

    facts: DayFacts

    def check(self, content: ReportContent) -> TextCheck:
        """The marks of a text."""
        from safetydesk.domain.report_marks import checked_daily

        return checked_daily(content, self.facts)


class ReportChecks:
    """Reads what report texts are compared with; usable from any thread."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def basis(self, report_id: int) -> CheckBasis | DayBasis | None:
        """What the words of a report are compared with; None where there is nothing.

        A signed report is held against what was known at its signature, a draft against now.

        Raises:
            NotFound: there is no such report.
        """
        now = self._transactions.clock.now()
        with self._transactions.read() as uow:
            report = uow.reports.get(report_id)
            if report.incident_id is None:
                return DayBasis(facts_of_the_day(uow, now)) if report.type.of_the_day else None
            at = report.signed_at or now
            facts = self._facts(uow, report.incident_id, at, report)
            return CheckBasis(report.type, facts, at, uow.office.facts().zoneinfo)

    def facts_of(self, incident_id: int) -> RecordedFacts:
        """The record of an incident as it stands.

        Raises:
            NotFound: there is no such incident.
        """
        with self._transactions.read() as uow:
            return self._facts(uow, incident_id, self._transactions.clock.now())

    @staticmethod
    def _facts(
        uow: UnitOfWork, incident_id: int, at: datetime, report: Report | None = None
    ) -> RecordedFacts:
        """What was known at an instant, and what went out before (``report``, where given)."""
        incident = uow.incidents.get(incident_id)
        grade = assessment_of(uow, incident, at).grade.confirmed
        noted = uow.incidents.facts(incident_id)
        words = tuple(fact.value for fact in noted if fact.known_at <= at)
        issued = drafting_of(uow, incident, at, before=report).issued
        former = tuple(
            FormerText(one.name, one.content.body, one.signed_at)
            for one in reversed(issued)
            if one.signed_at is not None
        )
        return recorded_facts(case_of(uow, incident, at), grade, words, former)
