"""A flood at a real window: so many alarms due at once, and what the person at the desk meets."""

from __future__ import annotations

import os
import threading
import time
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog
from shiboken6 import delete
from typing_extensions import override

from safetydesk.app import interpreter
from safetydesk.app.alarm_bell import Bell
from safetydesk.app.desk_window import DeskWindow
from safetydesk.app.opening import open_database
from safetydesk.app.paths import Paths
from safetydesk.app.wiring import Desk, build
from safetydesk.domain.access import Actor
from safetydesk.domain.clock import SystemClock
from safetydesk.ui.alarm_list import PAGE
from safetydesk.ui.bus import Bus
from safetydesk.ui.main_window import MainWindow
from safetydesk.ui.sounds import SWITCH, Speaker
from safetydesk.ui.tasks import TaskRunner
from safetydesk.ui.theme_switch import Appearance, ThemeSwitch
from safetydesk.ui.widgets.alarm_row import AlarmRow
from safetydesk.ui.window_state import WindowState
from safetydesk.ui.wording import Wording
from tools.faults.silences import found

if TYPE_CHECKING:
    from collections.abc import Callable

    from safetydesk.services.views_reminders import AlarmItem
    from safetydesk.ui.sound_waves import Sound

TICK_MS = 2
LOOK_MS = 50


class Recorder(Speaker):
    """A loudspeaker that notes what it is told to play, and when."""

    def __init__(self) -> None:
        super().__init__()
        self.played: list[Sound] = []
        self.first_at: datetime | None = None
        self.rung = threading.Event()

    @override
    def prepare(self) -> None:
        """There is nothing to load."""

    @override
    def play(self, *sounds: Sound) -> None:
        self.played += sounds
        if sounds and self.first_at is None:
            self.first_at = SystemClock().now()
            self.rung.set()

    @override
    def hold(self, *, top: bool) -> None:
        """Level Ⅰ is not what a flood is about."""


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


@dataclass
class _Shell:
    """What a desk needs of its window."""

    window: MainWindow
    bus: Bus
    wording: Wording
    theme: ThemeSwitch
    tasks: TaskRunner = field(default_factory=TaskRunner)


class LiveDesk:
    """The real window over a founded office, with its own beat, guard and bell."""

    def __init__(self, app: QApplication, folder: Path) -> None:
        paths = Paths.of(folder)
        found(paths)
        self.desk = build(open_database(paths), SystemClock())
        wording = Wording.of(zone=self.desk.office().zoneinfo, language="zh_CN")
        window = MainWindow(
            clock=self.desk.clock, wording=wording, state=WindowState(folder / "window.ini")
        )
        self.bus = Bus(window)
        self._shell = _Shell(window, self.bus, wording, ThemeSwitch(app, Appearance.LIGHT))
        self.speaker = Recorder()
        self._paths = paths
        self._at_work: DeskWindow | None = None
        self.window = window

    def open(self) -> None:
        """Goes to work."""
        bell = Bell(self.desk.clock, self.speaker)
        at_work = DeskWindow(self._shell, self.desk, paths=self._paths, bell=bell)
        self._at_work = at_work
        self.window.resize(1366, 768)
        self.window.show()
        at_work.prepare()
        at_work.start()
        interpreter.at_work()

    def sign_in(self) -> None:
        """Somebody holds the desk; nobody is asked any more who does."""
        person = self.desk.people.all()[0]
        actor = Actor(person.id, person.name, person.roles, self.desk.heartbeats.desk)
        if self._at_work is not None:
            self._at_work.session.sign_in(actor)
        for dialog in self.window.findChildren(QDialog):
            dialog.close()

    @property
    def beats(self) -> bool:
        """Whether a beat was written: the bell hangs by then."""
        return bool(self.desk.heartbeats.all())

    def rows(self) -> int:
        """Alarms that stand on screen."""
        return len(self.window.alarms.findChildren(AlarmRow))

    def close(self) -> None:
        """Everything ends in the order of the program."""
        if self._at_work is not None:
            self._at_work.stop()
        self._shell.tasks.wait()
        self.window.close()
        delete(self.window)
        self._shell.theme.deleteLater()
        self.desk.database.close()


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
    _note(live.desk, alarms, due)
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
    _note(live.desk, 1, due)
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


def _note(desk: Desk, count: int, due: datetime) -> None:
    """Writes the notes down in one act: no slow machine is still at it when they fall due."""
    now, person = desk.clock.now(), desk.people.all()[0]
    with desk.database.write() as uow:
        for number in range(count):
            uow.notes.add(
                {
                    "title": f"第{number + 1}条提醒",
                    "at": due,
                    "to_whom": person.name,
                    "entered_at": now,
                    "entered_by": person.id,
                }
            )
        uow.commit()
