"""Whether an encrypted file is whole: every page by its code, the tables by their structure."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from safetydesk.storage.cipher import unlock

if TYPE_CHECKING:
    from pathlib import Path

    from safetydesk.storage.engine import SqliteLocation

_VERSIONS = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'alembic_version'"


def is_whole(location: SqliteLocation) -> bool:
    """Whether no page is damaged and the structure holds; reads the whole file."""
    module = importlib.import_module("sqlcipher3.dbapi2")
    try:
        connection = _reading(location.path, location.key)
    except module.Error:
        return False
    try:
        if _damaged_pages(connection) & _damaged_pages(connection):
            return False
        return [tuple(row) for row in connection.execute("PRAGMA quick_check")] == [("ok",)]
    except module.Error:
        return False
    finally:
        connection.close()


def is_empty_of_office(location: SqliteLocation) -> bool:
    """Whether a file that opens with the key holds no office: cut to nothing, or another's.

    Reads only, so that the file stays as it is. What cannot be read at all is left to the opening.
    """
    if location.path.stat().st_size == 0:
        return True
    module = importlib.import_module("sqlcipher3.dbapi2")
    try:
        connection = _reading(location.path, location.key)
    except module.Error:
        return False
    try:
        return connection.execute(_VERSIONS).fetchone() is None
    except module.Error:
        return False
    finally:
        connection.close()


def _damaged_pages(connection: Any) -> set[str]:
    """What is said of damaged pages; asked twice, a page being written just then is not there."""
    return {str(row[0]) for row in connection.execute("PRAGMA cipher_integrity_check")}


def _reading(path: Path, key: bytes) -> Any:
    """A connection that can only read."""
    module = importlib.import_module("sqlcipher3.dbapi2")
    connection = module.connect(f"{path.as_uri()}?mode=ro", uri=True)
    unlock(connection, key)
    return connection
