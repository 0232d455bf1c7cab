"""Which sound is due when: new alarms, repetitions, and one tone for a flood (peers F4.22, F4.26).

It knows neither devices nor who muted what; seconds are monotonic.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass

from safetydesk.ui.sound_waves import Sound

FLOOD_SOUNDS = 5
FLOOD_SECONDS = 10.0
MIDDLE_AGAIN = 120.0
_TURNOVER = "handover:"
_OF_LEVEL = {1: Sound.TOP, 2: Sound.MIDDLE, 3: Sound.LOW}


def sound_of(item: str, level: int) -> Sound:
    """The sound of an alarm: by its level, but the handover has a chime of its own below Ⅰ."""
    if item.startswith(_TURNOVER) and level > 1:
        return Sound.TURNOVER
    return _OF_LEVEL[level]


@dataclass(frozen=True)
class Ringing:
    """What sounds now, in its order; ``others`` are so many alarms that share the last of them."""

    sounds: tuple[Sound, ...] = ()
    others: int = 0


class SoundPlan:
    """Remembers what sounded of late and what still calls."""

    def __init__(self) -> None:
        self._recent: deque[float] = deque()
        self._calling: dict[str, Sound] = {}
        self._middle_at: float | None = None
        self._summed_at: float | None = None

    @property
    def top_calls(self) -> bool:
        """Whether an alarm of level Ⅰ waits to be acknowledged: its sound repeats until then."""
        return Sound.TOP in self._calling.values()

    @property
    def middle_calls(self) -> bool:
        """Whether an alarm of level Ⅱ waits: it is heard again every two minutes."""
        return Sound.MIDDLE in self._calling.values()

    def arrive(self, calls: Mapping[str, Sound], at: float) -> Ringing:
        """New calls for attention. Level Ⅰ always sounds; more than five others share one tone."""
        self._calling.update(calls)
        tops = tuple(s for s in calls.values() if s is Sound.TOP)[:1]
        rest = sorted((s for s in calls.values() if s is not Sound.TOP), key=lambda s: s.rank)
        if Sound.MIDDLE in rest:
            self._middle_at = at
        while self._recent and at - self._recent[0] > FLOOD_SECONDS:
            self._recent.popleft()
        if len(self._recent) + len(rest) <= FLOOD_SOUNDS:
            self._recent.extend([at] * len(rest))
            return Ringing((*tops, *rest))
        self._recent.extend([at] * min(len(rest), FLOOD_SOUNDS))
        summed = self._summed_at is not None and at - self._summed_at <= FLOOD_SECONDS
        if not summed:
            self._summed_at = at
        return Ringing((*tops, *(() if summed else rest[:1])), len(rest))

    def stand(self, calls: Mapping[str, Sound]) -> None:
        """What calls now, as the alarm list has it; whoever was acknowledged is left out."""
        self._calling = dict(calls)
        if not self.middle_calls:
            self._middle_at = None

    def again(self, at: float) -> Sound | None:
        """The three bursts once more, two minutes after the last, while a level Ⅱ still calls."""
        if not self.middle_calls:
            return None
        if self._middle_at is None:
            self._middle_at = at
        if at - self._middle_at < MIDDLE_AGAIN:
            return None
        self._middle_at = at
        return Sound.MIDDLE
