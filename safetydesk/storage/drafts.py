"""Unfinished typing that survives a crash: a small encrypted database beside the office's.

Losing the last third of a second is allowed here, so a commit need not reach the disk before the
next one (synchronous NORMAL); an entry of the log never comes this way.
"""

from __future__ import annotations

import importlib
import threading
from typing import TYPE_CHECKING, Any

from safetydesk.storage.cipher import unlocking

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path


class DraftStore:
    """Keeps the text of each field or form under a key. May be used from any thread."""

    def __init__(self, path: Path, key: bytes) -> None:
        self._lock = threading.Lock()
        module = importlib.import_module("sqlcipher3.dbapi2")
        self._connection: Any = module.connect(
            str(path), check_same_thread=False, isolation_level=None
        )
        for statement in (
            *unlocking(key),
            "PRAGMA journal_mode = WAL",
            "PRAGMA synchronous = NORMAL",
            "PRAGMA secure_delete = ON",
            "PRAGMA busy_timeout = 2000",
            (
                "CREATE TABLE IF NOT EXISTS draft"
                " (key TEXT PRIMARY KEY, text TEXT NOT NULL, kept_at TEXT NOT NULL) STRICT"
            ),
        ):
            self._connection.execute(statement)

    def keep(self, key: str, text: str, at: datetime) -> None:
        """Keeps a text; an empty one is forgotten."""
        if not text:
            self.forget(key)
            return
        with self._lock:
            self._connection.execute(
                "INSERT INTO draft (key, text, kept_at) VALUES (?, ?, ?)"
                " ON CONFLICT (key) DO UPDATE SET text = excluded.text, kept_at = excluded.kept_at",
                (key, text, at.isoformat()),
            )

    def find(self, key: str) -> str:
        """The text kept under a key, or nothing."""
        with self._lock:
            row = self._connection.execute(
                "SELECT text FROM draft WHERE key = ?", (key,)
            ).fetchone()
        return str(row[0]) if row else ""

    def keys(self, prefix: str = "") -> list[str]:
        """The keys that begin with a prefix, oldest first."""
        with self._lock:
            rows = self._connection.execute(
                "SELECT key FROM draft WHERE substr(key, 1, ?) = ? ORDER BY kept_at",
                (len(prefix), prefix),
            ).fetchall()
        return [str(row[0]) for row in rows]

    def forget(self, key: str) -> None:
        """Forgets a text: it was saved for good, or thrown away by its writer."""
        with self._lock:
            self._connection.execute("DELETE FROM draft WHERE key = ?", (key,))

    def close(self) -> None:
        """Closes the file."""
        with self._lock:
            self._connection.close()
