"""Use cases of the matrix of competent departments: see it, change the copy, take it back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from safetydesk.domain.access import Actor, Permission
from safetydesk.domain.changes import Topic
from safetydesk.domain.errors import BadInput, RuleViolation
from safetydesk.domain.rule_edition import Origin
from safetydesk.services.competence import (
    MATRIX,
    MATRIX_FILE,
    matrix_edition,
    matrix_fault,
    matrix_in_force,
    read_matrix,
    shipped_matrix_text,
)
from safetydesk.services.rule_editions import digest_of_text
from safetydesk.services.rule_text import differences, line_of
from safetydesk.services.views_rules import PackText, TextVerdict

if TYPE_CHECKING:
    from datetime import datetime

    from safetydesk.domain.competence import Competence
    from safetydesk.services.transaction import Act, Outcome, Transactions
    from safetydesk.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class MatrixView:
    """The matrix as it is in force: whose text, since when, why; ``fault``: it cannot be read.

    Where the office's text cannot be read by this program the shipped rows hold.
    """

    rows: tuple[Competence, ...]
    own: bool
    shipped_moved: bool
    edition: int
    since: datetime | None
    author: str
    reason: str
    fault: BadInput | None


class CompetenceService:
    """The matrix as one text; what is changed holds at once for every incident in hand."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def view(self) -> MatrixView:
        """The rows that hold, and whose they are."""
        with self._transactions.read() as uow:
            newest = matrix_edition(uow)
            author = newest.author_id if newest else None
            own = newest is not None and newest.own
            shipped = digest_of_text(shipped_matrix_text())
            return MatrixView(
                rows=matrix_in_force(uow),
                own=own,
                shipped_moved=newest is not None and own and newest.based_on != shipped,
                edition=newest.number if newest else 0,
                since=newest.since if newest else None,
                author=uow.people.get(author).name if author is not None else "",
                reason=newest.reason if newest else "",
                fault=matrix_fault(uow),
            )

    def text(self, _name: str = MATRIX) -> PackText:
        """The text in force and its difference to the shipped one."""
        with self._transactions.read() as uow:
            text, own = _text_of(uow)
        return PackText(MATRIX, "", text, own, differences(shipped_matrix_text(), text))

    def compare(self, _name: str, text: str) -> TextVerdict:
        """A text that is being written, checked and beside the shipped one."""
        rows = differences(shipped_matrix_text(), text)
        try:
            read_matrix(text, MATRIX_FILE)
        except BadInput as fault:
            return TextVerdict(rows, fault, line_of(fault, text))
        return TextVerdict(rows)

    def save(self, actor: Actor, _name: str, text: str, reason: str) -> Outcome[int]:
        """Puts a text of the office in force; returns the number of the edition.

        Raises:
            AccessDenied: not a supervisor.
            BadInput: it is no matrix, naming line and field.
            RuleViolation: no reason, or it says what is in force already.
        """
        if not reason.strip():
            raise RuleViolation("rule_pack.no_reason")
        read_matrix(text, MATRIX_FILE)
        with self._transactions.act(actor, Permission.OFFICE_EDIT) as act:
            act.uow.rule_editions.keep_others_away()
            number = _put_in_force(act, text, reason.strip())
        return act.outcome(number)

    def take_back(self, actor: Actor, reason: str) -> Outcome[int]:
        """Puts the shipped text in force again.

        Raises:
            AccessDenied: not a supervisor.
            RuleViolation: no reason, or the shipped text is in force.
        """
        return self.save(actor, MATRIX, shipped_matrix_text(), reason)


def _text_of(uow: UnitOfWork) -> tuple[str, bool]:
    """The text in force, and whether it is the office's."""
    newest = matrix_edition(uow)
    if newest is None or not newest.own:
        return shipped_matrix_text(), False
    return uow.rule_editions.text(newest.id), True


def _put_in_force(act: Act, text: str, reason: str) -> int:
    """Writes the next edition, with its audit row; returns its number."""
    before, _own = _text_of(act.uow)
    if text == before:
        raise RuleViolation("rule_pack.unchanged")
    shipped, digest = digest_of_text(shipped_matrix_text()), digest_of_text(text)
    origin = Origin.SHIPPED if digest == shipped else Origin.OFFICE
    number = act.uow.rule_editions.add(
        {
            "pack": MATRIX,
            "origin": origin.value,
            "text": text,
            "digest": digest,
            "based_on": shipped,
            "since": act.now,
            "author_id": act.actor.person_id,
            "reason": reason,
        }
    )
    lines = [f"{row.mark}{row.line}" for row in differences(before, text) if row.mark != " "]
    act.audit(
        "competence.edit",
        Topic.OFFICE,
        before={"digest": digest_of_text(before)},
        after={"edition": number, "reason": reason, "lines": lines},
    )
    act.touch(Topic.INCIDENTS)
    return number
