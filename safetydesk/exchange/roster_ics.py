"""Writes duties as an iCalendar file (RFC 5545) that calendars take in again and again."""

# pyright: reportUnknownMemberType=false
# icalendar leaves the values of properties untyped.

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from icalendar import Event

    from safetydesk.services.duty_calendar import DutyCalendar, DutyEvent

_PRODUCT = "-//safetydesk//duty roster//ZH"


def roster_ics(calendar: DutyCalendar) -> bytes:
    """The events with stable names; cancelled ones say so. No telephone leaves with the file.

    The same duties give the same bytes: an event is stamped with the time of its last change.
    """
    from icalendar import Calendar

    made = Calendar()
    made.add("prodid", _PRODUCT)
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", calendar.name)
    made.add("x-wr-timezone", calendar.zone)
    for event in calendar.events:
        made.add_component(_event(event, calendar.place))
    return bytes(made.to_ical())


def _event(duty: DutyEvent, place: str) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", duty.uid)
    event.add("dtstamp", _utc(duty.changed_at))
    event.add("last-modified", _utc(duty.changed_at))
    event.add("sequence", duty.sequence)
    event.add("status", "CANCELLED" if duty.cancelled else "CONFIRMED")
    event.add("dtstart", _utc(duty.start))
    event.add("dtend", _utc(duty.end))
    event.add("summary", f"{duty.post} {duty.person}")
    event.add("location", place)
    event.add("categories", [duty.post])
    event.add("transp", "TRANSPARENT" if duty.cancelled else "OPAQUE")
    return event


def _utc(instant: datetime) -> datetime:
    """Whole seconds of UTC, so that the file needs no table of the zone's rules."""
    return instant.astimezone(UTC).replace(microsecond=0)
