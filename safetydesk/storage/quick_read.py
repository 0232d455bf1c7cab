"""What the first frame shows before SQLAlchemy is imported: one raw read of the encrypted file.

Importing SQLAlchemy costs two and a half times a bare window (performance §1), so the window is
painted from this and everything else is loaded behind it. Read-only; nothing is created.
"""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from safetydesk.storage.cipher import unlock
from safetydesk.storage.schema import HEAD

if TYPE_CHECKING:
    from pathlib import Path

_RECENT = 12


@dataclass(frozen=True)
class RecentEntry:
    """A line of the log as the first frame shows it; ``event_at`` aware, UTC."""

    event_at: datetime
    kind: str
    text: str
    author: str


@dataclass(frozen=True)
class Glance:
    """The office at a glance: whose desk, the open shift, the newest lines."""

    office: str = ""
    zone: str = "Asia/Shanghai"
    shift_from: datetime | None = None
    shift_to: datetime | None = None
    entries: tuple[RecentEntry, ...] = ()


def glance(path: Path, key: bytes) -> Glance | None:
    """The office at a glance; None where the file is missing, of another schema or unreadable.

    Whatever is wrong with it is found, and said, by the proper opening that follows.
    """
    if not path.exists():
        return None
    module = importlib.import_module("sqlcipher3.dbapi2")
    try:
        connection = module.connect(f"{path.as_uri()}?mode=ro", uri=True)
    except module.Error:
        return None
    try:
        unlock(connection, key)
        return _read(connection)
    except module.Error:
        return None
    finally:
        connection.close()


def _read(connection: Any) -> Glance | None:
    """The queries; the schema number is compared first."""
    found = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    if found is None or found[0] != HEAD:
        return None
    office = connection.execute("SELECT desk_name, zone FROM office").fetchone()
    if office is None:
        return None
    shift = connection.execute(
        "SELECT planned_from, planned_to FROM shift WHERE closed_at IS NULL ORDER BY id DESC"
    ).fetchone()
    rows = connection.execute(
        "SELECT event_at, kind, text, author_name FROM log_entry"
        " WHERE NOT machine AND link IS NULL ORDER BY seq DESC LIMIT ?",
        (_RECENT,),
    ).fetchall()
    return Glance(
        office=str(office[0]),
        zone=str(office[1]),
        shift_from=_instant(shift[0]) if shift else None,
        shift_to=_instant(shift[1]) if shift else None,
        entries=tuple(RecentEntry(_instant(at), kind, text, who) for at, kind, text, who in rows),
    )


def _instant(stored: str) -> datetime:
    """A stored time as an aware instant."""
    return datetime.fromisoformat(stored).replace(tzinfo=UTC)
