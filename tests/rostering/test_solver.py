"""The solver in its own process: bands kept, wishes met, why not, and nothing left when stopped."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from safetydesk.app.main import main
from safetydesk.domain.errors import RuleViolation
from safetydesk.domain.fair_shares import FairKind
from safetydesk.domain.roster_draft import (
    DraftOrder,
    DraftOrigin,
    DraftPerson,
    DraftPost,
    Pin,
    Wish,
)
from safetydesk.domain.roster_draft_board import DraftBoard
from safetydesk.domain.roster_draft_greedy import draft_on
from safetydesk.domain.roster_draft_why import tallies, wish_cost
from safetydesk.rostering import solver
from safetydesk.rostering.model import RosterModel
from safetydesk.rostering.problem import Problem, Slots, problem_of
from safetydesk.rostering.solver import RosterSolver
from tests.domain.test_roster_draft import orders
from tests.helpers.draft_orders import (
    DEPUTY,
    PRIMARY,
    broken,
    day_of,
    long_days,
    people,
    plain_order,
    seat,
)


def solved(order, seconds=30.0):
    board = DraftBoard(order)
    return board, RosterSolver(board, draft_on(board), seconds).run(lambda search: None)


def within(order):
    """A draft of the solver without its process, for many small orders."""
    board = DraftBoard(order)
    first, slots = draft_on(board), Slots(board)
    answer = RosterModel(problem_of(board, slots, first, 20.0)).solve(lambda *told: True)
    return board, first, answer, slots


def test_wishes_are_met_and_parts_stay_even():
    wishes = tuple(
        Wish(f"p{n:02}", day_of(day), 1 + (day + n) % 3)
        for n in range(10)
        for day in range(n, 28, 3)
    )
    board, draft = solved(plain_order(28, 10, wishes=wishes))
    assert draft.origin is DraftOrigin.SOLVER
    assert draft.proven
    assert draft.widened == ()
    assert broken(board.order, draft.holders) == []
    assert not [row for row in tallies(board, draft) if row.missed]
    assert wish_cost(board, draft) <= wish_cost(board, draft_on(board))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(orders())
def test_no_solved_roster_breaks_a_hard_rule_and_every_pin_stays(order):
    board, first, answer, slots = within(order)
    if answer.served is None:
        return
    holders = slots.holders(answer.served)
    assert broken(order, holders) == []
    assert all(holders[pin.seat] == pin.person for pin in order.pins)
    assert holders.count(None) <= first.holders.count(None)
    if not any(answer.widened) and not order.pins:
        draft = replace(first, holders=holders)
        missed = [row for row in tallies(board, draft) if row.missed]
        assert missed == []


def test_a_band_that_nobody_can_keep_is_widened_and_named():
    # One of two can serve weekdays only by the duties outside the draft: the days off fall to the other.
    crew = people(3)
    weekend = [number for number in range(28) if day_of(number).weekday() > 4]
    wide = tuple((turn.start, turn.end) for n in weekend for turn in [seat("primary", n)])
    crew = (replace(crew[0], busy=wide[:6]), *crew[1:])
    _, draft = solved(DraftOrder((PRIMARY,), long_days(28, "primary"), crew))
    assert None not in draft.holders
    assert {row.kind for row in draft.widened} <= set(FairKind)
    assert draft.widened


def test_a_pinned_excess_is_kept_and_not_blamed_on_everybody():
    pins = tuple(Pin(place, "p00") for place in range(0, 24, 4))
    _, draft = solved(plain_order(28, 10, pins=pins))
    assert all(draft.holders[pin.seat] == "p00" for pin in pins)
    assert None not in draft.holders


def test_equal_turns_of_one_post_are_told_apart_again():
    post = DraftPost("officer", "officer", 24)
    seats = tuple(seat("officer", n, place=place) for n in range(14) for place in range(3))
    crew = tuple(DraftPerson(f"p{n}", frozenset({"officer"})) for n in range(9))
    pins = (Pin(1, "p4"), Pin(5, "p7"))
    _, draft = solved(DraftOrder((post,), seats, crew, pins))
    assert draft.holders[1] == "p4"
    assert draft.holders[5] == "p7"
    assert None not in draft.holders


def test_the_problem_survives_the_pipe():
    board = DraftBoard(plain_order(7, 4))
    problem = problem_of(board, Slots(board), draft_on(board), 5.0)
    read = Problem.from_json(problem.to_json())
    assert read.to_json() == problem.to_json()
    assert "p00" not in problem.to_json()


def large():
    """A roster that keeps the solver busy for a while."""
    seats = tuple(seat("officer", n, place=place) for n in range(366) for place in range(4))
    crew = tuple(DraftPerson(f"p{n:02}", frozenset({"officer"})) for n in range(30))
    wishes = tuple(
        Wish(f"p{n:02}", day_of(day), 1 + (day * n) % 3)
        for n in range(30)
        for day in range(366)
        if (day * 7 + n * 13) % 5 < 2
    )
    return DraftOrder((DraftPost("officer", "officer", 72),), seats, crew, wishes=wishes)


def test_cancelling_leaves_neither_process_nor_draft_behind():
    board = DraftBoard(large())
    search = RosterSolver(board, draft_on(board))
    started, results = threading.Event(), []
    worker = threading.Thread(target=lambda: results.append(search.run(lambda told: started.set())))
    worker.start()
    assert started.wait(40)
    child = search._child
    search.cancel()
    worker.join(10)
    assert results == [None]
    assert child is not None
    assert child.returncode is not None
    assert search._child is None


def test_a_search_cancelled_before_it_began_starts_nothing():
    board = DraftBoard(plain_order(7, 4))
    search = RosterSolver(board, draft_on(board))
    search.cancel()
    assert search.run(lambda told: None) is None


def test_a_solver_that_breaks_down_is_said_to(monkeypatch):
    monkeypatch.setattr(
        solver, "_interpreter", lambda: [sys.executable, "-c", "raise SystemExit(3)"]
    )
    board = DraftBoard(plain_order(7, 4))
    with pytest.raises(RuleViolation) as refused:
        RosterSolver(board, draft_on(board)).run(lambda told: None)
    assert refused.value.code == "draft.solver_failed"


def test_a_packed_program_starts_itself_as_the_solver(monkeypatch, capsys):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    command = solver._interpreter()
    assert command[0] == sys.executable
    board = DraftBoard(plain_order(7, 4))
    problem = problem_of(board, Slots(board), draft_on(board), 10.0)
    done = subprocess.run(
        [sys.executable, "-m", "safetydesk", *command[1:]],
        input=problem.to_json() + "\n",
        capture_output=True,
        text=True,
        check=True,
        cwd=solver._ROOT,
    )
    assert "served" in json.loads(done.stdout.splitlines()[-1])
    assert callable(main)


def test_primary_and_deputy_posts_stand_for_the_usual_office():
    assert DEPUTY.under == PRIMARY.key
