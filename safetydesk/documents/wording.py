"""Knows how instants, days and spans of time are written on Chinese official paper."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

WEEKDAYS: Final = ("星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日")

NOTHING: Final = "—"
"""Printed where there is nothing to say, so that an empty place is not taken for an omission."""


def clock_time(at: datetime, zone: ZoneInfo) -> str:
    """``08:30`` in the office's zone."""
    return f"{at.astimezone(zone):%H:%M}"


def local_day(at: datetime, zone: ZoneInfo) -> date:
    """The day of an instant in the office's zone."""
    return at.astimezone(zone).date()


def long_date(day: date) -> str:
    """``2026年11月21日``, without leading zeros (GB/T 9704-2012, 7.3.5.4)."""
    return f"{day.year}年{day.month}月{day.day}日"


def date_line(day: date) -> str:
    """``22日 星期日``: the line between two days of a log."""
    return f"{day.day}日 {WEEKDAYS[day.weekday()]}"


def time_from(at: datetime, reference: date, zone: ZoneInfo) -> str:
    """``08:30`` on the day of reference, else ``22日 08:30``, with the month where it differs."""
    day = local_day(at, zone)
    if day == reference:
        return clock_time(at, zone)
    month = "" if (day.year, day.month) == (reference.year, reference.month) else f"{day.month}月"
    return f"{month}{day.day}日 {clock_time(at, zone)}"


def lasting(span: timedelta) -> str:
    """``4 小时 10 分``; whole minutes, rounded down, never negative."""
    minutes = max(0, int(span.total_seconds() // 60))
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest} 分"
    return f"{hours} 小时 {rest} 分" if rest else f"{hours} 小时"


def issue_time(at: datetime, zone: ZoneInfo) -> str:
    """``2026年11月22日3时55分``; the minutes carry a zero, the hour does not."""
    local = at.astimezone(zone)
    return f"{long_date(local.date())}{local.hour}时{local.minute:02d}分"


def stamp(at: datetime, zone: ZoneInfo) -> str:
    """``2026-11-22 08:41`` for footers."""
    return f"{at.astimezone(zone):%Y-%m-%d %H:%M}"


def joined(parts: tuple[str, ...], separator: str = "；") -> str:
    """The parts one after the other, or a dash when there are none."""
    return separator.join(part for part in parts if part) or NOTHING


def circled(number: int) -> str:
    """``①`` to ``⑳``, then ``(21)``."""
    return chr(0x245F + number) if 1 <= number <= 20 else f"({number})"  # noqa: PLR2004 - ⑳
