"""The handover record and the roster as they are printed."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from safetydesk.domain.errors import NotFound
from safetydesk.services.sheets import DayShade, HandoverSheet, MatterLevel, RosterForm, RosterSheet
from tests.helpers.day import PlayedDay, hand_over, play_day


@pytest.fixture
def day(database, clock) -> PlayedDay:
    return play_day(database, clock)


def sheet_of(day: PlayedDay) -> HandoverSheet:
    return day.prints.handover_of_shift(day.actors["吴昊"], day.shift_id).value


def test_a_shift_without_a_handover_has_no_record(day):
    with pytest.raises(NotFound) as refused:
        sheet_of(day)
    assert refused.value.code == "handover.none_of_shift"


def test_a_draft_says_that_responsibility_has_not_moved(day):
    day.clock.to("2025-10-07T08:28:00+08:00")
    started = day.handovers.start(day.actors["黄志强"]).value
    sheet = sheet_of(day)
    assert sheet.moves_at is None
    assert sheet.seal is None
    assert (sheet.drafted_at, sheet.last_seq) == (started.started_at, started.frozen_seq)
    assert sheet.incoming.label == "周二班（7日）"
    assert sheet.incoming.officers == ("吴昊", "仇海波")
    assert [item.read_back for item in sheet.items] == [False, False, None]


def test_both_sides_and_their_arrivals_stand_in_the_head(day):
    hand_over(day)
    sheet = sheet_of(day)
    assert sheet.outgoing.label == "周一班（6日）"
    assert sheet.outgoing.officers == ("黄志强", "何佳", "欧阳静")
    assert (sheet.outgoing.leader, sheet.incoming.leader) == ("曾慧", "周庭远")
    assert [arrival.name for arrival in sheet.arrivals] == ["吴昊", "仇海波"]
    assert sheet.arrivals[0].arrived_at == datetime(2025, 10, 7, 0, 15, tzinfo=UTC)
    assert sheet.arrivals[1].arrived_at is None


def test_items_stand_by_severity_with_the_word_given_and_heard(day):
    hand_over(day)
    items = sheet_of(day).items
    assert [item.level for item in items] == [
        MatterLevel.FIRST,
        MatterLevel.SECOND,
        MatterLevel.NONE,
    ]
    assert items[0].situation == "续报五已报；已当面说明"
    assert [item.next_owner for item in items] == ["吴昊"] * 3
    assert [item.read_back for item in items] == [True, True, None]


def test_a_missing_thing_is_not_ticked(day):
    hand_over(day)
    things = {thing.name: thing for thing in sheet_of(day).hand_items}
    assert things["值班室钥匙"].finding == "3 件，相符"
    assert things["应急物资库备用钥匙"].finding == "1 件，应 2 件"
    assert not things["应急物资库备用钥匙"].checked
    assert not things["打印机"].checked
    assert things["传真机"].checked


def test_the_read_back_the_objection_and_the_moment_are_kept(day):
    hand_over(day)
    sheet = sheet_of(day)
    assert sheet.read_back.text.startswith("爆炸死亡 4 人")
    assert sheet.read_back.confirmed_by == "黄志强"
    assert sheet.objections == ("统计直报未列入交接（吴昊 08:31）",)
    assert sheet.moves_at == datetime(2025, 10, 7, 0, 38, tzinfo=UTC)
    assert sheet.notes.next_day[:2] == ("带班领导 周庭远", "主班 吴昊")
    assert sheet.seal is not None


def roster_of(day: PlayedDay) -> RosterSheet:
    return day.prints.roster(day.actors["何佳"], RosterForm.MONTH, date(2025, 10, 6)).value


def test_the_roster_has_a_row_a_day_in_the_shade_of_the_day(day):
    rows = roster_of(day).rows
    assert [row.day.day for row in rows] == list(range(1, 32))
    shades = {row.day.day: row.shade for row in rows}
    assert shades[1] is DayShade.STATUTORY
    assert shades[4] is DayShade.WEEKEND
    assert shades[7] is DayShade.BRIDGE
    assert shades[11] is DayShade.MAKE_UP
    assert shades[13] is DayShade.WORKDAY


def test_the_roster_shows_people_phones_and_the_swap(day):
    sheet = roster_of(day)
    row = sheet.rows[5]
    assert row.day == date(2025, 10, 6)
    assert row.leader == "曾慧（主任）"
    assert row.leader_phone == "19900000006"
    assert sheet.posts[:2] == ("主班", "副班")
    assert row.people[0] == "黄志强"
    assert "欧阳静" in row.people[1]
    assert "调班：欧阳静" in row.remark
    assert sheet.contact_line.startswith("值班电话 0000-5550101")
    assert sheet.pattern_line == "交接班 08:30，每班 24 小时"
    assert "重点时段" in sheet.notes[0]
