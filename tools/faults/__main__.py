"""`python -m tools.faults [WHAT …]`: does faults to a desk and prints what came of them.

kills      so many SIGKILLs while it raises, shows and acknowledges (--kills, --seed)
points     the same at four named points, so many times each (--each)
silences   process killed or stopped, main thread blocked, threads killed: when the watch cries out
clocks     sleep of 3 h and 9 h, −90 s, +3 h, random steps (--steps), another zone
desks      two desks on one office
histories  generated histories of a legal deadline (--histories): none passes unseen
flood      500 due at once at the real window (--alarms)
still      the main thread stands still: when the alarm is heard
minute     500 within one minute at the real window: how late each comes
rush       1000 within ten minutes: how late each comes, how long the window is away
downtime   500 fell due in three days without a desk: when the list stands
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from safetydesk.storage.engine import Location
    from tools.faults.floods import Lateness

Given = argparse.Namespace
WINDOW_LIMIT_MS, SOUND_LIMIT = 100.0, 2.0
P99_LIMIT, WORST_LIMIT, RUSH_LIMIT_MS, LIST_LIMIT = 1.0, 2.0, 200.0, 5.0
_AHEAD = timedelta(seconds=45)
_STILL = 30.0


def kills(given: Given, folder: Path) -> bool:
    """Whether nothing was lost or doubled."""
    from tools.faults.kills import kill_often

    count = kill_often(folder, given.kills, given.seed)
    told = ", ".join(f"{word} {number}" for word, number in sorted(count.told.items()))
    print(f"{count.kills} kills; raised {count.raised}; {told}")
    return _lost_or_doubled(count.lost, count.doubled)


def points(given: Given, folder: Path) -> bool:
    """Whether nothing was lost or doubled wherever it died."""
    from tools.faults.points import Point, die_often

    count = die_often(folder, given.each)
    print(f"{count.kills} kills, {given.each} each: {'; '.join(Point)}; {count.again} shown again")
    return _lost_or_doubled(count.lost, count.doubled)


def silences(_given: Given, folder: Path) -> bool:
    """Whether the watch cried out in time each time."""
    from tools.faults.silences import LIMIT, SILENCES, seconds_of, seconds_without_beat

    well = True
    for number, silence in enumerate(SILENCES):
        took = seconds_of(silence, folder / str(number))
        print(f"{silence.name}: the watch cries out after {took:.1f} s (limit {LIMIT:.0f})")
        well = well and took <= LIMIT
    took = seconds_without_beat(folder / "beat")
    print(f"heartbeat thread killed: a beat is written again after {took:.1f} s")
    return well and took <= LIMIT


def clocks(given: Given, folder: Path) -> bool:
    """Whether everything newly due came, once."""
    from tools.faults.clocks import set_often

    result = set_often(folder, given.steps, given.seed)
    print(
        f"{result.steps} steps, {result.shown} shown, at latest {result.worst_seconds:.1f} s after"
    )
    return _lost_or_doubled(result.lost, result.doubled)


def desks(given: Given, folder: Path) -> bool:
    """Whether each alarm was answered once."""
    from safetydesk.storage.engine import PostgresLocation
    from tests.helpers.databases import empty_postgres
    from tests.helpers.postgres import server
    from tools.faults.clocks import file_in, share

    well = True
    with server() as url, empty_postgres(url) as empty:
        offices: tuple[tuple[str, Location], ...] = (
            ("one encrypted file", file_in(folder)),
            ("PostgreSQL", PostgresLocation(empty)),
        )
        for name, office in offices:
            result = share(office, given.alarms)
            print(f"two desks, {name}, {given.alarms} alarms, shown {result.shown} times together")
            well = _lost_or_doubled(result.lost, result.doubled) and well
    return well


def histories(given: Given, _folder: Path) -> bool:
    """Whether no legal deadline passed unseen without a step beyond the desk."""
    from tools.faults.histories import check_histories

    try:
        check_histories(given.histories)
    except AssertionError as error:
        print(f"passed unseen: {error}")
        return False
    print(f"{given.histories} histories: no legal deadline passed unseen at the desk alone")
    return True


def flood(given: Given, folder: Path) -> bool:
    """Whether the window went on and one sound was heard."""
    from tools.faults import floods

    got = floods.flood(floods.application(), folder, given.alarms, _AHEAD)
    print(
        f"{got.presented} of {got.alarms} presented; {got.sounds} sound after"
        f" {got.sounded_after:.1f} s; main thread away {got.worst_gap_ms:.0f} ms at worst,"
        f" its own work {got.worst_work_ms:.0f} ms (limit {WINDOW_LIMIT_MS:.0f})"
    )
    return got.sounds == 1 and got.worst_gap_ms <= WINDOW_LIMIT_MS


def still(_given: Given, folder: Path) -> bool:
    """Whether the alarm was heard in time."""
    from tools.faults import floods

    got = floods.stand_still(floods.application(), folder, timedelta(seconds=15), _STILL)
    print(f"main thread still for {got.stood_seconds:.0f} s; heard after {got.sounded_after} s")
    return got.sounded_after is not None and got.sounded_after <= SOUND_LIMIT


def minute(_given: Given, folder: Path) -> bool:
    """Whether each came in time."""
    late = _spread(folder, 500, timedelta(minutes=1))
    return late.alarms == 500 and late.p99 <= P99_LIMIT and late.worst <= WORST_LIMIT


def rush(_given: Given, folder: Path) -> bool:
    """Whether nothing was lost and the window went on."""
    late = _spread(folder, 1000, timedelta(minutes=10))
    return late.alarms == 1000 and late.worst_gap_ms <= RUSH_LIMIT_MS


def _spread(folder: Path, alarms: int, over: timedelta) -> Lateness:
    from tools.faults import floods

    late = floods.spread(floods.application(), folder, alarms, _AHEAD, over)
    print(
        f"{late.alarms} of {alarms} presented; late p99 {late.p99:.2f} s (limit {P99_LIMIT:.0f}),"
        f" at worst {late.worst:.2f} s (limit {WORST_LIMIT:.0f}); main thread away"
        f" {late.worst_gap_ms:.0f} ms at worst (limit {RUSH_LIMIT_MS:.0f})"
    )
    return late


def downtime(given: Given, folder: Path) -> bool:
    """Whether the list stood in time and one sound was heard."""
    from tools.faults import floods

    got = floods.after_downtime(floods.application(), folder, given.alarms, timedelta(hours=72))
    print(
        f"{got.alarms} of {given.alarms} presented; listed {got.listed_after:.1f} s after the"
        f" opening (limit {LIST_LIMIT:.0f}); {got.sounds} sound"
    )
    return got.listed_after <= LIST_LIMIT and got.sounds == 1


FAULTS: dict[str, Callable[[Given, Path], bool]] = {
    call.__name__: call
    for call in (
        kills,
        points,
        silences,
        clocks,
        desks,
        histories,
        flood,
        still,
        minute,
        rush,
        downtime,
    )
}


def _lost_or_doubled(lost: list[str], doubled: list[str]) -> bool:
    """Whether neither."""
    print(f"lost {len(lost)}, doubled {len(doubled)}")
    for line in (*lost, *doubled):
        print(f"  {line}")
    return not lost and not doubled


def main() -> int:
    """The exit code is 1 where anything was lost, doubled or late."""
    parser = argparse.ArgumentParser(
        prog="python -m tools.faults",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("what", nargs="*", choices=[*FAULTS, []], metavar="WHAT")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--each", type=int, default=50)
    parser.add_argument("--steps", type=int, default=200)
    parser.add_argument("--histories", type=int, default=10_000)
    parser.add_argument("--alarms", type=int, default=500)
    parser.add_argument("--seed", type=int, default=5)
    given = parser.parse_args()
    well = True
    for name in given.what or FAULTS:
        begun = time.monotonic()
        with tempfile.TemporaryDirectory() as folder:
            os.environ |= {"XDG_CONFIG_HOME": folder, "SAFETYDESK_AWAKE": "off"}
            os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
            print(f"{name}:", flush=True)
            well = FAULTS[name](given, Path(folder) / "office") and well
        print(f"  ({time.monotonic() - begun:.0f} s)", flush=True)
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
