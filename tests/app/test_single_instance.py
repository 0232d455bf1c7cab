"""One data folder has one desk, even after the last one was killed."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from safetydesk.app.single_instance import FolderLock

HOME = Path(__file__).resolve().parents[2]
START = [sys.executable, "-m", "tests.helpers.second_start"]


@contextmanager
def started(folder: Path, count: int) -> Iterator[list[subprocess.Popen[str]]]:
    """Starts ``count`` desks at once and kills what is left of them."""
    desks = [
        subprocess.Popen([*START, str(folder)], cwd=HOME, stdout=subprocess.PIPE, text=True)
        for _ in range(count)
    ]
    try:
        yield desks
    finally:
        for desk in desks:
            desk.kill()
            desk.communicate()


def first_word(desk: subprocess.Popen[str]) -> str:
    assert desk.stdout is not None
    return desk.stdout.readline().strip()


def test_of_three_desks_started_at_once_one_stays_each_time(tmp_path):
    for _ in range(6):
        with started(tmp_path, 3) as desks:
            words = sorted(first_word(desk) for desk in desks)
        assert words == ["first", "second", "second"]


def test_a_second_start_shows_the_first_and_goes(tmp_path):
    with started(tmp_path, 1) as (first,):
        assert first_word(first) == "first"
        with started(tmp_path, 1) as (second,):
            assert first_word(second) == "second"
            assert second.wait(10) == 1
        assert first_word(first) == "asked"


def test_after_a_kill_the_next_start_is_the_first_again(tmp_path):
    with started(tmp_path, 1) as (first,):
        assert first_word(first) == "first"
    with started(tmp_path, 1) as (later,):
        assert first_word(later) == "first"
        with started(tmp_path, 1) as (second,):
            assert first_word(second) == "second"
            assert second.wait(10) == 1


def test_two_folders_have_a_desk_each(tmp_path):
    with started(tmp_path / "a", 1) as (one,), started(tmp_path / "b", 1) as (other,):
        assert first_word(one) == first_word(other) == "first"


def test_a_lock_given_back_can_be_taken_by_another_process(tmp_path):
    lock = FolderLock(tmp_path / "desk.lock")
    assert lock.acquire()
    probe = (
        "import sys; from pathlib import Path;"
        "from safetydesk.app.single_instance import FolderLock;"
        f"sys.exit(FolderLock(Path({str(tmp_path / 'desk.lock')!r})).acquire())"
    )
    assert subprocess.run([sys.executable, "-c", probe], cwd=HOME, check=False).returncode == 0
    lock.release()
    assert subprocess.run([sys.executable, "-c", probe], cwd=HOME, check=False).returncode == 1
