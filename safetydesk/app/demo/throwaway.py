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
    note = paths.keys / f"{name}{_NOTE}"
    with _held(note.with_suffix(_LOCK)):
        atomic_write(note, str(paths.data).encode("utf-8"))
        try:
            yield paths
        finally:
            _throw_away(paths, note)


def forget_abandoned(paths: Paths) -> None:
    """Throws away folders and keys of demonstrations whose process is gone.

    Not those on which the watch has started a desk anew; and none can start on one meanwhile.
    """
    for note in paths.keys.glob(f"*{_NOTE}"):
        with _held(note.with_suffix(_LOCK)) as abandoned:
            if not abandoned or not note.exists():
                continue
            left = Paths.of(Path(note.read_text("utf-8")))
            with _desk_kept_out(left) as free:
                if free and left.data.name.startswith(_PREFIX):
                    _throw_away(left, note)


@contextlib.contextmanager
def _held(path: Path) -> Generator[bool]:
    """Holds the lock of a note, whether it could; its file goes with the note."""
    lock = FolderLock(path)
    held = lock.acquire()
    try:
        yield held
    finally:
        lock.release()
        if held and not path.with_suffix(_NOTE).exists():
            with contextlib.suppress(OSError):  # another process has it open
                path.unlink()


@contextlib.contextmanager
def _desk_kept_out(paths: Paths) -> Generator[bool]:
    """Takes a desk's own lock, whether it could: a desk that runs has it, none can start now."""
    if not paths.data.exists():
        yield True
        return
    lock = FolderLock(paths.lock)
    try:
        yield lock.acquire()
    finally:
        lock.release()


def _throw_away(paths: Paths, note: Path) -> None:
    """Key, folder and note; what the key locked can never be read again."""
    key_store(paths).forget(note.stem)
    shutil.rmtree(paths.data, ignore_errors=True)
    note.unlink(missing_ok=True)
