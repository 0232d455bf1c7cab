"""Migrated databases for tests: a template made once, a copy for each test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from sqlalchemy import create_engine, text

from safetydesk.storage.database import Database
from safetydesk.storage.engine import PostgresLocation, SqliteLocation
from safetydesk.storage.migrate import migrate

KEY = bytes(range(32))


def sqlite_template(folder: Path) -> Path:
    """A migrated, empty, encrypted file."""
    path = folder / "template.db"
    migrate(SqliteLocation(path, KEY))
    return path


@contextmanager
def sqlite_copy(template: Path, folder: Path) -> Iterator[Database]:
    """A database of its own on SQLite."""
    path = folder / "safetydesk.db"
    shutil.copy(template, path)
    database = Database.open(SqliteLocation(path, KEY))
    try:
        yield database
    finally:
        database.close()


def postgres_template(server_url: str) -> str:
    """The name of a migrated, empty database on the server."""
    name = f"template_{uuid4().hex[:12]}"
    _on_server(server_url, f"CREATE DATABASE {name}")
    migrate(PostgresLocation(server_url.replace("/postgres?", f"/{name}?")))
    return name


@contextmanager
def postgres_copy(server_url: str, template: str) -> Iterator[Database]:
    """A database of its own on PostgreSQL."""
    name = f"desk_{uuid4().hex[:12]}"
    _on_server(server_url, f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY")
    database = Database.open(PostgresLocation(server_url.replace("/postgres?", f"/{name}?")))
    try:
        yield database
    finally:
        database.close()
        _on_server(server_url, f"DROP DATABASE {name} WITH (FORCE)")


def _on_server(url: str, statement: str) -> None:
    engine = create_engine(
        url.replace("postgresql://", "postgresql+psycopg://"), isolation_level="AUTOCOMMIT"
    )
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()
