"""A desk that is killed, stopped or hung is noticed from outside within thirty seconds."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from safetydesk.app.paths import Paths
from safetydesk.app.set_up import found_in
from safetydesk.app.watch_window import WatchWindow
from safetydesk.domain.clock import SystemClock
from safetydesk.domain.founding import Founding
from safetydesk.scheduling.watch import Standing
from safetydesk.ui.widgets.plain import PlainLabel

HOME = Path(__file__).resolve().parents[2]
LIMIT = 30.0
FOUNDING = Founding(
    name="云川区应急管理局",
    short_name="区应急局",
    district="云川区",
    level="county",
    duty_phone="0000-5550101",
    masthead="云川区应急管理局值班信息",
    number="S01",
    person="王伟",
    mobile="19900000021",
    pin="493826",
    pin_again="493826",
)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="stops processes by POSIX signals")


@dataclass(frozen=True)
class WatchedDesk:
    """A desk at work, its watch, and where that writes."""

    process: subprocess.Popen[str]
    watch: int
    log: Path

    def say(self, word: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(f"{word}\n")
        self.process.stdin.flush()

    def told(self) -> str:
        return self.log.read_text("utf-8") if self.log.exists() else ""


@contextmanager
def a_desk(folder: Path) -> Iterator[WatchedDesk]:
    """A desk on an office of its own, both processes ended afterwards."""
    paths = Paths.of(folder)
    found_in(paths, SystemClock(), FOUNDING)
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.helpers.watched_desk", str(folder)],
        cwd=HOME,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    watch = int(process.stdout.readline())
    try:
        yield WatchedDesk(process, watch, paths.logs / "watch.log")
    finally:
        process.kill()
        process.communicate()
        if is_running(watch):
            os.kill(watch, signal.SIGKILL)


def is_running(process: int) -> bool:
    stat = Path(f"/proc/{process}/stat")
    return stat.exists() and stat.read_text("ascii", "replace").rsplit(") ", 1)[1][0] != "Z"


def seconds_until(happened, limit: float = LIMIT) -> float:
    """How long it took, looking four times a second."""
    began = time.monotonic()
    while not happened():
        assert time.monotonic() - began < limit
        threading.Event().wait(0.25)
    return time.monotonic() - began


@pytest.fixture
def home(tmp_path, monkeypatch):
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    return tmp_path


@pytest.mark.slow
@pytest.mark.timeout(150)
def test_every_silence_is_noticed_within_thirty_seconds_and_an_orderly_end_is_none(home):
    with (
        a_desk(home / "killed") as killed,
        a_desk(home / "stopped") as stopped,
        a_desk(home / "hung") as hung,
        a_desk(home / "closed") as closed,
    ):
        closed.say("close")
        assert closed.process.wait(20) == 0
        assert not is_running(closed.watch)
        assert "ERROR" not in closed.told()
        hung.say("hang")
        stopped.process.send_signal(signal.SIGSTOP)
        killed.process.send_signal(signal.SIGKILL)
        assert seconds_until(lambda: "is gone" in killed.told()) < 5
        seconds_until(lambda: "is silent" in stopped.told())
        seconds_until(lambda: "is still" in hung.told())
        stopped.process.send_signal(signal.SIGCONT)
        seconds_until(lambda: "is well" in stopped.told(), 20)
        assert is_running(stopped.watch)


class SeenDesk:
    """What a lookout sees, one standing after the other; the last one stays."""

    def __init__(self, *standings: Standing) -> None:
        self._standings = list(standings)

    def look(self) -> Standing:
        return self._standings.pop(0) if len(self._standings) > 1 else self._standings[0]

    def end(self) -> None:
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
    qtbot.waitUntil(lambda: "ended unexpectedly" in words_of(window), timeout=4000)
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=4000)


def test_escape_silences_and_what_is_worse_shows_again(qtbot):
    window = WatchWindow(SeenDesk(Standing.STILL, Standing.GONE))
    qtbot.addWidget(window)
    window.show_standing(Standing.STILL)
    qtbot.waitExposed(window)
    assert "stands still" in words_of(window)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()
    qtbot.waitUntil(window.isVisible, timeout=6000)
    assert "ended unexpectedly" in words_of(window)
