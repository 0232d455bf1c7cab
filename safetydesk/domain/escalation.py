"""How an alarm that nobody has seen becomes louder, step by step: a policy for each level.

The steps are copied into the item when its level is reached, with absolute due times: a later edit
of the policy changes no running chain (peers F3.16). An acknowledgement holds the chain; when it
lapses, what fell due meanwhile is taken at once.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise

from safetydesk.domain.errors import RuleViolation
from safetydesk.domain.reminder import AlarmLevel

LONGEST = timedelta(hours=12)


class StepKind(StrEnum):
    """What a step does, from the mildest to the strongest."""

    DESK = "desk"
    """Shown and sounded at the desk."""
    LOUDER = "louder"
    """The same, louder."""
    LEADER = "leader"
    """The duty leader's name and telephone in large letters."""
    OUTSIDE = "outside"
    """A notice leaves the house."""

    @property
    def rank(self) -> int:
        """1 for the mildest."""
        return list(StepKind).index(self) + 1


@dataclass(frozen=True)
class Step:
    """One step of a policy: what is done how long after the level was reached."""

    kind: StepKind
    after: timedelta


Policy = Mapping[AlarmLevel, tuple[Step, ...]]
"""The steps of each level."""

DEFAULT_POLICY: Policy = {
    AlarmLevel.TOP: (
        Step(StepKind.DESK, timedelta(0)),
        Step(StepKind.LOUDER, timedelta(0)),
        Step(StepKind.LEADER, timedelta(0)),
        Step(StepKind.OUTSIDE, timedelta(minutes=5)),
    ),
    AlarmLevel.MIDDLE: (
        Step(StepKind.DESK, timedelta(0)),
        Step(StepKind.LOUDER, timedelta(minutes=5)),
        Step(StepKind.LEADER, timedelta(minutes=10)),
    ),
    AlarmLevel.LOW: (Step(StepKind.DESK, timedelta(0)),),
}


@dataclass(frozen=True)
class PlannedStep:
    """A step of a running chain; ``number`` counts from 0 within it."""

    number: int
    kind: StepKind
    level: AlarmLevel
    due_at: datetime


def check_policy(policy: Policy) -> None:
    """Refuses a policy by which an alarm could stay silent.

    Every level begins at the desk, at once; steps become stronger and never earlier; level Ⅰ is
    louder from the first moment, so that no legal deadline passes unseen at the desk's own
    loudness alone (reliability R21).

    Raises:
        RuleViolation: with the ``level`` that is wrong.
    """
    for level in AlarmLevel:
        steps = policy.get(level, ())
        if not steps or steps[0] != Step(StepKind.DESK, timedelta(0)):
            raise RuleViolation("escalation.begins_at_desk", level=int(level))
        for before, after in pairwise(steps):
            if after.kind.rank <= before.kind.rank or after.after < before.after:
                raise RuleViolation("escalation.order", level=int(level))
        if steps[-1].after > LONGEST:
            raise RuleViolation("escalation.too_late", level=int(level), limit=LONGEST)
    louder = Step(StepKind.LOUDER, timedelta(0))
    if louder not in policy[AlarmLevel.TOP]:
        raise RuleViolation("escalation.top_is_loud", level=int(AlarmLevel.TOP))


def chain(
    policy: Policy, level: AlarmLevel, reached_at: datetime, *, outside: bool
) -> tuple[PlannedStep, ...]:
    """The steps of an item that reached a level at an instant.

    Without ``outside`` (no way out of the house is switched on) nothing is planned to leave it.
    """
    steps = [s for s in policy[level] if outside or s.kind is not StepKind.OUTSIDE]
    return tuple(
        PlannedStep(number, step.kind, level, reached_at + step.after)
        for number, step in enumerate(steps)
    )


def begins_chain(
    level: AlarmLevel, shown: AlarmLevel | None, due_at: datetime, old_due_at: datetime | None
) -> bool:
    """Whether a new row of the ledger begins a chain of its own.

    It does when the item is new, stands under another due time, or becomes graver.
    """
    return shown is None or due_at != old_due_at or level.severity > shown.severity


def steps_due(
    steps: Sequence[PlannedStep], fired: Collection[int], now: datetime, *, calls: bool
) -> tuple[PlannedStep, ...]:
    """The steps to take now, the mildest first; none while the alarm is seen or put aside."""
    if not calls:
        return ()
    return tuple(s for s in steps if s.number not in fired and s.due_at <= now)


def next_step_at(
    steps: Iterable[PlannedStep], fired: Collection[int], *, calls: bool
) -> datetime | None:
    """When the next step falls due; None where the chain is held or at its end."""
    if not calls:
        return None
    return min((s.due_at for s in steps if s.number not in fired), default=None)
