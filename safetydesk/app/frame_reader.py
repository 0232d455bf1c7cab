"""Reads everything the frame shows from the services, in one go, on any thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safetydesk.ui.frame_feed import DeskHealth, FrameFacts

if TYPE_CHECKING:
    from safetydesk.app.wiring import Desk
    from safetydesk.domain.access import Actor


def read_frame(desk: Desk, actor: Actor | None, health: DeskHealth) -> FrameFacts:
    """The facts of the frame as they stand now."""
    now = desk.clock.now()
    incidents = desk.incidents.open_incidents(now)
    return FrameFacts(
        now=now,
        shift=desk.shifts.current(),
        on_duty=tuple(desk.duty.on_post(now)),
        phones=tuple(
            (str(phone.get("label", "")), str(phone.get("number", "")))
            for phone in desk.office().duty_phones
        ),
        actor=actor,
        alarms=desk.reminders.overview(now, checked_at=health.beat_at),
        incidents=len(incidents),
        overdue_incidents=any(incident.overdue for incident in incidents),
        health=health,
    )
