"""P10: how late reminders come with ten thousand pending, against a bare heap and APScheduler.

    python -m tools.bench.reminders [--pending N] [--rounds N]

The limit is a heap and a condition in memory. APScheduler has one job a reminder in its memory
store; ours derives, commits the row of the ledger and only then tells. All three run in one
process, in turn. Adding one is compared with APScheduler's own store in SQLite.
"""

from __future__ import annotations

import argparse
import heapq
import statistics
import sys
import tempfile
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from apscheduler.schedulers.background import BackgroundScheduler

from safetydesk.domain.clock import SystemClock
from safetydesk.domain.reminder import DutyState, Note
from safetydesk.scheduling.beat import Beat, Listeners
from safetydesk.scheduling.heartbeat import Heartbeat
from safetydesk.services.heartbeats import HeartbeatService
from safetydesk.services.reminders import ReminderService
from safetydesk.services.routines import RoutineService
from safetydesk.services.transaction import Transactions
from safetydesk.storage.database import Database
from safetydesk.storage.engine import SqliteLocation
from safetydesk.storage.migrate import migrate
from tools.bench.measuring import Ratio, alternate, median_ratio, percentile
from tools.faults.kills import KEY, hire, officer

if TYPE_CHECKING:
    from safetydesk.services.views_reminders import AlarmItem
    from safetydesk.storage.unit_of_work import UnitOfWork

DUE, APART, AHEAD = 100, timedelta(milliseconds=20), timedelta(seconds=3)
FAR = timedelta(days=30)
LATE_GOAL, PEER_GOAL, ADD_GOAL = 10.0, 2.0, 0.1
_BARE = """
INSERT INTO audit (at, actor_name, desk, action, topic, subject, allowed)
VALUES ('2026-01-01 00:00:00.000000', 'x', 'x', 'x', 'reminders', ?, 1)
"""
Late = Callable[[datetime], None]
Stop = Callable[[], object]
Begin = Callable[[list[datetime]], Stop]


class Lateness:
    """Seconds by which each of those due came late; ``all_in`` when the last has come."""

    def __init__(self) -> None:
        self.seconds: list[float] = []
        self.all_in = threading.Event()

    def came(self, due: datetime) -> None:
        """One came, just now."""
        self.seconds.append((SystemClock().now() - due).total_seconds())
        if len(self.seconds) >= DUE:
            self.all_in.set()


class Facts:
    """Notes that are far away, and those that are due one after the other."""

    def __init__(self, pending: int) -> None:
        far = SystemClock().now() + FAR
        self._later = tuple(Note(f"f{n}", far + n * APART, "提醒") for n in range(pending))
        self._notes = self._later

    def put(self, dues: list[datetime]) -> None:
        """Enters those that are due soon."""
        self._notes = (*(Note(f"n{n}", due, "提醒") for n, due in enumerate(dues)), *self._later)

    def state(self, uow: UnitOfWork, now: datetime) -> DutyState:  # noqa: ARG002 - as asked for
        """All of them."""
        return DutyState(notes=self._notes)


def by_heap(pending: int, late: Late) -> Begin:
    """The limit: one thread that sleeps until the head of a heap is due."""
    far = SystemClock().now() + FAR
    heap = [far + n * APART for n in range(pending)]
    condition, ended = threading.Condition(), threading.Event()

    def run() -> None:
        with condition:
            while not ended.is_set():
                ahead = (heap[0] - SystemClock().now()).total_seconds()
                if ahead > 0:
                    condition.wait(min(ahead, 0.5))
                else:
                    late(heapq.heappop(heap))

    thread = threading.Thread(target=run)

    def begin(dues: list[datetime]) -> Stop:
        heap.extend(dues)
        heapq.heapify(heap)
        thread.start()
        return stop

    def stop() -> None:
        ended.set()
        thread.join()

    return begin


def by_apscheduler(pending: int, late: Late) -> Begin:
    """The peer: a job a reminder, in memory."""
    scheduler: Any = BackgroundScheduler(timezone=UTC, job_defaults={"misfire_grace_time": None})
    scheduler.start(paused=True)
    far = SystemClock().now() + FAR
    for due in (far + n * APART for n in range(pending)):
        scheduler.add_job(late, "date", run_date=due, args=(due,))

    def begin(dues: list[datetime]) -> Stop:
        for due in dues:
            scheduler.add_job(late, "date", run_date=due, args=(due,))
        scheduler.resume()
        return stop

    def stop() -> None:
        scheduler.shutdown()

    return begin


def by_us(folder: Path, pending: int, late: Late) -> Begin:
    """The product: beat and scheduler over an encrypted file, at work already."""
    database = Database.open(SqliteLocation(_office(folder), KEY))
    transactions = Transactions(database, SystemClock())
    facts = Facts(pending)
    reminders = ReminderService(transactions, facts, desk="第一席")

    def told(alarms: tuple[AlarmItem, ...]) -> None:
        for alarm in alarms:
            late(alarm.due_at)

    listeners = Listeners(_ignore, told, _ignore, _ignore)
    beat = Beat(reminders, HeartbeatService(transactions, desk="第一席"), SystemClock(), listeners)
    heartbeat = Heartbeat(beat, SystemClock())
    heartbeat.start()

    def begin(dues: list[datetime]) -> Stop:
        facts.put(dues)
        beat.facts_changed()
        return stop

    def stop() -> None:
        heartbeat.stop()
        database.close()

    return begin


def p99(prepare: Callable[[Late], Begin]) -> float:
    """The lateness of the 99th of a hundred, in milliseconds; nobody is timed at getting ready."""
    measured = Lateness()
    begin = prepare(measured.came)
    first = SystemClock().now() + AHEAD
    stop = begin([first + n * APART for n in range(DUE)])
    measured.all_in.wait()
    stop()
    return percentile(measured.seconds, 0.99)


def adding(folder: Path, rounds: int) -> tuple[Ratio, Ratio]:
    """One note of ours, audited and committed, against one job in APScheduler's SQL store.

    The second is the floor of the first: one bare row committed to our file and nothing else.
    """
    database = Database.open(SqliteLocation(_office(folder), KEY))
    routines = RoutineService(Transactions(database, SystemClock()))
    store = import_module("apscheduler.jobstores.sqlalchemy").SQLAlchemyJobStore(
        url=f"sqlite:///{folder / 'jobs.db'}"
    )
    scheduler: Any = BackgroundScheduler(timezone=UTC, job_defaults={})
    scheduler.add_jobstore(store)
    scheduler.start(paused=True)
    far = SystemClock().now() + FAR

    def theirs(number: int) -> None:
        scheduler.add_job(_ignore, "date", run_date=far, args=(number,))

    def ours(number: int) -> None:
        routines.remind(officer(), f"第{number}条", far)

    def bare(number: int) -> None:
        with database.engines.writer.begin() as connection:
            connection.exec_driver_sql(_BARE, (str(number),))

    alternate(theirs, ours, 5)
    limit, measured = alternate(theirs, ours, rounds)
    second, floor = alternate(theirs, bare, rounds)
    scheduler.shutdown()
    database.close()
    name = "P10 add one reminder, against APScheduler's store"
    return (
        median_ratio(name, limit, measured, ADD_GOAL),
        median_ratio(f"{name}: the floor, one bare durable row", second, floor, ADD_GOAL),
    )


def _office(folder: Path) -> Path:
    """An empty office with somebody in it."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "office.db"
    migrate(SqliteLocation(path, KEY))
    hire(SqliteLocation(path, KEY))
    return path


def _ignore(_: object) -> None:
    """Nothing to hear."""


def main() -> int:
    """Prints the ratios; 1 when a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pending", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    pending = given.pending
    heap: list[float] = []
    peer: list[float] = []
    ours: list[float] = []
    with tempfile.TemporaryDirectory() as name:
        for number in range(given.rounds):
            folder = Path(name) / str(number)
            heap.append(p99(partial(by_heap, pending)))
            peer.append(p99(partial(by_apscheduler, pending)))
            ours.append(p99(partial(by_us, folder, pending)))
        added, floor = adding(Path(name) / "adding", 40)
    late, middle = f"P10 lateness p99 of {DUE}, {pending} pending", statistics.median(ours)
    ratios = (
        Ratio(f"{late}, against a heap", statistics.median(heap), middle, LATE_GOAL),
        Ratio(f"{late}, against APScheduler", statistics.median(peer), middle, PEER_GOAL),
        added,
    )
    for ratio in (*ratios, floor):
        print(ratio.line())
    return 0 if all(ratio.holds for ratio in ratios) else 1


if __name__ == "__main__":
    sys.exit(main())
