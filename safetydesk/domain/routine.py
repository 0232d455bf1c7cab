"""The desk's own notes and what comes round again: office reminders, tests, checks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from hashlib import sha256
from typing import TYPE_CHECKING

from safetydesk.domain.log import EntryDraft, EntryKind
from safetydesk.domain.reminder import Note

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

_LONGEST_ROUND = 62
"""Days in which every rhythm has come round once."""
_MINUTES_OF_A_DAY = 24 * 60


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

    @property
    def what_to_do(self) -> str:
        """What to do when it is due; empty where the title says it all."""
        return _WHAT_TO_DO.get(self, "")


_WHAT_TO_DO = {
    RoutineKind.EQUIPMENT: "测试后办结，写明结果，自动记入日志。",
    RoutineKind.CONTACTS: "核对后办结，写明结果，自动记入日志。",
    RoutineKind.DUTY_CHECK: "点名或打电话核对各岗是否在岗，办结时写明结果，自动记入日志。",
}
_ENTRIES = {
    RoutineKind.OFFICE: EntryKind.OTHER,
    RoutineKind.EQUIPMENT: EntryKind.EQUIPMENT,
    RoutineKind.CONTACTS: EntryKind.OTHER,
    RoutineKind.DUTY_CHECK: EntryKind.DUTY_CHECK,
}
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


def outcome_line(item: str, title: str, outcome: str) -> EntryDraft:
    """The line of the log when an alarm was closed by hand, with what showed that it is done."""
    said = f"{title}。结果：{outcome}"
    if not item.startswith("note:routine:"):
        reporting = item.startswith("daily:")
        entry = EntryKind.REPORTING if reporting else EntryKind.OTHER
        return EntryDraft(entry, f"办结提醒：{said}")
    kind = next((k for k in RoutineKind if title.startswith(k.chinese_name)), RoutineKind.OFFICE)
    return EntryDraft(_ENTRIES[kind], said)


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

    With a ``seed`` it comes at a random minute from ``time`` on and before ``until`` (the same
    time: within a day and a night): always the same one for a day, and foreseen by nobody who
    does not know the seed.
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
    until: str = ""
    seed: str = ""

    @property
    def is_random(self) -> bool:
        """Whether nobody is to know when it comes."""
        return bool(self.seed)

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
                what_to_do=self.kind.what_to_do,
                is_foreseen=not self.is_random,
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
        return [
            datetime.combine(day, at, zone) + self._drawn(day)
            for day in days
            if self._falls_on(day)
        ]

    def _drawn(self, day: date) -> timedelta:
        """How long after its time it comes on a day: drawn from the seed, or nothing."""
        if not self.is_random:
            return timedelta(0)
        begins, ends = time.fromisoformat(self.time), time.fromisoformat(self.until)
        length = (ends.hour - begins.hour) * 60 + ends.minute - begins.minute
        room = length % _MINUTES_OF_A_DAY or _MINUTES_OF_A_DAY
        drawn = sha256(f"{self.seed}:{day.isoformat()}".encode("ascii")).digest()
        return timedelta(minutes=int.from_bytes(drawn[:8], "big") % room)

    def _falls_on(self, day: date) -> bool:
        """Whether it comes round on a day."""
        if self.rhythm is Rhythm.WEEKLY:
            return day.weekday() == self.day
        if self.rhythm is Rhythm.MONTHLY:
            ends = (day + timedelta(1)).month != day.month
            return day.day == self.day or (ends and day.day < self.day)
        return True
