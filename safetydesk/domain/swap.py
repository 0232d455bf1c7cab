"""Swaps and substitutions (调班、替班): their steps, who may take the next one, what follows.

A swap is asked for by whoever has the duty, or offered by somebody who would take it; the other
side consents, somebody else approves (domain dossier §4.5). The state is derived from the steps
and the present moment; nothing but an approval alters the plan.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from safetydesk.domain.duty import ReplaceChange
from safetydesk.domain.errors import RuleViolation
from safetydesk.domain.incident import Term

if TYPE_CHECKING:
    from safetydesk.domain.spans import Span


class SwapKind(Term):
    """What sort of swap it is."""

    EXCHANGE = "exchange", "互换"
    SUBSTITUTE = "substitute", "替班"
    REASSIGN = "reassign", "请假改派"


class SwapStepKind(Term):
    """What can be done about a swap."""

    ASKED = "asked", "提出"
    OFFERED = "offered", "愿意承接"
    CONSENTED = "consented", "同意"
    APPROVED = "approved", "批准"
    DECLINED = "declined", "不同意"
    RETRACTED = "retracted", "退出承接"
    WITHDRAWN = "withdrawn", "撤回"


class SwapState(Term):
    """How a swap stands; derived, never stored."""

    ASKED = "asked", "待承接"
    OFFERED = "offered", "待对方同意"
    CONSENTED = "consented", "待批准"
    APPROVED = "approved", "已批准"
    DECLINED = "declined", "未同意"
    WITHDRAWN = "withdrawn", "已撤回"
    PAST_DUE = "past_due", "已过期"

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to decide."""
        return self in _OPEN


_OPEN = frozenset({SwapState.ASKED, SwapState.OFFERED, SwapState.CONSENTED})


@dataclass(frozen=True)
class Given:
    """The duty that the other side gives in exchange."""

    post: str
    window: Span


@dataclass(frozen=True)
class SwapStep:
    """One step: ``person_id`` decided it, ``author`` recorded it; the two may differ.

    ``taker_id`` and ``given`` are set by asking somebody by name and by offering.
    """

    kind: SwapStepKind
    at: datetime
    person_id: int
    author_id: int | None = None
    author: str = ""
    taker_id: int | None = None
    given: Given | None = None
    text: str = ""


@dataclass(frozen=True)
class Swap:
    """A duty, or a part of it, for which its owner wants another; with all steps so far."""

    id: int
    kind: SwapKind
    post: str
    owner_id: int
    window: Span
    reason: str
    version: int
    steps: tuple[SwapStep, ...]

    @property
    def taker_id(self) -> int | None:
        """Whoever would serve instead, as far as that is known."""
        return self._agreed.taker_id if self._agreed else None

    @property
    def given(self) -> Given | None:
        """What the taker gives in exchange."""
        return self._agreed.given if self._agreed else None

    @property
    def awaits(self) -> int | None:
        """Whose consent is missing; None unless one side has proposed to the other."""
        if self._standing is not SwapState.OFFERED or self._agreed is None:
            return None
        proposed_by_owner = self._agreed.kind is SwapStepKind.ASKED
        return self._agreed.taker_id if proposed_by_owner else self.owner_id

    def state(self, now: datetime) -> SwapState:
        """How it stands at an instant; what nobody decided before the duty began is past due."""
        standing = self._standing
        return SwapState.PAST_DUE if standing.is_open and now >= self.window.start else standing

    def after(self, step: SwapStep) -> Swap:
        """The swap with one more step."""
        return Swap(
            self.id,
            self.kind,
            self.post,
            self.owner_id,
            self.window,
            self.reason,
            self.version,
            (*self.steps, step),
        )

    @property
    def _agreed(self) -> SwapStep | None:
        """The step that last named the taker, unless that was taken back since."""
        named: SwapStep | None = None
        for step in self.steps:
            if step.kind is SwapStepKind.RETRACTED:
                named = None
            elif step.taker_id is not None:
                named = step
        return named

    @property
    def _standing(self) -> SwapState:
        """The state that the last step leaves, whatever the time."""
        if not self.steps:
            return SwapState.ASKED
        last = self.steps[-1]
        if last.kind is SwapStepKind.ASKED:
            return SwapState.OFFERED if last.taker_id is not None else SwapState.ASKED
        return _LEAVES[last.kind]


_LEAVES = {
    SwapStepKind.OFFERED: SwapState.OFFERED,
    SwapStepKind.CONSENTED: SwapState.CONSENTED,
    SwapStepKind.APPROVED: SwapState.APPROVED,
    SwapStepKind.DECLINED: SwapState.DECLINED,
    SwapStepKind.RETRACTED: SwapState.ASKED,
    SwapStepKind.WITHDRAWN: SwapState.WITHDRAWN,
}
_FROM = {
    SwapStepKind.OFFERED: frozenset({SwapState.ASKED}),
    SwapStepKind.CONSENTED: frozenset({SwapState.OFFERED}),
    SwapStepKind.APPROVED: frozenset({SwapState.CONSENTED}),
    SwapStepKind.DECLINED: frozenset({SwapState.OFFERED, SwapState.CONSENTED}),
    SwapStepKind.RETRACTED: frozenset({SwapState.OFFERED, SwapState.CONSENTED}),
    SwapStepKind.WITHDRAWN: _OPEN | {SwapState.APPROVED},
}


def check_swap_step(swap: Swap, step: SwapStep, now: datetime) -> None:
    """Refuses a step that the swap does not allow, or that is not this person's to take.

    Whether the author may speak for ``step.person_id``, and whether that person may approve at
    all, is a matter of roles and decided by the service.

    Raises:
        RuleViolation: begun or decided already, one's own duty, or the other side's decision.
    """
    state = swap.state(now)
    over = state is SwapState.PAST_DUE or now >= swap.window.start
    if over and (state.is_open or state in (SwapState.PAST_DUE, SwapState.APPROVED)):
        raise RuleViolation("swap.past_due", start=swap.window.start)
    if state not in _FROM.get(step.kind, frozenset()):
        raise RuleViolation("swap.not_now", step=step.kind.chinese_name, state=state.chinese_name)
    _check_whose(swap, step, state)


def _check_whose(swap: Swap, step: SwapStep, state: SwapState) -> None:
    """Each step belongs to one side, or to neither."""
    parties = {swap.owner_id, swap.taker_id}
    match step.kind:
        case SwapStepKind.OFFERED if step.person_id == swap.owner_id:
            raise RuleViolation("swap.own_duty")
        case SwapStepKind.CONSENTED if step.person_id != swap.awaits:
            raise RuleViolation("swap.not_yours")
        case SwapStepKind.APPROVED if step.person_id in parties:
            raise RuleViolation("swap.own_approval")
        case SwapStepKind.DECLINED:
            asked = swap.awaits if state is SwapState.OFFERED else None
            mistaken = step.person_id != asked if asked else step.person_id in parties
            if mistaken:
                raise RuleViolation("swap.not_yours")
        case SwapStepKind.RETRACTED if step.person_id not in parties:
            raise RuleViolation("swap.not_yours")
        case SwapStepKind.WITHDRAWN if step.person_id != swap.owner_id:
            raise RuleViolation("swap.not_yours")
        case _:
            pass


def changes_of_swap(swap: Swap) -> tuple[ReplaceChange, ...]:
    """What an approved swap alters in the plan: one replacement, two for an exchange.

    Raises:
        RuleViolation: nobody takes the duty.
    """
    if swap.taker_id is None:
        raise RuleViolation("swap.no_taker")
    owner, taker = str(swap.owner_id), str(swap.taker_id)
    given = swap.given
    there = ReplaceChange(swap.post, owner, taker, swap.window)
    if given is None:
        return (there,)
    return there, ReplaceChange(given.post, taker, owner, given.window)
