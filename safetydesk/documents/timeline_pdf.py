"""Knows the page of an incident's chronology (处置大事记): to the minute, with the people told."""

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
from safetydesk.documents.text_block import TextBlock
from safetydesk.documents.typesetting import Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from reportlab.platypus import Table

    from safetydesk.domain.incident_record import BasisRecord
    from safetydesk.services.timeline_sheet import TimelineSheet
    from safetydesk.services.views_incidents import NoticeLine, TimelineLine, ToldLine

TITLE = "处置大事记"

_PAD = 1.0 * mm
_COLUMNS = (10 * mm, 14 * mm, 15 * mm, WIDTH - 67 * mm, 28 * mm)
_HEADINGS = ("序", "时间", "类别", "内容", "来源或记录人")
_TOLD = (10 * mm, WIDTH - 130 * mm, 30 * mm, 32 * mm, 32 * mm, 26 * mm)
_TOLD_HEADINGS = ("序", "告知对象", "首次告知时间", "方式", "接收人", "经办")
_NOTICES = (38 * mm, 16 * mm, WIDTH - 116 * mm, 32 * mm, 30 * mm)
_NOTICE_HEADINGS = ("部门", "关系", "依据", "告知时间、方式", "接收人、经办")
_LABEL = 22 * mm


def render(sheet: TimelineSheet, book: FontBook | None = None) -> bytes:
    """The sheet as a PDF; the same sheet gives the same bytes.

    ``book`` are the fonts, those of this machine when left out.
    """
    with PRINTING:
        fonts = book or machine_fonts()
        return build_form(fonts, _page(sheet), list(_story(fonts, sheet)))


def _page(sheet: TimelineSheet) -> FormPage:
    printed = f"打印 {wording.stamp(sheet.printed.at, sheet.zone)} {sheet.printed.by}"
    return FormPage(
        title=f"{TITLE} {sheet.number}",
        author=sheet.office,
        running_head=f"{sheet.office}　{TITLE}　{sheet.number}（续）",
        footer=("", printed, CONFIDENTIAL),
        made_at=sheet.printed.at.astimezone(sheet.zone),
    )


def _story(book: FontBook, sheet: TimelineSheet) -> Iterator[Flowable]:
    yield spread_title(book, TITLE, styles.FORM_TITLE)
    ends = (sheet.office, f"事件 {sheet.number}")
    yield EndsLine(book, *ends, above=1.5 * mm, below=1.5 * mm, style=styles.LOG_BODY)
    yield _head(book, sheet)
    yield _rows(book, sheet)
    yield Spacer(1, 3 * mm)
    yield _told(book, sheet)
    if sheet.notices:
        yield Spacer(1, 3 * mm)
        yield _notices(book, sheet)
    yield KeepTogether(list(_foot(book, sheet)))


def _head(book: FontBook, sheet: TimelineSheet) -> Table:
    """Title, grades, state, times with what they were before, casualties."""
    half = WIDTH / 2 - _LABEL
    table = RuledTable(book, [_LABEL, half, _LABEL, half], _PAD)
    _wide(table, "事件", sheet.title)
    _pair(table, ("等级", sheet.grade), ("状态", sheet.state))
    times = "；".join(_time_words(sheet, record) for record in sheet.times)
    _wide(table, "时间", times)
    _wide(table, "伤亡", sheet.casualties)
    if sheet.findings:
        _wide(table, "存疑", "；".join(sheet.findings))
    return table.build()


def _time_words(sheet: TimelineSheet, record: BasisRecord) -> str:
    """``事发 2025年10月6日 10:03（原记 10:05）``."""
    day = wording.local_day(record.at, sheet.zone)
    about = "许" if record.approximate else ""
    when = f"{wording.long_date(day)} {wording.clock_time(record.at, sheet.zone)}{about}"
    former = "、".join(wording.time_from(at, day, sheet.zone) for at in record.former)
    return f"{record.kind.chinese_name} {when}" + (f"（原记 {former}）" if former else "")


def _wide(table: RuledTable, label: str, words: str) -> None:
    """A row of one label and words over the whole width."""
    cells = [table.text(label, styles.LOG_LABEL), table.text(words or "无", styles.LOG_BODY)]
    table.shade(table.row([*cells, "", ""], joined=(1, 3)), (0,), styles.LABEL_GREY)


def _pair(table: RuledTable, *pairs: tuple[str, str]) -> None:
    """A row of two labels with their words."""
    cells: list[Flowable] = []
    for label, words in pairs:
        cells.append(table.text(label, styles.LOG_LABEL))
        cells.append(table.text(words or wording.NOTHING, styles.LOG_BODY))
    table.shade(table.row(cells), (0, 2), styles.LABEL_GREY)


def _rows(book: FontBook, sheet: TimelineSheet) -> Table:
    """The lines in order of time, a date line before each new day."""
    table = RuledTable(book, _COLUMNS, _PAD)
    _headings(table, _HEADINGS)
    today: date | None = None
    for number, line in enumerate(sheet.rows, 1):
        day = wording.local_day(line.at, sheet.zone)
        if day != today:
            words = f"{wording.long_date(day)} {wording.WEEKDAYS[day.weekday()]}"
            _joined(table, words, len(_HEADINGS))
            today = day
        _line(table, sheet, number, line)
    if not sheet.rows:
        _joined(table, "无记录", len(_HEADINGS))
    return table.build(repeat=1)


def _line(table: RuledTable, sheet: TimelineSheet, number: int, line: TimelineLine) -> None:
    table.row(
        [
            table.text(str(number), styles.LOG_CENTRE),
            table.text(wording.clock_time(line.at, sheet.zone), styles.LOG_CENTRE),
            table.text(line.mark.chinese_name, styles.LOG_CENTRE),
            table.text(line.text, styles.LOG_BODY),
            table.text(line.who or wording.NOTHING, styles.LOG_CENTRE),
        ]
    )


def _told(book: FontBook, sheet: TimelineSheet) -> Table:
    """Who was told, when first, how, and who took it."""
    table = RuledTable(book, _TOLD, _PAD)
    _joined(table, "告知情况", len(_TOLD_HEADINGS))
    _headings(table, _TOLD_HEADINGS)
    for number, line in enumerate(sheet.told, 1):
        table.row(
            [table.text(text, styles.LOG_CENTRE) for text in _told_texts(sheet, number, line)]
        )
    if not sheet.told:
        _joined(table, "尚未告知任何单位或人员", len(_TOLD_HEADINGS))
    return table.build(repeat=2)


def _told_texts(sheet: TimelineSheet, number: int, line: ToldLine) -> tuple[str, ...]:
    local = line.at.astimezone(sheet.zone)
    taken = (line.by or "已确认") if line.confirmed else "未确认"
    by = line.told_by or wording.NOTHING
    return str(number), line.name, f"{local:%m-%d %H:%M}", line.what, taken, by


def _notices(book: FontBook, sheet: TimelineSheet) -> Table:
    """Who is competent and whom the law names to be told, by which text, told or not."""
    table = RuledTable(book, _NOTICES, _PAD)
    _joined(table, "主管部门与通报", len(_NOTICE_HEADINGS))
    _headings(table, _NOTICE_HEADINGS)
    for line in sheet.notices:
        when, whom = _notice_texts(sheet, line)
        citation = f"{line.citation}（待核实）" if line.weak else line.citation
        table.row(
            [
                table.text(line.department, styles.LOG_CENTRE),
                table.text(line.role, styles.LOG_CENTRE),
                table.text(citation, styles.LOG_BODY),
                table.text(when, styles.LOG_CENTRE),
                table.text(whom, styles.LOG_CENTRE),
            ]
        )
    return table.build(repeat=2)


def _notice_texts(sheet: TimelineSheet, line: NoticeLine) -> tuple[str, str]:
    if line.told is None:
        return ("本单位" if line.ours else "未告知"), wording.NOTHING
    local = line.told.at.astimezone(sheet.zone)
    people = "、".join(name for name in (line.told.by, line.told.told_by) if name)
    return f"{local:%m-%d %H:%M} {line.told.what}", people or wording.NOTHING


def _headings(table: RuledTable, headings: tuple[str, ...]) -> None:
    head = table.row([table.text(heading, styles.LOG_LABEL) for heading in headings])
    table.shade(head, range(len(headings)), styles.HEAD_GREY)


def _joined(table: RuledTable, words: str, columns: int) -> None:
    """A row over the whole width."""
    line = table.text(words, styles.LOG_LABEL)
    row = table.row([line, *[""] * (columns - 1)], joined=(0, columns - 1))
    table.shade(row, range(columns), styles.LABEL_GREY)


def _foot(book: FontBook, sheet: TimelineSheet) -> Iterator[Flowable]:
    """Whom nobody has told yet, and the lines for the pen."""
    yield Spacer(1, 2 * mm)
    missing = "、".join(line.department for line in sheet.notices if line.open)
    if sheet.notices:
        words = f"尚未告知：{missing}" if missing else "均已告知"
        yield TextBlock(book, [Span("应告知单位：", Face.HEI), Span(words)], styles.BODY)
    yield Spacer(1, 3 * mm)
    yield EndsLine(book, "整理：　　　　　　审核：", f"{sheet.office}（盖章）")
