"""Knows the week roster for the wall: a column a day, a row a post, read from two metres."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reportlab.lib.units import mm

from safetydesk.documents import styles, wording
from safetydesk.documents.fonts import Face
from safetydesk.documents.layout import RuledTable
from safetydesk.documents.roster_parts import REST
from safetydesk.documents.typesetting import Align, TextStyle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.platypus import Flowable, Table

    from safetydesk.documents.fonts import FontBook
    from safetydesk.documents.layout import FormPage
    from safetydesk.services.sheets import RosterDuty, RosterRow, RosterSheet

_POST = 24 * mm
_PAD = 1.6 * mm
_DAY = TextStyle(Face.HEI_BOLD, 13, 17, Align.CENTRE)
_DAY_HEAD = replace(_DAY, size=11, leading=15)
_SIZES = (
    (TextStyle(Face.HEI, 15, 20, Align.CENTRE), TextStyle(Face.SONG, 9.5, 13, Align.CENTRE)),
    (TextStyle(Face.HEI, 12, 15, Align.CENTRE), TextStyle(Face.SONG, 8.5, 10.5, Align.CENTRE)),
    (TextStyle(Face.HEI, 10, 12, Align.CENTRE), TextStyle(Face.SONG, 7.5, 9, Align.CENTRE)),
)
"""Names and what stands below them, from the largest; the first that fits one page is taken."""
_ROOM = 118 * mm


def table(book: FontBook, sheet: RosterSheet, page: FormPage) -> Table:
    """Seven days side by side; under each name the phone, and the hours where they are part."""
    posts = [sheet.leader_post, *sheet.posts] if sheet.leader_post else list(sheet.posts)
    name, small = next(
        (size for size in _SIZES if _height(sheet, posts, size) <= _ROOM), _SIZES[-1]
    )
    day_width = (page.width - _POST) / max(1, len(sheet.rows))
    made = RuledTable(book, [_POST, *([day_width] * len(sheet.rows))], _PAD)
    first = made.row([made.text("", small), *(_day_head(made, day) for day in sheet.rows)])
    made.shade(first, range(len(sheet.rows) + 1), styles.HEAD_GREY)
    rest = [at for at, day in enumerate(sheet.rows, 1) if day.shade in REST]
    for post in posts:
        cells = [_people(made, _on(day, post), name, small) for day in sheet.rows]
        row = made.row([made.text(post, _DAY), *cells])
        made.shade(row, rest, styles.REST_GREY)
    if any(day.remark for day in sheet.rows):
        remarks = [made.text(day.remark, small) for day in sheet.rows]
        made.row([made.text("备注", _DAY), *remarks])
    return made.build(repeat=1)


def _height(sheet: RosterSheet, posts: Sequence[str], size: tuple[TextStyle, TextStyle]) -> float:
    """How high the rows of people will be, each as high as its fullest cell."""
    name, small = size
    return sum(
        2 * _PAD
        + max(
            (
                sum(
                    name.leading + small.leading * (bool(duty.phone) + bool(duty.hours))
                    for duty in _on(day, post)
                )
                for day in sheet.rows
            ),
            default=0.0,
        )
        for post in posts
    )


def _on(day: RosterRow, post: str) -> list[RosterDuty]:
    return [duty for duty in day.duties if duty.post == post]


def _day_head(made: RuledTable, day: RosterRow) -> Flowable:
    weekday = wording.WEEKDAYS[day.day.weekday()]
    return made.text(f"{weekday}\n{day.day.month}月{day.day.day}日 {day.shade}", _DAY_HEAD)


def _people(
    made: RuledTable, here: Sequence[RosterDuty], name: TextStyle, small: TextStyle
) -> list[Flowable]:
    """Everybody of a cell, one below the other."""
    if not here:
        return [made.text(wording.NOTHING, name)]
    parts: list[Flowable] = []
    for duty in here:
        parts.append(made.text(duty.name, name))
        parts += [made.text(text, small) for text in (duty.phone, duty.hours) if text]
    return parts
