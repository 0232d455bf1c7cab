"""Calling until acknowledged (叫应): a list of lines, each called, answered, repeated, fed back.

A line holds the people who stand in for one another: who does not answer within the time gives way
to the deputy, and that one to the upper. Every state follows from the steps and an explicit now.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from safetydesk.domain.errors import RuleViolation
from safetydesk.domain.incident import Term
from safetydesk.domain.warning import TOLERANCE


class CallStepKind(Term):
    """What can happen on a line."""

    CALLED = "called", "叫出"
    ANSWERED = "answered", "应答"
    REPEATED = "repeated", "复述无误"
    MISSED = "missed", "没接"
    BUSY = "busy", "占线"
    ESCALATED = "escalated", "升级"
    FEEDBACK = "feedback", "反馈"


class CallState(StrEnum):
    """How a line stands; derived, never stored. The value is the word on board and paper."""

    WAITING = "待叫"
    CALLED = "已叫"
    UNANSWERED = "未应"
    ESCALATED = "已升级"
    ANSWERED = "已应"


class CallMeans(StrEnum):
    """How somebody was called."""

    PHONE = "电话"
    SYSTEM = "系统"
    MESSAGE = "短信"
    GROUP = "工作群"
    VIDEO = "视频"
    RADIO = "电台"
    IN_PERSON = "当面"


_FAILED = frozenset({CallStepKind.MISSED, CallStepKind.BUSY})


@dataclass(frozen=True)
class Callee:
    """Somebody, or a duty room, to be called; ``name`` is empty for a unit's own number."""

    role: str
    name: str = ""
    number: str = ""
    contact_id: int | None = None

    @property
    def call(self) -> str:
        """Name and number as they are shown in large letters."""
        return " ".join(part for part in (self.name or self.role, self.number) if part)


@dataclass(frozen=True)
class CallStep:
    """One step on a line; ``rung`` is the place in the ladder, ``who`` spoke at the other end."""

    id: int
    kind: CallStepKind
    at: datetime
    rung: int
    means: str
    who: str
    text: str
    entry_seq: int | None
    author_name: str
    recorded_at: datetime


@dataclass(frozen=True)
class CallLine:
    """One line of a call list: whom it concerns, the people in their order, what happened."""

    id: int
    position: int
    target: str
    area: str
    ladder: tuple[Callee, ...]
    steps: tuple[CallStep, ...] = ()

    @property
    def rung(self) -> int:
        """Which of the ladder is called now; 0 is the one who should answer."""
        raised = sum(step.kind is CallStepKind.ESCALATED for step in self.steps)
        return min(raised, max(len(self.ladder) - 1, 0))

    @property
    def callee(self) -> Callee:
        """Who is to be called now."""
        return self.ladder[self.rung] if self.ladder else Callee(self.target)

    @property
    def next_callee(self) -> Callee | None:
        """Who comes when this one does not answer; None at the end of the ladder."""
        following = self.rung + 1
        return self.ladder[following] if following < len(self.ladder) else None

    @property
    def called_at(self) -> datetime | None:
        """When it was first called out."""
        return self._first(CallStepKind.CALLED)

    @property
    def answered_at(self) -> datetime | None:
        """When somebody first answered."""
        return self._first(CallStepKind.ANSWERED)

    @property
    def answered_by(self) -> str:
        """Who answered."""
        return next((s.who for s in self.steps if s.kind is CallStepKind.ANSWERED), "")

    @property
    def repeated_at(self) -> datetime | None:
        """When the message was repeated back without a mistake (复述)."""
        return self._first(CallStepKind.REPEATED)

    @property
    def feedback(self) -> str:
        """What they said they do, in the order in which it came."""
        return "；".join(s.text for s in self.steps if s.kind is CallStepKind.FEEDBACK)

    @property
    def feedback_at(self) -> datetime | None:
        """When the last of it came."""
        return self._last(CallStepKind.FEEDBACK)

    @property
    def took(self) -> timedelta | None:
        """From the first call to the answer."""
        called, answered = self.called_at, self.answered_at
        return max(answered - called, timedelta(0)) if called and answered else None

    @property
    def tries(self) -> int:
        """How many calls of this rung came to nothing."""
        return sum(s.kind in _FAILED and s.rung == self.rung for s in self.steps)

    @property
    def rung_since(self) -> datetime | None:
        """From when the time of whoever is called now runs: the escalation, else the first call."""
        return self._last(CallStepKind.ESCALATED) or self.called_at

    def due_at(self, within: timedelta) -> datetime | None:
        """By when an answer is wanted before the next one is called; None where none is waited for.

        After ``within`` the call goes to the deputy, then to the upper (domain dossier §8.2).
        """
        since = self.rung_since
        return since + within if since and self.answered_at is None else None

    def state(self, now: datetime, within: timedelta) -> CallState:
        """How the line stands at an instant."""
        if self.answered_at is not None:
            return CallState.ANSWERED
        due = self.due_at(within)
        if due is None:
            return CallState.WAITING
        if now >= due or self.tries:
            return CallState.UNANSWERED
        return CallState.ESCALATED if self.rung else CallState.CALLED

    def _first(self, kind: CallStepKind) -> datetime | None:
        return next((step.at for step in self.steps if step.kind is kind), None)

    def _last(self, kind: CallStepKind) -> datetime | None:
        return next((step.at for step in reversed(self.steps) if step.kind is kind), None)


@dataclass(frozen=True)
class CallTally:
    """The figures of the board: 应叫, 已叫, 已应, 未应, and answers within the time."""

    wanted: int
    called: int
    answered: int
    unanswered: int
    in_time: int

    @property
    def share_in_time(self) -> int | None:
        """Per cent of all wanted that answered in time, rounded; None of an empty list."""
        return round(self.in_time * 100 / self.wanted) if self.wanted else None

    @property
    def is_complete(self) -> bool:
        """有叫有应: everybody wanted has answered."""
        return self.answered == self.wanted


@dataclass(frozen=True)
class CallList:
    """The list of one message of a warning; ``within`` is the time for an answer, kept with it."""

    id: int
    warning_id: int
    message_id: int
    made_at: datetime
    within: timedelta
    entry_seq: int | None
    author_name: str
    lines: tuple[CallLine, ...] = ()

    def line(self, line_id: int) -> CallLine | None:
        """A line by its id."""
        return next((line for line in self.lines if line.id == line_id), None)

    def tally(self, now: datetime) -> CallTally:
        """The figures at an instant."""
        states = [line.state(now, self.within) for line in self.lines]
        took = [line.took for line in self.lines]
        return CallTally(
            wanted=len(self.lines),
            called=sum(state is not CallState.WAITING for state in states),
            answered=states.count(CallState.ANSWERED),
            unanswered=states.count(CallState.UNANSWERED),
            in_time=sum(length is not None and length <= self.within for length in took),
        )

    def next_to_call(self, now: datetime) -> CallLine | None:
        """Whom to call now: first who did not answer and is over time, then who waits."""
        over = [
            line
            for line in self.lines
            if (due := line.due_at(self.within)) is not None and now >= due
        ]
        waiting = [line for line in self.lines if line.called_at is None]
        return next(iter((*over, *waiting)), None)

    def unanswered_first(self, now: datetime) -> tuple[CallLine, ...]:
        """The lines with those nobody answered on top, otherwise in the order of the list."""

        def order(line: CallLine) -> tuple[bool, int]:
            return line.state(now, self.within) is not CallState.UNANSWERED, line.position

        return tuple(sorted(self.lines, key=order))


def check_call_step(
    line: CallLine, kind: CallStepKind, at: datetime, now: datetime, *, said: str = ""
) -> None:
    """Refuses a step that cannot follow what happened on the line.

    Raises:
        RuleViolation: in the future, before the step before it, an answer without a call, an
            answer twice, repeated back without an answer, nobody left to call instead, or a
            feedback without words.
    """
    if kind is CallStepKind.FEEDBACK and not said.strip():
        raise RuleViolation("calling.no_words", target=line.target)
    if at > now + TOLERANCE:
        raise RuleViolation("calling.future_step", at=at)
    if line.steps and at < line.steps[-1].at:
        raise RuleViolation("calling.out_of_order", at=line.steps[-1].at)
    answered, called = line.answered_at is not None, line.called_at is not None
    if kind is CallStepKind.ESCALATED and line.next_callee is None:
        raise RuleViolation("calling.nobody_left", target=line.target)
    if kind in _AFTER_CALL and not called:
        raise RuleViolation("calling.not_called", target=line.target)
    if kind in _AFTER_CALL and answered:
        raise RuleViolation("calling.answered_already", target=line.target)
    if kind in _AFTER_ANSWER and not answered:
        raise RuleViolation("calling.not_answered", target=line.target)


_AFTER_CALL = _FAILED | {CallStepKind.ANSWERED, CallStepKind.ESCALATED}
_AFTER_ANSWER = frozenset({CallStepKind.REPEATED, CallStepKind.FEEDBACK})


def check_ladder(lines: Iterable[tuple[str, tuple[Callee, ...]]]) -> None:
    """Refuses a list that nobody could call by.

    Raises:
        RuleViolation: no lines, a line without a target, or one without anybody to call.
    """
    given = list(lines)
    if not given:
        raise RuleViolation("calling.empty")
    for target, ladder in given:
        if not target.strip():
            raise RuleViolation("calling.no_target")
        if not any(callee.number.strip() for callee in ladder):
            raise RuleViolation("calling.no_number", target=target)
