"""A desk killed again and again while it raises, shows and acknowledges: what is lost or doubled.

Each life beats on one database of notes that fall due every few milliseconds, acknowledges and
closes what it shows, and tells each act only after it is committed. What was told is compared with
the ledger at the end.
"""

from __future__ import annotations

import os
import random
import signal
import time
import traceback
from collections import Counter
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from safetydesk.domain.access import Actor, Role
from safetydesk.domain.alarm_state import ActKind
from safetydesk.domain.clock import SystemClock
from safetydesk.domain.reminder import DutyState, Note
from safetydesk.scheduling.beat import Beat, Listeners
from safetydesk.services.heartbeats import HeartbeatService
from safetydesk.services.people import NewPerson, PeopleService
from safetydesk.services.reminders import ReminderService
from safetydesk.services.transaction import Transactions
from safetydesk.storage.database import Database
from safetydesk.storage.engine import SqliteLocation
from safetydesk.storage.migrate import migrate

if TYPE_CHECKING:
    from safetydesk.services.views_reminders import AlarmItem
    from safetydesk.storage.engine import Location
    from safetydesk.storage.unit_of_work import UnitOfWork

KEY = bytes(range(32))
NOTES, EVERY = 12, timedelta(milliseconds=25)
SHORTEST, LONGEST = 0.05, 1.0
_DESK = "第一席"


@dataclass
class Count:
    """What came of so many kills."""

    kills: int = 0
    raised: int = 0
    told: Counter[str] = field(default_factory=Counter[str])
    lost: list[str] = field(default_factory=list[str])
    doubled: list[str] = field(default_factory=list[str])


class Notes:
    """The facts: the notes of this life and those of lives before that nobody has closed."""

    def __init__(self, lives: list[tuple[int, datetime]]) -> None:
        self.notes = tuple(
            Note(f"{life}-{n}", begun + n * EVERY, f"第{life}轮第{n}条")
            for life, begun in lives
            for n in range(NOTES)
        )

    def state(self, uow: UnitOfWork, now: datetime) -> DutyState:  # noqa: ARG002 - as asked for
        """All of them, whenever asked."""
        return DutyState(notes=self.notes)


def kill_often(folder: Path, kills: int, seed: int) -> Count:
    """Lives and deaths on one database, then the count."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "office.db"
    migrate(SqliteLocation(path, KEY))
    hire(SqliteLocation(path, KEY))
    chance, clock, count = random.Random(seed), SystemClock(), Count()  # noqa: S311 - no secret
    lives: list[tuple[int, datetime]] = []
    told: list[str] = []
    for life in range(kills):
        lives.append((life, clock.now()))
        told += _one_life(path, _open(lives, told), chance.uniform(SHORTEST, LONGEST))
        count.kills += 1
    time.sleep((NOTES * EVERY).total_seconds())
    # The last life has no note of its own, but it is a life: what it shows again is no double.
    told += [f"last {line.partition(' ')[2]}" for line in _one_life(path, _open(lives, told), None)]
    _compare(path, lives, told, count)
    return count


def _open(lives: list[tuple[int, datetime]], told: list[str]) -> list[tuple[int, datetime]]:
    """The lives with a note that was not told to be closed, and the newest."""
    closed = Counter(
        int(item.removeprefix("note:").partition("-")[0])
        for _, word, item in (line.split(" ", 2) for line in told)
        if word == "closed"
    )
    return [life for life in lives if closed[life[0]] < NOTES or life is lives[-1]]


def hire(location: Location) -> None:
    """Somebody who may acknowledge."""
    database = Database.open(location)
    people = PeopleService(Transactions(database, SystemClock()), desk=_DESK)
    somebody = NewPerson("S01", "王伟", ("primary",), frozenset({Role.OFFICER}))
    people.add_hashed(people.system(), somebody, "-")
    database.close()


def officer() -> Actor:
    """The one who is there: the first of the table."""
    return Actor(1, "王伟", frozenset({Role.OFFICER}), _DESK)


def _one_life(path: Path, lives: list[tuple[int, datetime]], seconds: float | None) -> list[str]:
    """A child that works until it is killed, or to the end; what it told."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        try:
            _work(path, lives, writing, forever=seconds is not None)
        except Exception:  # noqa: BLE001 - a child that fails must say so and leave no copy of us
            traceback.print_exc()
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        pipe.readline()  # it stands
        if seconds is not None:
            time.sleep(seconds)
            os.kill(child, signal.SIGKILL)
        said = pipe.read().decode().splitlines()
    os.waitpid(child, 0)
    return [f"{lives[-1][0]} {line}" for line in said]


@contextmanager
def _desk(path: Path, source: Notes) -> Generator[tuple[ReminderService, HeartbeatService]]:
    """The services on the database."""
    database = Database.open(SqliteLocation(path, KEY))
    transactions = Transactions(database, SystemClock())
    yield (
        ReminderService(transactions, source, desk=_DESK),
        HeartbeatService(transactions, desk=_DESK),
    )
    database.close()


def _work(path: Path, lives: list[tuple[int, datetime]], pipe: int, *, forever: bool) -> None:
    """Beats; acknowledges and closes whatever is shown."""
    calling: list[AlarmItem] = []

    def tell(word: str, item: str) -> None:
        os.write(pipe, f"{word} {item}\n".encode())

    with _desk(path, Notes(lives)) as (reminders, heartbeats):
        listeners = Listeners(_ignore, calling.extend, _ignore, _ignore)
        beat = Beat(reminders, heartbeats, SystemClock(), listeners)
        os.write(pipe, b"stands\n")
        while True:
            beat.facts_changed()
            beat.on_beat()
            for alarm in calling:
                tell("shown", alarm.item)
                reminders.acknowledge(officer(), alarm.item)
                tell("acknowledged", alarm.item)
            calling.clear()
            for alarm in reminders.active(SystemClock().now()):
                if alarm.state.is_acknowledged:
                    reminders.close(officer(), alarm.item, "办完")
                    tell("closed", alarm.item)
            if not forever:
                return


def _ignore(_: object) -> None:
    """Nothing to hear."""


def _compare(path: Path, lives: list[tuple[int, datetime]], told: list[str], count: Count) -> None:
    """Lost: due and never raised or shown, or told and not kept. Doubled: anything twice."""
    source = Notes(lives)
    items = [note.item for note in source.notes]
    database = Database.open(SqliteLocation(path, KEY))
    with Transactions(database, SystemClock()).read() as uow:
        rows = Counter(row.occurrence.item for row in uow.reminders.of_items(items))
        kept = Counter((act.item, act.kind) for act in uow.reminders.acts(items, 0))
    database.close()
    lines = [line.split(" ", 2) for line in told]
    count.raised = sum(rows.values())
    count.told = Counter(word for _, word, _ in lines)
    shown = {item for _, word, item in lines if word == "shown"}
    handled = {item for item, kind in kept if kind is ActKind.ACKNOWLEDGED}
    count.lost += [item for item in items if not rows[item] or item not in shown | handled]
    for word, kind in (("acknowledged", ActKind.ACKNOWLEDGED), ("closed", ActKind.CLOSED)):
        said = {item for _, what, item in lines if what == word}
        count.lost += [f"{word} {item}" for item in said if not kept[item, kind]]
    count.doubled += [item for item, number in rows.items() if number > 1]
    count.doubled += [f"{item} {kind}" for (item, kind), number in kept.items() if number > 1]
    count.doubled += [line for line, number in Counter(told).items() if number > 1]
