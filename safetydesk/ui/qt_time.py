"""The only bridge between aware instants and Qt's dates: a wall clock carried without a zone.

``QDateTimeEdit`` drops the zone of what it is given, and Qt's local time is the machine's, not the
office's. So editors hold the office's wall-clock time labelled UTC, which has no gaps.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QDateTime, QTime, QTimeZone

from safetydesk.domain.clock import local_instant

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDateTimeEdit

_ROOM = 8


def wall_clock(instant: datetime, zone: ZoneInfo) -> QDateTime:
    """What the clock on the office's wall shows at an instant, to the second."""
    wall = instant.astimezone(zone)
    time = QTime(wall.hour, wall.minute, wall.second)
    return QDateTime(to_qdate(wall.date()), time, QTimeZone.utc())


def instant_of(wall: QDateTime, zone: ZoneInfo) -> datetime:
    """The instant (aware, UTC) at which the office's clock shows ``wall``."""
    day, time = wall.date(), wall.time()
    naive = datetime(  # noqa: DTZ001 - a wall-clock reading; local_instant gives it its zone
        day.year(), day.month(), day.day(), time.hour(), time.minute(), time.second()
    )
    return local_instant(naive, zone)


def to_qdate(day: date) -> QDate:
    """A calendar day for Qt."""
    return QDate(day.year, day.month, day.day)


def to_date(day: QDate) -> date:
    """A calendar day from Qt."""
    return date(day.year(), day.month(), day.day())


def prepare(edit: QDateTimeEdit, display: str = "yyyy-MM-dd HH:mm") -> None:
    """Makes an editor hold wall-clock times; call it before the first ``show_instant``."""
    edit.setTimeZone(QTimeZone.utc())
    edit.setDisplayFormat(display)
    # The style sheet's padding does not reach the line inside a spin box.
    edit.lineEdit().setTextMargins(_ROOM, 0, 0, 0)


def show_instant(edit: QDateTimeEdit, instant: datetime, zone: ZoneInfo) -> None:
    """Shows an instant in a prepared editor, as the office's clock."""
    edit.setDateTime(wall_clock(instant, zone))


def edited_instant(edit: QDateTimeEdit, zone: ZoneInfo) -> datetime:
    """The instant (aware, UTC) a prepared editor holds."""
    return instant_of(edit.dateTime(), zone)
