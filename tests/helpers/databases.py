"""Migrated databases for tests: a template made once, a copy for each test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import psycopg

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


def postgres_desk(server_url: str) -> str:
    """The URL of a migrated database on the server, for one test after the other."""
    name = f"desk_{uuid4().hex[:12]}"
    with psycopg.connect(server_url, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
    url = server_url.replace("/postgres?", f"/{name}?")
    migrate(PostgresLocation(url))
    return url


@contextmanager
def empty_postgres(server_url: str) -> Iterator[str]:
    """The URL of a database without any table; dropped afterwards."""
    name = f"empty_{uuid4().hex[:12]}"
    with psycopg.connect(server_url, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
        yield server_url.replace("/postgres?", f"/{name}?")
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


@contextmanager
def postgres_emptied(url: str) -> Iterator[Database]:
    """The database on PostgreSQL as the migration left it.

    Making it empty takes a tenth of the time of a copy.
    """
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(_EMPTY)
    database = Database.open(PostgresLocation(url))
    try:
        yield database
    finally:
        database.close()


_EMPTY = """
DO $$
DECLARE
    found text;
BEGIN
    PERFORM pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid();
    FOR found IN SELECT DISTINCT tgrelid::regclass FROM pg_trigger WHERE tgenabled = 'D' LOOP
        EXECUTE format('ALTER TABLE %s ENABLE TRIGGER ALL', found);
    END LOOP;
    SET LOCAL session_replication_role = replica;
    FOR found IN SELECT tablename FROM pg_tables
        WHERE schemaname = 'public' AND tablename <> 'alembic_version' LOOP
        EXECUTE format('DELETE FROM %I', found);
    END LOOP;
    PERFORM setval(format('%I', sequencename)::regclass, start_value, false) FROM pg_sequences
        WHERE schemaname = 'public' AND last_value IS NOT NULL;
END $$
"""
"""Guards a test has switched off come back; those that refuse deleting are passed over."""
