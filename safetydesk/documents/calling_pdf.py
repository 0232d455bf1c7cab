"""Knows the page of the record of calls (预警叫应记录表): who was called, answered, passed on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Spacer

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
from safetydesk.documents.typesetting import Span
from safetydesk.services.calling_sheet import took_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from reportlab.platypus import Table

    from safetydesk.services.calling_sheet import CallingSheet, CallRow

TITLE = "预警叫应记录表"

_PAD = 1.0 * mm
_HEADINGS = ("序", "对象（角色）", "姓名", "电话", "叫出", "应答", "用时", "复述", "反馈或升级")
_COLUMNS = (8 * mm, 36 * mm, 15 * mm, 25 * mm, 12 * mm, 12 * mm, 18 * mm, 10 * mm)
_WIDTHS = (*_COLUMNS, WIDTH - sum(_COLUMNS))
_LABEL = 18 * mm


def render(sheet: CallingSheet, book: FontBook | None = None) -> bytes:
    """The sheet as a PDF; the same sheet gives the same bytes.

    ``book`` are the fonts, those of this machine when left out.
    """
    with PRINTING:
        fonts = book or machine_fonts()
        return build_form(fonts, _page(sheet), list(_story(fonts, sheet)))


def _page(sheet: CallingSheet) -> FormPage:
    printed = f"打印 {wording.stamp(sheet.printed.at, sheet.zone)} {sheet.printed.by}"
    entries = f"日志 第 {sheet.entries[0]:,}—{sheet.entries[1]:,} 条" if sheet.entries else ""
    return FormPage(
        title=f"{TITLE} {sheet.number}",
        author=sheet.office,
        running_head=f"{sheet.office}　{TITLE}　{sheet.number}（续）",
        footer=(entries, printed, CONFIDENTIAL),
        made_at=sheet.printed.at.astimezone(sheet.zone),
    )


def _story(book: FontBook, sheet: CallingSheet) -> Iterator[Flowable]:
    yield spread_title(book, TITLE, styles.FORM_TITLE)
    ends = (sheet.office, sheet.number)
    yield EndsLine(book, *ends, above=1.5 * mm, below=1.5 * mm, style=styles.LOG_BODY)
    yield _head(book, sheet)
    yield _figures(book, sheet)
    yield _rows(book, sheet)
    yield Spacer(1, 4 * mm)
    yield KeepTogether([_signed(book, sheet)])


def _head(book: FontBook, sheet: CallingSheet) -> Table:
    """What the warning says, in the issuer's words, and how it came in."""
    part = WIDTH / 3 - _LABEL
    table = RuledTable(book, [_LABEL, part, _LABEL, part, _LABEL, part], _PAD)
    said, told = sheet.statement, sheet.told
    until = _when(sheet, said.in_force_until) if said.in_force_until else "未写明"
    issued = f"{said.issuer} {_when(sheet, said.issued_at)}"
    _labelled(table, ("预警", f"{said.signal}预警"), ("发布", issued), ("有效至", until))
    _labelled(
        table,
        ("影响范围", "、".join(said.areas) or "未写明"),
        ("来源", f"{sheet.means}，原文转发"),
        ("首叫", _clock(sheet, sheet.first_call_at)),
    )
    received = f"{_clock(sheet, sheet.received_at)}（{sheet.received_by}）"
    leader = f"{_clock(sheet, told.at)} {told.to_whom}" if told else wording.NOTHING
    _labelled(
        table,
        ("收到", received),
        ("报带班", leader),
        ("完成", _clock(sheet, sheet.finished_at)),
    )
    return table.build()


def _labelled(table: RuledTable, *pairs: tuple[str, str]) -> None:
    cells: list[Flowable] = []
    for label, words in pairs:
        cells += [table.text(label, styles.LOG_LABEL), table.text(words, styles.LOG_BODY)]
    table.shade(table.row(cells), (0, 2, 4), styles.LABEL_GREY)


def _figures(book: FontBook, sheet: CallingSheet) -> Table:
    """应叫, 已叫, 本人应答, 转叫应答, answers within the time."""
    tally = sheet.tally
    share = "—" if tally.share_in_time is None else f"{tally.share_in_time}%"
    figures = (
        ("应叫", str(tally.wanted)),
        ("已叫", str(tally.called)),
        ("本人应答", str(sheet.own_answers)),
        ("转叫应答", str(tally.answered - sheet.own_answers)),
        (f"{wording.lasting(sheet.within)}内应答率", share),
    )
    table = RuledTable(book, [WIDTH / len(figures)] * len(figures), 1.6 * mm)
    table.row(
        [
            table.text([Span(f"{label} "), Span(number, Face.HEI_BOLD)], styles.BODY_CENTRE)
            for label, number in figures
        ]
    )
    return table.build()


def _rows(book: FontBook, sheet: CallingSheet) -> Table:
    table = RuledTable(book, _WIDTHS, 1.3 * mm)
    head = table.row([table.text(heading, styles.LOG_LABEL) for heading in _HEADINGS])
    table.shade(head, range(len(_HEADINGS)), styles.HEAD_GREY)
    for row in sheet.rows:
        _row(table, sheet, row)
    return table.build(repeat=1)


def _row(table: RuledTable, sheet: CallingSheet, row: CallRow) -> None:
    answered = _clock(sheet, row.answered_at)
    if row.answered_at is None and row.called_at is not None:
        answered = "未应"
    centred = styles.LOG_CENTRE
    table.row(
        [
            table.text(str(row.number), centred),
            table.text(row.target, styles.LOG_BODY),
            table.text(row.name or wording.NOTHING, centred),
            table.text(row.telephone or wording.NOTHING, centred),
            table.text(_clock(sheet, row.called_at), centred),
            table.text([Span(answered, Face.HEI if answered == "未应" else None)], centred),
            table.text(took_words(row.took), centred),
            table.text("是" if row.repeated else wording.NOTHING, centred),
            table.text(row.outcome or wording.NOTHING, styles.LOG_BODY),
        ]
    )


def _signed(book: FontBook, sheet: CallingSheet) -> Table:
    """Who called; the leader signs by hand."""
    box = WIDTH / 2 - _LABEL - 8 * mm
    label = _LABEL + 8 * mm
    table = RuledTable(book, [label, box, label, box], _PAD)
    callers = table.text("　".join(sheet.callers), styles.SIGNED)
    cells = [
        table.text("叫应人", styles.LABEL),
        callers,
        table.text("带班领导", styles.LABEL),
        table.text("", styles.SIGNED),
    ]
    table.shade(table.row(cells, 14 * mm), (0, 2), styles.LABEL_GREY)
    return table.build()


def _clock(sheet: CallingSheet, at: datetime | None) -> str:
    return wording.clock_time(at, sheet.zone) if at is not None else wording.NOTHING


def _when(sheet: CallingSheet, at: datetime) -> str:
    """``7月18日 22:40``."""
    day = wording.local_day(at, sheet.zone)
    return f"{day.month}月{day.day}日 {wording.clock_time(at, sheet.zone)}"
