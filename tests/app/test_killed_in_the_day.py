"""A desk killed in the middle of the day and started again: nothing is lost, nothing is doubled."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLineEdit

from safetydesk.app.opening import open_database
from safetydesk.app.paths import Paths
from safetydesk.app.wiring import Desk, build
from safetydesk.ui.widgets.alarm_row import AlarmRow
from tests.helpers.clock import FakeClock
from tests.helpers.day_to_be_killed import TYPING, drafts_of
from tests.helpers.desk_at_work import DeskAtWork
from tests.helpers.hands.fingers import inside
from tests.helpers.hands.signing_in import SigningIn

HOME = Path(__file__).resolve().parents[2]
DAY = "2025-10-06T{}:00+08:00"
LINES_BEFORE_DEATH = 7


@dataclass(frozen=True)
class Killed:
    """What a desk had told before it was killed."""

    entries: list[tuple[int, str]]
    calling: list[str]


@pytest.fixture
def home(tmp_path, monkeypatch):
    """Keys and data of a user of their own."""
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_DOCUMENTS_DIR", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    return tmp_path / "office"


def killed_at(folder: Path, instant: str) -> Killed:
    """Plays up to an instant in another process and kills it while it writes."""
    command = [sys.executable, "-m", "tests.helpers.day_to_be_killed", str(folder), instant]
    with subprocess.Popen(command, cwd=HOME, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        told: list[dict[str, Any]] = []
        for line in child.stdout:
            told.append(json.loads(line))
            if len(told) > LINES_BEFORE_DEATH:
                break
        child.send_signal(signal.SIGKILL)
    assert child.returncode == -signal.SIGKILL
    entries = [*told[0]["entries"], *(one["entry"] for one in told[1:])]
    return Killed([(int(seq), str(seal)) for seq, seal in entries], told[0]["calling"])


@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("minute", ["10:36", "11:39", "13:45"])
def test_a_killed_desk_loses_nothing(home, qapp, minute):
    before = killed_at(home, DAY.format(minute))
    assert before.calling, "nothing called for attention: the test would prove little"
    paths, clock = Paths.of(home), FakeClock(DAY.format(minute))
    drafts = drafts_of(paths)
    desk = build(open_database(paths), clock, drafts=drafts)
    work = DeskAtWork(qapp, desk, clock, home)
    try:
        _everything_told_is_there(desk, before)
        _every_alarm_is_back_once(work, before)
        _the_typing_is_back(work)
    finally:
        work.close()
        drafts.close()
        desk.database.close()


def _everything_told_is_there(desk: Desk, before: Killed) -> None:
    """Each line told as written stands with the same seal, and the chain holds to its end."""
    entries = desk.log.newest(10_000)
    kept = {entry.seq: entry.seal for entry in entries}
    assert [(seq, kept.get(seq)) for seq, _ in before.entries] == before.entries
    told = {seq for seq, _ in before.entries}
    assert all("写到一半" in entry.text for entry in entries if entry.seq not in told)
    assert desk.log.verify().holds


def _every_alarm_is_back_once(work: DeskAtWork, before: Killed) -> None:
    """In the list of the window, after the first beat of the new desk."""
    SigningIn(work).now("黄志强")
    work.beat()
    shown = Counter(row.key for row in _rows(work) if row.calls)
    assert Counter(before.calling).keys() == shown.keys()
    assert len(before.calling) == len(shown), "an alarm stood twice on the list before"
    assert set(shown.values()) == {1}
    ledger = Counter(alarm.item for alarm in work.desk.reminders.active(work.clock.now()))
    assert set(ledger.values()) == {1}


def _rows(work: DeskAtWork) -> list[AlarmRow]:
    return [row for row in work.window.alarms.findChildren(AlarmRow) if row.isVisible()]


def _the_typing_is_back(work: DeskAtWork) -> None:
    """The half sentence stands in the quick entry line."""
    assert inside(work.window.quick, QLineEdit, "text_edit").text() == TYPING
