"""How the interpreter is kept from stopping the window: garbage is sought among new objects only.

What the program is made of, 370 000 objects once its libraries are loaded, lives as long as it
does. Python's collector went through all of it now and then, on whatever thread it happened to be,
and every other thread stood still for 150 to 250 ms: in a flood of alarms that was most of the time
the window was away, at the start four times in the first two seconds.
"""

from __future__ import annotations

import gc
import sys

TURN_SECONDS = 0.001
"""How long a thread that only calculates keeps the interpreter while another wants it. The main
thread gives it away at every call of Qt, and at Python's own 5 ms each of them cost as much."""


def loading() -> None:
    """Libraries are being imported: what they make is kept, no garbage is sought among it."""
    gc.disable()


def at_work() -> None:
    """Everything is loaded and stays: from now on only what is made later may be garbage.

    What is garbage already is freed first: a wrapper of Qt's that nobody frees any more would
    stand for whatever Qt puts in the same place later.
    """
    gc.collect()
    gc.freeze()
    gc.enable()
    sys.setswitchinterval(TURN_SECONDS)
