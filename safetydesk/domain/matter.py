"""A matter (交办事项): its dated, signed steps, and the state that follows from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from safetydesk.domain.believable import check_time
from safetydesk.domain.errors import RuleViolation
from safetydesk.domain.incident import Term


class MatterStepKind(Term):
    """What can be done about a matter."""

    OPENED = "opened", "立项"
    ASSIGNED = "assigned", "交办"
    RECEIVED = "received", "签收"
    PROGRESS = "progress", "办理"
    FEEDBACK = "feedback", "反馈"
    DUE_CHANGED = "due_changed", "改期"
    URGED = "urged", "催办"
    RETURNED = "returned", "退回"
    CLOSED = "closed", "办结"


class MatterState(StrEnum):
    """How a matter stands; derived, never stored. The value is the word that is printed."""

    WAITING = "待办"
    ASSIGNED = "已交办"
    RECEIVED = "已签收"
    IN_PROGRESS = "办理中"
    ANSWERED = "已反馈"
    RETURNED = "退回"
    CLOSED = "办结"


_LEADS_TO = {
    MatterStepKind.ASSIGNED: MatterState.ASSIGNED,
    MatterStepKind.PROGRESS: MatterState.IN_PROGRESS,
    MatterStepKind.FEEDBACK: MatterState.ANSWERED,
    MatterStepKind.RETURNED: MatterState.RETURNED,
    MatterStepKind.CLOSED: MatterState.CLOSED,
}


@dataclass(frozen=True)
class MatterStep:
    """One step; ``due_at`` is the term it sets, None where it leaves the term alone."""

    id: int
    kind: MatterStepKind
    at: datetime
    unit: str
    text: str
    due_at: datetime | None
    entry_seq: int | None
    author_name: str
    recorded_at: datetime


@dataclass(frozen=True)
class UnitStanding:
    """How far one of the units has come; None where nothing is known."""

    unit: str
    assigned_at: datetime
    received_at: datetime | None
    answered_at: datetime | None


@dataclass(frozen=True)
class Matter:
    """A matter with all its steps, oldest first. ``opened_at`` None: taken over from before."""

    id: int
    year: int
    serial: int
    title: str
    owner: str
    opened_at: datetime | None
    source_seq: int | None
    incident_id: int | None
    version: int
    steps: tuple[MatterStep, ...] = ()

    @property
    def number(self) -> str:
        """``M-2025-063``."""
        return f"M-{self.year}-{self.serial:03d}"

    @property
    def state(self) -> MatterState:
        """How it stands after its last step.

        A receipt counts once every assigned unit has signed, and never takes back what is further.
        """
        state = MatterState.WAITING
        for index, step in enumerate(self.steps):
            if step.kind is MatterStepKind.RECEIVED:
                early = state in (MatterState.WAITING, MatterState.ASSIGNED)
                if early and _all_received(self.steps[: index + 1]):
                    state = MatterState.RECEIVED
            else:
                state = _LEADS_TO.get(step.kind, state)
        return state

    @property
    def is_open(self) -> bool:
        """Whether it still needs somebody."""
        return self.state is not MatterState.CLOSED

    @property
    def due_at(self) -> datetime | None:
        """The term that holds: that of the last step which set one."""
        return next((step.due_at for step in reversed(self.steps) if step.due_at), None)

    @property
    def closed_at(self) -> datetime | None:
        """When it was closed."""
        last = self.steps[-1] if self.steps else None
        return last.at if last is not None and last.kind is MatterStepKind.CLOSED else None

    @property
    def answered_at(self) -> datetime | None:
        """When the running term was answered: by every unit's feedback after it, or the closing.

        What was returned afterwards is open again, that of the unit it names or all of it.
        """
        since = self._since_due()
        asked = _assigned(self.steps[: len(self.steps) - len(since)])
        answered: set[str] = set()
        heard, at = False, None
        for step in since:
            if step.kind is MatterStepKind.CLOSED:
                return step.at
            asked |= _assigned([step])
            if step.kind is MatterStepKind.FEEDBACK:
                answered |= asked if len(asked) == 1 else {step.unit}
                heard = True
            elif step.kind is MatterStepKind.RETURNED:
                answered = answered - {step.unit} if step.unit in asked else set()
                heard = bool(answered)
            at = (at or step.at) if heard and asked <= answered else None
        return at

    def is_overdue(self, now: datetime) -> bool:
        """Whether the term has passed without an answer."""
        due = self.due_at
        return self.is_open and due is not None and now > due and self.answered_at is None

    @property
    def late_by(self) -> timedelta | None:
        """By how much the answer missed the term; None where it did not, or is still to come."""
        due, answered = self.due_at, self.answered_at
        if due is None or answered is None or answered <= due:
            return None
        return answered - due

    @property
    def units(self) -> tuple[UnitStanding, ...]:
        """The units it was assigned to, in that order."""
        assigned = {
            s.unit: s.at for s in self.steps if s.kind is MatterStepKind.ASSIGNED and s.unit
        }
        return tuple(
            UnitStanding(
                unit,
                at,
                self._first(MatterStepKind.RECEIVED, unit),
                self._first(MatterStepKind.FEEDBACK, unit),
            )
            for unit, at in assigned.items()
        )

    def _since_due(self) -> tuple[MatterStep, ...]:
        setting = [index for index, step in enumerate(self.steps) if step.due_at]
        return self.steps[setting[-1] + 1 :] if setting else ()

    def _first(self, kind: MatterStepKind, unit: str) -> datetime | None:
        return next((s.at for s in self.steps if s.kind is kind and s.unit == unit), None)


def _assigned(steps: Sequence[MatterStep]) -> set[str]:
    """The units that some steps assign it to."""
    return {s.unit for s in steps if s.kind is MatterStepKind.ASSIGNED} - {""}


def _all_received(steps: Sequence[MatterStep]) -> bool:
    received = {step.unit for step in steps if step.kind is MatterStepKind.RECEIVED}
    return _assigned(steps) <= received


def check_step(
    matter: Matter, kind: MatterStepKind, at: datetime, now: datetime, text: str
) -> None:
    """Refuses a step that the matter does not allow.

    Raises:
        RuleViolation: closed already, in the future, or without the result or reason it needs.
    """
    if not matter.is_open:
        raise RuleViolation("matter.closed", number=matter.number)
    check_time(at)
    if at > now + timedelta(minutes=1):
        raise RuleViolation("matter.future_step", at=at)
    needs_words = kind in (MatterStepKind.CLOSED, MatterStepKind.RETURNED)
    if needs_words and not text.strip():
        raise RuleViolation("matter.needs_result", number=matter.number)
