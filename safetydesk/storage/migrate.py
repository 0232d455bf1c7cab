"""Bringing a database to the present schema: refuse newer, back up, migrate, verify."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, inspect, text

from safetydesk.domain.errors import StorageUnavailable
from safetydesk.storage.backup import back_up
from safetydesk.storage.engine import Location, SqliteLocation, migration_engine
from safetydesk.storage.failures import translated
from safetydesk.storage.integrity import is_empty_of_office
from safetydesk.storage.schema import HEAD

_SCRIPTS = Path(__file__).parent / "migrations"


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
            _refuse_newer(found)
            if found and isinstance(location, SqliteLocation) and backups is not None:
                back_up(location, backups, f"before-{HEAD}")
            with engine.begin() as connection:
                command.upgrade(_config(connection), "head")
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


def _refuse_newer(found: str | None) -> None:
    """A revision this program does not know was made by a newer one."""
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS))
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if found is not None and found not in known:
        raise StorageUnavailable("storage.newer", found=found, known=HEAD)


def _config(connection: Connection) -> Config:
    """Alembic's settings for one connection."""
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS))
    config.attributes["connection"] = connection
    return config


def _verify(engine: Engine) -> None:
    """Looks once more at what was made."""
    if engine.dialect.name != "sqlite":
        return
    with engine.connect() as connection:
        answer = connection.execute(text("PRAGMA quick_check")).scalar()
        orphans = connection.execute(text("PRAGMA foreign_key_check")).all()
    if answer != "ok" or orphans:
        raise StorageUnavailable("storage.damaged")
