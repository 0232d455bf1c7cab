"""Knows the page of the month roster (值班安排表): one ruled row a day, rest days grey."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Spacer, Table

from safetydesk.documents import styles, wording
from safetydesk.documents.fonts import PRINTING, Face, FontBook, machine_fonts
from safetydesk.documents.layout import (
    CONFIDENTIAL,
    WIDTH,
    EndsLine,
    FormPage,
    RuledTable,
    build_form,
    spread_title,
)
from safetydesk.documents.text_block import TextBlock
from safetydesk.documents.typesetting import Span
from safetydesk.services.sheets import DayShade, RosterRow, RosterSheet

_COLUMNS = (
    19 * mm,
    10 * mm,
    15 * mm,
    33 * mm,
    25 * mm,
    16 * mm,
    16 * mm,
    16 * mm,
    WIDTH - 150 * mm,
)
_HEADINGS = ("日期", "星期", "日类", "带班领导", "手机", "主班", "副班", "备班", "备注")
_REST = frozenset({DayShade.WEEKEND, DayShade.STATUTORY, DayShade.BRIDGE})
_PAD = 0.85 * mm


def render(sheet: RosterSheet, book: FontBook | None = None) -> bytes:
    """The sheet as a PDF; the same sheet gives the same bytes.

    ``book`` are the fonts, those of this machine when left out.
    """
    with PRINTING:
        fonts = book or machine_fonts()
        return build_form(fonts, _page(sheet), list(_story(fonts, sheet)))


def _page(sheet: RosterSheet) -> FormPage:
    title = _title(sheet)
    printed = f"打印 {wording.stamp(sheet.printed.at, sheet.zone)} {sheet.printed.by}"
    return FormPage(
        title=title,
        author=sheet.office,
        running_head=f"{title}（续）",
        footer=(sheet.filing_line, printed, CONFIDENTIAL),
        made_at=sheet.printed.at.astimezone(sheet.zone),
    )


def _title(sheet: RosterSheet) -> str:
    return f"{sheet.office}{sheet.year}年{sheet.month}月值班安排表"


def _story(book: FontBook, sheet: RosterSheet) -> Iterator[Flowable]:
    yield spread_title(book, _title(sheet), styles.ROSTER_TITLE)
    yield EndsLine(book, sheet.contact_line, sheet.pattern_line, above=1.5 * mm, below=1.5 * mm)
    yield _days(book, sheet)
    yield Spacer(1, 2 * mm)
    if sheet.notes:
        listed = " ".join(f"{number}. {note}" for number, note in enumerate(sheet.notes, 1))
        yield TextBlock(book, [Span("注意事项：", Face.HEI), Span(listed)], styles.BODY)
    if sheet.upward_phones:
        yield Spacer(1, 1.5 * mm)
        yield TextBlock(book, sheet.upward_phones, styles.BODY)
    yield KeepTogether([Spacer(1, 2 * mm), _signers(book, sheet)])


def _days(book: FontBook, sheet: RosterSheet) -> Table:
    table = RuledTable(book, _COLUMNS, _PAD)
    head = table.row([table.text(heading, styles.LABEL) for heading in _HEADINGS])
    table.shade(head, range(len(_HEADINGS)), styles.HEAD_GREY)
    for day in sheet.rows:
        _day_row(table, day)
    return table.build(repeat=1)


def _day_row(table: RuledTable, day: RosterRow) -> None:
    """A statutory holiday is bold too: the grey alone would not survive a bad copy."""
    statutory = day.shade is DayShade.STATUTORY
    dated = replace(styles.BODY_CENTRE, face=Face.SONG_BOLD if statutory else Face.SONG)
    kind = replace(styles.BODY_CENTRE, face=Face.HEI_BOLD if statutory else Face.SONG)
    row = table.row(
        [
            table.text(f"{day.day.month}月{day.day.day}日", dated),
            table.text(wording.WEEKDAYS[day.day.weekday()][-1], styles.BODY_CENTRE),
            table.text(day.shade, kind),
            table.text(day.leader, styles.BODY),
            *(
                table.text(text or wording.NOTHING, styles.BODY_CENTRE)
                for text in (day.leader_phone, day.primary, day.deputy, day.standby)
            ),
            table.text(day.remark, styles.BODY),
        ]
    )
    if day.shade in _REST:
        table.shade(row, range(len(_COLUMNS)), styles.REST_GREY)


def _signers(book: FontBook, sheet: RosterSheet) -> Flowable:
    people = (("制表", sheet.prepared_by), ("审核", sheet.reviewed_by), ("签发", sheet.signed_by))
    left: list[Span] = []
    for label, name in people:
        left += [Span(f"{label}："), Span(name or "　　　", Face.KAI), Span("　　　")]
    issued = wording.long_date(sheet.issued_on) if sheet.issued_on else ""
    return EndsLine(book, left, f"{sheet.office}（盖章）　{issued}")
