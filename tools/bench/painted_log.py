"""The limit of printing: shift logs drawn by QPainter on a QPdfWriter, lines broken by counting."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pylopdf_fonts_zh_cn as packaged
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLineF, QMarginsF, QPointF
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QPageSize, QPainter, QPdfWriter

if TYPE_CHECKING:
    from safetydesk.services.sheets import ShiftLogSheet

_TITLE = "值班日志"
_RESOLUTION, _POINTS = 600, 72
_COLUMNS = (43, 66, 100, 148, 347, 478, 515, 552)
"""Edges of the columns in points, about those of the form."""
_IN_LINE, _IN_HANDLING = 21, 14
"""Signs of nine points that a line of the contents and of the handling holds."""


class Painted:
    """The limit: the same sheets by QPainter."""

    def __init__(self) -> None:
        self._app = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
        number = QFontDatabase.addApplicationFont(str(packaged.serif_path()))
        family = QFontDatabase.applicationFontFamilies(number)[0]
        self._body, self._title = QFont(family), QFont(family)
        self._body.setPixelSize(9)
        self._title.setPixelSize(20)

    def pdf(self, wanted: Sequence[ShiftLogSheet]) -> bytes:
        """One file, a page a sheet."""
        data = QByteArray()
        buffer = QBuffer(data)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        writer.setResolution(_RESOLUTION)
        writer.setPageMargins(QMarginsF(0, 0, 0, 0))
        painter = QPainter(writer)
        painter.scale(_RESOLUTION / _POINTS, _RESOLUTION / _POINTS)
        for number, sheet in enumerate(wanted):
            if number:
                writer.newPage()
            self._page(painter, sheet)
        painter.end()
        buffer.close()
        return bytes(data.data())

    def _page(self, painter: QPainter, sheet: ShiftLogSheet) -> None:
        painter.setFont(self._title)
        painter.drawText(QPointF(240, 60), _TITLE)
        painter.setFont(self._body)
        painter.drawText(QPointF(_COLUMNS[0], 84), sheet.office)
        painter.drawText(QPointF(460, 84), sheet.number)
        y = 90.0
        rules: list[QLineF] = []
        for cells in _cells(sheet):
            rules.append(QLineF(_COLUMNS[0], y, _COLUMNS[-1], y))
            for left, lines in zip(_COLUMNS, cells, strict=False):
                for number, line in enumerate(lines):
                    painter.drawText(QPointF(left + 3, y + 12 + 12.2 * number), line)
            y += 12.2 * max(map(len, cells)) + 5.6
        rules += [QLineF(x, 90, x, y) for x in _COLUMNS]
        painter.drawLines([*rules, QLineF(_COLUMNS[0], y, _COLUMNS[-1], y)])
        code = sheet.seal.code if sheet.seal else ""
        painter.drawText(QPointF(_COLUMNS[0], 810), f"封存码 {code}")


def _cells(sheet: ShiftLogSheet) -> Iterator[tuple[Sequence[str], ...]]:
    """The words of every row, broken by counting."""
    people = [sheet.leader, sheet.primary.name if sheet.primary else "", *_names(sheet)]
    day, span = f"{sheet.day:%Y年%m月%d日}", f"{sheet.shift_from:%H:%M} — {sheet.shift_to:%H:%M}"
    yield ("日期",), (day,), ("天气",), (sheet.weather,), ("带班领导",), (people[0],), ()
    yield ("班次",), (span,), ("主班",), (people[1],), ("副班",), tuple(people[2:]), ()
    yield tuple((word,) for word in ("序", "时间", "类别", "内容摘要", "处理情况", "状态", "记录"))
    for row in sheet.rows:
        content = "".join(part.text for part in row.content)
        time_of_day = f"{row.at.astimezone(sheet.zone):%H:%M}"
        yield (
            (str(row.number),),
            (time_of_day,),
            (row.kind,),
            _broken(content, _IN_LINE),
            _broken(row.handling, _IN_HANDLING),
            (row.state,),
            (row.recorder,),
        )
    summary = sheet.summary
    yield ("信息报送",), (), (), (summary.reports,), (summary.warnings,), (), ()
    yield ("查岗巡查",), (), (), (summary.checks,), (summary.equipment,), (), ()
    yield ("未办结",), (), (), summary.open_items, (), (), ()
    boxes = (sheet.signatures.outgoing, sheet.signatures.incoming, sheet.signatures.leader)
    yield ((), (), (), *(("　".join(box.names), "08:30") for box in boxes), ())


def _names(sheet: ShiftLogSheet) -> list[str]:
    return [f"{person.name}（08:30 到岗）" for person in sheet.deputies]


def _broken(text: str, signs: int) -> tuple[str, ...]:
    return tuple(text[at : at + signs] for at in range(0, len(text), signs))
