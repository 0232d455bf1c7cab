"""When a report comes round, as an office writes it: ``15:00``, ``8:00、17:00``, ``周三 9:00``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import time

from safetydesk.domain.rule_pack import Schedule
from safetydesk.domain.rule_wording import WEEKDAYS, rhythm_words

_PART = re.compile(
    r"(?:每[日天]|每?(?:周|星期)(?P<days>[一二三四五六日天](?:、?[一二三四五六日天])*))?"
    r"\s*(?P<times>\d{1,2}:\d{2}(?:、\d{1,2}:\d{2})*)前?"
)
_EVERY_DAY = "每日 "


def read_terms(text: str) -> tuple[Schedule, ...]:
    """The terms of a text, parted by ``；``; none for an empty text.

    Raises:
        ValueError: a part that says no time of day, or a time that no clock shows.
    """
    plain = text.translate(str.maketrans("：;，,", ":；、、"))
    return tuple(_term(part.strip()) for part in plain.split("；") if part.strip())


def written_terms(terms: Iterable[Schedule]) -> str:
    """The terms as they are kept and shown; what comes every day needs no word for it."""
    return "；".join(rhythm_words(term).removeprefix(_EVERY_DAY) for term in terms)


def _term(part: str) -> Schedule:
    found = _PART.fullmatch(part)
    if found is None:
        raise ValueError(part)
    times = {_clock(words) for words in found["times"].split("、")}
    days = (found["days"] or "").replace("、", "").replace("天", "日")
    return Schedule(
        daily_at=tuple(sorted(times)), weekdays=frozenset(WEEKDAYS.index(day) for day in days)
    )


def _clock(words: str) -> time:
    hour, minute = words.split(":")
    return time(int(hour), int(minute))
