"""The real window of a desk at work, with a clock and a beat that a test moves by hand."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from safetydesk.app.desk_window import DeskWindow
from safetydesk.app.paths import Paths
from safetydesk.app.pulse import Pulse
from safetydesk.app.wiring import Desk
from safetydesk.ui.bus import Bus
from safetydesk.ui.main_window import MainWindow
from safetydesk.ui.theme_switch import Appearance, ThemeSwitch
from safetydesk.ui.window_state import WindowState
from safetydesk.ui.wording import Wording
from tests.helpers.clock import FakeClock
from tests.helpers.tasks import SyncTaskRunner


class HandPulse(Pulse):
    """Beats only when it is told to."""

    def start(self) -> None:
        self.beat.on_beat()

    def stop(self) -> None:
        pass

    def _on_stepped(self, step: object) -> None:
        """The clock of a test is moved by hand: that is no sleep."""


@dataclass
class _Shell:
    window: MainWindow
    bus: Bus
    wording: Wording
    theme: ThemeSwitch
    tasks: SyncTaskRunner = field(default_factory=SyncTaskRunner)


class DeskAtWork:
    """An opened desk: the window is shown, somebody is asked to sign in."""

    def __init__(self, app: QApplication, desk: Desk, clock: FakeClock, folder: Path) -> None:
        self.app, self.desk, self.clock = app, desk, clock
        wording = Wording.of(zone=desk.office().zoneinfo, language="zh_CN")
        self.wording = wording
        self.bus = Bus()
        self.window = MainWindow(
            clock=clock, wording=wording, state=WindowState(folder / "window.ini")
        )
        self._pulse = HandPulse(desk, self.bus)
        self._theme = ThemeSwitch(app, Appearance.LIGHT)
        shell = _Shell(self.window, self.bus, wording, self._theme)
        paths = Paths.of(folder)
        paths.create()
        self.desk_window = DeskWindow(
            shell, desk, paths=paths, pulse=self._pulse, reading=SyncTaskRunner()
        )
        self.window.resize(1600, 900)
        self.window.show()
        self.desk_window.prepare()
        self.desk_window.start()
        self.settle()

    def to(self, instant: str) -> None:
        """The clock moves on (never back); the desk beats and everything on screen follows."""
        if datetime.fromisoformat(instant) > self.clock.now():
            self.clock.to(instant)
        self.beat()

    def beat(self) -> None:
        """One beat, and what a second brings to the window."""
        self._pulse.beat.on_beat()
        self.settle()
        now = self.clock.now()
        for part in (self.window.header, self.window.alarms, self.window.quick):
            part.tick(now)
        if self.window.current_page is not None:
            self.window.current_page.tick(now)
        self.desk_window.refresh_frame()
        self.settle()

    def settle(self) -> None:
        """Everything that waits for the loop is done, and what was closed is gone."""
        QTest.qWait(0)
        self.app.processEvents()
        self.app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def what_is_shown(self) -> str:
        """For the message of a test that fails: the minute, the windows and their words."""
        shown = [w for w in self.app.topLevelWidgets() if w.isVisible()]
        words = [
            f"{type(w).__name__}: {[x.text() for x in w.findChildren(QLabel) if x.isVisible()]}"
            for w in shown
        ]
        return "\n".join([str(self.clock.now()), *words])

    def close(self) -> None:
        """The officer goes home; nothing of Qt is left."""
        for widget in self.app.topLevelWidgets():
            if widget is not self.window and widget.isVisible():
                widget.close()
        self.desk_window.stop()
        self.window.close()
        self.window.deleteLater()
        self._theme.deleteLater()
        self.settle()
