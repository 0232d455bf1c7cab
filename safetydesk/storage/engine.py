"""How the database is opened: encrypted SQLite with two engines, or PostgreSQL.

The writer begins every transaction with BEGIN IMMEDIATE (a deferred one loses updates or fails with
"locked" whatever the time-out); the reader can only query. WAL with synchronous FULL is the one
setting under which an acknowledged entry survives a power cut (reliability R2).
"""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import Connection, make_url
from sqlalchemy.pool import QueuePool

from safetydesk.domain.errors import StorageUnavailable
from safetydesk.storage.cipher import unlocking
from safetydesk.storage.held_file import HeldFile

BUSY_TIMEOUT_MS = 30_000
HIDDEN: dict[str, Any] = {"hide_parameters": True}
"""No error names the values of a statement: they are people's words and would stand in logs."""
SAFE_SQLITE = (3, 51, 3)

_SHARED_PRAGMAS = (
    "PRAGMA recursive_triggers = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}",
)
_WRITER_PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA secure_delete = ON",
    "PRAGMA journal_size_limit = 67108864",
)


@dataclass(frozen=True)
class SqliteLocation:
    """An encrypted database file of one desk."""

    path: Path
    key: bytes


@dataclass(frozen=True)
class PostgresLocation:
    """A database shared by several desks; ``url`` as SQLAlchemy writes it."""

    url: str


Location = SqliteLocation | PostgresLocation


@dataclass(frozen=True)
class Engines:
    """The two ways into one database: the writer, and a reader that can only query."""

    writer: Engine
    reader: Engine
    file: HeldFile | None = None

    def check(self) -> None:
        """Nothing, while the file of an embedded database is the one that was opened.

        Raises:
            StorageUnavailable: it is gone or was replaced.
        """
        if self.file is not None:
            self.file.check()

    @property
    def is_sqlite(self) -> bool:
        """Whether this is the embedded database."""
        return self.writer.dialect.name == "sqlite"

    def dispose(self) -> None:
        """Closes every connection."""
        self.reader.dispose()
        self.writer.dispose()


def open_engines(location: Location) -> Engines:
    """The engines of a database; nothing is opened until they are used.

    Raises:
        StorageUnavailable: the SQLite library carries the WAL-reset bug (reliability R3).
    """
    if isinstance(location, PostgresLocation):
        return _postgres_engines(location)
    file = HeldFile(location.path)
    writer = _sqlite_engine(location, file, writing=True)
    return Engines(writer, _sqlite_engine(location, file, writing=False), file)


def migration_engine(location: Location) -> Engine:
    """An engine for Alembic.

    On SQLite without foreign keys: a batch migration of a parent table with foreign keys ON
    deletes the child rows and says nothing.
    """
    if isinstance(location, PostgresLocation):
        return _postgres_engines(location).writer
    file = HeldFile(location.path)
    return _sqlite_engine(location, file, writing=True, foreign_keys=False)


def _postgres_engines(location: PostgresLocation) -> Engines:
    """Writer and read-only reader over psycopg 3, with the time-outs of reliability 4.4."""
    parsed = make_url(location.url).set(drivername="postgresql+psycopg")
    common: dict[str, Any] = {
        **HIDDEN,
        "pool_pre_ping": True,
        "connect_args": {
            "connect_timeout": 3,
            "keepalives_idle": 10,
            "keepalives_interval": 5,
            "keepalives_count": 3,
            "options": "-c idle_in_transaction_session_timeout=15000 -c statement_timeout=30000",
        },
    }
    writer = create_engine(parsed, pool_size=3, **common)
    reader = create_engine(
        parsed,
        pool_size=4,
        isolation_level="REPEATABLE READ",
        execution_options={"postgresql_readonly": True},
        **common,
    )
    return Engines(writer, reader)


def _sqlite_engine(
    location: SqliteLocation, file: HeldFile, *, writing: bool, foreign_keys: bool = True
) -> Engine:
    """One engine over the file, keyed and set before SQLAlchemy sees the connection."""
    module = importlib.import_module("sqlcipher3.dbapi2")
    if module.sqlite_version_info < SAFE_SQLITE:
        raise StorageUnavailable("storage.unsafe_sqlite", version=module.sqlite_version)
    pragmas = (
        *unlocking(location.key),
        *_SHARED_PRAGMAS,
        f"PRAGMA foreign_keys = {'ON' if foreign_keys else 'OFF'}",
        *(_WRITER_PRAGMAS if writing else ("PRAGMA query_only = ON",)),
    )

    def connect() -> Any:
        file.check()  # SQLite would make an empty file where there is none
        connection = module.connect(
            str(location.path), check_same_thread=False, isolation_level=None
        )
        cursor = connection.cursor()
        for pragma in pragmas:
            cursor.execute(pragma)
        cursor.close()
        file.hold()
        return connection

    engine = create_engine(
        "sqlite://", creator=connect, module=module, poolclass=QueuePool, pool_size=4, **HIDDEN
    )

    def begin_writing(connection: Connection) -> None:
        file.check()  # what is read from a file that is gone is still true, and can be printed
        _begin_immediate(connection)

    event.listen(engine, "begin", begin_writing if writing else _begin_reading)
    return engine


def _begin_immediate(connection: Connection) -> None:
    """Takes the write lock at once, so that what is read is still true when it is written."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _begin_reading(connection: Connection) -> None:
    """One snapshot for all queries of a unit of work."""
    connection.exec_driver_sql("BEGIN")
