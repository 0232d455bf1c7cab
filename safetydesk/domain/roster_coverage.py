"""Rules of coverage: posts without people, holes that are slips, one alone at the desk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from safetydesk.domain.roster_findings import (
    AWAY_FROM_DESK,
    CALLED_IN,
    LEADER,
    LEADERS,
    Level,
    RosterCheck,
    RosterFinding,
    Rule,
)
from safetydesk.domain.spans import Span, gaps, merge


def coverage(check: RosterCheck) -> Iterator[RosterFinding]:
    """The findings of all rules about coverage."""
    yield from _gaps(check)
    if check.on(Rule.TWO_PERSON):
        yield from _alone(check)
    if check.on(Rule.KEY_LEADER):
        yield from _without_leader(check)
    if check.on(Rule.KEY_STAFF):
        yield from _too_few_in_key_time(check)


def _gaps(check: RosterCheck) -> Iterator[RosterFinding]:
    """空岗, or a tiny gap where the hole lies between two turns."""
    small = timedelta(minutes=check.measure(Rule.TINY_GAP))
    for gap in check.resolution.gaps:
        span = Span(gap.start, gap.end)
        rule = (
            Rule.TINY_GAP if span.length <= small and _between(check, gap.post, span) else Rule.GAP
        )
        if check.on(rule):
            found = check.found(rule, gap.post, span, number=gap.have)
            yield replace(found, level=Level.WARN) if gap.post in CALLED_IN else found


def _between(check: RosterCheck, post: str, hole: Span) -> bool:
    """Whether somebody serves the post right before and right after."""
    mine = [span for span in check.resolution.spans if span.post == post]
    before = any(span.end == hole.start for span in mine)
    return before and any(span.start == hole.end for span in mine)


def _alone(check: RosterCheck) -> Iterator[RosterFinding]:
    """Time in which fewer people than the rule wants sit at the desk, and somebody does.

    Where a post of the desk has a gap that is said already.
    """
    need = check.measure(Rule.TWO_PERSON)
    known = [
        Span(gap.start, gap.end) for gap in check.resolution.gaps if gap.post not in AWAY_FROM_DESK
    ]
    for post, span, have in _stretches(check):
        if 0 < have < need:
            for part in gaps(known, span):
                yield check.found(Rule.TWO_PERSON, post, part, number=have)


def _without_leader(check: RosterCheck) -> Iterator[RosterFinding]:
    """Time of key periods in which nobody is planned to lead."""
    led = [Span(s.start, s.end) for s in check.resolution.spans if s.post in LEADERS]
    for period in check.key_periods:
        for hole in gaps(led, period):
            yield check.found(Rule.KEY_LEADER, LEADER, hole, number=0)


def _too_few_in_key_time(check: RosterCheck) -> Iterator[RosterFinding]:
    """Time of key periods in which fewer sit at the desk than the reinforced number."""
    need = check.measure(Rule.KEY_STAFF)
    for post, span, have in _stretches(check):
        if have >= need:
            continue
        for period in check.key_periods:
            part = span.clip(period)
            if part is not None:
                yield check.found(Rule.KEY_STAFF, post, part, number=have)


def _stretches(check: RosterCheck) -> Iterator[tuple[str, Span, int]]:
    """(a post there, time, people) for stretches of the desk in which nobody comes or goes."""
    desk = [span for span in check.resolution.spans if span.post not in AWAY_FROM_DESK]
    moments = sorted({moment for span in desk for moment in (span.start, span.end)})
    stretches: list[tuple[str, Span, int]] = []
    for start, end in pairwise(moments):
        there = [span for span in desk if span.start <= start < span.end]
        people = len({span.person for span in there})
        if not there:
            continue
        post = there[0].post
        last = stretches[-1] if stretches else None
        if last and (last[0], last[2], last[1].end) == (post, people, start):
            stretches[-1] = (post, merge([last[1], Span(start, end)])[0], people)
        else:
            stretches.append((post, Span(start, end), people))
    yield from stretches
