"""Writes the demonstration office with its day into an empty data folder."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from safetydesk.app.demo.day import DayPlayer, ScriptClock
from safetydesk.app.demo.office import write_office
from safetydesk.app.demo_clock import start_at
from safetydesk.app.opening import has_office, open_database
from safetydesk.app.wiring import build
from safetydesk.domain.errors import RuleViolation

if TYPE_CHECKING:
    from safetydesk.app.paths import Paths

BEGIN = datetime.fromisoformat("2025-10-05T08:00:00+08:00")
HARD_DAY = datetime.fromisoformat("2025-10-06T12:05:00+08:00")
DAY_DONE = datetime.fromisoformat("2025-10-07T08:45:00+08:00")


def write_demonstration(paths: Paths, *, until: datetime = DAY_DONE) -> None:
    """Office, a month of duty, and the day up to an instant; the folder's clock goes on from it.

    Raises:
        RuleViolation: the folder holds an office already.
    """
    if has_office(paths):
        raise RuleViolation("demo.not_empty", where=str(paths.data))
    clock = ScriptClock(BEGIN)
    database = open_database(paths, create=True)
    try:
        desk = build(database, clock)
        DayPlayer(desk, write_office(desk), clock).play(until)
    finally:
        database.close()
    start_at(paths, until)
