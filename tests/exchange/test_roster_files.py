"""A roster given out as a workbook, as csv, and as calendar events."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import UTC, date, datetime
from zipfile import ZipFile

import pytest
from icalendar import Calendar
from openpyxl import load_workbook

from safetydesk.exchange.harmless_cells import harmless
from safetydesk.exchange.roster_csv import roster_csv
from safetydesk.exchange.roster_ics import roster_ics
from safetydesk.exchange.roster_reader import read_roster
from safetydesk.exchange.roster_xlsx import roster_xlsx
from safetydesk.services.duty_calendar import DutyCalendar, DutyEvent
from safetydesk.services.sheets import RosterRow
from tests.documents.paper import ROSTER

HOSTILE = '=HYPERLINK("http://example.invalid","x")'
FORMULAS = (HOSTILE, "+1+1", "-2+3", "@SUM(A1)", "\t=1+1", " =1+1")


def first_row(**values):
    return replace(ROSTER, rows=(replace(ROSTER.rows[0], **values), *ROSTER.rows[1:]))


def workbook(sheet):
    return load_workbook(io.BytesIO(roster_xlsx(sheet)))["值班安排表"]


def test_the_workbook_looks_like_the_printed_sheet():
    page = workbook(ROSTER)
    rows = [list(row) for row in page.iter_rows(values_only=True)]
    assert rows[0][0] == "云川区应急管理局2025年10月值班安排表"
    assert rows[2] == [
        "日期",
        "星期",
        "日类",
        "带班领导",
        "手机",
        "主班",
        "副班",
        "备班",
        "备注",
    ]
    assert rows[3][:7] == [
        datetime(2025, 10, 1),
        "星期三",
        "法定",
        "曾慧（副局长）",
        "19900000001",
        "黄志强",
        "何佳",
    ]
    assert page["A4"].number_format == 'm"月"d"日"'
    assert page["A4"].fill.fgColor.rgb.endswith("EFEFEF")
    assert page["A4"].border.left.style == "thin"
    assert page.print_title_rows == "$3:$3"
    assert page.sheet_properties.pageSetUpPr.fitToPage


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_of_the_workbook_is_a_formula(text):
    content = roster_xlsx(first_row(leader=text, people=(text, text, text), remark=text))
    with ZipFile(io.BytesIO(content)) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    page = load_workbook(io.BytesIO(content))["值班安排表"]
    assert page["D4"].value == text
    assert page["D4"].data_type == "s"
    assert page["D4"].quotePrefix


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_of_the_csv_runs(text):
    content = roster_csv(first_row(remark=text)).decode("utf-8-sig")
    row = list(csv.reader(io.StringIO(content)))[1]
    assert row[-1] == f"'{text}"


@pytest.mark.parametrize("text", ["黄志强", "0000-5550101", "10月1日", ""])
def test_ordinary_texts_stay_as_they_are(text):
    assert harmless(text) == text


@pytest.mark.parametrize(("suffix", "write"), [("xlsx", roster_xlsx), ("csv", roster_csv)])
def test_what_was_given_out_can_be_taken_in_again(tmp_path, suffix, write):
    path = tmp_path / f"2025年10月值班安排表.{suffix}"
    path.write_bytes(write(ROSTER))
    reading = read_roster(path, date(2025, 9, 26), None)
    found = {(row.day, row.post.value, row.person) for row in reading.assignments}
    assert len(found) == 31 * 3
    assert (date(2025, 10, 31), "primary", "黄志强") in found
    assert (date(2025, 10, 1), "leader", "曾慧") in found
    assert reading.findings == ()


def test_two_people_of_a_cell_stand_on_lines_of_their_own():
    rows = (
        RosterRow(date(2025, 10, 6), ROSTER.rows[0].shade, people=("徐丽华 至13:00\n何佳", "", "")),
    )
    sheet = replace(ROSTER, rows=rows)
    assert workbook(sheet)["F4"].value == "徐丽华 至13:00\n何佳"
    assert "徐丽华 至13:00、何佳" in roster_csv(sheet).decode("utf-8-sig")


def an_event(**values):
    made = DutyEvent(
        uid="5f0e@safetydesk",
        sequence=0,
        cancelled=False,
        start=datetime(2025, 10, 6, 0, 30, tzinfo=UTC),
        end=datetime(2025, 10, 7, 0, 30, tzinfo=UTC),
        post="主班",
        person="黄志强",
        changed_at=datetime(2025, 9, 25, 1, tzinfo=UTC),
    )
    return replace(made, **values)


def written(*events):
    calendar = DutyCalendar("值班表", "值班室", "Asia/Shanghai", events)
    return Calendar.from_ical(roster_ics(calendar)).walk("VEVENT")


def test_an_event_says_who_what_and_when():
    (event,) = written(an_event())
    assert event["UID"] == "5f0e@safetydesk"
    assert event["SUMMARY"] == "主班 黄志强"
    assert event["DTSTART"].dt == datetime(2025, 10, 6, 0, 30, tzinfo=UTC)
    assert (event["STATUS"], event["SEQUENCE"]) == ("CONFIRMED", 0)
    assert "199" not in roster_ics(DutyCalendar("", "", "Asia/Shanghai", (an_event(),))).decode()


def test_a_cancelled_event_says_so_in_a_later_sequence():
    (event,) = written(an_event(cancelled=True, sequence=2))
    assert (event["STATUS"], event["SEQUENCE"]) == ("CANCELLED", 2)


def test_a_hostile_name_stays_one_value():
    (event,) = written(an_event(person="x\r\nEND:VEVENT;,"))
    assert str(event["SUMMARY"]).startswith("主班 x")
    assert str(event["SUMMARY"]).endswith("END:VEVENT;,")
