"""After three days down, and under a clock that is set again and again: each alarm comes, once."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from datetime import timedelta

import pytest

from safetydesk.domain.reminder import AlarmLevel, Note
from safetydesk.services.transaction import Transactions
from safetydesk.ui.sound_plan import SoundPlan, sound_of
from safetydesk.ui.sound_waves import Sound
from tests.helpers.duty_state import a_report
from tests.scheduling.rig import a_rig

OVERDUE, LEGAL = 500, 20
DAY = 86_400.0


@pytest.fixture
def transactions(sqlite_database, clock):
    return Transactions(sqlite_database, clock)


def test_after_three_days_down_all_comes_in_one_list_with_legal_deadlines_on_top(
    transactions, clock
):
    before = a_rig(transactions, clock)
    begun = clock.now()
    before.beat.on_beat()
    reports = [
        a_report(begun + timedelta(minutes=n), 60, item=f"legal{n}", repeat=timedelta(days=9))
        for n in range(LEGAL)
    ]
    notes = tuple(
        Note(str(n), begun + timedelta(minutes=5 * n), f"第{n}条") for n in range(OVERDUE - LEGAL)
    )
    before.source.put(*reports)
    before.source.facts = replace(before.source.facts, notes=notes)
    clock.advance(hours=72)
    after = a_rig(Transactions(transactions.database, clock), clock, before.source)
    after.beat.on_beat()
    (told,) = after.heard.alarms
    shown = after.reminders.overview(clock.now()).alarms
    assert len(told) == len(shown) == OVERDUE
    assert [alarm.level for alarm in shown[:LEGAL]] == [AlarmLevel.TOP] * LEGAL
    assert [a.due_at for a in shown[:LEGAL]] == [r.due_at for r in reports], "its lateness is told"
    ringing = SoundPlan().arrive({a.item: sound_of(a.item, int(a.level)) for a in told}, 0.0)
    assert ringing.sounds == (Sound.TOP, Sound.LOW)
    assert ringing.others == OVERDUE - LEGAL


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_two_hundred_steps_of_the_clock_neither_lose_nor_double_anything(transactions, clock):
    """Reliability R14: a second to thirty days, forward and back; one beat after each."""
    chance = random.Random(14)  # noqa: S311 - no secret
    rig = a_rig(transactions, clock)
    steps = [
        min(10 ** chance.uniform(0, 6.4), 30 * DAY) * chance.choice((1, 1, -1)) for _ in range(200)
    ]
    begun, reach = clock.now(), sum(step for step in steps if step > 0)
    dues = {f"n{n}": begun + timedelta(seconds=reach * chance.random()) for n in range(60)}
    notes = tuple(Note(key, due, key) for key, due in dues.items())
    rig.source.facts = replace(rig.source.facts, notes=notes)
    rig.beat.on_beat()
    furthest, shown = begun, Counter[str]()
    for step in steps:
        clock.step(seconds=step)
        clock.advance(seconds=1)
        rig.beat.on_beat()
        furthest = max(furthest, clock.now())
        shown = Counter(alarm.item for told in rig.heard.alarms for alarm in told)
        due = {note.item for note in notes if note.at <= furthest}
        assert due <= shown.keys()
        assert set(shown.values()) <= {1}
    assert len(rig.reminders.active(clock.now())) == len(shown), "nothing un-fires"
    assert len(rig.heard.steps) == sum(abs(step) > 2 for step in steps)


def test_a_thousand_alarms_in_ten_minutes_sound_at_most_once_in_ten_seconds_beside_level_one():
    plan, sounds = SoundPlan(), Counter[Sound]()
    for number in range(1000):
        level = 1 if number % 100 == 0 else 3
        ringing = plan.arrive({f"a{number}": sound_of(f"a{number}", level)}, 0.6 * number)
        sounds.update(ringing.sounds)
    assert sounds[Sound.TOP] == 10, "level Ⅰ is always heard"
    assert sounds[Sound.LOW] <= 5 + 60
