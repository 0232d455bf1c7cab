"""Warnings and calls through their services: lines in the log, reminders, handover, refusals."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import timedelta

import pytest

from safetydesk.domain.calling import CallState, CallStepKind
from safetydesk.domain.errors import AccessDenied, RuleViolation
from safetydesk.domain.log import EntryKind
from safetydesk.domain.phone_numbers import PhoneKind, PhoneNumber
from safetydesk.domain.reminder import AlarmLevel, DutyKind
from safetydesk.domain.warning import (
    MessageKind,
    WarningLevel,
    WarningState,
    WarningStatement,
    WarningStepKind,
)
from safetydesk.services.callings import CallingService
from safetydesk.services.contacts import ContactService
from safetydesk.services.duty_state import OfficeDutyState
from safetydesk.services.open_warnings import OpenWarnings
from safetydesk.services.reminders import ReminderService
from safetydesk.services.set_apart import SetApart
from safetydesk.services.told_once import ToldOnce
from safetydesk.services.transaction import Transactions
from safetydesk.services.views_contacts import ContactFields
from safetydesk.services.views_warnings import NewCallStep, NewMessage, NewStep
from safetydesk.services.warning_due import warnings_owed
from safetydesk.services.warnings import WarningService
from tests.helpers.clock import FakeClock
from tests.helpers.office import small_office

K = CallStepKind
S = WarningStepKind
MINUTE = timedelta(minutes=1)


class Rig:
    """A small office with two towns in its directory, and the services under test."""

    def __init__(self, database, start="2026-07-18T22:42:00+08:00"):
        self.clock = FakeClock(start)
        self.transactions = Transactions(database, self.clock)
        self.staff = small_office(self.transactions)
        self.warnings = WarningService(self.transactions)
        self.callings = CallingService(self.transactions)
        contacts = ContactService(self.transactions)
        for fields in DIRECTORY:
            contacts.add(self.staff.officer, fields)

    def take_in(self, statement=None, **otherwise):
        new = NewMessage(statement or red(self), **otherwise)
        return self.warnings.take_in(self.staff.officer, new).value

    def called(self, warning):
        lines = self.callings.propose(warning.id)
        return self.callings.make(self.staff.officer, warning.id, lines).value

    def step(self, kind, line, **otherwise):
        new = NewCallStep(line.id, **otherwise)
        return self.callings.record(self.staff.officer, kind, new).value

    def owed(self):
        told = ToldOnce(logging.getLogger("safetydesk.duty_state"))
        with self.transactions.read() as uow, told.reading() as troubles:
            now = self.clock.now()
            return list(warnings_owed(uow, now, SetApart(uow, now, troubles)))

    def entries(self):
        with self.transactions.read() as uow:
            return uow.log.between(0, uow.log.count())


def phone(number, kind=PhoneKind.MOBILE):
    return (PhoneNumber(number, "", kind, ""),)


DIRECTORY = (
    ContactFields("", "柳河镇", groups=("街道镇",), phones=phone("00005552011", PhoneKind.DUTY)),
    ContactFields(
        "姜梦瑶",
        "柳河镇",
        title="镇长",
        role="主要负责人",
        groups=("街道镇",),
        phones=phone("19900020112"),
    ),
    ContactFields(
        "乔立新",
        "柳河镇",
        title="副镇长",
        role="分管负责人",
        groups=("街道镇",),
        phones=phone("19900020113"),
    ),
    ContactFields("", "白沙镇", groups=("街道镇",), phones=phone("00005552010", PhoneKind.DUTY)),
)


def red(rig):
    now = rig.clock.now()
    return WarningStatement(
        "暴雨",
        WarningLevel.RED,
        "临江市气象台",
        now - 2 * MINUTE,
        in_force_until=now + timedelta(hours=6),
        areas=("柳河镇", "白沙镇"),
        matters="预计未来3小时降雨量将达100毫米以上。",
    )


@pytest.fixture
def rig(sqlite_database):
    return Rig(sqlite_database)


def test_a_warning_is_called_until_everybody_has_answered(database):
    rig = Rig(database)
    warning = rig.take_in()
    assert warning.number == "Y-2026-001"
    made = rig.called(warning)
    targets = [line.target for line in made.lines]
    assert targets == ["柳河镇 值班室", "白沙镇 值班室", "柳河镇 镇长"]
    first, second, third = made.lines
    assert first.callee.number == "0000-5552011"
    for line in made.lines:
        rig.step(K.CALLED, line)
    rig.clock.advance(minutes=1)
    assert rig.step(K.REPEATED, first, who="值班员").answered_by == "值班员"
    rig.step(K.ANSWERED, second)
    rig.step(K.MISSED, third)
    view = rig.warnings.view(warning.id)
    assert view.calls is not None
    assert [one.state for one in view.calls.lines][-1] is CallState.UNANSWERED
    rig.clock.advance(minutes=4)
    rig.step(K.ESCALATED, third)
    rig.step(K.CALLED, third)
    rig.step(K.ANSWERED, third, who="乔立新")
    rig.step(K.FEEDBACK, third, text="转移17户51人")
    tally = rig.warnings.view(warning.id).calls.tally
    assert (tally.wanted, tally.called, tally.answered, tally.unanswered) == (3, 3, 3, 0)
    texts = [entry.text for entry in rig.entries()]
    assert "柳河镇 镇长未应，升级：改叫副镇长乔立新 19900020113" in texts
    assert "柳河镇 镇长反馈：转移17户51人" in texts
    assert any(text.startswith("暴雨红色预警叫应完成：应叫3，已叫3，已应3") for text in texts)


def test_taking_in_leaves_a_line_and_telling_the_leader_is_its_handling(rig):
    warning = rig.take_in()
    rig.clock.advance(minutes=3)
    told = NewStep(S.LEADER_TOLD, to_whom="曾慧", means="电话")
    rig.warnings.record(rig.staff.officer, warning.id, told)
    line, handling = rig.entries()[-2:]
    assert line.kind is EntryKind.WARNING
    assert line.text == (
        "收到临江市气象台22:40发布的暴雨红色预警，影响柳河镇、白沙镇，有效至19日 04:42"
    )
    assert handling.links_to == line.seq
    assert handling.text == "报带班领导曾慧（电话）"


def test_the_leader_is_told_in_ten_minutes_and_it_is_forwarded_in_thirty(rig):
    warning = rig.take_in()
    due = {one.item.split(":")[2]: one for one in rig.owed() if one.kind is DutyKind.WARNING}
    came = rig.clock.now()
    assert due["leader"].due_at == came + 10 * MINUTE
    assert due["forward"].due_at == came + 30 * MINUTE
    assert due["report"].due_at == came + 60 * MINUTE
    assert "10分钟报带班领导" in due["leader"].what_to_do
    for kind in (S.LEADER_TOLD, S.FORWARDED, S.REPORTED):
        rig.warnings.record(rig.staff.officer, warning.id, NewStep(kind, to_whom="各方"))
    left = [one.item for one in rig.owed()]
    assert left == [
        f"warning:{warning.id}:call_list:1",
        f"warning:{warning.id}:report:2",
        f"warning:{warning.id}:end:1",
    ]


def test_who_does_not_answer_in_five_minutes_is_an_alarm_and_the_next_one_another(rig):
    made = rig.called(rig.take_in())
    line = made.lines[-1]
    rig.step(K.CALLED, line)
    started = rig.clock.now()
    first = next(one for one in rig.owed() if ":answer:" in one.item)
    assert (first.due_at, first.starts_at) == (started + 5 * MINUTE, started + 5 * MINUTE)
    assert first.to_whom == "乔立新 19900020113"
    assert first.legal
    rig.clock.advance(minutes=5)
    rig.step(K.ESCALATED, line)
    second = next(one for one in rig.owed() if ":answer:" in one.item)
    assert second.item != first.item
    rig.step(K.CALLED, line)
    rig.step(K.ANSWERED, line)
    assert not [one for one in rig.owed() if ":answer:" in one.item]


def test_an_update_is_linked_and_what_it_no_longer_lists_is_minded(rig):
    orange = replace(red(rig), level=WarningLevel.ORANGE, identifier="A1")
    warning = rig.take_in(orange)
    rig.clock.advance(minutes=20)
    text = "柳河镇将达100毫米以上。白沙镇维持暴雨橙色预警。"
    raised = replace(red(rig), areas=("柳河镇",), identifier="A2", refers_to=("A1",), matters=text)
    after = rig.take_in(raised, kind=MessageKind.UPDATED)
    assert after.id == warning.id
    view = rig.warnings.view(warning.id)
    assert view.warning.title == "暴雨红色预警"
    assert view.dropped == view.minded == ("白沙镇",)


def test_a_lifting_ends_it_and_must_be_forwarded_too(rig):
    warning = rig.take_in()
    rig.clock.advance(minutes=60)
    lifted = WarningStatement("暴雨", None, "临江市气象台", rig.clock.now())
    new = NewMessage(lifted, MessageKind.LIFTED)
    rig.warnings.follow(rig.staff.officer, warning.id, new)
    board = rig.warnings.board()
    assert board.open == ()
    assert board.past[0].state is WarningState.LIFTED
    owed = {one.item.split(":")[2] for one in rig.owed()}
    assert owed == {"leader", "forward"}
    assert rig.entries()[-1].text == "收到临江市气象台23:42解除暴雨预警"


def test_a_lifting_of_what_never_came_is_refused(rig):
    lifted = WarningStatement("大雾", None, "临江市气象台", rig.clock.now())
    with pytest.raises(RuleViolation) as caught:
        rig.take_in(lifted, kind=MessageKind.LIFTED)
    assert caught.value.code == "warning.no_first_message"
    assert rig.entries() == []


def test_a_warning_taken_back_owes_nothing(rig):
    warning = rig.take_in()
    taken_back = NewStep(S.WITHDRAWN, text="演练消息，误录")
    rig.warnings.record(rig.staff.officer, warning.id, taken_back)
    assert rig.owed() == []
    assert rig.warnings.board().past[0].state is WarningState.WITHDRAWN


def test_a_supervisor_does_not_record_warnings(rig):
    with pytest.raises(AccessDenied):
        rig.warnings.take_in(rig.staff.supervisor, NewMessage(red(rig)))


def test_an_open_warning_is_handed_over(rig):
    rig.called(rig.take_in())
    with rig.transactions.read() as uow:
        (item,) = OpenWarnings().items(uow, rig.clock.now())
    assert item.level == 1
    assert item.title == "Y-2026-001 暴雨红色预警"
    assert "应叫3已应0" in item.situation


def test_the_yearly_list_is_asked_for_before_20_april_until_it_is_filed(sqlite_database):
    rig = Rig(sqlite_database, "2026-04-02T09:00:00+08:00")
    (owed,) = rig.owed()
    assert owed.item == "warning:roll:2026"
    assert owed.due_at.isoformat() == "2026-04-19T09:00:00+00:00"
    rig.callings.file_roll(rig.staff.officer, "区防汛抗旱指挥部办公室")
    assert rig.owed() == []
    assert rig.warnings.board().roll_filed_at == rig.clock.now()


def test_the_groups_of_the_directory_are_offered_for_forwarding(rig):
    (group,) = rig.warnings.forward_groups()
    assert (group.name, group.units) == ("街道镇", ("柳河镇", "白沙镇"))


def test_a_restart_changes_nothing(rig):
    made = rig.called(rig.take_in())
    rig.step(K.CALLED, made.lines[0])
    again = WarningService(Transactions(rig.transactions.database, rig.clock))
    calls = again.board().open[0].calls
    assert calls is not None
    assert calls.lines[0].state is CallState.CALLED


def test_an_unanswered_call_alarms_and_its_answer_takes_the_alarm_away(rig):
    line = rig.called(rig.take_in()).lines[-1]
    rig.step(K.CALLED, line)
    reminders = ReminderService(rig.transactions, OfficeDutyState())

    def unanswered():
        reminders.raise_due()
        alarms = reminders.active(rig.clock.now())
        return [one for one in alarms if "未应" in one.title and not one.state.is_cleared]

    assert unanswered() == []
    rig.clock.advance(minutes=5)
    (alarm,) = unanswered()
    assert (alarm.level, alarm.title) == (AlarmLevel.TOP, "柳河镇 镇长 未应")
    assert "按 F7" in alarm.guidance.text
    rig.step(K.ANSWERED, line)
    assert unanswered() == []
