"""The interpreter at work: what was loaded is left alone, what is made later is not kept."""

from __future__ import annotations

import subprocess
import sys

_STORY = """
import gc, sys, weakref
from safetydesk.app import interpreter

class Thing:
    pass

interpreter.loading()
assert not gc.isenabled()
loaded = [Thing() for _ in range(100)]
interpreter.at_work()
assert gc.isenabled()
seen = {id(found) for found in gc.get_objects()}
print(any(id(thing) in seen for thing in loaded))
later = Thing()
later.itself = later
gone = weakref.ref(later)
del later
gc.collect()
print(gone() is None)
"""


def test_only_what_is_made_later_is_looked_through_for_garbage() -> None:
    run = subprocess.run([sys.executable, "-c", _STORY], capture_output=True, text=True, check=True)

    looked_at_what_was_loaded, later_garbage_is_gone = run.stdout.split()
    assert looked_at_what_was_loaded == "False"
    assert later_garbage_is_gone == "True"
