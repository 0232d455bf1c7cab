"""Knows every fact of the record of calls on paper (预警叫应记录表)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from safetydesk.domain.calling import CallList, CallStepKind, CallTally
from safetydesk.domain.errors import NotFound
from safetydesk.domain.warning import WarningStepKind
from safetydesk.domain.wording import clock_time, period
from safetydesk.services.sheets import PrintMark

if TYPE_CHECKING:
    from safetydesk.domain.access import Actor
    from safetydesk.domain.calling import CallLine
    from safetydesk.domain.warning import WarningSignal, WarningStatement, WarningStep
    from safetydesk.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class CallRow:
    """One line: times are None where it did not happen; ``name`` and ``number`` of the first."""

    number: int
    target: str
    name: str
    telephone: str
    called_at: datetime | None
    answered_at: datetime | None
    took: timedelta | None
    repeated: bool
    outcome: str


@dataclass(frozen=True)
class CallingSheet:
    """The record as it stands at ``printed.at``; ``entries`` are the first and last log lines."""

    office: str
    zone: ZoneInfo
    number: str
    statement: WarningStatement
    received_at: datetime
    received_by: str
    means: str
    told: WarningStep | None
    first_call_at: datetime | None
    finished_at: datetime | None
    within: timedelta
    tally: CallTally
    own_answers: int
    rows: tuple[CallRow, ...]
    callers: tuple[str, ...]
    entries: tuple[int, int] | None
    printed: PrintMark


def build(uow: UnitOfWork, warning_id: int, actor: Actor, now: datetime) -> CallingSheet:
    """The record of the newest list of a warning.

    Raises:
        NotFound: there is no such warning, or nobody was called for it.
    """
    warning = uow.warnings.get(warning_id)
    lists = uow.callings.of_warnings([warning_id])[warning_id]
    if not lists:
        raise NotFound("calling.unknown", id=warning_id)
    office = uow.office.facts()
    return _sheet(warning, lists[-1], office.desk_name, office.zoneinfo, PrintMark(now, actor.name))


def _sheet(
    warning: WarningSignal, calls: CallList, office: str, zone: ZoneInfo, printed: PrintMark
) -> CallingSheet:
    """Everything of one list."""
    message = next((one for one in warning.messages if one.id == calls.message_id), warning.current)
    steps = [step for line in calls.lines for step in line.steps]
    called = [line.called_at for line in calls.lines if line.called_at]
    answered = [line.answered_at for line in calls.lines if line.answered_at]
    tally = calls.tally(printed.at)
    seqs = [step.entry_seq for step in steps if step.entry_seq]
    return CallingSheet(
        office=office,
        zone=zone,
        number=warning.number,
        statement=message.statement,
        received_at=message.received_at,
        received_by=message.author_name,
        means=message.means,
        told=next(iter(warning.steps_about(message, WarningStepKind.LEADER_TOLD)), None),
        first_call_at=min(called, default=None),
        finished_at=max(answered) if tally.is_complete and answered else None,
        within=calls.within,
        tally=tally,
        own_answers=sum(_answered_at_first(line) for line in calls.lines),
        rows=tuple(_row(line, zone) for line in calls.lines),
        callers=tuple(dict.fromkeys(step.author_name for step in steps if step.author_name)),
        entries=(min(seqs), max(seqs)) if seqs else None,
        printed=printed,
    )


def _answered_at_first(line: CallLine) -> bool:
    """Whether whoever should answer did so, and nobody in their place."""
    return any(step.kind is CallStepKind.ANSWERED and step.rung == 0 for step in line.steps)


def _row(line: CallLine, zone: ZoneInfo) -> CallRow:
    first = line.ladder[0] if line.ladder else line.callee
    own = _answered_at_first(line)
    return CallRow(
        number=line.position,
        target=line.target,
        name=first.name,
        telephone=first.number,
        called_at=line.called_at,
        answered_at=line.answered_at if own else None,
        took=line.took if own else None,
        repeated=own and line.repeated_at is not None,
        outcome="；".join(part for part in (_passed_on(line, zone), line.feedback) if part),
    )


def _passed_on(line: CallLine, zone: ZoneInfo) -> str:
    """``未接2次；22:53 转技术责任人陈文博，22:54 应答，复述无误``; empty without any of it."""
    missed = sum(step.kind is CallStepKind.MISSED for step in line.steps)
    parts = [f"未接{missed}次"] if missed else []
    said: list[str] = []
    for step in line.steps:
        at = clock_time(step.at, zone)
        if step.kind is CallStepKind.ESCALATED:
            whom = line.ladder[step.rung]
            said.append(f"{at} 转{whom.role}{whom.name}")
        elif step.kind is CallStepKind.ANSWERED and step.rung:
            said.append(f"{at} 应答")
        elif step.kind is CallStepKind.REPEATED and step.rung:
            said.append("复述无误")
        elif step.kind is CallStepKind.BUSY:
            said.append(f"{at} 占线")
    return "；".join([*parts, *(["，".join(said)] if said else [])])


def took_words(took: timedelta | None) -> str:
    """``1 分 40 秒``; a dash where nobody answered."""
    if took is None:
        return "—"
    minutes, seconds = divmod(int(took.total_seconds()), 60)
    return f"{minutes} 分 {seconds} 秒" if minutes and seconds else period(took)
