"""How a roster is solved without holding anything up: in a child process that can be stopped."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from safetydesk.domain.errors import RuleViolation
from safetydesk.domain.roster_draft import Draft, DraftOrigin, Widened
from safetydesk.rostering.problem import Slots, problem_of
from safetydesk.rostering.solver_flag import SOLVER_FLAG

if TYPE_CHECKING:
    from safetydesk.domain.roster_draft_board import DraftBoard

SECONDS = 60.0
"""How long a search may last unless somebody says otherwise."""

_ROOT = Path(__file__).resolve().parents[2]
_GRACE = 5.0


@dataclass(frozen=True)
class Search:
    """How far a search has come: the wishes hurt so far, and how few could ever be."""

    seconds: float
    best: float | None
    bound: float | None


class RosterSolver:
    """One search. ``run`` belongs on a thread of its own; ``cancel`` may be called from any."""

    def __init__(self, board: DraftBoard, first: Draft, seconds: float = SECONDS) -> None:
        self._board, self._first, self._seconds = board, first, seconds
        self._slots = Slots(board)
        self._lock = threading.Lock()
        self._child: subprocess.Popen[str] | None = None
        self._cancelled = False

    def run(self, told: Callable[[Search], object]) -> Draft | None:
        """A draft that keeps every band; None where the search was cancelled.

        Where no roster at all keeps the hard rules, or none was found in time, the first draft
        comes back.

        Raises:
            RuleViolation: the solver's process broke down.
        """
        child = self._start()
        if child is None:
            return None
        try:
            answer = self._converse(child, told)
        finally:
            self._end(child)
        if self._cancelled:
            return None
        if answer is None:
            raise RuleViolation("draft.solver_failed")
        return self._draft(answer)

    def cancel(self) -> None:
        """Ends the search and its process at once."""
        with self._lock:
            self._cancelled = True
            if self._child is not None:
                self._child.kill()

    def _start(self) -> subprocess.Popen[str] | None:
        """The process, unless the search was cancelled before it began."""
        with self._lock:
            if self._cancelled:
                return None
            self._child = subprocess.Popen(  # noqa: S603 - our own interpreter and module, no shell
                _interpreter(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
                encoding="utf-8",
                env=_environment(),
            )
            return self._child

    def _converse(
        self, child: subprocess.Popen[str], told: Callable[[Search], object]
    ) -> dict[str, Any] | None:
        """Hands the problem over and listens; the answer, or None where none came."""
        asked, answers = _pipe(child.stdin), _pipe(child.stdout)
        try:
            problem = problem_of(self._board, self._slots, self._first, self._seconds)
            asked.write(problem.to_json() + "\n")
            asked.flush()
        except OSError:
            return None
        for line in answers:
            said: dict[str, Any] = json.loads(line)
            if "served" in said:
                return said
            if not self._cancelled:
                told(Search(said["seconds"], said["best"], said["bound"]))
        return None

    def _end(self, child: subprocess.Popen[str]) -> None:
        """Leaves neither process nor pipe behind."""
        with self._lock:
            self._child = None
        for pipe in (child.stdin, child.stdout):
            try:
                _pipe(pipe).close()
            except OSError:
                continue
        try:
            child.wait(_GRACE)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()

    def _draft(self, answer: dict[str, Any]) -> Draft:
        """The answer in names."""
        served: list[tuple[int, int]] | None = answer["served"]
        if served is None:
            return self._first
        widened = tuple(
            Widened(group.pool, group.kind, by)
            for group, by in zip(self._board.groups, answer["widened"], strict=True)
            if by
        )
        holders = self._slots.holders((person, slot) for person, slot in served)
        return Draft(holders, DraftOrigin.SOLVER, widened, bool(answer["proven"]))


def _pipe(pipe: IO[str] | None) -> IO[str]:
    """A pipe that was asked for."""
    if pipe is None:
        raise ValueError("the process was started without pipes")
    return pipe


def _interpreter() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, SOLVER_FLAG]
    return [sys.executable, "-B", "-m", "safetydesk.rostering.solver_process"]


def _environment() -> dict[str, str]:
    kept = {
        key: os.environ[key]
        for key in ("SYSTEMROOT", "TMPDIR", "TEMP", "PATH")
        if key in os.environ
    }
    return {**kept, "PYTHONPATH": str(_ROOT), "PYTHONUTF8": "1"}
