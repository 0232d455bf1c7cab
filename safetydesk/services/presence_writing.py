"""How coming and leaving are written: never in the future, never twice at once, ended by relief."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from safetydesk.domain.changes import Topic
from safetydesk.domain.errors import NotFound, RuleViolation
from safetydesk.domain.presence import (
    EARLY,
    FORGOTTEN,
    RELIEVED,
    RELIEVED_LEFT,
    STAYS_AFTER_RELIEF,
)
from safetydesk.domain.spans import Span
from safetydesk.services.duty_days import day_start, duty_date, turn_of
from safetydesk.services.duty_runs import planned_runs

if TYPE_CHECKING:
    from safetydesk.domain.presence import Presence
    from safetydesk.domain.shift import Shift
    from safetydesk.services.transaction import Act
    from safetydesk.storage.unit_of_work import UnitOfWork

_INSTANT = timedelta(microseconds=1)


def arrive(act: Act, person_id: int, post: str, at: datetime | None) -> int:
    """到岗: somebody is on a post from an instant (now) on; returns the presence's number.

    A presence of a former duty that nobody ended is ended with that duty's turn.

    Raises:
        NotFound: no such person or post.
        RuleViolation: a time to come, or the person is on a post already, or was after it.
    """
    instant = _past(act, at)
    _check_known(act.uow, person_id, post)
    for row in act.uow.duty.presences(instant, act.now + _INSTANT):
        if row.person_id == person_id:
            _end_former(act, row, post, instant)
    presence_id = act.uow.duty.check_in(
        {
            "person_id": person_id,
            "post": post,
            "checked_in_at": instant,
            "note": "",
            "entered_by": act.actor.person_id,
        }
    )
    act.audit("presence.check_in", Topic.PRESENCE, person_id, after={"post": post})
    return presence_id


def leave(act: Act, person_id: int, post: str | None, at: datetime | None, note: str) -> None:
    """离岗: somebody leaves a post, or every post held; ``note`` says where to.

    Raises:
        NotFound: no such person or post.
        RuleViolation: a time to come or before the coming, or the person is on no such post.
    """
    instant = _past(act, at)
    _check_known(act.uow, person_id, post)
    held = [
        row
        for row in here(act.uow, act.now)
        if row.person_id == person_id and post in {None, row.post}
    ]
    if not held:
        raise RuleViolation("presence.not_there")
    if any(instant < row.checked_in_at for row in held):
        raise RuleViolation("presence.left_before_coming")
    for row in held:
        said = RELIEVED_LEFT if row.note == RELIEVED else note.strip()
        act.uow.duty.check_out(row.id, instant, said)
    act.audit("presence.check_out", Topic.PRESENCE, person_id, after={"post": post})


def here(uow: UnitOfWork, now: datetime) -> list[Presence]:
    """Everybody who has come and not left, in the order of coming.

    Whoever was relieved is in the room a while longer; whoever came for a duty of former days and
    never left is not.
    """
    office = uow.office.facts()
    rows = uow.duty.presences(now - STAYS_AFTER_RELIEF, now + _INSTANT)
    open_or_relieved = [row for row in rows if row.checked_out_at is None or row.note == RELIEVED]
    start = day_start(now, office)
    if all(row.checked_in_at >= start - EARLY for row in open_or_relieved):
        return open_or_relieved
    runs = planned_runs(uow, Span(start - timedelta(days=1), now + _INSTANT))
    return [
        row
        for row in open_or_relieved
        if row.checked_in_at >= start - timedelta(days=1) - EARLY
        or any(
            (span.person, span.post) == (str(row.person_id), row.post)
            and span.start - EARLY <= row.checked_in_at
            for span in runs
        )
    ]


def relieve(act: Act, old: Shift, new: Shift) -> None:
    """Ends, at the second signature, the presence of everybody whom the new shift does not name.

    Whoever came early for the new shift, or to help, stays.
    """
    if new.planned_from <= old.planned_from:
        return
    going_on = {(s.person, s.post) for s in planned_runs(act.uow, new.planned)}
    served = {(s.person, s.post) for s in planned_runs(act.uow, old.planned)}
    for row in act.uow.duty.presences(act.now, act.now + _INSTANT):
        key = (str(row.person_id), row.post)
        of_old = key in served or row.checked_in_at < new.planned_from - EARLY
        if row.checked_out_at is None and of_old and key not in going_on:
            act.uow.duty.check_out(row.id, act.now, RELIEVED)
            act.audit("presence.relieved", Topic.PRESENCE, row.person_id, after={"post": row.post})


def _past(act: Act, at: datetime | None) -> datetime:
    """The instant named, else now.

    Raises:
        RuleViolation: it is still to come.
    """
    if at is not None and at > act.now:
        raise RuleViolation("presence.in_future", at=at)
    return at or act.now


def _check_known(uow: UnitOfWork, person_id: int, post: str | None) -> None:
    uow.people.get(person_id)
    if post is not None and post not in {known.id for known in uow.office.posts()}:
        raise NotFound("presence.no_post", post=post)


def _end_former(act: Act, row: Presence, post: str, instant: datetime) -> None:
    """Ends a presence of a former duty that is in the way of a new one.

    Raises:
        RuleViolation: it is of this duty, or began later.
    """
    office = act.uow.office.facts()
    if row.checked_out_at is not None and row.note == RELIEVED and row.checked_in_at < instant:
        act.uow.duty.check_out(row.id, instant, RELIEVED_LEFT)
        return
    ended = turn_of(duty_date(row.checked_in_at + EARLY, office), office).end
    if row.checked_out_at is not None or instant < ended:
        same = row.checked_out_at is None and row.post == post
        label = next((p.label for p in office.posts if p.id == row.post), row.post)
        code = "presence.there_already" if same else "presence.overlaps"
        raise RuleViolation(code, post=label)
    if _carried_on(act.uow, row, instant):
        raise RuleViolation("presence.there_already", post=row.post)
    act.uow.duty.check_out(row.id, ended, FORGOTTEN)


def _carried_on(uow: UnitOfWork, row: Presence, instant: datetime) -> bool:
    """Whether a presence of former days still answers that person's duty without a break."""
    return any(
        (span.person, span.post) == (str(row.person_id), row.post)
        and span.start - EARLY <= row.checked_in_at
        for span in planned_runs(uow, Span(instant, instant + timedelta(minutes=1)))
        if span.start <= instant < span.end
    )
