"""The real threads once: APScheduler beats, fires at the armed instant, and ends cleanly."""

from __future__ import annotations

import itertools
import logging
import subprocess
import sys
import threading
from dataclasses import replace
from datetime import UTC, timedelta

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
    assert not [r for r in caplog.records if "on_beat" in r.getMessage()], "a line a beat"


def test_a_beat_that_arms_an_instant_already_here_is_followed_by_the_next(
    rig, heartbeat, monkeypatch
):
    """A due instant may come while the beat that armed it is still ending: it is not dropped."""
    monkeypatch.setattr(module, "PERIOD", AN_HOUR)
    calls, next_one = itertools.count(), threading.Event()

    def arm_at_once() -> bool:
        if next(calls) < 2:  # the first beat arms the second, the second arms the third
            heartbeat.arm(SystemClock().now())
        else:
            next_one.set()
        return True

    rig.beat.on_beat = arm_at_once
    heartbeat.start()
    assert next_one.wait(LONG)


def test_who_asks_for_a_beat_never_waits_for_the_one_that_goes_on(rig, heartbeat):
    """The window asks after every change: a beat that waits for the disk must not hold it up."""
    going_on, goes_on, again = threading.Event(), threading.Event(), threading.Event()

    def last_long() -> bool:
        if going_on.is_set():
            again.set()
        going_on.set()
        goes_on.wait(LONG)
        return True

    rig.beat.on_beat = last_long
    heartbeat.start()
    assert going_on.wait(LONG)
    heartbeat.soon()
    heartbeat.arm(SystemClock().now())
    assert not again.is_set()
    goes_on.set()
    assert again.wait(LONG)


def test_a_clock_set_back_does_not_put_the_scheduler_to_sleep():
    """A job that is further away than its period was armed before the clock was set."""
    from apscheduler.schedulers.background import BackgroundScheduler

    from safetydesk.scheduling.one_thread import NearTimes

    second, hour = timedelta(seconds=1), timedelta(hours=1)
    times = NearTimes(second, {"beat": hour})
    scheduler = BackgroundScheduler(timezone=UTC, job_defaults={}, jobstores={"default": times})
    scheduler.start(paused=True)
    scheduler.add_job(lambda: None, "interval", id="beat", seconds=AN_HOUR)
    now = SystemClock().now()
    assert times.get_due_jobs(now) == []
    assert [job.id for job in times.get_due_jobs(now - 3 * hour)] == ["beat"]
    scheduler.modify_job("beat", next_run_time=now + hour)
    nearest = times.get_next_run_time()
    assert nearest is not None
    assert nearest - SystemClock().now() <= second
    scheduler.shutdown()


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
