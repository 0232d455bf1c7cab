"""A flood at a real window: so many alarms due at once, and what the person at the desk meets."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from safetydesk.domain.clock import SystemClock
from safetydesk.ui.alarm_list import PAGE
from safetydesk.ui.sounds import SWITCH
from tools.faults.live_desk import LiveDesk

if TYPE_CHECKING:
    from collections.abc import Callable

    from safetydesk.services.views_reminders import AlarmItem

TICK_MS = 2
LOOK_MS = 50


class Gaps(QObject):
    """How long the event loop is away, at worst, since it was made: on the wall, and at work.

    The second does not count what other processes and threads take of the machine.
    """

    def __init__(self) -> None:
        super().__init__()
        self.worst_ms = self.worst_work_ms = 0.0
        self._last, self._worked = time.perf_counter(), time.thread_time()
        self._timer = QTimer(self, interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_turn)
        self._timer.start()

    def stop(self) -> None:
        """No more turns are counted."""
        self._timer.stop()

    def _on_turn(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        self.worst_ms = max(self.worst_ms, (now - self._last) * 1000)
        self.worst_work_ms = max(self.worst_work_ms, (worked - self._worked) * 1000)
        self._last, self._worked = now, worked


@dataclass(frozen=True)
class Flood:
    """What was measured of a flood."""

    alarms: int
    worst_gap_ms: float
    worst_work_ms: float
    sounds: int
    sounded_after: float
    presented: int


def application() -> QApplication:
    """The application of this process, whose bells ring."""
    os.environ.pop(SWITCH, None)
    app = QApplication.instance()
    return app if isinstance(app, QApplication) else QApplication([])


def turn_until(happened: Callable[[], bool]) -> None:
    """Turns the event loop, looking now and then."""
    loop, looking = QEventLoop(), QTimer(interval=LOOK_MS)
    looking.timeout.connect(lambda: loop.quit() if happened() else None)
    looking.start()
    loop.exec()


def flood(app: QApplication, folder: Path, alarms: int, ahead: timedelta) -> Flood:
    """So many own notes due at one instant; the desk is open well before it."""
    live = LiveDesk(app, folder)
    due = SystemClock().now() + ahead
    live.note([due] * alarms)
    presented: list[AlarmItem] = []
    live.bus.alarm.connect(presented.extend)
    live.open()
    try:
        turn_until(lambda: live.beats and SystemClock().now() > due - timedelta(seconds=1))
        gaps = Gaps()
        turn_until(lambda: live.rows() >= min(alarms, PAGE) and len(presented) >= alarms)
        seen = SystemClock().now() + timedelta(seconds=2)
        turn_until(lambda: SystemClock().now() > seen)
        gaps.stop()
        first = live.speaker.first_at or seen
        after = (first - due).total_seconds()
        heard = len(live.speaker.played)
        return Flood(alarms, gaps.worst_ms, gaps.worst_work_ms, heard, after, len(presented))
    finally:
        live.close()


@dataclass(frozen=True)
class Stood:
    """What was heard while the main thread stood still."""

    stood_seconds: float
    sounded_after: float | None


def stand_still(
    app: QApplication, folder: Path, ahead: timedelta, seconds: float | None = None
) -> Stood:
    """The main thread stands still from before an alarm falls due until ``seconds`` after it.

    Without ``seconds`` it stands until the alarm was heard, however long that takes.
    """
    live = LiveDesk(app, folder)
    due = SystemClock().now() + ahead
    live.note([due])
    live.open()
    try:
        turn_until(lambda: live.beats and SystemClock().now() > due - timedelta(seconds=1))
        began = time.monotonic()
        if seconds is None:
            live.speaker.rung.wait()
        else:
            time.sleep((due - SystemClock().now()).total_seconds() + seconds)
        stood = time.monotonic() - began
        first = live.speaker.first_at
        return Stood(stood, (first - due).total_seconds() if first else None)
    finally:
        live.close()


@dataclass(frozen=True)
class Lateness:
    """How late the alarms of a stretch came to the window, in seconds."""

    alarms: int
    p99: float
    worst: float
    worst_gap_ms: float


def spread(
    app: QApplication, folder: Path, alarms: int, ahead: timedelta, over: timedelta
) -> Lateness:
    """So many own notes, evenly over a stretch of time (reliability R13, R22)."""
    live = LiveDesk(app, folder)
    first = SystemClock().now() + ahead
    live.note([first + over * number / alarms for number in range(alarms)])
    late: list[float] = []

    def came(items: tuple[AlarmItem, ...]) -> None:
        now = SystemClock().now()
        late.extend((now - item.due_at).total_seconds() for item in items)

    live.bus.alarm.connect(came)
    live.open()
    try:
        turn_until(lambda: live.beats and SystemClock().now() > first - timedelta(seconds=1))
        gaps = Gaps()
        turn_until(lambda: len(late) >= alarms)
        gaps.stop()
        ordered = sorted(late)
        return Lateness(len(late), ordered[len(late) * 99 // 100], ordered[-1], gaps.worst_ms)
    finally:
        live.close()


@dataclass(frozen=True)
class Opened:
    """What a desk meets that was down while alarms fell due."""

    alarms: int
    listed_after: float
    sounds: int


def after_downtime(app: QApplication, folder: Path, alarms: int, down: timedelta) -> Opened:
    """So many notes fell due while the desk was down (reliability R16)."""
    live = LiveDesk(app, folder)
    now = SystemClock().now()
    live.note([now - down * number / alarms for number in range(alarms)])
    presented: list[AlarmItem] = []
    live.bus.alarm.connect(presented.extend)
    began = time.monotonic()
    live.open()
    try:
        turn_until(lambda: live.rows() >= min(alarms, PAGE))
        listed = time.monotonic() - began
        turn_until(lambda: len(presented) >= alarms and bool(live.speaker.played))
        return Opened(len(presented), listed, len(live.speaker.played))
    finally:
        live.close()
