"""Which people a duty day shows: who served once it is over and known, who is planned otherwise.

A past day is never computed anew from the plan where somebody signed in (domain dossier 4.6).
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, TypeAlias

from safetydesk.domain.spans import Span

if TYPE_CHECKING:
    from safetydesk.domain.duty import DutySpan, Gap, Resolution

Turns: TypeAlias = Sequence[tuple[date, Span]]
"""Duty days that follow each other, each with its time."""

LEAST_SERVICE = timedelta(hours=1)
"""Whoever is on a post for less of a day has come early or stayed to hand over."""
_EDGE = timedelta(hours=1)
"""Signing in this much after a turnover, or out before it, still is the whole turn."""


@dataclass(frozen=True)
class DutyDay:
    """One duty day: ``turn`` from its turnover to the next, spans cut to it, posts in any order.

    ``served`` are the posts whose spans are what was, not what was planned.
    """

    day: date
    turn: Span
    spans: tuple[DutySpan, ...]
    gaps: tuple[Gap, ...]
    served: frozenset[str]

    def at(self, instant: datetime) -> tuple[DutySpan, ...]:
        """Who holds a post at an instant of the day, by post and person."""
        found = (span for span in self.spans if span.start <= instant < span.end)
        return tuple(sorted(found, key=lambda span: (span.post, span.person)))


def duty_days(
    turns: Turns, planned: Resolution, actual: Resolution, now: datetime
) -> list[DutyDay]:
    """The days of some turns that follow each other, in their order.

    ``planned`` is resolved without facts, ``actual`` with them, both over all the turns.
    A post of a turn that is over shows its facts where anybody served it for an hour.
    """
    starts = [turn.start for _, turn in turns]
    plan = _by_turn(planned.spans, starts, turns, _whole_parts)
    facts = _by_turn(actual.spans, starts, turns, _parts)
    gaps: defaultdict[int, list[Gap]] = defaultdict(list)
    for gap in planned.gaps:
        for at, part in _parts(Span(gap.start, gap.end), starts, turns):
            gaps[at].append(replace(gap, start=part.start, end=part.end))
    made: list[DutyDay] = []
    for at, (day, turn) in enumerate(turns):
        served = list(_served(facts[at], turn)) if turn.end <= now else []
        posts = frozenset(span.post for span in served)
        spans = [*served, *(span for span in plan[at] if span.post not in posts)]
        spans.sort(key=lambda span: (span.start, span.post, span.person))
        missing = tuple(gap for gap in gaps[at] if gap.post not in posts)
        made.append(DutyDay(day, turn, tuple(spans), missing, posts))
    return made


def _served(facts: Iterable[DutySpan], turn: Span) -> Iterator[DutySpan]:
    """The facts that count as service, carried to the turn's edges where they nearly reach them."""
    for fact in facts:
        if fact.end - fact.start >= LEAST_SERVICE:
            yield fact._replace(
                start=turn.start if fact.start - turn.start <= _EDGE else fact.start,
                end=turn.end if turn.end - fact.end <= _EDGE else fact.end,
                truncated=False,
            )


def _by_turn(
    spans: Iterable[DutySpan],
    starts: Sequence[datetime],
    turns: Turns,
    parts: Callable[[Span, Sequence[datetime], Turns], Iterable[tuple[int, Span]]],
) -> defaultdict[int, list[DutySpan]]:
    """Spans parted by the turns' edges, by the place of the turn."""
    found: defaultdict[int, list[DutySpan]] = defaultdict(list)
    for span in spans:
        for at, part in parts(Span(span.start, span.end), starts, turns):
            found[at].append(
                span._replace(start=part.start, end=part.end, truncated=part.end < span.end)
            )
    return found


def _parts(span: Span, starts: Sequence[datetime], turns: Turns) -> Iterator[tuple[int, Span]]:
    """The parts of a span that lie in each turn, with the turn's place."""
    for at in range(max(0, bisect_right(starts, span.start) - 1), len(turns)):
        turn = turns[at][1]
        if turn.start >= span.end:
            return
        part = span.clip(turn)
        if part is not None:
            yield at, part


def _whole_parts(span: Span, starts: Sequence[datetime], turns: Turns) -> list[tuple[int, Span]]:
    """As ``_parts``; what reaches over a turnover for less than an hour stays with its duty.

    A night from 17:00 to 09:00 is one cell of the roster although the office turns over at 08:30.
    """
    parts = list(_parts(span, starts, turns))
    if len(parts) > 1 and parts[-1][1].length < LEAST_SERVICE:
        (at, before), (_, rest) = parts[-2:]
        parts[-2:] = [(at, Span(before.start, rest.end))]
    if len(parts) > 1 and parts[0][1].length < LEAST_SERVICE:
        (_, early), (at, after) = parts[:2]
        parts[:2] = [(at, Span(early.start, after.end))]
    return parts
