"""Use cases of reports: draft, save, sign off, send, confirm; and what is told at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from safetydesk.domain.access import Actor, Permission
from safetydesk.domain.changes import Topic
from safetydesk.domain.errors import RuleViolation
from safetydesk.domain.matter import MatterStepKind
from safetydesk.domain.plain_words import plainly
from safetydesk.domain.recipients import PHONE_MEANS
from safetydesk.domain.report_fields import fields_of
from safetydesk.domain.report_series import OFFERS_INSTEAD, ReportType
from safetydesk.services.incident_case import snapshot_of
from safetydesk.services.incident_writing import EntryOf, write_entry
from safetydesk.services.matter_writing import Step, take_step
from safetydesk.services.report_drafting import addressees_of
from safetydesk.services.report_material import drafting_of
from safetydesk.services.report_reading import report_view
from safetydesk.services.report_reviews import must_be_reviewed
from safetydesk.services.report_templates import body_of, content_of
from safetydesk.services.report_writing import (
    Said,
    Sent,
    begin,
    confirm_one,
    deliver,
    digest_of_report,
    fix,
    make_and_send,
    next_of,
)
from safetydesk.services.rule_editions import PackSource, periods_of
from safetydesk.services.views_reports import PhoneScript

if TYPE_CHECKING:
    from datetime import datetime

    from safetydesk.domain.report import Report, ReportContent
    from safetydesk.services.people import PeopleService
    from safetydesk.services.transaction import Act, Outcome, Transactions
    from safetydesk.services.views_reports import ReportView

__all__ = ["Answer", "ReportService", "Said", "Sent"]

_ROUTINE = frozenset(
    {
        ReportType.DAILY,
        ReportType.STATISTICS,
        ReportType.FILING,
        ReportType.TRANSFER,
    }
)


@dataclass(frozen=True)
class Answer:
    """An answer to an office that asked, by telephone or in writing.

    ``closes``: the matter that is done with it.
    """

    asked_by: str
    text: str
    by_phone: bool
    at: datetime | None = None
    taken_by: str = ""
    closes: int | None = None


class ReportService:
    """The reports of the office. Once signed (or said) the words never change."""

    def __init__(
        self, transactions: Transactions, people: PeopleService, packs: PackSource = periods_of
    ) -> None:
        self._transactions = transactions
        self._people = people
        self._packs = packs

    def draft(
        self, actor: Actor, incident_id: int, kind: ReportType, series: int | None = None
    ) -> Outcome[Report]:
        """The next report of a kind, filled from the facts; a draft begun already is given back.

        Raises:
            RuleViolation: not in the order of the series (naming what comes next), or a kind that
                is told instead of drafted.
        """
        if not (kind.numbered or kind is ReportType.FEEDBACK):
            raise RuleViolation("report.not_drafted", kind=kind.chinese_name)
        with self._transactions.act(actor, Permission.REPORT_DRAFT) as act:
            incident = act.uow.incidents.get(incident_id, lock=True)
            place = next_of(act.uow, incident_id, kind, series)
            begun = [
                report
                for report in act.uow.reports.of_incident(incident_id)
                if not report.is_fixed and report.place == place
            ]
            if not begun:
                drafting = drafting_of(act.uow, incident, act.now)
                names = addressees_of(act.uow, incident, place, act.now, self._packs)
                proposed, _ = content_of(act.uow, drafting, place)
                content = replace(proposed, addressees=names)
                report_id = begin(act, place, content, incident_id=incident_id)
                begun = [act.uow.reports.get(report_id)]
        return act.outcome(begun[0])

    def save_draft(
        self, actor: Actor, report_id: int, version: int, content: ReportContent
    ) -> Outcome[Report]:
        """Other words for a draft that is still as the writer saw it.

        Raises:
            RuleViolation: no title; or signed, with ``offers``: a correction or a follow-up.
            StaleVersion: somebody else saved first.
        """
        content = plainly(content)
        if not content.title.strip():
            raise RuleViolation("report.no_title")
        with self._transactions.act(actor, Permission.REPORT_DRAFT) as act:
            self._unsigned(act, report_id)
            act.uow.reports.change(
                report_id, version, title=content.title.strip(), content=content.as_json()
            )
            act.audit("report.save", Topic.REPORTS, report_id)
            report = act.uow.reports.get(report_id)
        return act.outcome(report)

    def drop_draft(self, actor: Actor, report_id: int, version: int, reason: str) -> Outcome[None]:
        """Throws a draft away; what it said stays in the audit trail, with the reason.

        Raises:
            RuleViolation: it is signed, or no reason is given.
            StaleVersion: somebody else saved first.
        """
        if not reason.strip():
            raise RuleViolation("report.drop_without_reason")
        with self._transactions.act(actor, Permission.REPORT_DRAFT) as act:
            report = self._unsigned(act, report_id)
            act.uow.reports.remove_draft(report_id, version)
            before = report.content.as_json()
            after = {"reason": reason.strip()}
            act.audit("report.drop", Topic.REPORTS, report_id, before=before, after=after)
        return act.outcome(None)

    def sign_off(
        self, leader_id: int, pin: str, report_id: int, version: int, *, entry: EntryOf = None
    ) -> Outcome[Report]:
        """A leader signs: the report gets its number and is fixed from now on.

        Raises:
            RuleViolation: a wrong PIN, signed already, not reviewed where the office wants that,
                or no longer next in the series.
            AccessDenied: not a leader.
            StaleVersion: the words are not those that the leader saw.
        """
        leader = self._people.verify_pin(leader_id, pin)
        with self._transactions.act(leader, Permission.REPORT_SIGN) as act:
            report = self._unsigned(act, report_id)
            if report.version != version:
                act.uow.reports.change(report_id, version)
            must_be_reviewed(act.uow, report)
            if report.incident_id is not None:
                act.uow.incidents.get(report.incident_id, lock=True)
                next_of(act.uow, report.incident_id, report.type, report.series)
            fixed = fix(act, report, entry, f"{leader.name}签发")
        return act.outcome(fixed)

    def record_sent(
        self,
        actor: Actor,
        report_id: int,
        sent: Sequence[Sent],
        entry: EntryOf = None,
        *,
        closes: int | None = None,
    ) -> Outcome[Report]:
        """To whom a signed report went, when and by which means; ``closes``: the matter it answers.

        Raises:
            RuleViolation: not signed, nobody, the same recipient twice, a time in the future, or
                the matter is closed already.
        """
        with self._transactions.act(actor, Permission.REPORT_SEND) as act:
            report = act.uow.reports.get(report_id)
            deliver(act, report, sent)
            digest = digest_of_report(report)
            seq = write_entry(act, entry, incident_id=report.incident_id, digest=digest)
            if seq is not None:
                act.uow.reports.change(report_id, report.version, entry_seq=seq)
            if closes is not None:
                names = "、".join(one.recipient for one in sent)
                done = Step(MatterStepKind.CLOSED, text=f"{report.name}报{names}", at=sent[0].at)
                take_step(act, closes, done, seq)
            report = act.uow.reports.get(report_id)
        return act.outcome(report)

    def confirm(
        self,
        actor: Actor,
        report_id: int,
        recipient: str,
        by: str,
        *,
        at: datetime | None = None,
        entry: EntryOf = None,
    ) -> Outcome[Report]:
        """Who of the recipient took the report, and when (电话确认, 签收).

        Raises:
            NotFound: it was not sent there.
            RuleViolation: no name, confirmed already, before it was sent, or in the future.
        """
        with self._transactions.act(actor, Permission.REPORT_SEND) as act:
            confirm_one(act, report_id, recipient, by, at or act.now)
            report = act.uow.reports.get(report_id)
            write_entry(act, entry, incident_id=report.incident_id)
        return act.outcome(report)

    def phone_report(
        self, actor: Actor, incident_id: int, said: Said, entry: EntryOf = None
    ) -> Outcome[Report]:
        """电话快报 in one act: to whom, in which words, who took it.

        Raises:
            RuleViolation: no words, nobody, or a time in the future.
        """
        return self._tell(actor, ReportType.PHONE, said, entry, incident_id)

    def notify_peer(
        self, actor: Actor, incident_id: int, said: Said, entry: EntryOf = None
    ) -> Outcome[Report]:
        """通报公安、人社、工会、检察院 (493号 art. 10); met when the last of the four is told.

        Raises:
            RuleViolation: no words, nobody, or a time in the future.
        """
        return self._tell(actor, ReportType.NOTIFY, said, entry, incident_id)

    def feedback(
        self, actor: Actor, incident_id: int, answer: Answer, entry: EntryOf = None
    ) -> Outcome[Report]:
        """Answers an office that asked; the matter of the question may be closed with it.

        Raises:
            RuleViolation: no words, a time in the future, or the matter is closed already.
        """
        means = PHONE_MEANS if answer.by_phone else "书面"
        sent = Sent(answer.asked_by, means=means, at=answer.at, confirmed_by=answer.taken_by)
        with self._transactions.act(actor, Permission.REPORT_SEND) as act:
            report = make_and_send(
                act,
                ReportType.FEEDBACK,
                Said((sent,), answer.text),
                entry,
                incident_id=incident_id,
                matter_id=answer.closes,
            )
            if answer.closes is not None:
                done = Step(MatterStepKind.CLOSED, text=answer.text, at=answer.at)
                take_step(act, answer.closes, done, report.entry_seq)
        return act.outcome(report)

    def routine(
        self,
        actor: Actor,
        kind: ReportType,
        said: Said,
        *,
        incident_id: int | None = None,
        entry: EntryOf = None,
    ) -> Outcome[Report]:
        """统计直报, 报备, 转送, the 日报 of an incident: recorded as sent.

        日报 and 零报告 of the office itself are signed first (``DailyReports``).

        Raises:
            RuleViolation: another kind, no words, nobody, or a time in the future.
        """
        if kind not in _ROUTINE or (kind.of_the_day and incident_id is None):
            raise RuleViolation("report.not_routine", kind=kind.chinese_name)
        return self._tell(actor, kind, said, entry, incident_id)

    def phone_script(self, incident_id: int) -> PhoneScript:
        """What to say on the telephone as the facts stand, point by point with its heading."""
        now = self._transactions.clock.now()
        with self._transactions.read() as uow:
            known = snapshot_of(uow, uow.incidents.get(incident_id), now)
            body, _ = body_of(uow, ReportType.PHONE, fields_of(known, ReportType.PHONE))
            greeting = f"这里是{uow.office.facts().desk_name}。"
            return PhoneScript(greeting, tuple((lead, words) for lead, words in body if words))

    def view(self, report_id: int, now: datetime | None = None) -> ReportView:
        """A report for the composer.

        Raises:
            NotFound: there is none of that id.
        """
        with self._transactions.read() as uow:
            at = now or self._transactions.clock.now()
            return report_view(uow, uow.reports.get(report_id), at, self._packs)

    def of_incident(self, incident_id: int) -> list[Report]:
        """The reports of an incident, drafts included, in the order in which they were begun."""
        with self._transactions.read() as uow:
            return uow.reports.of_incident(incident_id)

    def drafts(self) -> list[Report]:
        """Everything begun and not signed."""
        with self._transactions.read() as uow:
            return uow.reports.drafts()

    def sent_between(self, start: datetime, end: datetime) -> list[Report]:
        """The reports first sent in ``[start, end)``, with or without an incident."""
        with self._transactions.read() as uow:
            return uow.reports.sent_between(start, end)

    def _tell(
        self,
        actor: Actor,
        kind: ReportType,
        said: Said,
        entry: EntryOf,
        incident_id: int | None,
    ) -> Outcome[Report]:
        """A report that is written, fixed and sent in one act."""
        with self._transactions.act(actor, Permission.REPORT_SEND) as act:
            report = make_and_send(act, kind, said, entry, incident_id=incident_id)
        return act.outcome(report)

    @staticmethod
    def _unsigned(act: Act, report_id: int) -> Report:
        """The draft; a signed report is refused with what can be made instead (case P-02)."""
        report = act.uow.reports.get(report_id)
        if report.is_fixed:
            raise RuleViolation(
                "report.signed",
                name=report.name,
                offers=tuple(kind.value for kind in OFFERS_INSTEAD),
            )
        return report
