"""P8: who is on duty, over ten years of a daily rotation with ten thousand changes.

    python -m tools.bench.who

The limit of an instant is numpy's searchsorted over the same turnovers, a batch at once: no method
of one answer at a time can be faster. The limit of ten years resolved from nothing is a bare sweep
over whole numbers that knows rotations and replacements only. The peer is GoAlert's calculator for
the same kind of schedule, measured on another machine in one run with such a sweep: 2.1 ms an
instant, 3.3 ms a month, and 155 ms for ten years where the sweep took 54. Half of GoAlert is
therefore 1.43 sweeps. All times are those of the processor, both sides in turn.
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
    Resolution,
    Rotation,
)
from safetydesk.domain.duty_resolution import resolve
from safetydesk.domain.spans import Span
from tools.bench.measuring import alternate, median_ratio

DAYS, OFFICERS, CHANGES, ASKED = 3650, 8, 10_000, 20_000
ZONE = ZoneInfo("Asia/Shanghai")
START = datetime(2017, 1, 1, 0, tzinfo=UTC)
"""08:00 at the place."""
GOAL_INSTANT, GOAL_PEER_INSTANT, GOAL_PEER_MONTH = 10.0, 0.01, 0.02
PEER_INSTANT, PEER_MONTH, PEER_SWEEPS = 2.1, 3.3, 155 / 54
"""GoAlert, measured once: milliseconds, and sweeps for ten years."""
GOAL_SWEEPS = 0.5 * PEER_SWEEPS
DAY = 86_400


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


def swept(plan: DutyPlan) -> tuple[list[int], list[tuple[str, ...]]]:
    """The turnovers of a plan like ours and who is on from each: the least that must be done."""
    origin = int(START.timestamp())
    events: list[tuple[int, int, str, str]] = [
        (origin + day * DAY, 2, f"o{day % OFFICERS}", "") for day in range(DAYS)
    ]
    for change in (one for one in plan.changes if isinstance(one, ReplaceChange)):
        events.append((int(change.window.start.timestamp()), 1, change.person, change.by))
        events.append((int(change.window.end.timestamp()), 0, change.person, change.by))
    events.sort()
    instead: dict[str, dict[str, int]] = {f"o{number}": {} for number in range(OFFICERS)}
    moments: list[int] = []
    crews: list[tuple[str, ...]] = []
    turn = ""
    for at, (moment, kind, person, by) in enumerate(events):
        if kind == 2:
            turn = person
        else:
            count = instead[person].get(by, 0) + (1 if kind else -1)
            instead[person][by] = count
            if not count:
                del instead[person][by]
        if at + 1 == len(events) or events[at + 1][0] != moment:
            crew = tuple(sorted(instead[turn])) or (turn,)
            if not crews or crews[-1] != crew:
                moments.append(moment)
                crews.append(crew)
    return moments, crews


def main() -> int:
    """Prints the ratios; 1 when a goal is missed."""
    plan = the_plan()
    resolution = resolve(plan)
    asked, limit = _instants(resolution)

    def ours(_number: int) -> None:
        at = resolution.at
        for instant in asked:
            at(instant)

    raw, mine = alternate(limit, ours, 31, time.process_time)
    per_instant = median_ratio("P8 one instant (20 000 asked)", raw, mine, GOAL_INSTANT)
    print(per_instant.line())
    least, whole = alternate(
        lambda _number: swept(plan), lambda _number: resolve(plan).at(START), 15, time.process_time
    )
    years = median_ratio("P8 ten years resolved, against a sweep", least, whole, GOAL_SWEEPS)
    print(years.line())
    looked_ms = _fastest(lambda: _seen(resolution.spans, 60)) * 1e3
    month_ms = _month(plan, 60) * 1e3
    for name, peer, own, goal in (
        ("one instant", PEER_INSTANT, per_instant.ours_ms / ASKED, GOAL_PEER_INSTANT),
        ("a month out of the ten years", PEER_MONTH, looked_ms, GOAL_PEER_MONTH),
        ("a month resolved by itself", PEER_MONTH, month_ms, GOAL_PEER_MONTH),
    ):
        print(f"    {name}: {own:.4f} ms; GoAlert on another machine {peer} ms", end="; ")
        print(f"ratio {own / peer:.4f} (goal <= {goal:g})")
    print(f"    {len(resolution.spans)} spans; {years.value / PEER_SWEEPS:.2f} of GoAlert")
    return 0 if per_instant.holds and years.holds else 1


def _instants(resolution: Resolution) -> tuple[list[datetime], Callable[[int], None]]:
    """Instants to ask for, and the limit: the same ones sought by numpy at once."""
    edges = {span.start for span in resolution.spans} | {span.end for span in resolution.spans}
    turnovers = np.array(sorted(int(edge.timestamp()) for edge in edges))
    chance = random.Random(3)  # noqa: S311 - the same instants each run
    asked = [START + timedelta(seconds=chance.randrange(DAYS * DAY)) for _ in range(ASKED)]
    batch = np.array([int(instant.timestamp()) for instant in asked])

    def limit(_number: int) -> None:
        np.searchsorted(turnovers, batch, side="right")

    return asked, limit


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
        began = time.process_time()
        work()
        times.append(time.process_time() - began)
    return min(times)


if __name__ == "__main__":
    sys.exit(main())
