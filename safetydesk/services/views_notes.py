"""What screens know of the desk's own notes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class NoteView:
    """A note that is to come, or is due and stands in the alarm list until it is closed."""

    id: int
    title: str
    at: datetime
    to_whom: str
    entered_by: str
    is_due: bool
    item: str
    """Its item in the list of alarms, where a note that is due is closed."""
