"""How the interpreter is kept from stopping the window, and from freeing Qt's objects elsewhere.

What the program is made of, 370 000 objects once its libraries are loaded, lives as long as it
does. Python's collector of garbage went through all of it now and then and every thread stood still
for 150 to 250 ms: in a flood of alarms that was most of the time the window was away. It did so on
whatever thread had made the object that set it off, and what it frees dies on that thread, objects
of Qt's too, which may die on their own only. So the collector never sets itself off here: the main
thread asks it once a second, and it goes through new objects alone (decision 0016).
"""

from __future__ import annotations

import gc
import sys

TURN_SECONDS = 0.001
"""How long a thread that only calculates keeps the interpreter while another wants it. The main
thread gives it away at every call of Qt, and at Python's own 5 ms each of them cost as much."""
WORTH_SEEKING = (700, 10, 10)
"""When each generation is gone through, youngest first: so many more objects made than freed, or so
many goes through the younger one. Python's own measure, of which each version has another."""


def loading() -> None:
    """Libraries are being imported: what they make is kept, no garbage is sought among it."""
    gc.disable()


def loaded() -> None:
    """The libraries are there and stay; from any thread, for nothing is freed by it."""
    gc.freeze()


def at_work() -> None:
    """The window stands as well: from now on only what is made later may be garbage.

    Main thread only. What is garbage already is freed first: a wrapper of Qt's that nobody frees
    any more would stand for whatever Qt puts in the same place later.
    """
    gc.collect()
    gc.freeze()
    sys.setswitchinterval(TURN_SECONDS)


def seek_garbage() -> None:
    """Frees what is garbage, if enough was made since; main thread only, once a second."""
    made = gc.get_count()
    for generation in (2, 1, 0):
        if made[generation] > WORTH_SEEKING[generation]:
            gc.collect(generation)
            return
