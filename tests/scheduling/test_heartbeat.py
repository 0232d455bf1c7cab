"""The real threads once: APScheduler beats, fires at the armed instant, and ends cleanly."""

from __future__ import annotations

import itertools
import logging
import subprocess
import sys
import threading
from dataclasses import replace
from datetime import timedelta

import pytest
from typing_extensions import override

from safetydesk.domain.clock import SystemClock
from safetydesk.scheduling import heartbeat as module
from safetydesk.scheduling.beat import Listeners
from safetydesk.scheduling.heartbeat import Heartbeat
from safetydesk.services.transaction import Transactions
from tests.helpers.duty_state import a_report
from tests.scheduling.rig import Heard, Rig, a_rig
from tools.faults.threads import kill_thread

LONG = 50.0
"""Seconds after which something will never come, however busy the machine is."""
AN_HOUR = 3600.0


class Waiting(Heard):
    """Sets an event whenever alarms are told."""

    def __init__(self) -> None:
        super().__init__()
        self.told = threading.Event()

    @override
    def listeners(self) -> Listeners:
        return replace(super().listeners(), alarms=self._tell)

    def _tell(self, alarms) -> None:
        self.alarms.append(alarms)
        self.told.set()

    def next(self) -> list[str]:
        """Waits for alarms and names their rungs."""
        assert self.told.wait(LONG)
        self.told.clear()
        return [a.stage.value for a in self.alarms[-1]]


@pytest.fixture
def rig(sqlite_database) -> Rig:
    clock = SystemClock()
    return a_rig(Transactions(sqlite_database, clock), clock, heard=Waiting())


@pytest.fixture
def heartbeat(rig):
    made = Heartbeat(rig.beat, SystemClock())
    yield made
    made.stop()


def test_the_scheduler_beats_at_the_armed_instant_and_after_a_change(
    rig, heartbeat, monkeypatch, caplog
):
    """The regular beat is far away, so that nothing else can have raised what is told."""
    monkeypatch.setattr(module, "PERIOD", AN_HOUR)
    caplog.set_level(logging.INFO)
    started = SystemClock().now() - timedelta(minutes=1)
    rig.source.put(a_report(started, 61.5 / 60, item="near"))
    heartbeat.start()
    assert rig.heard.next() == ["created"]
    assert rig.heard.next() == ["due"]
    assert rig.heard.alarms[-1][0].raised_at >= started + timedelta(seconds=61.5)
    rig.source.put(a_report(SystemClock().now(), 0, item="now"))
    rig.beat.facts_changed()
    assert rig.heard.next() == ["due"]
    assert not [r for r in caplog.records if r.name.startswith("apscheduler.exec")], "a line a beat"


def test_a_beat_that_arms_an_instant_already_here_is_followed_by_the_next(rig, heartbeat):
    """A due instant may come while the beat that armed it is still ending: it is not dropped."""
    calls, next_one = itertools.count(), threading.Event()

    def arm_at_once_and_go_on() -> bool:
        if next(calls) < 2:  # the regular beat arms the first, the first arms the second
            heartbeat.arm(SystemClock().now())
            next_one.wait(LONG)
        else:
            next_one.set()
        return True

    rig.beat.on_beat = arm_at_once_and_go_on
    heartbeat.start()
    assert next_one.wait(LONG)


def test_a_beat_that_lasts_longer_than_a_second_is_no_trouble(rig, heartbeat):
    """Seconds that come while a beat goes on are beaten and refused; none is a missed job."""
    calls, third, goes_on = itertools.count(), threading.Event(), threading.Event()

    def last_long() -> bool:
        number = next(calls)
        if number == 0:
            goes_on.wait(LONG)
        elif number == 2:
            third.set()
        return True

    rig.beat.on_beat = last_long
    heartbeat.start()
    assert third.wait(LONG)
    goes_on.set()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_scheduler_whose_thread_was_killed_is_replaced(rig, heartbeat, expected_complaints):
    expected_complaints.append("safetydesk.heartbeat")
    dead, again = threading.Event(), threading.Event()

    def beaten() -> bool:
        if dead.is_set():
            again.set()
        return True

    rig.beat.on_beat = beaten
    heartbeat.start()
    kill_thread(module.THREAD_NAME)
    dead.set()
    heartbeat.rearm()
    assert again.wait(LONG)


def test_rearming_keeps_one_beat_and_stopping_ends_all_threads(rig, heartbeat):
    before = threading.active_count()
    heartbeat.start()
    for _ in range(5):
        heartbeat.rearm()
    heartbeat.stop()
    assert threading.active_count() <= before
    heartbeat.arm(SystemClock().now())
    heartbeat.soon()


def test_a_job_that_fails_is_said(rig, expected_complaints):
    expected_complaints += ["safetydesk.heartbeat", "apscheduler"]
    troubled = threading.Event()

    def broken():
        raise RuntimeError("planted")

    heartbeat = Heartbeat(
        rig.beat, SystemClock(), audit=broken, on_trouble=lambda job: troubled.set()
    )
    heartbeat.start()
    assert troubled.wait(LONG)
    heartbeat.stop()


def test_the_first_import_of_the_scheduler_waits_for_the_start():
    words = "import sys, safetydesk.scheduling.heartbeat; print('apscheduler' in sys.modules)"
    out = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "False"
