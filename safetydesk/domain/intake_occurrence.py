"""When a message says that it happened, up to when its numbers hold, and its other times."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from safetydesk.domain.intake_event_words import events
from safetydesk.domain.intake_time_forms import TimeForm, find_times
from safetydesk.domain.intake_time_roles import AHEAD, TimeRole, role_of
from safetydesk.domain.intake_times import Moment, Precision, Reckoning

if TYPE_CHECKING:
    from safetydesk.domain.intake_text import Quote, Words

_DAY_OF_TITLE = re.compile(r"[“\"](?P<m>1[0-2]|0?[1-9])[·.・](?P<d>[12]\d|3[01]|0?[1-9])[”\"]")
"""“10·20”: the day by which an accident is called."""
_OF_THE_EVENT = frozenset({TimeRole.OCCURRED, TimeRole.EARLIER_VALUE})
_LEADS = re.compile(r"(?:于|在|时间[是为:]?|大概|约|是|:) *$")
_TO = re.compile(r"[ ]*(?:到|至|-|~)[ ]*")
_BEHIND = 14
"""So many characters before a time its event may stand: 爆炸发生于10时05分."""


@dataclass(frozen=True)
class TimeSaid:
    """A time of a message with its role and the words it was read from."""

    at: datetime
    role: TimeRole
    precision: Precision
    approximate: bool
    quote: Quote
    until: datetime | None = None


@dataclass(frozen=True)
class Times:
    """All times of a message; ``occurred`` None where the text does not say when."""

    occurred: TimeSaid | None
    as_of: TimeSaid | None
    all: tuple[TimeSaid, ...]
    earlier: TimeSaid | None = None


@dataclass(frozen=True)
class _Candidate:
    form: TimeForm
    moment: Moment
    role: TimeRole | None


def read_times(words: Words, received_at: datetime, zone: ZoneInfo) -> Times:
    """Every time of a message, reckoned from its receipt."""
    found = _resolved(words, received_at, zone)
    chosen = _start_of_range(words, found, _occurrence(words, found))
    said = [
        _said(words, item)
        for item in found
        if item.role and (item.form.hour is not None or item.role is TimeRole.AS_OF)
    ]
    as_of = [item for item in said if item.role is TimeRole.AS_OF]
    earlier = [item for item in said if item.role is TimeRole.EARLIER_VALUE]
    occurred = None
    if chosen is not None:
        occurred = replace(_said(words, chosen), role=TimeRole.OCCURRED)
    return Times(
        occurred,
        max(as_of, key=lambda item: item.at) if as_of else None,
        tuple(item for item in said if item.role is not TimeRole.OCCURRED),
        earlier[0] if earlier else None,
    )


def _resolved(words: Words, received_at: datetime, zone: ZoneInfo) -> list[_Candidate]:
    reckoning = Reckoning(received_at, zone)
    found: list[_Candidate] = []
    titled = _DAY_OF_TITLE.search(words.plain)
    for form in find_times(words):
        role = role_of(words, form)
        if titled and role in _OF_THE_EVENT and not form.has_date:
            form = replace(form, month=int(titled["m"]), day=int(titled["d"]))  # noqa: PLW2901 - the day it is told of
        moment = reckoning.resolve(form, ahead=role in AHEAD)
        if moment is not None:
            found.append(_Candidate(form, moment, role))
    return found


def _occurrence(words: Words, found: list[_Candidate]) -> _Candidate | None:
    """What is labelled or corrected to it, else the first time with an event behind it."""
    labelled = [item for item in found if item.role is TimeRole.OCCURRED]
    if labelled:
        exact = [item for item in labelled if item.form.hour is not None or item.form.ago]
        return (exact or labelled)[-1]
    open_ones = [item for item in found if item.role is None]
    places = [match.start() for match in events(words.plain)]
    told = [item for item in open_ones if _tells(words, item.form, places)]
    exact = [item for item in told if item.moment.precision is not Precision.DAY]
    return _nearest(words, exact or told, places)


def _start_of_range(
    words: Words, found: list[_Candidate], chosen: _Candidate | None
) -> _Candidate | None:
    """12点半到1点之间: it began at the first."""
    if chosen is None:
        return None
    before = [item for item in found if item.form.end <= chosen.form.start]
    if before and _TO.fullmatch(words.plain[before[-1].form.end : chosen.form.start]):
        return before[-1]
    return chosen


def _nearest(words: Words, told: list[_Candidate], places: list[int]) -> _Candidate | None:
    """Of the times before the first event of a sentence the last: what came before is the story."""
    for place in places:
        start, _ = words.sentence(place)
        before = [item for item in told if start <= item.form.start and item.form.end <= place]
        if before:
            return before[-1]
    return next(iter(told), None)


def _tells(words: Words, form: TimeForm, places: list[int]) -> bool:
    """Whether an event stands in the sentence behind the time, or right before it."""
    _, end = words.sentence(form.end)
    clause, _ = words.clause(form.start)
    near = max(clause, form.start - _BEHIND)
    if form.hour is None and not form.part and form.ago is None:
        _, end = words.clause(form.end)
    before = [place for place in places if near <= place < form.start]
    led = any(_LEADS.search(words.plain[place : form.start]) for place in before)
    return led or any(form.end <= place < end for place in places)


def _said(words: Words, item: _Candidate) -> TimeSaid:
    moment = item.moment
    return TimeSaid(
        moment.at,
        item.role or TimeRole.OTHER,
        moment.precision,
        moment.approximate,
        words.quote(moment.start, moment.end),
        moment.until,
    )
