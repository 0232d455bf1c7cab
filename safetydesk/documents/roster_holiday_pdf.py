"""Knows the holiday roster: each day with all its posts, names, ranks and phones, for superiors."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reportlab.lib.units import mm

from safetydesk.documents import styles, wording
from safetydesk.documents.fonts import Face
from safetydesk.documents.layout import WIDTH, RuledTable
from safetydesk.documents.roster_parts import REST
from safetydesk.services.sheets import DayShade, RosterDuty

if TYPE_CHECKING:
    from reportlab.platypus import Table

    from safetydesk.documents.fonts import FontBook
    from safetydesk.services.sheets import RosterRow, RosterSheet

_HEADINGS = ("日期", "日类", "岗位", "姓名", "职务", "手机", "备注")
_WIDTHS = (22 * mm, 15 * mm, 24 * mm, 30 * mm, 38 * mm, 28 * mm, WIDTH - 157 * mm)
_REMARK = len(_HEADINGS) - 1


def table(book: FontBook, sheet: RosterSheet, pad: float) -> Table:
    """A row a person; date, kind of day and remark stand once for a day."""
    made = RuledTable(book, _WIDTHS, pad)
    first = made.row([made.text(heading, styles.LABEL) for heading in _HEADINGS])
    made.shade(first, range(len(_HEADINGS)), styles.HEAD_GREY)
    for day in sheet.rows:
        _day(made, day)
    return made.build(repeat=1)


def _day(made: RuledTable, day: RosterRow) -> None:
    statutory = day.shade is DayShade.STATUTORY
    bold = replace(styles.BODY_CENTRE, face=Face.SONG_BOLD if statutory else Face.SONG)
    weekday = wording.WEEKDAYS[day.day.weekday()]
    rows: list[int] = []
    for duty in day.duties or (RosterDuty("", ""),):
        begins = not rows
        person = f"{duty.name} {duty.hours}" if duty.hours else duty.name
        rows.append(
            made.row(
                [
                    made.text(f"{day.day.month}月{day.day.day}日\n{weekday}", bold)
                    if begins
                    else "",
                    made.text(day.shade, bold) if begins else "",
                    made.text(duty.post, styles.BODY_CENTRE),
                    made.text(person or wording.NOTHING, styles.BODY_CENTRE),
                    made.text(duty.title, styles.BODY_CENTRE),
                    made.text(duty.phone, styles.BODY_CENTRE),
                    made.text(day.remark, styles.BODY) if begins else "",
                ]
            )
        )
    if len(rows) > 1:
        for column in (0, 1, _REMARK):
            made.joined_rows(column, rows[0], rows[-1])
    if day.shade in REST:
        for row in rows:
            made.shade(row, (0, 1), styles.REST_GREY)
