"""How stored rosters, changes and presence become the one plan that everything resolves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safetydesk.domain.clock import whole_minute
from safetydesk.domain.duty import (
    AddChange,
    DutyChange,
    DutyFact,
    DutyPlan,
    Planned,
    Post,
    RemoveChange,
    ReplaceChange,
    Roster,
    RosterShift,
)
from safetydesk.domain.spans import Span

if TYPE_CHECKING:
    from datetime import datetime

    from safetydesk.storage.stores.duty import StoredChange, StoredRoster
    from safetydesk.storage.unit_of_work import UnitOfWork


def plan_of(uow: UnitOfWork, window: Span, now: datetime) -> DutyPlan:
    """The duty plan over a window; people are named by their ids.

    A roster entered later speaks last: for the posts and time it names it replaces earlier ones.
    """
    office = uow.office.facts()
    rosters = uow.duty.rosters(window.start, window.end)
    return DutyPlan(
        zone=office.zoneinfo,
        now=whole_minute(now),
        window=window,
        posts=tuple(Post(post.id, post.minimum) for post in office.posts),
        rosters=tuple(_roster(roster) for roster in rosters),
        changes=tuple(changes_of(uow, window)),
        facts=tuple(
            DutyFact(row.post, str(row.person_id), row.checked_in_at, row.checked_out_at)
            for row in uow.duty.presences(window.start, window.end)
        ),
    )


def changes_of(uow: UnitOfWork, window: Span) -> list[DutyChange]:
    """The changes that meet a window, in the order of entry."""
    return [_change(row) for row in uow.duty.changes(window.start, window.end)]


def _roster(stored: StoredRoster) -> Roster:
    """A stored roster as the resolver takes it."""
    return Roster(
        window=Span(stored.start_at, stored.end_at),
        planned=Planned(stored.planned),
        posts=stored.posts,
        shifts=tuple(
            RosterShift(turn.post, str(turn.person_id), Span(turn.start_at, turn.end_at))
            for turn in stored.turns
        ),
    )


def _change(stored: StoredChange) -> DutyChange:
    """A stored change as the resolver takes it."""
    window = Span(stored.start_at, stored.end_at)
    person, by = str(stored.person_id), str(stored.by_id)
    if stored.kind == "replace":
        return ReplaceChange(stored.post, person, by, window)
    if stored.kind == "add":
        return AddChange(stored.post, by, window)
    return RemoveChange(stored.post, person, window)
