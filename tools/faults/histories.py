"""Generated histories of a legal deadline: none passes unseen at the desk's own loudness alone.

Policies, lengths and what people did meanwhile are drawn by hypothesis (reliability R21).
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from safetydesk.domain.alarm_state import AlarmState
from safetydesk.domain.escalation import (
    Policy,
    Step,
    StepKind,
    begins_chain,
    chain,
    check_policy,
    steps_due,
)
from safetydesk.domain.reminder import AlarmLevel, Deadline, DutyKind, DutyState
from safetydesk.domain.reminder_ladder import due

if TYPE_CHECKING:
    from safetydesk.domain.escalation import PlannedStep

START = datetime(2025, 10, 5, 1, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
_LATE = st.integers(0, 720).map(lambda minutes: timedelta(minutes=minutes))
_HISTORY = st.lists(
    st.tuples(st.sampled_from(["look", "acknowledge", "hand over"]), st.integers(1, 400)),
    max_size=30,
)


@st.composite
def policies(draw: st.DrawFn) -> Policy:
    """Every policy that passes the check."""
    made: dict[AlarmLevel, tuple[Step, ...]] = {}
    for level in AlarmLevel:
        delays = sorted(draw(st.lists(_LATE, min_size=3, max_size=3)))
        louder = timedelta(0) if level is AlarmLevel.TOP else delays[0]
        steps = [Step(StepKind.DESK, timedelta(0)), Step(StepKind.LOUDER, louder)]
        for kind, delay in zip((StepKind.LEADER, StepKind.OUTSIDE), delays[1:], strict=True):
            if draw(st.booleans()):
                steps.append(Step(kind, delay))
        made[level] = tuple(steps)
    check_policy(made)
    return made


class RuledDesk:
    """A desk that looks now and then and takes what is due, by the rules of the domain alone."""

    def __init__(self, policy: Policy, deadline: Deadline) -> None:
        self.policy, self.deadline = policy, deadline
        self.state = AlarmState()
        self.strongest = 0
        self._known: set[str] = set()
        self._steps: tuple[PlannedStep, ...] = ()
        self._fired: set[int] = set()

    def look(self, now: datetime) -> None:
        """Raises what was reached and takes the steps that are owed."""
        self.state = self.state.at(now)
        for row in due(DutyState(deadlines=(self.deadline,)), now):
            if row.key in self._known:
                continue
            self._known.add(row.key)
            old = row.due_at if self._steps else None
            if begins_chain(row.level, self.state.shown, row.due_at, old):
                self._steps = chain(self.policy, row.level, row.stage_at, outside=True)
                self._fired, self.strongest = set(), 0
            self.state = self.state.raised(row.level)
        for step in steps_due(self._steps, self._fired, now, calls=self.state.sounds):
            self._fired.add(step.number)
            self.strongest = max(self.strongest, step.kind.rank)

    def does(self, act: str, now: datetime) -> None:
        """What somebody did after looking."""
        if act == "acknowledge" and self.state.shown is not None:
            self.state = self.state.acknowledged("主班", now)
        if act == "hand over":
            self.state = self.state.unacknowledged()


def check_histories(count: int) -> None:
    """Draws so many histories.

    Raises:
        AssertionError: in one of them a legal deadline passed unseen without a step of level 2.
    """

    @settings(
        max_examples=count,
        deadline=None,
        database=None,
        suppress_health_check=[HealthCheck.too_slow],
    )
    @given(policies(), st.integers(1, 1500), _HISTORY)
    def never_unseen(policy: Policy, length: int, history: list[tuple[str, int]]) -> None:
        due_at = START + length * MINUTE
        desk = RuledDesk(
            policy,
            Deadline("incident:18:N05", DutyKind.REPORT, "首报", "", START, due_at, legal=True),
        )
        now = START
        for act, minutes in [*history, ("look", length)]:
            now += minutes * MINUTE
            desk.look(now)
            unseen = now >= due_at and not desk.state.is_acknowledged
            if unseen and desk.strongest < StepKind.LOUDER.rank:
                raise AssertionError(policy, length, history)
            desk.does(act, now)

    never_unseen()
