"""When somebody wants to be reminded is understood as it is said, and refused when it says nothing."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safetydesk.domain.errors import BadInput
from safetydesk.domain.note_time import note_time

ZONE = ZoneInfo("Asia/Shanghai")
NIGHT = datetime(2026, 11, 22, 2, 47, 5, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("04:00", "2026-11-22 04:00"),
        ("4：05", "2026-11-22 04:05"),
        ("0400", "2026-11-22 04:00"),
        ("4点", "2026-11-22 04:00"),
        ("4点半", "2026-11-22 04:30"),
        ("4时20分", "2026-11-22 04:20"),
        ("02:00", "2026-11-23 02:00"),
        ("02:47", "2026-11-23 02:47"),
        ("24:00", "2026-11-23 00:00"),
        ("+20 分钟", "2026-11-22 03:07"),
        ("＋２０", "2026-11-22 03:07"),
        ("20 分钟后", "2026-11-22 03:07"),
        ("+2小时", "2026-11-22 04:47"),
        ("1小时30分钟后", "2026-11-22 04:17"),
        ("半小时后", "2026-11-22 03:17"),
        ("+1.5小时", "2026-11-22 04:17"),
        ("明日 08:30", "2026-11-23 08:30"),
        ("明天8点半", "2026-11-23 08:30"),
        ("后天 8:30", "2026-11-24 08:30"),
        ("今日 01:00", "2026-11-22 01:00"),
        ("11-23 08:30", "2026-11-23 08:30"),
        ("11月23日 8:30", "2026-11-23 08:30"),
        ("1月3日 8:30", "2027-01-03 08:30"),
        ("2027-01-03 08:30", "2027-01-03 08:30"),
    ],
)
def test_a_time_is_understood_as_it_is_said(said, meant):
    assert f"{note_time(said, NIGHT, ZONE).astimezone(ZONE):%Y-%m-%d %H:%M}" == meant


@pytest.mark.parametrize(
    "said", ["", "明日", "25:00", "08:61", "2月30日 08:00", "尽快", "20", "+", "+0", "13:00 14:00"]
)
def test_what_says_no_time_is_refused(said):
    with pytest.raises(BadInput) as refused:
        note_time(said, NIGHT, ZONE)
    assert refused.value.code == "note.time"


@given(
    st.datetimes(datetime(2024, 1, 1), datetime(2030, 1, 1)), st.integers(0, 23), st.integers(0, 59)
)
def test_a_time_of_day_alone_is_always_the_next_one(now, hour, minute):
    here = now.replace(tzinfo=ZONE)
    at = note_time(f"{hour}:{minute:02}", here, ZONE).astimezone(ZONE)
    assert (at.hour, at.minute) == (hour, minute)
    assert 0 < (at - here).total_seconds() <= 24 * 3600


@pytest.mark.parametrize("words", ["9999-12-31 24:00", "0001-01-01 00:00", "2101-01-01 08:00"])
def test_times_beyond_the_calendar_are_refused_in_words(words):
    with pytest.raises(BadInput):
        note_time(words, NIGHT, ZONE)
