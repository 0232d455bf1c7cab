"""A file written by the program is the old one or the new one, whatever happens in between."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safetydesk.resources import atomic_write

_WRITES_FOREVER = """
import sys
from pathlib import Path
from safetydesk.resources import atomic_write
target = Path(sys.argv[1])
print("ready", flush=True)
while True:
    for letter in b"ab":
        atomic_write(target, bytes([letter]) * 3_000_000)
"""


def test_the_new_bytes_replace_the_old_ones(tmp_path):
    target = tmp_path / "x.bin"
    target.write_bytes(b"old")
    atomic_write(target, b"new")
    assert target.read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["x.bin"]


@settings(max_examples=20)
@given(data=st.binary(max_size=70_000))
def test_any_bytes_come_back(tmp_path_factory, data):
    target = tmp_path_factory.mktemp("any") / "x"
    atomic_write(target, data)
    assert target.read_bytes() == data


def test_a_new_file_is_for_its_owner_only_and_an_old_one_keeps_its_permissions(tmp_path):
    target = tmp_path / "x"
    atomic_write(target, b"1")
    assert target.stat().st_mode & 0o777 == 0o600
    target.chmod(0o644)
    atomic_write(target, b"2")
    assert target.stat().st_mode & 0o777 == 0o644


def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "real").write_bytes(b"old")
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "real")
    atomic_write(link, b"new")
    assert link.is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


def test_a_missing_folder_is_an_error_and_makes_nothing(tmp_path):
    with pytest.raises(FileNotFoundError):
        atomic_write(tmp_path / "none" / "x", b"1")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("size", [1, 4096, 1_999_999])
def test_a_full_disk_keeps_the_old_file(tmp_path, size):
    target = tmp_path / "x"
    target.write_bytes(b"old" * 10)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        with pytest.raises(OSError, match="too large"):
            atomic_write(target, b"n" * 2_000_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)
    assert target.read_bytes() == b"old" * 10
    assert [path.name for path in tmp_path.iterdir()] == ["x"]


def test_killed_while_writing_the_file_is_whole(tmp_path):
    target = tmp_path / "x"
    for attempt in range(8):
        command = [sys.executable, "-c", _WRITES_FOREVER, str(target)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=_home()) as writer:
            assert writer.stdout is not None
            assert writer.stdout.readline() == b"ready\n"
            _wait_for_change(target, times=attempt % 3)
            writer.kill()
        if target.exists():
            data = target.read_bytes()
            assert len(data) == 3_000_000
            assert len(set(data)) == 1


def _wait_for_change(target: Path, times: int) -> None:
    """Returns in the middle of a later write, found by the temporary file that lies there."""
    seen: set[str] = set()
    while len(seen) <= times:
        seen |= {path.name for path in target.parent.glob(".x.*.tmp")}


def _home() -> str:
    return os.fspath(Path(__file__).resolve().parents[2])
