"""The sheet of a shift as the log page reads it: order, states, neighbours, where an entry stands."""

from __future__ import annotations

import pytest

from safetydesk.domain.access import Permission
from safetydesk.domain.errors import NotFound
from safetydesk.domain.log import EntryDraft, EntryKind
from safetydesk.domain.shift import OUTSIDE_SHIFTS
from safetydesk.services.log import LogService
from safetydesk.services.sheets import SegmentMark
from safetydesk.services.shifts import ShiftService
from tests.helpers.desk_day import desk_day, moment
from tests.helpers.office import small_office


@pytest.fixture
def day(transactions, clock):
    clock.to(moment("10:13"))
    return desk_day(transactions)


def write(day, words, kind=EntryKind.INCOMING_CALL, **more):
    return day.log.append(day.staff.officer, EntryDraft(kind, words, **more)).value.seq


def test_lines_stand_by_the_time_of_the_event(day, clock):
    write(day, "先写的")
    write(day, "先发生的", event_at=moment("08:40"))
    sheet = day.log.sheet()
    assert [made.line.text for made in sheet.lines] == ["先发生的", "先写的"]
    assert [made.line.number for made in sheet.lines] == [2, 1]


def test_what_was_corrected_is_struck_within_the_line(day):
    seq = write(day, "首报第36期：死亡1人")
    day.log.correct(day.staff.officer, seq, "首报第37期：死亡1人")
    (made,) = day.log.sheet().lines
    struck = [part.text for part in made.segments if part.mark is SegmentMark.STRUCK]
    assert struck == ["36"]


def test_a_struck_line_says_so_and_is_not_open(day):
    seq = write(day, "重复的一条")
    day.log.strike(day.staff.officer, seq, "重复")
    sheet = day.log.sheet()
    assert sheet.lines[0].state == "划除"
    assert sheet.open_items == 0


def test_usual_states_are_those_of_the_paper_sheet(day):
    write(day, "电话快报", EntryKind.REPORTING)
    write(day, "楼宇巡查", EntryKind.PATROL)
    assert [made.state for made in day.log.sheet().lines] == ["已报", ""]


def test_a_correction_stands_where_its_line_stands(day):
    seq = write(day, "死亡1人")
    later = day.log.correct(day.staff.officer, seq, "死亡2人").value.seq
    assert day.log.place(later) == day.log.place(seq)
    assert day.log.place(seq).seq == seq


def test_an_entry_that_is_not_there_has_no_place(day):
    with pytest.raises(NotFound):
        day.log.place(99)


def test_before_anything_is_written_there_is_no_sheet(transactions):
    assert LogService(transactions).sheet() is None


def test_what_is_written_before_the_first_shift_stands_on_a_sheet_of_its_own(transactions, clock):
    clock.to(moment("07:13"))
    staff = small_office(transactions)
    log = LogService(transactions)
    seq = log.append(staff.officer, EntryDraft(EntryKind.INCOMING_CALL, "园区来电")).value.seq
    sheet = log.sheet()
    assert [made.line.entry.seq for made in sheet.lines] == [seq]
    assert (sheet.shift.id, sheet.shift.people) == (OUTSIDE_SHIFTS, ())
    assert log.place(seq).shift_id == OUTSIDE_SHIFTS


def test_that_sheet_lies_before_the_first_shift(transactions, clock):
    clock.to(moment("07:13"))
    staff = small_office(transactions)
    log = LogService(transactions)
    log.append(staff.officer, EntryDraft(EntryKind.INCOMING_CALL, "园区来电"))
    ShiftService(transactions).open_first(staff.officer)
    sheet = log.sheet()
    assert sheet.previous_id == OUTSIDE_SHIFTS
    assert log.sheet(OUTSIDE_SHIFTS).following_id == sheet.shift.id
    assert log.sheet(OUTSIDE_SHIFTS).previous_id is None


def test_with_no_shift_open_the_last_one_is_shown_until_something_is_written(day, transactions):
    written = write(day, "班上写的")
    last = day.log.sheet().shift.id
    with transactions.act(day.staff.officer, Permission.HANDOVER_TAKE_PART) as act:
        act.uow.shifts.change(last, closed_at=act.now, last_seq=written)
    assert day.log.sheet().shift.id == last
    write(day, "下班后写的")
    assert day.log.sheet().shift.id == OUTSIDE_SHIFTS


def test_the_first_shift_has_no_neighbours(day):
    sheet = day.log.sheet()
    assert (sheet.previous_id, sheet.following_id) == (None, None)
