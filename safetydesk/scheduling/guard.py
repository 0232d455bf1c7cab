"""A thread that waits by the monotonic clock and beats when the scheduler does not."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from safetydesk.scheduling.beat import STEP_SECONDS

if TYPE_CHECKING:
    from safetydesk.domain.clock import Clock
    from safetydesk.scheduling.beat import Beat

LOOK_EVERY = 5.0
"""Seconds between two looks. A clock step is found by the beat itself within a second, and a beat
that is missing must be known within thirty (reliability R19)."""
MISSING_AFTER = 3.0
STALLED_AFTER = 15.0
THREAD_NAME = "guard"

_log = logging.getLogger("safetydesk.guard")


class Guard:
    """Watches the beat: silence of three seconds or a clock step re-arms the scheduler.

    ``check`` is the whole rule; the thread only repeats it.
    """

    def __init__(self, beat: Beat, clock: Clock, rearm: Callable[[], object]) -> None:
        self._beat = beat
        self._clock = clock
        self._rearm = rearm
        self._wall, self._mono = clock.now(), clock.monotonic()
        self._was_missing = False
        self._ending = threading.Event()
        self._thread: threading.Thread | None = None

    def check(self) -> None:
        """Looks once; beats itself where the scheduler does not."""
        stepped = self._clock_stepped()
        silence = self._beat.silence
        missing = silence > MISSING_AFTER
        if missing and not self._was_missing:
            _log.error("no beat for %.1f s: re-arming the scheduler", silence)
        self._was_missing = missing
        if not (missing or stepped):
            return
        self._rearm()
        if not self._beat.on_beat() and silence > STALLED_AFTER:
            self._beat.stalled()

    def start(self) -> None:
        """Begins to watch."""
        self._thread = threading.Thread(target=self._watch, name=THREAD_NAME, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Ends and waits for the thread."""
        self._ending.set()
        if self._thread is not None:
            self._thread.join()

    def _watch(self) -> None:
        """Checks now and then; whatever goes wrong, it looks again."""
        while not self._ending.wait(LOOK_EVERY):
            try:
                self.check()
            except Exception:  # noqa: BLE001 - a dead guard is worse than any error
                _log.exception("the guard failed")

    def _clock_stepped(self) -> bool:
        """Whether the wall clock moved against the monotonic one since the last look."""
        wall, mono = self._clock.now(), self._clock.monotonic()
        by = (wall - self._wall).total_seconds() - (mono - self._mono)
        self._wall, self._mono = wall, mono
        return abs(by) > STEP_SECONDS
