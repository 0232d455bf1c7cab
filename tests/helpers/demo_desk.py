"""The demonstration office for screen tests: written once, copied for each test."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from safetydesk.app.demo.office import write_office
from safetydesk.app.wiring import Desk, build
from safetydesk.storage.database import Database
from safetydesk.storage.engine import SqliteLocation
from tests.helpers.clock import FakeClock
from tests.helpers.databases import KEY, sqlite_copy, sqlite_template

_FOLDER = TemporaryDirectory(prefix="demo-office-")
MORNING = "2025-10-06T08:40:00+08:00"
"""Ten minutes into the sample day."""


@cache
def demo_template() -> Path:
    """The demonstration office as a file to be copied."""
    path = sqlite_template(Path(_FOLDER.name))
    database = Database.open(SqliteLocation(path, KEY))
    write_office(build(database, FakeClock(MORNING)))
    database.close()
    return path


@contextmanager
def demo_desk(folder: Path) -> Iterator[Desk]:
    """A desk on a copy of the demonstration office, at ten minutes into the sample day."""
    with sqlite_copy(demo_template(), folder) as database:
        yield build(database, FakeClock(MORNING))
