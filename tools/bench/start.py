"""P1 and P2: process start to the first painted frame of a year's office, and the gaps after it.

    python -m tools.bench.start [--pairs N] [--days N]

The limit of P1 is a bare PySide6 window with a table of a hundred rows in the same Chinese face
(``bare_window.py``); both run offscreen with byte code compiled, A B A B. P2 is the worst time the
event loop was away in the five seconds after the first frame.
"""

from __future__ import annotations

import argparse
import json
import os
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
WALL_GOAL, MEMORY_GOAL, GAP_GOAL_MS = 1.3, 1.2, 120.0
BARE = ("-m", "tools.bench.bare_window")
OURS = ("-m", "tools.bench.window_probe", "--data")


@dataclass(frozen=True)
class Start:
    """One start: seconds until the process ended, and what it reported."""

    seconds: float
    found: dict[str, Any]


def start(words: tuple[str, ...], probe: str = "first") -> Start:
    """Runs a window until its probe ends it.

    Raises:
        subprocess.CalledProcessError: it did not end as it should.
    """
    began = time.perf_counter()
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
    return Start(time.perf_counter() - began, json.loads(run.stdout.splitlines()[-1]))


def surroundings(folder: Path) -> None:
    """No screen, keys and byte code in a folder of the measurement's own."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["SAFETYDESK_WATCH"] = "off"  # a probe ends as if it had been killed
    os.environ["XDG_CONFIG_HOME"] = str(folder / "config")
    os.environ["PYTHONPYCACHEPREFIX"] = str(folder / "bytecode")
    for name in ("DBUS_SESSION_BUS_ADDRESS", "PYTHONDONTWRITEBYTECODE"):
        os.environ.pop(name, None)


def first_frames(data: Path, pairs: int) -> tuple[Ratio, Ratio]:
    """Wall time and peak memory of both, after one start of each that compiles the byte code."""
    ours_words = (*OURS, str(data))
    start(BARE), start(ours_words)
    bare: list[Start] = []
    ours: list[Start] = []
    for _ in range(pairs):
        bare.append(start(BARE))
        ours.append(start(ours_words))
    wall = median_ratio(
        "P1 start to first frame",
        [one.seconds for one in bare],
        [one.seconds for one in ours],
        WALL_GOAL,
    )
    limit, peak = (_peak_mib(starts) for starts in (bare, ours))
    memory = Ratio("P1 peak memory at it", limit, peak, MEMORY_GOAL, "MiB")
    return wall, memory


def _peak_mib(starts: list[Start]) -> float:
    """The median of the peaks."""
    return float(statistics.median(one.found["peak_kib"] for one in starts)) / 1024


def worst_gap(data: Path) -> tuple[float, list[list[float]]]:
    """The median of the worst gaps of three starts in milliseconds, and the gaps of the last."""
    runs = [start((*OURS, str(data)), "gaps").found["gaps"] for _ in range(3)]
    return statistics.median(gaps[0][0] for gaps in runs), runs[-1]


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
        wall, memory = first_frames(folder / "office", options.pairs)
        gap, gaps = worst_gap(folder / "office")
    print(wall.line())
    print(memory.line())
    verdict = "holds" if gap <= GAP_GOAL_MS else "MISSED"
    print(f"P2 worst gap in 5 s: {gap:.0f} ms (goal <= {GAP_GOAL_MS:.0f} ms) {verdict}")
    print(f"    {entries} entries; gaps [ms, at ms]: {gaps}")
    return 0 if wall.holds and memory.holds and gap <= GAP_GOAL_MS else 1


if __name__ == "__main__":
    sys.exit(main())
