"""How people say when they want to be reminded: 04:00, +20 分钟, 明日 08:30, 11-23 08:30."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from safetydesk.domain.believable import check_time
from safetydesk.domain.clock import local_instant, whole_minute
from safetydesk.domain.errors import BadInput, RuleViolation

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

EXAMPLES = "04:00、+20 分钟、明日 08:30"

_DAYS = {"今": 0, "明": 1, "后": 2}
_CLOCK = r"(?P<hour>\d{1,2})(?:[:点时](?P<minute>\d{1,2})?分?|(?P<half>点半))"
_BARE = re.compile(r"(?P<hour>\d{2})(?P<minute>\d{2})")
_AT = re.compile(
    r"(?:(?P<word>[今明后])[天日]?"
    r"|(?:(?P<year>\d{4})[-/年])?(?P<month>\d{1,2})[-/月](?P<day>\d{1,2})日?)?" + _CLOCK
)
_AFTER = re.compile(
    r"\+?(?:(?P<hours>\d{1,3}(?:\.5)?|半)个?(?:小?时|h))?"
    r"(?:(?P<minutes>\d{1,4})(?:分钟?|min|m)?)?(?P<later>[之以]?后)?"
)
_BLANK = re.compile(r"\s+")


def note_time(text: str, now: datetime, zone: ZoneInfo) -> datetime:
    """The instant that is meant, in UTC.

    A time of day alone means the next one to come; a day of the year without a year the next
    one. Whether the instant lies ahead is for the caller to judge: 今日 03:00 may be past.

    Raises:
        BadInput: it says no time, or one that no clock or calendar has.
    """
    words = _BLANK.sub("", text).translate(_NARROW).lower()
    length = _length(words)
    if length:
        return whole_minute(now) + length
    found = _AT.fullmatch(words) or _BARE.fullmatch(words)
    try:
        if found:
            at = _instant(found.groupdict(), now, zone)
            check_time(at)
            return at
    except (ValueError, OverflowError, RuleViolation) as error:
        raise BadInput("note.time", where="at", expected=EXAMPLES) from error
    raise BadInput("note.time", where="at", expected=EXAMPLES)


_NARROW = str.maketrans(
    {"：": ":", "＋": "+", "／": "/", **{chr(0xFF10 + n): str(n) for n in range(10)}}
)


def _length(words: str) -> timedelta:
    """How long from now: +20 分钟, 20 分钟后, +2 小时, 半小时后; nothing where it says none."""
    found = _AFTER.fullmatch(words)
    if found is None or not (words.startswith("+") or found["later"]):
        return timedelta(0)
    hours = 0.5 if found["hours"] == "半" else float(found["hours"] or 0)
    return timedelta(hours=hours, minutes=int(found["minutes"] or 0))


def _instant(said: dict[str, str | None], now: datetime, zone: ZoneInfo) -> datetime:
    """A time of day, on the day that was named or the next that has it ahead.

    Raises:
        ValueError: no clock or calendar has it.
    """
    today = now.astimezone(zone).date()
    minute = 30 if said.get("half") else int(said.get("minute") or 0)
    hour = int(said["hour"] or 0)
    day = _day(said, today)
    at = _on(day or today, hour, minute, zone)
    if day is None and at <= now:
        return _on(today + timedelta(1), hour, minute, zone)
    if said.get("month") and not said.get("year") and at <= now:
        return _on(
            _day(said, today.replace(year=today.year + 1, day=1)) or today, hour, minute, zone
        )
    return at


def _day(said: dict[str, str | None], today: date) -> date | None:
    """The day that was named."""
    if word := said.get("word"):
        return today + timedelta(_DAYS[word])
    if month := said.get("month"):
        return date(int(said.get("year") or today.year), int(month), int(said["day"] or 0))
    return None


def _on(day: date, hour: int, minute: int, zone: ZoneInfo) -> datetime:
    """The instant at which the wall clock shows a time on a day; 24:00 is the end of it."""
    if (hour, minute) == (24, 0):
        day, hour = day + timedelta(1), 0
    return local_instant(datetime(day.year, day.month, day.day, hour, minute), zone)  # noqa: DTZ001 - a wall clock
