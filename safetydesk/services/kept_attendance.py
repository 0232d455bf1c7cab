"""The attendance list as a sealed shift keeps it, and how it is read again."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from safetydesk.domain.presence import PlannedDuty, left_at, stays_of
from safetydesk.domain.spans import Span
from safetydesk.services.sealing import plain
from safetydesk.services.views_duty import PresenceView

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from safetydesk.domain.presence import Presence

_INSTANTS = ("planned_from", "planned_to", "actual_from", "actual_to")


def as_kept(views: Iterable[PresenceView]) -> list[dict[str, Any]]:
    """The list as a JSON document."""
    return [plain(view) for view in views]


def of_kept(
    rows: Iterable[Mapping[str, Any]], presences: Sequence[Presence], sealed_at: datetime
) -> list[PresenceView]:
    """The list as it was sealed.

    Only when somebody left who was still there at the seal is added: it is written once and by the
    nature of the thing later than the signature that relieves.
    """
    before = [stay for stay in presences if stay.checked_in_at <= sealed_at]
    return [_with_leaving(_view(row), before) for row in rows]


def _view(row: Mapping[str, Any]) -> PresenceView:
    values = dict(row)
    for name in _INSTANTS:
        values[name] = datetime.fromisoformat(row[name]) if row[name] else None
    return PresenceView(**values)


def _with_leaving(view: PresenceView, presences: Sequence[Presence]) -> PresenceView:
    """The row with the end of the stay that was open at the seal, once it is known."""
    if view.actual_from is None or view.actual_to is not None:
        return view
    planned = Span(view.planned_from, view.planned_to)
    duty = PlannedDuty(str(view.person_id), view.post, planned, since=view.actual_from)
    return replace(view, actual_to=left_at(stays_of(duty, presences)))
