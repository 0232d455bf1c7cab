"""How stored rosters, changes and presence become the one plan that everything resolves."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING

from safetydesk.domain.clock import whole_minute
from safetydesk.domain.duty import (
    AddChange,
    Advance,
    DutyChange,
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
from safetydesk.domain.spans import Span, gaps

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from safetydesk.storage.stores.duty import StoredChange, StoredRoster
    from safetydesk.storage.unit_of_work import UnitOfWork


def plan_of(uow: UnitOfWork, window: Span, now: datetime) -> DutyPlan:
    """The duty plan over a window; people are named by their ids.

    A roster published later speaks last: for the posts and time it names it replaces earlier ones.
    """
    office = uow.office.facts()
    stored = uow.duty.rosters(window.start, window.end)
    rosters = [roster for row in stored for roster in _rosters(row)]
    # A rule plans only while it is in force; from the month's first, windows share the answer.
    rotations, rules = recurring_duties(uow, _first_of_month(window.start))
    return DutyPlan(
        zone=office.zoneinfo,
        now=whole_minute(now),
        window=window,
        posts=tuple(Post(post.id, post.minimum) for post in office.posts),
        rotations=rotations,
        rules=rules,
        rosters=tuple(rosters_in_force(rosters)),
        changes=tuple(changes_of(uow, window)),
        facts=tuple(
            DutyFact(row.post, str(row.person_id), row.checked_in_at, row.checked_out_at)
            for row in uow.duty.presences(window.start, window.end)
        ),
    )


def _first_of_month(instant: datetime) -> datetime:
    return instant.replace(day=1, hour=0, minute=0, second=0, microsecond=0)


def changes_of(uow: UnitOfWork, window: Span) -> list[DutyChange]:
    """The changes that meet a window, in the order of entry."""
    return [_change(row) for row in uow.duty.changes(window.start, window.end)]


def recurring_duties(
    uow: UnitOfWork, since: datetime | None = None
) -> tuple[tuple[Rotation, ...], tuple[DutyRule, ...]]:
    """The rotations and rules in force, or in force at any time from ``since`` on.

    Each plans only while it was in force: what was planned on a day that is over stays.
    """
    rotations = tuple(
        Rotation(
            key=str(row.id),
            members=tuple(tuple(str(one) for one in group) for group in row.members),
            start=datetime.fromisoformat(row.start_at),
            unit=TurnUnit(row.unit),
            count=row.count,
            advance=Advance(row.advance),
        )
        for row in uow.duty_rules.rotations(since)
    )
    rules = tuple(
        DutyRule(
            post=row.post,
            weekdays=frozenset(row.weekdays),
            begins=time.fromisoformat(row.begins),
            ends=time.fromisoformat(row.ends),
            person=None if row.person_id is None else str(row.person_id),
            rotation=None if row.rotation_id is None else str(row.rotation_id),
            since=whole_minute(row.entered_at),
            until=None if row.withdrawn_at is None else whole_minute(row.withdrawn_at),
        )
        for row in uow.duty_rules.rules(since)
    )
    return rotations, rules


def rosters_in_force(rosters: Sequence[Roster]) -> Iterator[Roster]:
    """The rosters, oldest first, without the time in which a later one names the same post."""
    for at, roster in enumerate(rosters):
        later = [
            newer
            for newer in rosters[at + 1 :]
            if newer.named & roster.named and newer.window.overlaps(roster.window)
        ]
        if later:
            yield from _left_of(roster, later)
        else:
            yield roster


def _left_of(roster: Roster, later: Sequence[Roster]) -> Iterator[Roster]:
    """What a roster still says, post by post."""
    for post in sorted(roster.named):
        own = tuple(shift for shift in roster.shifts if shift.post == post)
        taken = [newer.window for newer in later if post in newer.named]
        for left in gaps(taken, roster.window):
            yield Roster(left, own, roster.planned, (post,))


def _rosters(stored: StoredRoster) -> Iterator[Roster]:
    """A stored roster as the resolver takes it; its loose posts apart, planned by their shifts."""
    loose = frozenset(stored.loose)
    for planned, apart in ((Planned(stored.planned), False), (Planned.SHIFTS, True)):
        posts = tuple(post for post in stored.posts if (post in loose) is apart)
        shifts = tuple(
            RosterShift(turn.post, str(turn.person_id), Span(turn.start_at, turn.end_at))
            for turn in stored.turns
            if (turn.post in loose) is apart
        )
        if posts or shifts:
            yield Roster(Span(stored.start_at, stored.end_at), shifts, planned, posts)


def _change(stored: StoredChange) -> DutyChange:
    """A stored change as the resolver takes it."""
    window = Span(stored.start_at, stored.end_at)
    person, by = str(stored.person_id), str(stored.by_id)
    if stored.kind == "replace":
        return ReplaceChange(stored.post, person, by, window)
    if stored.kind == "add":
        return AddChange(stored.post, by, window)
    return RemoveChange(stored.post, person, window)
