"""How figures are taken: pairs A B A B in one run, medians, and the ratio against the goal."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Ratio:
    """What was measured: medians, in milliseconds unless said, and their ratio against a goal."""

    name: str
    limit_ms: float
    ours_ms: float
    goal: float
    unit: str = "ms"

    @property
    def value(self) -> float:
        """Ours over the limit."""
        return self.ours_ms / self.limit_ms

    @property
    def holds(self) -> bool:
        """Whether the goal is met."""
        return self.value <= self.goal

    def line(self) -> str:
        """The figure in one line."""
        verdict = "holds" if self.holds else "MISSED"
        return (
            f"{self.name}: limit {self.limit_ms:.3f} {self.unit}, "
            f"ours {self.ours_ms:.3f} {self.unit}, "
            f"ratio {self.value:.2f} (goal <= {self.goal:g}) {verdict}"
        )


def alternate(
    limit: Callable[[int], object],
    ours: Callable[[int], object],
    rounds: int,
    clock: Callable[[], float] = time.perf_counter,
) -> tuple[list[float], list[float]]:
    """Seconds of both, taken in turn so that noise of the machine meets both alike.

    ``time.process_time`` leaves out what the machine did for others; it fits work that waits for
    nothing.
    """
    first: list[float] = []
    second: list[float] = []
    for number in range(rounds):
        first.append(_seconds(limit, number, clock))
        second.append(_seconds(ours, number, clock))
    return first, second


def median_ratio(name: str, limit: list[float], ours: list[float], goal: float) -> Ratio:
    """The ratio of the medians."""
    return Ratio(name, statistics.median(limit) * 1e3, statistics.median(ours) * 1e3, goal)


def percentile(values: list[float], share: float) -> float:
    """The value below which ``share`` (0 to 1) of the values lie, in milliseconds."""
    ordered = sorted(values)
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)] * 1e3


def _seconds(work: Callable[[int], object], number: int, clock: Callable[[], float]) -> float:
    """How long one call takes by a clock."""
    start = clock()
    work(number)
    return clock() - start
