"""The roster as an integer programme for HiGHS: who holds which seat at the least cost of wishes.

Only the solver's own process imports this module. Fairness is a hard band for everybody, not part
of the cost: that proves the same optimum in about half the time. Where no roster keeps every band,
one group's bands are widened at a time, and which is part of the answer.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import highspy

if TYPE_CHECKING:
    from safetydesk.rostering.problem import Problem

_EMPTY_COST = 1000.0
"""What an empty seat costs: more than any wish."""
_GAP = 0.005
_WIDEST = 31
_HALF = 0.5
_IMPOSSIBLE = frozenset(
    {
        highspy.HighsModelStatus.kInfeasible,
        highspy.HighsModelStatus.kUnboundedOrInfeasible,
    }
)

Told = Callable[[float, float, float], bool]
"""Seconds, best cost and bound so far; whether to go on."""


@dataclass(frozen=True)
class Solved:
    """An answer: (person, slot) of everybody, how often each group was widened, whether proven.

    ``served`` is None where no roster was found.
    """

    served: list[tuple[int, int]] | None
    widened: list[int]
    proven: bool
    cost: float = 0.0


@dataclass
class _Rows:
    """Constraints as they are collected."""

    start: list[int] = field(default_factory=lambda: [0])
    index: list[int] = field(default_factory=list[int])
    value: list[float] = field(default_factory=list[float])
    lower: list[float] = field(default_factory=list[float])
    upper: list[float] = field(default_factory=list[float])

    def add(self, columns: list[int], lower: float, upper: float) -> int:
        """The sum of some columns lies between two numbers; returns the row."""
        return self.put(columns, [1.0] * len(columns), lower, upper)

    def imply(self, column: int, given: list[int]) -> None:
        """A column is at most the sum of others."""
        self.put([column, *given], [1.0] + [-1.0] * len(given), -highspy.kHighsInf, 0.0)

    def put(self, index: list[int], value: list[float], lower: float, upper: float) -> int:
        """A weighted sum lies between two numbers; returns the row."""
        self.index += index
        self.value += value
        self.start.append(len(self.index))
        self.lower.append(lower)
        self.upper.append(upper)
        return len(self.lower) - 1


@dataclass(frozen=True)
class _BandRow:
    """The row of one person's band in one group."""

    group: int
    row: int
    least: int
    most: int


class RosterModel:
    """One problem, solved and solved again with wider bands until somebody can serve it."""

    def __init__(self, problem: Problem) -> None:
        self._problem = problem
        self._columns: dict[tuple[int, int], int] = {}
        self._costs: list[float] = []
        self._rows = _Rows()
        self._bands: list[_BandRow] = []
        self._widened = [0] * len(problem.fair)
        self._began = time.perf_counter()
        self._lay_out()

    def solve(self, told: Told) -> Solved:
        """The best roster within the time; no holders where there was not even one."""
        while True:
            engine = self._engine()
            self._listen(engine, told)
            engine.run()
            status = engine.getModelStatus()
            if status in _IMPOSSIBLE and self._seconds_left() > 0:
                if self._widen():
                    continue
                return Solved(None, self._widened, proven=True)
            return self._answer(engine, status)

    def _lay_out(self) -> None:
        problem, rows = self._problem, self._rows
        for slot, choices in enumerate(problem.choices):
            columns = [self._column(person, slot, cost) for person, cost in choices]
            columns += [self._slack(_EMPTY_COST) for _ in range(problem.open[slot])]
            need = float(problem.needs[slot])
            rows.add(columns, need, need)
        mine: dict[int, set[int]] = {}
        for person, slot in self._columns:
            mine.setdefault(person, set()).add(slot)
        for person in sorted(mine):
            self._exclude(person, mine[person])
        for pin in problem.pinned:
            rows.add([self._columns[pin[0], pin[1]]], 1.0, 1.0)
        for tie in problem.ties:
            column = self._columns[tie.person, tie.slot]
            rows.imply(column, [self._columns[pair[0], pair[1]] for pair in tie.given])
        for group, fair in enumerate(problem.fair):
            for person, least, most in fair.bands:
                slots = (slot for slot in fair.slots if (person, slot) in self._columns)
                row = rows.add(
                    [self._columns[person, slot] for slot in slots], float(least), float(most)
                )
                self._bands.append(_BandRow(group, row, least, most))

    def _exclude(self, person: int, slots: set[int]) -> None:
        """One turn at a time, with the rest after it."""
        last: set[int] = set()
        pinned = {slot for who, slot in self._problem.pinned if who == person}
        for clique in self._problem.cliques:
            own = slots.intersection(clique)
            if len(own) < 2 or own <= last:  # noqa: PLR2004 - one turn excludes nothing
                continue
            last = own
            columns = [self._columns[person, slot] for slot in sorted(own)]
            self._rows.add(columns, 0.0, float(max(1, len(own & pinned))))

    def _column(self, person: int, slot: int, cost: float) -> int:
        self._columns[person, slot] = len(self._costs)
        self._costs.append(float(cost))
        return len(self._costs) - 1

    def _slack(self, cost: float) -> int:
        self._costs.append(cost)
        return len(self._costs) - 1

    def _engine(self) -> highspy.Highs:
        """A solver that holds the model with the bands as they stand, and the draft to begin at."""
        lower, upper = self._row_bounds()
        lp = _programme(self._costs, self._rows, lower, upper)
        lp.col_upper_ = [1.0] * len(self._costs)
        lp.integrality_ = [highspy.HighsVarType.kInteger] * len(self._costs)
        engine = self._solver()
        engine.passModel(lp)
        self._hint(engine)
        return engine

    def _solver(self) -> highspy.Highs:
        """A silent solver with the time that is left."""
        engine = highspy.Highs()
        for option, value in (
            ("output_flag", False),
            ("threads", 1),
            ("random_seed", 1),
            ("mip_rel_gap", _GAP),
            ("time_limit", max(0.1, self._seconds_left())),
        ):
            engine.setOptionValue(option, value)
        return engine

    def _hint(self, engine: highspy.Highs) -> None:
        """Starts from the draft where it fills every seat; the solver is slow to mend one."""
        problem = self._problem
        if any(problem.open) or any(self._widened):
            return
        values = [0.0] * len(self._costs)
        for slot, people in enumerate(problem.hint):
            for person in people:
                values[self._columns[person, slot]] = 1.0
        lower, upper = self._row_bounds()
        sums = (
            sum(
                values[self._rows.index[at]]
                for at in range(*self._rows.start[band.row : band.row + 2])
            )
            for band in self._bands
        )
        if all(
            lower[band.row] <= held <= upper[band.row]
            for band, held in zip(self._bands, sums, strict=True)
        ):
            engine.setSolution(len(values), list(range(len(values))), values)

    def _listen(self, engine: highspy.Highs, told: Told) -> None:
        """Tells how far the search has come, and stops it when that is no longer wanted."""

        def on_look(event: highspy.HighsCallbackEvent) -> None:
            out = event.data_out
            seconds = time.perf_counter() - self._began
            if not told(seconds, out.mip_primal_bound, out.mip_dual_bound):
                event.interrupt()

        engine.cbMipInterrupt.subscribe(on_look)

    def _widen(self) -> bool:
        """Gives one group's bands more room; False where no band is to blame."""
        missed = self._missed()
        if missed is None:
            return False
        ranks = [fair.rank for fair in self._problem.fair]
        order = sorted(
            range(len(ranks)),
            key=lambda group: (-missed[group], self._widened[group], ranks[group]),
        )
        group = order[0]
        if self._widened[group] >= _WIDEST:
            return False
        self._widened[group] += 1
        return True

    def _missed(self) -> list[float] | None:
        """By how much each group's bands would be missed in all; None where nothing else helps."""
        lower, upper = self._row_bounds()
        slack = len(self._costs)
        rows, costs = _Rows(), [0.0] * slack
        band_at = {band.row: band for band in self._bands}
        blamed: list[tuple[int, int]] = []
        for row in range(len(lower)):
            span = slice(self._rows.start[row], self._rows.start[row + 1])
            index, value = self._rows.index[span], self._rows.value[span]
            if row in band_at:
                group = band_at[row].group
                costs += [1.0 + self._problem.fair[group].rank] * 2
                blamed += [(group, len(costs) - 2), (group, len(costs) - 1)]
                index, value = [*index, len(costs) - 2, len(costs) - 1], [*value, 1.0, -1.0]
            rows.put(index, value, lower[row], upper[row])
        lp = _programme(costs, rows, lower, upper)
        lp.col_upper_ = [1.0] * slack + [highspy.kHighsInf] * (len(costs) - slack)
        engine = self._solver()
        engine.passModel(lp)
        engine.run()
        if engine.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        values = engine.getSolution().col_value
        missed = [0.0] * len(self._problem.fair)
        for group, column in blamed:
            missed[group] += round(values[column], 4)
        return missed

    def _row_bounds(self) -> tuple[list[float], list[float]]:
        """The bounds of all rows with the bands as wide as they are now."""
        lower, upper = list(self._rows.lower), list(self._rows.upper)
        for band in self._bands:
            wider = self._widened[band.group]
            lower[band.row] = float(max(0, band.least - wider))
            upper[band.row] = float(band.most + wider)
        return lower, upper

    def _answer(self, engine: highspy.Highs, status: highspy.HighsModelStatus) -> Solved:
        """The best roster found, if any."""
        values = engine.getSolution().col_value
        cost = engine.getInfo().objective_function_value
        if not values or cost >= highspy.kHighsInf:
            return Solved(None, self._widened, proven=False)
        served = [pair for pair, column in self._columns.items() if values[column] > _HALF]
        proven = status == highspy.HighsModelStatus.kOptimal
        return Solved(served, self._widened, proven, cost)

    def _seconds_left(self) -> float:
        return self._problem.seconds - (time.perf_counter() - self._began)


def _programme(
    costs: list[float], rows: _Rows, lower: list[float], upper: list[float]
) -> highspy.HighsLp:
    """The least cost under the constraints; every column is at least 0."""
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(costs), len(lower)
    lp.col_cost_ = costs
    lp.col_lower_ = [0.0] * len(costs)
    lp.row_lower_, lp.row_upper_ = lower, upper
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = rows.start
    lp.a_matrix_.index_ = rows.index
    lp.a_matrix_.value_ = rows.value
    return lp
