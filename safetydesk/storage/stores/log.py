"""Queries of the duty log: append with its seal, read a shift, look at the chain, search."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeAlias

from sqlalchemy import Row, Select, func, select, text

from safetydesk.domain.log import EntryKind, Link, LogEntry
from safetydesk.domain.seal import GENESIS, Anchor
from safetydesk.domain.shift import OUTSIDE_SHIFTS
from safetydesk.storage.base import Base
from safetydesk.storage.grams import grams
from safetydesk.storage.log_search import find
from safetydesk.storage.snapshot import asked_once
from safetydesk.storage.tables.log import LogEntryRow
from safetydesk.storage.written_text import refuse_unwritable

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_Found: TypeAlias = Select[Any]
_LOCK = 7_340_033  # any fixed number: the advisory lock under which PostgreSQL extends the chain
_CHUNK = 2_000
# Appending and reading a sheet must cost little over the driver: statements are made once, on the
# table instead of the mapped class.
_TABLE = Base.metadata.tables[LogEntryRow.__tablename__]
_NAMES = tuple(column.name for column in _TABLE.columns)
_FIELDS = tuple(field.name for field in fields(LogEntry))
_KIND, _LINK = _FIELDS.index("kind"), _FIELDS.index("link")
_ENTRIES: _Found = select(*(_TABLE.c[name] for name in _FIELDS))
_INSERT = _TABLE.insert()
_HEAD = select(_TABLE.c.seq, _TABLE.c.seal).order_by(_TABLE.c.seq.desc()).limit(1)
_INSERT_GRAMS_SQLITE = text("INSERT INTO log_grams(rowid, grams) VALUES (:seq, :grams)")
_INSERT_GRAMS_POSTGRES = text(
    "INSERT INTO log_grams(seq, grams) VALUES (:seq, to_tsvector('simple', :grams))"
)


class LogStore:
    """The only way to the log's rows. There is no update and no delete."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._sqlite = session.get_bind().dialect.name == "sqlite"

    def head(self) -> Anchor:
        """The newest entry's number and seal, under the lock that serialises appending."""
        if not self._sqlite:
            self._session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
        row = self._session.connection().execute(_HEAD).first()
        return Anchor(row.seq, row.seal) if row else Anchor(0, GENESIS)

    def stored_at(self, now: datetime) -> datetime:
        """The database's own time: the server's on PostgreSQL, the desk's on SQLite."""
        if self._sqlite:
            return now
        stamp: datetime = self._session.execute(text("SELECT clock_timestamp()")).scalar_one()
        return stamp

    def append(self, entry: LogEntry) -> None:
        """Writes a sealed entry and its searchable pieces.

        Raises:
            BadInput: it has a character that cannot be kept.
        """
        connection = self._session.connection()
        values = {name: getattr(entry, name) for name in _NAMES}
        refuse_unwritable(values)
        connection.execute(_INSERT, values)
        connection.execute(
            _INSERT_GRAMS_SQLITE if self._sqlite else _INSERT_GRAMS_POSTGRES,
            {"seq": entry.seq, "grams": grams(f"{entry.text} {entry.handling}")},
        )

    def by_uuid(self, uuid: str) -> LogEntry | None:
        """The entry already written under an idempotent number, if any."""
        return self._one(_ENTRIES.where(LogEntryRow.uuid == uuid))

    def get(self, seq: int) -> LogEntry | None:
        """The entry of a number."""
        return self._one(_ENTRIES.where(LogEntryRow.seq == seq))

    @asked_once
    def of_shift(self, shift_id: int) -> list[LogEntry]:
        """A shift's entries in the order in which they were written; also those of no shift."""
        outside = shift_id == OUTSIDE_SHIFTS
        column = LogEntryRow.shift_id
        wanted = column.is_(None) if outside else column == shift_id
        return self._all(_ENTRIES.where(wanted).order_by(LogEntryRow.seq))

    def links_to(self, seqs: Sequence[int]) -> list[LogEntry]:
        """Every correction, strike and later handling of the given entries."""
        if not seqs:
            return []
        return self._all(
            _ENTRIES.where(LogEntryRow.links_to.between(min(seqs), max(seqs))).order_by(
                LogEntryRow.seq
            )
        )

    def of_incident(self, incident_id: int) -> list[LogEntry]:
        """Everything in the log that belongs to an incident, oldest first."""
        return self._all(
            _ENTRIES.where(LogEntryRow.incident_id == incident_id).order_by(LogEntryRow.seq)
        )

    def newest(self, limit: int, *, machine: bool = True) -> list[LogEntry]:
        """The newest entries, newest first."""
        query = _ENTRIES.order_by(LogEntryRow.seq.desc()).limit(limit)
        return self._all(query if machine else query.where(~LogEntryRow.machine))

    def happened(self, start: datetime, end: datetime) -> list[LogEntry]:
        """Entries whose event lies in ``[start, end)``, by event time."""
        return self._all(
            _ENTRIES.where(LogEntryRow.event_at >= start, LogEntryRow.event_at < end).order_by(
                LogEntryRow.event_at, LogEntryRow.seq
            )
        )

    def entered(self, start: datetime, end: datetime) -> list[LogEntry]:
        """Entries written in ``[start, end)``, in that order."""
        return self._all(
            _ENTRIES.where(LogEntryRow.entered_at >= start, LogEntryRow.entered_at < end).order_by(
                LogEntryRow.seq
            )
        )

    def between(self, after: int, until: int) -> list[LogEntry]:
        """Entries with a number above ``after`` and not above ``until``, in order."""
        return self._all(
            _ENTRIES.where(LogEntryRow.seq > after, LogEntryRow.seq <= until).order_by(
                LogEntryRow.seq
            )
        )

    def chain(self, after: int = 0) -> Iterator[LogEntry]:
        """All entries after a number, in order, read in chunks."""
        cursor = after
        while chunk := self._all(
            _ENTRIES.where(LogEntryRow.seq > cursor).order_by(LogEntryRow.seq).limit(_CHUNK)
        ):
            yield from chunk
            cursor = chunk[-1].seq

    def count(self) -> int:
        """How many entries there are (the chain has no gaps)."""
        return self._session.scalar(select(func.max(LogEntryRow.seq))) or 0

    def search(self, query: str, limit: int) -> list[LogEntry]:
        """Entries that contain every word of the query, newest first."""
        seqs = find(self._session, query, limit, sqlite=self._sqlite)
        return self._all(_ENTRIES.where(LogEntryRow.seq.in_(seqs)).order_by(LogEntryRow.seq.desc()))

    def _all(self, query: _Found) -> list[LogEntry]:
        """The query's rows as values."""
        return [_entry(row) for row in self._session.execute(query)]

    def _one(self, query: _Found) -> LogEntry | None:
        """The query's row as a value."""
        row = self._session.execute(query).first()
        return _entry(row) if row else None


def _entry(row: Row[Any]) -> LogEntry:
    """The value of a row."""
    values = list[Any](row)
    values[_KIND] = EntryKind(values[_KIND])
    values[_LINK] = Link(values[_LINK]) if values[_LINK] else None
    return LogEntry(*values)
