"""P8: who is on duty, over ten years of a daily rotation with ten thousand changes.

    python -m tools.bench.who

The limit is numpy's searchsorted over the same turnovers, a batch at once: no method of one answer
at a time can be faster. The peer is GoAlert's calculator for the same kind of schedule, measured
once on another machine (2.1 ms an instant, 3.3 ms a month, 155 ms for ten years); its lines only
say how far away it is.
"""

from __future__ import annotations

import random
import sys
import time
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np

from safetydesk.domain.duty import (
    EVERY_DAY,
    DutyPlan,
    DutyRule,
    DutySpan,
    Post,
    ReplaceChange,
    Rotation,
)
from safetydesk.domain.duty_resolution import resolve
from safetydesk.domain.spans import Span
from tools.bench.measuring import alternate, median_ratio

DAYS, OFFICERS, CHANGES, ASKED = 3650, 8, 10_000, 20_000
ZONE = ZoneInfo("Asia/Shanghai")
START = datetime(2017, 1, 1, 0, tzinfo=UTC)
"""08:00 at the place."""
GOAL_INSTANT, GOAL_PEER_INSTANT, GOAL_PEER_MONTH, GOAL_PEER_YEARS = 10.0, 0.01, 0.02, 0.5
PEER_INSTANT, PEER_MONTH, PEER_YEARS = 2.1, 3.3, 155.0
"""Milliseconds of GoAlert, measured once."""


def the_plan() -> DutyPlan:
    """The schedule: eight officers in turn, each change replaces the officer of its day."""
    members = tuple((f"o{number}",) for number in range(OFFICERS))
    changes: list[ReplaceChange] = []
    for number in range(CHANGES):
        day = number * DAYS // CHANGES
        start = START + timedelta(days=day)
        window = Span(start, start + timedelta(hours=1 + number % 24))
        changes.append(ReplaceChange("desk", f"o{day % OFFICERS}", f"s{number % 40}", window))
    begins = START.astimezone(ZONE)
    return DutyPlan(
        zone=ZONE,
        now=START,
        window=Span(START, START + timedelta(days=DAYS)),
        posts=(Post("desk"),),
        rotations=(Rotation("turns", members, begins.replace(tzinfo=None)),),
        rules=(DutyRule("desk", EVERY_DAY, begins.time(), begins.time(), rotation="turns"),),
        changes=tuple(changes),
    )


def main() -> int:
    """Prints the ratios; 1 when a goal is missed."""
    plan = the_plan()
    began = time.perf_counter()
    resolution = resolve(plan)
    resolution.at(START)
    first = time.perf_counter() - began
    edges = {span.start for span in resolution.spans} | {span.end for span in resolution.spans}
    turnovers = np.array(sorted(int(edge.timestamp()) for edge in edges))
    chance = random.Random(3)  # noqa: S311 - the same instants each run
    seconds = [chance.randrange(DAYS * 86400) for _ in range(ASKED)]
    asked = [START + timedelta(seconds=second) for second in seconds]
    batch = np.array([int(instant.timestamp()) for instant in asked])

    def limit(_number: int) -> None:
        np.searchsorted(turnovers, batch, side="right")

    def ours(_number: int) -> None:
        for instant in asked:
            resolution.at(instant)

    raw, mine = alternate(limit, ours, 15)
    per_instant = median_ratio("P8 one instant (20 000 asked)", raw, mine, GOAL_INSTANT)
    print(per_instant.line())
    month_ms = _month(plan, 60) * 1e3
    years_ms = min(first, _fastest(lambda: resolve(plan).at(START))) * 1e3
    looked_ms = _fastest(lambda: _seen(resolution.spans, 60)) * 1e3
    for name, peer, own, goal in (
        ("one instant", PEER_INSTANT, per_instant.ours_ms / ASKED, GOAL_PEER_INSTANT),
        ("a month out of the ten years", PEER_MONTH, looked_ms, GOAL_PEER_MONTH),
        ("a month resolved by itself", PEER_MONTH, month_ms, GOAL_PEER_MONTH),
        ("ten years resolved", PEER_YEARS, years_ms, GOAL_PEER_YEARS),
    ):
        print(f"    {name}: {own:.4f} ms; GoAlert on another machine {peer} ms", end="; ")
        print(f"ratio {own / peer:.4f} (goal <= {goal:g})")
    print(f"    {len(resolution.spans)} spans")
    return 0 if per_instant.holds else 1


def _month(plan: DutyPlan, number: int) -> float:
    """One month resolved by itself, with the changes that meet it, as the store hands them over."""
    start = START + timedelta(days=30 * number)
    window = Span(start, start + timedelta(days=31))
    changes = tuple(change for change in plan.changes if change.window.overlaps(window))
    month = replace(plan, window=window, changes=changes)
    return _fastest(lambda: resolve(month).spans)


def _seen(spans: Sequence[DutySpan], number: int) -> Sequence[DutySpan]:
    """One month looked up in what is compiled already."""
    start = START + timedelta(days=30 * number)
    first = bisect_left(spans, start, key=lambda span: span.end)
    last = bisect_left(spans, start + timedelta(days=31), key=lambda span: span.start)
    return spans[first:last]


def _fastest(work: Callable[[], object], rounds: int = 3) -> float:
    """The least seconds of a few runs."""
    times: list[float] = []
    for _ in range(rounds):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return min(times)


if __name__ == "__main__":
    sys.exit(main())
