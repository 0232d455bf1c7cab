"""A copy of the demonstration office that is thrown away when its window closes."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from safetydesk.app.opening import key_name, key_store
from safetydesk.app.paths import Paths
from safetydesk.app.single_instance import FolderLock
from safetydesk.resources import atomic_write

if TYPE_CHECKING:
    from collections.abc import Generator

_PREFIX = "safetydesk-demo-"
_NOTE, _LOCK = ".throwaway", ".lock"


@contextlib.contextmanager
def throwaway_office() -> Generator[Path]:
    """The folder of a fresh demonstration office, in the middle of its hard day."""
    from safetydesk.app.demo.writing import HARD_DAY, write_demonstration

    with throwaway_folder() as paths:
        write_demonstration(paths, until=HARD_DAY)
        yield paths.data


@contextlib.contextmanager
def throwaway_folder() -> Generator[Paths]:
    """A new folder and the name of its key, both gone at the end.

    A note beside the keys, locked while this process lives, lets the next demonstration throw away
    what a killed one left behind.
    """
    paths = Paths.of(Path(tempfile.mkdtemp(prefix=_PREFIX)))
    forget_abandoned(paths)
    name = key_name(paths, create=True)
    paths.keys.mkdir(mode=0o700, parents=True, exist_ok=True)
    note, lock = paths.keys / f"{name}{_NOTE}", FolderLock(paths.keys / f"{name}{_LOCK}")
    lock.acquire()
    atomic_write(note, str(paths.data).encode("utf-8"))
    try:
        yield paths
    finally:
        _throw_away(paths, note)
        lock.release()
        note.with_suffix(_LOCK).unlink(missing_ok=True)


def forget_abandoned(paths: Paths) -> None:
    """Throws away folders and keys of demonstrations whose process is gone."""
    for note in paths.keys.glob(f"*{_NOTE}"):
        lock = FolderLock(note.with_suffix(_LOCK))
        if not lock.acquire():
            continue
        folder = Path(note.read_text("utf-8"))
        if _is_at_work(Paths.of(folder)):  # the watch has started a desk on it anew
            lock.release()
            continue
        if folder.name.startswith(_PREFIX):
            _throw_away(Paths.of(folder), note)
        lock.release()
        note.with_suffix(_LOCK).unlink(missing_ok=True)


def _is_at_work(paths: Paths) -> bool:
    """Whether a desk runs on a folder."""
    if not paths.lock.exists():
        return False
    desk = FolderLock(paths.lock)
    free = desk.acquire()
    desk.release()
    return not free


def _throw_away(paths: Paths, note: Path) -> None:
    """Key, folder and note; what the key locked can never be read again."""
    key_store(paths).forget(note.stem)
    shutil.rmtree(paths.data, ignore_errors=True)
    note.unlink(missing_ok=True)
