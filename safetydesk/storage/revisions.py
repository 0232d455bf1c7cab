"""The revisions of the schema that this program knows, and how Alembic carries them out.

Imported only where a database has another revision than the program's: Alembic brings templates
and a highlighter of source text along, a tenth of what opening an office imports.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory

if TYPE_CHECKING:
    from sqlalchemy import Connection

_SCRIPTS = Path(__file__).parent / "migrations"


def known_revisions() -> frozenset[str]:
    """Every revision this program can come from; another one was made by a newer program."""
    scripts = ScriptDirectory.from_config(_config()).walk_revisions()
    return frozenset(script.revision for script in scripts)


def upgrade(connection: Connection) -> None:
    """Carries out what is missing up to the newest revision, in the connection's transaction."""
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _config() -> Config:
    """Alembic's settings."""
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS))
    return config
