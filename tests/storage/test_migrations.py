"""Bringing a database to the present schema, and refusing what a newer program wrote."""

from __future__ import annotations

import hashlib

import pytest
from sqlalchemy import text

from safetydesk.domain.errors import StorageUnavailable
from safetydesk.storage.engine import SqliteLocation, migration_engine
from safetydesk.storage.migrate import differences, migrate
from safetydesk.storage.schema import HEAD
from tests.helpers.databases import KEY


def test_the_migrated_schema_equals_the_mapped_tables(database):
    assert differences(database.location) == []


def test_the_schema_number_is_that_of_the_newest_revision(sqlite_database):
    with sqlite_database.read() as uow:
        found = uow.session.execute(text("SELECT version_num FROM alembic_version")).scalar()
    assert found == HEAD


def test_migrating_again_changes_nothing(sqlite_database):
    before = _digest(sqlite_database.location.path)
    assert migrate(sqlite_database.location) == HEAD
    assert _digest(sqlite_database.location.path) == before


def test_a_newer_database_is_refused_and_left_byte_identical(tmp_path):
    location = SqliteLocation(tmp_path / "office.db", KEY)
    migrate(location)
    engine = migration_engine(location)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    before = _digest(location.path)
    with pytest.raises(StorageUnavailable) as refused:
        migrate(location, tmp_path / "backups")
    assert refused.value.code == "storage.newer"
    assert _digest(location.path) == before
    assert not (tmp_path / "backups").exists()


def test_a_wrong_key_is_said_and_nothing_is_written(tmp_path):
    location = SqliteLocation(tmp_path / "office.db", KEY)
    migrate(location)
    before = _digest(location.path)
    with pytest.raises(StorageUnavailable) as refused:
        migrate(SqliteLocation(location.path, bytes(32)))
    assert refused.value.code == "storage.wrong_key"
    assert _digest(location.path) == before


def _digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()
