"""Whether the main thread of the window still turns, and for how long it stood."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from safetydesk.domain.clock import Clock

STALL_SECONDS = 5.0

_log = logging.getLogger("safetydesk.window")


class WindowTurns:
    """``turned`` is called by the main thread each second, ``last`` by the beat on its own."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._turned, self._turned_at = clock.monotonic(), clock.now()

    def turned(self) -> None:
        """The main thread is there; a stall that ended is recorded with its length."""
        mono = self._clock.monotonic()
        stood = mono - self._turned
        self._turned, self._turned_at = mono, self._clock.now()
        if stood > STALL_SECONDS:
            _log.error("the window stood still for %.1f s", stood)

    def last(self) -> datetime:
        """The instant of the last turn (aware, UTC); the same value until the next one."""
        return self._turned_at
