"""Every number and clock time of a report's text, and whether the record has it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from safetydesk.domain.casualties import HUMAN_MEASURES
from safetydesk.domain.intake_text import Quote
from safetydesk.domain.intake_time_roles import AHEAD, TimeRole
from safetydesk.domain.report_remarks import Remark, RemarkCode

if TYPE_CHECKING:
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from safetydesk.domain.intake import Intake
    from safetydesk.domain.report_remarks import RecordedFacts

_CLOCK = re.compile(
    r"(?:(?P<m>\d{1,2})月(?P<d>\d{1,2})日)?(?P<h>\d{1,2})(?:时|[:：])(?P<n>\d{1,2})分?"
)
_COUNT = re.compile(
    r"(?<![\d.·第〔])(?P<n>\d[\d,]*(?:\.\d+)?)(?:余|多)?(?P<s>[万亿]?)"
    r"(?P<u>人|名|辆|台|车|艘|架|具|处|户|间|吨|公斤|千克|升|立方米|平方米|公顷|亩|米|公里|元)"
)
_SCALES = {"": 1, "万": 10_000, "亿": 100_000_000}
_ALIKE = {"名": "人"}
_OTHER_TIMES = AHEAD | {TimeRole.AS_OF, TimeRole.SENT, TimeRole.ISSUED}
"""Times that are no statement about the incident, or are compared by a rule of their own."""


@dataclass(frozen=True)
class Figure:
    """A number or time as the text says it, and whether the record says the same."""

    quote: Quote
    is_time: bool
    known: bool


def figures(read: Intake, facts: RecordedFacts, zone: ZoneInfo) -> tuple[Figure, ...]:
    """The numbers and times of the text in reading order."""
    spoken = {word for words in facts.words for word in _counts(words)}
    spoken |= _of_table(facts)
    clocks = {_clock(found) for words in facts.words for found in _CLOCK.finditer(words)}
    found: list[Figure] = []
    for match in _CLOCK.finditer(read.text):
        known = _is_known(match, facts.instants, zone) or _clock(match) in clocks
        found.append(Figure(_quote(match), is_time=True, known=known))
    found += [
        Figure(_quote(match), is_time=False, known=_count(match) in spoken)
        for match in _COUNT.finditer(read.text)
    ]
    return tuple(sorted(found, key=lambda figure: figure.quote.start))


def unknown_figures(read: Intake, facts: RecordedFacts, zone: ZoneInfo) -> Iterator[Remark]:
    """What the record does not have: one remark for the times, one for the numbers."""
    settled = _settled(read)
    told = {said.value for said in read.casualties.numbers.values()}
    unknown = [
        figure
        for figure in figures(read, facts, zone)
        if not figure.known
        and not any(_meet(figure.quote, quote) for quote in settled)
        and not _repeats(figure.quote, told)
    ]
    for is_time, label in ((True, "时间"), (False, "数字")):
        quotes = tuple(figure.quote for figure in unknown if figure.is_time is is_time)
        if quotes:
            shown = "、".join(dict.fromkeys(quote.text for quote in quotes))
            words = f"事实中没有这些{label}：{shown}"
            yield Remark(RemarkCode.NOT_ON_RECORD, words, quotes)


def agreeing(
    read: Intake, facts: RecordedFacts, zone: ZoneInfo, remarks: tuple[Remark, ...]
) -> tuple[Quote, ...]:
    """The numbers and times that the record has and no remark is about."""
    marked = [quote for remark in remarks for quote in remark.quotes]
    settled = [
        *(quote for said in read.casualties.numbers.values() for quote in said.quotes),
        *(read.amounts.loss_yuan.quotes if read.amounts.loss_yuan else ()),
        *([read.times.as_of.quote] if read.times.as_of else ()),
    ]
    return tuple(
        figure.quote
        for figure in figures(read, facts, zone)
        if (figure.known or any(_meet(figure.quote, quote) for quote in settled))
        and not any(_meet(figure.quote, quote) for quote in marked)
    )


def _settled(read: Intake) -> list[Quote]:
    """The words that a rule of their own compares, or that say nothing about the record."""
    numbers = read.casualties
    people = [
        *numbers.numbers.values(),
        *numbers.unverified.values(),
        *(item for others in numbers.others.values() for item in others),
    ]
    times = [time for time in read.times.all if time.role in _OTHER_TIMES]
    compared = [time.quote for time in (read.occurred, read.times.as_of, *times) if time]
    loss = read.amounts.loss_yuan
    return [*(q for item in people for q in item.quotes), *compared, *(loss.quotes if loss else ())]


def _repeats(quote: Quote, told: set[int]) -> bool:
    """Whether a number of people says once more what a rule of its own has compared."""
    counted = _COUNT.fullmatch(quote.text)
    return counted is not None and _count(counted) in {(Decimal(number), "人") for number in told}


def _of_table(facts: RecordedFacts) -> set[tuple[Decimal, str]]:
    """The numbers of the casualty table with their units."""
    state = facts.casualties
    hurt = state.number("severely_injured+lightly_injured")
    people = [hurt, *(state.number(name) for name in (*HUMAN_MEASURES, "at_risk", "evacuated"))]
    return {
        *((number, "人") for number in people),
        (state.number("loss_yuan"), "元"),
        (state.number("burned_ha"), "公顷"),
    }


def _counts(words: str) -> Iterator[tuple[Decimal, str]]:
    return (_count(match) for match in _COUNT.finditer(words))


def _count(match: re.Match[str]) -> tuple[Decimal, str]:
    number = Decimal(match["n"].replace(",", "")) * _SCALES[match["s"]]
    return number, _ALIKE.get(match["u"], match["u"])


def _clock(match: re.Match[str]) -> tuple[int, int]:
    return int(match["h"]), int(match["n"])


def _is_known(match: re.Match[str], instants: tuple[datetime, ...], zone: ZoneInfo) -> bool:
    """Whether something on record happened at that minute (of that day, where it is said)."""
    for at in instants:
        local = at.astimezone(zone)
        if (local.hour, local.minute) != _clock(match):
            continue
        if match["d"] is None or (local.month, local.day) == (int(match["m"]), int(match["d"])):
            return True
    return False


def _quote(match: re.Match[str]) -> Quote:
    return Quote(match.start(), match.end(), match.group())


def _meet(one: Quote, other: Quote) -> bool:
    return one.start < other.end and other.start < one.end
