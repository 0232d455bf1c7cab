"""What the desk owes for a warning and by when: told, forwarded, called, reported, asked about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import takewhile
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from safetydesk.domain.clock import local_instant
from safetydesk.domain.incident import Term
from safetydesk.domain.warning import (
    WarningLevel,
    WarningMessage,
    WarningSignal,
    WarningStepKind,
)

if TYPE_CHECKING:
    from safetydesk.domain.calling import CallList
    from safetydesk.domain.warning_policy import RollRenewal, Source, WarningPolicy

ROLL_OVERDUE_FOR = timedelta(days=60)
"""How long a renewal that was missed is still asked for."""


class WarningDutyKind(Term):
    """What is owed."""

    LEADER = "leader", "报带班领导"
    FORWARD = "forward", "转发"
    CALL_LIST = "call_list", "编叫应名单"
    CALL_OUT = "call_out", "全部叫出"
    ANSWER = "answer", "叫应"
    REPORT = "report", "报情况"
    END = "end", "到期核对"
    ROLL = "roll", "叫应名单年度更新"


_OF_STEP = {
    WarningStepKind.LEADER_TOLD: WarningDutyKind.LEADER,
    WarningStepKind.FORWARDED: WarningDutyKind.FORWARD,
}


@dataclass(frozen=True)
class WarningDuty:
    """One thing owed. ``key`` names it for ever within the warning; ``done_at`` when it was met.

    ``grave``: a missed one is of level Ⅰ (a call that nobody answers under a red warning).
    """

    key: str
    kind: WarningDutyKind
    about: str
    starts_at: datetime
    due_at: datetime
    source: Source
    done_at: datetime | None = None
    to_whom: str = ""
    grave: bool = False

    @property
    def is_done(self) -> bool:
        """Whether it was met."""
        return self.done_at is not None

    @property
    def is_late(self) -> bool:
        """Whether it was met after its time."""
        return self.done_at is not None and self.done_at > self.due_at


def warning_duties(
    warning: WarningSignal, lists: Sequence[CallList], policy: WarningPolicy
) -> tuple[WarningDuty, ...]:
    """Everything owed for one warning, met or not, in the order of its messages.

    One that was written by mistake owes nothing.
    """
    if warning.last_step(WarningStepKind.WITHDRAWN) is not None:
        return ()
    return (
        *_tellings(warning, policy),
        *_call_lists(warning, lists, policy),
        *_reports(warning, policy),
        *_end(warning, policy),
    )


def _tellings(warning: WarningSignal, policy: WarningPolicy) -> Iterator[WarningDuty]:
    """Each message goes to the leader and on; telling a later one settles those before it."""
    for place, message in enumerate(warning.messages):
        later = {m.id for m in warning.messages[place:]}
        for telling in policy.tellings:
            done = (s.at for s in warning.steps if s.kind is telling.step and s.message_id in later)
            kind = _OF_STEP[telling.step]
            yield WarningDuty(
                key=f"{kind.value}:{message.id}",
                kind=kind,
                about=_said(message),
                starts_at=message.received_at,
                due_at=message.received_at + telling.within,
                source=telling.source,
                done_at=min(done, default=None),
            )


def _said(message: WarningMessage) -> str:
    """``暴雨红色预警变更``."""
    return f"{message.statement.signal}预警{message.kind.chinese_name}"


def _call_lists(
    warning: WarningSignal, lists: Sequence[CallList], policy: WarningPolicy
) -> Iterator[WarningDuty]:
    """A list for every message that is graver or reaches farther than what was called before."""
    if not warning.is_open:
        return
    calling = policy.calling
    for place, message in enumerate(warning.messages):
        if not needs_calling(warning, place, policy):
            continue
        later = {m.id for m in warning.messages[place:]}
        made = (call_list.made_at for call_list in lists if call_list.message_id in later)
        yield WarningDuty(
            key=f"{WarningDutyKind.CALL_LIST.value}:{message.id}",
            kind=WarningDutyKind.CALL_LIST,
            about=_said(message),
            starts_at=message.received_at,
            due_at=message.received_at + calling.list_within,
            source=calling.source,
            done_at=min(made, default=None),
        )
    if lists:
        yield from _calls(warning, lists[-1], policy)


def needs_calling(warning: WarningSignal, place: int, policy: WarningPolicy) -> bool:
    """Whether a message asks for calls: grave enough, and graver or wider than the one before."""
    statement = warning.messages[place].statement
    if warning.messages[place].kind.ends or not policy.calls_for(statement.level):
        return False
    if place == 0 or statement.level is None:
        return True
    before = warning.messages[place - 1].statement
    graver = before.level is None or statement.level < before.level
    return graver or bool(set(statement.areas) - set(before.areas))


def _calls(
    warning: WarningSignal, call_list: CallList, policy: WarningPolicy
) -> Iterator[WarningDuty]:
    """Everybody called out in time, and each line answered or passed on.

    A line reminds only when its time is over: a reminder at each call would be a flood.
    """
    source = policy.calling.source
    grave = warning.current.statement.level is WarningLevel.RED
    waiting = [line for line in call_list.lines if line.called_at is None]
    last = max((line.called_at for line in call_list.lines if line.called_at), default=None)
    yield WarningDuty(
        key=f"{WarningDutyKind.CALL_OUT.value}:{call_list.id}",
        kind=WarningDutyKind.CALL_OUT,
        about="叫应名单未叫完" if waiting else "全部叫出",
        starts_at=call_list.made_at,
        due_at=call_list.made_at + policy.calling.called_within,
        source=source,
        done_at=None if waiting else last or call_list.made_at,
        grave=grave,
    )
    for line in call_list.lines:
        due = line.due_at(call_list.within)
        if due is not None:
            following = line.next_callee
            yield WarningDuty(
                key=f"{WarningDutyKind.ANSWER.value}:{line.id}:{line.rung}",
                kind=WarningDutyKind.ANSWER,
                about=f"{line.target} 未应",
                starts_at=due,
                due_at=due,
                source=source,
                to_whom=following.call if following else "",
                grave=grave,
            )


def _reports(warning: WarningSignal, policy: WarningPolicy) -> Iterator[WarningDuty]:
    """The next report of the situation, as long as the level that asks for it is in force.

    The time runs from the last report, at first from the message that brought the level.
    """
    statement = warning.current.statement
    rhythm = policy.rhythm(statement.level)
    if rhythm is None or not warning.is_open:
        return
    same = takewhile(
        lambda message: message.statement.level is statement.level, reversed(warning.messages)
    )
    since = min((message.received_at for message in same), default=warning.current.received_at)
    told = [step.at for step in warning.steps if step.kind is WarningStepKind.REPORTED]
    start = max([since, *told])
    due = start + rhythm.every
    if statement.in_force_until is not None and due > statement.in_force_until:
        return
    yield WarningDuty(
        key=f"{WarningDutyKind.REPORT.value}:{len(told) + 1}",
        kind=WarningDutyKind.REPORT,
        about=f"{statement.signal}预警情况报告（第 {len(told) + 1} 次）",
        starts_at=start,
        due_at=due,
        source=rhythm.source,
    )


def _end(warning: WarningSignal, policy: WarningPolicy) -> Iterator[WarningDuty]:
    """Before the end of what is in force somebody asks the issuer whether it goes on."""
    until = warning.current.statement.in_force_until
    if until is None or not warning.is_open:
        return
    yield WarningDuty(
        key=f"{WarningDutyKind.END.value}:{warning.current.id}",
        kind=WarningDutyKind.END,
        about=f"{warning.title}到期",
        starts_at=max(until - policy.before_end, warning.current.received_at),
        due_at=until,
        source=policy.end_source,
        to_whom=warning.current.statement.issuer,
    )


def roll_duty(
    renewal: RollRenewal, filed_at: datetime | None, now: datetime, zone: ZoneInfo
) -> WarningDuty | None:
    """The yearly renewal of the calling list, in the weeks before its day until it is filed.

    A filing of the same year settles it; one missed is asked for during ``ROLL_OVERDUE_FOR``.
    """
    today = now.astimezone(zone)
    day = date(today.year, renewal.month, renewal.day)
    due = local_instant(datetime.combine(day, renewal.at), zone)
    if not due - renewal.ahead <= now < due + ROLL_OVERDUE_FOR:
        return None
    filed = filed_at is not None and filed_at.astimezone(zone).year == today.year
    return WarningDuty(
        key=f"{WarningDutyKind.ROLL.value}:{today.year}",
        kind=WarningDutyKind.ROLL,
        about=f"{today.year}年叫应名单更新报备",
        starts_at=due - renewal.ahead,
        due_at=due,
        source=renewal.source,
        done_at=filed_at if filed else None,
    )
