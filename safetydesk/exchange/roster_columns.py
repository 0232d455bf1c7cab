"""Where a roster's heading rows stand, and which columns belong to which post."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from safetydesk.exchange.roster_dates import Period, read_date
from safetydesk.exchange.roster_words import ColumnKind, Heading, read_heading, squeezed

if TYPE_CHECKING:
    from safetydesk.domain.roster_sheet import RosterPost
    from safetydesk.exchange.sheets import Sheet

_BARE_NAME = {"姓名", "人员", "值班人"}


@dataclass(frozen=True)
class PeopleColumn:
    """A column of people, with the column of their numbers where there is one."""

    index: int
    heading: Heading
    phones: int | None = None
    phones_label: str = ""
    title: int | None = None


@dataclass(frozen=True)
class Table:
    """One table, a row a day: its heading row, body rows ``[first, last)`` and columns."""

    sheet: Sheet
    heading_row: int
    first: int
    last: int
    date: int
    people: tuple[PeopleColumn, ...]
    singles: dict[ColumnKind, int]

    def other(self, kind: ColumnKind) -> int | None:
        """The column of another kind (weekday, note, department …), if there is one."""
        return self.singles.get(kind)


def find_tables(sheet: Sheet, period: Period) -> list[Table]:
    """Every table with a date column and a column of people, side by side ones too."""
    starts = [row for row in range(len(sheet.rows)) if _is_heading_row(sheet, row)]
    starts = [row for row in starts if row - 1 not in starts]
    tables: list[Table] = []
    for index, row in enumerate(starts):
        last = starts[index + 1] if index + 1 < len(starts) else len(sheet.rows)
        depth = _heading_depth(sheet, row, period)
        headings = [_heading(sheet, row, depth, column) for column in range(sheet.width)]
        tables.extend(_tables_of(sheet, row, row + depth, last, headings))
    return tables


def heads_a_roster(sheet: Sheet, row: int) -> bool:
    """Whether the row heads days and the posts of duty (带班领导、主班…), not a list of people."""
    if not _is_heading_row(sheet, row):
        return False
    below = range(row, min(row + 2, len(sheet.rows)))
    headings = [
        read_heading(sheet.text(at, column)) for at in below for column in range(sheet.width)
    ]
    return any(head.kind is ColumnKind.PEOPLE and head.post is not None for head in headings)


def _is_heading_row(sheet: Sheet, row: int) -> bool:
    """Whether the row's own texts name a date column and, here or beneath, people."""
    if sheet.spans_whole_row(row):
        return False
    kinds = [read_heading(sheet.text(row, column)).kind for column in range(sheet.width)]
    below = [read_heading(sheet.text(row + 1, column)).kind for column in range(sheet.width)]
    return ColumnKind.DATE in kinds and ColumnKind.PEOPLE in kinds + below


def _heading_depth(sheet: Sheet, row: int, period: Period) -> int:
    """How many heading rows: more where 日期 is merged down, or the next row has no date."""
    date_column = next(
        column
        for column in range(sheet.width)
        if read_heading(sheet.text(row, column)).kind is ColumnKind.DATE
    )
    area = sheet.area_at(row, date_column)
    if area is not None and area.bottom > row:
        return area.bottom - row + 1
    below = sheet.own(row + 1, date_column)
    if not below.empty or read_date(below, period).days:
        return 1
    kinds = [read_heading(sheet.own(row + 1, column).text).kind for column in range(sheet.width)]
    headed = sum(kind in {ColumnKind.PEOPLE, ColumnKind.PHONE} for kind in kinds)
    return 2 if headed > 1 else 1


def _heading(sheet: Sheet, row: int, depth: int, column: int) -> Heading:
    """The heading of a column, made of all heading rows."""
    words = list(dict.fromkeys(squeezed(sheet.text(row + step, column)) for step in range(depth)))
    words = [word for word in words if word]
    heading = read_heading("".join(words))
    if len(words) > 1 and heading.kind is ColumnKind.PEOPLE:
        upper, lower = read_heading(words[0]), read_heading(words[-1])
        label = upper.label if words[-1] in _BARE_NAME else lower.label
        post = upper.post if words[-1] in _BARE_NAME else lower.post
        return replace(heading, label=label, post=post or heading.post)
    return heading


def _tables_of(
    sheet: Sheet, heading_row: int, first: int, last: int, headings: list[Heading]
) -> list[Table]:
    dates = [index for index, heading in enumerate(headings) if heading.kind is ColumnKind.DATE]
    tables: list[Table] = []
    for number, start in enumerate(dates):
        left = 0 if number == 0 else start
        right = dates[number + 1] if number + 1 < len(dates) else len(headings)
        people = _people_columns(headings, left, right)
        if people:
            singles = {
                heading.kind: index
                for index, heading in reversed(list(enumerate(headings)))
                if left <= index < right
            }
            tables.append(Table(sheet, heading_row, first, last, start, people, singles))
    return tables


def _people_columns(headings: list[Heading], left: int, right: int) -> tuple[PeopleColumn, ...]:
    span = range(left, right)
    people = [index for index in span if headings[index].kind is ColumnKind.PEOPLE]
    columns = [PeopleColumn(index, headings[index]) for index in people]
    for index in span:
        kind = headings[index].kind
        if kind not in {ColumnKind.PHONE, ColumnKind.TITLE}:
            continue
        owner = _owner(columns, index, headings[index].post)
        if owner is None:
            continue
        position = columns.index(owner)
        if kind is ColumnKind.TITLE:
            columns[position] = replace(owner, title=index)
        elif owner.phones is None:
            label = headings[index].label
            columns[position] = replace(owner, phones=index, phones_label=label)
    return tuple(columns)


def _owner(columns: list[PeopleColumn], index: int, post: RosterPost | None) -> PeopleColumn | None:
    """The people a number or title belongs to: of the post it names, else the column before."""
    before = [column for column in columns if column.index < index]
    named = [column for column in before or columns if column.heading.post is post]
    if post is not None and named:
        return named[-1]
    return before[-1] if before else None
