"""Hours of the place's clock as instants: summer time of old, the leap day, the turn of the year."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from safetydesk.domain.clock import local_instant

PLACE = ZoneInfo("Asia/Shanghai")


@pytest.mark.parametrize(
    ("wall", "instant"),
    [
        ("1990-07-01T08:00", "1990-06-30T23:00+00:00"),  # summer time, 1986 to 1991: +9
        ("1990-12-01T08:00", "1990-12-01T00:00+00:00"),
        ("2024-02-29T08:30", "2024-02-29T00:30+00:00"),
        ("2027-01-01T00:00", "2026-12-31T16:00+00:00"),
    ],
)
def test_an_hour_of_the_clock_is_the_instant_of_its_day(wall, instant):
    assert local_instant(datetime.fromisoformat(wall), PLACE) == datetime.fromisoformat(instant)


def test_a_shift_of_24_hours_over_the_beginning_of_summer_time_lasts_23():
    begin = local_instant(datetime(1990, 4, 14, 8, 30), PLACE)
    end = local_instant(datetime(1990, 4, 15, 8, 30), PLACE)
    assert end - begin == timedelta(hours=23)


def test_a_shift_of_24_hours_over_the_leap_day_and_the_year_lasts_24():
    for day in (
        datetime(2024, 2, 28, 8, 30),
        datetime(2024, 2, 29, 8, 30),
        datetime(2026, 12, 31, 8, 30),
    ):
        begin, end = local_instant(day, PLACE), local_instant(day + timedelta(days=1), PLACE)
        assert end - begin == timedelta(hours=24)
