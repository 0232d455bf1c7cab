"""A desk whose clock is set, which sleeps, or which shares its office: late, lost and doubled.

Scheduler, guard and beat are the real ones, on their own threads; only the clock on the wall can be
moved. Whatever is presented is acknowledged and closed at once, so that it must not come again;
the next step waits for that, which is a person's work and no lateness of the desk.
"""

from __future__ import annotations

import os
import random
import threading
import time
from collections import Counter
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from safetydesk.domain.alarm_state import ActKind
from safetydesk.domain.clock import SystemClock
from safetydesk.domain.errors import NotFound, RuleViolation
from safetydesk.domain.reminder import DutyState, Note
from safetydesk.scheduling.beat import Beat, ClockStep, Listeners
from safetydesk.scheduling.guard import Guard
from safetydesk.scheduling.heartbeat import Heartbeat
from safetydesk.services.heartbeats import HeartbeatService
from safetydesk.services.reminders import ReminderService
from safetydesk.services.transaction import Transactions
from safetydesk.storage.database import Database
from safetydesk.storage.engine import SqliteLocation
from safetydesk.storage.migrate import migrate
from tools.faults.kills import KEY, hire, officer

if TYPE_CHECKING:
    from collections.abc import Callable

    from safetydesk.services.views_reminders import AlarmItem
    from safetydesk.storage.engine import Location
    from safetydesk.storage.unit_of_work import UnitOfWork

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
NAMED = (3 * HOUR, 9 * HOUR, timedelta(seconds=-90), 3 * HOUR)
"""Sleep of three and of nine hours (the monotonic clock of Linux stands still meanwhile), a
correction back, and a clock set three hours ahead."""
_NEVER = 150.0


class SettableClock:
    """The machine's clock with a hand that can be moved."""

    def __init__(self) -> None:
        self._machine = SystemClock()
        self.moved = timedelta(0)

    def now(self) -> datetime:
        """What the wall shows."""
        return self._machine.now() + self.moved

    def monotonic(self) -> float:
        """Seconds that no hand moves."""
        return self._machine.monotonic()


class Facts:
    """The notes of the office."""

    def __init__(self, dues: list[datetime]) -> None:
        self.notes = tuple(Note(str(n), due, f"第{n}条") for n, due in enumerate(dues))

    def state(self, uow: UnitOfWork, now: datetime) -> DutyState:  # noqa: ARG002 - as asked for
        """All of them, whenever asked."""
        return DutyState(notes=self.notes)

    def due_by(self, instant: datetime) -> set[str]:
        """Those that must have come by an instant."""
        return {note.item for note in self.notes if note.at <= instant}


class Seat:
    """One desk at work: what it was shown is kept, and answered at once."""

    def __init__(self, office: Location, facts: Facts, clock: SettableClock, name: str) -> None:
        self.shown: Counter[str] = Counter()
        self.steps: list[ClockStep] = []
        self._answered = 0
        self._changed = threading.Condition()
        self._database = Database.open(office)
        transactions = Transactions(self._database, clock)
        self.reminders = ReminderService(transactions, facts, desk=name)
        heard = Listeners(_ignore, self._answer, _ignore, self._stepped)
        beats = HeartbeatService(transactions, desk=name)
        self._beat = Beat(self.reminders, beats, clock, heard)
        self._heartbeat = Heartbeat(self._beat, clock)
        self._guard = Guard(self._beat, clock, self._heartbeat.rearm)

    def __enter__(self) -> Seat:
        self._heartbeat.start()
        self._guard.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._guard.stop()
        self._heartbeat.stop()
        self._database.close()

    def seconds_until_shown(self, items: set[str]) -> float:
        """How long until all of them were shown here.

        Raises:
            TimeoutError: some never were.
        """
        return self._seconds_until(lambda: items <= self.shown.keys())

    def seconds_until_step(self, count: int) -> float:
        """How long until the beat had noticed so many steps.

        Raises:
            TimeoutError: it never did.
        """
        return self._seconds_until(lambda: len(self.steps) >= count)

    def wait_for_answers(self) -> None:
        """Until everything that was shown is answered.

        Raises:
            TimeoutError: it never was.
        """
        self._seconds_until(lambda: self._answered >= self.shown.total())

    def _seconds_until(self, happened: Callable[[], bool]) -> float:
        began = time.monotonic()
        with self._changed:
            if not self._changed.wait_for(happened, _NEVER):
                raise TimeoutError
        return time.monotonic() - began

    def _answer(self, alarms: tuple[AlarmItem, ...]) -> None:
        """Another desk may have answered first: then there is nothing left to do."""
        with self._changed:
            self.shown.update(alarm.item for alarm in alarms)
            self._changed.notify_all()
        for alarm in alarms:
            with suppress(RuleViolation, NotFound):
                self.reminders.acknowledge(officer(), alarm.item)
                self.reminders.close(officer(), alarm.item, "办完")
        with self._changed:
            self._answered += len(alarms)
            self._changed.notify_all()

    def _stepped(self, step: ClockStep) -> None:
        with self._changed:
            self.steps.append(step)
            self._changed.notify_all()


@dataclass
class Result:
    """What came of it."""

    steps: int = 0
    shown: int = 0
    worst_seconds: float = 0.0
    lost: list[str] = field(default_factory=list[str])
    doubled: list[str] = field(default_factory=list[str])


def set_often(folder: Path, random_steps: int, seed: int) -> Result:
    """The named steps, then random ones of a second to thirty days, then another zone."""
    chance, clock = random.Random(seed), SettableClock()  # noqa: S311 - no secret
    steps = [*NAMED, *(_any_step(chance) for _ in range(random_steps))]
    begun = clock.now()
    reach = sum((s for s in steps if s > timedelta(0)), timedelta(0))
    facts = Facts([begun + reach * chance.random() for _ in range(4 * len(steps))])
    result = Result(steps=len(steps))
    with Seat(embedded(folder), facts, clock, "第一席") as seat:
        for step in steps:
            noticed = len(seat.steps)
            clock.moved += step
            must = facts.due_by(clock.now())
            if abs(step) > timedelta(seconds=2):
                result.worst_seconds = max(
                    result.worst_seconds, seat.seconds_until_step(noticed + 1)
                )
            late = seat.seconds_until_shown(must)
            result.worst_seconds = max(result.worst_seconds, late)
            seat.wait_for_answers()
        _other_zone(seat, clock, facts)
        result.shown = len(seat.shown)
        result.doubled = [item for item, count in seat.shown.items() if count > 1]
    return result


def share(office: Location, alarms: int) -> Result:
    """Two desks on one office: every alarm is shown at both and answered once."""
    migrate(office)
    hire(office)
    clock = SettableClock()
    facts = Facts([clock.now() + timedelta(milliseconds=20 * n) for n in range(alarms)])
    items = {note.item for note in facts.notes}
    result = Result()
    with ExitStack() as stack:
        seats = [stack.enter_context(Seat(office, facts, clock, n)) for n in ("第一席", "第二席")]
        began = time.monotonic()
        handled: Counter[str] = Counter()
        while time.monotonic() - began < _NEVER and len(handled) < len(items):
            handled = _answers(office, items)
            threading.Event().wait(0.1)
        result.shown = sum(len(seat.shown) for seat in seats)
    handled = _answers(office, items)
    result.lost = [item for item in items if not handled[item]]
    result.doubled = [item for item, count in handled.items() if count > 1]
    return result


def _answers(office: Location, items: set[str]) -> Counter[str]:
    """How often each was acknowledged."""
    database = Database.open(office)
    try:
        with Transactions(database, SystemClock()).read() as uow:
            acts = uow.reminders.acts(sorted(items), 0)
    finally:
        database.close()
    return Counter(act.item for act in acts if act.kind is ActKind.ACKNOWLEDGED)


def _any_step(chance: random.Random) -> timedelta:
    """A second to thirty days, as often a short one as a long one, two thirds of them forward."""
    size = timedelta(seconds=10 ** chance.uniform(0, 6.4))
    return min(size, 30 * DAY) * (1 if chance.random() < 2 / 3 else -1)


def _other_zone(seat: Seat, clock: SettableClock, facts: Facts) -> None:
    """The process finds itself elsewhere: instants are instants, nothing comes but what is due."""
    home = os.environ.get("TZ", "Asia/Shanghai")
    for zone in ("America/New_York", home):
        os.environ["TZ"] = zone
        time.tzset()
        noticed = len(seat.steps)
        clock.moved += timedelta(seconds=3)
        seat.seconds_until_step(noticed + 1)
        seat.seconds_until_shown(facts.due_by(clock.now()))


def embedded(folder: Path) -> SqliteLocation:
    """An empty office in a folder, with somebody who may answer."""
    office = file_in(folder)
    migrate(office)
    hire(office)
    return office


def file_in(folder: Path) -> SqliteLocation:
    """Where an office in a folder is kept."""
    folder.mkdir(parents=True, exist_ok=True)
    return SqliteLocation(folder / "office.db", KEY)


def _ignore(_: object) -> None:
    """Nothing to hear."""
