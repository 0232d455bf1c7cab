"""Runs every measurement and prints its lines; exits 1 when any goal is missed.

python -m tools.bench.all
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MEASUREMENTS = (
    "append",
    "start",
    "who",
    "roster_year",
    "roster_scroll",
    "reminders",
    "idle",
    "contacts",
    "printing",
    "log_view",
    "growth",
)


def main() -> int:
    """One process for each, so that none warms another."""
    missed = [
        name
        for name in MEASUREMENTS
        if subprocess.run(
            [sys.executable, "-m", f"tools.bench.{name}"], cwd=ROOT, check=False
        ).returncode
    ]
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
