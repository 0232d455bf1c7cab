"""Knows the page of the duty statistics: a row a person, turns by kind of day, worth, time off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Spacer

from safetydesk.documents import styles, wording
from safetydesk.documents.fonts import PRINTING, Face, FontBook, machine_fonts
from safetydesk.documents.layout import (
    CONFIDENTIAL,
    EndsLine,
    FormPage,
    RuledTable,
    build_form,
    spread_title,
)
from safetydesk.documents.text_block import TextBlock
from safetydesk.documents.typesetting import Span
from safetydesk.services.views_statistics import WORKING_DAY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlab.platypus import Table

    from safetydesk.services.views_statistics import DutyCountRow, StatisticsSheet

_HEADINGS = (
    "序号",
    "姓名",
    "科室",
    "工作日",
    "周末",
    "调休",
    "法定",
    "春节",
    "夜班",
    "带班",
    "合计",
    "小时",
    "未签到",
    "未到期",
    "补助（元）",
    "应补休",
    "已补休",
)
_NARROW = 13.4 * mm
_WIDTHS = (10 * mm, 19 * mm, 37 * mm, *([_NARROW] * 9), 14 * mm, 14 * mm, 22 * mm, 15 * mm, 15 * mm)
_PAD = 0.7 * mm
_KINDS = {
    "workday": "工作日",
    "weekend": "周末",
    "rest": "调休",
    "statutory": "法定",
    "spring": "春节",
    "nights": "夜班",
    "total": "合计",
}


def render(sheet: StatisticsSheet, book: FontBook | None = None) -> bytes:
    """The sheet as a PDF; the same sheet gives the same bytes."""
    with PRINTING:
        fonts = book or machine_fonts()
        page = _page(sheet)
        return build_form(fonts, page, list(_story(fonts, sheet, page)))


def _page(sheet: StatisticsSheet) -> FormPage:
    view = sheet.view
    printed = f"打印 {wording.stamp(view.made_at, view.zone)} {sheet.printed_by}"
    return FormPage(
        title=sheet.title,
        author=view.office,
        running_head=f"{sheet.title}（续）",
        footer=("", printed, CONFIDENTIAL),
        made_at=view.made_at.astimezone(view.zone),
        landscape=True,
    )


def _story(book: FontBook, sheet: StatisticsSheet, page: FormPage) -> Iterator[Flowable]:
    view = sheet.view
    yield spread_title(book, sheet.title, styles.ROSTER_TITLE, page.width)
    period = f"{wording.long_date(view.first)}—{wording.long_date(view.last)}"
    yield EndsLine(book, period, f"替班 {view.swaps} 次", above=1.5 * mm, below=1.5 * mm)
    yield _table(book, sheet)
    yield Spacer(1, 2 * mm)
    spreads = "　".join(f"{_KINDS[s.kind]} {s.fewest}—{s.most}" for s in view.spreads)
    yield TextBlock(book, [Span("人均差距（最少—最多）：", Face.HEI), Span(spreads)], styles.BODY)
    notes = "班次按值班日计；已过去的按签到，未签到的单列、不计补助和补休；未到期的按计划。"
    rates = "" if view.has_rates else "本单位尚未录入补助和补休标准。"
    yield TextBlock(book, [Span("说明：", Face.HEI), Span(notes + rates)], styles.BODY)
    signers = "制表：　　　　　　审核：　　　　　　签发："
    yield KeepTogether([Spacer(1, 2 * mm), EndsLine(book, signers, f"{view.office}（盖章）")])


def _table(book: FontBook, sheet: StatisticsSheet) -> Table:
    table = RuledTable(book, _WIDTHS, _PAD)
    head = table.row([table.text(heading, styles.LABEL) for heading in _HEADINGS])
    table.shade(head, range(len(_HEADINGS)), styles.HEAD_GREY)
    for number, row in enumerate(sheet.view.rows, 1):
        texts = (str(number), row.name, row.section, *_figures(row))
        table.row([table.text(text, styles.BODY_CENTRE) for text in texts])
    return table.build(repeat=1)


def _figures(row: DutyCountRow) -> Iterator[str]:
    """Nothing is printed for nought, so that the figures stand out."""
    for figure in (
        row.workday,
        row.weekend,
        row.rest,
        row.statutory,
        row.spring,
        row.nights,
        row.leader,
        row.total,
        row.minutes // 60,
        row.unproven,
        row.planned,
    ):
        yield str(figure) if figure else ""
    yield f"{row.fen / 100:,.2f}" if row.fen else ""
    yield days_text(row.owed_minutes)
    yield days_text(row.taken_minutes)


def days_text(minutes: int) -> str:
    """``1.5 天``; nothing for nought."""
    return f"{minutes / WORKING_DAY:g} 天" if minutes else ""
