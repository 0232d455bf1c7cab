"""The interpreter at work: what was loaded is left alone, what is made later is freed in time."""

from __future__ import annotations

import subprocess
import sys

_STORY = """
import gc, sys, threading, weakref
from safetydesk.app import interpreter

class Thing:
    pass

def left_behind(number):
    things = [Thing() for _ in range(number)]
    for thing in things:
        thing.itself = thing
    return weakref.ref(things[0])

def make(number):
    kept.extend([] for _ in range(number))

kept = []
interpreter.loading()
loaded = [Thing() for _ in range(100)]
interpreter.loaded()
window = [Thing() for _ in range(100)]
garbage = left_behind(1)
interpreter.at_work()
seen = {id(found) for found in gc.get_objects()}
print(any(id(thing) in seen for thing in loaded + window), garbage() is None)

gone = left_behind(interpreter.WORTH_SEEKING[0] + 1)
elsewhere = threading.Thread(target=make, args=(100_000,))
elsewhere.start()
elsewhere.join()
print(gone() is None)
interpreter.seek_garbage()
print(gone() is None)

few = left_behind(1)
interpreter.seek_garbage()
print(few() is None)

old, rounds = left_behind(1), 0
gc.collect(0)
while old() is not None and rounds < 1_000:
    make(1_000)
    interpreter.seek_garbage()
    rounds += 1
print(old() is None)
"""


def test_garbage_is_sought_among_new_objects_and_by_the_main_thread_alone() -> None:
    run = subprocess.run([sys.executable, "-c", _STORY], capture_output=True, text=True, check=True)

    told = run.stdout.splitlines()
    looked_at_what_stays, freed_before_that = told[0].split()
    freed_by_another_thread, freed_in_time, freed_though_few, freed_when_old = told[1:]
    assert looked_at_what_stays == "False"
    assert freed_before_that == "True"
    assert freed_by_another_thread == "False"
    assert freed_in_time == "True"
    assert freed_though_few == "False"
    assert freed_when_old == "True"
