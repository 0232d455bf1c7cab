"""Hand-made rosters are read as the expected files beside them say."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date
from pathlib import Path

import pytest

from safetydesk.domain.errors import BadInput
from safetydesk.domain.roster_sheet import KnownPerson, RosterLayout, RosterPost, RosterShift
from safetydesk.domain.sheet_findings import FindingCode
from safetydesk.exchange.book_reader import read_book, read_content
from safetydesk.exchange.reading_json import roster_json
from safetydesk.exchange.roster_reader import read_roster, read_roster_book
from safetydesk.exchange.sheets import Area, Book, Cell, Sheet

SAMPLES = Path(__file__).parents[1] / "data" / "samples" / "rosters"
NAMES = [
    "r01-monthly-table",
    "r02-holiday-merged",
    "r03-matrix-codes",
    "r04-gbk-month",
    "r05-errors",
]
TODAY = date(2025, 9, 1)


def sample(name):
    expected = json.loads((SAMPLES / f"{name}.expected.json").read_text("utf-8"))
    context = expected["context"]
    people = None
    if context["people"] is not None:
        people = [
            KnownPerson(p["name"], tuple(map(RosterPost, p["posts"])), (p["phone"],))
            for p in context["people"]
        ]
    today = date.fromisoformat(context["today"])
    reading = read_roster(SAMPLES / expected["input"], today, people, read_book)
    return expected, roster_json(reading)


def grid(*rows, merged=(), heading=()):
    cells = tuple(
        tuple(value if isinstance(value, Cell) else Cell(value or None, value) for value in row)
        for row in rows
    )
    return Book("表.xlsx", (Sheet("表", cells, tuple(merged), heading=heading),))


def read(*rows, people=None, **options):
    return read_roster_book(grid(*rows, **options), TODAY, people)


def said(reading):
    return {(a.day.isoformat(), a.post.value, a.person, a.shift.value) for a in reading.assignments}


def codes(reading):
    return {(f.code, f.source) for f in reading.findings}


@pytest.mark.parametrize("name", NAMES)
def test_every_assignment_of_the_sample_is_read_with_hours_phone_and_place(name):
    expected, got = sample(name)
    keys = ("date", "post", "person", "shift", "from", "to", "source", "label")
    disputed = set(expected["disputed"])

    def table(rows):
        return {tuple(row[key] for key in keys) for row in rows if row["source"] not in disputed}

    assert table(got["assignments"]) == table(expected["assignments"])
    bonus = {(a["source"], a["person"]): a for a in got["assignments"]}
    for row in expected["assignments"]:
        if row["source"] in disputed:
            continue
        for key in {"phone", "title", "department"} & row.keys():
            assert bonus[row["source"], row["person"]].get(key) == row[key]


@pytest.mark.parametrize("name", NAMES)
def test_the_findings_of_the_sample_are_reported_and_no_others(name):
    expected, got = sample(name)
    keys = ("code", "severity", "source", "text", "date")
    assert sorted(tuple(str(f[k]) for k in keys) for f in got["findings"]) == sorted(
        tuple(str(f[k]) for k in keys) for f in expected["findings"]
    )
    suggested = {(f["code"], f["source"]): f.get("suggest", []) for f in got["findings"]}
    for finding in expected["findings"]:
        if finding.get("suggest"):
            assert suggested[finding["code"], finding["source"]] == finding["suggest"]


def test_the_title_and_months_are_told():
    _, got = sample("r02-holiday-merged")
    assert got["meta"]["title"] == "云川区应急管理局2026年春节假期值班安排表"
    assert sample("r03-matrix-codes")[1]["meta"]["months"] == ["2025-11"]


def test_two_heading_rows_give_day_and_night_columns():
    reading = read(
        ("云川区2025年10月值班表", "", "", ""),
        ("日期", "带班领导", "值班员", ""),
        ("", "", "白班", "夜班"),
        ("10月1日", "周庭远", "王伟", "刘泽"),
        ("10月2日", "韩素琴", "张垚、杨帆", "高翔"),
        merged=(Area(0, 0, 0, 3), Area(1, 0, 2, 0), Area(1, 1, 2, 1), Area(1, 2, 1, 3)),
    )
    assert ("2025-10-01", "officer", "王伟", "day") in said(reading)
    assert ("2025-10-01", "officer", "刘泽", "night") in said(reading)
    assert ("2025-10-02", "officer", "杨帆", "day") in said(reading)
    assert len(reading.assignments) == 7


def test_names_and_numbers_under_a_common_heading_belong_together():
    reading = read(
        ("2025年10月值班表", "", "", "", ""),
        ("日期", "带班领导", "", "值班员", ""),
        ("", "姓名", "电话", "姓名", "电话"),
        ("10月1日", "周庭远", "19900000001", "王伟", "19900000011"),
        ("10月2日", "韩素琴", "19900000002", "刘泽", "19900000014"),
        merged=(Area(1, 0, 2, 0), Area(1, 1, 1, 2), Area(1, 3, 1, 4)),
    )
    phones = {(a.post, a.person, a.phone, a.label) for a in reading.assignments}
    assert (RosterPost.LEADER, "周庭远", "19900000001", "带班领导") in phones
    assert (RosterPost.OFFICER, "刘泽", "19900000014", "值班员") in phones


def test_two_halves_of_a_month_side_by_side_are_both_read():
    reading = read(
        ("2025年9月值班表", "", "", "", "", ""),
        ("日期", "星期", "值班员", "日期", "星期", "值班员"),
        ("1", "一", "王伟", "16", "二", "刘泽"),
        ("2", "二", "张垚", "17", "三", "杨帆"),
    )
    assert said(reading) == {
        ("2025-09-01", "officer", "王伟", "24h"),
        ("2025-09-02", "officer", "张垚", "24h"),
        ("2025-09-16", "officer", "刘泽", "24h"),
        ("2025-09-17", "officer", "杨帆", "24h"),
    }


def test_a_leader_merged_over_a_week_leads_every_day():
    rows = [("2025年9月值班表", "", ""), ("日期", "带班领导", "值班员")]
    rows += [
        (f"9月{n}日", "周庭远" if n == 1 else "", f"王伟{'甲乙丙'[n - 1]}") for n in range(1, 4)
    ]
    reading = read(*rows, merged=(Area(2, 1, 4, 1),))
    leaders = [(a.day.day, a.source) for a in reading.assignments if a.post is RosterPost.LEADER]
    assert leaders == [(1, "表!B3"), (2, "表!B3"), (3, "表!B3")]


def test_a_week_plan_with_days_across_is_read():
    reading = read(
        ("2025年10月第一周值班表", "", "", ""),
        ("岗位", "10月6日（星期一）", "10月7日（星期二）", "10月8日（星期四）"),
        ("带班领导", "周庭远", "韩素琴", "罗振邦"),
        ("白班", "王伟", "张垚", "刘泽"),
    )
    assert reading.layout is RosterLayout.DATES_ACROSS
    assert ("2025-10-07", "officer", "张垚", "day") in said(reading)
    assert codes(reading) == {(FindingCode.WEEKDAY_MISMATCH, "表!D2")}


def test_the_year_turns_with_the_new_year():
    reading = read(
        ("2026年元旦假期值班表", "", ""),
        ("日期", "星期", "值班员"),
        ("12月31日", "星期三", "王伟"),
        ("1月1日", "星期四", "刘泽"),
        ("1月2日", "星期五", "张垚"),
    )
    assert [a.day for a in reading.assignments] == [
        date(2025, 12, 31),
        date(2026, 1, 1),
        date(2026, 1, 2),
    ]
    assert not reading.findings


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        (Cell(None, "", struck="王伟"), FindingCode.STRUCK_TEXT),
        (Cell(None, "", invisible="王伟"), FindingCode.INVISIBLE_TEXT),
        (Cell(None, "", deleted="王伟"), FindingCode.TRACKED_CHANGE),
        (Cell("王伟（请假）", "王伟（请假）"), FindingCode.CANCELLED_PERSON),
    ],
)
def test_what_is_struck_hidden_or_cancelled_is_reported_and_not_imported(cell, code):
    reading = read(
        ("2025年9月值班表", ""), ("日期", "值班员"), ("9月1日", cell), ("9月2日", "刘泽")
    )
    assert said(reading) == {("2025-09-02", "officer", "刘泽", "24h")}
    assert (code, "表!B3") in codes(reading)


def test_a_hidden_row_and_a_hidden_sheet_are_reported_and_not_imported():
    shown = grid(
        ("2025年9月值班表", ""), ("日期", "值班员"), ("9月1日", "王伟"), ("9月2日", "刘泽")
    ).sheets[0]
    first = Sheet("表", shown.rows, hidden_rows=frozenset({2}))
    second = Sheet("草稿", shown.rows, hidden=True)
    reading = read_roster_book(Book("a.xlsx", (first, second)), TODAY, None)
    assert said(reading) == {("2025-09-02", "officer", "刘泽", "24h")}
    assert codes(reading) == {
        (FindingCode.HIDDEN_ROW, "表!A3"),
        (FindingCode.HIDDEN_SHEET, "草稿!A1"),
    }


def test_a_ditto_sign_means_the_cell_above_and_is_told():
    reading = read(
        ("2025年9月值班表", ""), ("日期", "值班员"), ("9月1日", "王伟"), ("9月2日", "同上")
    )
    assert ("2025-09-02", "officer", "王伟", "24h") in said(reading)
    assert (FindingCode.DITTO_RESOLVED, "表!B4") in codes(reading)


def test_namesakes_are_told_apart_by_their_number():
    people = [
        KnownPerson("王伟", (RosterPost.OFFICER,), ("19900000011",)),
        KnownPerson("王伟", (RosterPost.OFFICER,), ("19900010242",)),
    ]
    rows = [("2025年9月值班表", "", ""), ("日期", "值班员", "电话")]
    clear = read(*rows, ("9月1日", "王伟", "19900010242"), people=people)
    assert not clear.findings
    vague = read(*rows, ("9月1日", "王伟", ""), people=people)
    assert (FindingCode.AMBIGUOUS_PERSON, "表!B3") in codes(vague)


def test_a_flat_list_takes_post_and_shift_from_its_own_columns():
    reading = read(
        ("2025年9月值班表", "", "", ""),
        ("日期", "班次", "岗位", "姓名"),
        ("9月1日", "白班(8:30-17:30)", "主班", "王伟"),
        ("9月1日", "夜班(17:30-8:30)", "副班", "刘泽"),
    )
    assert said(reading) == {
        ("2025-09-01", "primary", "王伟", "day"),
        ("2025-09-01", "deputy", "刘泽", "night"),
    }
    night = reading.assignments[1]
    assert night.start is not None
    assert night.end is not None
    assert (night.shift, night.end.day, night.end.hour) == (RosterShift.NIGHT, 2, 8)


def test_a_sheet_that_is_no_roster_is_refused_with_file_sheet_and_expectation():
    with pytest.raises(BadInput) as caught:
        read(("姓名", "手机"), ("王伟", "19900000011"))
    assert caught.value.fields["where"] == "表.xlsx 表!A1"
    assert "日期" in caught.value.fields["expected"]


@pytest.mark.parametrize(
    ("title", "today", "year"),
    [("12月份值班表", date(2026, 1, 3), 2025), ("值班表", date(2025, 12, 28), 2026)],
)
def test_a_title_without_a_year_means_the_year_nearest_to_today(title, today, year):
    written = "12月5日" if "12月" in title else "1月2日"
    book = grid((title, ""), ("日期", "值班员"), (written, "王伟"))
    assert read_roster_book(book, today, None).assignments[0].day.year == year


def test_the_tables_of_a_word_document_are_read_with_merges_and_revision_marks():
    def paragraph(text):
        return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"

    def row(*cells):
        return "<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in cells) + "</w:tr>"

    start = '<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>'
    onward = "<w:tcPr><w:vMerge/></w:tcPr>"
    changed = (
        "<w:p><w:del><w:r><w:delText>张垚</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>杨帆</w:t></w:r></w:ins></w:p>"
    )
    body = (
        paragraph("云川区2025年10月值班安排表")
        + "<w:tbl>"
        + row(paragraph("日期"), paragraph("值班员"))
        + row(start + paragraph("10月1日"), paragraph("王伟"))
        + row(onward + paragraph(""), paragraph("刘泽"))
        + row(paragraph("10月2日"), changed)
        + "</w:tbl>"
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as target:
        target.writestr(
            "word/document.xml", f'<w:document xmlns:w="w"><w:body>{body}</w:body></w:document>'
        )
    reading = read_roster_book(read_content(stream.getvalue(), "a.docx"), TODAY, None)
    assert reading.title == "云川区2025年10月值班安排表"
    assert said(reading) == {
        ("2025-10-01", "officer", "王伟", "24h"),
        ("2025-10-01", "officer", "刘泽", "24h"),
        ("2025-10-02", "officer", "杨帆", "24h"),
    }
    assert codes(reading) == {(FindingCode.TRACKED_CHANGE, "表1!B4")}


@pytest.mark.parametrize(
    ("cell", "people"),
    [
        ("黄 志强", {"黄志强"}),
        ("黄　志　强", {"黄志强"}),
        ("副局长 黄志强", {"黄志强"}),
        ("黄志强（副局长）", {"黄志强"}),
        ("黄志强19900000018", {"黄志强"}),
        ("黄志强 199 0000 0018", {"黄志强"}),
        ("黄志强、何佳", {"黄志强", "何佳"}),
        ("黄志强 何佳", {"黄志强", "何佳"}),
        ("黄志强\n何 佳", {"黄志强", "何佳"}),
        ("黄志强(19900000018)/何佳(19900000026)", {"黄志强", "何佳"}),
        ("欧阳静，何佳", {"欧阳静", "何佳"}),
    ],
)
def test_a_cell_names_people_however_it_is_written(cell, people):
    reading = read(
        ["2025年10月值班表"],
        ["日期", "带班领导", "值班员"],
        ["10月6日", "曾慧", cell],
        ["10月7日", "曾慧", "王伟"],
        merged=[Area(0, 0, 0, 2)],
    )
    sixth = {row.person for row in reading.assignments if row.day == date(2025, 10, 6)}
    assert sixth == {"曾慧", *people}


@pytest.mark.parametrize("encoding", ["gbk", "gb18030", "utf-8-sig", "utf-16"])
def test_a_csv_is_read_in_the_encodings_that_offices_save(tmp_path, encoding):
    path = tmp_path / "10月值班表.csv"
    text = "2025年10月值班表,,\n日期,主班,副班\n2025/10/6,黄志强,何佳\n10月7日,王伟,何佳\n"
    path.write_bytes(text.encode(encoding))
    reading = read_roster(path, TODAY, None, read_book)
    assert ("2025-10-06", "primary", "黄志强", "24h") in said(reading)
    assert len(reading.assignments) == 4
