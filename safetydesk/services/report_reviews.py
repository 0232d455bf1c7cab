"""核稿: a second person reads a report before it is signed, by PIN where the office wants it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from safetydesk.domain.access import Actor, Permission
from safetydesk.domain.changes import Topic
from safetydesk.domain.errors import RuleViolation, StaleVersion
from safetydesk.services.sealing import digest_of

if TYPE_CHECKING:
    from datetime import datetime

    from safetydesk.domain.report import Report
    from safetydesk.services.people import PeopleService
    from safetydesk.services.transaction import Outcome, Transactions
    from safetydesk.storage.unit_of_work import UnitOfWork

_CHOICE, _YES = "report.review_by_pin", "yes"


def is_review_wanted(uow: UnitOfWork) -> bool:
    """Whether the office lets a second person sign by PIN before the leader does."""
    return uow.choices.get(_CHOICE) == _YES


def reviewed_at(uow: UnitOfWork, report: Report) -> datetime | None:
    """When exactly these words were reviewed by PIN; None where they were not."""
    found = uow.reviews.of(report.id, digest_of(report.content.as_json()))
    return found[1] if found else None


def must_be_reviewed(uow: UnitOfWork, report: Report) -> None:
    """Refuses a signature where the office wants a review and these words had none.

    Raises:
        RuleViolation: ``report.not_reviewed``.
    """
    if is_review_wanted(uow) and reviewed_at(uow, report) is None:
        raise RuleViolation("report.not_reviewed", name=report.name)


class ReportReviews:
    """The choice of the office, and the reviews; other words need another review."""

    def __init__(self, transactions: Transactions, people: PeopleService) -> None:
        self._transactions = transactions
        self._people = people

    def wanted(self) -> bool:
        """Whether a PIN is asked for; else the reviewer is a name."""
        with self._transactions.read() as uow:
            return is_review_wanted(uow)

    def choose(self, actor: Actor, *, by_pin: bool) -> Outcome[bool]:
        """Lets reports be reviewed by PIN from now on, or by name again."""
        with self._transactions.act(actor, Permission.OFFICE_EDIT) as act:
            act.uow.choices.put(_CHOICE, _YES if by_pin else "", act.now, act.actor.person_id)
            act.audit("report.review_choice", Topic.OFFICE, after={"by_pin": by_pin})
            act.touch(Topic.REPORTS)
        return act.outcome(by_pin)

    def review(self, reviewer_id: int, pin: str, report_id: int, version: int) -> Outcome[Report]:
        """Somebody else than the writer has read these words.

        Raises:
            RuleViolation: a wrong PIN, the own draft, or signed already.
            AccessDenied: the role may not review.
            StaleVersion: the words are not those that the reviewer saw.
        """
        reviewer = self._people.verify_pin(reviewer_id, pin)
        with self._transactions.act(reviewer, Permission.REPORT_REVIEW) as act:
            report = act.uow.reports.get(report_id)
            if report.is_fixed:
                raise RuleViolation("report.signed", name=report.name)
            if report.drafted_by == reviewer.person_id:
                raise RuleViolation("report.own_review")
            if report.version != version:
                raise StaleVersion("report.stale", id=report_id)
            content = replace(report.content, reviewer=reviewer.name)
            if content != report.content:
                act.uow.reports.change(report_id, version, content=content.as_json())
            digest = digest_of(content.as_json())
            act.uow.reviews.add(report_id, reviewer_id, act.now, digest)
            act.audit("report.review", Topic.REPORTS, report_id, after={"digest": digest})
            report = act.uow.reports.get(report_id)
        return act.outcome(report)
