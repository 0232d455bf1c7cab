"""What cannot come before what in an incident: its end before it began, word of it before any."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from safetydesk.domain.clock import whole_minute
from safetydesk.domain.errors import RuleViolation
from safetydesk.domain.incident import (
    BasisKind,
    Correction,
    Extinguished,
    IncidentEvent,
    Occurred,
    ReportSent,
    RescueEnded,
)
from safetydesk.domain.incident_record import BasisRecord, RecordedEvent, bases_of

_ENDS: dict[type[IncidentEvent], BasisKind] = {
    RescueEnded: BasisKind.RESCUE_ENDED,
    Extinguished: BasisKind.EXTINGUISHED,
}


def is_ordered(event: IncidentEvent) -> bool:
    """Whether an event has a place before or behind another."""
    return isinstance(event, Correction | Occurred | ReportSent | RescueEnded | Extinguished)


def check_order(recorded: Iterable[RecordedEvent], event: IncidentEvent) -> None:
    """Refuses an event that contradicts the times as they stand; minutes are exact enough.

    Raises:
        RuleViolation: an end before the occurrence, or something told before the receipt.
    """
    bases = bases_of(recorded)
    basis = event.of if isinstance(event, Correction) else _ENDS.get(type(event))
    if isinstance(event, Occurred):
        basis = BasisKind.OCCURRED
    if basis is BasisKind.OCCURRED:
        for end in _ENDS.values():
            _in_order(event, bases.get(end), end)
    elif basis is not None and basis in _ENDS.values():
        began = bases.get(BasisKind.OCCURRED)
        if began is not None and event.time < whole_minute(began.at):
            raise RuleViolation("incident.before_occurrence", basis=basis.chinese_name)
    if isinstance(event, ReportSent):
        _after_receipt(bases.get(BasisKind.RECEIVED), event.time)


def check_told(recorded: Iterable[RecordedEvent], at: datetime) -> None:
    """Refuses to have told of an incident before this office received it.

    Raises:
        RuleViolation: as said.
    """
    _after_receipt(bases_of(recorded).get(BasisKind.RECEIVED), at)


def _after_receipt(received: BasisRecord | None, at: datetime) -> None:
    if received is not None and at < whole_minute(received.at):
        raise RuleViolation("report.sent_before_received", received_at=received.at)


def _in_order(began: IncidentEvent, end: BasisRecord | None, kind: BasisKind) -> None:
    if end is not None and end.at < whole_minute(began.time):
        raise RuleViolation("incident.before_occurrence", basis=kind.chinese_name)
