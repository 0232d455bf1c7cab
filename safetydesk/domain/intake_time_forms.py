"""In which forms Chinese messages write times: dates, parts of a day, clocks, so long ago."""

# ruff: noqa: E501 - tables of words: a row stays one row
from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from safetydesk.domain.intake_numbers import number_of, whole_number

if TYPE_CHECKING:
    from safetydesk.domain.intake_text import Words

_HOUR_WORDS = r"二十[一二三四]?|十[一二三四五六七八九]?|[零〇一二两三四五六七八九]"
_DAY_WORDS = r"三十一?|二十[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九]"
_MINUTE_WORDS = r"[二三四五]?十[一二三四五六七八九]?|[零〇][一二三四五六七八九\d]"
_PART = (
    "凌晨|清晨|早晨|早上|上午|中午|正午|午间|午后|下午|傍晚|晚上|晚间|夜间|夜里|夜晚|深夜|半夜|午夜"
)
_SHORT_PART = "早|晨|午|晚|夜"
_DAY = (
    "今天|今日|今儿|本日|当天|当日|同日|昨天|昨日|昨儿|大前天|前天|前日|明天|明日|次日|翌日|第二天"
)
_DATE = (
    rf"(?:(?P<y>\d{{4}}|[二〇零一三四五六七八九]{{4}})年)?(?P<mo>(?<!\d)\d{{1,2}}|十[一二]?|[一二三四五六七八九])月"
    rf"(?P<d>\d{{1,2}}|{_DAY_WORDS})[日号]"
    r"|(?<!\d)(?P<y2>20\d\d)[-/.](?P<mo2>\d{1,2})[-/.](?P<d2>\d{1,2})(?!\d)"
    r"|(?<![\d/.])(?P<mo3>1[0-2]|0?[1-9])/(?P<d3>[12]\d|3[01]|0?[1-9])(?= +\d{1,2}:\d\d)"
    rf"|(?<![\d月·])(?:本月)?(?P<d4>\d{{1,2}})[日号](?=(?:{_PART}|晚|早)?\d{{1,2}}[时点:])"
    rf"|(?P<week>[上本这]?(?:周|星期|礼拜)[一二三四五六日天])(?=(?:{_PART}|晚|早)?\d{{0,2}}[时点:午晚晨早夜])"
    rf"|(?P<rel>{_DAY})|(?P<short>[今昨前当次明])(?=(?:{_PART}|{_SHORT_PART})(?![报会点]))"
)
_CLOCK = (
    r"(?<!\d)(?<!\d:)(?P<h>[01]?\d|2[0-4]):(?P<m>[0-5]\d)(?::[0-5]\d)?(?![\d:月年])"
    rf"|(?P<h2>(?<![\d.])(?:[01]?\d|2[0-4])|{_HOUR_WORDS})(?P<mark>时|点)(?!至|[要意建措希注看想体原方以])"
    r"(?:钟|整)?(?:(?P<half>半)|(?P<quarter>[一1三3])刻"
    rf"|(?P<m2>[0-5]?\d|{_MINUTE_WORDS}|[一二三四五六七八九])分(?!钟)"
    rf"|(?P<m3>[0-5]\d|{_MINUTE_WORDS})(?![\d人名位辆台米公吨个车%时点:余])(?!多[人名位辆台米公吨个]))?"
)
_SPAN_CLOCK = r"(?P<h4>[01]?\d|2[0-4])[时点](?=至)"
_TIME = re.compile(
    rf"(?P<about>大约|大概|估计|差不多|接近|可能|约|近|快)?(?:(?P<date>{_DATE})[,，]? ?)?"
    rf"(?:(?P<part>{_PART})|(?P<short_part>{_SHORT_PART})(?=[零一二两三四五六七八九十\d])|(?<=[今昨前当次明])(?P<tail>{_SHORT_PART}))?"
    rf" ?(?:大约|大概|约)?(?P<clock>{_CLOCK}|{_SPAN_CLOCK})?(?P<fuzzy>[ ]?(?:许|的时候|那会儿?|光景|出头|不到|左右|前后|来钟|多钟|多(?!人|名|万|米|吨)|上下))?"
)
_AGO = re.compile(
    r"(?P<about>大约|大概|估计|差不多|约|近)?(?P<n>(?<![\d.])\d+(?:\.\d+)?|一个半|(?<![零一二两三四五六七八九十])[零一二两三四五六七八九十]{1,4}|半)"
    r"(?:来|多)?个?(?P<half>半)?(?:多)?(?P<unit>分钟|小时|钟头|天)(?P<fuzzy>左右|许|多)?(?:之|以)?前(?!后)"
)
_JUST_NOW = re.compile(r"(?:刚刚|刚才)(?!报|说|发的|上报|接|来|收|通)")
_UNITS = {
    "分钟": timedelta(minutes=1),
    "小时": timedelta(hours=1),
    "钟头": timedelta(hours=1),
    "天": timedelta(days=1),
}


@dataclass(frozen=True, kw_only=True)
class TimeForm:
    """A time as it is written, at its place in ``Words.plain``; nothing is resolved yet.

    ``day_word`` (昨天) or year, month, day, as far as they stand there; ``spoken``: 点, not 时.
    """

    start: int
    end: int
    day_word: str = ""
    year: int | None = None
    month: int | None = None
    day: int | None = None
    part: str = ""
    hour: int | None = None
    minute: int | None = None
    approximate: bool = False
    spoken: bool = False
    ago: timedelta | None = None

    @property
    def has_date(self) -> bool:
        """Whether it says on which day."""
        return bool(self.day_word) or self.day is not None


def find_times(words: Words) -> list[TimeForm]:
    """Every time of a message, in its order."""
    return words.kept("times", lambda: _found(words.plain))


def _found(text: str) -> list[TimeForm]:
    return sorted([*_written(text), *_ago(text)], key=lambda form: form.start)


def _written(text: str) -> list[TimeForm]:
    forms: list[TimeForm] = []
    for match in _TIME.finditer(text):
        if match["date"] or match["part"] or match["clock"]:
            form = _form(match)
            if form is not None:
                forms.append(form)
    return forms


def _form(match: re.Match[str]) -> TimeForm | None:
    hour, minute = _clock(match)
    if hour is None and _only_counts(match):
        return None
    month, day = _first(match, "mo", "mo2", "mo3"), _first(match, "d", "d2", "d3", "d4")
    if (month is not None and not 1 <= month <= 12) or (day is not None and not 1 <= day <= 31):  # noqa: PLR2004 - the calendar
        return None
    year = match["y"] or match["y2"]
    skipped = len(match["about"] or "")
    return TimeForm(
        start=match.start() + skipped,
        end=match.end(),
        day_word=match["rel"] or match["short"] or match["week"] or "",
        year=_year(year) if year else None,
        month=month,
        day=day,
        part=match["part"] or match["short_part"] or match["tail"] or "",
        hour=hour,
        minute=minute,
        approximate=bool(match["about"] or match["fuzzy"] or re.search("约|大概", match.group())),
        spoken=match["mark"] == "点",
    )


def _only_counts(match: re.Match[str]) -> bool:
    """一时, 两点: a clock only where something else says so."""
    return match["clock"] is not None


def _clock(match: re.Match[str]) -> tuple[int | None, int | None]:
    word = match["h"] or match["h2"] or match["h4"]
    if word is None:
        return None, None
    bare = not any(match[name] for name in ("date", "part", "short_part", "m2", "m3", "half"))
    if not word[0].isascii() and bare and not match["fuzzy"] and not match["quarter"]:
        return None, None
    hour = whole_number(word)
    if match["half"]:
        return hour, 30
    if match["quarter"]:
        return hour, 15 if match["quarter"] in "一1" else 45
    minute = match["m"] or match["m2"] or match["m3"]
    return hour, whole_number(minute.lstrip("零〇") or "零") if minute else None


def _first(match: re.Match[str], *names: str) -> int | None:
    word = next((match[name] for name in names if match[name]), None)
    return whole_number(word) if word else None


def _year(word: str) -> int:
    return whole_number(word)


def _ago(text: str) -> list[TimeForm]:
    forms = [
        TimeForm(
            start=match.start() + len(match["about"] or ""),
            end=match.end(),
            approximate=True,
            ago=_length(match),
        )
        for match in _AGO.finditer(text)
    ]
    now = timedelta(0)
    forms += [
        TimeForm(start=match.start(), end=match.end(), approximate=True, ago=now)
        for match in _JUST_NOW.finditer(text)
    ]
    return forms


def _length(match: re.Match[str]) -> timedelta:
    unit = _UNITS[match["unit"]]
    word = match["n"]
    if word == "半":
        return unit / 2
    if word == "一个半":
        return unit * 3 / 2
    return unit * float(number_of(word)) + (unit / 2 if match["half"] else timedelta(0))
