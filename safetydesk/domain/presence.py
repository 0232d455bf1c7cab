"""Who really was on a post: planned against actual, with what the difference is called.

空岗 (nobody assigned), 漏岗 (assigned, did not come) and 脱岗 (left during the shift) are three
different things (domain dossier §0.1).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from safetydesk.domain.duty import AddChange, DutyChange, RemoveChange, ReplaceChange

if TYPE_CHECKING:
    from safetydesk.domain.spans import Span

EARLY = timedelta(hours=3)
"""Whoever signs in so long before a duty has come for it; who came earlier came for another."""
NO_SHOW_AFTER = timedelta(minutes=10)
AWAY_AFTER = timedelta(minutes=10)
"""Being away from the post for longer is 脱岗, unless it was said where to."""
RELIEVED_BEFORE = timedelta(minutes=30)
"""Whoever leaves so shortly before the end has been relieved early."""
# Posts whose people wait elsewhere until they are called; they need not sign in at the desk.
STANDS_BY = frozenset({"standby"})

RELIEVED = "交班"
"""The note of a presence that the second signature ended; the person may still say when it was."""
RELIEVED_LEFT = "交班后离岗"
"""The note of a relieved presence once the person has said when that was."""
FORGOTTEN = "未签退"
"""The note of a presence that was never ended, and was when the person came again."""
NO_ABSENCE = frozenset({RELIEVED, RELIEVED_LEFT, FORGOTTEN})
STAYS_AFTER_RELIEF = timedelta(minutes=30)
"""So long after the second signature a relieved person is still in the room."""


@dataclass(frozen=True)
class Presence:
    """Somebody on a post in fact; ``checked_out_at`` is None while that person still is."""

    id: int
    person_id: int
    post: str
    checked_in_at: datetime
    checked_out_at: datetime | None
    note: str


@dataclass(frozen=True)
class PlannedDuty:
    """One person planned for one post in a shift.

    ``since`` is when that person's duty on the post began, where it goes on from an adjoining turn.
    """

    person: str
    post: str
    span: Span
    since: datetime | None = None


@dataclass(frozen=True)
class DutyRecord:
    """Planned against actual for one person on one post of a shift.

    ``actual_from`` is the first coming and ``actual_to`` the last leaving, None while the person is
    there; what lies between is told by ``flag``.
    """

    person: str
    post: str
    planned: Span
    actual_from: datetime | None
    actual_to: datetime | None
    flag: str = ""


@dataclass(frozen=True)
class Absence:
    """Somebody left a post during the duty; ``note`` says where to, ``back`` whether returned."""

    start: datetime
    end: datetime
    note: str
    back: bool


def duty_records(
    planned: Sequence[PlannedDuty],
    changes: Sequence[DutyChange],
    presences: Sequence[Presence],
    *,
    shift: Span,
    begun: Mapping[tuple[str, str], datetime],
    labels: Mapping[str, str],
    zone: ZoneInfo,
) -> list[DutyRecord]:
    """The attendance list of a shift, in the order of the plan, stand-ins last.

    ``begun`` says when the duty of a (person, post) began that goes on from before the shift.

    ``planned`` is the roster before changes, so that somebody who was replaced stays on the list.
    """
    joined = [
        PlannedDuty(change.by, change.post, part)
        for change in changes
        if not isinstance(change, RemoveChange) and (part := change.window.clip(shift))
    ]
    records: list[DutyRecord] = []
    for each in (*planned, *joined):
        since = min(begun.get((each.person, each.post), shift.start), shift.start)
        duty = replace(each, since=since)
        stays = stays_of(duty, presences)
        records.append(
            DutyRecord(
                duty.person,
                duty.post,
                duty.span,
                stays[0].checked_in_at if stays else None,
                left_at(stays),
                _flag(duty, changes, stays, labels, zone),
            )
        )
    return records


def is_no_show(duty: PlannedDuty, now: datetime, *, came: bool) -> bool:
    """漏岗: planned to be at the desk, ten minutes late and not signed in."""
    return (
        not came
        and duty.post not in STANDS_BY
        and duty.span.start + NO_SHOW_AFTER <= now < duty.span.end
    )


def stays_of(duty: PlannedDuty, presences: Sequence[Presence]) -> list[Presence]:
    """The presences that answer a planned duty: same person and post, around its time, in order.

    A presence from a duty of long ago that nobody ended answers no later one.
    """
    earliest = min(duty.since or duty.span.start, duty.span.start) - EARLY
    return sorted(
        (
            presence
            for presence in presences
            if (str(presence.person_id), presence.post) == (duty.person, duty.post)
            and earliest <= presence.checked_in_at < duty.span.end
            and (presence.checked_out_at is None or presence.checked_out_at > duty.span.start)
        ),
        key=lambda presence: (presence.checked_in_at, presence.id),
    )


def absences(duty: PlannedDuty, stays: Sequence[Presence]) -> list[Absence]:
    """When the person was away from the post for long between coming and the duty's end.

    The last one reaches to the duty's end where the person did not return; leaving half an hour
    before that is being relieved.
    """
    found: list[Absence] = []
    covered: datetime | None = None
    note = ""
    for stay in stays:
        if covered is not None and stay.checked_in_at - covered > AWAY_AFTER:
            found.append(Absence(covered, stay.checked_in_at, note, back=True))
        if stay.checked_out_at is None:
            return found
        if covered is None or stay.checked_out_at > covered:
            covered, note = stay.checked_out_at, stay.note
    relieved = note in NO_ABSENCE
    if covered is not None and not relieved and duty.span.end - covered > RELIEVED_BEFORE:
        found.append(Absence(covered, duty.span.end, note, back=False))
    return found


def left_at(stays: Sequence[Presence]) -> datetime | None:
    """When the last stay ended; None while there is one that has not."""
    ends = [stay.checked_out_at for stay in stays]
    known = [end for end in ends if end is not None]
    return max(known) if known and len(known) == len(ends) else None


def _flag(
    duty: PlannedDuty,
    changes: Sequence[DutyChange],
    stays: Sequence[Presence],
    labels: Mapping[str, str],
    zone: ZoneInfo,
) -> str:
    """What is remarkable about a duty, in the words of the attendance list."""
    for change in changes:
        if not change.window.overlaps(duty.span):
            continue
        words = _change_flag(duty, change, labels, zone)
        if words:
            return words
    flags = [_late_flag(duty, stays[0])] if stays else []
    flags += [_absence_flag(absence, zone) for absence in absences(duty, stays)]
    return "；".join(flag for flag in flags if flag)


def _late_flag(duty: PlannedDuty, first: Presence) -> str:
    """接班迟到, in whole minutes."""
    late = (first.checked_in_at - duty.span.start) // timedelta(minutes=1)
    return f"接班迟到{late}分钟" if late > 0 else ""


def _absence_flag(absence: Absence, zone: ZoneInfo) -> str:
    """脱岗, or 离岗 where it was said where to."""
    word = "离岗" if absence.note else "脱岗"
    note = f"（{absence.note}）" if absence.note else ""
    if absence.back:
        return f"{word}{(absence.end - absence.start) // timedelta(minutes=1)}分钟{note}"
    return f"{absence.start.astimezone(zone):%H:%M}起{word}{note}"


def _change_flag(
    duty: PlannedDuty, change: DutyChange, labels: Mapping[str, str], zone: ZoneInfo
) -> str:
    """What one change means for one duty."""
    if isinstance(change, ReplaceChange):
        if (change.person, change.post) == (duty.person, duty.post):
            return "替班离岗（已批准）"
        if (change.by, change.post) == (duty.person, duty.post):
            return "替班"
    moved = isinstance(change, ReplaceChange | AddChange) and change.by == duty.person
    if moved and change.post != duty.post and change.window.start > duty.span.start:
        start = change.window.start.astimezone(zone)
        return f"{start:%H:%M}起转任{labels.get(change.post, change.post)}"
    return ""
