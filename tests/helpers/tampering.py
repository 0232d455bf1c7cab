"""What somebody with the file and its key can do: drop the guards, then change the rows."""

from __future__ import annotations

from sqlalchemy import text

from safetydesk.storage.database import Database


def tamper(database: Database, *statements: str) -> None:
    """Runs statements with every guard of the record switched off."""
    with database.write() as uow:
        if database.engines.is_sqlite:
            names = uow.session.execute(
                text("SELECT name FROM sqlite_master WHERE type = 'trigger'")
            ).scalars()
            for name in list(names):
                uow.session.execute(text(f'DROP TRIGGER "{name}"'))
            uow.session.execute(text("PRAGMA defer_foreign_keys = ON"))
        else:
            uow.session.execute(text("SET LOCAL session_replication_role = replica"))
        for statement in statements:
            uow.session.execute(text(statement))
        uow.commit()
