"""One beat after another on a fake clock: steps, sleep, faults, other desks."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from safetydesk.domain.changes import Topic
from safetydesk.domain.errors import StorageUnavailable
from safetydesk.domain.reminder import AlarmLevel
from safetydesk.scheduling.beat import Fault
from safetydesk.services.transaction import Transactions
from tests.helpers.duty_state import a_report
from tests.helpers.office import small_office
from tests.scheduling.rig import a_rig


@pytest.fixture
def rig(transactions, clock):
    made = a_rig(transactions, clock)
    made.source.put(a_report(clock.now()))
    return made


def beats(rig, clock, seconds):
    """So many seconds of a healthy scheduler."""
    for _ in range(seconds):
        clock.advance(seconds=1)
        assert rig.beat.on_beat()


def stages(rig):
    return [a.stage.value for told in rig.heard.alarms for a in told]


def stored(transactions):
    """Every row of the ledger."""
    with transactions.read() as uow:
        return uow.reminders.unsettled()


def test_the_first_beat_presents_what_is_due_and_arms_the_next_instant(rig, clock):
    armed: list[datetime | None] = []
    rig.beat.attach(armed.append, lambda: None)
    rig.beat.on_beat()
    assert stages(rig) == ["created"]
    assert armed == [clock.now() + timedelta(minutes=30)]
    assert rig.heard.changes[0].touches(Topic.REMINDERS)


def test_a_quiet_beat_derives_nothing_and_every_half_minute_all(rig, clock):
    beats(rig, clock, 3)
    asked = rig.source.asked
    beats(rig, clock, 25)
    assert rig.source.asked == asked
    beats(rig, clock, 6)
    assert rig.source.asked > asked


def test_each_rung_is_presented_within_a_second_of_its_instant(rig, clock):
    rig.beat.on_beat()
    start = clock.now()
    for minute in (30, 48, 53, 58, 60, 65):
        clock.to(start + timedelta(minutes=minute) - timedelta(seconds=1))
        rig.beat.on_beat()
        told = len(rig.heard.alarms)
        beats(rig, clock, 1)
        assert len(rig.heard.alarms) == told + 1
    # Nobody answers: five and ten minutes on it presses again, louder and then with the leader.
    assert stages(rig) == ["created", "half", "most", "most", "most", "due", "overdue"]


def test_what_was_seen_coming_is_raised_without_reading_the_facts_again(rig, clock):
    start = clock.now()
    clock.to(start + timedelta(minutes=30) - timedelta(seconds=2))
    rig.beat.on_beat()
    asked = rig.source.asked
    beats(rig, clock, 2)
    assert rig.source.asked == asked
    (alarm,) = rig.heard.alarms[-1]
    assert (alarm.stage.value, alarm.due_at) == ("half", start + timedelta(minutes=60))
    (kept,) = rig.reminders.active(clock.now())
    assert kept == alarm, "what was told is what a restart would read"
    beats(rig, clock, 3)
    assert rig.source.asked == asked, "what the beat wrote itself is no reason to read"


def test_what_is_written_a_moment_ahead_is_neither_shown_nor_told_before_its_instant(
    rig, transactions, clock
):
    staff = small_office(transactions)
    start = clock.now()
    rig.source.put(a_report(start, 100, item="other"))
    rig.beat.on_beat()
    told = len(rig.heard.alarms)
    clock.to(start + timedelta(minutes=30) - timedelta(seconds=3))
    rig.beat.on_beat()
    beats(rig, clock, 2)
    assert len(stored(transactions)) == 3, "written ahead"
    assert len(rig.heard.alarms) == told
    shown = {alarm.item: alarm.stage.value for alarm in rig.reminders.active(clock.now())}
    assert shown == {"incident:18:SD2": "created", "other": "created"}
    rig.reminders.mute(staff.officer)
    rig.reminders.acknowledge(staff.officer, "other")
    beats(rig, clock, 1)
    assert stages(rig)[-1] == "half"
    assert rig.reminders.mute_at(clock.now()) is None, "who muted had not heard this one"
    clock.step(seconds=-1.5)
    beats(rig, clock, 1)
    assert "half" in {a.stage.value for a in rig.reminders.active(clock.now())}


def test_what_the_log_tells_of_is_not_written_ahead(rig, transactions, clock):
    """A line that a report is overdue must not stand in the log before it is."""
    rig.beat.on_beat()
    start = clock.now()
    clock.to(start + timedelta(minutes=60) - timedelta(seconds=3))
    rig.beat.on_beat()
    before = len(stored(transactions))
    beats(rig, clock, 2)
    assert len(stored(transactions)) == before
    beats(rig, clock, 1)
    assert stages(rig)[-1] == "due"


def test_what_somebody_wrote_since_is_read_before_anything_is_raised(rig, transactions, clock):
    """Another desk settles the matter in the very second in which it would have been raised."""
    staff = small_office(transactions)
    start = clock.now()
    rig.source.put(a_report(start, 0, item="seen"))
    rig.beat.on_beat()
    clock.to(start + timedelta(minutes=30) - timedelta(seconds=2))
    rig.beat.on_beat()
    rig.heard.alarms.clear()
    clock.advance(seconds=1)
    rig.beat.on_beat()
    rig.source.done("incident:18:SD2")
    rig.reminders.acknowledge(staff.officer, "seen")
    clock.advance(seconds=1)
    rig.beat.on_beat()
    assert "half" not in stages(rig)


def test_a_change_at_this_desk_is_answered_by_the_next_beat(rig, clock):
    beats(rig, clock, 5)
    asked = []
    rig.beat.attach(lambda _: None, lambda: asked.append(1))
    rig.source.put(a_report(clock.now(), 0, item="incident:19:N10"))
    rig.beat.facts_changed()
    assert asked == [1]
    beats(rig, clock, 1)
    assert rig.heard.alarms[-1][0].item == "incident:19:N10"


@pytest.mark.parametrize("hours", [3, 9, 72])
def test_after_sleep_everything_comes_in_one_group_and_once(rig, clock, hours):
    rig.source.put(a_report(clock.now(), 300, item="later"))
    beats(rig, clock, 2)
    told = len(rig.heard.alarms)
    clock.step(hours=hours)  # the monotonic clock of Linux stands still during suspend
    beats(rig, clock, 3)
    (group,) = rig.heard.alarms[told:]
    assert [a.item for a in group] == ["incident:18:SD2", "later"]
    assert group[0].level is AlarmLevel.TOP
    assert rig.heard.steps[0].by == timedelta(hours=hours)


def test_a_process_that_stood_still_catches_up_and_says_so(rig, clock):
    beats(rig, clock, 2)
    clock.advance(hours=3)
    rig.beat.on_beat()
    (step,) = rig.heard.steps
    assert step.by == timedelta(0)
    assert step.stood == timedelta(hours=3)
    assert rig.heard.alarms[-1][0].level is AlarmLevel.TOP


def test_a_step_back_raises_nothing_twice_and_takes_nothing_away(rig, clock):
    beats(rig, clock, 2)
    clock.advance(minutes=50)
    beats(rig, clock, 2)
    told = stages(rig)
    clock.step(seconds=-90)
    beats(rig, clock, 120)
    clock.step(hours=-3)
    beats(rig, clock, 2)
    assert stages(rig) == told
    assert len(rig.reminders.active(clock.now())) == 1
    assert [s.by for s in rig.heard.steps if s.by] == [timedelta(seconds=-90), timedelta(hours=-3)]


def test_small_corrections_of_the_clock_are_no_step(rig, clock):
    beats(rig, clock, 2)
    clock.step(seconds=1.5)
    beats(rig, clock, 2)
    assert rig.heard.steps == []


def test_the_sign_of_life_is_written_every_five_seconds(rig, clock):
    beats(rig, clock, 1)
    first = rig.heartbeats.all()[0].beat_at
    beats(rig, clock, 3)
    assert rig.heartbeats.all()[0].beat_at == first
    beats(rig, clock, 2)
    assert rig.heartbeats.all()[0].beat_at == first + timedelta(seconds=5)


def test_three_failures_in_a_row_are_a_fault_and_the_next_good_beat_ends_it(
    rig, clock, expected_complaints
):
    expected_complaints.append("safetydesk.guard")
    rig.source.error = StorageUnavailable("storage.disk_full")
    beats(rig, clock, 2)
    assert rig.heard.vitals == []
    beats(rig, clock, 3)
    (fault,) = rig.heard.vitals
    assert (fault.fault, fault.code) == (Fault.FAILING, "storage.disk_full")
    asked = rig.source.asked
    rig.source.error = None
    beats(rig, clock, 1)
    assert rig.source.asked > asked, "each beat tries again"
    assert rig.heard.vitals[-1].fault is None
    assert stages(rig) == ["created"], "nothing was lost"


def test_a_bug_in_one_beat_does_not_end_the_beating(rig, clock, expected_complaints):
    expected_complaints.append("safetydesk.guard")
    rig.source.error = KeyError("planted")
    beats(rig, clock, 1)
    rig.source.error = None
    beats(rig, clock, 1)
    assert stages(rig) == ["created"]
    assert rig.heard.vitals == []


def test_a_restarted_desk_presents_again_what_nobody_has_seen(rig, transactions, clock):
    staff = small_office(transactions)
    rig.source.put(a_report(clock.now(), 300, item="seen"))
    rig.beat.on_beat()
    rig.reminders.acknowledge(staff.officer, "seen")
    again = a_rig(Transactions(transactions.database, clock), clock, rig.source)
    again.beat.on_beat()
    beats(again, clock, 40)
    assert [[a.item for a in told] for told in again.heard.alarms] == [["incident:18:SD2"]]


def test_another_desk_hears_of_changes_and_sounds_the_same_alarm_once(rig, transactions, clock):
    staff = small_office(transactions)
    other = a_rig(transactions, clock, rig.source, desk="第二席")
    other.beat.on_beat()
    rig.beat.on_beat()
    assert stages(rig) == stages(other) == ["created"]
    other.heard.changes.clear()
    rig.reminders.acknowledge(staff.officer, "incident:18:SD2")
    beats(other, clock, 1)
    assert other.heard.changes[0].touches(Topic.REMINDERS)
    assert stages(other) == ["created"]


def test_a_desk_does_not_hear_of_its_own_changes_again(rig, transactions, clock):
    staff = small_office(transactions)
    beats(rig, clock, 2)
    rig.heard.changes.clear()
    officer = rig.reminders.acknowledge(staff.officer, "incident:18:SD2")
    assert officer.changes
    beats(rig, clock, 2)
    assert rig.heard.changes == []


def test_a_beat_within_a_beat_is_refused(rig):
    inner = []
    rig.beat.attach(lambda _: inner.append(rig.beat.on_beat()), lambda: None)
    rig.beat.on_beat()
    assert inner == [False]
