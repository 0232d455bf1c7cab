"""Use cases of the roster's cells: who is put into one, and two that are exchanged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from safetydesk.domain.access import Actor, Permission
from safetydesk.domain.changes import Topic
from safetydesk.domain.errors import RuleViolation
from safetydesk.services.duty import DutyService, check_request
from safetydesk.services.roster_findings import allowed
from safetydesk.services.views_duty import ChangeRequest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from safetydesk.domain.spans import Span
    from safetydesk.services.transaction import Outcome, Transactions
    from safetydesk.services.views_duty import DayCell


@dataclass(frozen=True)
class RosterCell:
    """A cell as it was seen when it was edited: the post, the duty day's time, who is there."""

    post: str
    turn: Span
    people: tuple[DayCell, ...] = ()


class DutyCells:
    """Edits of cells are changes of the plan: what was planned stays on record."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def put(self, actor: Actor, cell: RosterCell, person_ids: Sequence[int]) -> Outcome[list[int]]:
        """Makes these people those of the cell; returns the numbers of the changes.

        Who goes is relieved by who comes, in their order and for the same hours.

        Raises:
            RuleViolation: the day is over, or nothing would change.
        """
        there = [person.person_id for person in cell.people]
        comes = [person for person in dict.fromkeys(person_ids) if person not in there]
        goes = [person for person in cell.people if person.person_id not in person_ids]
        return self.change_all(actor, _exchanged(cell, goes, comes))

    def swap(self, actor: Actor, one: RosterCell, other: RosterCell) -> Outcome[list[int]]:
        """Exchanges the people of two cells; from a full one to an empty one they move.

        Raises:
            RuleViolation: a day is over, or both hold the same people.
        """
        ids = [{person.person_id for person in cell.people} for cell in (one, other)]
        out = [person for person in one.people if person.person_id not in ids[1]]
        back = [person for person in other.people if person.person_id not in ids[0]]
        requests = [
            *_exchanged(one, out, [person.person_id for person in back]),
            *_exchanged(other, back, [person.person_id for person in out]),
        ]
        return self.change_all(actor, requests)

    def change_all(self, actor: Actor, requests: Sequence[ChangeRequest]) -> Outcome[list[int]]:
        """Several changes as one act; all or none.

        Raises:
            RuleViolation: nothing to change, a change lies in a duty day that is over, or a rule
                that denies forbids it to whoever comes.
        """
        if not requests:
            raise RuleViolation("duty.change_without_effect")
        for request in requests:
            check_request(request)
        with self._transactions.act(actor, Permission.DUTY_CHANGE) as act:
            if any(request.end <= act.now for request in requests):
                raise RuleViolation("duty.day_is_over")
            with allowed(act, requests):
                made = [DutyService.store_change(act, request) for request in requests]
        return act.outcome(made)

    def withdraw(self, actor: Actor, change_ids: Sequence[int]) -> Outcome[None]:
        """Takes changes back, the last one first."""
        with self._transactions.act(actor, Permission.DUTY_CHANGE) as act:
            for change_id in sorted(change_ids, reverse=True):
                act.uow.duty.withdraw_change(change_id, act.now)
                act.audit("duty.withdraw_change", Topic.DUTY, change_id)
        return act.outcome(None)


def _exchanged(
    cell: RosterCell, goes: Sequence[DayCell], comes: Sequence[int]
) -> list[ChangeRequest]:
    """The changes by which some of a cell's people go and others come."""
    made: list[ChangeRequest] = []
    for at in range(max(len(goes), len(comes))):
        out = goes[at] if at < len(goes) else None
        by = comes[at] if at < len(comes) else None
        kind = "add" if out is None else "remove" if by is None else "replace"
        spans = out.spans if out is not None and out.spans else (cell.turn,)
        made += [
            ChangeRequest(
                kind=kind,
                post=cell.post,
                start=span.start,
                end=span.end,
                person_id=out.person_id if out is not None else None,
                by_id=by,
            )
            for span in spans
        ]
    return made
