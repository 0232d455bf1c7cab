"""Mapped tables, one module per area; importing this package maps them all."""

from __future__ import annotations

from safetydesk.storage.tables import (
    contacts,
    duty,
    duty_counts,
    incidents,
    log,
    office,
    reminders,
    rosters,
    swaps,
)

__all__ = [
    "contacts",
    "duty",
    "duty_counts",
    "incidents",
    "log",
    "office",
    "reminders",
    "rosters",
    "swaps",
]
