"""What a report says was reported before (原报…), held against the reports that went out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from safetydesk.domain.casualties import MEASURE_NAMES
from safetydesk.domain.intake_text import Quote
from safetydesk.domain.report_fixes import with_time
from safetydesk.domain.report_news import hour_minute
from safetydesk.domain.report_remarks import Remark, RemarkCode

if TYPE_CHECKING:
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from safetydesk.domain.intake import Intake
    from safetydesk.domain.intake_mentions import Change
    from safetydesk.domain.report_remarks import FormerText

_FORMER = re.compile(r"(?<=原报)[^，；。\n）)]{1,48}")
_HIDDEN = "＿"
_MEASURES = {
    "死亡": "dead",
    "遇难": "dead",
    "失联": "missing",
    "失踪": "missing",
    "下落不明": "missing",
    "被困": "trapped",
    "重伤": "severely_injured",
    "轻伤": "lightly_injured",
    "受伤": "injured",
    "疏散": "evacuated",
    "转移": "evacuated",
}
_NAMES = "|".join(_MEASURES)
_PEOPLE = re.compile(rf"(?P<before>{_NAMES})[为是]?(?P<n>\d+)人?|(?P<m>\d+)人(?P<after>{_NAMES})")
_NAMED = re.compile(_NAMES)
_BARE = re.compile(r"[为是]?(?P<n>\d+)人?")
_NUMBER = re.compile(r"\d+|[一二两三四五六七八九十百]+")
_NEAR = 24
"""How far before 原报 the word stands whose number it tells."""

_CLOCK = re.compile(r"(?:\d{1,2}月\d{1,2}日)?(?P<h>\d{1,2})(?:时|[:：])(?P<n>\d{1,2})分?")
_OF_OCCURRENCE = re.compile(r"(?:事发|事故发生|发生)时间[^。；\n]{0,24}$")


@dataclass(frozen=True)
class _FormerSaid:
    """What one report said: numbers by measure, its time of occurrence, every clock time."""

    name: str
    numbers: dict[str, int]
    occurred: datetime | None
    clocks: frozenset[tuple[int, int]]


def without_former(text: str) -> str:
    """The text with what it says was reported before (原报死亡1人) covered, place by place.

    Former values are no statement of the report; every other word keeps its position.
    """
    return _FORMER.sub(lambda former: _HIDDEN * len(former.group()), text)


def former_remarks(
    text: str, former: Sequence[FormerText], zone: ZoneInfo, changes: Sequence[Change] = ()
) -> Iterator[Remark]:
    """Each former value in ``text`` against what went out, the newest report first.

    ``changes`` are the numbers that the text itself carries on (由1人增至3人).
    """
    spans = list(_FORMER.finditer(text))
    if not spans and not changes:
        return
    if not former:
        quotes = tuple(Quote(span.start(), span.end(), span.group()) for span in spans)
        quotes += tuple(quote for change in changes for quote in change.quotes)
        yield Remark(RemarkCode.NOT_ON_RECORD, "写了原报，但以前没有报过", quotes)
        return
    said = [_read(one.name, one.text, one.at, zone) for one in former]
    for span in spans:
        for measure, value, quote in _people(span, text):
            yield from _differing(measure, value, quote, said)
        yield from _times(span, text, said, zone)
    for change in changes:
        yield from _differing(change.key, change.before, change.quotes[0], said)


def _people(span: re.Match[str], text: str) -> Iterator[tuple[str, int, Quote]]:
    """The numbers of a former value; ``死亡3人（原报1人）`` names the measure before."""
    bare = _BARE.fullmatch(span.group())
    named = list(_NAMED.finditer(text[max(0, span.start() - _NEAR) : span.start()]))
    if bare and named:
        yield _MEASURES[named[-1].group()], int(bare["n"]), _quote(span, bare)
    for found in _PEOPLE.finditer(span.group()):
        measure = _MEASURES[found["before"] or found["after"]]
        yield measure, int(found["n"] or found["m"]), _quote(span, found)


def _differing(
    measure: str, value: int, quote: Quote, said: Sequence[_FormerSaid]
) -> Iterator[Remark]:
    label = MEASURE_NAMES.get(measure, "受伤")
    last = next((one for one in said if measure in one.numbers), None)
    if last is None:
        words = f"原报{label}{value}人：以前的报告没有写{label}"
        yield Remark(RemarkCode.FORMER_DIFFERS, words, (quote,))
    elif last.numbers[measure] != value:
        number = last.numbers[measure]
        words = f"原报{label}：文中{value}，{last.name}为{number}"
        fix = _NUMBER.sub(str(number), quote.text, count=1)
        yield Remark(RemarkCode.FORMER_DIFFERS, words, (quote,), fixes=(fix,))


def _times(
    span: re.Match[str], text: str, said: Sequence[_FormerSaid], zone: ZoneInfo
) -> Iterator[Remark]:
    for found in _CLOCK.finditer(span.group()):
        clock = int(found["h"]), int(found["n"])
        quote = _quote(span, found)
        occurred = next((one for one in said if one.occurred is not None), None)
        if _OF_OCCURRENCE.search(text[: span.start()]) and occurred and occurred.occurred:
            then = occurred.occurred.astimezone(zone)
            if (then.hour, then.minute) != clock:
                shown = hour_minute(then, zone)
                words = f"原报事发时间：文中{quote.text}，{occurred.name}为{shown}"
                fix = with_time(quote.text, then, then, zone)
                yield Remark(RemarkCode.FORMER_DIFFERS, words, (quote,), fixes=(fix,))
        elif not any(clock in one.clocks for one in said):
            words = f"以前的报告没有写{quote.text}"
            yield Remark(RemarkCode.FORMER_DIFFERS, words, (quote,))


def _quote(span: re.Match[str], found: re.Match[str]) -> Quote:
    start = span.start()
    return Quote(start + found.start(), start + found.end(), found.group())


@lru_cache(maxsize=32)
def _read(name: str, text: str, at: datetime, zone: ZoneInfo) -> _FormerSaid:
    """The values of a report that went out; read once, for the words never change."""
    from safetydesk.domain.intake import LONGEST, read_message
    from safetydesk.domain.report_text_check import numbers_said

    read: Intake = read_message(without_former(text[:LONGEST]), at, zone)
    return _FormerSaid(
        name,
        numbers_said(read),
        read.occurred.at if read.occurred else None,
        frozenset((int(c["h"]), int(c["n"])) for c in _CLOCK.finditer(text)),
    )
