"""P13: appending one log entry, sealed, searchable and audited, against the raw driver.

    python -m tools.bench.append [--rounds N]

The limit is the same work by hand on the same kind of file: BEGIN IMMEDIATE, the last seal read,
the same rows inserted, SM3 computed, COMMIT with WAL and synchronous FULL.
"""

from __future__ import annotations

import argparse
import importlib
import json
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from safetydesk.domain.access import Actor, Role
from safetydesk.domain.clock import SystemClock
from safetydesk.domain.log import EntryDraft, EntryKind
from safetydesk.services.log import LogService
from safetydesk.services.sealing import sm3
from safetydesk.services.transaction import Transactions
from safetydesk.storage.database import Database
from safetydesk.storage.engine import SqliteLocation
from safetydesk.storage.grams import grams
from safetydesk.storage.migrate import migrate
from tools.bench.measuring import alternate, median_ratio, percentile

GOAL = 3.0
KEY = bytes(range(32))
WORDS = "区消防大队现场报告：截至10时30分，死亡1人、失联2人，受伤5人（重伤1人）送区人民医院"
ACTOR = Actor(None, "黄志强", frozenset({Role.OFFICER}), "第一席")

_ENTRY = (
    "INSERT INTO log_entry (seq, uuid, shift_id, event_at, entered_at, stored_at, author_id,"
    " author_name, desk, kind, text, handling, machine, link, links_to, incident_id, matter_id,"
    " digest, algorithm, previous, seal)"
    " VALUES (?, ?, NULL, ?, ?, ?, NULL, ?, ?, ?, ?, '', 0, NULL, NULL, NULL, NULL, '', 'sm3',"
    " ?, ?)"
)
_AUDIT = (
    "INSERT INTO audit (at, actor_id, actor_name, desk, action, topic, subject, allowed)"
    " VALUES (?, NULL, ?, ?, 'log.append', 'log', ?, 1)"
)


class RawLog:
    """The limit: the driver, by hand."""

    def __init__(self, path: Path) -> None:
        migrate(SqliteLocation(path, KEY))
        module = importlib.import_module("sqlcipher3.dbapi2")
        self._connection: Any = module.connect(str(path), isolation_level=None)
        for pragma in (
            f"PRAGMA key = \"x'{KEY.hex()}'\"",
            "PRAGMA journal_mode = WAL",
            "PRAGMA synchronous = FULL",
            "PRAGMA secure_delete = ON",
            "PRAGMA recursive_triggers = ON",
            "PRAGMA foreign_keys = ON",
        ):
            self._connection.execute(pragma)

    def append(self, _number: int) -> None:
        """One entry, durably."""
        run = self._connection.execute
        run("BEGIN IMMEDIATE")
        last = run("SELECT seq, seal FROM log_entry ORDER BY seq DESC LIMIT 1").fetchone()
        seq, previous = (last[0] + 1, last[1]) if last else (1, "0" * 64)
        at = str(datetime.now(UTC).replace(tzinfo=None))
        sealed = {"seq": seq, "at": at, "text": WORDS, "previous": previous, "kind": "来电"}
        seal = sm3(json.dumps(sealed, ensure_ascii=False, sort_keys=True).encode())
        row = (seq, str(uuid4()), at, at, at, "黄志强", "第一席", "来电", WORDS, previous, seal)
        run(_ENTRY, row)
        run("INSERT INTO log_grams(rowid, grams) VALUES (?, ?)", (seq, grams(WORDS)))
        run(_AUDIT, (at, "黄志强", "第一席", str(seq)))
        run("COMMIT")


class OurLog:
    """The product's own service over the product's own database."""

    def __init__(self, path: Path) -> None:
        location = SqliteLocation(path, KEY)
        migrate(location)
        self._log = LogService(Transactions(Database.open(location), SystemClock()))

    def append(self, _number: int) -> None:
        """One entry, durably."""
        self._log.append(ACTOR, EntryDraft(EntryKind.INCOMING_CALL, WORDS))


def main() -> int:
    """Prints the ratio; 1 when the goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=600)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        raw, ours = RawLog(Path(folder) / "raw.db"), OurLog(Path(folder) / "ours.db")
        alternate(raw.append, ours.append, 30)
        limit, measured = alternate(raw.append, ours.append, rounds)
    ratio = median_ratio("P13 append one sealed entry", limit, measured, GOAL)
    print(ratio.line())
    ours_p99, raw_p99 = percentile(measured, 0.99), percentile(limit, 0.99)
    print(f"    ours p99 {ours_p99:.2f} ms, raw p99 {raw_p99:.2f} ms")
    return 0 if ratio.holds else 1


if __name__ == "__main__":
    sys.exit(main())
