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

def left_behind_after(generation):
    thing = Thing()
    thing.itself = thing
    gc.collect(generation)
    return weakref.ref(thing)

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

garbage_sought = interpreter.Garbage()
gone = left_behind(interpreter.MADE + 1)
elsewhere = threading.Thread(target=make, args=(100_000,))
elsewhere.start()
elsewhere.join()
print(gone() is None)
garbage_sought.seek()
print(gone() is None)

few = left_behind(1)
garbage_sought.seek()
print(few() is None)

def rounds_until_gone(thing):
    rounds = 0
    while thing() is not None and rounds < 10_000:
        make(interpreter.MADE + 1)
        garbage_sought.seek()
        rounds += 1
    return rounds

outlived = left_behind_after(0)
print(rounds_until_gone(outlived) <= 2 * interpreter.ROUNDS)

make(200_000)
for _ in range(3 * interpreter.ROUNDS):
    make(interpreter.MADE + 1)
    garbage_sought.seek()
old = left_behind_after(1)
print(rounds_until_gone(old) > 2 * interpreter.ROUNDS, old() is None)
"""


def test_garbage_is_sought_among_new_objects_and_by_the_main_thread_alone() -> None:
    run = subprocess.run([sys.executable, "-c", _STORY], capture_output=True, text=True, check=True)

    told = run.stdout.splitlines()
    looked_at_what_stays, freed_before_that = told[0].split()
    freed_by_another_thread, freed_in_time, freed_though_few, freed_when_outlived = told[1:5]
    kept_until_much_was_made, freed_when_old = told[5].split()
    assert looked_at_what_stays == "False"
    assert freed_before_that == "True"
    assert freed_by_another_thread == "False"
    assert freed_in_time == "True"
    assert freed_though_few == "False"
    assert freed_when_outlived == "True"
    assert kept_until_much_was_made == "True"
    assert freed_when_old == "True"
