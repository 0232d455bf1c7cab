"""Copies of an encrypted database that are complete, verified and still encrypted."""

from __future__ import annotations

import importlib
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from safetydesk.domain.errors import StorageUnavailable
from safetydesk.storage.cipher import unlock

if TYPE_CHECKING:
    from safetydesk.storage.engine import SqliteLocation


def back_up(location: SqliteLocation, folder: Path, name: str) -> Path:
    """A verified copy of the database, under the same key.

    Copied in one step by SQLite itself (a plain file copy of a busy database is corrupt in a
    third of the cases), checked, then renamed into place.

    Raises:
        StorageUnavailable: there is nothing to copy, or the copy does not verify.
        OSError: the folder cannot be written.
    """
    if not location.path.exists() or not location.path.stat().st_size:
        raise StorageUnavailable("storage.gone", path=str(location.path))
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{name}.db"
    unfinished = folder / f".{name}.unfinished"
    unfinished.unlink(missing_ok=True)
    source, copy = _open(location.path, location.key), _open(unfinished, location.key)
    try:
        source.backup(copy)
        answer = copy.execute("PRAGMA quick_check").fetchone()
    finally:
        copy.close()
        source.close()
    if answer is None or answer[0] != "ok":
        unfinished.unlink(missing_ok=True)
        raise StorageUnavailable("storage.backup_failed", path=str(target))
    with unfinished.open("rb") as file:
        os.fsync(file.fileno())
    unfinished.replace(target)
    return target


def _open(path: Path, key: bytes) -> Any:
    """A raw connection with the key set."""
    module = importlib.import_module("sqlcipher3.dbapi2")
    connection = module.connect(str(path))
    unlock(connection, key)
    return connection
