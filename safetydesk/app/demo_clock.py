"""The clock of a data folder: the machine's, or that of a demonstration that goes on from a day."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from safetydesk.domain.clock import Clock, ShiftedClock, SystemClock
from safetydesk.resources import atomic_write

if TYPE_CHECKING:
    from safetydesk.app.paths import Paths

_FILE = "demonstration.json"


def clock_of(paths: Paths, demo_time: datetime | None = None) -> Clock:
    """The clock to use with a folder; ``demo_time`` (aware) is what it shows now."""
    system = SystemClock()
    if demo_time is not None:
        return ShiftedClock(system, demo_time - system.now())
    marker = paths.data / _FILE
    if not marker.exists():
        return system
    noted = json.loads(marker.read_text("utf-8"))
    return ShiftedClock(system, timedelta(seconds=float(noted["shift_seconds"])))


def start_at(paths: Paths, instant: datetime) -> None:
    """Makes the folder's clock go on from an instant, from now on."""
    shift = (instant - SystemClock().now()).total_seconds()
    atomic_write(paths.data / _FILE, json.dumps({"shift_seconds": shift}).encode("utf-8"))
