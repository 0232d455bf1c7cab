"""Reads what rosters and swaps still owe, for the reminders; writes nothing."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from safetydesk.domain.reminder import DutyKind
from safetydesk.domain.roster_reminders import FilingOwed, filing_deadline, swap_deadline
from safetydesk.domain.roster_state import compare, filings, outstanding
from safetydesk.services.duty_days import duty_date
from safetydesk.services.roster_writing import digest_of_turns, planned_turns

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from safetydesk.domain.reminder import Deadline
    from safetydesk.domain.roster_state import RosterStep
    from safetydesk.domain.swap import Swap
    from safetydesk.services.set_apart import SetApart
    from safetydesk.storage.stores.rosters import RosterHead
    from safetydesk.storage.unit_of_work import UnitOfWork

_FAR = timedelta(days=800)


def filings_owed(uow: UnitOfWork, now: datetime, apart: SetApart) -> list[Deadline]:
    """The filings that superiors still wait for, of rosters that are not over.

    A roster that no rule can read is set ``apart``.
    """
    heads = [h for h in uow.rosters.heads(now, now + _FAR) if h.published_at is not None]
    steps = uow.rosters.steps(head.id for head in heads)
    return [
        deadline
        for head in heads
        for deadline in apart.one(
            DutyKind.FILING,
            head.id,
            f"《{head.title}》报备",
            partial(_of_roster, uow, head, steps[head.id]),
        )
    ]


def _of_roster(
    uow: UnitOfWork, head: RosterHead, steps: tuple[RosterStep, ...]
) -> Iterator[Deadline]:
    """The filings of one roster."""
    for owed in (*_never_filed(head, steps), *_changed(uow, head, steps)):
        yield filing_deadline(owed)


def swaps_owed(uow: UnitOfWork, now: datetime, apart: SetApart) -> list[Deadline]:
    """The swaps that somebody still has to decide.

    A swap that no rule can read is set ``apart``.
    """
    swaps = uow.swaps.ending_after(now)
    if not swaps:
        return []
    names = {person.id: person.name for person in uow.people.all(active=False)}
    labels = {post.id: post.label for post in uow.office.posts()}

    def owed(swap: Swap) -> Iterator[Deadline]:
        if not swap.state(now).is_open:
            return
        deadline = swap_deadline(
            swap,
            now,
            post=labels.get(swap.post, swap.post),
            owner=names.get(swap.owner_id, ""),
            awaits=names.get(swap.awaits or 0, ""),
        )
        if deadline is not None:
            yield deadline

    return [
        deadline
        for swap in swaps
        for deadline in apart.one(DutyKind.SWAP, swap.id, "换班申请", partial(owed, swap))
    ]


def _never_filed(head: RosterHead, steps: tuple[RosterStep, ...]) -> Iterator[FilingOwed]:
    """The superior named at publishing, until there is a filing with that superior."""
    if not head.superior or head.published_at is None:
        return
    if any(step.to_whom == head.superior for step in filings(steps)):
        return
    due = head.filing_due_at or head.start_at
    yield FilingOwed(head.id, head.title, head.superior, 0, head.published_at, due)


def _changed(
    uow: UnitOfWork, head: RosterHead, steps: tuple[RosterStep, ...]
) -> Iterator[FilingOwed]:
    """The superiors who were given another plan; asked only where anything was entered since."""
    filed = filings(steps)
    if not filed or head.published_at is None:
        return
    changed_at = uow.rosters.changed_at(head.start_at, head.end_at, filed[0].recorded_at)
    if changed_at is None:
        return
    turns, office = planned_turns(uow, head), uow.office.facts()
    for to_whom in outstanding(steps, digest_of_turns(turns)):
        own = [step for step in filed if step.to_whom == to_whom]
        given = uow.rosters.snapshot(own[-1].id)
        found = compare(given, turns, lambda instant: duty_date(instant, office))
        first = min(turn.start for one in found for turn in (*one.before, *one.after))
        yield FilingOwed(
            head.id,
            head.title,
            to_whom,
            len(own),
            head.published_at,
            head.end_at,
            changed_at,
            first,
        )
