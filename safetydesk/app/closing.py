"""In which order the parts of a running desk stop."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import ExitStack
from enum import IntEnum

_log = logging.getLogger("safetydesk.closing")


class Stage(IntEnum):
    """What stops first has the lowest number."""

    WATCH = 0
    HEARTBEAT = 1
    TASKS = 2
    DRAFTS = 3
    DATABASE = 4
    MARKER = 5
    LOCK = 6
    LOG = 7


class Closing:
    """Collects how each part stops and stops them all, whatever fails on the way."""

    def __init__(self) -> None:
        self._steps: list[tuple[Stage, Callable[[], object]]] = []

    def add(self, stage: Stage, stop: Callable[[], object]) -> None:
        """Registers how a part stops; parts of one stage stop last come, first gone."""
        self._steps.append((stage, stop))

    def run(self) -> None:
        """Stops everything in order, once; the first failure is raised after the last step.

        Raises:
            Exception: whatever a step raised.
        """
        steps, self._steps = self._steps, []
        with ExitStack() as stack:
            for stage, stop in sorted(steps, key=lambda step: -step[0]):
                stack.callback(self._stop, stage, stop)

    def _stop(self, stage: Stage, stop: Callable[[], object]) -> None:
        """One step, named in the log."""
        _log.info("closing: %s", stage.name.lower())
        stop()
