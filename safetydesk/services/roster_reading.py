"""Reads rosters as documents: state, versions, and turns in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safetydesk.domain.roster_state import (
    RosterStepKind,
    Turn,
    compare,
    filings,
    outstanding,
    state_of,
)
from safetydesk.services.duty_days import duty_date, turn_of
from safetydesk.services.roster_writing import digest_of_turns, planned_turns
from safetydesk.services.views_rosters import NOW, RosterView, VersionView

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from safetydesk.storage.stores.rosters import RosterHead
    from safetydesk.storage.unit_of_work import UnitOfWork


def roster_view(uow: UnitOfWork, head: RosterHead) -> RosterView:
    """A roster with its state."""
    steps = uow.rosters.steps([head.id])[head.id]
    published = [step for step in steps if step.kind is RosterStepKind.PUBLISHED]
    filed = filings(steps)
    turns = planned_turns(uow, head) if filed else ()
    digest = digest_of_turns(turns)
    owed = outstanding(steps, digest)
    office = uow.office.facts()
    differences = (
        len(compare(uow.rosters.snapshot(filed[-1].id), turns, lambda at: duty_date(at, office)))
        if owed
        else 0
    )
    return RosterView(
        id=head.id,
        title=head.title,
        start=head.start_at,
        end=head.end_at,
        posts=head.posts,
        state=state_of(steps, digest, published=head.published_at is not None),
        published_at=head.published_at,
        published_by=published[-1].author if published else "",
        superior=head.superior,
        filing_due_at=head.filing_due_at,
        filed_at=filed[-1].at if filed else None,
        filed_with="、".join(dict.fromkeys(step.to_whom for step in filed)),
        receipt=filed[-1].receipt if filed else "",
        outstanding=owed,
        changed_at=uow.rosters.changed_at(head.start_at, head.end_at, filed[-1].recorded_at)
        if owed
        else None,
        differences=differences,
    )


def versions_of(uow: UnitOfWork, head: RosterHead, now: datetime) -> list[VersionView]:
    """The versions of a roster, that of now last."""
    views = [
        VersionView(
            step.id,
            number,
            step.kind,
            step.at,
            step.author,
            step.to_whom,
            step.means,
            step.receipt,
        )
        for number, step in enumerate(uow.rosters.steps([head.id])[head.id], 1)
    ]
    return [*views, VersionView(NOW, len(views) + 1, None, now, "", "", "", "")]


def turn_words(uow: UnitOfWork) -> Callable[[Turn], str]:
    """A turn in words: the name, and the hours where they are not the whole duty day."""
    office = uow.office.facts()
    names = {person.id: person.name for person in uow.people.all(active=False)}
    zone = office.zoneinfo

    def words(turn: Turn) -> str:
        name = names.get(turn.person, "?")
        day = turn_of(duty_date(turn.start, office), office)
        if (turn.start, turn.end) == (day.start, day.end):
            return name
        start, end = turn.start.astimezone(zone), turn.end.astimezone(zone)
        return f"{name} {start:%H:%M}–{end:%H:%M}"

    return words
