"""How duty days are written: dates, 12.10, ranges, weekdays, the title's period."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from safetydesk.domain.phone_numbers import plain_text

if TYPE_CHECKING:
    from safetydesk.exchange.sheets import Cell

_CHINESE_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")
_EPOCH = date(1899, 12, 30)
_FIRST_SERIAL, _LAST_SERIAL = 36_526, 73_050
_FULL = re.compile(r"(20\d\d)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})")
_MONTH_DAY = re.compile(r"(\d{1,2})\s*月\s*(\d{1,2})")
_POINTED = re.compile(r"(\d{1,2})[./-](\d{1,2})")
_DAY = re.compile(r"(\d{1,2})\s*[日号]?")
_RANGE = re.compile(r"(?:至|到|~|—|–|-)")
_WEEKDAY = re.compile(r"(?:星期|周|礼拜)\s*([一二三四五六日天])")
_BARE_WEEKDAY = re.compile(r"[(]?([一二三四五六日])[)]?")
_PERIOD = re.compile(
    r"(20\d\d)\s*年(?:\s*(\d{1,2})\s*月(?:份)?(?:\s*[-至到~—]\s*(\d{1,2})\s*月)?)?"
)
_MONTH_ONLY = re.compile(r"(?<!\d)(\d{1,2})\s*月(?!\s*\d)")
_BRACKETS = re.compile(r"[(\[【].*?[)\]】]", re.DOTALL)
_WEEKDAYS = "一二三四五六日"
_MONTHS = 12
_LONGEST_RANGE = 62


@dataclass(frozen=True)
class Period:
    """The year and months a title speaks of; ``year`` is today's where it is silent."""

    year: int
    months: tuple[tuple[int, int], ...] = ()
    guessed: date | None = None
    """Today, where no title names the year: days then lie in the year nearest to it."""

    def holds(self, day: date) -> bool:
        """Whether the day lies in the months named; a period without months holds every day."""
        return not self.months or (day.year, day.month) in self.months


@dataclass(frozen=True)
class WrittenDate:
    """What a date cell says: the days, or that a date is meant which does not exist.

    ``pointed`` is set for texts such as 12.1, which a spreadsheet may have made of 12.10.
    """

    days: tuple[date, ...] = ()
    invalid: bool = False
    pointed: bool = False
    weekday: int | None = None


def read_period(texts: list[str], today: date) -> Period:
    """The period of the first title that names a year, months included where it names them."""
    for text in texts:
        match = _PERIOD.search(_arabic_years(plain_text(text)))
        if match is None:
            continue
        year = int(match.group(1))
        if match.group(2) is None:
            return Period(year)
        first = int(match.group(2))
        last = int(match.group(3) or first)
        count = (last - first) % _MONTHS + 1
        months = [divmod(year * _MONTHS + first - 1 + step, _MONTHS) for step in range(count)]
        return Period(year, tuple((y, m + 1) for y, m in months))
    for text in texts:
        match = _MONTH_ONLY.search(plain_text(text))
        if match is not None and 1 <= int(match.group(1)) <= _MONTHS:
            nearest = _nearest(date(today.year, int(match.group(1)), 15), today)
            return Period(nearest.year, ((nearest.year, nearest.month),))
    return Period(today.year, guessed=today)


def _nearest(day: date, today: date) -> date:
    """The day in the year that brings it closest to today."""
    candidates = [
        other
        for year in (day.year - 1, day.year, day.year + 1)
        for other in _exact(year, day.month, day.day).days
    ]
    return min(candidates, key=lambda other: abs((other - today).days), default=day)


def _arabic_years(text: str) -> str:
    return re.sub(
        r"二[〇零][一二三四五六七八九〇零]{2}(?=\s*年)",
        lambda match: match.group().translate(_CHINESE_DIGITS),
        text,
    )


def read_weekday(text: str) -> int | None:
    """The weekday a text names, Monday = 0; 星期三, 周三, （三）."""
    plain = plain_text(text).strip()
    match = _WEEKDAY.search(plain) or _BARE_WEEKDAY.fullmatch(plain)
    if match is None:
        return None
    return _WEEKDAYS.index(match.group(1).replace("天", "日"))


def weekday_word(weekday: int) -> str:
    """The name of a weekday, Monday = 0."""
    return f"星期{_WEEKDAYS[weekday]}"


def read_date(cell: Cell, period: Period) -> WrittenDate:
    """The day or days a cell names, in the period's year where it names none."""
    if isinstance(cell.value, datetime):
        return WrittenDate((cell.value.date(),))
    if isinstance(cell.value, date):
        return WrittenDate((cell.value,))
    if isinstance(cell.value, int) and _FIRST_SERIAL <= cell.value <= _LAST_SERIAL:
        return WrittenDate((_EPOCH + timedelta(days=cell.value),))
    text = plain_text(cell.text)
    weekday = read_weekday(text) if _WEEKDAY.search(text) else None
    bare = _WEEKDAY.sub(" ", _BRACKETS.sub(" ", text)).strip()
    written = _read_text(bare, period)
    return WrittenDate(written.days, written.invalid, written.pointed, weekday)


def _read_text(text: str, period: Period) -> WrittenDate:
    lines = text.split("\n")
    text = (
        lines[0].strip() if len(lines) > 1 and _single(lines[0].strip(), period) else text.strip()
    )
    whole = _single(text, period)
    if whole is not None:
        return whole
    for cut in _RANGE.finditer(text):
        first = _single(text[: cut.start()].strip(), period)
        if first is None or not first.days:
            continue
        day = first.days[0]
        last = _single(text[cut.end() :].strip(), Period(day.year, ((day.year, day.month),)))
        if last is not None and last.days:
            return _stretch(day, last.days[0])
    return WrittenDate()


def _stretch(first: date, last: date) -> WrittenDate:
    if last < first:
        last = last.replace(year=first.year + 1) if last.month < first.month else first
    length = min((last - first).days, _LONGEST_RANGE)
    return WrittenDate(tuple(first + timedelta(days=step) for step in range(length + 1)))


def _single(text: str, period: Period) -> WrittenDate | None:
    """One date, or None where the text is none."""
    text = text.rstrip(" 日号")
    full = _FULL.fullmatch(text)
    if full is not None:
        return _exact(int(full.group(1)), int(full.group(2)), int(full.group(3)))
    for pattern in (_MONTH_DAY, _POINTED):
        match = pattern.fullmatch(text)
        if match is not None:
            month, day = int(match.group(1)), int(match.group(2))
            written = _exact(_year_for(month, period), month, day)
            return WrittenDate(written.days, written.invalid, pattern is _POINTED)
    match = _DAY.fullmatch(text)
    if match is not None and period.months:
        year, month = period.months[0]
        return _exact(year, month, int(match.group(1)))
    return None


def _year_for(month: int, period: Period) -> int:
    """The year a month belongs to: that of the title's months, else the period's."""
    named = [year for year, named_month in period.months if named_month == month]
    return named[0] if named else period.year


def _exact(year: int, month: int, day: int) -> WrittenDate:
    try:
        return WrittenDate((date(year, month, day),))
    except ValueError:
        return WrittenDate(invalid=True)


def settle_year(
    day: date, weekday: int | None, previous: date | None, *, title: str, period: Period
) -> date:
    """The day in the year it must belong to where the sheet gives none.

    A written weekday decides between this and the neighbouring years; without one, January after
    December is the next year, and December under a 元旦 title the one before.
    """
    if period.guessed is not None:
        day = _nearest(day, period.guessed)
    open_year = period.guessed is not None or re.search(r"元旦|春节|跨年", title)
    if weekday is not None and day.weekday() != weekday and open_year:
        for year in (day.year - 1, day.year + 1):
            other = _exact(year, day.month, day.day).days
            if other and other[0].weekday() == weekday:
                return other[0]
    if previous is not None and previous.month == _MONTHS and day.month == 1 and day < previous:
        return _exact(previous.year + 1, day.month, day.day).days[0]
    if "元旦" in title and day.month == _MONTHS and previous is None and weekday is None:
        return day.replace(year=day.year - 1)
    return day
