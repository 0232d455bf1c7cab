"""Whatever is done at a desk in whatever order, no alarm is lost, doubled, or silently ended."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from safetydesk.domain.access import Permission
from safetydesk.domain.alarm_state import ACKNOWLEDGED_FOR, MIDDLE_SHELF, ActKind
from safetydesk.domain.errors import RuleViolation
from safetydesk.domain.reminder import AlarmLevel, Note, Stage
from safetydesk.domain.reminder_ladder import due, live_items
from safetydesk.services.reminder_writing import represent
from safetydesk.services.reminders import ReminderService
from safetydesk.services.transaction import Transactions
from tests.helpers.clock import FakeClock
from tests.helpers.databases import sqlite_copy, sqlite_template
from tests.helpers.duty_state import SimpleSource, a_report
from tests.helpers.office import small_office

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]

_FOLDER = tempfile.TemporaryDirectory()


@cache
def template():
    """One migrated file for every history."""
    return sqlite_template(Path(_FOLDER.name))


ITEMS = ("incident:1:N05", "incident:2:N05", "note:7")


class WatchedDesk(RuleBasedStateMachine):
    """A desk with two reports and a note, and what can be seen of it."""

    def __init__(self):
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.opened = sqlite_copy(template(), Path(self.folder.name))
        self.database = self.opened.__enter__()
        self.clock = FakeClock(datetime(2025, 10, 5, 1, 0, tzinfo=UTC))
        self.transactions = Transactions(self.database, self.clock)
        self.staff = small_office(self.transactions)
        self.source = SimpleSource()
        now = self.clock.now()
        self.source.put(a_report(now, 60, ITEMS[0]), a_report(now, 240, ITEMS[1]))
        note = Note("7", now + timedelta(minutes=20), "视频轮巡", "主班")
        self.source.facts = replace(self.source.facts, notes=(note,))
        self.desk = self.new_desk()
        self.closed: set[str] = set()
        self.muted_at: AlarmLevel | None = None
        self.look()

    def new_desk(self):
        return ReminderService(self.transactions, self.source, desk="第一席")

    def teardown(self):
        self.opened.__exit__(None, None, None)
        self.folder.cleanup()

    def alarms(self):
        return {alarm.item: alarm for alarm in self.desk.active(self.clock.now())}

    def rows(self):
        with self.transactions.read() as uow:
            return uow.reminders.of_items(ITEMS)

    def acts(self, item):
        with self.transactions.read() as uow:
            return uow.reminders.acts([item], 0)

    def look(self):
        """A beat: a new equal or graver alarm must have ended the mute."""
        before = {row.id for row in self.rows()}
        muted = self.desk.mute_at(self.clock.now())
        self.desk.raise_due()
        graver = [
            row
            for row in self.rows()
            if row.id not in before
            and muted is not None
            and row.occurrence.stage is not Stage.OVERDUE
            and row.occurrence.level <= muted.level
        ]
        if graver:
            assert self.desk.mute_at(self.clock.now()) is None


class AlarmMachine(WatchedDesk):
    """What may happen to the desk; the model knows only what was asked of it."""

    @rule(minutes=st.sampled_from([1, 4, 7, 16, 31, 45]))
    def time_passes(self, minutes):
        self.clock.advance(minutes=minutes)
        self.look()

    @rule(hours=st.integers(3, 9))
    def the_machine_sleeps(self, hours):
        self.clock.advance(hours=hours)
        self.look()

    @rule()
    def the_program_restarts(self):
        before = self.alarms()
        self.desk = self.new_desk()
        assert self.alarms() == before
        self.look()

    @rule()
    def a_second_look_raises_nothing(self):
        rows = self.rows()
        assert self.desk.raise_due().value == ()
        assert self.rows() == rows

    @precondition(lambda self: self.alarms())
    @rule(which=st.integers(0, 2))
    def somebody_acknowledges(self, which):
        unseen = [alarm for alarm in self.alarms().values() if not alarm.state.is_acknowledged]
        if not unseen:
            return
        alarm = unseen[which % len(unseen)]
        item = alarm.item
        sound = self.desk.mute_at(self.clock.now())
        self.desk.acknowledge(self.staff.officer, item)
        after = self.alarms().get(item)
        if after is not None:
            assert after.state.is_acknowledged
            assert after.state.shelf == alarm.state.shelf
        assert self.desk.mute_at(self.clock.now()) == sound
        assert not {a.kind for a in self.acts(item)[-1:]} & {ActKind.CLOSED, ActKind.MUTED}

    @precondition(lambda self: self.alarms())
    @rule(which=st.integers(0, 2), minutes=st.integers(1, 60))
    def somebody_shelves(self, which, minutes):
        listed = list(self.alarms().values())
        alarm = listed[which % len(listed)]
        item = alarm.item
        until = self.clock.now() + timedelta(minutes=minutes)
        allowed = alarm.level is not AlarmLevel.TOP and timedelta(minutes=minutes) <= MIDDLE_SHELF
        try:
            self.desk.shelve(self.staff.officer, item, until, "等签字")
        except RuleViolation:
            assert not allowed
            return
        assert allowed
        after = self.alarms()[item]
        assert after.state.acknowledgement == alarm.state.acknowledgement

    @rule()
    def somebody_mutes(self):
        before = {k: (v.state.is_acknowledged, v.state.shelf) for k, v in self.alarms().items()}
        self.desk.mute(self.staff.officer)
        after = {k: (v.state.is_acknowledged, v.state.shelf) for k, v in self.alarms().items()}
        assert after == before

    @precondition(lambda self: "note:7" in self.alarms())
    @rule()
    def somebody_closes_the_note(self):
        self.desk.close(self.staff.officer, "note:7", "已巡")
        self.closed.add("note:7")
        assert "note:7" not in self.alarms()

    @rule(item=st.sampled_from(ITEMS[:2]))
    def a_report_cannot_be_closed_by_hand(self, item):
        if item not in self.alarms():
            return
        try:
            self.desk.close(self.staff.officer, item, "已报")
        except RuleViolation:
            return
        raise AssertionError("a report was closed without being sent")

    @rule(item=st.sampled_from(ITEMS[:2]))
    def the_report_is_sent(self, item):
        self.source.done(item)
        self.look()
        left = self.alarms().get(item)
        assert left is None or left.state.is_cleared

    @rule(item=st.sampled_from(ITEMS[:2]))
    def the_report_is_withdrawn(self, item):
        self.source.undone(item)
        self.look()

    @rule(item=st.sampled_from(ITEMS[:2]), minutes=st.integers(5, 90))
    def the_due_time_moves(self, item, minutes):
        self.source.put(a_report(self.clock.now(), minutes, item))
        self.look()
        assert item in self.alarms()

    @rule()
    def the_desk_is_handed_over(self):
        with self.transactions.act(self.staff.deputy, Permission.HANDOVER_TAKE_PART) as act:
            represent(act)
        for alarm in self.alarms().values():
            assert not alarm.state.is_acknowledged
            assert alarm.state.shelf is None

    @invariant()
    def nothing_is_lost(self):
        now, state = self.clock.now(), self.source.facts
        listed, live = self.alarms(), live_items(state)
        for occurrence in due(state, now):
            if occurrence.item in live and occurrence.item not in self.closed:
                alarm = listed[occurrence.item]
                assert alarm.state.holds is not None
                assert alarm.level.severity >= occurrence.level.severity or (
                    alarm.state.is_acknowledged
                )

    @invariant()
    def nothing_is_doubled(self):
        keys = [row.occurrence.key for row in self.rows()]
        assert len(keys) == len(set(keys))
        items = [alarm.item for alarm in self.desk.active(self.clock.now())]
        assert len(items) == len(set(items))

    @invariant()
    def every_step_was_taken_once_and_in_order(self):
        with self.transactions.read() as uow:
            every = uow.escalations.steps(ITEMS, 0).values()
        for steps in ([s for s in own if s.reminder_id == own[-1].reminder_id] for own in every):
            taken = [s.fired_at for s in steps if s.fired_at]
            assert taken == sorted(taken)
            assert [s.step.number for s in steps] == list(range(len(steps)))

    @invariant()
    def an_acknowledgement_never_outlives_its_time(self):
        for alarm in self.alarms().values():
            seen = alarm.state.acknowledgement
            if seen is not None and alarm.state.holds is not None:
                assert self.clock.now() - seen.at < ACKNOWLEDGED_FOR

    @invariant()
    def the_gravest_is_never_put_aside(self):
        for alarm in self.alarms().values():
            if alarm.state.shelf is not None:
                assert alarm.level is not AlarmLevel.TOP


TestAlarmMachine = AlarmMachine.TestCase
TestAlarmMachine.settings = settings(
    max_examples=10,
    stateful_step_count=18,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
