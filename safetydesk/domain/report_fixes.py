"""How a number or time in a report's words is written as the record has it, when it is asked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime
    from decimal import Decimal
    from zoneinfo import ZoneInfo

_DIGITS = re.compile(r"\d[\d,]*")
_NUMERALS = re.compile(r"[一二两三四五六七八九十百]+")
_LOSS = re.compile(r"(?P<n>\d[\d,]*(?:\.\d+)?)\s*(?P<s>[万亿]?)元?")
_SCALES = {"": 1, "万": 10_000, "亿": 100_000_000}
_DAY = re.compile(r"(?P<y>\d{4}年)?\d{1,2}月\d{1,2}日")
_CLOCK = re.compile(
    r"(?P<part>凌晨|早上|上午|中午|下午|傍晚|晚上|晚)?(?P<h>\d{1,2})(?P<mid>时|点|[:：])(?:\d{1,2}|半)?分?"
)


def with_number(words: str, number: int) -> str:
    """``死亡2人`` with 3: ``死亡3人``; empty where it is not clear which number is meant."""
    for form in (_DIGITS, _NUMERALS):
        found = list(form.finditer(words))
        if found:
            return form.sub(str(number), words) if len(found) == 1 else ""
    return ""


def with_loss(words: str, yuan: Decimal) -> str:
    """``约100万元`` with 1 200 000: ``约120万元``, in the unit in which it is said."""
    found = list(_LOSS.finditer(words))
    if len(found) != 1:
        return ""
    one = found[0]
    shown = yuan / _SCALES[one["s"]]
    plain = f"{shown.normalize():f}"
    return words[: one.start("n")] + plain + words[one.end("n") :]


def with_time(words: str, at: datetime, said: datetime, zone: ZoneInfo) -> str:
    """``10时05分许`` with 10:02: ``10时02分许``; the day is told where it is, or is another."""
    local = at.astimezone(zone)
    clock = _CLOCK.search(words)
    if clock is None:
        return ""
    colon = clock["mid"] in ":："
    form = f"{local.hour}:{local.minute:02d}" if colon else f"{local.hour}时{local.minute:02d}分"
    fixed = words[: clock.start()] + form + words[clock.end() :]
    day = _DAY.search(words)
    date = f"{local.month}月{local.day}日"
    if day is not None:
        year = f"{local.year}年" if day["y"] else ""
        return fixed[: day.start()] + year + date + fixed[day.end() :]
    return fixed if local.date() == said.astimezone(zone).date() else f"{date}{fixed}"
