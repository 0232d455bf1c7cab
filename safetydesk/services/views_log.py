"""What the log page shows: one shift's sheet, line by line, as it stands now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from safetydesk.domain.log import LogLine
    from safetydesk.services.sheets import Segment
    from safetydesk.services.views_duty import ShiftView


@dataclass(frozen=True)
class SheetLine:
    """One line of the sheet; ``segments`` are its words with what was corrected struck.

    ``state`` is the word of the state column, empty where there is nothing to follow.
    """

    line: LogLine
    segments: tuple[Segment, ...]
    state: str = ""


@dataclass(frozen=True)
class LogSheet:
    """A shift with its lines by the time of the event, machine lines among them.

    ``open_items`` counts the lines whose incident or matter is not closed yet.
    """

    shift: ShiftView
    lines: tuple[SheetLine, ...]
    open_items: int
    previous_id: int | None
    following_id: int | None


@dataclass(frozen=True)
class EntryPlace:
    """Where an entry stands: the line it belongs to and the shift of that line, if any."""

    seq: int
    shift_id: int
