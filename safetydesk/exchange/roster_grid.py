"""Knows the cells of the exported roster: the printed sheet's columns and rows as plain texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safetydesk.services.sheets import DayShade

if TYPE_CHECKING:
    from safetydesk.services.sheets import RosterRow, RosterSheet

DATE, WEEKDAY, KIND = "日期", "星期", "日类"
PHONE, REMARK = "手机", "备注"
WEEKDAYS = ("星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日")
NOBODY = "—"
"""Stands where nobody is wanted; a reader takes a blank for a gap."""
REST = frozenset({DayShade.WEEKEND, DayShade.STATUTORY, DayShade.BRIDGE})


def headings(sheet: RosterSheet) -> list[str]:
    """The heads of the columns."""
    leader = [sheet.leader_post, PHONE] if sheet.leader_post else []
    return [DATE, WEEKDAY, KIND, *leader, *sheet.posts, REMARK]


def texts(sheet: RosterSheet, row: RosterRow) -> list[str]:
    """What stands in a row after the date: weekday, kind, people, remark."""
    leader = [row.leader, row.leader_phone] if sheet.leader_post else []
    people = [text or NOBODY for text in (*leader, *row.people)]
    return [WEEKDAYS[row.day.weekday()], row.shade, *people, row.remark]


def notes(sheet: RosterSheet) -> str:
    """The notes below the table, numbered."""
    listed = " ".join(f"{number}. {note}" for number, note in enumerate(sheet.notes, 1))
    return f"注意事项：{listed}" if listed else ""
