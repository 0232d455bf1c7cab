"""The resolver against a walk over every minute, written from the contract alone."""

from __future__ import annotations

from bisect import bisect_left
from datetime import UTC, datetime, time, timedelta
from functools import cache
from itertools import groupby, pairwise
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from safetydesk.domain.duty import (
    AddChange,
    Advance,
    DutyFact,
    DutyPlan,
    DutyRule,
    Planned,
    Post,
    RemoveChange,
    ReplaceChange,
    Roster,
    RosterShift,
    Rotation,
    TurnUnit,
)
from safetydesk.domain.duty_resolution import on_duty, resolve
from safetydesk.domain.spans import Span, gaps

MINUTE = timedelta(minutes=1)
PEOPLE = ["甲", "乙", "丙", "丁"]
POSTS = ["duty", "leader"]
PLACES = {
    "Asia/Shanghai": datetime(2025, 11, 3, tzinfo=UTC),
    "America/Chicago": datetime(2020, 3, 7, 12, tzinfo=UTC),
    "Europe/Berlin": datetime(2024, 10, 26, 12, tzinfo=UTC),
    "Australia/Lord_Howe": datetime(2024, 10, 5, tzinfo=UTC),
}


class Walk:
    """Asks every minute of a window, one after another, who is on."""

    def __init__(self, plan: DutyPlan) -> None:
        self.plan = plan
        self.altering: set[int] = set()
        self.posts = {
            post.key: [self.ask(post.key, t) for t in self.minutes()] for post in plan.posts
        }

    def minutes(self):
        count = (self.plan.window.end - self.plan.window.start) // MINUTE
        return [self.plan.window.start + n * MINUTE for n in range(count + 1)]

    def ask(self, post, t):
        """(people with source, planned) at a minute; the last minute asked is the window's end."""
        rosters = [r for r in self.plan.rosters if t in r.window and names(r, post)]
        shifts = [s for r in rosters for s in r.shifts if s.post == post and t in s.window]
        if rosters:
            people = {s.person: "roster" for s in shifts}
            planned = bool(shifts) or any(r.planned is Planned.WINDOW for r in rosters)
        else:
            rules = [r for r in self.plan.rules if r.post == post and self.active(r, t)]
            people = {who: "rule" for rule in rules for who in self.serving(rule, t)}
            planned = bool(rules)
        if t < self.plan.now:
            facts = [f for f in self.plan.facts if f.post == post and f.start <= t]
            return {f.person: "fact" for f in facts if f.end is None or t < f.end}, planned
        for number, change in enumerate(self.plan.changes):
            altered = change.post == post and t in change.window and alter(people, change)
            if altered and t < self.plan.window.end:
                self.altering.add(number)
        return people, planned

    def active(self, rule, t):
        return any(start <= t < end for start, end in all_duties(rule, self.plan.zone))

    def serving(self, rule, t):
        if rule.person is not None:
            return [rule.person]
        (rotation,) = [r for r in self.plan.rotations if r.key == rule.rotation]
        starts = unit_starts(rotation, self.plan.zone)
        unit = max(number for number, start in starts.items() if start <= t)
        if rotation.advance is Advance.SERVED:
            own = tuple(r for r in self.plan.rules if r.rotation == rotation.key)
            served = served_units(rotation, own, self.plan.zone)
            if unit >= 0:
                unit = sum(0 <= number < unit for number in served)
            else:
                unit = -sum(unit <= number < 0 for number in served)
        return rotation.members[unit // rotation.count % len(rotation.members)]

    def spans(self):
        """(post, person, start, end, source, truncated) of everybody's unbroken minutes."""
        times = self.minutes()
        for post, asked in self.posts.items():
            for person in {who for people, _ in asked for who in people}:
                rows = list(enumerate(person in people for people, _ in asked))
                for present, group in groupby(rows, key=lambda row: row[1]):
                    held = [number for number, _ in group]
                    if present and held[0] < len(times) - 1:
                        source = asked[held[0]][0][person]
                        last = min(held[-1] + 1, len(times) - 1)
                        goes_on = held[-1] == len(times) - 1
                        yield post, person, times[held[0]], times[last], source, goes_on

    def gaps(self):
        times = self.minutes()
        for post in self.plan.posts:
            asked = self.posts[post.key][:-1]
            nothing = not any(r.post == post.key for r in self.plan.rules) and not any(
                names(r, post.key) and r.window.overlaps(self.plan.window)
                for r in self.plan.rosters
                if r.window.length
            )
            have = [len(people) if planned or nothing else None for people, planned in asked]
            for count, group in groupby(enumerate(have), key=lambda row: row[1]):
                held = [number for number, _ in group]
                if count is not None and count < post.minimum:
                    yield post.key, times[held[0]], times[held[-1] + 1], count, post.minimum


def names(roster, post):
    return post in roster.posts or any(shift.post == post for shift in roster.shifts)


def alter(people, change):
    before = set(people)
    match change:
        case AddChange():
            people.setdefault(change.by, "change")
        case RemoveChange():
            people.pop(change.person, None)
        case ReplaceChange() if change.person in people and change.person != change.by:
            del people[change.person]
            people.setdefault(change.by, "change")
    return set(people) != before


@cache
def shown_times(zone):
    """Every minute of 90 days, and the latest time that the clock has shown by then."""
    first = PLACES[zone.key] - timedelta(days=45)
    instants = [first + n * MINUTE for n in range(90 * 1440)]
    latest, shown = first.replace(tzinfo=None) - timedelta(days=2), []
    for instant in instants:
        latest = max(latest, instant.astimezone(zone).replace(tzinfo=None))
        shown.append(latest)
    return instants, shown


def first_instant(wall, zone):
    instants, shown = shown_times(zone)
    return instants[bisect_left(shown, wall)]


@cache
def all_duties(rule, zone):
    middle = PLACES[zone.key].replace(hour=0, tzinfo=None)
    found = []
    for days in range(-12, 12):
        day = middle + timedelta(days=days)
        if day.weekday() in rule.weekdays:
            end = day if rule.ends > rule.begins else day + timedelta(days=1)
            found.append(
                (
                    first_instant(datetime.combine(day, rule.begins), zone),
                    first_instant(datetime.combine(end, rule.ends), zone),
                )
            )
    return found


@cache
def unit_starts(rotation, zone):
    if rotation.unit is TurnUnit.MONTH:
        walls = {n: next_month(rotation.start, n) for n in (-1, 0, 1)}
    else:
        length = {
            TurnUnit.HOUR: timedelta(hours=1),
            TurnUnit.DAY: timedelta(days=1),
            TurnUnit.WEEK: timedelta(weeks=1),
        }[rotation.unit]
        reach = 200 if rotation.unit is TurnUnit.HOUR else 5
        walls = {n: rotation.start + n * length for n in range(-reach, reach + 1)}
    return {number: first_instant(wall, zone) for number, wall in walls.items()}


def next_month(start, months):
    year, month = start.year, start.month + months
    if month in (0, 13):
        year, month = (year - 1, 12) if month == 0 else (year + 1, 1)
    for day in range(start.day, 0, -1):
        try:
            return start.replace(year=year, month=month, day=day)
        except ValueError:
            continue
    raise AssertionError


@cache
def served_units(rotation, rules, zone):
    starts = unit_starts(rotation, zone)
    duties = [duty for rule in rules for duty in all_duties(rule, zone)]
    return [
        number
        for number in list(starts)[:-1]
        if any(max(start, starts[number]) < min(end, starts[number + 1]) for start, end in duties)
    ]


minutes = st.integers(-900, 900)
clock_times = st.builds(time, st.integers(0, 23), st.sampled_from([0, 0, 1, 15, 30, 59]))


@st.composite
def spans_near(draw, middle):
    first, length = draw(minutes), draw(st.integers(0, 1500))
    return Span(middle + first * MINUTE, middle + (first + length) * MINUTE)


@st.composite
def rotations(draw, middle):
    groups = st.lists(st.sampled_from(PEOPLE), max_size=2, unique=True).map(tuple)
    return Rotation(
        key="r",
        members=tuple(draw(st.lists(groups, min_size=1, max_size=3))),
        start=middle.replace(tzinfo=None) + draw(minutes) * MINUTE,
        unit=draw(st.sampled_from(TurnUnit)),
        count=draw(st.integers(1, 3)),
        advance=draw(st.sampled_from(Advance)),
    )


@st.composite
def rules(draw):
    by_rotation = draw(st.booleans())
    return DutyRule(
        post=draw(st.sampled_from(POSTS)),
        weekdays=draw(st.frozensets(st.integers(0, 6), min_size=1)),
        begins=draw(clock_times),
        ends=draw(clock_times),
        person=None if by_rotation else draw(st.sampled_from(PEOPLE)),
        rotation="r" if by_rotation else None,
    )


@st.composite
def plans(draw):
    zone = draw(st.sampled_from(sorted(PLACES)))
    middle = PLACES[zone]
    near = spans_near(middle)
    window = draw(near)
    inside = st.integers(0, window.length // MINUTE).map(lambda n: window.start + n * MINUTE)
    post, person = st.sampled_from(POSTS), st.sampled_from(PEOPLE)
    changes = st.one_of(
        st.builds(ReplaceChange, post, person, person, near),
        st.builds(AddChange, post, person, near),
        st.builds(RemoveChange, post, person, near),
    )
    rosters = st.builds(
        Roster,
        near,
        st.lists(st.builds(RosterShift, post, person, near), max_size=3).map(tuple),
        st.sampled_from(Planned),
        st.lists(post, max_size=1).map(tuple),
    )
    facts = st.builds(
        lambda post, person, span, running: DutyFact(
            post, person, span.start, None if running else span.end
        ),
        *(post, person, near, st.booleans()),
    )
    return DutyPlan(
        zone=ZoneInfo(zone),
        now=draw(st.one_of(inside, st.just(middle), st.just(window.start))),
        window=window,
        posts=tuple(Post(key, draw(st.integers(0, 3))) for key in POSTS),
        rotations=(draw(rotations(middle)),),
        rules=tuple(draw(st.lists(rules(), max_size=3))),
        rosters=tuple(draw(st.lists(rosters, max_size=2))),
        changes=tuple(draw(st.lists(changes, max_size=4))),
        facts=tuple(draw(st.lists(facts, max_size=2))),
    )


@settings(max_examples=60, deadline=None)
@given(plans())
def test_the_resolver_equals_a_walk_over_every_minute(plan):
    walk, answer = Walk(plan), resolve(plan)
    assert sorted(
        (s.post, s.person, s.start, s.end, s.source.value, s.truncated) for s in answer.spans
    ) == sorted(walk.spans())
    assert sorted((g.post, g.start, g.end, g.have, g.need) for g in answer.gaps) == sorted(
        walk.gaps()
    )
    silent = set(range(len(plan.changes))) - walk.altering
    assert answer.no_effect == tuple(sorted(silent))


@settings(max_examples=60, deadline=None)
@given(plans())
def test_spans_of_a_planned_post_tile_the_window_minus_its_gaps(plan):
    everywhere = tuple(Roster(plan.window, (), posts=(post.key,)) for post in plan.posts)
    plan = DutyPlan(
        **{
            **vars(plan),
            "posts": tuple(Post(key, 1) for key in POSTS),
            "rosters": plan.rosters + everywhere,
        }
    )
    answer = resolve(plan)
    for post in POSTS:
        held = [Span(s.start, s.end) for s in answer.spans if s.post == post]
        missing = [Span(g.start, g.end) for g in answer.gaps if g.post == post]
        assert gaps(held, plan.window) == missing


@settings(max_examples=60, deadline=None)
@given(plans(), st.lists(minutes, max_size=20))
def test_spans_of_one_person_on_one_post_never_touch_and_the_index_finds_them(plan, asked):
    answer = resolve(plan)
    for post in POSTS:
        for person in PEOPLE:
            own = [s for s in answer.spans if (s.post, s.person) == (post, person)]
            assert all(a.end < b.start for a, b in pairwise(own))
    for offset in asked:
        instant = PLACES[plan.zone.key] + offset * MINUTE
        found = on_duty(answer, instant)
        assert sorted(found, key=repr) == sorted(
            (s for s in answer.spans if s.start <= instant < s.end), key=repr
        )
