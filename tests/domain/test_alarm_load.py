"""The load of alarms: rate, worst ten minutes, what is left standing, levels, worst sources."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from safetydesk.domain.alarm_load import SOURCES_SHOWN, Presented, load_of, worst_sources
from safetydesk.domain.reminder import AlarmLevel, DutyKind

START = datetime(2026, 11, 21, 0, 30, tzinfo=UTC)
END = START + timedelta(hours=24)


def came(minute, item="a", level=AlarmLevel.LOW, title="零报告"):
    return Presented(item, DutyKind.REPORT, title, level, START + timedelta(minutes=minute))


def test_a_calm_shift_is_within_every_limit():
    load = load_of(
        [came(10), came(600, "b")],
        {"a": [END - timedelta(hours=20)], "b": [END - timedelta(1 / 24)]},
        START,
        END,
    )
    assert (load.raised, load.peak, load.standing) == (2, 1, 0)
    assert load.rate == 2 / 144
    assert load.is_within(is_over=True)


def test_more_than_ten_within_ten_minutes_exceeds_the_limit_and_on_the_tenth_minute_does_not_count():
    items = [came(n * 0.5, str(n)) for n in range(11)]
    settled = {str(n): [END - timedelta(minutes=1)] for n in range(12)}
    assert load_of(items, settled, START, END).peak == 11
    assert not load_of(items, settled, START, END).is_within(is_over=True)
    assert load_of([came(0, "0"), came(10, "1")], settled, START, END).peak == 1


def test_an_alarm_every_ten_minutes_is_the_limit_and_one_more_is_beyond_it():
    items = [came(n * 10, str(n)) for n in range(144)]
    settled = {str(n): [END - timedelta(minutes=1)] for n in range(145)}
    assert load_of(items, settled, START, END).rate == 1.0
    assert load_of(items, settled, START, END).is_within(is_over=True)
    assert not load_of([*items, came(3, "144")], settled, START, END).is_within(is_over=True)


def test_what_came_up_before_the_shift_and_was_not_settled_stands_at_its_end():
    old = came(-300, "old")
    assert load_of([old], {}, START, END).standing == 1
    assert load_of([old], {}, START, END).raised == 0
    assert load_of([old], {"old": [START]}, START, END).standing == 0
    assert load_of([old], {"old": [END]}, START, END).standing == 1


def test_what_stands_is_held_against_a_shift_only_once_it_was_handed_over():
    load = load_of([came(10)], {}, START, END)
    assert load.is_within(is_over=False)
    assert not load.is_within(is_over=True)


def test_three_alarms_in_the_first_minutes_are_no_long_average():
    load = load_of([came(1), came(2), came(3)], {}, START, START + timedelta(minutes=13))
    assert load.rate == 3 / 12


def test_an_alarm_that_came_again_after_it_was_settled_stands():
    again = [came(10), came(60)]
    settled = {"a": [START + timedelta(minutes=20)]}
    assert load_of(again, settled, START, END).standing == 1


def test_levels_are_counted_and_shared_in_per_cent():
    items = [came(1, "a", AlarmLevel.TOP), *(came(n, str(n)) for n in range(2, 5))]
    load = load_of(items, {}, START, END)
    assert load.levels == {AlarmLevel.TOP: 1, AlarmLevel.MIDDLE: 0, AlarmLevel.LOW: 3}
    assert [load.share(level) for level in AlarmLevel] == [25, 0, 75]


def test_the_worst_sources_come_first_with_their_gravest_level():
    items = [came(1), came(2, level=AlarmLevel.TOP), came(3, "b", title="续报")]
    first, second = worst_sources(items)
    assert (first.title, first.count, first.level) == ("零报告", 2, AlarmLevel.TOP)
    assert (second.title, second.count) == ("续报", 1)


@given(st.lists(st.integers(0, 1439), max_size=60), st.lists(st.integers(0, 30), max_size=60))
def test_no_number_of_a_shift_exceeds_its_alarms(minutes, titles):
    items = [came(m, str(m % 7), title=str(t)) for m, t in zip(minutes, titles, strict=False)]
    load = load_of(items, {}, START, END)
    assert load.peak <= load.raised == sum(load.levels.values())
    assert load.standing <= len({one.item for one in items})
    assert len(worst_sources(items)) <= SOURCES_SHOWN
