"""What tests of the composition root start from: a folder for an office, a window for news."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from pytestqt.qtbot import QtBot

from safetydesk.app.paths import Paths
from safetydesk.ui.bus import Bus
from safetydesk.ui.main_window import MainWindow
from safetydesk.ui.window_state import WindowState
from safetydesk.ui.wording import Wording
from tests.helpers.clock import FakeClock
from tests.helpers.tasks import SyncTaskRunner


@pytest.fixture
def paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Paths:
    """An empty data folder whose keys stay in the test's own configuration."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    made = Paths.of(tmp_path / "office")
    made.create()
    return made


@dataclass
class Shell:
    """The parts of a running window that news are told to."""

    window: MainWindow
    wording: Wording
    bus: Bus = field(default_factory=Bus)
    tasks: SyncTaskRunner = field(default_factory=SyncTaskRunner)


@pytest.fixture
def shell(qtbot: QtBot, clock: FakeClock, tmp_path: Path) -> Shell:
    """A window at the place, shown."""
    wording = Wording.of(zone=ZoneInfo("Asia/Shanghai"), language="zh_CN")
    window = MainWindow(clock=clock, wording=wording, state=WindowState(tmp_path / "w.ini"))
    qtbot.addWidget(window)
    window.show()
    return Shell(window, wording)
