"""How a swap's steps are written, and how an approved swap enters and leaves the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safetydesk.domain.changes import Topic
from safetydesk.domain.duty import AddChange, RemoveChange
from safetydesk.domain.duty_resolution import resolve
from safetydesk.domain.errors import RuleViolation
from safetydesk.domain.log import EntryDraft, EntryKind
from safetydesk.domain.presence import STANDS_BY
from safetydesk.domain.roster_state import filings
from safetydesk.domain.swap import Swap, SwapStep, changes_of_swap, check_swap_step
from safetydesk.domain.wording import span_text
from safetydesk.services.duty_planning import plan_of
from safetydesk.services.log_writing import append_entry
from safetydesk.services.roster_findings import denied_to, refuse_new
from safetydesk.services.swap_checks import all_changes, check_taker

if TYPE_CHECKING:
    from safetydesk.domain.duty import DutyChange
    from safetydesk.domain.roster_findings import RosterFinding
    from safetydesk.domain.spans import Span
    from safetydesk.services.transaction import Act
    from safetydesk.storage.unit_of_work import UnitOfWork

REFILE = "值班表已报备，此项变动须重新报备"


def write_step(act: Act, swap: Swap, step: SwapStep) -> Swap:
    """Checks and writes one step; returns the swap with it.

    Raises:
        RuleViolation: the swap does not allow it.
    """
    if swap.steps:
        check_swap_step(swap, step, act.now)
    act.uow.swaps.add_step(
        {
            "swap_id": swap.id,
            "kind": step.kind.value,
            "at": step.at,
            "person_id": step.person_id,
            "author_id": step.author_id,
            "taker_id": step.taker_id,
            "return_post": step.given.post if step.given else None,
            "return_start_at": step.given.window.start if step.given else None,
            "return_end_at": step.given.window.end if step.given else None,
            "text": step.text,
        }
    )
    act.audit(f"swap.{step.kind.value}", Topic.SWAPS, swap.id, after={"person": step.person_id})
    act.touch(Topic.REMINDERS)
    return swap.after(step)


def put_into_plan(act: Act, swap: Swap, approver_id: int, standby_id: int | None = None) -> None:
    """The changes of an approved swap, and the line in the log.

    ``standby_id`` stands by instead of a taker who leaves the standby post for the duty.

    Raises:
        RuleViolation: a rule that denies (rest, the law on nights, absence) forbids it to one of
            them, or the person who is to stand by may not.
    """
    approver = act.uow.people.get(approver_id).name
    allowed = _denied(act, swap, standby_id)
    changes = all_changes(act.uow, swap, standby_id)
    left = [change.post for change in changes if change.post in STANDS_BY]
    for post in left if standby_id is not None else ():
        check_taker(act.uow, standby_id or 0, post)
    for change in changes:
        act.uow.duty.add_change(
            {
                **_columns(change),
                "reason": swap.reason,
                "approved_by": approver,
                "entered_at": act.now,
                "entered_by": act.actor.person_id,
                "swap_id": swap.id,
            }
        )
    refuse_new(act.uow, _denied(act, swap, standby_id) - allowed, "swap.denied")
    act.touch(Topic.DUTY)
    words = f"{swap.kind.chinese_name}：{_said(act.uow, swap)}，{approver}批准"
    if left:
        by = act.uow.people.get(standby_id).name if standby_id is not None else ""
        words += f"；原备班由{by}接替" if by else "；原备班空出"
    _write_line(act, swap, words)


def take_out_of_plan(act: Act, swap: Swap) -> None:
    """Withdraws the changes that a swap made.

    Raises:
        RuleViolation: a later change rests on them.
    """
    windows = [change.window for change in changes_of_swap(swap)]
    before = {change for window in windows for change in _idle(act.uow, window)}
    for change in act.uow.duty.changes_of_swap(swap.id):
        act.uow.duty.withdraw_change(change.id, act.now)
    if {change for window in windows for change in _idle(act.uow, window)} - before:
        raise RuleViolation("swap.built_upon")
    act.touch(Topic.DUTY)
    _write_line(act, swap, f"撤回{swap.kind.chinese_name}：{_said(act.uow, swap)}，仍按原安排")


def _denied(act: Act, swap: Swap, standby_id: int | None) -> frozenset[RosterFinding]:
    """What the rules forbid those who take part, around the duties that change hands."""
    named = (swap.owner_id, swap.taker_id, standby_id)
    parties = [person for person in named if person is not None]
    windows = [change.window for change in changes_of_swap(swap)]
    return denied_to(act.uow, parties, windows, act.now)


def _idle(uow: UnitOfWork, window: Span) -> set[int]:
    """The changes in force that alter nothing in a window."""
    stored = uow.duty.changes(window.start, window.end)
    unused = resolve(plan_of(uow, window, window.start)).no_effect
    return {stored[at].id for at in unused}


def _said(uow: UnitOfWork, swap: Swap) -> str:
    """The swap in the words of the log."""
    zone = uow.office.facts().zoneinfo
    labels = {post.id: post.label for post in uow.office.posts()}
    owner = uow.people.get(swap.owner_id).name
    taker = uow.people.get(swap.taker_id).name if swap.taker_id else ""
    reason = f"（{swap.reason}）" if swap.reason else ""
    when = span_text(swap.window.start, swap.window.end, zone)
    words = f"{when} {labels.get(swap.post, swap.post)}{owner}{reason}由{taker}接替"
    if swap.given is None:
        return words
    given = span_text(swap.given.window.start, swap.given.window.end, zone)
    return f"{words}，{given} {labels.get(swap.given.post, swap.given.post)}{taker}由{owner}接替"


def _write_line(act: Act, swap: Swap, words: str) -> None:
    """One line of 人员变动, with what is owed to the superior."""
    handling = REFILE if _filed(act.uow, swap) else ""
    append_entry(act, EntryDraft(EntryKind.STAFF_CHANGE, words, handling=handling))
    act.touch(Topic.LOG)


def _filed(uow: UnitOfWork, swap: Swap) -> bool:
    """Whether a roster that speaks of the duty was filed with the superior."""
    rosters = uow.duty.rosters(swap.window.start, swap.window.end)
    steps = uow.rosters.steps(roster.id for roster in rosters)
    return any(filings(steps[roster.id]) for roster in rosters)


def _columns(change: DutyChange) -> dict[str, object]:
    """A change as its row."""
    by = None if isinstance(change, RemoveChange) else int(change.by)
    person = None if isinstance(change, AddChange) else int(change.person)
    kind = "remove" if by is None else "add" if person is None else "replace"
    return {
        "kind": kind,
        "post": change.post,
        "person_id": person,
        "by_id": by,
        "start_at": change.window.start,
        "end_at": change.window.end,
    }
