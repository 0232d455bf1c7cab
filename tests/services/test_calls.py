"""A telephone record and its log entry are written together or not at all."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import text

from safetydesk.domain.call import CallCategory, CallDraft, Direction
from safetydesk.domain.changes import Topic
from safetydesk.domain.errors import AccessDenied, RuleViolation
from safetydesk.domain.log import EntryKind
from safetydesk.services.calls import CallService
from tests.helpers.desk_day import desk_day, moment


@pytest.fixture
def day(transactions, clock):
    clock.to(moment("10:13"))
    return desk_day(transactions)


@pytest.fixture
def calls(transactions):
    return CallService(transactions)


def the_call(**more):
    return CallDraft(
        "园区电话：二车间爆炸<伤亡不明>",
        category=CallCategory.INCIDENT,
        number=" 0000-5551040 ",
        unit="云川化工园区管委会",
        name="谭庆丰",
        title="值班员",
        rang_at=moment("10:12"),
        answered_at=moment("10:12") + timedelta(seconds=8),
        already_told=("管委会主任 丁立群 10:08", " "),
        **more,
    )


def test_the_record_stands_behind_its_entry(calls, day):
    entry = calls.record(day.staff.officer, the_call()).value.entry
    call = calls.of_entry(entry.seq)
    assert call is not None
    assert (call.unit, call.name, call.title) == ("云川化工园区管委会", "谭庆丰", "值班员")
    assert call.number == "0000-5551040"
    assert call.rang_for == timedelta(seconds=8)
    assert call.already_told == ("管委会主任 丁立群 10:08",)
    assert entry.text == "园区电话：二车间爆炸<伤亡不明>"


def test_the_entry_happened_when_it_rang_unless_another_time_is_given(calls, day):
    assert calls.record(day.staff.officer, the_call()).value.entry.event_at == moment("10:12")
    other = the_call(event_at=moment("10:05"))
    assert calls.record(day.staff.officer, other).value.entry.event_at == moment("10:05")


@pytest.mark.parametrize(
    ("category", "direction", "kind"),
    [
        (CallCategory.INCIDENT, Direction.INCOMING, EntryKind.INCIDENT_RECEIVED),
        (CallCategory.PUBLIC, Direction.INCOMING, EntryKind.INCOMING_CALL),
        (CallCategory.DUTY_CHECK, Direction.INCOMING, EntryKind.DUTY_CHECK),
        (CallCategory.INCIDENT, Direction.OUTGOING, EntryKind.OUTGOING_CALL),
    ],
)
def test_the_kind_of_the_entry_follows_from_the_call(calls, day, category, direction, kind):
    draft = CallDraft("内容", category=category, direction=direction)
    assert calls.record(day.staff.officer, draft).value.entry.kind is kind


def test_screens_that_show_the_log_are_told(calls, day):
    assert calls.record(day.staff.officer, the_call()).changes.touches(Topic.LOG)


def test_an_empty_record_writes_neither_entry_nor_call(calls, day, transactions):
    with pytest.raises(RuleViolation):
        calls.record(day.staff.officer, CallDraft(" ", name="谭庆丰"))
    assert day.log.count() == 0
    assert rows(transactions) == 0


def test_a_supervisor_may_not_record_calls(calls, day, transactions):
    with pytest.raises(AccessDenied):
        calls.record(day.staff.supervisor, the_call())
    assert day.log.count() == 0
    assert rows(transactions) == 0


def test_an_entry_without_a_call_has_no_record(calls, day):
    assert calls.of_entry(4711) is None


def test_the_sheet_of_the_shift_says_which_lines_have_a_record(calls, day):
    seq = calls.record(day.staff.officer, the_call(handling="10:14报带班领导")).value.entry.seq
    sheet = day.log.sheet()
    assert sheet is not None
    line = sheet.lines[0].line
    assert line.call_id == seq
    assert line.handling == "10:14报带班领导"


def rows(transactions):
    with transactions.database.read() as uow:
        return uow.session.execute(text("SELECT count(*) FROM call_record")).scalar()
