"""A desk that is killed, stopped or hung is noticed from outside, and cried out."""

from __future__ import annotations

import signal
import sys
from contextlib import ExitStack
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt

from safetydesk.app.watch_window import WatchWindow
from safetydesk.domain.clock import SystemClock
from safetydesk.scheduling.watch import Standing
from safetydesk.ui.widgets.plain import PlainLabel
from tools.faults.silences import SILENCES, a_desk, is_running, seconds_until

STOPPED = "process stopped"
LONG_MS = 50_000
"""Milliseconds after which a window will never change, however busy the machine is."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="stops processes by POSIX signals")


@pytest.fixture
def home(tmp_path, monkeypatch):
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    return tmp_path


@pytest.mark.slow
@pytest.mark.timeout(400)
def test_every_silence_is_cried_out_and_an_orderly_end_is_none(home):
    """``python -m tools.faults`` measures how soon; here it only has to happen."""
    with ExitStack() as stack:
        desks = [stack.enter_context(a_desk(home / str(n))) for n in range(len(SILENCES))]
        closed = stack.enter_context(a_desk(home / "closed"))
        fallen = list(zip(SILENCES, desks, strict=True))
        for silence, desk in fallen:
            silence.happen(desk)
        closed.say("close")
        assert closed.process.wait() == 0
        seconds_until(lambda: not is_running(closed.watch))
        assert "ERROR" not in closed.told()
        seconds_until(lambda: all(desk.cried(silence.cry) for silence, desk in fallen))
        (stopped,) = [desk for silence, desk in fallen if silence.name == STOPPED]
        stopped.process.send_signal(signal.SIGCONT)
        seconds_until(lambda: "is well" in stopped.told())
        assert is_running(stopped.watch)


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_a_heartbeat_thread_that_was_killed_is_replaced_by_the_guard_and_no_cry_is_due(home):
    with a_desk(home / "desk") as desk:
        desk.order("kill-beat")
        dead_at = SystemClock().now().timestamp()
        seconds_until(lambda: desk.beaten_after(dead_at))
        assert "ERROR" not in desk.told()


class SeenDesk:
    """What a lookout sees, one standing after the other; the last one stays."""

    def __init__(self, *standings: Standing) -> None:
        self._standings = list(standings)
        self.ended = False

    zone = ZoneInfo("Asia/Shanghai")

    def since(self, standing: Standing) -> datetime | None:
        return datetime(2026, 11, 21, 19, 20, 5, tzinfo=UTC) if standing is Standing.STILL else None

    def look(self) -> Standing:
        return self._standings.pop(0) if len(self._standings) > 1 else self._standings[0]

    def end(self) -> None:
        self.ended = True
        self._standings = [Standing.GONE]

    def command(self) -> list[str]:
        return [sys.executable, "-c", "pass"]


def words_of(window: WatchWindow) -> str:
    return " ".join(label.text() for label in window.findChildren(PlainLabel))


def test_the_window_says_what_is_wrong_and_goes_when_the_desk_is_well_again(qtbot):
    window = WatchWindow(SeenDesk(Standing.GONE, Standing.WELL))
    qtbot.addWidget(window)
    window.show_standing(Standing.SILENT)
    assert "does not answer" in words_of(window)
    qtbot.waitUntil(lambda: "ended unexpectedly" in words_of(window), timeout=LONG_MS)
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=LONG_MS)


def test_escape_silences_and_what_is_worse_shows_again(qtbot):
    window = WatchWindow(SeenDesk(Standing.STILL, Standing.GONE))
    qtbot.addWidget(window)
    window.show_standing(Standing.STILL)
    qtbot.waitExposed(window)
    assert "stands still" in words_of(window)
    assert "03:20:05" in words_of(window), "the last turn, as the office's clocks show it"
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()
    qtbot.waitUntil(window.isVisible, timeout=LONG_MS)
    assert "ended unexpectedly" in words_of(window)


def test_enter_ends_what_still_hangs_and_starts_the_desk_again(qtbot, tmp_path):
    started = tmp_path / "started"
    seen = SeenDesk(Standing.STILL)
    seen.command = lambda: [  # type: ignore[method-assign]  # writes instead of starting a desk
        sys.executable,
        "-c",
        f"open({str(started)!r}, 'w').close()",
    ]
    window = WatchWindow(seen)
    qtbot.addWidget(window)
    window.show_standing(Standing.STILL)
    qtbot.waitExposed(window)
    qtbot.keyClick(window, Qt.Key.Key_Return)
    assert seen.ended
    qtbot.waitUntil(started.exists, timeout=LONG_MS)
