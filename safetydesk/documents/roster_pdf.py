"""Knows the page of the month roster (值班安排表), and which form a roster is printed in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reportlab.lib.units import mm

from safetydesk.documents import roster_holiday_pdf, roster_week_pdf, styles, wording
from safetydesk.documents.fonts import PRINTING, Face, FontBook, machine_fonts
from safetydesk.documents.layout import FormPage, RuledTable, build_form
from safetydesk.documents.roster_parts import REST, fitted, foot, head, page_of
from safetydesk.services.sheets import DayShade, RosterForm, RosterRow, RosterSheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.platypus import Flowable, Table

_DAY, _WEEKDAY, _KIND, _LEADER, _PHONE = 19 * mm, 10 * mm, 15 * mm, 33 * mm, 25 * mm
_NAME, _LEAST_NAME, _LEAST_REMARK = 16 * mm, 12.6 * mm, 18 * mm


def render(sheet: RosterSheet, book: FontBook | None = None) -> bytes:
    """The sheet as a PDF; the same sheet gives the same bytes.

    ``book`` are the fonts, those of this machine when left out.
    """
    with PRINTING:
        fonts = book or machine_fonts()
        page, table = _table(fonts, sheet)
        return build_form(fonts, page, [*head(fonts, sheet, page), table, *foot(fonts, sheet)])


def _table(book: FontBook, sheet: RosterSheet) -> tuple[FormPage, Flowable]:
    """The table of the sheet's form and the page that it needs."""
    if sheet.form is RosterForm.WEEK:
        page = page_of(sheet, landscape=True)
        return page, roster_week_pdf.table(book, sheet, page)
    if sheet.form is RosterForm.HOLIDAY:
        page = page_of(sheet)
        return page, fitted(lambda pad: roster_holiday_pdf.table(book, sheet, pad), page)
    page = page_of(sheet)
    if _names_width(sheet, page) < _LEAST_NAME * len(sheet.posts):
        page = page_of(sheet, landscape=True)
    columns = _columns(sheet, page)
    return page, fitted(lambda pad: _days(book, sheet, columns, pad), page)


def _names_width(sheet: RosterSheet, page: FormPage) -> float:
    """What the columns of names may take together."""
    return page.width - _fixed(sheet) - _LEAST_REMARK


def _fixed(sheet: RosterSheet) -> float:
    return _DAY + _WEEKDAY + _KIND + (_LEADER + _PHONE if sheet.leader_post else 0.0)


def _columns(sheet: RosterSheet, page: FormPage) -> list[float]:
    """Names as wide as usual where they fit; the remark takes what is left."""
    count = len(sheet.posts)
    name = min(_NAME, _names_width(sheet, page) / count) if count else 0.0
    leader = [_LEADER, _PHONE] if sheet.leader_post else []
    rest = page.width - _fixed(sheet) - name * count
    return [_DAY, _WEEKDAY, _KIND, *leader, *([name] * count), rest]


def _days(book: FontBook, sheet: RosterSheet, columns: Sequence[float], pad: float) -> Table:
    table = RuledTable(book, columns, pad)
    leader = [sheet.leader_post, "手机"] if sheet.leader_post else []
    headings = ("日期", "星期", "日类", *leader, *sheet.posts, "备注")
    first = table.row([table.text(heading, styles.LABEL) for heading in headings])
    table.shade(first, range(len(headings)), styles.HEAD_GREY)
    for day in sheet.rows:
        _day_row(table, day, with_leader=bool(leader), columns=len(columns))
    return table.build(repeat=1)


def _day_row(table: RuledTable, day: RosterRow, *, with_leader: bool, columns: int) -> None:
    """A statutory holiday is bold too: the grey alone would not survive a bad copy."""
    statutory = day.shade is DayShade.STATUTORY
    dated = replace(styles.BODY_CENTRE, face=Face.SONG_BOLD if statutory else Face.SONG)
    kind = replace(styles.BODY_CENTRE, face=Face.HEI_BOLD if statutory else Face.SONG)
    leader = [table.text(day.leader, styles.BODY)] if with_leader else []
    names = ([day.leader_phone] if with_leader else []) + list(day.people)
    row = table.row(
        [
            table.text(f"{day.day.month}月{day.day.day}日", dated),
            table.text(wording.WEEKDAYS[day.day.weekday()][-1], styles.BODY_CENTRE),
            table.text(day.shade, kind),
            *leader,
            *(table.text(text or wording.NOTHING, styles.BODY_CENTRE) for text in names),
            table.text(day.remark, styles.BODY),
        ]
    )
    if day.shade in REST:
        table.shade(row, range(columns), styles.REST_GREY)
