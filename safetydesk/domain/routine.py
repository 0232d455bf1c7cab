"""The desk's own notes and what comes round again: office reminders, tests, checks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from safetydesk.domain.reminder import Note

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

_LONGEST_ROUND = 62
"""Days in which every rhythm has come round once."""


class RoutineKind(StrEnum):
    """What comes round."""

    OFFICE = "office"
    EQUIPMENT = "equipment"
    CONTACTS = "contacts"
    DUTY_CHECK = "duty_check"

    @property
    def chinese_name(self) -> str:
        """The kind as it stands before a title."""
        return _CHINESE[self]


_CHINESE = {
    RoutineKind.OFFICE: "例行提醒",
    RoutineKind.EQUIPMENT: "设备测试",
    RoutineKind.CONTACTS: "通讯录核对",
    RoutineKind.DUTY_CHECK: "值班抽查",
}


class Rhythm(StrEnum):
    """How often it comes round."""

    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"


@dataclass(frozen=True)
class DeskNote:
    """A wish such as "remind me at 04:00"."""

    id: int
    title: str
    at: datetime
    to_whom: str
    entered_by: int | None = None

    @property
    def item(self) -> str:
        """Its item in the list of alarms."""
        return self.note().item

    def note(self) -> Note:
        """The note as reminders know it."""
        return Note(str(self.id), self.at, self.title, self.to_whom)


@dataclass(frozen=True)
class Routine:
    """Comes round at a local ``time`` (HH:MM).

    ``day`` is 0 to 6 for a weekly one (Monday first) and 1 to 31 for a monthly one; in a shorter
    month that is its last day.
    """

    id: int
    version: int
    kind: RoutineKind
    title: str
    to_whom: str
    rhythm: Rhythm
    day: int
    time: str
    starts_at: datetime

    def notes(self, now: datetime, zone: ZoneInfo) -> tuple[Note, ...]:
        """The round that is due or was due last, and the next one.

        An older round that nobody closed is superseded by the newer one.
        """
        rounds = self._rounds(now.astimezone(zone).date(), zone)
        past = [at for at in rounds if self.starts_at <= at <= now][-1:]
        ahead = [at for at in rounds if at > now and at >= self.starts_at][:1]
        return tuple(
            Note(
                f"routine:{self.id}:{at:%Y%m%d%H%M}",
                at,
                f"{self.kind.chinese_name}：{self.title}",
                self.to_whom,
            )
            for at in (*past, *ahead)
        )

    def next_at(self, now: datetime, zone: ZoneInfo) -> datetime | None:
        """When it comes round next."""
        rounds = self._rounds(now.astimezone(zone).date(), zone)
        return next((at for at in rounds if at > now and at >= self.starts_at), None)

    def _rounds(self, today: date, zone: ZoneInfo) -> list[datetime]:
        """The instants about a day, in order."""
        at = time.fromisoformat(self.time)
        days = (today + timedelta(n) for n in range(-_LONGEST_ROUND, _LONGEST_ROUND + 1))
        return [datetime.combine(day, at, zone) for day in days if self._falls_on(day)]

    def _falls_on(self, day: date) -> bool:
        """Whether it comes round on a day."""
        if self.rhythm is Rhythm.WEEKLY:
            return day.weekday() == self.day
        if self.rhythm is Rhythm.MONTHLY:
            ends = (day + timedelta(1)).month != day.month
            return day.day == self.day or (ends and day.day < self.day)
        return True
