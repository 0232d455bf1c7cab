"""The guard on a fake clock: missing beats, clock steps, a beat that does not end."""

from __future__ import annotations

import threading

import pytest
from typing_extensions import override

from safetydesk.domain.clock import SystemClock
from safetydesk.scheduling.beat import Fault
from safetydesk.scheduling.guard import Guard
from tests.helpers.duty_state import a_report
from tests.scheduling.rig import a_rig


@pytest.fixture
def transactions(sqlite_database, clock):
    from safetydesk.services.transaction import Transactions

    return Transactions(sqlite_database, clock)


@pytest.fixture
def rig(transactions, clock):
    made = a_rig(transactions, clock)
    made.source.put(a_report(clock.now()))
    made.beat.on_beat()
    return made


@pytest.fixture
def armed():
    return []


@pytest.fixture
def guard(rig, clock, armed):
    return Guard(rig.beat, clock, lambda: armed.append(1))


def test_a_healthy_beat_is_left_alone(rig, guard, clock, armed):
    for _ in range(10):
        clock.advance(seconds=1)
        rig.beat.on_beat()
        guard.check()
    assert armed == []


def test_three_missing_beats_rearm_the_scheduler_and_the_guard_beats_itself(
    rig, guard, clock, armed, expected_complaints
):
    expected_complaints.append("safetydesk.guard")
    rig.source.put(a_report(clock.now(), 0, item="now"))
    clock.advance(seconds=3)
    guard.check()
    assert armed == []
    clock.advance(seconds=1)
    rig.beat.facts_changed()
    guard.check()
    assert armed == [1]
    assert rig.heard.alarms[-1][0].item == "now"
    assert rig.beat.silence == 0


def test_a_clock_step_rearms_at_once(rig, guard, clock, armed):
    clock.advance(seconds=1)
    clock.step(seconds=-60)
    guard.check()
    assert armed == [1]
    assert len(rig.heard.steps) == 1


def test_a_beat_that_does_not_end_is_a_fault_until_it_ends(rig, guard, clock, expected_complaints):
    expected_complaints.append("safetydesk.guard")

    def stuck(_):
        clock.advance(seconds=4)
        guard.check()
        assert rig.heard.vitals == []
        clock.advance(seconds=12)
        guard.check()
        guard.check()
        assert [v.fault for v in rig.heard.vitals] == [Fault.STALLED]

    rig.beat.attach(stuck, lambda: None)
    rig.beat.facts_changed()
    rig.beat.on_beat()
    assert rig.heard.vitals[-1].fault is None


def test_the_thread_watches_and_ends(rig, clock):
    watched = threading.Event()
    clock.step(hours=1)

    class Watching(Guard):
        @override
        def check(self):
            watched.set()

    guard = Watching(rig.beat, SystemClock(), lambda: None)
    guard.start()
    assert watched.wait(50)
    guard.stop()
    assert not any(t.name == "guard" for t in threading.enumerate())
