"""A desk that dies at four named points of raising, showing and acknowledging, so many times each.

Where a kill at random seldom falls, between a commit and what follows it, this one always does.
After each death another process looks what is in the ledger, and a desk started anew shows and
answers what is left.
"""

from __future__ import annotations

import os
import signal
import sys
import traceback
from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NoReturn

from sqlalchemy import event

from safetydesk.domain.alarm_state import ActKind
from safetydesk.domain.clock import SystemClock
from safetydesk.domain.reminder import DutyState, Note
from safetydesk.scheduling.beat import Beat, Listeners
from safetydesk.services.heartbeats import HeartbeatService
from safetydesk.services.reminders import ReminderService
from safetydesk.services.transaction import Transactions
from safetydesk.storage.database import Database
from safetydesk.storage.engine import SqliteLocation
from safetydesk.storage.migrate import migrate
from tools.faults.kills import KEY, hire, officer

if TYPE_CHECKING:
    from pathlib import Path

    from safetydesk.services.views_reminders import AlarmItem
    from safetydesk.storage.unit_of_work import UnitOfWork

NOTES = 3
_DESK = "第一席"


class Point(StrEnum):
    """Where the desk dies."""

    RAISED_UNCOMMITTED = "just before RAISED is committed"
    COMMITTED_UNSHOWN = "after that commit, before anything is shown"
    SHOWN_UNANSWERED = "after it is shown, before it is acknowledged"
    ACKNOWLEDGED = "after the acknowledgement is committed"


@dataclass
class Deaths:
    """What came of the deaths at all points; ``again`` counts what was shown a second time."""

    kills: int = 0
    again: int = 0
    lost: list[str] = field(default_factory=list[str])
    doubled: list[str] = field(default_factory=list[str])


class _Due:
    """A few notes that are due at once."""

    def __init__(self, name: str) -> None:
        at = SystemClock().now()
        self.notes = tuple(Note(f"{name}-{n}", at, f"第{n}条") for n in range(NOTES))
        self.items = [note.item for note in self.notes]

    def state(self, uow: UnitOfWork, now: object) -> DutyState:  # noqa: ARG002 - as asked for
        """All of them, whenever asked."""
        return DutyState(notes=self.notes)


def die_often(folder: Path, each: int) -> Deaths:
    """So many deaths at each point on one database, each followed by a desk that goes on."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "office.db"
    migrate(SqliteLocation(path, KEY))
    hire(SqliteLocation(path, KEY))
    deaths = Deaths()
    for point in Point:
        for number in range(each):
            due = _Due(f"{point.name}-{number}")
            shown = _life(path, due, point)
            deaths.kills += 1
            seen = _look_after_death(path, due, point, deaths)
            shown_anew = _life(path, due, None)
            deaths.doubled += [f"{item} shown though seen" for item in seen & set(shown_anew)]
            deaths.again += len(set(shown) & set(shown_anew))
            _look_at_the_end(path, due, {*shown, *shown_anew}, deaths)
    return deaths


def _life(path: Path, due: _Due, point: Point | None) -> list[str]:
    """A child that dies at a point, or answers everything; what it said that it showed.

    Raises:
        RuntimeError: it did not die where it should.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        try:
            _work(path, due, point, writing)
        except Exception:  # noqa: BLE001 - a child that fails must say so and leave no copy of us
            traceback.print_exc(file=sys.stderr)
            os._exit(1)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read().decode().split()
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if code != (0 if point is None else -signal.SIGKILL):
        raise RuntimeError(f"{point}: ended with {code}")
    return said


def _work(path: Path, due: _Due, point: Point | None, pipe: int) -> None:
    """One beat of a desk that acknowledges and closes what it shows."""
    database = Database.open(SqliteLocation(path, KEY))
    transactions = Transactions(database, SystemClock())
    reminders = ReminderService(transactions, due, desk=_DESK)
    calling: list[AlarmItem] = []
    if point is Point.RAISED_UNCOMMITTED:
        event.listen(database.engines.writer, "commit", _die)

    def show(alarms: tuple[AlarmItem, ...]) -> None:
        os.write(pipe, "".join(f"{alarm.item}\n" for alarm in alarms).encode())
        calling.extend(alarms)

    beats = HeartbeatService(transactions, desk=_DESK)
    heard = Listeners(
        lambda _: _reached(Point.COMMITTED_UNSHOWN, point), show, lambda _: None, lambda _: None
    )
    Beat(reminders, beats, SystemClock(), heard).on_beat()
    _reached(Point.SHOWN_UNANSWERED, point)
    for alarm in calling:
        reminders.acknowledge(officer(), alarm.item)
        _reached(Point.ACKNOWLEDGED, point)
    for alarm in reminders.active(SystemClock().now()):
        reminders.close(officer(), alarm.item, "办完")
    database.close()


def _look_after_death(path: Path, due: _Due, point: Point, deaths: Deaths) -> set[str]:
    """What was committed is there, what was not is not; returns what was acknowledged."""
    rows, acts = _kept(path, due)
    wanted = 0 if point is Point.RAISED_UNCOMMITTED else 1
    for item in due.items:
        if rows[item] < wanted:
            deaths.lost.append(f"{item} raised")
        elif rows[item] > wanted:
            deaths.doubled.append(f"{item} raised")
    seen = {item for item in due.items if acts[item, ActKind.ACKNOWLEDGED]}
    if len(seen) != (1 if point is Point.ACKNOWLEDGED else 0):
        deaths.lost.append(f"{due.items[0]} acknowledged: {len(seen)}")
    return seen


def _look_at_the_end(path: Path, due: _Due, shown: set[str], deaths: Deaths) -> None:
    """Everything was raised, shown, acknowledged and closed, once."""
    rows, acts = _kept(path, due)
    for item in due.items:
        counts = [rows[item], *(acts[item, k] for k in (ActKind.ACKNOWLEDGED, ActKind.CLOSED))]
        if min(counts) < 1 or item not in shown:
            deaths.lost.append(item)
        if max(counts) > 1:
            deaths.doubled.append(item)


def _kept(path: Path, due: _Due) -> tuple[Counter[str], Counter[tuple[str, ActKind]]]:
    """Rows of the ledger and of the journal."""
    database = Database.open(SqliteLocation(path, KEY))
    try:
        with Transactions(database, SystemClock()).read() as uow:
            rows = Counter(row.occurrence.item for row in uow.reminders.of_items(due.items))
            acts = Counter((act.item, act.kind) for act in uow.reminders.acts(due.items, 0))
    finally:
        database.close()
    return rows, acts


def _reached(here: Point, point: Point | None) -> None:
    """The desk is at a point: the end, if it is to die there."""
    if here is point:
        _die()


def _die(*_: object) -> NoReturn:
    """SIGKILL, here and now."""
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("outlived SIGKILL")
