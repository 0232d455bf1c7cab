"""Where the program's own files lie, and how a file is written that no power cut can spoil."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path, PurePosixPath

_PACKAGE = Path(__file__).resolve().parent
_ROOTS = (_PACKAGE / "_resources", _PACKAGE.parent / "resources")


class MissingResource(LookupError):
    """A file of the program itself is not there: a faulty installation, never a user's mistake."""


def locate(name: str) -> Path:
    """The path of a shipped file, such as ``rules/national.toml``.

    The program never runs from a zip archive, so a plain path is honest: it is found beside the
    package (wheel, frozen) or in the repository (development).

    Raises:
        MissingResource: the name leaves the resources folder, or no such file was shipped.
    """
    relative = PurePosixPath(name)
    if not name or "\\" in name or relative.is_absolute() or ".." in relative.parts:
        raise MissingResource(name)
    for root in _ROOTS:
        path = root / relative
        if path.exists():
            return path
    raise MissingResource(name)


def atomic_write(path: Path, data: bytes) -> None:
    """Replaces ``path`` by ``data``: afterwards it holds the old bytes or all of the new ones.

    The new bytes are on the disk before the name points at them. An existing file keeps its
    permissions; a new one is readable by its owner only, since most exports hold personal data.

    Raises:
        OSError: the folder is missing, read-only or full; the old file is as it was.
    """
    path = Path(os.path.realpath(path))
    temporary = path.with_name(f".{path.name}.{os.urandom(4).hex()}.tmp")
    try:
        _write_durably(temporary, data)
        _keep_permissions(path, temporary)
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _write_durably(path: Path, data: bytes) -> None:
    """Creates ``path`` with all of ``data`` on the disk."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags, 0o600)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        os.fsync(descriptor)
        if os.fstat(descriptor).st_size != len(data):
            raise OSError(f"{path}: the disk kept fewer bytes than were written")
    finally:
        os.close(descriptor)


def _keep_permissions(old: Path, new: Path) -> None:
    """Gives ``new`` the permission bits of ``old``, if there is one."""
    with contextlib.suppress(FileNotFoundError):
        new.chmod(old.stat().st_mode & 0o777)


def _sync_folder(folder: Path) -> None:
    """Makes a rename in ``folder`` survive a power cut (POSIX; Windows has no such call)."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
