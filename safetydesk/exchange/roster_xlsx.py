"""Writes a roster as a workbook that looks like the printed sheet and prints like it."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from safetydesk.exchange.harmless_cells import runs
from safetydesk.exchange.roster_grid import REMARK, REST, headings, notes, texts
from safetydesk.services.sheets import DayShade

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

    from safetydesk.services.sheets import RosterRow, RosterSheet

_SONG, _HEI = "宋体", "黑体"
_HEAD_GREY, _REST_GREY = "EDEDED", "EFEFEF"
_WIDTHS: Mapping[str, float] = {"日期": 11, "星期": 8, "日类": 8, "手机": 14, REMARK: 18}
_LEADER_WIDTH, _NAME_WIDTH = 20, 11
_TABLE_ROW = 3
_LINE_HEIGHT = 16
_A4 = 9
"""How Office numbers the paper."""
_DATE_FORMAT = 'm"月"d"日"'


@dataclass(frozen=True)
class _Look:
    """How a cell stands on the sheet."""

    face: str = _SONG
    size: float = 10.5
    bold: bool = False
    centred: bool = True
    grey: str = ""
    ruled: bool = True


def roster_xlsx(sheet: RosterSheet) -> bytes:
    """The workbook. Texts are texts, whatever they begin with; nothing in it is a formula."""
    from openpyxl import Workbook

    book = Workbook()
    page = book.active
    page.title = "值班安排表"
    heads = headings(sheet)
    _put_line(page, 1, sheet.title, _Look(_HEI, 18, bold=True, ruled=False), len(heads))
    line = "　　".join(part for part in (sheet.contact_line, sheet.pattern_line) if part)
    _put_line(page, 2, line, _Look(centred=False, ruled=False), len(heads))
    for column, head in enumerate(heads, 1):
        _put(page.cell(_TABLE_ROW, column), head, _Look(_HEI, grey=_HEAD_GREY))
    for at, row in enumerate(sheet.rows, _TABLE_ROW + 1):
        _put_day(page, at, sheet, row)
    _put_foot(page, _TABLE_ROW + 1 + len(sheet.rows), sheet, len(heads))
    _set_up(page, heads, sheet.leader_post)
    _stamp(book.properties, sheet)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _put_day(page: Worksheet, at: int, sheet: RosterSheet, row: RosterRow) -> None:
    """One day; its date is a date that can be sorted and counted with."""
    grey = _REST_GREY if row.shade in REST else ""
    bold = row.shade is DayShade.STATUTORY
    date_cell = page.cell(at, 1)
    _put(date_cell, "", _Look(bold=bold, grey=grey))
    date_cell.value = datetime.combine(row.day, datetime.min.time())
    date_cell.number_format = _DATE_FORMAT
    cells = texts(sheet, row)
    for column, text in enumerate(cells, 2):
        last = column == len(cells) + 1
        look = _Look(bold=bold and column == 3, centred=not last, grey=grey)  # noqa: PLR2004 - 日类
        _put(page.cell(at, column), text, look)
    lines = max(text.count("\n") + 1 for text in cells)
    page.row_dimensions[at].height = _LINE_HEIGHT * lines + 4


def _put_foot(page: Worksheet, at: int, sheet: RosterSheet, columns: int) -> None:
    plain = _Look(centred=False, ruled=False)
    _put_line(page, at, notes(sheet), plain, columns)
    page.row_dimensions[at].height = 3 * _LINE_HEIGHT
    signers = "　　　　".join(
        f"{label}：{name}"
        for label, name in (
            ("制表", sheet.prepared_by),
            ("审核", sheet.reviewed_by),
            ("签发", sheet.signed_by),
        )
    )
    _put_line(page, at + 1, f"{signers}　　　　{sheet.office}（盖章）", plain, columns)
    if sheet.filing_line:
        _put_line(page, at + 2, sheet.filing_line, plain, columns)


def _put_line(page: Worksheet, at: int, text: str, look: _Look, columns: int) -> None:
    """A text over the whole width."""
    page.merge_cells(start_row=at, end_row=at, start_column=1, end_column=columns)
    _put(page.cell(at, 1), text, look)
    page.row_dimensions[at].height = 30 if look.size > _LINE_HEIGHT else _LINE_HEIGHT + 4


def _put(cell: Cell, text: str, look: _Look) -> None:
    """Writes a text as a text: openpyxl would take one that begins with ``=`` for a formula."""
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    cell.value = text
    if text:
        cell.data_type = "s"
    cell.font = Font(name=look.face, size=look.size, bold=look.bold)
    cell.alignment = Alignment(
        horizontal="center" if look.centred else "left", vertical="center", wrap_text=True
    )
    if look.ruled:
        side = Side(style="thin")
        cell.border = Border(left=side, right=side, top=side, bottom=side)
    if look.grey:
        cell.fill = PatternFill("solid", fgColor=look.grey)
    if runs(text):
        cell.quotePrefix = True


def _set_up(page: Worksheet, heads: list[str], leader: str) -> None:
    """Column widths, and A4 upright with the head on every page and everything on one width."""
    from openpyxl.utils import get_column_letter

    for column, head in enumerate(heads, 1):
        width = _LEADER_WIDTH if leader and head == leader else _WIDTHS.get(head, _NAME_WIDTH)
        page.column_dimensions[get_column_letter(column)].width = width
    page.print_title_rows = f"{_TABLE_ROW}:{_TABLE_ROW}"
    page.page_setup.paperSize = _A4
    page.page_setup.orientation = "portrait"
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.print_options.horizontalCentered = True
    page.oddFooter.center.text = "内部资料 注意保密　&P / &N"
    page.freeze_panes = page.cell(_TABLE_ROW + 1, 2).coordinate


def _stamp(properties: object, sheet: RosterSheet) -> None:
    """Who made the file and when: the moment of the sheet, not of the computer."""
    made = sheet.printed.at.astimezone(sheet.zone).replace(tzinfo=None, microsecond=0)
    for name, value in (
        ("title", sheet.title),
        ("creator", "安全值班台"),
        ("lastModifiedBy", sheet.printed.by),
        ("created", made),
        ("modified", made),
    ):
        setattr(properties, name, value)
