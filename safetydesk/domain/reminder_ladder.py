"""When each kind of duty reminds, how gravely and with what words: pure, asked again at any time.

Level, not edge: ``due`` answers for any ``now`` what has been reached, so nothing depends on a
timer having fired. Of the repetitions after the due time only the newest is answered, so that
nine hours of sleep become one reminder for each item and not a hundred.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from safetydesk.domain.reminder import (
    AlarmLevel,
    Contact,
    Deadline,
    DutyKind,
    DutyState,
    ExpectedArrival,
    Guidance,
    Note,
    Occurrence,
    Stage,
    Turnover,
    Upcoming,
    occurrence_key,
)

SHORT = timedelta(minutes=30)
NEAR = timedelta(minutes=15)
BEFORE_SHORT = (
    (Stage.TEN_BEFORE, timedelta(minutes=10)),
    (Stage.FIVE_BEFORE, timedelta(minutes=5)),
    (Stage.TWO_BEFORE, timedelta(minutes=2)),
)
BY_DAYS = (
    (Stage.WEEK_BEFORE, timedelta(days=7)),
    (Stage.THREE_DAYS_BEFORE, timedelta(days=3)),
    (Stage.DAY_BEFORE, timedelta(days=1)),
)
SHARES_OF_LONG = ((Stage.HALF, 1, 2), (Stage.MOST, 4, 5))
TURNOVER_RUNGS = (
    (Stage.OUTGOING, timedelta(minutes=-30), AlarmLevel.LOW),
    (Stage.INCOMING, timedelta(minutes=-15), AlarmLevel.LOW),
    (Stage.TURNOVER, timedelta(0), AlarmLevel.MIDDLE),
    (Stage.NO_SHOW, timedelta(minutes=10), AlarmLevel.TOP),
)
NO_SHOW_AFTER = timedelta(minutes=10)

_LEADS = {
    Stage.CREATED: "开始计时",
    Stage.WEEK_BEFORE: "不到 7 天",
    Stage.THREE_DAYS_BEFORE: "不到 3 天",
    Stage.DAY_BEFORE: "不到 1 天",
    Stage.HALF: "时间已过半",
    Stage.MOST: "时间已过八成",
    Stage.NEAR: "只剩 15 分钟",
    Stage.TEN_BEFORE: "只剩 10 分钟",
    Stage.FIVE_BEFORE: "只剩 5 分钟",
    Stage.TWO_BEFORE: "只剩 2 分钟",
    Stage.DUE: "已到期限",
    Stage.OVERDUE: "已超期限",
}
_TURNOVER_TITLES = {
    Stage.OUTGOING: "交接准备",
    Stage.INCOMING: "接班人到岗",
    Stage.TURNOVER: "交接班时间到",
    Stage.NO_SHOW: "到时未交接",
}
ESCALATED = "已到升级步：请带班领导"
NOBODY = "无人可通知：本班没有带班领导的电话"


def due(state: DutyState, now: datetime) -> list[Occurrence]:
    """Everything that has been reached by ``now``, in the order of its instants."""
    begun = replace(state, notes=tuple(n for n in state.notes if n.at <= now))  # there may be many
    reached = [o for o in _occurrences(begun, now) if o.stage_at <= now]
    return sorted(reached, key=lambda o: (o.stage_at, o.key))


def next_instant(state: DutyState, now: datetime) -> datetime | None:
    """The nearest instant after ``now`` at which ``due`` will answer more; None for never."""
    ahead = [n.at for n in state.notes if not n.done and n.at > now]
    others = replace(state, notes=())
    ahead += [o.stage_at for o in _occurrences(others, now) if o.stage_at > now]
    ahead += [
        deadline.due_at + (_repetitions(deadline, now) + 1) * deadline.repeat
        for deadline in state.deadlines
        if not deadline.done and deadline.due_at <= now
    ]
    return min(ahead, default=None)


def live_items(state: DutyState) -> dict[str, datetime]:
    """The due time of every item that is not done, whether anything is reached or not.

    What is cleared is decided by this and never by the clock, so that a clock set back takes
    no alarm away.
    """
    items = {d.item: d.due_at for d in state.deadlines if not d.done}
    items |= {t.item: t.at for t in state.turnovers if not t.signed}
    items |= {a.item: a.expected_at for a in state.arrivals if not a.arrived}
    return items | {n.item: n.at for n in state.notes if not n.done}


def upcoming(state: DutyState, now: datetime, until: datetime) -> list[Upcoming]:
    """What falls due after ``now`` and not after ``until``, by time."""
    ahead = [Upcoming(d.item, d.due_at, d.title, d.to_whom) for d in state.deadlines if not d.done]
    for turnover in state.turnovers:
        if not turnover.signed:
            ahead += [
                Upcoming(turnover.item, o.stage_at, o.title, o.to_whom)
                for o in _of_turnover(turnover, None)
                if o.stage is not Stage.NO_SHOW
            ]
    ahead += [
        Upcoming(n.item, n.at, n.title, n.to_whom)
        for n in state.notes
        if not n.done and n.is_foreseen
    ]
    return sorted((u for u in ahead if now < u.at <= until), key=lambda u: (u.at, u.item))


def deadline_level(deadline: Deadline, instant: datetime) -> AlarmLevel:
    """How grave the deadline is at an instant (peers F1.4)."""
    if instant >= deadline.due_at:
        return AlarmLevel.TOP if deadline.legal else AlarmLevel.MIDDLE
    return AlarmLevel.MIDDLE if deadline.due_at - instant <= NEAR else AlarmLevel.LOW


def deadline_rungs(deadline: Deadline) -> list[tuple[Stage, datetime]]:
    """The instants up to the due time at which a deadline reminds (domain dossier §2.8).

    At creation, at 50 % and 80 %, 15 minutes before (where level Ⅱ begins), when due; shorter
    than 30 minutes: 10, 5 and 2 minutes before instead. A duty due at once has only its due time.
    One that reminds by days: 7, 3 and 1 days before, and when due.
    """
    start, end = deadline.starts_at, deadline.due_at
    if deadline.by_days:
        return [*((stage, end - before) for stage, before in BY_DAYS), (Stage.DUE, end)]
    if end <= start:
        return [(Stage.DUE, end)]
    rungs = [(Stage.CREATED, start)]
    if end - start < SHORT:
        rungs += [(stage, end - before) for stage, before in BEFORE_SHORT if end - before > start]
    else:
        rungs += [(s, start + (end - start) * part / whole) for s, part, whole in SHARES_OF_LONG]
        if end - NEAR > rungs[-1][1]:
            rungs.append((Stage.NEAR, end - NEAR))
    return [*rungs, (Stage.DUE, end)]


def _repetitions(deadline: Deadline, now: datetime) -> int:
    """How many times the deadline has reminded since it was due."""
    return max((now - deadline.due_at) // deadline.repeat, 0)


def _occurrences(state: DutyState, now: datetime) -> Iterator[Occurrence]:
    """Every rung of everything not done, reached or not."""
    leader = state.leader
    for deadline in (d for d in state.deadlines if not d.done):
        yield from _of_deadline(deadline, leader, now)
    for turnover in (t for t in state.turnovers if not t.signed):
        yield from _of_turnover(turnover, leader)
    yield from (_of_arrival(a, leader) for a in state.arrivals if not a.arrived)
    yield from (_of_note(n) for n in state.notes if not n.done)


def _of_deadline(deadline: Deadline, leader: Contact | None, now: datetime) -> Iterator[Occurrence]:
    """The rungs of a deadline, with the newest repetition."""
    for stage, at in deadline_rungs(deadline):
        yield _at_stage(deadline, leader, stage, at)
    number = _repetitions(deadline, now)
    if number:
        at = deadline.due_at + number * deadline.repeat
        yield _at_stage(deadline, leader, Stage.OVERDUE, at, number)


def _at_stage(
    deadline: Deadline,
    leader: Contact | None,
    stage: Stage,
    at: datetime,
    number: int | None = None,
) -> Occurrence:
    """A deadline's occurrence; a statutory one past its time names the leader to call."""
    level = deadline_level(deadline, at)
    text = deadline.what_to_do or deadline.kind.what_to_do
    escalated = level is AlarmLevel.TOP
    return Occurrence(
        key=occurrence_key(deadline.item, stage, deadline.due_at, number),
        item=deadline.item,
        kind=deadline.kind,
        stage=stage,
        level=level,
        title=deadline.title,
        to_whom=deadline.to_whom,
        due_at=deadline.due_at,
        stage_at=at,
        guidance=_escalated(leader, text) if escalated else Guidance(_LEADS[stage], "", text),
        closable=deadline.closable,
    )


def _of_turnover(turnover: Turnover, leader: Contact | None) -> Iterator[Occurrence]:
    """The ladder of a handover: T−30 outgoing, T−15 incoming, T, T+10 nobody took over."""
    text = DutyKind.HANDOVER.what_to_do
    for stage, offset, level in TURNOVER_RUNGS:
        people = turnover.incoming if stage is Stage.INCOMING else turnover.outgoing
        title = _TURNOVER_TITLES[stage]
        absent = stage is Stage.NO_SHOW
        yield Occurrence(
            key=occurrence_key(turnover.item, stage, turnover.at),
            item=turnover.item,
            kind=DutyKind.HANDOVER,
            stage=stage,
            level=level,
            title=title,
            to_whom="、".join(people),
            due_at=turnover.at,
            stage_at=turnover.at + offset,
            guidance=_escalated(leader, text) if absent else Guidance(title, "", text),
        )


def _of_arrival(arrival: ExpectedArrival, leader: Contact | None) -> Occurrence:
    """Ten minutes after somebody should have come."""
    text = f"先拨 {arrival.number}。" if arrival.number else ""
    return Occurrence(
        key=occurrence_key(arrival.item, Stage.NO_SHOW, arrival.expected_at),
        item=arrival.item,
        kind=DutyKind.PRESENCE,
        stage=Stage.NO_SHOW,
        level=AlarmLevel.MIDDLE,
        title=arrival.title,
        to_whom=arrival.person,
        due_at=arrival.expected_at,
        stage_at=arrival.expected_at + NO_SHOW_AFTER,
        guidance=_escalated(leader, text + DutyKind.PRESENCE.what_to_do),
    )


def _of_note(note: Note) -> Occurrence:
    """The one instant of a note."""
    return Occurrence(
        key=occurrence_key(note.item, Stage.NOTE, note.at),
        item=note.item,
        kind=DutyKind.NOTE,
        stage=Stage.NOTE,
        level=AlarmLevel.LOW,
        title=note.title,
        to_whom=note.to_whom,
        due_at=note.at,
        stage_at=note.at,
        guidance=Guidance("到点提醒", "", note.what_to_do or DutyKind.NOTE.what_to_do),
        closable=True,
    )


def _escalated(leader: Contact | None, text: str) -> Guidance:
    """The step at which the leader is called; says so where there is nobody (peers F3.18)."""
    if leader is None or not leader.number:
        return Guidance(NOBODY, leader.name if leader else "", text)
    return Guidance(ESCALATED, leader.call, text)
