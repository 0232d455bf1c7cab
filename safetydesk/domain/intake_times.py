"""Which instants the times of a message mean, reckoned from when it was received."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from safetydesk.domain.clock import local_instant

if TYPE_CHECKING:
    from safetydesk.domain.intake_time_forms import TimeForm

_TOLERANCE = timedelta(minutes=5)
"""A clock that is so little ahead runs fast; it is not yesterday's."""
_SPOKEN_WITHIN, _SPOKEN_BEYOND = timedelta(hours=3), timedelta(hours=6)
_BACK = {"昨": 1, "前": 2, "大前": 3}
_NEXT = ("明", "次", "翌", "第二天")
_CONTEXT = ("当", "同")
_WEEKDAYS = "一二三四五六日"
_NOON, _LAST_NIGHT_HOUR, _EVENING = 12, 6, 18
_AFTER_NOON = 2
"""中午1点 and 中午2点 are after noon."""
_AFTERNOON = frozenset({"午后", "下午", "傍晚", "晚上", "晚间", "夜间", "夜里", "夜晚", "晚", "夜"})
_NIGHT = frozenset({"晚上", "晚间", "夜间", "夜里", "夜晚", "深夜", "半夜", "午夜", "晚", "夜"})
_MIDDAY = frozenset({"中午", "正午", "午间", "午"})
_PARTS = {
    "凌晨": (0, 6),
    "清晨": (5, 8),
    "早晨": (5, 9),
    "早上": (6, 9),
    "早": (6, 9),
    "晨": (5, 8),
    "上午": (8, 12),
    "中午": (11, 13),
    "正午": (11, 13),
    "午间": (11, 13),
    "午": (11, 13),
    "午后": (12, 18),
    "下午": (13, 18),
    "傍晚": (17, 19),
    "半夜": (0, 5),
    "午夜": (23, 24),
    "深夜": (22, 24),
}
_EVENING_PART = (18, 24)


class Precision(StrEnum):
    """How exactly a time was said."""

    MINUTE = "minute"
    HOUR = "hour"
    PART = "part"
    DAY = "day"


@dataclass(frozen=True)
class Moment:
    """An instant a message names (aware, in the place's zone); ``until`` ends a part of a day."""

    at: datetime
    precision: Precision
    approximate: bool
    start: int
    end: int
    until: datetime | None = None


@dataclass
class Reckoning:
    """Resolves the times of one message in their order; a named day holds for the next clocks."""

    received_at: datetime
    zone: ZoneInfo
    _day: date | None = None
    _last: datetime | None = None
    moments: list[Moment] = field(default_factory=list[Moment])

    def resolve(self, form: TimeForm, *, ahead: bool = False) -> Moment | None:
        """The instant; ``ahead``: it lies in the future (下次续报). None: no such day or hour."""
        if form.ago is not None:
            return self._long_ago(form)
        try:
            day = self._day_of(form)
            moment = self._moment(form, day, ahead=ahead)
        except ValueError:
            return None
        if form.has_date:
            self._day = moment.at.date()
        self._last = moment.at
        return moment

    @property
    def _today(self) -> date:
        return self.received_at.astimezone(self.zone).date()

    def _long_ago(self, form: TimeForm) -> Moment | None:
        ago = form.ago or timedelta(0)
        at = self.received_at.astimezone(self.zone) - ago
        minute = timedelta(0) < ago < timedelta(hours=1)
        precision = Precision.MINUTE if minute else Precision.HOUR
        if ago >= timedelta(days=1):
            precision = Precision.DAY
        return Moment(at, precision, approximate=True, start=form.start, end=form.end)

    def _day_of(self, form: TimeForm) -> date | None:
        """The day a form names, or None."""
        if form.day_word:
            return self._named_day(form.day_word)
        if form.day is None:
            return None
        if form.year is not None:
            return date(form.year, form.month or 1, form.day)
        if form.month is None:
            return self._nearest(self._same_day_each_month(form.day))
        years = (self._today.year + step for step in (-1, 0, 1))
        return self._nearest([date(year, form.month, form.day) for year in years])

    def _same_day_each_month(self, day: int) -> list[date]:
        first = self._today.replace(day=1)
        months = (first, (first - timedelta(days=1)).replace(day=1))
        found: list[date] = []
        for month in months:
            try:
                found.append(month.replace(day=day))
            except ValueError:
                continue
        return found

    def _nearest(self, days: Sequence[date]) -> date:
        return min(days, key=lambda day: abs(day - self._today))

    def _named_day(self, word: str) -> date:
        base = self._day or self._today
        if word.startswith(_CONTEXT):
            return base
        if word.startswith(("次", "翌", "第二天")):
            return base + timedelta(days=1)
        if word.startswith("明"):
            return self._today + timedelta(days=1)
        if word[-1] in f"{_WEEKDAYS}天" and any(sign in word for sign in ("周", "星期", "礼拜")):
            return self._weekday(word)
        for sign in ("大前", "前", "昨"):
            if word.startswith(sign):
                return self._today - timedelta(days=_BACK[sign])
        return self._today

    def _weekday(self, word: str) -> date:
        wanted = _WEEKDAYS.index("日" if word[-1] == "天" else word[-1])
        monday = self._today - timedelta(days=self._today.weekday())
        day = monday + timedelta(days=wanted)
        if word.startswith("上"):
            return day - timedelta(days=7)
        return day if word.startswith(("本", "这")) or day <= self._today else day - timedelta(7)

    def _moment(self, form: TimeForm, day: date | None, *, ahead: bool) -> Moment:
        if form.hour is None:
            return self._without_clock(form, day)
        hour, extra = _hour_of_day(form)
        past_midnight = form.day_word[:1] in {"昨", "前"} and form.part in _NIGHT
        if past_midnight and not extra and hour < _LAST_NIGHT_HOUR:
            extra += 1
        clock = time(hour, form.minute or 0)
        at = self._clock_at(clock, day, extra, ahead=ahead)
        if day is None and form.spoken and not form.part:
            at = self._half_day_later(at)
        precision = Precision.HOUR if form.minute is None else Precision.MINUTE
        return Moment(at, precision, form.approximate, form.start, form.end)

    def _clock_at(self, clock: time, day: date | None, extra: int, *, ahead: bool) -> datetime:
        named = day is not None
        base = day or self._day or self._today
        at = self._local(base + timedelta(days=extra), clock)
        if named:
            return at
        if ahead:
            return at if at >= self.received_at else at + timedelta(days=1)
        if self._rolled(at):
            return at + timedelta(days=1)
        while at > self.received_at + _TOLERANCE:
            at -= timedelta(days=1)
        return at

    def _rolled(self, at: datetime) -> bool:
        """A small hour told after an evening one belongs to the next day."""
        last = self._last
        if self._day is None or last is None or at.date() != last.date():
            return False
        next_day = at + timedelta(days=1)
        late, early = last.hour >= _EVENING, at.hour < _LAST_NIGHT_HOUR
        return late and early and next_day <= self.received_at + _TOLERANCE

    def _half_day_later(self, at: datetime) -> datetime:
        """「3点20」 at half past three in the afternoon is twenty past three, not last night."""
        later = at + timedelta(hours=12)
        old = self.received_at - at > _SPOKEN_BEYOND
        near = timedelta(0) <= self.received_at - later < _SPOKEN_WITHIN
        return later if at.hour < _NOON and old and near else at

    def _without_clock(self, form: TimeForm, day: date | None) -> Moment:
        base = day or self._day or self._today
        if not form.part:
            at = self._local(base, time(0))
            return Moment(at, Precision.DAY, form.approximate, form.start, form.end)
        first, last = _PARTS.get(form.part, _EVENING_PART)
        at = self._local(base, time(first))
        if day is None and at > self.received_at + _TOLERANCE:
            at -= timedelta(days=1)
        until = at + timedelta(hours=last - first)
        return Moment(at, Precision.PART, form.approximate, form.start, form.end, until)

    def _local(self, day: date, clock: time) -> datetime:
        return local_instant(datetime.combine(day, clock), self.zone).astimezone(self.zone)


def _hour_of_day(form: TimeForm) -> tuple[int, int]:
    """The hour on a 24-hour clock, and how many days later: 晚上12点 is 00:00 of the next day.

    Raises:
        ValueError: no such hour.
    """
    hour, part = form.hour or 0, form.part
    if hour == 2 * _NOON or (hour == _NOON and part in _NIGHT):
        return 0, 1
    if hour == _NOON and part == "凌晨":
        return 0, 0
    small_hour = part in _NIGHT and hour < _LAST_NIGHT_HOUR - 1
    later = part in _AFTERNOON and hour < _NOON and not small_hour
    later |= part in _MIDDAY and hour <= _AFTER_NOON
    later |= part in {"深夜", "半夜"} and _LAST_NIGHT_HOUR < hour < _NOON
    return (hour + _NOON if later else hour), 0
