"""Fixtures that give a test its database (SQLite and PostgreSQL alike), clock and services."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from safetydesk.services.transaction import Transactions
from safetydesk.storage.database import Database
from tests.helpers.clock import FakeClock
from tests.helpers.databases import (
    postgres_desk,
    postgres_emptied,
    sqlite_copy,
    sqlite_template,
)
from tests.helpers.postgres import server


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """A throw-away PostgreSQL server, started when a test first needs it."""
    with server() as url:
        yield url


@pytest.fixture(scope="session")
def postgres_database_url(postgres_server: str) -> str:
    return postgres_desk(postgres_server)


@pytest.fixture(scope="session")
def sqlite_database_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sqlite_template(tmp_path_factory.mktemp("template"))


@pytest.fixture(params=["sqlite", "postgres"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """An empty, migrated database; every test that uses it runs on both kinds."""
    if request.param == "sqlite":
        with sqlite_copy(request.getfixturevalue("sqlite_database_template"), tmp_path) as made:
            yield made
    else:
        with postgres_emptied(request.getfixturevalue("postgres_database_url")) as made:
            yield made


@pytest.fixture
def sqlite_database(sqlite_database_template: Path, tmp_path: Path) -> Iterator[Database]:
    """The embedded database only, for what is about its file."""
    with sqlite_copy(sqlite_database_template, tmp_path) as made:
        yield made


@pytest.fixture
def clock() -> FakeClock:
    """Half an hour before the sample day begins."""
    return FakeClock("2025-10-06T08:00:00+08:00")


@pytest.fixture
def transactions(database: Database, clock: FakeClock) -> Transactions:
    return Transactions(database, clock)
