"""Knows the page of the shift log (值班日志): head, ruled rows in time order, foot, signatures."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Table

from safetydesk.documents import styles, wording
from safetydesk.documents.fonts import PRINTING, FontBook, machine_fonts
from safetydesk.documents.form_parts import footer, signature_table
from safetydesk.documents.layout import (
    WIDTH,
    EndsLine,
    FormPage,
    RuledTable,
    build_form,
    spread_title,
)
from safetydesk.documents.typesetting import Span
from safetydesk.services.sheets import Arrival, LogRow, SegmentMark, ShiftLogSheet, ShiftSummary

TITLE = "值班日志"

_PAD = 1.0 * mm
_COLUMNS = (8 * mm, 12 * mm, 17 * mm, WIDTH - 116 * mm, 54 * mm, 13 * mm, 12 * mm)
_HEADINGS = ("序", "时间", "类别", "内容摘要", "处理情况", "状态", "记录")


def render(sheet: ShiftLogSheet, book: FontBook | None = None) -> bytes:
    """The sheet as a PDF; the same sheet gives the same bytes.

    ``book`` are the fonts, those of this machine when left out.
    """
    with PRINTING:
        fonts = book or machine_fonts()
        return build_form(fonts, _page(sheet), list(_story(fonts, sheet)))


def _page(sheet: ShiftLogSheet) -> FormPage:
    return FormPage(
        title=f"{TITLE} {sheet.number}",
        author=sheet.office,
        running_head=f"{sheet.office}　{TITLE}　{sheet.number}（续）",
        footer=footer(sheet.seal, sheet.printed, sheet.zone),
        made_at=sheet.printed.at.astimezone(sheet.zone),
    )


def _story(book: FontBook, sheet: ShiftLogSheet) -> Iterator[Flowable]:
    yield spread_title(book, TITLE, styles.FORM_TITLE)
    ends = (sheet.office, sheet.number)
    yield EndsLine(book, *ends, above=1.5 * mm, below=1.5 * mm, style=styles.LOG_BODY)
    yield _head(book, sheet)
    yield _rows(book, sheet)
    yield KeepTogether(
        [
            _foot(book, sheet.summary),
            signature_table(book, sheet.signatures, sheet.zone, height=12 * mm),
        ]
    )


def _head(book: FontBook, sheet: ShiftLogSheet) -> Table:
    value = (WIDTH - 50 * mm) / 3
    table = RuledTable(book, [16 * mm, value, 16 * mm, value, 18 * mm, value], _PAD)
    day = f"{wording.long_date(sheet.day)} {wording.WEEKDAYS[sheet.day.weekday()]}"
    leader = f"{sheet.leader}（{sheet.leader_title}）" if sheet.leader_title else sheet.leader
    start = wording.time_from(sheet.shift_from, sheet.day, sheet.zone)
    end = wording.time_from(sheet.shift_to, sheet.day, sheet.zone)
    primary = _arrivals(sheet, (sheet.primary,) if sheet.primary else ())
    _labelled(table, ("日期", day), ("天气", sheet.weather), ("带班领导", leader))
    deputies = _arrivals(sheet, sheet.deputies)
    _labelled(table, ("班次", f"{start} — {end}"), ("主班", primary), ("副班", deputies))
    return table.build()


def _labelled(table: RuledTable, *pairs: tuple[str, str]) -> None:
    """A row of labels and values."""
    cells: list[Flowable] = []
    for label, value in pairs:
        cells.append(table.text(label, styles.LOG_LABEL))
        cells.append(table.text(value or wording.NOTHING, styles.LOG_BODY))
    row = table.row(cells)
    table.shade(row, range(0, 2 * len(pairs), 2), styles.LABEL_GREY)


def _arrivals(sheet: ShiftLogSheet, people: tuple[Arrival, ...]) -> str:
    return "\n".join(_arrival(sheet, person) for person in people)


def _arrival(sheet: ShiftLogSheet, person: Arrival) -> str:
    if person.arrived_at is None:
        return f"{person.name}（未登录）"
    return f"{person.name}（{wording.time_from(person.arrived_at, sheet.day, sheet.zone)} 到岗）"


def _rows(book: FontBook, sheet: ShiftLogSheet) -> Table:
    table = RuledTable(book, _COLUMNS, _PAD)
    head = table.row([table.text(heading, styles.LOG_LABEL) for heading in _HEADINGS])
    table.shade(head, range(len(_HEADINGS)), styles.HEAD_GREY)
    today = sheet.day
    for row in sheet.rows:
        day = wording.local_day(row.at, sheet.zone)
        if day != today:
            _date_row(table, day)
            today = day
        _entry_row(table, sheet, row)
    if not sheet.rows:
        nothing = table.text("本班无记录", styles.LOG_CENTRE)
        table.row([nothing, *[""] * 6], joined=(0, 6))
    return table.build(repeat=1)


def _date_row(table: RuledTable, day: date) -> None:
    line = table.text(wording.date_line(day), styles.LOG_LABEL)
    row = table.row([line, *[""] * 6], joined=(0, 6))
    table.shade(row, range(7), styles.LABEL_GREY)
    table.pad_row(row, 0.4 * mm)


def _entry_row(table: RuledTable, sheet: ShiftLogSheet, row: LogRow) -> None:
    time = wording.clock_time(row.at, sheet.zone)
    table.row(
        [
            table.text(str(row.number), styles.LOG_CENTRE),
            table.text(time, styles.LOG_CENTRE),
            table.text(row.kind, styles.LOG_CENTRE),
            table.text(_content(sheet, row), styles.LOG_BODY),
            table.text(row.handling or wording.NOTHING, styles.LOG_BODY),
            table.text(row.state or wording.NOTHING, styles.LOG_CENTRE),
            table.text(row.recorder, styles.LOG_CENTRE),
        ]
    )


def _content(sheet: ShiftLogSheet, row: LogRow) -> list[Span]:
    """The entry's text, what was struck, who corrected it, and the frame of a late entry."""
    spans = [Span(part.text, struck=part.mark is SegmentMark.STRUCK) for part in row.content]
    day = wording.local_day(row.at, sheet.zone)
    for correction in row.corrections:
        time = wording.time_from(correction.at, day, sheet.zone)
        spans.append(Span(f"（更正 {correction.by} {time}）"))
    if row.late is not None:
        entered = wording.time_from(row.late.entered_at, day, sheet.zone)
        words = f"补记 {entered}，迟 {wording.lasting(row.late.late_by)}"
        spans += [Span(" "), Span(words, framed=True)]
    return spans


def _foot(book: FontBook, summary: ShiftSummary) -> Table:
    value = WIDTH / 2 - 26 * mm
    table = RuledTable(book, [26 * mm, value, 26 * mm, value], _PAD)
    _labelled(table, ("信息报送", summary.reports), ("预警与响应", summary.warnings))
    _labelled(table, ("查岗巡查", summary.checks), ("设备系统", summary.equipment))
    listed = "　".join(
        f"{wording.circled(number)} {item}" for number, item in enumerate(summary.open_items, 1)
    )
    items = table.text(listed or "无", styles.LOG_BODY)
    row = table.row([table.text("未办结", styles.LOG_LABEL), items, "", ""], joined=(1, 3))
    table.shade(row, (0,), styles.LABEL_GREY)
    return table.build()
