"""How times, periods and dates are put into words, the same on screen and on paper.

Relative and absolute time stand together, relative first: 「还剩 12 分 · 05:45 前」.
What remains is rounded down, never up: the words must not promise more time than there is.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

SOON = timedelta(minutes=15)
"""From here on a deadline is shown as due soon."""

_MINUTE, _HOUR, _DAY = 60, 3600, 86_400


class Urgency(StrEnum):
    """How near a deadline is; decides the look of its countdown, never its wording alone."""

    FAR = "far"
    SOON = "soon"
    OVERDUE = "overdue"


@dataclass(frozen=True)
class Words:
    """The words of one language; statutory and printed text always takes ``CHINESE``."""

    days: str
    hours: str
    minutes: str
    seconds: str
    left: str
    over: str
    until: str
    between: str
    weekdays: tuple[str, ...]
    short_weekdays: tuple[str, ...]
    day: str
    month_day: str
    full_date: str


CHINESE = Words(
    days="{} 天",
    hours="{} 小时",
    minutes="{} 分",
    seconds="{} 秒",
    left="还剩 {}",
    over="已超 {}",
    until="{} 前",
    between=" · ",
    weekdays=("星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"),
    short_weekdays=("周一", "周二", "周三", "周四", "周五", "周六", "周日"),
    day="{day}日",
    month_day="{month}月{day}日",
    full_date="{year}年{month}月{day}日",
)
ENGLISH = Words(
    days="{} d",
    hours="{} h",
    minutes="{} min",
    seconds="{} s",
    left="{} left",
    over="{} overdue",
    until="by {}",
    between=" · ",
    weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    short_weekdays=("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    day="day {day}",
    month_day="{month:02}-{day:02}",
    full_date="{year}-{month:02}-{day:02}",
)


@dataclass(frozen=True)
class Countdown:
    """A deadline in words: the two halves and how near it is."""

    relative: str
    absolute: str
    urgency: Urgency
    text: str


def countdown(due: datetime, now: datetime, zone: ZoneInfo, words: Words = CHINESE) -> Countdown:
    """The deadline as it is shown at ``now``; at the very instant it counts as overdue."""
    remaining = due - now
    overdue = remaining <= timedelta(0)
    relative = (words.over if overdue else words.left).format(period(abs(remaining), words))
    absolute = words.until.format(moment(due, now, zone, words))
    urgency = Urgency.OVERDUE if overdue else Urgency.SOON if remaining <= SOON else Urgency.FAR
    return Countdown(relative, absolute, urgency, f"{relative}{words.between}{absolute}")


def period(length: timedelta, words: Words = CHINESE) -> str:
    """A length of time in its two largest parts, cut, not rounded: 「1 小时 26 分」「45 秒」."""
    seconds = max(0, int(length.total_seconds()))
    if seconds < _MINUTE:
        return words.seconds.format(seconds)
    days, rest = divmod(seconds, _DAY)
    hours, rest = divmod(rest, _HOUR)
    minutes = rest // _MINUTE
    parts = ((days, words.days), (hours, words.hours), (minutes, words.minutes))
    first = next(index for index, (count, _) in enumerate(parts) if count)
    return " ".join(word.format(count) for count, word in parts[first : first + 2] if count)


def moment(instant: datetime, now: datetime, zone: ZoneInfo, words: Words = CHINESE) -> str:
    """An instant as short as it can be understood today: 「05:45」「23日 17:00」."""
    shown = clock_time(instant, zone)
    there, here = instant.astimezone(zone).date(), now.astimezone(zone).date()
    if there == here:
        return shown
    if there.year != here.year:
        return f"{day_text(there, words.full_date)} {shown}"
    form = words.day if there.month == here.month else words.month_day
    return f"{day_text(there, form)} {shown}"


def clock_time(instant: datetime, zone: ZoneInfo, *, seconds: bool = False) -> str:
    """The 24-hour time of the place: 「05:45」 or 「05:45:12」."""
    return instant.astimezone(zone).time().isoformat("seconds" if seconds else "minutes")


def long_date(day: date, words: Words = CHINESE) -> str:
    """「2026年11月22日」."""
    return day_text(day, words.full_date)


def date_and_weekday(day: date, words: Words = CHINESE) -> str:
    """「11月22日 星期日」."""
    return f"{day_text(day, words.month_day)} {words.weekdays[day.weekday()]}"


def full_time(instant: datetime, zone: ZoneInfo, words: Words = CHINESE) -> str:
    """「2026年11月22日 05:45」, for records that outlive the day."""
    return f"{long_date(instant.astimezone(zone).date(), words)} {clock_time(instant, zone)}"


def span_text(start: datetime, end: datetime, zone: ZoneInfo, words: Words = CHINESE) -> str:
    """「11月21日 08:30 — 22日 08:30」: a shift or any other stretch."""
    first, last = start.astimezone(zone).date(), end.astimezone(zone).date()
    head = f"{day_text(first, words.month_day)} {clock_time(start, zone)}"
    if first == last:
        return f"{head} — {clock_time(end, zone)}"
    form = words.day if (first.year, first.month) == (last.year, last.month) else words.month_day
    return f"{head} — {day_text(last, form)} {clock_time(end, zone)}"


def day_text(day: date, form: str) -> str:
    """A date in one of the forms of ``Words``."""
    return form.format(year=day.year, month=day.month, day=day.day)
