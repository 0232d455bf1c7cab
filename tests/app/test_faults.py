"""The short forms of ``python -m tools.faults``: nothing is lost, nothing doubled, all is heard."""

from __future__ import annotations

import os
import time
from datetime import timedelta

import pytest

from safetydesk.storage.engine import PostgresLocation
from tests.helpers.databases import empty_postgres
from tools.faults import floods
from tools.faults.clocks import NAMED, file_in, set_often, share
from tools.faults.kills import kill_often
from tools.faults.points import Point, die_often


@pytest.mark.slow
@pytest.mark.timeout(180)
@pytest.mark.skipif(not hasattr(os, "fork"), reason="lives are forked and killed by SIGKILL")
@pytest.mark.filterwarnings("ignore:.*multi-threaded, use of fork:DeprecationWarning")
def test_a_dozen_kills_lose_no_alarm_and_double_none(tmp_path):
    count = kill_often(tmp_path, 12, seed=7)
    assert count.raised == 12 * 12
    assert count.told["acknowledged"] > 0
    assert (count.lost, count.doubled) == ([], [])


@pytest.mark.slow
@pytest.mark.timeout(180)
@pytest.mark.skipif(not hasattr(os, "fork"), reason="lives are forked and killed by SIGKILL")
@pytest.mark.filterwarnings("ignore:.*multi-threaded, use of fork:DeprecationWarning")
def test_a_death_at_each_named_point_loses_no_alarm_and_doubles_none(tmp_path):
    deaths = die_often(tmp_path, 1)
    assert deaths.kills == len(Point)
    assert deaths.again > 0, "nothing was shown before a death"
    assert (deaths.lost, deaths.doubled) == ([], [])


@pytest.fixture
def home_zone(monkeypatch):
    """Whatever zone a fault leaves, the next test is at home."""
    monkeypatch.setenv("TZ", os.environ.get("TZ", "Asia/Shanghai"))
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.slow
@pytest.mark.timeout(400)
def test_a_sleep_a_clock_that_is_set_and_another_zone_lose_and_double_nothing(
    tmp_path, home_zone, expected_complaints
):
    expected_complaints.append("safetydesk.guard")  # a slow machine misses beats, and says so
    result = set_often(tmp_path, 3, seed=3)
    assert result.steps == len(NAMED) + 3
    assert result.shown > 0
    assert (result.lost, result.doubled) == ([], [])


@pytest.mark.slow
@pytest.mark.timeout(400)
@pytest.mark.parametrize("kind", ["file", "server"])
def test_two_desks_on_one_office_answer_each_alarm_once(
    tmp_path, postgres_server, expected_complaints, kind
):
    expected_complaints.append("safetydesk.guard")
    with empty_postgres(postgres_server) as url:
        office = file_in(tmp_path) if kind == "file" else PostgresLocation(url)
        result = share(office, 12)
    assert (result.lost, result.doubled) == ([], [])


@pytest.fixture
def home(tmp_path, monkeypatch):
    """Keys of a user of their own, and a machine that may sound."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.delenv("SAFETYDESK_SOUND")
    return tmp_path / "office"


@pytest.mark.slow
@pytest.mark.timeout(400)
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_flood_at_the_real_window_is_shown_whole_and_makes_one_sound(
    qapp, home, expected_complaints
):
    expected_complaints += ["safetydesk", "apscheduler"]
    got = floods.flood(qapp, home, 40, timedelta(seconds=20))
    assert (got.presented, got.sounds) == (40, 1)


@pytest.mark.slow
@pytest.mark.timeout(400)
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_what_fell_due_while_the_desk_was_down_is_listed_at_its_opening_with_one_sound(
    qapp, home, expected_complaints
):
    expected_complaints += ["safetydesk", "apscheduler"]
    got = floods.after_downtime(qapp, home, 40, timedelta(hours=72))
    assert (got.alarms, got.sounds) == (40, 1)


@pytest.mark.slow
@pytest.mark.timeout(400)
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_an_alarm_of_the_real_desk_is_heard_while_its_main_thread_stands_still(
    qapp, home, expected_complaints
):
    """``stand_still`` lets no event of the main thread happen before the alarm was heard."""
    expected_complaints += ["safetydesk", "apscheduler"]
    got = floods.stand_still(qapp, home, timedelta(seconds=15))
    assert got.sounded_after is not None
