"""Words for times in the language and the zone of this desk (the rules are ``domain.wording``)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from safetydesk.domain import wording
from safetydesk.domain.wording import CHINESE, ENGLISH, Countdown, Words

SITE = ZoneInfo("Asia/Shanghai")
SCREEN_CHINESE = replace(CHINESE, between="\u200a·\u200a")
"""The middle dot of Chinese faces is wide already: hair spaces around it, on the screen only."""


@dataclass(frozen=True)
class Wording:
    """The one formatter of the screen; built once with the office's zone and the language."""

    zone: ZoneInfo = SITE
    words: Words = SCREEN_CHINESE

    @classmethod
    def of(cls, zone: ZoneInfo, language: str) -> Wording:
        """The formatter for a zone and a language code (``zh_CN`` or ``en``)."""
        return cls(zone, ENGLISH if language.startswith("en") else SCREEN_CHINESE)

    def countdown(self, due: datetime, now: datetime) -> Countdown:
        """Relative and absolute time of a deadline."""
        return wording.countdown(due, now, self.zone, self.words)

    def period(self, length: timedelta) -> str:
        """A length of time in its two largest parts."""
        return wording.period(length, self.words)

    def moment(self, instant: datetime, now: datetime) -> str:
        """An instant as short as it can be understood today."""
        return wording.moment(instant, now, self.zone, self.words)

    def time(self, instant: datetime, *, seconds: bool = False) -> str:
        """The 24-hour time of the place."""
        return wording.clock_time(instant, self.zone, seconds=seconds)

    def today(self, now: datetime) -> date:
        """The calendar day of the place."""
        return now.astimezone(self.zone).date()

    def date_and_weekday(self, instant: datetime) -> str:
        """「11月22日 星期日」."""
        return wording.date_and_weekday(self.today(instant), self.words)

    def full_time(self, instant: datetime) -> str:
        """「2026年11月22日 05:45」."""
        return wording.full_time(instant, self.zone, self.words)

    def span(self, start: datetime, end: datetime) -> str:
        """「11月21日 08:30 — 22日 08:30」."""
        return wording.span_text(start, end, self.zone, self.words)
