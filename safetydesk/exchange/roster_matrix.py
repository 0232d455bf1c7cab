"""Rosters with people down, days across and a code in each cell (白 夜 休 班 备 √)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from safetydesk.domain.phone_numbers import plain_text
from safetydesk.domain.roster_sheet import RosterPost, RosterShift
from safetydesk.domain.sheet_findings import Finding, FindingCode, Severity
from safetydesk.exchange.people_cell import WrittenPerson, read_people
from safetydesk.exchange.roster_cells import note_marks
from safetydesk.exchange.roster_dates import Period, read_weekday, weekday_word
from safetydesk.exchange.roster_ledger import Ledger, Turn
from safetydesk.exchange.roster_words import Hours, post_of, read_hours, shift_of, squeezed

if TYPE_CHECKING:
    from safetydesk.exchange.roster_people import PeopleBook
    from safetydesk.exchange.sheets import Sheet

_FEWEST_DAYS = 7
_LAST_DAY = 31
_LEGEND = re.compile(
    r"[“\"'‘「《]?([^\s“”\"'‘’「」《》,，。;；:：、()]{1,2})[”\"'’」》]?\s*(?:为|是|表示|代表|[=:：])"
    r"\s*([^,，。;；“”\"]*(?:\([^)]*\))?[^,，。;；“”\"]*)"
)
_OFF_DUTY = re.compile(r"不(?:参加)?值班|轮休|休息|补休|行政班|正常班|请假|出差|培训|公休|外出")
_TOTALS = re.compile(r"合计|小计|总计|当日|在岗|人数")
_OFF_CODES = frozenset(
    [
        "休",
        "班",
        "假",
        "公",
        "差",
        "训",
        "病",
        "事",
        "产",
        "年",
        "空",
        "正",
        "补",
        "调",
        "轮",
        "/",
        "-",
        "×",
        "x",
        "X",
        "无",
    ]
)
_WHOLE_CODES = frozenset(
    [
        "√",
        "✓",
        "✔",
        "v",
        "V",
        "●",
        "★",
        "▲",
        "■",
        "○",
        "◎",
        "值",
        "全",
        "带",
        "1",
        "Y",
        "y",
        "24",
        "主",
        "副",
    ]
)


@dataclass(frozen=True)
class Code:
    """What a code in the grid means; no post change unless ``post`` is given."""

    shift: RosterShift
    post: RosterPost | None = None
    label: str = ""
    hours: Hours | None = None


@dataclass(frozen=True)
class Matrix:
    """Where the parts of the grid stand."""

    sheet: Sheet
    heading_row: int
    name: int
    post: int | None
    days: dict[int, int]


def find_matrix(sheet: Sheet, period: Period) -> Matrix | None:
    """The grid, where a row counts the days and a column is headed 姓名."""
    if not period.months:
        return None
    for row in range(min(len(sheet.rows), 12)):
        days = _day_columns(sheet, row)
        if len(days) < _FEWEST_DAYS:
            continue
        heads = {
            squeezed(sheet.text(line, column)): column
            for line in (row + 1, row)
            for column in range(min(days))
            if line < len(sheet.rows)
        }
        name = next((heads[word] for word in heads if re.search(r"姓名|人员", word)), None)
        if name is not None:
            post = next((heads[word] for word in heads if re.search(r"岗位|类别|职责", word)), None)
            return Matrix(sheet, row, name, post, days)
    return None


def _day_columns(sheet: Sheet, row: int) -> dict[int, int]:
    """Columns that count 1, 2, 3 … in the row: column → day of the month."""
    days: dict[int, int] = {}
    for column in range(len(sheet.rows[row])):
        words = squeezed(sheet.own(row, column).text).rstrip("日号")
        expected = max(days.values(), default=0) + 1
        if words.isascii() and words.isdigit() and int(words) == expected <= _LAST_DAY:
            days[column] = expected
    return days


def read_legend(texts: list[str]) -> dict[str, Code | None]:
    """Codes as the sheet's own words explain them; None means no duty."""
    codes: dict[str, Code | None] = {}
    for text in texts:
        for match in _LEGEND.finditer(plain_text(text)):
            sign, meaning = match.group(1), match.group(2)
            found = _meaning(meaning)
            if found is not None:
                codes.setdefault(sign, found[0])
    return codes


def _meaning(words: str) -> tuple[Code | None] | None:
    """A code in a tuple, (None,) for no duty, or None where the words say nothing about duty."""
    if re.search(r"备班|备勤|备岗", words):
        return (Code(RosterShift.WHOLE_DAY, RosterPost.STANDBY, "备班"),)
    if _OFF_DUTY.search(words):
        return (None,)
    shift = shift_of(words)
    hours = read_hours(words)
    if shift is None and hours is None:
        return None
    whole = hours is not None and hours.start == hours.end
    return (Code(shift or (RosterShift.WHOLE_DAY if whole else RosterShift.DAY), hours=hours),)


def usual_code(sign: str) -> tuple[Code | None] | None:
    """What a code means without a legend; None where it is unknown."""
    if sign in _OFF_CODES:
        return (None,)
    if sign in {"备", "备班", "备勤"}:
        return (Code(RosterShift.WHOLE_DAY, RosterPost.STANDBY, "备班"),)
    if sign in _WHOLE_CODES:
        return (Code(RosterShift.WHOLE_DAY),)
    shift = shift_of(sign) or {"中": RosterShift.EVENING}.get(sign)
    return None if shift is None else (Code(shift),)


class MatrixWalk:
    """Walks through a grid and writes what it finds into the ledger."""

    def __init__(
        self,
        matrix: Matrix,
        ledger: Ledger,
        people: PeopleBook,
        *,
        period: Period,
        hours: dict[RosterShift, Hours],
    ) -> None:
        self._matrix = matrix
        self._sheet = matrix.sheet
        self._ledger = ledger
        self._people = people
        self._month = period.months[0]
        texts = [cell.text for row in self._sheet.rows for cell in row if "为" in cell.text]
        texts += [cell.text for row in self._sheet.rows for cell in row if "=" in cell.text]
        self._legend = read_legend([*self._sheet.heading, *texts])
        stated = {code.shift: code.hours for code in self._legend.values() if code and code.hours}
        self._hours = {**hours, **stated}

    def run(self) -> None:
        """Reads every row that names a person."""
        self._check_weekdays()
        for row in range(self._matrix.heading_row + 1, len(self._sheet.rows)):
            name_cell = self._sheet.own(row, self._matrix.name)
            first = self._sheet.own(row, 0).text
            if name_cell.empty or _TOTALS.search(first) or self._sheet.spans_whole_row(row):
                continue
            if row in self._sheet.hidden_rows:
                place = self._sheet.place(row, self._matrix.name)
                self._ledger.remark(FindingCode.HIDDEN_ROW, Severity.WARNING, place, name_cell.text)
                continue
            written = read_people(name_cell.text, self._people.names)
            if len(written) == 1 and not _TOTALS.search(written[0].name):
                self._read_row(row, written[0])

    def _day(self, number: int) -> date | None:
        try:
            return date(*self._month, number)
        except ValueError:
            return None

    def _check_weekdays(self) -> None:
        row = self._matrix.heading_row + 1
        for column, number in self._matrix.days.items():
            day = self._day(number)
            written = read_weekday(self._sheet.text(row, column))
            if day is not None and written is not None and day.weekday() != written:
                self._ledger.note(
                    Finding(
                        FindingCode.WEEKDAY_MISMATCH,
                        Severity.WARNING,
                        self._sheet.place(row, column),
                        self._sheet.text(row, column),
                        day,
                        expected=weekday_word(day.weekday()),
                    )
                )

    def _read_row(self, row: int, person: WrittenPerson) -> None:
        word = (
            squeezed(self._sheet.text(row, self._matrix.post))
            if self._matrix.post is not None
            else ""
        )
        post = post_of(word) or RosterPost.OFFICER
        match = self._people.match(person, person.phone, post, "")
        if match.code is not None:
            place = self._sheet.place(row, self._matrix.name)
            self._ledger.note(
                Finding(match.code, match.severity, place, person.name, suggest=match.suggest)
            )
        for column, number in self._matrix.days.items():
            if match.name:
                self._read_cell(
                    row, column, number, Turn(date.min, post, word or "值班员"), match.name
                )

    def _read_cell(self, row: int, column: int, number: int, turn: Turn, name: str) -> None:
        cell = self._sheet.own(row, column)
        place = self._sheet.place(row, column)
        sign = squeezed(cell.text)
        day = self._day(number)
        if day is None:
            if sign and usual_code(sign) != (None,):
                self._ledger.remark(FindingCode.INVALID_DATE, Severity.ERROR, place, sign)
            return
        note_marks(self._ledger, cell, place, Turn(day, turn.post, turn.label))
        if not sign:
            return
        if column in self._sheet.hidden_columns:
            self._ledger.remark(FindingCode.HIDDEN_COLUMN, Severity.WARNING, place, sign, day)
            return
        found = (self._legend[sign],) if sign in self._legend else usual_code(sign)
        if found is None:
            self._ledger.remark(FindingCode.UNREADABLE_CELL, Severity.ERROR, place, sign, day)
        elif found[0] is not None:
            code = found[0]
            hours = code.hours or self._hours.get(code.shift)
            label = code.label or turn.label
            self._ledger.assign(
                Turn(day, code.post or turn.post, label, code.shift, hours), name, place
            )
