"""The database of one office: units of work for writing and for reading."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager

from safetydesk.storage.beat_line import BeatLine
from safetydesk.storage.engine import Engines, Location, open_engines
from safetydesk.storage.failures import translated
from safetydesk.storage.unit_of_work import UnitOfWork


class Database:
    """Hands out units of work. Open it with ``Database.open(location)`` after ``migrate``."""

    def __init__(self, engines: Engines, location: Location) -> None:
        self.engines = engines
        self.location = location
        self.beat_line = BeatLine(engines)

    @classmethod
    def open(cls, location: Location) -> Database:
        """The database at a location; nothing is read yet."""
        return cls(open_engines(location), location)

    @contextmanager
    def write(self) -> Generator[UnitOfWork]:
        """A unit that may change things; commit it or nothing happens.

        Raises:
            StorageUnavailable, StaleVersion, RuleViolation: from the database.
        """
        with translated(), UnitOfWork(self.engines.writer) as uow:
            yield uow

    @contextmanager
    def read(self) -> Generator[UnitOfWork]:
        """A unit that sees one snapshot and cannot change anything.

        Raises:
            StorageUnavailable: from the database.
        """
        with translated(), UnitOfWork(self.engines.reader, reads=True) as uow:
            yield uow

    def close(self) -> None:
        """Closes every connection."""
        self.beat_line.close()
        self.engines.dispose()
