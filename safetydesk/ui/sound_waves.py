"""The four sounds of the desk as notes, and their waves; made by arithmetic, so nobody owns them.

Each differs from the others by a fifth or more in pitch and by its rhythm within the first half
second (peers F4.21, F4.22); one means the same everywhere.
"""

from __future__ import annotations

import math
import struct
import sys
from array import array
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

RATE = 22_050
_PEAK, _FULL = 0.9, 32_767
_EDGE = 0.008  # seconds of fading at both ends of a note: a hard edge clicks
_OVERTONE = 0.35


class Sound(StrEnum):
    """What is to be heard."""

    TOP = "top"
    """Level Ⅰ: two quick tones in turn, repeated until somebody acknowledges."""
    MIDDLE = "middle"
    """Level Ⅱ: three bursts, again every two minutes."""
    LOW = "low"
    """Level Ⅲ: one soft tone, once."""
    TURNOVER = "turnover"
    """The handover of the desk: a chime of two falling notes."""

    @property
    def rank(self) -> int:
        """Which one gives its name to a summary: the graver has the smaller number."""
        return tuple(Sound).index(self)


@dataclass(frozen=True)
class Note:
    """A tone of so many hertz and seconds; 0 hertz is a rest. ``fades`` lets it die away."""

    hertz: float
    seconds: float
    loud: float = 1.0
    fades: bool = False


_REST = Note(0, 0.08)
NOTES: dict[Sound, tuple[Note, ...]] = {
    Sound.TOP: (*(Note(1050, 0.12), Note(1400, 0.12)) * 4, Note(0, 0.64)),
    Sound.MIDDLE: (Note(830, 0.16), _REST, Note(830, 0.16), _REST, Note(830, 0.16)),
    Sound.LOW: (Note(440, 0.6, loud=0.55, fades=True),),
    Sound.TURNOVER: (Note(660, 0.35, loud=0.8, fades=True), Note(540, 0.7, loud=0.8, fades=True)),
}


def seconds_of(sound: Sound) -> float:
    """How long a sound lasts, its closing rest included."""
    return sum(note.seconds for note in NOTES[sound])


@cache
def wave_file(sound: Sound) -> bytes:
    """The sound as a WAV file: 16 bit, one channel."""
    samples = array("h")
    for note in NOTES[sound]:
        samples.extend(_samples(note))
    if sys.byteorder == "big":
        samples.byteswap()
    body = samples.tobytes()
    form = struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, 1, RATE, RATE * 2, 2, 16)
    data = struct.pack("<4sI", b"data", len(body)) + body
    return struct.pack("<4sI4s", b"RIFF", 4 + len(form) + len(data), b"WAVE") + form + data


@cache
def _samples(note: Note) -> array[int]:
    """One note with an overtone, faded at its edges; sounds repeat their notes."""
    count = round(note.seconds * RATE)
    if not note.hertz:
        return array("h", bytes(2 * count))
    turn = 2 * math.pi * note.hertz / RATE
    scale = _FULL * _PEAK * note.loud / (1 + _OVERTONE)
    edge = max(1, round(_EDGE * RATE))
    return array(
        "h",
        (
            int(
                scale
                * min(1.0, n / edge, (count - n) / edge)
                * ((1 - n / count) if note.fades else 1.0)
                * (math.sin(turn * n) + _OVERTONE * math.sin(2 * turn * n))
            )
            for n in range(count)
        ),
    )
