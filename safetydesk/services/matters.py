"""Use cases of matters (交办督办): open, assign, receive, answer, urge, return, close."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from safetydesk.domain.access import Actor, Permission
from safetydesk.domain.changes import Topic
from safetydesk.domain.errors import NotFound, RuleViolation
from safetydesk.domain.matter import Matter, MatterState, MatterStepKind
from safetydesk.services.matter_writing import (
    NewMatter,
    Step,
    add_matter,
    open_matter,
    put_step,
    take_step,
)
from safetydesk.services.set_apart import one_by_one
from safetydesk.services.views_matters import MatterView, matter_view

if TYPE_CHECKING:
    from datetime import datetime

    from safetydesk.services.incident_writing import EntryOf
    from safetydesk.services.transaction import Outcome, Transactions

_PREFIX = "M-"
_CARRIED = {
    MatterState.WAITING: MatterStepKind.OPENED,
    MatterState.ASSIGNED: MatterStepKind.ASSIGNED,
    MatterState.RECEIVED: MatterStepKind.RECEIVED,
    MatterState.IN_PROGRESS: MatterStepKind.PROGRESS,
    MatterState.ANSWERED: MatterStepKind.FEEDBACK,
    MatterState.RETURNED: MatterStepKind.RETURNED,
}


class MatterService:
    """The matters of the office. Each stays visible until it is closed with a result (闭环)."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def open(self, actor: Actor, new: NewMatter, entry: EntryOf = None) -> Outcome[Matter]:
        """A new matter, from an entry written now or before.

        Raises:
            AccessDenied, RuleViolation, NotFound: nothing was written.
        """
        with self._transactions.act(actor, Permission.MATTER_RECORD) as act:
            matter = open_matter(act, new, entry)
        return act.outcome(matter)

    def carry_over(self, actor: Actor, new: NewMatter, state: MatterState) -> Outcome[Matter]:
        """A matter taken over from the paper register, standing as it stood there.

        Raises:
            RuleViolation: no title, or it is closed already.
        """
        kind = _CARRIED.get(state)
        if kind is None:
            raise RuleViolation("matter.closed", number=new.title)
        with self._transactions.act(actor, Permission.MATTER_RECORD) as act:
            matter_id = add_matter(act, new, opened_at=None)
            unit = new.owner if kind is MatterStepKind.ASSIGNED else ""
            put_step(act, matter_id, Step(kind, unit=unit, text=new.text, due_at=new.due_at), None)
            matter = act.uow.matters.get(matter_id)
        return act.outcome(matter)

    def step(
        self, actor: Actor, matter_id: int, step: Step, entry: EntryOf = None
    ) -> Outcome[Matter]:
        """Any step but closing: assign, receive, progress, feedback, new term, urge, return.

        Raises:
            RuleViolation: closed already, in the future, a return without a reason, or the
                closing step (which needs its own verb).
        """
        if step.kind in (MatterStepKind.CLOSED, MatterStepKind.OPENED):
            raise RuleViolation("matter.not_a_step", kind=step.kind.chinese_name)
        if step.kind is MatterStepKind.DUE_CHANGED and step.due_at is None:
            raise RuleViolation("matter.no_term")
        with self._transactions.act(actor, Permission.MATTER_RECORD) as act:
            matter = take_step(act, matter_id, step, entry)
        return act.outcome(matter)

    def close(
        self,
        actor: Actor,
        matter_id: int,
        result: str,
        *,
        at: datetime | None = None,
        entry: EntryOf = None,
    ) -> Outcome[Matter]:
        """Closes a matter with its result (办结).

        Raises:
            RuleViolation: closed already, in the future, or without a result.
        """
        closing = Step(MatterStepKind.CLOSED, text=result, at=at)
        with self._transactions.act(actor, Permission.MATTER_RECORD) as act:
            matter = take_step(act, matter_id, closing, entry)
        return act.outcome(matter)

    def revise(
        self, actor: Actor, matter_id: int, version: int, *, title: str, owner: str
    ) -> Outcome[Matter]:
        """Another title or owner, where nobody else changed the matter meanwhile.

        Raises:
            RuleViolation: no title.
            StaleVersion: somebody else saved first.
        """
        if not title.strip():
            raise RuleViolation("matter.no_title")
        with self._transactions.act(actor, Permission.MATTER_RECORD) as act:
            before = act.uow.matters.get(matter_id, lock=True)
            act.uow.matters.change(matter_id, version, title=title.strip(), owner=owner.strip())
            act.audit(
                "matter.revise",
                Topic.MATTERS,
                matter_id,
                before={"title": before.title, "owner": before.owner},
                after={"title": title.strip(), "owner": owner.strip()},
            )
            matter = act.uow.matters.get(matter_id)
        return act.outcome(matter)

    def view(self, matter_id: int, now: datetime | None = None) -> MatterView:
        """One matter with its steps.

        Raises:
            NotFound: there is none of that id.
        """
        with self._transactions.read() as uow:
            return matter_view(uow.matters.get(matter_id), self._at(now))

    def open_matters(self, now: datetime | None = None) -> list[MatterView]:
        """What is not closed and can be read, by number."""
        at = self._at(now)
        with self._transactions.read() as uow:
            views = one_by_one(
                lambda: (matter_view(matter, at) for matter in uow.matters.open()),
                partial(uow.matters.heads, self._transactions.clock.now()),
                lambda head: matter_view(uow.matters.get(head.id), at),
            )
            return list(views)

    def closed_since(self, since: datetime) -> list[MatterView]:
        """What was closed at or after an instant, by number."""
        with self._transactions.read() as uow:
            return [
                matter_view(matter, self._at(None)) for matter in uow.matters.closed_since(since)
            ]

    def numbered(self, number: str) -> Matter:
        """The matter of a printed number (M-2025-063).

        Raises:
            NotFound: there is none, or it is no such number.
        """
        year, _, serial = number.removeprefix(_PREFIX).partition("-")
        if year.isdecimal() and serial.isdecimal():
            with self._transactions.read() as uow:
                found = uow.matters.numbered(int(year), int(serial))
            if found is not None:
                return found
        raise NotFound("matter.no_such_number", number=number)

    def _at(self, now: datetime | None) -> datetime:
        return now or self._transactions.clock.now()
