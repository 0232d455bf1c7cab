"""Knows the page of the handover record (交接班记录), matters to signatures."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Spacer, Table

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
from safetydesk.documents.marks import LevelMark
from safetydesk.documents.text_block import TextBlock
from safetydesk.documents.typesetting import Span, tick
from safetydesk.services.sheets import (
    Contingency,
    HandItem,
    HandoverItem,
    HandoverNotes,
    HandoverSheet,
    HandoverSide,
)

TITLE = "交接班记录"

_ITEM_COLUMNS = (9 * mm, 58 * mm, WIDTH - 121 * mm, 24 * mm, 14 * mm, 16 * mm)
_ITEM_HEADINGS = ("级", "事项", "情况与说明", "下一步", "接手", "复述")
_HAND_COLUMNS = (41 * mm, 19 * mm, WIDTH - 140 * mm, 22 * mm, 36 * mm, 22 * mm)
_PAD = 0.7 * mm
"""Above and below the words of a cell: a usual handover with its signatures is one page."""
_BLANK_REASON = "＿" * 12


def render(sheet: HandoverSheet, book: FontBook | None = None) -> bytes:
    """The sheet as a PDF; the same sheet gives the same bytes.

    ``book`` are the fonts, those of this machine when left out.
    """
    with PRINTING:
        fonts = book or machine_fonts()
        return build_form(fonts, _page(sheet), list(_story(fonts, sheet)))


def _page(sheet: HandoverSheet) -> FormPage:
    return FormPage(
        title=f"{TITLE} {sheet.number}",
        author=sheet.office,
        running_head=f"{sheet.office}　{TITLE}　{sheet.number}（续）",
        footer=footer(sheet.seal, sheet.printed, sheet.zone),
        made_at=sheet.printed.at.astimezone(sheet.zone),
    )


def _story(book: FontBook, sheet: HandoverSheet) -> Iterator[Flowable]:
    yield spread_title(book, TITLE, styles.FORM_TITLE)
    yield EndsLine(book, sheet.office, sheet.number, above=1.5 * mm, below=1.5 * mm)
    yield _head(book, sheet)
    yield from _section(book, f"一、未办结事项（{len(sheet.items)}）", _items(book, sheet))
    yield from _section(book, "二、可能情况与对策", _contingencies(book, sheet.contingencies))
    yield from _section(book, "三、批示、去向与今后 24 小时", _notes(book, sheet.notes))
    yield from _section(book, "四、设备物品清点", _hand_items(book, sheet.hand_items))
    yield from _section(book, "五、接班人复述", _read_back(book, sheet))
    yield from _closing(book, sheet)


def _section(book: FontBook, heading: str, table: Table) -> Iterator[Flowable]:
    """A heading that stays with at least the first lines of its table."""
    yield CondPageBreak(26 * mm)
    yield Spacer(1, 2.4 * mm)
    yield TextBlock(book, heading, styles.SECTION)
    yield Spacer(1, 1 * mm)
    yield table


def _head(book: FontBook, sheet: HandoverSheet) -> Table:
    value = WIDTH / 2 - 18 * mm
    table = RuledTable(book, [18 * mm, value, 18 * mm, value], _PAD)
    _head_row(table, ("交班", _side(sheet.outgoing)), ("接班", _side(sheet.incoming)))
    _head_row(table, ("起草冻结", _frozen(sheet)), ("接班登录", _arrivals(sheet)))
    return table.build()


def _head_row(table: RuledTable, *pairs: tuple[str, str]) -> None:
    cells: list[Flowable] = []
    for label, value in pairs:
        cells.append(table.text(label, styles.LABEL))
        cells.append(table.text(value or wording.NOTHING, styles.BODY))
    table.shade(table.row(cells), (0, 2), styles.LABEL_GREY)


def _side(side: HandoverSide) -> str:
    words = side.label + "、".join(side.officers)
    return f"{words}，带班{side.leader}" if side.leader else words


def _frozen(sheet: HandoverSheet) -> str:
    parts = (
        wording.clock_time(sheet.drafted_at, sheet.zone) if sheet.drafted_at else "",
        f"日志第 {sheet.last_seq:,} 条" if sheet.last_seq is not None else "",
        f"封存后 {sheet.later:,} 条" if sheet.later else "",
    )
    return wording.joined(parts, "，")


def _arrivals(sheet: HandoverSheet) -> str:
    """``周倩 08:16　孙浩 08:19（提前 14 分、11 分）``; who came late is said to be late."""
    zone = sheet.zone
    words = [
        f"{p.name} {wording.clock_time(p.arrived_at, zone)}" if p.arrived_at else f"{p.name} 未登录"
        for p in sheet.arrivals
    ]
    return "　".join(words) + _punctuality(sheet)


def _punctuality(sheet: HandoverSheet) -> str:
    if sheet.shift_from is None:
        return ""
    leads = [sheet.shift_from - p.arrived_at for p in sheet.arrivals if p.arrived_at is not None]
    early = [wording.lasting(lead) for lead in leads if lead.total_seconds() >= 0]
    late = [wording.lasting(-lead) for lead in leads if lead.total_seconds() < 0]
    words = [f"提前 {'、'.join(early)}"] if early else []
    words += [f"迟 {'、'.join(late)}"] if late else []
    return f"（{'；'.join(words)}）" if words else ""


def _items(book: FontBook, sheet: HandoverSheet) -> Table:
    table = RuledTable(book, _ITEM_COLUMNS, _PAD)
    head = table.row([table.text(heading, styles.LABEL) for heading in _ITEM_HEADINGS])
    table.shade(head, range(len(_ITEM_HEADINGS)), styles.HEAD_GREY)
    day = _reference_day(sheet)
    for item in sheet.items:
        _item_row(table, sheet, item, day)
    if not sheet.items:
        nothing = table.text("无未办结事项", styles.BODY_CENTRE)
        table.row([nothing, *[""] * 5], joined=(0, 5))
    return table.build(repeat=1)


def _reference_day(sheet: HandoverSheet) -> date:
    """The day on which due times need no date: that of the incoming shift's begin."""
    return wording.local_day(sheet.shift_from or sheet.printed.at, sheet.zone)


def _item_row(table: RuledTable, sheet: HandoverSheet, item: HandoverItem, day: date) -> None:
    read_back = {True: "已复述", False: "未复述", None: wording.NOTHING}[item.read_back]
    table.row(
        [
            LevelMark(item.level),
            table.text(item.title, styles.BODY_HEI),
            table.text(item.situation or "无需说明", styles.BODY),
            table.text(_next(sheet, item, day), styles.BODY_CENTRE),
            table.text(item.next_owner or wording.NOTHING, styles.BODY_CENTRE),
            table.text(read_back, styles.BODY_CENTRE),
        ]
    )


def _next(sheet: HandoverSheet, item: HandoverItem, day: date) -> str:
    due = ""
    if item.due_at is not None:
        due = wording.time_from(item.due_at, day, sheet.zone) + (" 前" if item.due_is_limit else "")
    return "\n".join(part for part in (item.next_step, due) if part) or wording.NOTHING


def _contingencies(book: FontBook, cases: tuple[Contingency, ...]) -> Table:
    table = RuledTable(book, [36 * mm, WIDTH - 36 * mm], _PAD)
    for case in cases or (Contingency(wording.NOTHING, wording.NOTHING),):
        response = table.text(case.response or wording.NOTHING, styles.BODY)
        table.row([table.text(case.case, styles.BODY_HEI), response])
    return table.build()


def _notes(book: FontBook, notes: HandoverNotes) -> Table:
    table = RuledTable(book, [26 * mm, WIDTH - 26 * mm], _PAD)
    parts = (
        ("批示指示", notes.instructions),
        ("领导去向", notes.whereabouts),
        ("预警响应", notes.warnings),
        ("今后 24 小时", notes.next_day),
    )
    for label, sentences in parts:
        words = table.text(wording.joined(sentences), styles.BODY)
        row = table.row([table.text(label, styles.LABEL), words])
        table.shade(row, (0,), styles.LABEL_GREY)
    return table.build()


def _hand_items(book: FontBook, things: tuple[HandItem, ...]) -> Table:
    """Three things to a row, each with its tick and what was found."""
    table = RuledTable(book, _HAND_COLUMNS, _PAD)
    for start in range(0, max(1, len(things)), 3):
        cells: list[Flowable | str] = []
        for thing in things[start : start + 3]:
            words = [tick(checked=thing.checked), Span(f" {thing.name}")]
            cells.append(table.text(words, styles.BODY))
            cells.append(table.text(thing.finding or wording.NOTHING, styles.BODY_CENTRE))
        table.row(cells + [""] * (6 - len(cells)))
    return table.build()


def _read_back(book: FontBook, sheet: HandoverSheet) -> Table:
    """The incoming officer's words in a plain frame, at least three lines high."""
    table = RuledTable(book, [WIDTH], 2 * mm, 2.5 * mm)
    words = table.text(sheet.read_back.text, styles.READ_BACK)
    inner = WIDTH - 5 * mm
    height = max(19 * mm, words.wrap(inner, 1)[1] + 4 * mm)
    table.row([words], None if height > 19 * mm else height)
    return table.build_plain()


def _closing(book: FontBook, sheet: HandoverSheet) -> Iterator[Flowable]:
    read_back, zone = sheet.read_back, sheet.zone
    confirmed = " 复述无误"
    if read_back.confirmed_at is not None:
        time = wording.clock_time(read_back.confirmed_at, zone)
        confirmed += f"（{read_back.confirmed_by} {time}）"
    refusal = f" 不接，原因：{_BLANK_REASON}"
    if sheet.objections:
        refusal = f" 不接 {len(sheet.objections)} 项，原因见下"
    left = [tick(checked=read_back.confirmed_at is not None), Span(confirmed)]
    right = [tick(checked=bool(sheet.objections)), Span(refusal)]
    parts: list[Flowable] = [
        EndsLine(book, left, right, above=1.5 * mm, below=1.5 * mm),
        *(TextBlock(book, f"不接：{words}", styles.BODY) for words in sheet.objections),
        Spacer(1, 1 * mm),
        signature_table(book, sheet.signatures, zone, height=15 * mm),
        Spacer(1, 1.5 * mm),
        TextBlock(book, _moves(sheet), styles.BODY),
    ]
    yield KeepTogether(parts)


def _moves(sheet: HandoverSheet) -> str:
    if sheet.moves_at is None:
        return "尚未签字交接，责任仍归交班人员。"
    time = wording.time_from(sheet.moves_at, _reference_day(sheet), sheet.zone)
    shift = sheet.incoming.label.split("（")[0]
    return f"责任自 {time} 接班签字起转移；其后记录归{shift}。"
