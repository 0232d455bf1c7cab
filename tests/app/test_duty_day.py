"""The sample day at the real desk, by key and mouse: the log, the people and the sheets of it."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest

from safetydesk.domain.obligations import ObligationStatus
from safetydesk.ui.widgets.badge import GradeBadge
from tests.documents.paper import squashed
from tests.helpers import day_on_screen as screen
from tests.helpers.day_at_the_desk import END, DayAtTheDesk
from tests.helpers.hands.fingers import CTRL, Key, press

EXPECTED = json.loads(
    (Path(__file__).parents[1] / "data/samples/day/d01-holiday-explosion.expected.json").read_text(
        "utf-8"
    )
)
INCIDENT = EXPECTED["incident"]
RECIPIENTS = {
    "公安、人社、工会、检察院": "peers",
    "省应急厅": "province",
    "省安委办": "provincial_safety_office",
    "市应急局": "city",
    "同首报": "city",
    "本级政府": "government",
    "应急局统计岗": "statistics_desk",
}
ELSEWHERE = {"SY1", "SY2", "HD2"}
"""Rules of the packs duty_desk and holiday about warnings and daily reports, not of the incident."""
WORDS = {"GRADE_4": "一般", "GRADE_3": "较大"}
TURNOVER = "2025-10-07T08:30:00+08:00"


def at(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


class Seen:
    """What somebody noted who looked at the screen at named minutes."""

    def __init__(self) -> None:
        self.grades: dict[str, list[str]] = {}
        self.alarms: dict[str, list[str]] = {}
        self.obligations: list = []
        self.casualties: list = []
        self.reports: dict[str, str] = {}

    def look_at_grades(self, name: str):
        def look(day: DayAtTheDesk) -> None:
            page = day.incidents.page()
            badges = [badge for badge in page.findChildren(GradeBadge) if badge.isVisible()]
            self.grades[name] = [badge.accessibleName() for badge in badges]

        return look

    def look_at_alarms(self, name: str):
        def look(day: DayAtTheDesk) -> None:
            self.alarms[name] = screen.alarms(day.work)

        return look

    def look_at_first_report(self, day: DayAtTheDesk) -> None:
        page = day.reports.page()
        self.reports["first"] = screen.printed(
            day.work, lambda: press(page.editor.title, Key.Key_P, CTRL)
        )

    def look_at_the_end(self, day: DayAtTheDesk) -> None:
        self.obligations = screen.obligations(day.work)
        self.casualties = screen.casualties(day.work)
        self.look_at_grades("end")(day)


def played(qapp, database, folder: Path) -> tuple[DayAtTheDesk, Seen]:
    """The whole day, with a look at the screen now and then."""
    day, seen = DayAtTheDesk(qapp, database, folder), Seen()
    clock = "2025-10-06T{}:00+08:00"
    day.looks = {
        clock.format("10:20"): seen.look_at_grades("at_10_20"),
        clock.format("10:31"): seen.look_at_grades("at_10_31"),
        clock.format("10:36"): seen.look_at_alarms("at_10_36"),
        clock.format("10:40"): seen.look_at_first_report,
        clock.format("11:39"): seen.look_at_alarms("at_11_39"),
        clock.format("11:45"): seen.look_at_alarms("at_11_45"),
        clock.format("12:15"): seen.look_at_grades("at_12_15"),
        "2025-10-07T08:27:00+08:00": seen.look_at_the_end,
        "2025-10-07T08:40:00+08:00": seen.look_at_alarms("at_8_40"),
    }
    day.play()
    return day, seen


@pytest.mark.slow
@pytest.mark.timeout(1500)
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_day(database, tmp_path, qapp, expected_complaints):
    expected_complaints.append("safetydesk.window")  # the script moves the clock by minutes
    day, seen = played(qapp, database, tmp_path)
    try:
        sheet = _the_log_has_its_52_lines(day)
        _the_shift_log_is_printed_so(sheet)
        _everybody_was_there_as_expected(day)
        _the_matters_stand_as_expected(day)
        _the_handover_is_that_of_the_day(day)
        _each_obligation_stands_as_expected(seen)
        _the_casualty_history_is_that_of_the_day(seen)
        _the_grades_follow_the_news(seen)
        _the_series_of_reports_is_complete(day)
        _the_overdue_report_called_at_level_one(seen)
        _the_first_report_is_printed_so(seen)
        assert day.desk.log.verify().holds
    finally:
        day.close()


def _the_log_has_its_52_lines(day: DayAtTheDesk) -> str:
    """On the log page of the shift that was handed over; returns the words of its printed sheet."""
    rows = {row.number: row for row in screen.log_rows(day.work, shifts_back=1)}
    words = screen.log_page_printed(day.work)
    wanted = EXPECTED["shift_log"]["entries"]
    assert sorted(rows, key=int) == [str(number) for number in range(1, 53)]
    for want in wanted:
        row = rows[str(want["no"])]
        entry = row.line.entry
        assert (row.kind, row.recorder) == (want["kind"], want["by"]), want
        assert entry.event_at == at(want["at"]), want
        assert all(part in f"{row.content}{row.handling}" for part in want["has"]), row.content
        assert bool(row.badge) is want.get("late_entry", False), want
        if row.badge:
            assert entry.entered_at == at(want["entered_at"])
            assert entry.delay.total_seconds() == want["delay_seconds"]
    kinds = [row.kind for row in rows.values()]
    assert {kind: kinds.count(kind) for kind in set(kinds)} == EXPECTED["shift_log"]["by_kind"]
    return words


def _the_shift_log_is_printed_so(sheet: str) -> None:
    """Every line is on paper, with the mark of the one that was written later."""
    for want in EXPECTED["shift_log"]["entries"]:
        assert all(squashed(part) in sheet for part in want["has"]), want
    assert "补记" in sheet
    for name in ("曾慧", "黄志强", "何佳", "徐丽华", "欧阳静"):
        assert name in sheet


def _shift_before(day: DayAtTheDesk, shift_id: int) -> int:
    sheet = day.desk.log.sheet(shift_id)
    assert sheet is not None
    assert sheet.previous_id is not None
    return sheet.previous_id


def _everybody_was_there_as_expected(day: DayAtTheDesk) -> None:
    """Planned against actual, with what is remarkable."""
    shift = day.desk.shifts.current()
    assert shift is not None
    people = day.desk.shifts.get(_shift_before(day, shift.id)).people
    got = {
        (one.name, one.post): (
            (one.planned_from, one.planned_to), (one.actual_from, one.actual_to), one.flag,
        )
        for one in people
    }  # fmt: skip
    for want in EXPECTED["presence"]:
        if want["person"] == "仇海波":
            continue
        key = (want["person"], want["post"])
        times = tuple(tuple(at(text) for text in want[part]) for part in ("planned", "actual"))
        assert got[key] == (*times, want.get("flag", "")), key
    (late,) = [one for one in shift.people if one.name == "仇海波"]
    want = EXPECTED["presence"][-1]
    assert (late.actual_from, late.flag) == (at(want["actual"][0]), want["flag"])


def _the_matters_stand_as_expected(day: DayAtTheDesk) -> None:
    now = datetime.fromisoformat(END)
    closed = day.desk.matters.closed_since(datetime.fromisoformat(EXPECTED_FROM))
    for views, expected in (
        (day.desk.matters.open_matters(now), EXPECTED["matters"]["open"]),
        (closed, EXPECTED["matters"]["closed"]),
    ):
        assert [view.number for view in views] == [want["id"] for want in expected]
        for view, want in zip(views, expected, strict=True):
            words = (view.title, view.state.value, view.owner)
            assert words == (want["title"], want["state"], want["owner"])
            times = (view.due_at, view.opened_at, view.closed_at)
            wanted = tuple(at(want[name]) for name in ("due_at", "opened_at", "closed_at"))
            assert times == wanted, want


EXPECTED_FROM = "2025-10-06T08:33:01+08:00"


def _the_handover_is_that_of_the_day(day: DayAtTheDesk) -> None:
    want = EXPECTED["handover"]
    shift = day.desk.shifts.current()
    assert shift is not None
    done = day.desk.handover.of_shift(_shift_before(day, shift.id))
    assert done is not None
    names = {person.id: person.name for person in day.desk.people.all()}
    assert names[done.outgoing_signed_by or 0] == want["outgoing"][0]
    assert names[done.incoming_signed_by or 0] == want["incoming"][0]
    assert done.started_at == at(want["draft_at"])
    assert done.outgoing_signed_at == at(want["signed_outgoing"])
    assert done.incoming_signed_at == at(want["signed_incoming"])
    assert shift.opened_at == at(want["responsibility_moves_at"])
    assert len(done.objections) == want["objections"]
    assert dict(done.content.hand_items).items() >= want["items"].items()
    paper = day.handover_sheet
    for must in want["must_list"]:
        number = must["what"].removeprefix("事件")
        (item,) = [one for one in done.items if number in one.title]
        if "due_at" in must:
            assert item.next_due_at == at(must["due_at"]), must
        said = f"{item.title}{item.situation}{item.next_step}"
        for part in ("grade", "last_report", "next"):
            assert must.get(part, "") in said, must
        assert squashed(number) in paper, must
    next_shift = [one for post in want["next_24h"].values() for one in _names_of(post)]
    assert all(name in paper for name in (*want["outgoing"], *want["incoming"])), paper
    on = {one.name for one in shift.people}
    assert on >= set(next_shift)


def _names_of(post: str | list[str]) -> list[str]:
    return post if isinstance(post, list) else [post]


def _each_obligation_stands_as_expected(seen: Seen) -> None:
    """The rows of the incident page at the end of the day, of the packs national and shandong."""
    wanted = [want for want in EXPECTED["obligations"] if want["rule"] not in ELSEWHERE]
    shown = [row for row in seen.obligations if row.rule not in ELSEWHERE]
    assert len(shown) >= len(wanted)
    for want in wanted:
        (row,) = [
            row
            for row in shown
            if row.rule == want["rule"]
            and row.recipient == RECIPIENTS.get(want["to"], want["to"])
            and row.occurrence == want["occurrence"]
        ]
        dues = {at(due) for due in (want["due_at"], *want.get("accept_due_at", ()))}
        assert row.due_at in dues, want
        assert row.status in want.get("accept_status", [want["status"]]), want
        assert row.met_at == at(want["met_at"]), want
        if row.due_at == at(want["due_at"]):
            assert row.late_seconds == want["late_seconds"], want
    overdue = [row for row in shown if row.status is ObligationStatus.OVERDUE]
    assert len(overdue) == EXPECTED["counts"]["obligations"]["overdue"]


def _the_casualty_history_is_that_of_the_day(seen: Seen) -> None:
    history = INCIDENT["casualty_history"]
    assert [line.as_of for line in seen.casualties] == [at(want["as_of"]) for want in history]
    for line, want in zip(seen.casualties, history, strict=True):
        said = {name: value for name, value in want.items() if name != "as_of"}
        assert {name: getattr(line.numbers, name) for name in said} == said


def _the_grades_follow_the_news(seen: Seen) -> None:
    for name, want in INCIDENT["grade"].items():
        grades = [want["confirmed"], want["potential"]]
        words = [WORDS[grade] for grade in grades if grade]
        assert len(seen.grades[name]) == len(words), name
        for said, word in zip(seen.grades[name], words, strict=True):
            assert word in said, name


def _the_series_of_reports_is_complete(day: DayAtTheDesk) -> None:
    incident = day.desk.incidents.numbered(INCIDENT["number"])
    reports = [one for one in day.desk.reports.of_incident(incident.id) if one.type.numbered]
    names = [report.place.short_label for report in reports]
    assert ["电话快报", f"首报{reports[0].issue}期", *names[1:]] == INCIDENT["report_series"]


def _the_overdue_report_called_at_level_one(seen: Seen) -> None:
    """省应急厅 was owed a call at once from 10:31 and got it at 11:40: it presses, then level Ⅰ."""
    pressing = seen.alarms["at_10_36"]
    assert any(row.startswith("level two") and _PROVINCE in row for row in pressing), pressing
    assert any(_calls_for_province(row) for row in seen.alarms["at_11_39"]), seen.alarms["at_11_39"]
    assert not any(_calls_for_province(row) for row in seen.alarms["at_11_45"])
    assert any("仇海波" in row for row in seen.alarms["at_8_40"]), seen.alarms["at_8_40"]


def _calls_for_province(row: str) -> bool:
    """Whether a row of the alarm list says in level Ⅰ that the call to the province is overdue."""
    return row.startswith("level one") and _PROVINCE in row and "已超" in row


_PROVINCE = "电话快报 · 省级应急管理部门"


def _the_first_report_is_printed_so(seen: Seen) -> None:
    sheet = seen.reports["first"]
    for part in ("第37期", "曾慧", "东河宏泰", "死亡1人", "2人"):
        assert part in sheet, sheet
