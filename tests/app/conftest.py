"""What tests of the composition root start from: a folder for an office, a window for news."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from safetydesk.app import language
from safetydesk.app.paths import Paths
from safetydesk.domain.log import EntryDraft, EntryKind
from safetydesk.services.incident_opening import NewIncident
from safetydesk.ui.bus import Bus
from safetydesk.ui.dialogs.sign_in import SignInDialog
from safetydesk.ui.main_window import MainWindow
from safetydesk.ui.window_state import WindowState
from safetydesk.ui.wording import Wording
from tests.helpers.clock import FakeClock
from tests.helpers.demo_desk import demo_desk
from tests.helpers.desk_at_work import DeskAtWork
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


@pytest.fixture
def work(tmp_path: Path, qapp: QApplication) -> Iterator[DeskAtWork]:
    """The demonstration office at work: a call and an explosion in the log, an officer at it."""
    language.install(qapp)
    with demo_desk(tmp_path) as desk:
        clock = desk.clock
        assert isinstance(clock, FakeClock)
        officer = desk.people.actor(desk.people.named("黄志强").id)
        desk.shifts.open_first(officer)
        desk.log.append(officer, EntryDraft(EntryKind.INCOMING_CALL, "柳河镇来电：危桥已封闭"))
        new = NewIncident("东河宏泰反应釜爆炸")
        desk.incidents.open(officer, new, EntryDraft(EntryKind.INCIDENT_RECEIVED, "反应釜爆炸"))
        made = DeskAtWork(qapp, desk, clock, tmp_path / "work")
        made.window.findChildren(SignInDialog)[0].close()
        made.desk_window.session.sign_in(officer)
        made.settle()
        yield made
        made.close()
