"""How another process reads a desk's last sign of life: one raw query, no mapping, no writing."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from safetydesk.storage.cipher import unlock

if TYPE_CHECKING:
    from pathlib import Path

_COLUMNS = "beat_at, window_at"
_CONNECT_SECONDS = 3


@dataclass(frozen=True)
class LifeSign:
    """When the desk last beat and when its window last turned (aware, UTC)."""

    beat_at: datetime
    window_at: datetime


Reader = Callable[[], LifeSign | None]
"""Reads the sign; None where there is none yet or it cannot be read now."""


def of_file(path: Path, key: bytes, desk: str) -> Reader:
    """The sign in an encrypted file."""
    module = importlib.import_module("sqlcipher3.dbapi2")

    def read() -> LifeSign | None:
        try:
            connection = module.connect(f"{path.as_uri()}?mode=ro", uri=True)
        except module.Error:
            return None
        try:
            unlock(connection, key)
            query = f"SELECT {_COLUMNS} FROM heartbeat WHERE desk = ?"  # noqa: S608 - no user text
            return _sign(connection.execute(query, (desk,)).fetchone())
        except module.Error:
            return None
        finally:
            connection.close()

    return read


def of_server(url: str, desk: str) -> Reader:
    """The sign on a PostgreSQL server."""
    module = importlib.import_module("psycopg")

    def read() -> LifeSign | None:
        try:
            with module.connect(url, connect_timeout=_CONNECT_SECONDS) as connection:
                query = f"SELECT {_COLUMNS} FROM heartbeat WHERE desk = %s"  # noqa: S608 - as above
                return _sign(connection.execute(query, (desk,)).fetchone())
        except module.Error:
            return None

    return read


def _sign(row: Any) -> LifeSign | None:
    """A row as a sign."""
    return None if row is None else LifeSign(_instant(row[0]), _instant(row[1]))


def _instant(stored: datetime | str) -> datetime:
    """A stored time as an aware instant; SQLite gives text."""
    found = datetime.fromisoformat(stored) if isinstance(stored, str) else stored
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
