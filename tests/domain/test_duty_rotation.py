"""Whose turn it is: units, month ends, backwards order, served units, changes of the clock."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from safetydesk.domain.clock import local_instant
from safetydesk.domain.duty import (
    EVERY_DAY,
    FRIDAY,
    MONDAY,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    Advance,
    DutyPlan,
    DutyRule,
    Post,
    Rotation,
    TurnUnit,
)
from safetydesk.domain.duty_clock import WallClock, instant_of, wall_minute_of
from safetydesk.domain.duty_resolution import resolve
from safetydesk.domain.spans import Span

WORKDAYS = frozenset({MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY})


def turnovers(rotation, rule, start, end, zone="Asia/Shanghai"):
    """Person and local start of every span between two wall-clock times."""
    place = ZoneInfo(zone)
    window = Span(*(local_instant(datetime.fromisoformat(text), place) for text in (start, end)))
    plan = DutyPlan(place, window.start, window, (Post("duty"),), (rotation,), (rule,))
    return [
        (span.person, span.start.astimezone(place).strftime("%m-%d %H:%M"))
        for span in resolve(plan).spans
    ]


def rotation(start, unit=TurnUnit.DAY, count=1, advance=Advance.CALENDAR, people="ABC"):
    groups = tuple((person,) for person in people)
    return Rotation("r", groups, datetime.fromisoformat(start), unit, count, advance)


def always(begins=time(0), ends=time(0), weekdays=EVERY_DAY):
    return DutyRule("duty", weekdays, begins, ends, rotation="r")


def test_the_order_goes_on_backwards_before_the_start():
    found = turnovers(
        rotation("2025-11-10T00:00"), always(), "2025-11-07T00:00", "2025-11-11T00:00"
    )
    assert [person for person, _ in found] == ["A", "B", "C", "A"]


def test_a_monthly_turnover_on_the_31st_falls_on_the_last_day_and_does_not_drift():
    monthly = rotation("2024-01-31T08:30", TurnUnit.MONTH, people="ABCD")
    found = turnovers(monthly, always(), "2024-01-31T08:30", "2024-05-31T08:30")
    assert found == [
        ("A", "01-31 08:30"),
        ("B", "02-29 08:30"),
        ("C", "03-31 08:30"),
        ("D", "04-30 08:30"),
    ]


def test_two_months_before_the_start_count_backwards_too():
    monthly = rotation("2025-03-30T08:30", TurnUnit.MONTH, count=2)
    found = turnovers(monthly, always(), "2024-12-01T00:00", "2025-03-31T00:00")
    assert found == [("B", "12-01 00:00"), ("C", "01-30 08:30"), ("A", "03-30 08:30")]


def test_a_turnover_inside_a_duty_cuts_the_duty():
    found = turnovers(
        rotation("2025-11-03T12:00"), always(), "2025-11-04T00:00", "2025-11-05T00:00"
    )
    assert found == [("A", "11-04 00:00"), ("B", "11-04 12:00")]


def test_served_turns_skip_days_without_a_duty_also_before_the_start():
    served = rotation("2025-11-10T00:00", advance=Advance.SERVED)
    found = turnovers(
        served, always(time(9), time(17), WORKDAYS), "2025-11-06T00:00", "2025-11-13T00:00"
    )
    assert found == [
        ("B", "11-06 09:00"),
        ("C", "11-07 09:00"),
        ("A", "11-10 09:00"),
        ("B", "11-11 09:00"),
        ("C", "11-12 09:00"),
    ]


def test_a_served_turn_of_two_days_lasts_two_days_of_duty_over_a_weekend():
    served = rotation("2025-11-05T00:00", count=2, advance=Advance.SERVED)
    found = turnovers(
        served, always(time(9), time(17), WORKDAYS), "2025-11-05T00:00", "2025-11-12T00:00"
    )
    assert [person for person, _ in found] == ["A", "A", "B", "B", "C"]


def test_served_units_are_counted_from_a_start_years_before_the_window():
    served = rotation("2020-01-01T00:00", advance=Advance.SERVED)
    (first, *_) = turnovers(
        served, always(time(9), time(17), WORKDAYS), "2025-11-03T00:00", "2025-11-04T00:00"
    )
    days = (datetime(2020, 1, 1) + timedelta(days=n) for n in range(366 * 6))
    before = sum(day.weekday() < 5 for day in days if day < datetime(2025, 11, 3))
    assert first[0] == "ABC"[before % 3]


def test_an_hour_that_occurs_twice_is_one_turn():
    found = turnovers(
        rotation("2020-10-31T00:00", TurnUnit.HOUR),
        always(),
        "2020-11-01T00:30",
        "2020-11-01T03:30",
        "America/Chicago",
    )
    assert [when for _, when in found] == [
        "11-01 00:30",
        "11-01 01:00",
        "11-01 02:00",
        "11-01 03:00",
    ]


def test_a_duty_in_an_hour_that_the_clock_skips_does_not_take_place_and_is_not_served():
    served = rotation("2020-03-07T00:00", advance=Advance.SERVED)
    found = turnovers(
        served,
        always(time(2), time(3)),
        "2020-03-07T00:00",
        "2020-03-10T00:00",
        "America/Chicago",
    )
    assert found == [("A", "03-07 02:00"), ("B", "03-09 02:00")]


@pytest.mark.parametrize(
    ("advance", "people"), [(Advance.CALENDAR, "ABA"), (Advance.SERVED, "ABC")]
)
def test_a_skipped_hour_is_a_calendar_unit_and_never_a_served_one(advance, people):
    hourly = rotation("2020-03-08T00:00", TurnUnit.HOUR, advance=advance)
    found = turnovers(hourly, always(), "2020-03-08T00:00", "2020-03-08T04:00", "America/Chicago")
    assert found == list(zip(people, ["03-08 00:00", "03-08 01:00", "03-08 03:00"], strict=True))


@pytest.mark.parametrize(
    "zone",
    ["UTC", "Asia/Shanghai", "America/Chicago", "Australia/Lord_Howe", "Asia/Kathmandu"],
)
def test_a_daily_turnover_keeps_its_wall_clock_time_all_year(zone):
    found = turnovers(
        rotation("2024-01-01T08:30"),
        always(time(8, 30), time(8, 30)),
        "2024-01-01T08:30",
        "2025-01-01T08:30",
        zone,
    )
    assert len(found) == 366
    assert {when[-5:] for _, when in found} == {"08:30"}


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("America/Chicago", "2020-03-08"),
        ("America/Chicago", "2020-11-01"),
        ("Australia/Lord_Howe", "2024-10-06"),
        ("Asia/Shanghai", "1986-05-04"),
        ("Pacific/Apia", "2011-12-30"),
    ],
)
def test_the_wall_clock_shows_each_time_or_a_later_one_first_at_the_instant_given(zone, day):
    place = ZoneInfo(zone)
    clock = WallClock(place)
    midnight = wall_minute_of(datetime.fromisoformat(day))
    for wall in range(midnight - 1440, midnight + 2880, 10):
        minute = clock.utc(wall)
        earlier = [clock.wall(minute - back) for back in range(1, 180)]
        assert clock.wall(minute) >= wall
        assert all(shown < wall for shown in earlier)
        assert instant_of(minute).second == 0
