"""The real window over a founded office, in this process, with a loudspeaker that takes notes."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QDialog
from shiboken6 import delete
from typing_extensions import override

from safetydesk.app import interpreter
from safetydesk.app.alarm_bell import Bell
from safetydesk.app.desk_window import DeskWindow
from safetydesk.app.opening import open_database
from safetydesk.app.paths import Paths
from safetydesk.app.wiring import build
from safetydesk.domain.access import Actor
from safetydesk.domain.clock import SystemClock
from safetydesk.ui.bus import Bus
from safetydesk.ui.main_window import MainWindow
from safetydesk.ui.sounds import Speaker
from safetydesk.ui.tasks import TaskRunner
from safetydesk.ui.theme_switch import Appearance, ThemeSwitch
from safetydesk.ui.widgets.alarm_row import AlarmRow
from safetydesk.ui.window_state import WindowState
from safetydesk.ui.wording import Wording
from tools.faults.silences import found

if TYPE_CHECKING:
    from safetydesk.ui.sound_waves import Sound


_IN_TESTS = "PYTEST_CURRENT_TEST"


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
        self._garbage = interpreter.Garbage()
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
        if _IN_TESTS not in os.environ:  # a process of tests is never settled: others come and go
            interpreter.loading()
            interpreter.at_work()
            self.window.second_passed.connect(self._garbage.seek)

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

    def note(self, dues: Iterable[datetime]) -> None:
        """Writes a note down for each instant, in one act: no slow machine is still at it then."""
        now, person = self.desk.clock.now(), self.desk.people.all()[0]
        with self.desk.database.write() as uow:
            for number, due in enumerate(dues):
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
