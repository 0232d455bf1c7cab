"""What screens and sheets receive about matters; everything is derived for one instant."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from safetydesk.domain.matter import Matter, MatterState, MatterStep, UnitStanding


@dataclass(frozen=True)
class MatterView:
    """A matter as it stands; ``age`` is None for one taken over from before."""

    id: int
    number: str
    title: str
    state: MatterState
    owner: str
    due_at: datetime | None
    opened_at: datetime | None
    closed_at: datetime | None
    overdue: bool
    late_by: timedelta | None
    age: timedelta | None
    units: tuple[UnitStanding, ...]
    steps: tuple[MatterStep, ...]
    source_seq: int | None
    incident_id: int | None
    version: int


def matter_view(matter: Matter, now: datetime) -> MatterView:
    """The view of a matter at an instant."""
    end = matter.closed_at or now
    return MatterView(
        id=matter.id,
        number=matter.number,
        title=matter.title,
        state=matter.state,
        owner=matter.owner,
        due_at=matter.due_at,
        opened_at=matter.opened_at,
        closed_at=matter.closed_at,
        overdue=matter.is_overdue(now),
        late_by=matter.late_by,
        age=end - matter.opened_at if matter.opened_at else None,
        units=matter.units,
        steps=matter.steps,
        source_seq=matter.source_seq,
        incident_id=matter.incident_id,
        version=matter.version,
    )
