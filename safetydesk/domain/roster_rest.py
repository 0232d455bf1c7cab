"""Rules of rest: one post at a time, rest between duties, days in a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from safetydesk.domain.roster_findings import (
    AWAY_FROM_DESK,
    RosterCheck,
    RosterFinding,
    Rule,
)
from safetydesk.domain.spans import Span

if TYPE_CHECKING:
    from safetydesk.domain.duty import DutySpan

_HOUR = timedelta(hours=1)


def rest(check: RosterCheck) -> Iterator[RosterFinding]:
    """The findings of all rules about one person's duties together."""
    for duties in check.by_person().values():
        if check.on(Rule.DOUBLE):
            yield from _double(check, duties)
        desk = [span for span in duties if span.post not in AWAY_FROM_DESK]
        if check.on(Rule.REST):
            yield from _rest(check, desk)
        if check.on(Rule.CONSECUTIVE):
            yield from _in_a_row(check, desk)


def _double(check: RosterCheck, duties: Sequence[DutySpan]) -> Iterator[RosterFinding]:
    """One finding a post of each clash, so that both cells are marked."""
    for first, second in combinations(duties, 2):
        if first.post == second.post:
            continue
        common = _span(first).clip(_span(second))
        if common is not None:
            for post, other in ((first.post, second.post), (second.post, first.post)):
                yield check.found(Rule.DOUBLE, post, common, person=first.person, other=other)


def _rest(check: RosterCheck, desk: Sequence[DutySpan]) -> Iterator[RosterFinding]:
    """Rest as long as the duty before it, up to the measure (24 hours after 24 hours)."""
    longest = timedelta(hours=check.measure(Rule.REST))
    for before, after in pairwise(desk):
        wanted = min(before.end - before.start, longest)
        had = after.start - before.end
        if timedelta() <= had < wanted:
            yield check.found(
                Rule.REST, after.post, _span(after), person=after.person, number=had // _HOUR
            )


def _in_a_row(check: RosterCheck, desk: Sequence[DutySpan]) -> Iterator[RosterFinding]:
    """The duty with which a row of days becomes longer than the measure, once a row."""
    most = check.measure(Rule.CONSECUTIVE)
    row: list[date] = []
    for duty in desk:
        day = duty.start.astimezone(check.zone).date()
        if row and day == row[-1]:
            continue
        row = [*row, day] if row and day - row[-1] == timedelta(days=1) else [day]
        if len(row) == most + 1:
            yield check.found(
                Rule.CONSECUTIVE, duty.post, _span(duty), person=duty.person, number=len(row)
            )


def _span(duty: DutySpan) -> Span:
    return Span(duty.start, duty.end)
