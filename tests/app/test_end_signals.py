"""A desk that the system tells to end closes in order: nobody cries out, nothing stays behind."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from safetydesk.app.paths import Paths
from tools.faults.silences import found, is_running, seconds_until

LONG = 150.0
"""Seconds after which a process will never end, however busy the machine is."""
WATCHED = re.compile(r"watched by process (\d+)")
HOME = Path(__file__).resolve().parents[2]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(400),
    pytest.mark.skipif(sys.platform == "win32", reason="ends processes by POSIX signals"),
]


def said(log: Path) -> str:
    """What stands in a log, if there is one."""
    return log.read_text("utf-8") if log.exists() else ""


@pytest.fixture
def home(tmp_path, monkeypatch):
    """Keys, data and passing files of a user of their own."""
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "HOME", "TMPDIR"):
        folder = tmp_path / name.lower()
        folder.mkdir()
        monkeypatch.setenv(name, str(folder))
    return tmp_path


@pytest.fixture
def started():
    """Starts the program as a person does; what still runs in the end is killed."""
    running: list[subprocess.Popen[bytes]] = []

    def start(*words: str) -> subprocess.Popen[bytes]:
        running.append(subprocess.Popen([sys.executable, "-m", "safetydesk", *words], cwd=HOME))
        return running[-1]

    yield start
    for process in running:
        process.kill()
        process.wait()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_desk_at_work_ends_in_order(home, started, number):
    paths = Paths.of(home / "office")
    found(paths)
    desk = started("--data", str(paths.data))
    seconds_until(lambda: WATCHED.search(said(paths.logs / "desk.log")) is not None)
    desk.send_signal(number)
    assert desk.wait(LONG) == 0
    assert not paths.marker.exists()
    log = said(paths.logs / "desk.log")
    assert "closing: watch" in log
    assert "closing: log" in log
    assert "ERROR" not in log + said(paths.logs / "watch.log")
    assert not any(is_running(int(watch)) for watch in WATCHED.findall(log))


def test_a_demonstration_told_to_end_while_it_is_written_leaves_no_key_and_no_folder(home, started):
    keys, passing = Paths.of(home).keys, Path(os.environ["TMPDIR"])
    demonstration = started("--demo")
    seconds_until(lambda: keys.exists() and any(keys.iterdir()))
    demonstration.send_signal(signal.SIGTERM)
    assert demonstration.wait(LONG) == 128 + signal.SIGTERM
    assert list(keys.iterdir()) == []
    assert list(passing.glob("safetydesk-demo-*")) == []
