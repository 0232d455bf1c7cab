"""The list of arrivals and departures in words: its columns and what their cells say."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from safetydesk.domain.presence import NO_SHOW_AFTER, STANDS_BY
from safetydesk.ui.models.presence_rows import PresenceRow, Turn
from safetydesk.ui.models.rows_model import Cell, Column

if TYPE_CHECKING:
    from safetydesk.domain.clock import Clock
    from safetydesk.ui.wording import Wording

_PLANNED = 250
"""Room for 「12月30日 08:30 — 31日 08:30」 and for the turn of a month."""


class PresenceWords(QObject):
    """Knows the table's words and not the dialog, so that neither holds the other alive."""

    def __init__(self, clock: Clock, wording: Wording) -> None:
        super().__init__()
        self._clock, self._wording = clock, wording

    def columns(self) -> list[Column[PresenceRow]]:
        """The columns from the left."""
        turns = {
            Turn.NOW: self.tr("this shift"),
            Turn.NEXT: self.tr("next shift"),
            Turn.UNPLANNED: self.tr("not planned"),
        }
        return [
            Column(self.tr("Shift"), lambda row: Cell(turns[row.turn], "t2"), 84),
            Column(self.tr("Post"), lambda row: row.label, 92),
            Column(self.tr("Name"), lambda row: Cell(row.name, bold=True), 92),
            Column(self.tr("Planned"), self._planned, _PLANNED),
            Column(self.tr("Came"), lambda row: self._time(row.came), 66),
            Column(self.tr("Left"), lambda row: self._time(row.left), 66),
            Column("", self._state),
        ]

    def _planned(self, row: PresenceRow) -> Cell:
        if row.planned_from is None or row.planned_to is None:
            return Cell("—", "t3")
        return Cell(self._wording.span(row.planned_from, row.planned_to), "t2")

    def _time(self, instant: datetime | None) -> Cell:
        return Cell(self._wording.time(instant) if instant else "—", "t1" if instant else "t3")

    def _state(self, row: PresenceRow) -> Cell:
        """What is remarkable, else whether the person is here."""
        if row.flag:
            return Cell(row.flag, badge="plain")
        if row.is_here:
            return Cell(self.tr("here"), "ok_ink", icon="done")
        if row.left is not None:
            return Cell(self.tr("left"), "t2")
        late = self._clock.now() - row.planned_from if row.planned_from is not None else None
        if late is None or late < timedelta(0) or row.post in STANDS_BY:
            return Cell("—", "t3")
        if late >= NO_SHOW_AFTER:
            return Cell(self.tr("did not come"), badge="r")
        return Cell(self.tr("not here yet"), badge="todo")
