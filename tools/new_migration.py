"""Writes a revision from the difference between the mapped tables and the last revision.

    python tools/new_migration.py 0002 "what it does"

Before the first release the one initial revision is written anew: `0001 "the first schema"`. The
triggers and search tables that Alembic cannot see stand in `storage/migrations/guards.py` and are
created by the revision itself.
"""

from __future__ import annotations

import secrets
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from alembic import command
from alembic.config import Config

from safetydesk.storage.engine import SqliteLocation, migration_engine

VERSIONS = ROOT / "safetydesk" / "storage" / "migrations" / "versions"
_UPGRADE = "    # ### end Alembic commands ###\n\n\ndef downgrade"
_GUARD = """    for statement in guards.statements(op.get_bind().dialect.name):
        op.execute(statement)


def downgrade"""


def main() -> int:
    """Makes the revision file; returns the exit code."""
    number, message = sys.argv[1], sys.argv[2]
    for old in VERSIONS.glob(f"{number}_*.py"):
        old.unlink()
    with tempfile.TemporaryDirectory() as folder:
        location = SqliteLocation(Path(folder) / "empty.db", secrets.token_bytes(32))
        engine = migration_engine(location)
        with engine.connect() as connection:
            config = Config()
            config.set_main_option("script_location", str(VERSIONS.parent))
            config.attributes["connection"] = connection
            if number != "0001":
                command.upgrade(config, "head")
            command.revision(config, message, autogenerate=True, rev_id=number)
        engine.dispose()
    path = next(VERSIONS.glob(f"{number}_*.py"))
    source = path.read_text("utf-8")
    if number == "0001":
        source = source.replace(_UPGRADE, _GUARD, 1).replace(
            "from alembic import op\n",
            "from alembic import op\n\nfrom safetydesk.storage import columns\n"
            "from safetydesk.storage.migrations import guards\n",
            1,
        )
    source = source.replace("safetydesk.storage.columns.", "columns.")
    path.write_bytes(source.encode("utf-8"))
    for words in (["check", "--fix", "--quiet"], ["format", "--quiet"]):
        subprocess.run([sys.executable, "-m", "ruff", *words, str(path)], cwd=ROOT, check=True)
    print(path.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    sys.exit(main())
