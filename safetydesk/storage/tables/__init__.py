"""Mapped tables, one module per area; importing this package maps them all."""

from __future__ import annotations

from safetydesk.storage.tables import (
    calendar,
    contacts,
    duty,
    duty_counts,
    escalation,
    incidents,
    log,
    office,
    reminders,
    rosters,
    rules,
    staff,
    swaps,
    templates,
    warnings,
)

__all__ = [
    "calendar",
    "contacts",
    "duty",
    "duty_counts",
    "escalation",
    "incidents",
    "log",
    "office",
    "reminders",
    "rosters",
    "rules",
    "staff",
    "swaps",
    "templates",
    "warnings",
]
