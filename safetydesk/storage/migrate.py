"""Bringing a database to the present schema: refuse newer, back up, migrate, verify."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Engine, inspect, text

from safetydesk.domain.errors import StorageUnavailable
from safetydesk.storage.backup import back_up
from safetydesk.storage.engine import Location, SqliteLocation, migration_engine
from safetydesk.storage.failures import translated
from safetydesk.storage.integrity import is_empty_of_office
from safetydesk.storage.schema import HEAD


def migrate(location: Location, backups: Path | None = None, *, create: bool = False) -> str | None:
    """Makes the database ready for this program; returns the revision it had (None: it was new).

    An existing SQLite file is backed up into ``backups`` first. All revisions run in one
    transaction, so a crash leaves the old schema. A file that is there and holds no office is
    taken for a new one only with ``create`` (a set-up that was broken off); otherwise it is what a
    damage has left, and stays untouched.

    Raises:
        StorageUnavailable: newer than the program, or damaged.
    """
    if isinstance(location, SqliteLocation) and not create and location.path.exists():
        _refuse_empty(location)
    engine = migration_engine(location)
    try:
        with translated():
            found = _revision(engine)
            if found == HEAD:
                return found
            # Only now, for Alembic is large and most starts find nothing to do.
            from safetydesk.storage.revisions import known_revisions, upgrade

            if found is not None and found not in known_revisions():
                raise StorageUnavailable("storage.newer", found=found, known=HEAD)
            if found and isinstance(location, SqliteLocation) and backups is not None:
                back_up(location, backups, f"before-{HEAD}")
            with engine.begin() as connection:
                upgrade(connection)
            _verify(engine)
            return found
    finally:
        engine.dispose()


def differences(location: Location) -> list[object]:
    """What the mapped tables have that the migrated database has not (empty when in step)."""
    from alembic.autogenerate import compare_metadata  # tests only
    from alembic.migration import MigrationContext

    from safetydesk.storage.base import Base

    engine = migration_engine(location)
    try:
        with engine.connect() as connection:
            found = compare_metadata(
                MigrationContext.configure(connection, opts={"compare_type": False}), Base.metadata
            )
    finally:
        engine.dispose()
    return [change for change in found if "log_grams" not in str(change)]


def _revision(engine: Engine) -> str | None:
    """The revision of the database, None for an empty one."""
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        found: str | None = connection.execute(
            text("SELECT version_num FROM alembic_version")
        ).scalar()
        return found


def _refuse_empty(location: SqliteLocation) -> None:
    """A file without an office is no office that has just begun."""
    if is_empty_of_office(location):
        raise StorageUnavailable("storage.damaged")


def _verify(engine: Engine) -> None:
    """Looks once more at what was made."""
    if engine.dialect.name != "sqlite":
        return
    with engine.connect() as connection:
        answer = connection.execute(text("PRAGMA quick_check")).scalar()
        orphans = connection.execute(text("PRAGMA foreign_key_check")).all()
    if answer != "ok" or orphans:
        raise StorageUnavailable("storage.damaged")
