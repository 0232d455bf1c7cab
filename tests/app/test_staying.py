"""Closing the window keeps the guard; the desk starts with the session and keeps awake."""

from __future__ import annotations

import shlex
import sys
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from safetydesk.app.autostart import Autostart
from safetydesk.app.paths import Paths
from safetydesk.app.staying import END, KEEP, ON_CLOSE, Staying
from safetydesk.app.wakefulness import Wakefulness
from safetydesk.ui.bus import Bus
from safetydesk.ui.desk_standing import DeskStanding, OnClose
from safetydesk.ui.dialogs.keep_guard import KeepGuard
from safetydesk.ui.main_window import MainWindow
from safetydesk.ui.tray import Tray
from safetydesk.ui.window_state import WindowState
from safetydesk.ui.wording import Wording

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="XDG and POSIX commands")
AWAKE = (("cat",),)


@pytest.fixture
def paths(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    made = Paths.of(tmp_path / 'a "strange" folder, 100%')
    made.create()
    return made


@pytest.fixture
def state(paths):
    return WindowState(paths.data / "window.ini")


@pytest.fixture
def standing(state):
    return DeskStanding(state)


@pytest.fixture
def staying(qtbot, clock, paths, state, standing):
    wording = Wording.of(zone=ZoneInfo("Asia/Shanghai"), language="zh_CN")
    window = MainWindow(clock=clock, wording=wording, state=state)
    made = Staying(
        window, Bus(window), paths, state, wakefulness=Wakefulness(AWAKE), standing=standing
    )
    made.start()
    window.show()
    yield made
    made.stop()
    window.may_close = lambda: True
    window.close()
    QApplication.instance().setQuitOnLastWindowClosed(True)


def window_of(staying: Staying) -> MainWindow:
    window = staying.parent()
    assert isinstance(window, MainWindow)
    return window


def out_of_sight(window: MainWindow) -> bool:
    return window.isHidden() or window.isMinimized()


def test_the_settings_ask_and_are_told_what_the_system_answered(staying, standing, state):
    assert standing.computer is not None
    assert not standing.computer.starts_with_session
    standing.autostart_asked.emit(True)
    assert standing.computer.starts_with_session
    standing.on_close_asked.emit(OnClose.END.value)
    assert (standing.computer.on_close, state.text(ON_CLOSE)) == (OnClose.END, END)


def test_the_first_closing_asks_and_the_answer_is_remembered(staying, state, qtbot):
    window = window_of(staying)
    window.close()
    (asked,) = window.findChildren(KeepGuard)
    assert window.isVisible()
    qtbot.keyClick(asked, Qt.Key.Key_Return)
    assert state.text(ON_CLOSE) == KEEP
    assert out_of_sight(window)
    staying.show_window()
    window.close()
    assert out_of_sight(window)


@pytest.mark.parametrize("away", ["hide", "showMinimized"])
def test_an_alarm_brings_a_maximised_window_back_maximised(staying, away):
    window = window_of(staying)
    window.showMaximized()
    getattr(window, away)()
    assert out_of_sight(window)
    staying.show_window()
    assert not out_of_sight(window)
    assert window.isMaximized()


def test_escape_keeps_the_window_and_asks_again(staying, state, qtbot):
    window = window_of(staying)
    window.close()
    qtbot.keyClick(window.findChild(KeepGuard), Qt.Key.Key_Escape)
    assert window.isVisible()
    assert state.text(ON_CLOSE) == ""


def test_exit_in_the_menu_really_closes_whatever_was_answered(staying, state, qtbot):
    window = window_of(staying)
    state.keep_text(ON_CLOSE, KEEP)
    with qtbot.waitSignal(window.closing):
        next(a for a in window.header.findChildren(QAction) if a.text() == "Exit").trigger()


def test_an_answer_to_end_ends_at_the_next_closing(staying, state, qtbot):
    state.keep_text(ON_CLOSE, END)
    with qtbot.waitSignal(window_of(staying).closing):
        window_of(staying).close()


def test_the_desk_starts_with_the_session_once_that_is_ticked(staying, paths):
    tick = next(
        a
        for a in window_of(staying).header.findChildren(QAction)
        if a.text() == "Start with the session"
    )
    tick.trigger()
    entry = Autostart(paths).file.read_text("utf-8")
    line = next(x for x in entry.splitlines() if x.startswith("Exec="))
    words = shlex.split(line.removeprefix("Exec=").replace("\\\\", "\\").replace("%%", "%"))
    assert words[-2:] == ["--data", str(paths.data)]
    tick.trigger()
    assert not Autostart(paths).file.exists()


def test_the_computer_is_kept_awake_until_the_desk_closes(monkeypatch):
    monkeypatch.delenv("SAFETYDESK_AWAKE")
    wakefulness = Wakefulness(AWAKE)
    wakefulness.keep()
    assert wakefulness.is_kept
    wakefulness.end()
    assert not wakefulness.is_kept


def test_where_nothing_keeps_awake_the_status_line_says_so(staying):
    window = window_of(staying)
    staying._on_look()
    assert any(
        part.isVisible() and part.accessibleName() == "Computer may fall asleep"
        for part in window.status.findChildren(type(window.status._sleepy))
    )


def test_a_holder_that_ends_at_once_is_never_taken_for_one_that_holds(staying, monkeypatch):
    monkeypatch.delenv("SAFETYDESK_AWAKE")
    brief = Wakefulness((("true",),))
    monkeypatch.setattr(staying, "_wakefulness", brief)
    brief.keep()
    for _ in range(3):
        brief._process.wait()
        staying._on_look()
        assert not staying.is_awake


def test_the_tray_tells_state_by_words_too(qtbot, staying):
    tray = Tray(window_of(staying))
    assert tray.words.endswith("the guard is well")
    tray.show_state(alarms=3, fault=False)
    assert "3 alarm(s)" in tray.words
    tray.show_state(alarms=3, fault=True)
    assert "fault" in tray.words
