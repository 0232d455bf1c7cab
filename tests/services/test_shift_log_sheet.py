"""The shift log as it is printed: people's lines in time order, marks, foot, seal."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from safetydesk.domain.access import Actor, Role
from safetydesk.domain.errors import AccessDenied, NotFound
from safetydesk.domain.seal import short_code
from safetydesk.services.corrected_text import segments_of
from safetydesk.services.printing import PrintService
from safetydesk.services.sheets import SegmentMark, ShiftLogSheet
from safetydesk.services.shift_work import SentReport, reports_line
from tests.helpers.day import DAY, PlayedDay, hand_over, play_day


@pytest.fixture
def day(database, clock) -> PlayedDay:
    return play_day(database, clock)


def sheet_of(day: PlayedDay) -> ShiftLogSheet:
    return day.prints.shift_log(day.actors["吴昊"], day.shift_id).value


def row_of(sheet: ShiftLogSheet, number: int):
    return next(row for row in sheet.rows if row.number == number)


def words(row, mark: SegmentMark) -> str:
    return "".join(part.text for part in row.content if part.mark is mark)


def test_the_head_names_the_shift_and_who_came_when(day):
    sheet = sheet_of(day)
    assert (sheet.number, sheet.office) == ("第 2025-279 号", "云川区应急管理局值班室")
    assert sheet.day == DAY
    assert (sheet.leader, sheet.leader_title) == ("曾慧", "区应急指挥中心主任")
    assert sheet.weather == "小雨转阴 16—22℃"
    assert sheet.primary is not None
    assert sheet.primary.name == "黄志强"
    assert sheet.primary.arrived_at == datetime(2025, 10, 6, 0, 20, tzinfo=UTC)
    assert [person.name for person in sheet.deputies] == ["何佳", "徐丽华", "欧阳静"]
    assert sheet.deputies[2].arrived_at == datetime(2025, 10, 6, 5, 0, tzinfo=UTC)


def test_every_line_of_people_is_printed_once_in_the_order_of_events(day):
    sheet = sheet_of(day)
    assert sorted(row.number for row in sheet.rows) == list(range(1, 52))
    times = [row.at for row in sheet.rows]
    assert times == sorted(times)
    assert "时钟校准" not in str(sheet.rows)


def test_a_correction_leaves_the_old_words_struck(day):
    row = row_of(sheet_of(day), 14)
    assert "第37期" in words(row, SegmentMark.PLAIN)
    assert "5伤" in words(row, SegmentMark.PLAIN)
    assert [correction.by for correction in row.corrections] == ["黄志强"]


def test_a_struck_line_stays_readable_with_its_reason(day):
    row = row_of(sheet_of(day), 4)
    assert words(row, SegmentMark.PLAIN) == ""
    assert "欧阳静" in words(row, SegmentMark.STRUCK)
    assert row.handling == "划除：重复，见 3 号。何佳 08:40"
    assert row.state == "划除"


def test_a_late_entry_stands_at_its_event_with_its_delay(day):
    sheet = sheet_of(day)
    row = row_of(sheet, 49)
    assert row.late is not None
    assert row.late.late_by == timedelta(hours=4, minutes=10)
    before = sheet.rows[sheet.rows.index(row) - 1]
    assert before.at <= row.at
    assert sum(row.late is not None for row in sheet.rows) == 1


def test_the_foot_counts_what_the_shift_did(day):
    foot = sheet_of(day).summary
    assert foot.reports == "信息报送 14 条"
    assert "暴雨黄色 1，已解除" in foot.warnings
    assert "暴雨橙色 1，已解除" in foot.warnings
    assert "三级（Ⅲ级）应急响应中" in foot.warnings
    assert foot.checks == "查岗 1 次；巡查 1 次"
    assert foot.equipment == "故障记录 2 条"
    assert foot.open_items[1].endswith("书面报告 7日 10:00 前")


def test_a_running_shift_prints_as_a_draft_without_signatures(day):
    sheet = sheet_of(day)
    assert sheet.seal is None
    assert sheet.signatures.outgoing.names == ()


def test_a_handed_over_shift_carries_signatures_and_the_seal(day):
    hand_over(day)
    sheet = sheet_of(day)
    shift = day.desk.shifts.get(day.shift_id)
    entries = day.desk.log.entered(shift.opened_at, day.clock.now() + timedelta(minutes=1))
    assert sheet.signatures.outgoing.names == ("黄志强",)
    assert sheet.signatures.incoming.names == ("吴昊",)
    assert sheet.signatures.leader.names == ()
    assert sheet.seal is not None
    assert sheet.seal.code == short_code(shift.sealed_hash)
    assert (sheet.seal.first_seq, sheet.seal.last_seq) == (entries[0].seq, shift.last_seq)
    assert sheet.seal.unprinted == 1
    assert "打印机卡纸" in sheet.summary.equipment
    assert sheet.summary.warnings.endswith("三级应急响应未终止")


def test_each_making_is_audited_with_its_maker(day):
    sheet = sheet_of(day)
    assert sheet.printed.by == "吴昊"
    assert sheet.printed.at == day.clock.now()
    with day.desk.transactions.read() as uow:
        history = uow.audit.of("shift", str(day.shift_id))
    assert (history[-1]["actor_name"], history[-1]["action"]) == ("吴昊", "print.shift_log")


def test_who_may_not_read_may_not_print(day):
    nobody = Actor(1, "外来人", frozenset[Role]())
    with pytest.raises(AccessDenied):
        day.prints.shift_log(nobody, day.shift_id)


def test_a_shift_is_found_by_its_number_or_its_day(day):
    assert day.prints.shift_id(number="2025-279") == day.shift_id
    assert day.prints.shift_id(day=DAY) == day.shift_id
    assert day.prints.shift_id() == day.shift_id
    for asked in ({"number": "2025-001"}, {"day": DAY - timedelta(days=1)}):
        with pytest.raises(NotFound):
            day.prints.shift_id(**asked)


def test_without_a_handover_the_foot_asks_the_sources(day, transactions):
    silent = PrintService(transactions)
    assert silent.shift_log(day.actors["吴昊"], day.shift_id).value.summary.open_items == ()


def test_reports_are_counted_by_kind_and_late_ones_named():
    sent = (
        SentReport("续报", "续报一"),
        SentReport("首报", "首报"),
        SentReport("续报", "续报二", timedelta(minutes=6)),
    )
    assert reports_line(sent) == "首报 1，续报 2；迟报 1（续报二，迟 6 分）"
    assert reports_line(()) == ""


def shown(*versions: str) -> str:
    return "".join(
        f"[{part.text}]" if part.mark is SegmentMark.STRUCK else part.text
        for part in segments_of(versions)
    )


@pytest.mark.parametrize(
    ("versions", "expected"),
    [
        (("首报第 36 期",), "首报第 36 期"),
        (("首报第 36 期", "首报第 37 期"), "首报第 [36]37 期"),
        (("死亡1人", "死亡2人", "死亡3人"), "死亡[12]3人"),
        (("转城管局", "误记，实为园区来电核实车辆"), "[转城管局]误记，实为园区来电核实车辆"),
        (("伤亡不明", "伤亡不明，在核"), "伤亡不明，在核"),
    ],
)
def test_corrected_text_strikes_only_what_changed(versions, expected):
    assert shown(*versions) == expected
