"""P16: what an idle desk takes of the machine, against an idle bare window.

    python -m tools.bench.idle [--seconds N]

Both are children that measure themselves once they have come to rest: processor time and voluntary
context switches of all their threads, and how many references to None they gained. The desk is one
at which somebody has signed in: a dialog that waits for a PIN has a blinking cursor.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel

CPU_GOAL, WAKE_GOAL, DRIFT_GOAL = 1.5, 2.0, 50
REST_MS = 8000
ROOT = Path(__file__).resolve().parents[2]


def measure(app: QApplication, seconds: float) -> int:
    """Rests, measures, prints one line of JSON and leaves at once."""
    start: list[tuple[float, int, int]] = []

    def used() -> tuple[float, int, int]:
        usage = resource.getrusage(resource.RUSAGE_SELF)
        return usage.ru_utime + usage.ru_stime, usage.ru_nvcsw, sys.getrefcount(None)

    def end() -> None:
        (before,), after = start, used()
        cpu = (after[0] - before[0]) * 1000 / seconds
        found = {
            "cpu_ms_per_s": cpu,
            "wakes_per_s": (after[1] - before[1]) / seconds,
            "none_drift": after[2] - before[2],
        }
        sys.stdout.write(json.dumps(found) + "\n")
        sys.stdout.flush()
        os._exit(0)

    QTimer.singleShot(REST_MS, lambda: start.append(used()))
    QTimer.singleShot(REST_MS + round(seconds * 1000), end)
    return app.exec()


def bare(seconds: float) -> int:
    """A window with nothing to do."""
    app = QApplication([])
    label = QLabel("值班台")
    label.show()
    return measure(app, seconds)


def desk(seconds: float, folder: Path) -> int:
    """The real window over an office, with beat, guard and clock."""
    from tools.faults.live_desk import LiveDesk

    app = QApplication([])
    live = LiveDesk(app, folder)
    live.open()
    QTimer.singleShot(REST_MS // 2, live.sign_in)
    return measure(app, seconds)


def child(kind: str, seconds: float, folder: str) -> dict[str, float]:
    """What a child found."""
    words = [sys.executable, "-m", "tools.bench.idle", "--child", kind, "--folder", folder]
    run = subprocess.run(
        [*words, "--seconds", str(seconds)],
        cwd=ROOT,
        env={
            **os.environ,
            "XDG_CONFIG_HOME": folder,
            "SAFETYDESK_SOUND": "off",
            "SAFETYDESK_AWAKE": "off",
            "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
        },
        capture_output=True,
        text=True,
        check=True,
    )
    found: dict[str, float] = json.loads(run.stdout.splitlines()[-1])
    return found


def main() -> int:
    """Prints the figures; 1 when a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=20.0)
    parser.add_argument("--child", choices=["bare", "desk"])
    parser.add_argument("--folder", default="")
    given = parser.parse_args()
    if given.child == "bare":
        return bare(given.seconds)
    if given.child == "desk":
        return desk(given.seconds, Path(given.folder) / "office")
    with tempfile.TemporaryDirectory() as folder:
        limit = child("bare", given.seconds, folder)
        ours = child("desk", given.seconds, folder)
    lines = (
        ("processor, ms a second", "cpu_ms_per_s", CPU_GOAL),
        ("wake-ups a second", "wakes_per_s", WAKE_GOAL),
        ("references to None gained", "none_drift", DRIFT_GOAL),
    )
    well = True
    for name, key, goal in lines:
        holds = abs(ours[key]) <= goal
        well = well and holds
        print(
            f"P16 {name}: bare {limit[key]:.2f}, ours {ours[key]:.2f}"
            f" (goal <= {goal:g}) {'holds' if holds else 'MISSED'}"
        )
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
