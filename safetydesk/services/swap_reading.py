"""Reads swaps for screens, with what the person at the desk may do about each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safetydesk.domain.access import Actor, Permission
from safetydesk.domain.swap import Swap, SwapState, SwapStepKind
from safetydesk.services.views_swaps import DutyTurn, SwapStepView, SwapView

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from safetydesk.storage.unit_of_work import UnitOfWork

Kind = SwapStepKind


def swap_views(
    uow: UnitOfWork, swaps: Iterable[Swap], actor: Actor | None, now: datetime
) -> list[SwapView]:
    """The swaps with names and words."""
    names = {person.id: person.name for person in uow.people.all(active=False)}
    labels = {post.id: post.label for post in uow.office.posts()}
    return [_view(swap, names, labels, actor, now) for swap in swaps]


def acts_of(swap: Swap, actor: Actor | None, now: datetime) -> frozenset[SwapStepKind]:
    """The steps that somebody may take now; checked again when taken."""
    if actor is None or now >= swap.window.start:
        return frozenset()
    me, state = actor.person_id, swap.state(now)
    speaks = actor.may(Permission.DUTY_EDIT)
    parties = {swap.owner_id, swap.taker_id}
    approves = actor.may(Permission.DUTY_APPROVE) and me not in parties
    allowed = {
        Kind.OFFERED: state is SwapState.ASKED and me != swap.owner_id,
        Kind.CONSENTED: state is SwapState.OFFERED and (speaks or me == swap.awaits),
        Kind.APPROVED: state is SwapState.CONSENTED and approves,
        Kind.DECLINED: (state is SwapState.OFFERED and (speaks or me == swap.awaits))
        or (state is SwapState.CONSENTED and approves),
        Kind.RETRACTED: state in (SwapState.OFFERED, SwapState.CONSENTED)
        and (speaks or me in parties),
        Kind.WITHDRAWN: (state.is_open or state is SwapState.APPROVED)
        and (speaks or me == swap.owner_id),
    }
    return frozenset(kind for kind, may in allowed.items() if may)


def _view(
    swap: Swap, names: dict[int, str], labels: dict[str, str], actor: Actor | None, now: datetime
) -> SwapView:
    """One swap."""
    given = swap.given
    return SwapView(
        id=swap.id,
        kind=swap.kind,
        state=swap.state(now),
        post=swap.post,
        label=labels.get(swap.post, swap.post),
        owner_id=swap.owner_id,
        owner=names.get(swap.owner_id, ""),
        taker_id=swap.taker_id,
        taker=names.get(swap.taker_id or 0, ""),
        start=swap.window.start,
        end=swap.window.end,
        given=DutyTurn(
            given.post, labels.get(given.post, given.post), given.window.start, given.window.end
        )
        if given
        else None,
        reason=swap.reason,
        awaits=names.get(swap.awaits or 0, ""),
        steps=tuple(
            SwapStepView(
                step.kind,
                step.at,
                names.get(step.person_id, ""),
                step.author if step.author_id != step.person_id else "",
                step.text,
            )
            for step in swap.steps
        ),
        acts=acts_of(swap, actor, now),
    )
