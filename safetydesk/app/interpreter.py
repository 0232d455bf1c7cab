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
MADE = 700
"""So many more objects made than freed are gone through; Python's own measure in most versions."""
ROUNDS = 10
"""After so many goes through the newest, those that outlived them are gone through as well."""


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


class Garbage:
    """Seeks what is garbage among what was made since; main thread only, once a second.

    What has outlived both newer generations is gone through only once it has grown by a quarter:
    with every page opened it is 275 000 objects, which take 100 ms.
    """

    def __init__(self) -> None:
        self._old = self._aging = 0

    def seek(self) -> None:
        """Frees it, if enough was made to be worth the time."""
        newest, outlived, _ = gc.get_count()
        if outlived > ROUNDS:
            self._seek_among_outlived()
        elif newest > MADE:
            gc.collect(0)

    def _seek_among_outlived(self) -> None:
        self._aging += len(gc.get_objects(0)) + len(gc.get_objects(1))
        if self._aging * 4 <= self._old:
            gc.collect(1)
            return
        gc.collect()
        self._old, self._aging = len(gc.get_objects(2)), 0
