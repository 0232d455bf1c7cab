"""Fair parts: level for everybody who is owed the same, and never more than somebody can serve."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safetydesk.domain.day_class import DayClass
from safetydesk.domain.fair_shares import (
    DAY_KINDS,
    Band,
    Claim,
    fair_shares,
    is_night,
    whole_or_part,
)

BOTH = frozenset({"primary", "deputy"})
PRIMARY_ONLY = frozenset({"primary"})


def claims(*served):
    return [Claim(f"p{n}", BOTH, count) for n, count in enumerate(served)]


def test_everybody_gets_the_same_part_of_what_all_can_serve():
    assert set(fair_shares({"primary": 20, "deputy": 20}, claims(0, 0, 0)).values()) == {
        Fraction(40, 3)
    }


def test_whoever_served_more_before_gets_less_now():
    shares = fair_shares({"primary": 9}, claims(2, 1, 0))
    assert shares == {"p0": 2, "p1": 3, "p2": 4}


def test_years_are_not_caught_up_with_in_one_roster():
    shares = fair_shares({"primary": 12}, claims(50, 50, 0))
    assert shares["p2"] <= 3 * shares["p0"]


def test_a_post_few_can_serve_is_shared_by_them_alone():
    few = [Claim("a", PRIMARY_ONLY), Claim("b", PRIMARY_ONLY)]
    many = [Claim(f"d{n}", frozenset({"deputy"})) for n in range(8)]
    shares = fair_shares({"primary": 28, "deputy": 28}, few + many)
    assert shares["a"] == shares["b"] == 14
    assert shares["d0"] == Fraction(28, 8)


def test_whoever_can_serve_both_helps_where_it_is_harder():
    both = [Claim("c", BOTH)]
    shares = fair_shares(
        {"primary": 20, "deputy": 4},
        [Claim("a", PRIMARY_ONLY), *both, Claim("d", frozenset({"deputy"}))],
    )
    assert shares == {"a": 10, "c": 10, "d": 4}


def test_long_leave_takes_a_part_and_a_holiday_is_made_up_for():
    assert whole_or_part(28, 31) == 1
    assert whole_or_part(15, 30) == Fraction(1, 2)
    shares = fair_shares(
        {"primary": 15}, [Claim("a", BOTH), Claim("b", BOTH, weight=Fraction(1, 2))]
    )
    assert shares == {"a": 10, "b": 5}


def test_nobody_is_owed_more_than_can_be_served():
    shares = fair_shares({"primary": 12}, [Claim("a", BOTH, most=2), Claim("b", BOTH)])
    assert shares == {"a": 2, "b": 10}


@given(
    st.integers(0, 60),
    st.integers(0, 60),
    st.lists(
        st.tuples(st.integers(0, 9), st.sampled_from([BOTH, PRIMARY_ONLY])), min_size=1, max_size=9
    ),
)
def test_the_parts_add_up_to_what_can_be_served(primary, deputy, rows):
    made = [Claim(f"p{n}", posts, served) for n, (served, posts) in enumerate(rows)]
    shares = fair_shares({"primary": primary, "deputy": deputy}, made)
    served = primary + (deputy if any(posts == BOTH for _, posts in rows) else 0)
    assert sum(shares.values()) == served
    assert min(shares.values()) >= 0


def test_a_band_is_the_part_rounded_both_ways():
    assert Band.around(Fraction(7, 2)) == Band(3, 4)
    assert Band.around(Fraction(4)) == Band(4, 4)
    assert (Band(3, 4).miss(5), Band(3, 4).miss(1), Band(3, 4).miss(3)) == (1, 2, 0)
    assert Band(0, 1).widened(1) == Band(0, 2)


@pytest.mark.parametrize(
    ("start", "end", "night"),
    [
        (8 * 60 + 30, 32 * 60 + 30, True),
        (8 * 60, 20 * 60, False),
        (20 * 60, 32 * 60, True),
        (0, 8 * 60, True),
        (6 * 60, 22 * 60, False),
        (17 * 60 + 30, 22 * 60 + 1, True),
        (5 * 60 + 59, 9 * 60, True),
    ],
)
def test_a_night_is_what_touches_the_hours_from_22_to_6(start, end, night):
    assert is_night(start, end) is night
    assert is_night(start + 7 * 1440, end + 7 * 1440) is night


def test_every_class_of_day_is_counted_as_one_kind():
    assert set(DAY_KINDS) == set(DayClass)
