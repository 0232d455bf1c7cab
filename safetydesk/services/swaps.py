"""Use cases of swaps and substitutions: ask, offer, consent, approve, decline, withdraw, record."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from safetydesk.domain.access import Actor, Permission
from safetydesk.domain.clock import whole_minute
from safetydesk.domain.errors import AccessDenied, RuleViolation
from safetydesk.domain.spans import Span
from safetydesk.domain.swap import Given, Swap, SwapKind, SwapState, SwapStep, SwapStepKind
from safetydesk.services.swap_checks import (
    check_has_duty,
    check_may_approve,
    check_nobody_twice,
    check_taker,
    duties_of,
)
from safetydesk.services.swap_reading import swap_views
from safetydesk.services.swap_standby import standby_left
from safetydesk.services.swap_writing import put_into_plan, take_out_of_plan, write_step

if TYPE_CHECKING:
    from datetime import datetime

    from safetydesk.services.transaction import Act, Outcome, Transactions
    from safetydesk.services.views_swaps import DutyTurn, StandbyLeft, SwapRequest, SwapView

Kind = SwapStepKind


class SwapService:
    """Whoever has a duty, or would take it, decides; a supervisor may record what either said.

    Only an approval alters the plan.
    """

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def ask(self, actor: Actor, request: SwapRequest) -> Outcome[int]:
        """Somebody is wanted for a duty, or for a part of it; returns the swap's number.

        A part that has begun already is cut off: what was served stays served.

        Raises:
            AccessDenied: for somebody else, and not the supervisor.
            RuleViolation: no duty of the owner then (names those there are), over already, or a
                taker who may not serve the post.
        """
        with self._transactions.act(actor, Permission.DUTY_CHANGE) as act:
            swap = _ask(act, request)
        return act.outcome(swap.id)

    def record(
        self,
        actor: Actor,
        request: SwapRequest,
        *,
        approver_id: int | None = None,
        standby_id: int | None = None,
    ) -> Outcome[int]:
        """A supervisor writes down what both sides agreed, with whoever approved it.

        Without ``approver_id`` the supervisor approves; ``standby_id`` as in ``approve``.

        Raises:
            AccessDenied: not the supervisor, or an approver who may not approve.
            RuleViolation: as ``ask`` and ``approve``; nothing is kept then.
        """
        if request.taker_id is None:
            raise RuleViolation("swap.no_taker")
        with self._transactions.act(actor, Permission.DUTY_EDIT) as act:
            swap = _ask(act, request)
            swap = write_step(act, swap, _step(act, Kind.CONSENTED, request.taker_id))
            approver = actor.person_id if approver_id is None else approver_id
            _approve(act, swap, approver or 0, standby_id=standby_id)
        return act.outcome(swap.id)

    def offer(
        self, actor: Actor, swap_id: int, taker_id: int | None = None, given: Given | None = None
    ) -> Outcome[SwapState]:
        """我来顶班: somebody is willing; with ``given`` only in exchange for that duty.

        Raises:
            RuleViolation: decided already, begun, one's own duty, or not of this post.
        """
        with self._transactions.act(actor, Permission.DUTY_CHANGE) as act:
            swap = act.uow.swaps.get(swap_id, lock=True)
            taker = _self_or_other(actor, taker_id)
            check_taker(act.uow, taker, swap.post)
            if given is not None:
                check_has_duty(act.uow, taker, given.post, given.window)
            step = _step(act, Kind.OFFERED, taker, taker_id=taker, given=given)
            swap = write_step(act, swap, step)
        return act.outcome(swap.state(act.now))

    def consent(self, actor: Actor, swap_id: int) -> Outcome[SwapState]:
        """The other side agrees; now somebody must approve.

        Raises:
            AccessDenied: not one's own consent, and not the supervisor.
            RuleViolation: not asked for, begun, or one of the two would be in two places.
        """
        with self._transactions.act(actor, Permission.DUTY_CHANGE) as act:
            swap = act.uow.swaps.get(swap_id, lock=True)
            person = _self_or_other(actor, swap.awaits)
            swap = write_step(act, swap, _step(act, Kind.CONSENTED, person))
            check_nobody_twice(act.uow, swap)
        return act.outcome(swap.state(act.now))

    def approve(
        self, actor: Actor, swap_id: int, text: str = "", standby_id: int | None = None
    ) -> Outcome[SwapState]:
        """A leader or the supervisor approves: the plan changes, the log says so.

        ``standby_id`` stands by instead of a taker who leaves the standby post for the duty.

        Raises:
            AccessDenied: may not approve.
            RuleViolation: not agreed, begun, one's own swap, or the plan has changed since.
        """
        with self._transactions.act(actor, Permission.DUTY_APPROVE) as act:
            swap = act.uow.swaps.get(swap_id, lock=True)
            swap = _approve(act, swap, actor.person_id or 0, text, standby_id)
        return act.outcome(swap.state(act.now))

    def decline(self, actor: Actor, swap_id: int, text: str = "") -> Outcome[SwapState]:
        """Whoever was asked says no, or whoever approves does; the plan stays.

        Raises:
            AccessDenied: neither.
            RuleViolation: decided already, or begun.
        """
        with self._transactions.act(actor, Permission.READ) as act:
            swap = act.uow.swaps.get(swap_id, lock=True)
            if swap.state(act.now) is SwapState.CONSENTED:
                actor.must(Permission.DUTY_APPROVE)
                person = actor.person_id or 0
            else:
                person = _self_or_other(actor, swap.awaits)
            swap = write_step(act, swap, _step(act, Kind.DECLINED, person, text=text))
        return act.outcome(swap.state(act.now))

    def retract(self, actor: Actor, swap_id: int, text: str = "") -> Outcome[SwapState]:
        """The taker steps back, or the owner does not want this taker: it is open again.

        Raises:
            AccessDenied: neither of the two, and not the supervisor.
            RuleViolation: approved or decided already, or begun.
        """
        with self._transactions.act(actor, Permission.DUTY_CHANGE) as act:
            swap = act.uow.swaps.get(swap_id, lock=True)
            mine = actor.person_id in {swap.owner_id, swap.taker_id}
            person = _self_or_other(actor, actor.person_id if mine else swap.taker_id)
            swap = write_step(act, swap, _step(act, Kind.RETRACTED, person, text=text))
        return act.outcome(swap.state(act.now))

    def withdraw(self, actor: Actor, swap_id: int, text: str = "") -> Outcome[SwapState]:
        """The owner takes it back, until the duty begins; an approved one leaves the plan.

        Raises:
            AccessDenied: not the owner, and not the supervisor.
            RuleViolation: begun, or a later swap rests on it.
        """
        with self._transactions.act(actor, Permission.DUTY_CHANGE) as act:
            swap = act.uow.swaps.get(swap_id, lock=True)
            person = _self_or_other(actor, swap.owner_id)
            approved = swap.state(act.now) is SwapState.APPROVED
            swap = write_step(act, swap, _step(act, Kind.WITHDRAWN, person, text=text))
            if approved:
                take_out_of_plan(act, swap)
        return act.outcome(swap.state(act.now))

    def standby_left(
        self, owner_id: int, taker_id: int, post: str, start: datetime, end: datetime
    ) -> tuple[StandbyLeft, ...]:
        """The turns of standing by that a taker would leave, and who could stand by instead."""
        with self._transactions.read() as uow:
            return standby_left(uow, taker_id, post, Span(start, end), (owner_id,))

    def current(self, actor: Actor | None) -> list[SwapView]:
        """The swaps of duties that are not over, open ones first, with what the actor may do."""
        now = self._transactions.clock.now()
        with self._transactions.read() as uow:
            views = swap_views(uow, uow.swaps.ending_after(now), actor, now)
        return sorted(views, key=lambda view: (not view.state.is_open, view.start, view.id))

    def meeting(self, actor: Actor | None, start: datetime, end: datetime) -> list[SwapView]:
        """The swaps of duties in ``[start, end)``, by the order in which they were asked."""
        now = self._transactions.clock.now()
        with self._transactions.read() as uow:
            return swap_views(uow, uow.swaps.meeting(start, end), actor, now)

    def duties(self, person_id: int, start: datetime, end: datetime) -> list[DutyTurn]:
        """The planned duties of somebody in ``[start, end)``: what there is to swap."""
        with self._transactions.read() as uow:
            return duties_of(uow, person_id, Span(start, end))


def _ask(act: Act, request: SwapRequest) -> Swap:
    """A new swap with its first step, checked."""
    uow, window, given = act.uow, _window(request, act.now), _given(request)
    owner = _self_or_other(act.actor, request.owner_id)
    check_has_duty(uow, owner, request.post, window)
    if request.taker_id is not None:
        if request.taker_id == owner:
            raise RuleViolation("swap.own_duty")
        check_taker(uow, request.taker_id, request.post)
    if given is not None:
        if request.taker_id is None:
            raise RuleViolation("swap.no_taker")
        check_has_duty(uow, request.taker_id, given.post, given.window)
        check_taker(uow, owner, given.post)
    swap_id = uow.swaps.add(
        {
            "kind": (SwapKind.EXCHANGE if given else request.kind).value,
            "post": request.post,
            "owner_id": owner,
            "start_at": window.start,
            "end_at": window.end,
            "reason": request.reason.strip(),
        }
    )
    step = _step(act, Kind.ASKED, owner, taker_id=request.taker_id, given=given)
    return write_step(act, uow.swaps.get(swap_id), step)


def _approve(
    act: Act, swap: Swap, approver_id: int, text: str = "", standby_id: int | None = None
) -> Swap:
    """The approval and what it does to the plan."""
    check_may_approve(act.uow, approver_id)
    after = write_step(act, swap, _step(act, Kind.APPROVED, approver_id, text=text))
    check_has_duty(act.uow, swap.owner_id, swap.post, swap.window)
    if swap.given is not None and swap.taker_id is not None:
        check_has_duty(act.uow, swap.taker_id, swap.given.post, swap.given.window)
    check_nobody_twice(act.uow, swap)
    put_into_plan(act, after, approver_id, standby_id)
    return after


def _step(
    act: Act,
    kind: SwapStepKind,
    person_id: int,
    *,
    taker_id: int | None = None,
    given: Given | None = None,
    text: str = "",
) -> SwapStep:
    """A step decided by somebody and recorded by the actor, now."""
    author = act.actor
    return SwapStep(
        kind, act.now, person_id, author.person_id, author.name, taker_id, given, text.strip()
    )


def _self_or_other(actor: Actor, person_id: int | None) -> int:
    """For whom the actor speaks: for oneself, or as the supervisor for anybody."""
    wanted = actor.person_id if person_id is None else person_id
    if wanted is None:
        raise AccessDenied("session.nobody", name=actor.name)
    if wanted != actor.person_id and not actor.may(Permission.DUTY_EDIT):
        raise AccessDenied("swap.not_yours", name=actor.name)
    return wanted


def _window(request: SwapRequest, now: datetime) -> Span:
    """The time asked for, without what has begun already."""
    start = max(whole_minute(request.start), _next_minute(now))
    end = whole_minute(request.end)
    if request.end <= request.start:
        raise RuleViolation("duty.change_without_time")
    if end <= start:
        raise RuleViolation("swap.past_due", start=request.start)
    return Span(start, end)


def _next_minute(now: datetime) -> datetime:
    """The first whole minute that has not begun."""
    return whole_minute(now) + timedelta(minutes=1)


def _given(request: SwapRequest) -> Given | None:
    """What the taker gives in exchange."""
    if not request.given_post or request.given_start is None or request.given_end is None:
        return None
    return Given(request.given_post, Span(request.given_start, request.given_end))
