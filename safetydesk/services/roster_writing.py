"""How a roster's steps are written within a use case, and what its plan is at a moment."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from safetydesk.domain.changes import Topic
from safetydesk.domain.duty_resolution import resolve
from safetydesk.domain.roster_state import RosterStepKind, Turn
from safetydesk.domain.shift import duty_day_parts
from safetydesk.domain.spans import Span
from safetydesk.services.duty_planning import plan_of
from safetydesk.services.roster_findings import refuse_denied
from safetydesk.services.sealing import digest_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from safetydesk.domain.roster_findings import Rule
    from safetydesk.services.transaction import Act
    from safetydesk.storage.stores.rosters import RosterHead
    from safetydesk.storage.unit_of_work import UnitOfWork


def planned_turns(uow: UnitOfWork, roster: RosterHead) -> tuple[Turn, ...]:
    """The plan of a roster's posts in its window as it stands now, cut into duty days.

    Facts are left out: what really happened is no change of the plan.
    """
    window = Span(roster.start_at, roster.end_at)
    if not window.length:
        return ()
    plan = plan_of(uow, window, window.start)
    posts = tuple(post for post in plan.posts if post.key in roster.posts)
    spans = resolve(replace(plan, posts=posts, facts=())).spans
    office = uow.office.facts()
    return tuple(
        sorted(
            Turn(span.post, int(span.person), part.start, part.end)
            for span in spans
            for part in duty_day_parts(
                Span(span.start, span.end), office.turnover_time, office.zoneinfo
            )
        )
    )


def digest_of_turns(turns: Sequence[Turn]) -> str:
    """The digest by which two versions of a plan are told apart."""
    return digest_of(_stored(turns))


def publish_roster(act: Act, roster_id: int, *, seen: frozenset[Rule] = frozenset()) -> None:
    """Makes a roster part of the plan from now on; its version of this moment is kept.

    ``seen`` are rules whose findings somebody was shown and took.

    Raises:
        RuleViolation: a rule that denies finds fault with it (``roster.denied``).
    """
    act.uow.duty.set_roster(roster_id, published_at=act.now)
    head = act.uow.rosters.head(roster_id)
    if head.start_at < head.end_at:
        refuse_denied(act.uow, Span(head.start_at, head.end_at), head.posts, act.now, seen)
    write_roster_step(act, roster_id, RosterStepKind.PUBLISHED, act.now)


def write_roster_step(
    act: Act,
    roster_id: int,
    kind: RosterStepKind,
    at: datetime,
    *,
    to_whom: str = "",
    means: str = "",
    receipt: str = "",
) -> None:
    """Writes a step with the plan as it stands, audited."""
    turns = planned_turns(act.uow, act.uow.rosters.head(roster_id))
    snapshot = _stored(turns)
    act.uow.rosters.add_step(
        {
            "roster_id": roster_id,
            "kind": kind.value,
            "at": at,
            "recorded_at": act.now,
            "author_id": act.actor.person_id,
            "to_whom": to_whom.strip(),
            "means": means.strip(),
            "receipt": receipt.strip(),
            "snapshot": snapshot,
            "digest": digest_of(snapshot),
        }
    )
    act.audit(f"roster.{kind.value}", Topic.ROSTERS, roster_id, after={"to_whom": to_whom})
    act.touch(Topic.REMINDERS)


def _stored(turns: Sequence[Turn]) -> list[list[str | int]]:
    """A snapshot as it is kept."""
    return [[t.post, t.person, t.start.isoformat(), t.end.isoformat()] for t in turns]
