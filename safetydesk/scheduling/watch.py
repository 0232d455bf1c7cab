"""What the second process makes of the desk's signs of life; it knows neither window nor file.

It compares signs with each other and never with a clock on the wall: a clock that is set, or a
machine that slept, is no reason to cry out.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from safetydesk.domain.clock import Clock
    from safetydesk.storage.life_signs import LifeSign

LOOK_EVERY = 2.0
SILENT_AFTER = 16.0
"""Seconds without a new sign. A beat is written every five, so that three were missed; with one
look more the alarm comes well within thirty (reliability R19)."""


class Standing(StrEnum):
    """How the desk stands."""

    WELL = "well"
    SILENT = "silent"
    """No beat is written: stopped, hung, or the database cannot be written."""
    STILL = "still"
    """It beats, but its window does not turn: nothing can be read or answered."""
    GONE = "gone"
    """Its process ended without closing in order."""
    ENDED = "ended"
    """It was closed in order."""


@dataclass(frozen=True)
class Ending:
    """What is known of the desk's process: gone, and whether it had said good-bye."""

    gone: bool = False
    in_order: bool = False


class Watch:
    """Follows the signs of one desk, look by look."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._looked = self._beat_since = self._window_since = clock.monotonic()
        self._beat_at: datetime | None = None
        self._window_at: datetime | None = None

    def look(self, sign: LifeSign | None, ending: Ending) -> Standing:
        """What to make of the sign read now; None means that none could be read."""
        mono = self._clock.monotonic()
        if mono - self._looked > 3 * LOOK_EVERY:  # this process itself stood still
            self._beat_since = self._window_since = mono
        self._looked = mono
        if sign is not None and sign.beat_at != self._beat_at:
            self._beat_at, self._beat_since = sign.beat_at, mono
        if sign is not None and sign.window_at != self._window_at:
            self._window_at, self._window_since = sign.window_at, mono
        if ending.gone:
            return Standing.ENDED if ending.in_order else Standing.GONE
        if mono - self._beat_since > SILENT_AFTER:
            return Standing.SILENT
        if mono - self._window_since > SILENT_AFTER:
            return Standing.STILL
        return Standing.WELL

    @property
    def last_beat_at(self) -> datetime | None:
        """The last beat that was read."""
        return self._beat_at
