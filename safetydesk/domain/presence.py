"""Who really was on a post: planned against actual, with what the difference is called.

空岗 (nobody assigned), 漏岗 (assigned, did not come) and 脱岗 (left during the shift) are three
different things (domain dossier §0.1).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from safetydesk.domain.duty import AddChange, DutyChange, RemoveChange, ReplaceChange

if TYPE_CHECKING:
    from safetydesk.domain.spans import Span

EARLY = timedelta(hours=3)
NO_SHOW_AFTER = timedelta(minutes=10)
# Posts whose people wait elsewhere until they are called; they need not sign in at the desk.
STANDS_BY = frozenset({"standby"})


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
    """One person planned for one post in a shift; ``key`` names the person."""

    person: str
    post: str
    span: Span


@dataclass(frozen=True)
class DutyRecord:
    """Planned against actual for one person on one post of a shift."""

    person: str
    post: str
    planned: Span
    actual_from: datetime | None
    actual_to: datetime | None
    flag: str = ""


def duty_records(
    planned: Sequence[PlannedDuty],
    changes: Sequence[DutyChange],
    presences: Sequence[Presence],
    *,
    shift: Span,
    labels: Mapping[str, str],
    zone: ZoneInfo,
) -> list[DutyRecord]:
    """The attendance list of a shift, in the order of the plan, stand-ins last.

    ``planned`` is the roster before changes, so that somebody who was replaced stays on the list.
    """
    joined = [
        PlannedDuty(change.by, change.post, part)
        for change in changes
        if not isinstance(change, RemoveChange) and (part := change.window.clip(shift))
    ]
    records: list[DutyRecord] = []
    for duty in (*planned, *joined):
        came = _matching(duty, presences)
        records.append(
            DutyRecord(
                duty.person,
                duty.post,
                duty.span,
                came.checked_in_at if came else None,
                came.checked_out_at if came else None,
                _flag(duty, changes, came, labels, zone),
            )
        )
    return records


def is_no_show(duty: PlannedDuty, presences: Sequence[Presence], now: datetime) -> bool:
    """漏岗: planned to be at the desk, ten minutes late and not signed in."""
    return (
        duty.post not in STANDS_BY
        and duty.span.start + NO_SHOW_AFTER <= now < duty.span.end
        and _matching(duty, presences) is None
    )


def _matching(duty: PlannedDuty, presences: Sequence[Presence]) -> Presence | None:
    """The presence that answers a planned duty: same person and post, around its time."""
    for presence in presences:
        if (str(presence.person_id), presence.post) != (duty.person, duty.post):
            continue
        left = presence.checked_out_at
        if presence.checked_in_at < duty.span.end and (left is None or left > duty.span.start):
            return presence
    return None


def _flag(
    duty: PlannedDuty,
    changes: Sequence[DutyChange],
    came: Presence | None,
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
    if came is not None and came.checked_in_at > duty.span.start:
        late = int((came.checked_in_at - duty.span.start).total_seconds() // 60)
        return f"接班迟到{late}分钟" if late else ""
    return ""


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
