"""Duty counted by kind of day and night, proven or not, and what it is worth."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from safetydesk.domain.day_class import DayClass
from safetydesk.domain.duty import DutySource, DutySpan
from safetydesk.domain.duty_days import DutyDay
from safetydesk.domain.duty_statistics import DutyKind, DutyProof, Rate, count, counted, spread
from safetydesk.domain.spans import Span

START = datetime(2025, 10, 6, 0, 30, tzinfo=UTC)
DAY = timedelta(days=1)
LATER = START + 2 * DAY


def a_day(*rows, served=()):
    """(post, person, from hour, to hour) of one duty day."""
    spans = tuple(
        DutySpan(
            post,
            person,
            START + timedelta(hours=begin),
            START + timedelta(hours=end),
            DutySource.FACT,
            truncated=False,
        )
        for post, person, begin, end in rows
    )
    return DutyDay(date(2025, 10, 6), Span(START, START + DAY), spans, (), frozenset(served))


def of(day, day_class=DayClass.STATUTORY, now=LATER, rates=None):
    duties = counted([(day, day_class)], now, frozenset({"standby"}))
    return count(duties, rates or {}, frozenset({"leader"}))


def test_a_whole_day_is_one_turn_with_its_night():
    mine = of(a_day(("primary", "A", 0, 24), served=["primary"]))["A"]
    assert (mine.total, mine.nights, mine.minutes) == (1, 1, 1_440)
    assert mine.turns[DayClass.STATUTORY] == 1
    assert set(mine.halves) == {DutyKind.STATUTORY_DAY, DutyKind.STATUTORY_NIGHT}


def test_day_and_night_of_two_people_are_told_apart():
    found = of(a_day(("primary", "A", 0, 12), ("primary", "B", 12, 24), served=["primary"]))
    assert (found["A"].nights, found["B"].nights) == (0, 1)


def test_a_few_hours_are_a_turn_without_a_half():
    mine = of(a_day(("primary", "A", 0, 2), served=["primary"]))["A"]
    assert (mine.total, sum(mine.halves.values())) == (1, 0)


@pytest.mark.parametrize(
    ("now", "served", "post", "proof"),
    [
        (LATER, ["primary"], "primary", DutyProof.SERVED),
        (LATER, [], "primary", DutyProof.UNPROVEN),
        (LATER, [], "standby", DutyProof.SERVED),
        (START, [], "primary", DutyProof.PLANNED),
    ],
)
def test_what_is_known_of_a_duty_is_told(now, served, post, proof):
    mine = of(a_day((post, "A", 0, 24), served=served), now=now)["A"]
    assert dict(mine.proofs) == {proof: 1}


def test_only_what_was_served_earns_by_the_rate_of_its_post():
    rates = {
        (DutyKind.STATUTORY_DAY, ""): Rate(10_000, 0),
        (DutyKind.STATUTORY_NIGHT, ""): Rate(5_000, 480),
        (DutyKind.STATUTORY_DAY, "driver"): Rate(3_000, 0),
    }
    day = a_day(
        ("primary", "A", 0, 24),
        ("driver", "B", 0, 24),
        ("deputy", "C", 0, 24),
        served=["primary", "driver"],
    )
    found = of(day, rates=rates)
    assert [(found[name].fen, found[name].off_minutes) for name in "ABC"] == [
        (15_000, 480),
        (8_000, 480),
        (0, 0),
    ]


def test_a_make_up_workday_is_a_workday():
    mine = of(a_day(("leader", "A", 0, 24), served=["leader"]), DayClass.MAKEUP_WORKDAY)["A"]
    assert mine.halves[DutyKind.WORKDAY_DAY] == 1
    assert mine.leader == 1


def test_the_spread_is_the_fewest_and_the_most():
    assert spread([4, 2, 7]) == (2, 7)
    assert spread([]) == (0, 0)
