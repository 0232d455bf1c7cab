"""What must hold before a duty changes hands: it is the owner's, and nobody is in two places."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import combinations
from typing import TYPE_CHECKING

from safetydesk.domain.access import ROLE_PERMISSIONS, Permission
from safetydesk.domain.duty import RemoveChange, ReplaceChange
from safetydesk.domain.duty_resolution import resolve
from safetydesk.domain.errors import AccessDenied, RuleViolation
from safetydesk.domain.presence import STANDS_BY
from safetydesk.domain.spans import Span, gaps
from safetydesk.domain.swap import changes_of_swap
from safetydesk.domain.wording import span_text
from safetydesk.services.duty_planning import plan_of
from safetydesk.services.views_swaps import DutyTurn

if TYPE_CHECKING:
    from safetydesk.domain.duty import DutyChange, DutySpan
    from safetydesk.domain.swap import Swap
    from safetydesk.storage.unit_of_work import UnitOfWork

_AROUND = timedelta(days=14)
_OFFERED_DATES = 4


def duties_of(uow: UnitOfWork, person_id: int, window: Span) -> list[DutyTurn]:
    """The planned duties of somebody that meet a window, by time."""
    wide = Span(window.start - timedelta(days=2), window.end + timedelta(days=2))
    plan = replace(plan_of(uow, wide, wide.start), facts=())
    labels = {post.id: post.label for post in uow.office.posts()}
    return [
        DutyTurn(span.post, labels.get(span.post, span.post), span.start, span.end)
        for span in resolve(plan).spans
        if span.person == str(person_id) and Span(span.start, span.end).overlaps(window)
    ]


def check_has_duty(uow: UnitOfWork, person_id: int, post: str, window: Span) -> None:
    """Refuses a swap of time in which the person has no duty on the post (peers C1.4).

    Raises:
        RuleViolation: names the duties that the person does have around that time.
    """
    own = duties_of(uow, person_id, window)
    held = [Span(turn.start, turn.end) for turn in own if turn.post == post]
    if window.length and not gaps(held, window):
        return
    office = uow.office.facts()
    around = duties_of(uow, person_id, Span(window.start - _AROUND, window.end + _AROUND))
    known = [f"{t.label} {span_text(t.start, t.end, office.zoneinfo)}" for t in around]
    raise RuleViolation(
        "swap.no_duty" if known else "swap.no_duty_at_all",
        name=uow.people.get(person_id).name,
        duties="；".join(known[:_OFFERED_DATES]),
    )


def check_taker(uow: UnitOfWork, person_id: int, post: str) -> None:
    """Refuses somebody who has left, or who may not serve the post (domain dossier §4.3.3).

    Raises:
        RuleViolation: not of the office any more, or not of this post.
    """
    person = uow.people.get(person_id)
    if not person.active:
        raise RuleViolation("swap.taker_gone", name=person.name)
    if person.posts and post not in person.posts:
        label = next((p.label for p in uow.office.posts() if p.id == post), post)
        raise RuleViolation("swap.not_eligible", name=person.name, post=label)


def check_nobody_twice(uow: UnitOfWork, swap: Swap) -> None:
    """Refuses a swap after which one of the two would serve two posts at once.

    Raises:
        RuleViolation: names the person and both posts.
    """
    windows = [change.window for change in changes_of_swap(swap)]
    for window in windows:
        plan = replace(plan_of(uow, window, window.start), facts=())
        changes = (*plan.changes, *all_changes(uow, swap))
        spans = resolve(replace(plan, changes=changes)).spans
        for person in (swap.owner_id, swap.taker_id):
            mine = [s for s in spans if s.person == str(person) and s.post not in STANDS_BY]
            _check_apart(uow, mine)


def all_changes(uow: UnitOfWork, swap: Swap, standby: int | None = None) -> tuple[DutyChange, ...]:
    """What the swap alters: the replacements, and the standby that a taker leaves for them.

    ``standby`` stands by instead of the taker; without anybody the post stays empty then.
    """
    made: list[DutyChange] = []
    for change in changes_of_swap(swap):
        made.append(change)
        made += [
            RemoveChange(turn.post, change.by, part)
            if standby is None or change.by != str(swap.taker_id)
            else ReplaceChange(turn.post, change.by, str(standby), part)
            for turn in duties_of(uow, int(change.by), change.window)
            if turn.post in STANDS_BY
            and turn.post != change.post
            and (part := Span(turn.start, turn.end).clip(change.window))
        ]
    return tuple(made)


def check_may_approve(uow: UnitOfWork, person_id: int) -> None:
    """Refuses an approval by somebody whose roles do not carry it.

    Raises:
        AccessDenied: neither a leader nor the supervisor.
    """
    person = uow.people.get(person_id)
    held = frozenset[Permission]().union(*(ROLE_PERMISSIONS[role] for role in person.roles))
    if Permission.DUTY_APPROVE not in held:
        raise AccessDenied(
            "access.denied", permission=Permission.DUTY_APPROVE.value, name=person.name
        )


def _check_apart(uow: UnitOfWork, spans: list[DutySpan]) -> None:
    for one, other in combinations(spans, 2):
        if one.post != other.post and one.start < other.end and other.start < one.end:
            labels = {post.id: post.label for post in uow.office.posts()}
            raise RuleViolation(
                "swap.double_duty",
                name=uow.people.get(int(one.person)).name,
                post=labels.get(one.post, one.post),
                other=labels.get(other.post, other.post),
            )
