"""Every way in which the program can break leaves a trace, tells the person and goes on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

HOME = Path(__file__).resolve().parents[2]
GOES_ON = [
    "slot",
    "timer",
    "queued",
    "invoked",
    "paint_event",
    "model_data",
    "event_filter",
    "close_event",
    "q_thread",
    "q_runnable",
    "python_thread",
    "destructor",
    "no_stderr",
]
DIES = ["thread_dropped_while_running", "qt_fatal", "segmentation_fault"]


@dataclass(frozen=True)
class Broken:
    """What a broken program left."""

    code: int
    out: str
    err: str
    log: str
    told: list[str]
    reports: list[str]
    fault: str
    marker_left: bool


def break_by(name: str, folder: Path) -> Broken:
    """Runs the small program that breaks by ``name`` and collects what it left."""
    run = subprocess.run(
        [sys.executable, "-m", "tests.helpers.crash_paths", name, str(folder)],
        cwd=HOME,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    def read(path: Path) -> str:
        return path.read_text("utf-8", "replace") if path.exists() else ""

    return Broken(
        code=run.returncode,
        out=run.stdout,
        err=run.stderr,
        log=read(folder / "logs" / "desk.log"),
        told=read(folder / "told").splitlines(),
        reports=[read(path) for path in sorted((folder / "logs" / "reports").glob("*.txt"))],
        fault=read(folder / "logs" / "fault.log"),
        marker_left=(folder / "running.json").exists(),
    )


@pytest.mark.parametrize("name", GOES_ON)
def test_an_exception_is_logged_with_its_trace_told_and_survived(name, tmp_path):
    left = break_by(name, tmp_path)
    assert left.code == 0, left.err
    assert left.out.endswith("alive\n")
    assert "Traceback (most recent call last)" in left.log
    assert "planted: phone" in left.log
    assert "crash_paths.py" in left.log
    assert len(left.told) == 1
    assert len(left.reports) == 1
    assert "planted: phone" in left.reports[0]
    assert not left.marker_left


def test_a_slot_of_a_destroyed_object_is_logged(tmp_path):
    left = break_by("destroyed_object", tmp_path)
    assert left.code == 0
    assert "already deleted" in left.log
    assert left.told


def test_endless_recursion_is_logged(tmp_path):
    left = break_by("recursion", tmp_path)
    assert left.code == 0
    assert "RecursionError" in left.log
    assert left.out.endswith("alive\n")


def test_a_window_whose_closing_breaks_stays_open(tmp_path):
    assert "still open" in break_by("close_event", tmp_path).out


def test_a_number_in_an_exception_reaches_neither_log_nor_report(tmp_path):
    left = break_by("slot", tmp_path)
    for text in (left.log, *left.reports):
        assert "0000 0000" not in text
        assert "<11 digits>" in text


def test_the_same_bug_a_hundred_times_is_told_once_and_traced_five_times(tmp_path):
    left = break_by("repeated", tmp_path)
    assert left.log.count("Traceback") == 5
    assert "came 10 times" in left.log
    assert "came 100 times" in left.log
    assert len(left.told) == len(left.reports) == 1


def test_leaving_by_sys_exit_in_a_slot_is_logged_and_the_marker_stays(tmp_path):
    left = break_by("sys_exit_in_a_slot", tmp_path)
    assert left.code == 7
    assert "leaves without closing in order" in left.log
    assert "app.exec()" in left.log
    assert left.marker_left


@pytest.mark.parametrize("name", DIES)
def test_an_abort_leaves_the_stack_and_the_marker(name, tmp_path):
    left = break_by(name, tmp_path)
    assert left.code in {-signal.SIGABRT, -signal.SIGSEGV}
    assert "Fatal Python error" in left.fault
    assert name in left.fault
    assert left.marker_left


def test_qt_says_its_last_words_in_the_log(tmp_path):
    left = break_by("qt_fatal", tmp_path)
    assert "planted: fatal" in left.log
    assert "in qt_fatal" in left.log


def test_a_bug_in_the_announcement_is_logged_and_does_not_come_back(tmp_path):
    left = break_by("broken_announcement", tmp_path)
    assert left.code == 0
    assert "the crash handler itself failed" in left.log
    assert left.out.endswith("alive\n")
