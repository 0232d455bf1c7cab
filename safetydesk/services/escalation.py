"""Use cases of the escalation: the office's policy, and the chains that run by copies of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from safetydesk.domain.access import Actor, Permission
from safetydesk.domain.changes import Topic
from safetydesk.domain.escalation import (
    DEFAULT_POLICY,
    PlannedStep,
    Policy,
    Step,
    StepKind,
    begins_chain,
    chain,
    check_policy,
)
from safetydesk.domain.log import EntryDraft, EntryKind
from safetydesk.domain.reminder import AlarmLevel
from safetydesk.domain.reminder_ladder import ESCALATED, NOBODY
from safetydesk.services.log_writing import append_entry
from safetydesk.services.views_escalation import PolicyView

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from safetydesk.domain.alarm_state import Raised
    from safetydesk.domain.reminder import Contact
    from safetydesk.services.reminder_book import Book, Page
    from safetydesk.services.transaction import Act, Outcome, Transactions
    from safetydesk.storage.stores.escalation import RunningStep
    from safetydesk.storage.unit_of_work import UnitOfWork

_CALLS_SOMEBODY = frozenset({StepKind.LEADER, StepKind.OUTSIDE})
_NO_WAY_OUT = "无人可通知：外部通知已全部停用"


class EscalationService:
    """The editable policy; an edit holds for chains that begin after it."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def policy(self) -> PolicyView:
        """The policy that holds, with who entered it; the program's own where nobody has."""
        with self._transactions.read() as uow:
            stored = uow.escalations.policies()
            if not stored:
                return PolicyView(DEFAULT_POLICY)
            by = stored[0].entered_by
            return PolicyView(
                _read(stored[0].steps),
                edition=stored[0].id,
                entered_at=stored[0].entered_at,
                entered_by=uow.people.get(by).name if by is not None else "",
            )

    def enter(self, actor: Actor, policy: Policy) -> Outcome[int]:
        """Enters a policy; the ones before stay on record. Returns its number.

        Raises:
            AccessDenied: not a supervisor.
            RuleViolation: an alarm could stay silent by it.
        """
        check_policy(policy)
        with self._transactions.act(actor, Permission.OFFICE_EDIT) as act:
            before, _ = policy_of(act.uow)
            number = act.uow.escalations.add_policy(_written(policy), act.now, act.actor.person_id)
            act.audit(
                "escalation.policy",
                Topic.OFFICE,
                number,
                before=_written(before),
                after=_written(policy),
            )
        return act.outcome(number)


def policy_of(uow: UnitOfWork) -> tuple[Policy, int | None]:
    """The policy that holds and its number; None for the program's own."""
    stored = uow.escalations.policies()
    return (_read(stored[0].steps), stored[0].id) if stored else (DEFAULT_POLICY, None)


@dataclass(frozen=True)
class ChainPolicy:
    """What a chain that begins now is made of; ``outside``: a way out of the house is on."""

    policy: Policy
    number: int | None
    outside: bool

    @classmethod
    def of(cls, uow: UnitOfWork) -> ChainPolicy:
        """As it stands in the database."""
        policy, number = policy_of(uow)
        return cls(policy, number, bool(uow.notices.channels(enabled=True)))

    def is_discreet(self, level: AlarmLevel, length: timedelta) -> bool:
        """Whether a chain of a level calls nobody within so long of its beginning."""
        return all(
            step.kind not in _CALLS_SOMEBODY or step.after > length for step in self.policy[level]
        )


def begin_chains(
    act: Act, book: Book, added: Iterable[Raised], by: ChainPolicy | None = None
) -> dict[str, tuple[RunningStep, ...]]:
    """Copies the policy into every item that is new, moved or graver by the rows just added.

    ``by`` is the policy where it is known already. Returns the chains that began, by item.
    """
    gravest: dict[str, Raised] = {}
    for row in sorted(added, key=lambda r: r.occurrence.stage_at):
        known = gravest.get(row.occurrence.item)
        if known is None or row.occurrence.level.severity > known.occurrence.level.severity:
            gravest[row.occurrence.item] = row
    if not gravest:
        return {}
    by = by or ChainPolicy.of(act.uow)
    begun: dict[tuple[int, str], tuple[PlannedStep, ...]] = {}
    for item, row in gravest.items():
        page, new = book.pages.get(item), row.occurrence
        shown = page.state.shown if page else None
        due_at = page.newest.occurrence.due_at if page else None
        if begins_chain(new.level, shown, new.due_at, due_at):
            steps = chain(by.policy, new.level, new.stage_at, outside=by.outside)
            begun[row.id, item] = steps
    return act.uow.escalations.begin(begun, by.number)


def take_steps(
    act: Act, pages: Iterable[Page], leader: Contact | None, by: datetime | None = None
) -> dict[str, Page]:
    """Takes every step that is due ``by`` an instant, now if not said, each judged by its state.

    Gives the pages on which any was taken, as they stand with it. A step that has nobody is written
    down and skipped without waiting (peers F3.18).
    """
    taken: dict[str, Page] = {}
    fired: list[RunningStep] = []
    for page in pages:
        own = [_fired(act, page, running, leader) for running in page.steps_owed(by or act.now)]
        if own:
            act.touch(Topic.REMINDERS, page.item)
            taken[page.item] = page.with_steps(own)
            fired += own
    act.uow.escalations.fire(fired)
    return taken


def _fired(act: Act, page: Page, running: RunningStep, leader: Contact | None) -> RunningStep:
    """A step as it is taken now, with its line in the log where it has one."""
    called = _called(act.uow, running, leader)
    needs_somebody = running.step.kind in _CALLS_SOMEBODY
    words = _words(page, running, called)
    if words:
        append_entry(act, EntryDraft(EntryKind.SYSTEM_MESSAGE, words, machine=True))
        act.touch(Topic.LOG)
    return replace(
        running, fired_at=act.now, called=called[:120], nobody=needs_somebody and not called
    )


def _called(uow: UnitOfWork, running: RunningStep, leader: Contact | None) -> str:
    """Who is called by a step; empty for nobody."""
    if running.step.kind is StepKind.LEADER:
        return leader.call if leader is not None and leader.number else ""
    if running.step.kind is StepKind.OUTSIDE:
        return "、".join(channel.name for channel in uow.notices.channels(enabled=True))
    return ""


def _words(page: Page, running: RunningStep, called: str) -> str:
    """The machine line of a step; the line about level Ⅰ has named the leader already."""
    newest = page.newest.occurrence
    if running.step.kind is StepKind.LEADER:
        if newest.level is AlarmLevel.TOP and newest.guidance.lead in {ESCALATED, NOBODY}:
            return ""
        return f"提醒未确认：{newest.title}。{f'{ESCALATED} {called}' if called else NOBODY}"
    if running.step.kind is StepKind.OUTSIDE:
        return f"提醒未确认：{newest.title}。{f'发外部通知：{called}' if called else _NO_WAY_OUT}"
    return ""


def _written(policy: Policy) -> dict[str, Any]:
    """A policy as it is stored: for each level the kinds and their seconds."""
    return {
        str(int(level)): [[s.kind.value, int(s.after.total_seconds())] for s in steps]
        for level, steps in policy.items()
    }


def _read(stored: dict[str, Any]) -> Policy:
    """The policy that was stored."""
    return {
        AlarmLevel(int(level)): tuple(
            Step(StepKind(kind), timedelta(seconds=seconds)) for kind, seconds in steps
        )
        for level, steps in stored.items()
    }
