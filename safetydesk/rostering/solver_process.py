"""The process that solves one roster: a problem as a line in; progress, then an answer out.

It ends by itself when its time is over or when whoever started it is gone.
"""

from __future__ import annotations

import json
import math
import sys
import threading

from safetydesk.rostering.problem import Problem

_EVERY = 0.25


class _Teller:
    """Writes how far the search has come, a few times a second; knows whether to go on."""

    def __init__(self) -> None:
        self._gone = threading.Event()
        self._told = -_EVERY

    def watch(self) -> None:
        """Waits for the end of the input: whoever started this process has gone."""
        while sys.stdin.readline():
            pass
        self._gone.set()

    def told(self, seconds: float, best: float, bound: float) -> bool:
        """Says how it stands; whether to go on."""
        if seconds - self._told >= _EVERY:
            self._told = seconds
            _write({"seconds": seconds, "best": _number(best), "bound": _number(bound)})
        return not self._gone.is_set()


def main(_arguments: list[str]) -> int:
    """Solves the problem on standard input; the last line on standard output is the answer."""
    problem = Problem.from_json(sys.stdin.readline())
    teller = _Teller()
    threading.Thread(target=teller.watch, daemon=True).start()
    from safetydesk.rostering.model import RosterModel

    solved = RosterModel(problem).solve(teller.told)
    _write(
        {
            "served": solved.served,
            "widened": solved.widened,
            "proven": solved.proven,
            "cost": solved.cost,
        }
    )
    return 0


def _number(value: float) -> float | None:
    """A number as JSON has it; None for an infinite one."""
    return value if math.isfinite(value) and abs(value) < 1e29 else None  # noqa: PLR2004


def _write(line: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(line, separators=(",", ":")) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv))
