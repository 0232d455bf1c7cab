"""`python -m tools.faults`: kills a desk so many times and prints what was lost or doubled."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from tools.faults.kills import kill_often


def main() -> int:
    """The exit code is 1 where anything was lost or doubled."""
    parser = argparse.ArgumentParser(prog="python -m tools.faults", description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=5)
    args = parser.parse_args()
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        count = kill_often(Path(folder), args.kills, args.seed)
    told = ", ".join(f"{word} {number}" for word, number in sorted(count.told.items()))
    print(f"{count.kills} kills in {time.monotonic() - begun:.0f} s; raised {count.raised}; {told}")
    print(f"lost {len(count.lost)}, doubled {len(count.doubled)}")
    for line in (*count.lost, *count.doubled):
        print(f"  {line}")
    return 1 if count.lost or count.doubled else 0


if __name__ == "__main__":
    sys.exit(main())
