"""Writes the load of alarms as comma-separated values: the shifts, then the worst sources."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from safetydesk.domain.reminder import AlarmLevel
from safetydesk.exchange.harmless_cells import harmless

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from safetydesk.services.views_alarm_load import AlarmLoadView

_SHIFTS = (
    "班次",
    "起",
    "止",
    "提醒次数",
    "每10分钟",
    "最多10分钟",
    "遗留",
    "Ⅰ级",
    "Ⅱ级",
    "Ⅲ级",
    "限度",
)
_SOURCES = ("来源", "种类", "次数", "最高级别")
_ROMAN = {AlarmLevel.TOP: "Ⅰ", AlarmLevel.MIDDLE: "Ⅱ", AlarmLevel.LOW: "Ⅲ"}


def alarm_load_csv(view: AlarmLoadView, zone: ZoneInfo) -> bytes:
    """UTF-8 with the mark by which Excel knows it; times of the office."""
    target = io.StringIO(newline="")
    writer = csv.writer(target)
    writer.writerow(_SHIFTS)
    for row in view.shifts:
        load = row.load
        writer.writerow(
            [
                harmless(row.number),
                f"{row.start.astimezone(zone):%Y-%m-%d %H:%M}",
                f"{row.end.astimezone(zone):%Y-%m-%d %H:%M}",
                load.raised,
                f"{load.rate:.2f}",
                load.peak,
                load.standing,
                *(load.levels[level] for level in AlarmLevel),
                "未超" if row.is_within else "超限",
            ]
        )
    writer.writerow([])
    writer.writerow(_SOURCES)
    for source in view.sources:
        kind = source.kind.chinese_name
        writer.writerow([harmless(source.title), kind, source.count, _ROMAN[source.level]])
    return target.getvalue().encode("utf-8-sig")
