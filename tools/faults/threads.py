"""Threads killed from outside, as a fault would: they end at the next line they run."""

from __future__ import annotations

import ctypes
import threading

_A_WHILE = 3.0


def kill_thread(name: str) -> None:
    """Ends the one thread of a name, and waits until it has ended.

    Raises:
        LookupError: no such thread runs.
    """
    found = [thread for thread in threading.enumerate() if thread.name == name]
    if not found:
        raise LookupError(name)
    (thread,) = found
    while thread.is_alive():  # work that catches everything may catch this too
        ctypes.pythonapi.PyThreadState_SetAsyncExc(
            ctypes.c_ulong(thread.ident or 0), ctypes.py_object(SystemExit)
        )
        thread.join(_A_WHILE)
