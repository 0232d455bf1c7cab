"""What a clock time written by an officer means."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from safetydesk.domain.entry_time import AHEAD, latest_occurrence

SHANGHAI = ZoneInfo("Asia/Shanghai")


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)


def test_a_time_of_today_is_today():
    now = local("2026-11-22 05:33:12")
    assert latest_occurrence(time(3, 20), now, SHANGHAI) == local("2026-11-22 03:20")


def test_a_time_later_than_now_was_yesterday():
    now = local("2026-11-22 00:10")
    assert latest_occurrence(time(23, 50), now, SHANGHAI) == local("2026-11-21 23:50")


def test_a_clock_that_runs_fast_means_now():
    now = local("2026-11-22 05:33:12").astimezone(UTC)
    assert latest_occurrence(time(5, 36), now, SHANGHAI) == now


@given(st.times(), st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)))
def test_the_answer_is_never_in_the_future_and_never_a_day_old(shown, naive):
    now = naive.replace(tzinfo=UTC)
    shown = shown.replace(second=0, microsecond=0)
    age = now - latest_occurrence(shown, now, SHANGHAI)
    assert timedelta(0) <= age < timedelta(days=1) - timedelta(0) + AHEAD
