"""The clock of a data folder: the machine's, or that of a demonstration that goes on from a day."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from safetydesk.domain.clock import Clock, ShiftedClock, SystemClock
from safetydesk.domain.errors import BadInput
from safetydesk.resources import atomic_write

if TYPE_CHECKING:
    from safetydesk.app.paths import Paths

_FILE = "demonstration.json"


def clock_of(paths: Paths, demo_time: datetime | None = None) -> Clock:
    """The clock to use with a folder; ``demo_time`` (aware) is what it shows now.

    Only a demonstration may be told the time: elsewhere the log would hold times that never were.

    Raises:
        BadInput: a time was given for a real office, or the demonstration's mark is damaged.
    """
    system = SystemClock()
    marker = paths.data / _FILE
    if not marker.exists():
        if demo_time is not None:
            raise BadInput("demo.real_office", where="--demo-time", expected="演示值班室的文件夹")
        return system
    if demo_time is not None:
        return ShiftedClock(system, demo_time - system.now())
    try:
        shift = timedelta(seconds=float(json.loads(marker.read_text("utf-8"))["shift_seconds"]))
        clock = ShiftedClock(system, shift)
        clock.now()  # a shift beyond the calendar is no shift
    except (ValueError, KeyError, TypeError, OverflowError) as error:
        raise BadInput("demo.marker", where=str(marker), expected="演示值班室的时钟") from error
    return clock


def start_at(paths: Paths, instant: datetime) -> None:
    """Makes the folder's clock go on from an instant, from now on."""
    shift = (instant - SystemClock().now()).total_seconds()
    atomic_write(paths.data / _FILE, json.dumps({"shift_seconds": shift}).encode("utf-8"))
