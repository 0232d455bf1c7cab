"""The second process: when the desk's signs of life stop, it says so within thirty seconds."""

from __future__ import annotations

from datetime import timedelta

import pytest

from safetydesk.scheduling.watch import LOOK_EVERY, Ending, Standing, Watch
from safetydesk.scheduling.window_turns import WindowTurns
from safetydesk.services.heartbeats import HeartbeatService
from safetydesk.storage.life_signs import LifeSign, of_file, of_server
from tests.helpers.clock import FakeClock

RUNNING = Ending()
WRITTEN_EVERY = 5


@pytest.fixture
def watch(clock):
    return Watch(clock)


def looks(watch, clock, seconds, sign):
    """Looks as the process does; returns when it first cried out, and why."""
    for passed in range(0, seconds, int(LOOK_EVERY)):
        clock.advance(seconds=LOOK_EVERY)
        standing = watch.look(sign(passed), RUNNING)
        if standing is not Standing.WELL:
            return passed + LOOK_EVERY, standing
    return None


def test_a_desk_that_beats_and_turns_is_well(watch, clock):
    def fresh(_passed):
        return LifeSign(clock.now(), clock.now())

    assert looks(watch, clock, 600, fresh) is None


def test_a_beat_that_stops_is_noticed_within_thirty_seconds(watch, clock):
    stopped = LifeSign(clock.now(), clock.now())
    after, standing = looks(watch, clock, 60, lambda _passed: stopped)
    assert standing is Standing.SILENT
    assert after + WRITTEN_EVERY <= 30


def test_a_window_that_stands_still_is_noticed_though_the_desk_beats(watch, clock):
    stood = clock.now()
    after, standing = looks(watch, clock, 60, lambda _passed: LifeSign(clock.now(), stood))
    assert standing is Standing.STILL
    assert after + WRITTEN_EVERY <= 30


def test_a_database_that_cannot_be_read_counts_as_silence(watch, clock):
    assert looks(watch, clock, 60, lambda _passed: None) is not None


def test_a_process_that_is_gone_is_told_at_once_unless_it_said_good_bye(watch):
    assert watch.look(None, Ending(gone=True)) is Standing.GONE
    assert watch.look(None, Ending(gone=True, in_order=True)) is Standing.ENDED


@pytest.mark.parametrize("hours", [-2, 3, 9])
def test_a_clock_that_is_set_is_no_reason_to_cry_out(watch, clock, hours):
    clock.step(hours=hours)
    assert watch.look(LifeSign(clock.now(), clock.now()), RUNNING) is Standing.WELL
    assert looks(watch, clock, 120, lambda _passed: LifeSign(clock.now(), clock.now())) is None


def test_a_machine_that_slept_gets_its_time_to_come_back(watch, clock):
    before = LifeSign(clock.now(), clock.now())
    assert watch.look(before, RUNNING) is Standing.WELL
    clock.advance(hours=9)
    assert watch.look(before, RUNNING) is Standing.WELL
    clock.advance(seconds=LOOK_EVERY)
    assert watch.look(before, RUNNING) is Standing.WELL
    assert looks(watch, clock, 60, lambda _passed: before) is not None


def test_a_desk_that_comes_back_is_well_again(watch, clock):
    stopped = LifeSign(clock.now(), clock.now())
    assert looks(watch, clock, 60, lambda _passed: stopped) is not None
    assert watch.look(LifeSign(clock.now(), clock.now()), RUNNING) is Standing.WELL
    assert watch.last_beat_at == clock.now()


def test_the_sign_of_a_desk_is_read_from_outside(transactions, clock):
    desk = HeartbeatService(transactions, desk="第一席")
    location = transactions.database.location
    if transactions.database.engines.is_sqlite:
        read = of_file(location.path, location.key, "第一席")
    else:
        read = of_server(location.url, "第一席")
    assert read() is None
    desk.write(clock.now() - timedelta(seconds=7))
    assert read() == LifeSign(clock.now(), clock.now() - timedelta(seconds=7))


def test_a_stall_of_the_window_is_recorded_with_its_length(caplog, expected_complaints):
    expected_complaints.append("safetydesk.window")
    clock = FakeClock("2025-10-06T08:30:00+08:00")
    turns = WindowTurns(clock)
    clock.advance(seconds=4)
    turns.turned()
    assert caplog.text == ""
    clock.advance(seconds=31)
    assert turns.last() == clock.now() - timedelta(seconds=31)
    turns.turned()
    assert "31.0 s" in caplog.text
