"""Who is on duty: the one resolver that every screen, paper, file and reminder asks.

Precedence, per post and minute:

1. Before ``now`` only facts count.
2. From ``now`` on, a roster that names the post speaks inside its window; two rosters both do.
3. Elsewhere the post's rules speak, in the turn of their rotation.
4. Changes apply to what rosters and rules say, in the order given.

A post is planned where a roster says so or, outside rosters, where one of its rules has a duty;
changes and facts plan nothing. The letters D in the cases' readings are taken throughout.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, TypeAlias

from safetydesk.domain.duty import (
    DutyChange,
    DutyFact,
    DutyPlan,
    DutyRule,
    DutySource,
    DutySpan,
    Gap,
    Planned,
    Post,
    Resolution,
    Roster,
)
from safetydesk.domain.duty_clock import (
    Minutes,
    Stretch,
    WallClock,
    common,
    instant_of,
    minute_of,
    united,
    without,
)
from safetydesk.domain.duty_layers import PostLine, Presence
from safetydesk.domain.duty_rotation import Turns, duties

if TYPE_CHECKING:
    from safetydesk.domain.spans import Span

_EVER: Minutes = 10**9
"""A minute before or after everything, some nineteen centuries from the epoch."""
_Served: TypeAlias = tuple[Minutes, str, str, Minutes, DutySource]
"""From when, on which post, who, until when in UTC minutes, and where that is written."""


def resolve(plan: DutyPlan) -> Resolution:
    """Who is on duty in the plan's window, where people are missing, and which changes do nothing.

    Raises:
        KeyError: a rule names a rotation that the plan lacks.
    """
    frame = _Frame(plan)
    posts = [_PostResolver(post, plan, frame) for post in plan.posts]
    effective = {at for post in posts for at in post.effective}
    return Resolution(
        spans=tuple(_spans(sorted(row for post in posts for row in post.served()), frame)),
        gaps=tuple(
            sorted(
                (gap for post in posts for gap in post.gaps()),
                key=lambda gap: (gap.start, gap.post),
            )
        ),
        no_effect=tuple(at for at in range(len(plan.changes)) if at not in effective),
    )


def on_duty(resolution: Resolution, instant: datetime) -> list[DutySpan]:
    """The spans that hold at an aware instant, by post and person."""
    return list(resolution.at(instant))


class _Frame:
    """The time one resolving looks at, and whose turn it is then.

    ``reach`` is the window and the minute after it: who is on in that minute too goes on after
    the window, be it in a new shift.
    """

    def __init__(self, plan: DutyPlan) -> None:
        self.window = _stretch(plan.window)
        self.reach = (self.window[0], self.window[1] + 1)
        now = min(max(minute_of(plan.now), self.reach[0]), self.reach[1])
        self.past, self.future = (self.reach[0], now), (now, self.reach[1])
        self.clock = WallClock(plan.zone)
        self.changes: defaultdict[str, list[tuple[int, DutyChange]]] = defaultdict(list)
        for position, change in enumerate(plan.changes):
            self.changes[change.post].append((position, change))
        self.turns = {
            rotation.key: Turns(rotation, plan.rules, self.clock, self.reach)
            for rotation in plan.rotations
        }


class _Instants(dict[Minutes, datetime]):
    """The instants of UTC minutes, each made once: one duty ends when the next begins."""

    def __missing__(self, minute: Minutes) -> datetime:
        """Makes the instant."""
        instant = self[minute] = instant_of(minute)
        return instant


def _spans(served: Iterable[_Served], frame: _Frame) -> Iterator[DutySpan]:
    """The spans of what was served, cut to the window."""
    window_end, instants, span = frame.window[1], _Instants(), DutySpan._make
    for start, post, person, end, source in served:
        if end > window_end:
            yield span((post, person, instants[start], instants[window_end], source, True))
        else:
            yield span((post, person, instants[start], instants[end], source, False))


class _PostResolver:
    """One post of one plan, resolved by the precedence stated above."""

    def __init__(self, post: Post, plan: DutyPlan, frame: _Frame) -> None:
        self._post = post
        self._frame = frame
        self._rules = [
            (rule, life)
            for rule in plan.rules
            if rule.post == post.key and _lasts(life := common(_life(rule), frame.reach))
        ]
        self._rosters = [
            (roster, window)
            for roster in plan.rosters
            if post.key in roster.named
            and _lasts(window := common(_stretch(roster.window), frame.reach))
        ]
        self._line = PostLine()
        self._lay_rules()
        self._lay_rosters()
        self.effective = set(self._apply(frame.changes[post.key]))
        self._lay_facts(plan.facts)
        self._present = list(self._line.joined())

    def served(self) -> Iterator[_Served]:
        """Who is on the post inside the window."""
        window_end, post = self._frame.window[1], self._post.key
        for person, (start, end, source) in self._present:
            if start < window_end:
                yield start, post, person, end, source

    def gaps(self) -> Iterator[Gap]:
        """Planned time inside the window with fewer people than the post needs."""
        moments, counts = _head_counts([presence for _, presence in self._present])
        for planned in self._planned():
            first = bisect_right(moments, planned[0])
            last = bisect_left(moments, planned[1], first)
            edges = [planned[0], *moments[first:last], planned[1]]
            for (start, end), have in zip(pairwise(edges), counts[first : last + 1], strict=True):
                if have < self._post.minimum:
                    yield Gap(
                        post=self._post.key,
                        start=instant_of(start),
                        end=instant_of(end),
                        have=have,
                        need=self._post.minimum,
                    )

    def _planned(self) -> list[Stretch]:
        """When the post is to be manned: throughout, where nothing at all is written about it."""
        window = self._frame.window
        if not self._rules and not any(_lasts(common(own, window)) for _, own in self._rosters):
            return united([window])
        planned = [duty for _, duty in self._rule_duties]
        for roster, own in self._rosters:
            if roster.planned is Planned.WINDOW:
                planned.append(own)
            else:
                planned += (shift for _, shift in self._shifts(roster, own))
        return united(common(stretch, window) for stretch in planned)

    def _lay_rules(self) -> None:
        """Puts the rules' people on, outside the rosters."""
        taken = united(window for _, window in self._rosters)
        self._rule_duties: list[tuple[DutyRule, Stretch]] = [
            (rule, part)
            for rule, life in self._rules
            for duty in self._duties(rule, life)
            for part in (without(duty, taken) if taken else (duty,))
        ]
        for rule, duty in self._rule_duties:
            for part, people in self._serving(rule, common(duty, self._frame.future)):
                for person in people:
                    self._line.fill(person, part, DutySource.RULE)

    def _duties(self, rule: DutyRule, life: Stretch) -> Iterable[Stretch]:
        """The duties of a rule while it is in force."""
        found = duties(rule, self._frame.clock, self._frame.reach)
        if rule.since is None and rule.until is None:
            return found
        return filter(_lasts, (common(duty, life) for duty in found))

    def _serving(self, rule: DutyRule, duty: Stretch) -> Iterable[tuple[Stretch, tuple[str, ...]]]:
        if rule.rotation is not None:
            return self._frame.turns[rule.rotation].serving(duty)
        return [(duty, (rule.person,))] if rule.person is not None else []

    def _lay_rosters(self) -> None:
        """Puts the rosters' people on, shifts cut to their roster's window."""
        for roster, window in self._rosters:
            for person, shift in self._shifts(roster, window):
                self._line.fill(person, common(shift, self._frame.future), DutySource.ROSTER)

    def _shifts(self, roster: Roster, window: Stretch) -> Iterator[tuple[str, Stretch]]:
        for shift in roster.shifts:
            if shift.post == self._post.key:
                yield shift.person, common(_stretch(shift.window), window)

    def _apply(self, changes: Iterable[tuple[int, DutyChange]]) -> Iterator[int]:
        """Applies the post's changes in order; yields positions of those altering the window."""
        window_end = self._frame.window[1]
        begins, ends = self._frame.future
        for position, change in changes:
            start = max(minute_of(change.window.start), begins)
            end = min(minute_of(change.window.end), ends)
            if start < end:
                altered = self._line.apply(change, start, end)
                if altered and altered[0][0] < window_end:
                    yield position

    def _lay_facts(self, facts: Iterable[DutyFact]) -> None:
        """Puts those on who were there; a fact without an end lasts until now."""
        past = self._frame.past
        for fact in facts:
            if fact.post == self._post.key:
                end = past[1] if fact.end is None else minute_of(fact.end)
                stretch = common((minute_of(fact.start), end), past)
                self._line.fill(fact.person, stretch, DutySource.FACT)


def _stretch(span: Span) -> Stretch:
    return minute_of(span.start), minute_of(span.end)


def _life(rule: DutyRule) -> Stretch:
    """The minutes in which a rule plans anything."""
    since = -_EVER if rule.since is None else minute_of(rule.since)
    return since, (_EVER if rule.until is None else minute_of(rule.until))


def _lasts(stretch: Stretch) -> bool:
    return stretch[0] < stretch[1]


def _head_counts(present: Sequence[Presence]) -> tuple[list[Minutes], list[int]]:
    """The minutes at which the number of people changes; the numbers before, between and after."""
    steps = Counter(start for start, _, _ in present)
    for end, leaving in Counter(end for _, end, _ in present).items():
        steps[end] -= leaving
    moments = sorted(minute for minute, step in steps.items() if step)
    return moments, [0, *accumulate(map(steps.__getitem__, moments))]
