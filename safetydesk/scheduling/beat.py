"""What one beat of the guard does; knows nothing of the scheduler that calls it.

Each beat asks what is due now, so nothing depends on a timer having fired: most beats only compare
the clock with the next instant, and what was seen coming is raised from memory; a full derivation
follows every change, every clock step and at least every 30 seconds.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from safetydesk.domain.changes import Change, ChangeSet, Topic
from safetydesk.domain.errors import SafetyDeskError
from safetydesk.services.reminder_ahead import LEAD

if TYPE_CHECKING:
    from safetydesk.domain.clock import Clock
    from safetydesk.scheduling.window_turns import WindowTurns
    from safetydesk.services.heartbeats import DeskChange, HeartbeatService
    from safetydesk.services.reminder_rounds import Round
    from safetydesk.services.reminders import ReminderService
    from safetydesk.services.views_reminders import AlarmItem

PERIOD = 1.0
STEP_SECONDS = 2.0
FULL_EVERY = 30.0
WRITE_EVERY = 5.0
FAILURES_TO_FAULT = 3

_log = logging.getLogger("safetydesk.guard")


class Fault(StrEnum):
    """Why reminders may fail."""

    FAILING = "failing"
    STALLED = "stalled"


@dataclass(frozen=True)
class Vitals:
    """How the guard is doing; ``fault`` None means well. ``code`` is the error's, where known."""

    fault: Fault | None
    at: datetime
    code: str = ""


@dataclass(frozen=True)
class ClockStep:
    """The wall clock moved against the monotonic one: set by hand, by NTP, or after sleep.

    ``by`` is positive for a step forward; zero where the process itself stood still (``stood``).
    """

    at: datetime
    by: timedelta
    stood: timedelta


@dataclass(frozen=True)
class Listeners:
    """Who hears of what; called on the beating thread, so they only pass the value on."""

    changed: Callable[[ChangeSet], object]
    alarms: Callable[[tuple[AlarmItem, ...]], object]
    vitals: Callable[[Vitals], object]
    stepped: Callable[[ClockStep], object]


def _nothing(_: datetime | None = None) -> None:
    """Before a scheduler is attached there is nothing to arm."""


class Beat:
    """The desk's pulse. ``on_beat`` may be called from any thread, one at a time takes effect."""

    def __init__(
        self,
        reminders: ReminderService,
        heartbeats: HeartbeatService,
        clock: Clock,
        listeners: Listeners,
        window: WindowTurns | None = None,
    ) -> None:
        self._reminders = reminders
        self._heartbeats = heartbeats
        self._clock = clock
        self._tell = listeners
        self._window = window
        self._one = threading.Lock()
        self._dirty = threading.Event()
        self._dirty.set()
        self._arm: Callable[[datetime | None], object] = _nothing
        self._soon: Callable[[], object] = _nothing
        self._wall, self._mono = clock.now(), clock.monotonic()
        self._beaten_at, self._beaten_mono = self._wall, self._mono
        self._derived = self._written = self._mono - FULL_EVERY
        self._next: datetime | None = None
        self._presented: dict[str, str] = {}
        self._seen: set[int] | None = None
        self._own: set[int] = set()
        self._failures = 0
        self._fault: Fault | None = None

    @property
    def last_at(self) -> datetime:
        """When the last beat ended well (for the status line)."""
        return self._beaten_at

    @property
    def next_at(self) -> datetime | None:
        """The nearest instant at which something changes by itself."""
        return self._next

    @property
    def silence(self) -> float:
        """Seconds since a beat last ended, well or not."""
        return self._clock.monotonic() - self._beaten_mono

    def attach(self, arm: Callable[[datetime | None], object], soon: Callable[[], object]) -> None:
        """A scheduler offers to call at an instant, and as soon as it can."""
        self._arm, self._soon = arm, soon

    def facts_changed(self) -> None:
        """Something was written at this desk: derive again at once. Safe from any thread."""
        self._reminders.facts_changed()
        self._dirty.set()
        self._soon()

    def on_beat(self) -> bool:
        """One beat; False when another thread is in one. Never raises an error of the program."""
        if not self._one.acquire(blocking=False):
            return False
        try:
            self._guarded()
        finally:
            self._beaten_mono = self._clock.monotonic()
            self._one.release()
        return True

    def stalled(self) -> None:
        """The guard found that a beat does not end."""
        if self._fault is None:
            self._fault = Fault.STALLED
            self._tell.vitals(Vitals(Fault.STALLED, self._clock.now()))

    def _guarded(self) -> None:
        """Beats; an error is counted, and the next beat tries again (reliability R18)."""
        try:
            self._look()
        except Exception as error:  # noqa: BLE001 - a dead guard is worse than any error
            _log.exception("a beat failed")
            self._dirty.set()
            self._failed(error)
        else:
            self._failures = 0
            self._beaten_at = self._clock.now()
            if self._fault is not None:
                self._fault = None
                self._tell.vitals(Vitals(None, self._beaten_at))

    def _failed(self, error: Exception) -> None:
        """The third failure in a row is a fault that everybody sees and hears."""
        self._failures += 1
        if self._failures < FAILURES_TO_FAULT or self._fault is Fault.FAILING:
            return
        self._fault = Fault.FAILING
        code = error.code if isinstance(error, SafetyDeskError) else type(error).__name__
        self._tell.vitals(Vitals(Fault.FAILING, self._clock.now(), code))

    def _look(self) -> None:
        """Clock, other desks, what is due, sign of life: in the order of their urgency."""
        self._watch_clock()
        self._hear_desks()
        now, mono = self._clock.now(), self._clock.monotonic()
        reached = self._next is not None and now >= self._next
        near = self._next is not None and now >= self._next - LEAD
        whole = self._dirty.is_set() or mono - self._derived >= FULL_EVERY
        if whole or (near and not self._raise_prepared() and reached):
            self._derive(mono)
        if mono - self._written >= WRITE_EVERY:
            self._heartbeats.write(self._window.last() if self._window else None)
            self._written = mono

    def _watch_clock(self) -> None:
        """Compares the wall with the monotonic clock since the last beat."""
        wall, mono = self._clock.now(), self._clock.monotonic()
        stood = mono - self._mono
        by = (wall - self._wall).total_seconds() - stood
        self._wall, self._mono = wall, mono
        if abs(by) <= STEP_SECONDS and stood <= 3 * PERIOD:
            return
        self._dirty.set()
        step = ClockStep(
            wall,
            timedelta(seconds=by) if abs(by) > STEP_SECONDS else timedelta(0),
            timedelta(seconds=stood),
        )
        _log.info("the clock moved by %s, no beat for %s", step.by, step.stood)
        self._tell.stepped(step)

    def _hear_desks(self) -> None:
        """Publishes what other desks wrote; any write makes this desk derive again."""
        if self._seen is None:
            last = self._heartbeats.last_change()
            known = self._heartbeats.changes_after(max(last - self._heartbeats.look_back, 0))
            self._seen = {change.id for change in known} | {last}
            return
        floor = self._floor(self._seen)
        heard = self._heartbeats.changes_after(floor)
        new = [change for change in heard if change.id not in self._seen]
        if not new:
            return
        if any(change.id not in self._own for change in new):
            self._dirty.set()
        changes = ChangeSet.of(
            Change(Topic(c.topic), c.subject) for c in new if self._is_foreign(c)
        )
        self._seen = {i for i in self._seen if i > floor} | {change.id for change in new}
        self._own -= self._seen
        if changes:
            self._tell.changed(changes)

    def _floor(self, seen: set[int]) -> int:
        """The row of the audit trail after which there may be rows that were not heard yet."""
        return max(max(seen) - self._heartbeats.look_back, 0)

    def _is_foreign(self, change: DeskChange) -> bool:
        """Whether another desk made a change that screens know."""
        return change.desk != self._heartbeats.desk and change.topic in set(Topic)

    def _derive(self, mono: float) -> None:
        """A whole round.

        What was presented is remembered only here: after a restart, and at a second desk, every
        alarm that nobody has seen is presented once more.
        """
        self._dirty.clear()
        found = self._reminders.raise_due()
        self._derived = mono
        self._present(found)

    def _raise_prepared(self) -> bool:
        """Raises from memory what was seen coming; False where that needs a whole round."""
        if self._seen is None:
            return False
        found = self._reminders.raise_prepared(self._seen | self._own, self._floor(self._seen))
        if found is None:
            return False
        self._present(found)
        return True

    def _present(self, found: Round) -> None:
        """Tells what asks for attention anew, and arms the next instant."""
        self._own |= found.written
        anew = tuple(a for a in found.sounding if self._presented.get(a.item) != a.presentation)
        if found.changes:
            self._tell.changed(found.changes)
        if anew:
            self._tell.alarms(anew)
        presented = {a.item: a.presentation for a in found.sounding}
        self._presented = presented if found.whole else self._presented | presented
        self._next = found.next_at
        self._arm(self._next)
