"""Planned against actual of this shift and the next, one row for each person on a post."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from safetydesk.domain.presence import EARLY

if TYPE_CHECKING:
    from safetydesk.domain.presence import Presence
    from safetydesk.services.views_duty import OnDutyView, ShiftView


class Turn(StrEnum):
    """For which shift somebody is here."""

    NOW = "now"
    NEXT = "next"
    UNPLANNED = "unplanned"


@dataclass(frozen=True)
class PresenceRow:
    """One person on one post. Times aware; ``planned_from`` is None for who was not planned."""

    turn: Turn
    person_id: int
    name: str
    post: str
    label: str
    planned_from: datetime | None
    planned_to: datetime | None
    came: datetime | None
    left: datetime | None
    flag: str = ""

    @property
    def key(self) -> str:
        """Names the row for the selection."""
        return f"{self.turn}:{self.post}:{self.person_id}"

    @property
    def is_here(self) -> bool:
        """Whether the person has come and not left."""
        return self.came is not None and self.left is None


def presence_rows(
    shift: ShiftView | None,
    following: Sequence[OnDutyView],
    present: Sequence[Presence],
    *,
    names: Mapping[int, str],
    labels: Mapping[str, str],
) -> list[PresenceRow]:
    """The rows of both shifts in the order of the posts, then who is here without being planned."""
    rows = [*_rows_of(shift), *(_row_of(view) for view in following)]
    # Whoever was relieved is in ``present`` for a while and may still say when leaving.
    known = {(row.person_id, row.post) for row in rows if row.is_here}
    for came in present:
        if (came.person_id, came.post) in known:
            continue
        rows.append(
            PresenceRow(
                Turn.UNPLANNED,
                came.person_id,
                names.get(came.person_id, ""),
                came.post,
                labels.get(came.post, came.post),
                None,
                None,
                came.checked_in_at,
                None,
                came.note,
            )
        )
    return rows


def _rows_of(shift: ShiftView | None) -> list[PresenceRow]:
    return [
        PresenceRow(
            Turn.NOW,
            view.person_id,
            view.name,
            view.post,
            view.label,
            view.planned_from,
            view.planned_to,
            view.actual_from,
            view.actual_to,
            view.flag,
        )
        for view in (shift.people if shift else ())
    ]


def _row_of(view: OnDutyView) -> PresenceRow:
    """Somebody of the next shift; a presence of an earlier shift does not count."""
    came = view.checked_in_at
    if came is not None and came < view.start - EARLY:
        came = None
    return PresenceRow(
        Turn.NEXT,
        view.person_id,
        view.name,
        view.post,
        view.label,
        view.start,
        view.end,
        came,
        view.checked_out_at if came else None,
    )
