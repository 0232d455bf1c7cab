"""How Alembic runs here: on the connection it is given, in one transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from alembic import context

from safetydesk.storage import tables
from safetydesk.storage.base import Base

if TYPE_CHECKING:
    from sqlalchemy import Connection

_MAPPED = tables  # importing the package maps every table

_SEARCH = "log_grams"


def _ours(_object: Any, name: str | None, kind: str, *_rest: Any) -> bool:
    """Whether a thing found in the database is one of the mapped tables' (not full-text search)."""
    return not (kind in {"table", "index"} and name is not None and _SEARCH in name)


def run(connection: Connection) -> None:
    """Runs the revisions on an open connection."""
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=connection.dialect.name == "sqlite",
        transaction_per_migration=False,
        include_object=_ours,
    )
    with context.begin_transaction():
        context.run_migrations()


run(context.config.attributes["connection"])
