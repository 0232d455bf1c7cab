"""What screens and files know of the load of alarms."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from safetydesk.domain.alarm_load import ShiftLoad, SourceLoad


@dataclass(frozen=True)
class ShiftLoadView:
    """One shift's load; an open shift counts up to now."""

    number: str
    start: datetime
    end: datetime
    is_open: bool
    load: ShiftLoad

    @property
    def is_within(self) -> bool:
        """Whether the limits are kept so far."""
        return self.load.is_within(is_over=not self.is_open)


@dataclass(frozen=True)
class AlarmLoadView:
    """The last shifts, the newest first, and what came up most often in them."""

    shifts: tuple[ShiftLoadView, ...]
    sources: tuple[SourceLoad, ...]
