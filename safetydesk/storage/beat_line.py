"""The beat's own connection: what desks wrote is asked each second, the sign of life written.

Plain statements on one connection that stays open: through sessions the same took ten times as
long, each second of the day.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy.exc import DBAPIError

from safetydesk.storage.failures import translated
from safetydesk.storage.tables.reminders import HeartbeatRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from safetydesk.storage.engine import Engines

_LAST = "SELECT coalesce(max(id), 0) FROM audit"
_WRITTEN = "SELECT id, topic, subject, desk FROM audit WHERE id > ? AND allowed ORDER BY id"
_BEAT = """
INSERT INTO heartbeat (desk, beat_at, window_at, highest_at, process) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (desk) DO UPDATE SET beat_at = excluded.beat_at, window_at = excluded.window_at,
    process = excluded.process, highest_at = CASE WHEN heartbeat.highest_at > excluded.highest_at
    THEN heartbeat.highest_at ELSE excluded.highest_at END
"""


class BeatLine:
    """Used by one thread at a time; opened when first needed, and anew after an error."""

    def __init__(self, engines: Engines) -> None:
        self._engines = engines
        self._connection: Any = None
        dialect = engines.writer.dialect
        kind = HeartbeatRow.__table__.c.beat_at.type.dialect_impl(dialect)
        self._stored = kind.bind_processor(dialect) or _unchanged

    def last_id(self) -> int:
        """The number of the newest row of the audit trail; 0 in a new database.

        Raises:
            StorageUnavailable: it cannot be read now.
        """
        return int(self._rows(_LAST)[0][0])

    def written_after(self, row_id: int) -> list[tuple[int, str, str, str]]:
        """(id, topic, subject, desk) of every allowed act after a row: what desks changed.

        Raises:
            StorageUnavailable: it cannot be read now.
        """
        return [(row[0], row[1], row[2], row[3]) for row in self._rows(_WRITTEN, row_id)]

    def put(self, desk: str, at: datetime, process: int, window_at: datetime) -> None:
        """Notes a beat; the highest reading of the clock never falls.

        Raises:
            StorageUnavailable: the beat was not kept.
        """
        stored = self._stored(at)
        self._rows(_BEAT, desk, stored, self._stored(window_at), stored, process)

    def close(self) -> None:
        """Gives the connection up."""
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()

    def _rows(self, statement: str, *values: object) -> Sequence[Any]:
        """The rows of one statement, which is a transaction of its own."""
        if not self._engines.is_sqlite:
            statement = statement.replace("?", "%s")
        with translated():
            self._engines.check()
            if self._connection is None:
                self._connection = self._opened()
            module = self._engines.writer.dialect.loaded_dbapi
            try:
                cursor = self._connection.cursor()
                cursor.execute(statement, values)
                rows: Sequence[Any] = cursor.fetchall() if cursor.description else ()
                cursor.close()
            except module.Error as error:
                self.close()
                raise DBAPIError(statement, None, error, hide_parameters=True) from error
        return rows

    def _opened(self) -> Any:
        """A connection that no pool lends to anybody else.

        A beat needs no disk of its own: it is seen by every process once written, and what a power
        cut takes of it was about a moment that is over. What people write is synced as ever.
        """
        pooled = self._engines.writer.raw_connection()
        pooled.detach()
        connection: Any = pooled.dbapi_connection
        if self._engines.is_sqlite:
            connection.execute("PRAGMA synchronous = NORMAL")
        else:
            connection.autocommit = True
        return connection


def _unchanged(value: datetime) -> datetime:
    """A server that takes instants as they are."""
    return value
