"""The vocabulary of roster headings: which word stands for which post, shift or other column."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time
from enum import StrEnum

from safetydesk.domain.phone_numbers import plain_text
from safetydesk.domain.roster_sheet import RosterPost, RosterShift


class ColumnKind(StrEnum):
    """What a column of a roster holds."""

    DATE = "date"
    WEEKDAY = "weekday"
    PEOPLE = "people"
    PHONE = "phone"
    TITLE = "title"
    DEPARTMENT = "department"
    UNIT = "unit"
    SHIFT = "shift"
    POST = "post"
    NOTE = "note"
    OTHER = "other"


@dataclass(frozen=True)
class Hours:
    """Local wall-clock hours of a turn; an end that is not after the start lies on the next day."""

    start: time
    end: time


@dataclass(frozen=True)
class Heading:
    """What a column's heading says."""

    kind: ColumnKind
    label: str = ""
    post: RosterPost | None = None
    shift: RosterShift | None = None
    hours: Hours | None = None


_POSTS: tuple[tuple[str, RosterPost], ...] = (
    (r"司机|驾驶", RosterPost.DRIVER),
    (r"备班|备勤|备岗|备值|二线|听班|后备|替补", RosterPost.STANDBY),
    (r"副班|副值|协班|副岗", RosterPost.DEPUTY),
    (r"主班|主值|正班|主岗", RosterPost.PRIMARY),
    (r"带班|值班领导|总值班长|领导", RosterPost.LEADER),
    (
        r"值班员|值班人|值班干部|值班同志|值守|白班|夜班|晚班|早班|中班|日班|值班$|^姓名$|人员$",
        RosterPost.OFFICER,
    ),
)
_SHIFTS: tuple[tuple[str, RosterShift], ...] = (
    (r"24\s*小?时|全天|全日|昼夜", RosterShift.WHOLE_DAY),
    (r"中班|小夜", RosterShift.EVENING),
    (r"夜班|晚班|夜间|大夜|^夜$|^晚$|晚上|夜里", RosterShift.NIGHT),
    (r"白班|日班|早班|白天|日间|^白$|^日$|^早$", RosterShift.DAY),
)
_PHONE = re.compile(r"电话|手机|联系方式|号码|联系")
_OFFICE_PHONE = re.compile(r"值班(?:室)?电话|固定|固话|座机|传真|办公")
_PERSONAL = re.compile(r"值班(?:员|人)|领导|主班|副班|姓名|手机")
_PLAIN: tuple[tuple[str, ColumnKind], ...] = (
    (r"日期|^日$|^时间$|值班时间|值班日", ColumnKind.DATE),
    (r"星期|周次|周几|^周$", ColumnKind.WEEKDAY),
    (r"备注|说明|注$", ColumnKind.NOTE),
    (r"职务|职位|职级", ColumnKind.TITLE),
    (
        r"地点|位置|房间|车牌|车辆|农历|节日|节假|序号|编号|合计|小计|天数|签名|签字",
        ColumnKind.OTHER,
    ),
    (r"^班次|时段|班别", ColumnKind.SHIFT),
    (r"^(?:值班)?(?:岗位|岗别|类别)", ColumnKind.POST),
    (r"部门|科室|处室|股室", ColumnKind.DEPARTMENT),
    (r"单位", ColumnKind.UNIT),
)
_CLOCK = r"(\d{1,2})(?:[:.时点](\d{2})?(?:分)?)"
_HOURS = re.compile(
    rf"{_CLOCK}\s*(?:至|到|~|-+|—|–)\s*(?:当[日天]|次[日晨]|翌[日晨]|第二[天日]|第2天|明[日晨])?\s*{_CLOCK}"
)
_LAST_HOUR = 24
_SIXTY = 60
_LONGEST_HEADING = 16


def squeezed(text: str) -> str:
    """The text without any gaps, full-width forms made plain."""
    return "".join(plain_text(text).split())


def post_of(text: str) -> RosterPost | None:
    """The post a word stands for."""
    return next((post for pattern, post in _POSTS if re.search(pattern, text)), None)


def shift_of(text: str) -> RosterShift | None:
    """The shift a word stands for."""
    return next((shift for pattern, shift in _SHIFTS if re.search(pattern, text)), None)


def read_hours(text: str) -> Hours | None:
    """The first pair of clock times: 8:30-17:30, 当日8:30至次日8:30, 17时30分—次日8时."""
    match = _HOURS.search(plain_text(text))
    if match is None:
        return None
    first, second = _clock(match.group(1), match.group(2)), _clock(match.group(3), match.group(4))
    return Hours(first, second) if first is not None and second is not None else None


def _clock(hour: str, minute: str | None) -> time | None:
    hours, minutes = int(hour), int(minute or 0)
    if hours > _LAST_HOUR or minutes >= _SIXTY:
        return None
    return time(hours % _LAST_HOUR, minutes)


def read_heading(text: str) -> Heading:
    """What a heading stands for; ``OTHER`` where it is not understood."""
    words = squeezed(text)
    label = re.sub(r"\(.*?\)", "", words) or words
    if not words or len(label) > _LONGEST_HEADING:
        return Heading(ColumnKind.OTHER)
    post = post_of(label)
    if _PHONE.search(label):
        office = _OFFICE_PHONE.search(label) and not _PERSONAL.search(label)
        return Heading(ColumnKind.OTHER if office else ColumnKind.PHONE, label, post)
    for pattern, kind in _PLAIN:
        if re.search(pattern, label):
            return Heading(kind, label, post)
    if post is None:
        return Heading(ColumnKind.OTHER, label)
    return Heading(ColumnKind.PEOPLE, label, post, shift_of(words), read_hours(words))
