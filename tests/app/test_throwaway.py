"""A demonstration that was killed leaves nothing once the next one begins."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from safetydesk.app.demo.throwaway import throwaway_folder
from safetydesk.app.opening import key_name, key_store
from safetydesk.app.paths import Paths

HOME = Path(__file__).resolve().parents[2]
_CHILD = """
import sys
from safetydesk.app.demo.throwaway import throwaway_folder
from safetydesk.app.opening import key_name, key_store
with throwaway_folder() as paths:
    key_store(paths).make(key_name(paths))
    print(paths.data, flush=True)
    sys.stdin.read()
"""

_DESK = """
import sys
from pathlib import Path
from safetydesk.app.single_instance import FolderLock
lock = FolderLock(Path(sys.argv[1]))
print(lock.acquire(), flush=True)
sys.stdin.read()
"""


@pytest.fixture(autouse=True)
def keys(tmp_path, monkeypatch):
    """Keys and folders of a user of their own."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    return tmp_path / "config" / "safetydesk" / "keys"


def demonstration():
    """Another process in the middle of its demonstration, and its folder."""
    command = [sys.executable, "-c", _CHILD]
    child = subprocess.Popen(
        command, cwd=HOME, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    return child, Path(child.stdout.readline().strip())


def test_at_its_end_neither_folder_nor_key_nor_note_is_left(keys):
    with throwaway_folder() as paths:
        key_store(paths).make(key_name(paths))
        assert list(keys.glob("*.key"))
    assert not paths.data.exists()
    assert list(keys.iterdir()) == []


def test_the_next_one_throws_away_what_a_killed_one_left_and_nothing_of_a_living_one(keys):
    living, kept = demonstration()
    with living:
        killed, left = demonstration()
        with killed:
            killed.send_signal(signal.SIGKILL)
        assert left.exists()
        assert len(list(keys.glob("*.key"))) == 2
        with throwaway_folder():
            assert kept.exists()
            assert not left.exists()
            assert len(list(keys.glob("*.key"))) == 1
        living.communicate()
    assert list(keys.iterdir()) == []


def test_what_a_killed_one_left_stays_while_a_desk_runs_on_it_anew(keys):
    """So it is when the watch starts a killed demonstration again: by its folder."""
    killed, left = demonstration()
    with killed:
        killed.send_signal(signal.SIGKILL)
    command = [sys.executable, "-c", _DESK, str(Paths.of(left).lock)]
    with subprocess.Popen(
        command, cwd=HOME, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as desk:
        assert desk.stdout is not None
        assert desk.stdout.readline().strip() == "True"
        with throwaway_folder():
            assert left.exists()
        desk.communicate()
    with throwaway_folder():
        assert not left.exists()


def test_no_desk_can_start_on_what_is_just_being_thrown_away(keys, monkeypatch):
    killed, left = demonstration()
    with killed:
        killed.send_signal(signal.SIGKILL)
    started = []
    remove = shutil.rmtree

    def try_to_start_first(folder, **options):
        if folder == left:
            command = [sys.executable, "-c", _DESK, str(Paths.of(left).lock)]
            desk = subprocess.run(
                command, cwd=HOME, input="", capture_output=True, text=True, check=True
            )
            started.append(desk.stdout.strip())
        remove(folder, **options)

    monkeypatch.setattr("shutil.rmtree", try_to_start_first)
    with throwaway_folder():
        assert started == ["False"]
        assert not left.exists()
