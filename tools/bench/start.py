"""P1 and P2: process start to the first painted frame of a year's office, and the gaps after it.

    python -m tools.bench.start [--pairs N] [--days N]

The limit of P1 is a bare PySide6 window with a table of a hundred rows in the same Chinese face
(``bare_window.py``); both run offscreen with byte code compiled, A B A B. Neither waits for
anything, so the time of the processor decides: what others do on the machine is left out.

P2 is the worst time the event loop was away in the five seconds after the first frame (at least
until the desk is open), against the same opening in the window's own thread; the milliseconds
hold on a quiet machine only.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from safetydesk.app.paths import Paths
from tools.bench.measuring import Ratio, median_ratio
from tools.bench.year_office import DAYS, write_year

ROOT = Path(__file__).resolve().parents[2]
START_GOAL, MEMORY_GOAL, GAP_GOAL, GAP_GOAL_MS = 1.3, 1.2, 0.15, 120.0
GAP_PAIRS = 3
BARE = ("-m", "tools.bench.bare_window")
OURS = ("-m", "tools.bench.window_probe", "--data")


@dataclass(frozen=True)
class Start:
    """One start: seconds until the process ended, those of the processor, what it reported."""

    seconds: float
    worked: float
    found: dict[str, Any]


def start(words: tuple[str, ...], probe: str = "first") -> Start:
    """Runs a window until its probe ends it.

    Raises:
        subprocess.CalledProcessError: it did not end as it should.
    """
    began, worked = time.perf_counter(), _work_of_children()
    run = subprocess.run(
        [sys.executable, *words],
        cwd=ROOT,
        env={**os.environ, "SAFETYDESK_PROBE": probe},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        timeout=60,
    )
    seconds, work = time.perf_counter() - began, _work_of_children() - worked
    return Start(seconds, work, json.loads(run.stdout.splitlines()[-1]))


def _work_of_children() -> float:
    """Seconds of the processor that ended child processes have taken."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def surroundings(folder: Path) -> None:
    """No screen, keys and byte code in a folder of the measurement's own."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["SAFETYDESK_WATCH"] = "off"  # a probe ends as if it had been killed
    os.environ["XDG_CONFIG_HOME"] = str(folder / "config")
    os.environ["PYTHONPYCACHEPREFIX"] = str(folder / "bytecode")
    for name in ("DBUS_SESSION_BUS_ADDRESS", "PYTHONDONTWRITEBYTECODE"):
        os.environ.pop(name, None)


def first_frames(data: Path, pairs: int) -> tuple[Ratio, Ratio, Ratio]:
    """Work, wall time and peak memory of both, after a start of each that compiles byte code."""
    ours_words = (*OURS, str(data))
    start(BARE), start(ours_words)
    bare: list[Start] = []
    ours: list[Start] = []
    for _ in range(pairs):
        bare.append(start(BARE))
        ours.append(start(ours_words))
    name = "P1 start to first frame, processor"
    work = median_ratio(
        name, [one.worked for one in bare], [one.worked for one in ours], START_GOAL
    )
    wall = median_ratio(
        name, [one.seconds for one in bare], [one.seconds for one in ours], START_GOAL
    )
    limit, peak = (_peak_mib(starts) for starts in (bare, ours))
    memory = Ratio("P1 peak memory at it", limit, peak, MEMORY_GOAL, "MiB")
    return work, wall, memory


def _peak_mib(starts: list[Start]) -> float:
    """The median of the peaks."""
    return float(statistics.median(one.found["peak_kib"] for one in starts)) / 1024


def worst_gaps(data: Path) -> tuple[Ratio, dict[str, Any]]:
    """Worst gaps of both ways of opening, in turn, and what the last of our starts reported."""
    words = (*OURS, str(data))
    ours: list[float] = []
    naive: list[float] = []
    last: dict[str, Any] = {}
    for _ in range(GAP_PAIRS):
        naive.append(start(words, "naive").found["gaps"][0][0] / 1e3)
        last = start(words, "gaps").found
        ours.append(last["gaps"][0][0] / 1e3)
    return median_ratio("P2 worst gap after the first frame", naive, ours, GAP_GOAL), last


def main() -> int:
    """Prints the ratios; 1 when a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=9)
    parser.add_argument("--days", type=int, default=DAYS)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        surroundings(folder)
        entries = write_year(Paths.of(folder / "office"), options.days)
        work, wall, memory = first_frames(folder / "office", options.pairs)
        gap, last = worst_gaps(folder / "office")
    print(work.line())
    print(f"    {entries} entries; by the wall {wall.value:.2f} of {wall.limit_ms:.0f} ms")
    print(memory.line())
    print(gap.line())
    print(f"    {gap.ours_ms:.0f} ms (goal on a quiet machine <= {GAP_GOAL_MS:.0f} ms)")
    print(f"    open after {last['open_ms']} ms; gaps [ms, at ms]: {last['gaps']}")
    return 0 if work.holds and memory.holds and gap.holds else 1


if __name__ == "__main__":
    sys.exit(main())
