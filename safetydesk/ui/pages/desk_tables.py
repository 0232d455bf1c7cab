"""The tables of the desk page that only show: newest lines, people, the next shifts, counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safetydesk.ui.models.rows_model import Cell, Column
from safetydesk.ui.widgets.row_table import RowTable

if TYPE_CHECKING:
    from safetydesk.domain.log import LogLine
    from safetydesk.services.overview import NextShift, ShiftCount
    from safetydesk.services.views_duty import OnDutyView
    from safetydesk.ui.wording import Wording


def recent_table(words: Wording) -> RowTable[LogLine]:
    """The newest lines of this shift."""
    return RowTable(
        [
            Column("", lambda row: Cell(words.time(row.entry.event_at), bold=True), width=64),
            Column("", lambda row: Cell(row.entry.kind.value, tone="t2"), width=84),
            Column("", lambda row: Cell(row.text, struck=row.is_struck)),
            Column("", lambda row: Cell(row.entry.author_name, tone="t2"), width=76, right=True),
        ],
        key=lambda row: str(row.entry.seq),
        head=False,
    )


def next_table(words: Wording) -> RowTable[NextShift]:
    """Who comes after this shift."""
    return RowTable(
        [
            Column(
                "", lambda row: Cell(words.date_and_weekday(row.starts_at), tone="t2"), width=132
            ),
            Column("", lambda row: Cell(row.leader, bold=True), width=72),
            Column("", lambda row: Cell("、".join(row.officers), tone="t2"), right=True),
        ],
        key=lambda row: row.starts_at.isoformat(),
        head=False,
    )


def count_table() -> RowTable[ShiftCount]:
    """Counts of the shift before and of this one."""
    return RowTable(
        [
            Column("", lambda row: Cell(row.label, tone="t2")),
            Column("", lambda row: Cell(str(row.before), tone="t2"), width=56, right=True),
            Column("", lambda row: Cell(str(row.now), bold=True), width=56, right=True),
        ],
        key=lambda row: row.label,
        head=False,
    )


class PeopleTable(RowTable["OnDutyView"]):
    """Who is on duty, and since when at the desk."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording
        super().__init__(
            [
                Column("", lambda row: Cell(row.label.removesuffix("领导"), tone="t2"), width=52),
                Column("", lambda row: Cell(row.name, bold=True), width=72),
                Column("", lambda row: Cell(row.section, tone="t2")),
                Column("", self._standing, width=108, right=True),
            ],
            key=lambda row: f"{row.post}:{row.person_id}",
            head=False,
        )

    def _standing(self, row: OnDutyView) -> Cell:
        """Present since when, left when, or not signed in."""
        if row.checked_in_at is None:
            return Cell(self.tr("not signed in"), tone="t3")
        if row.checked_out_at is not None:
            left = self._wording.time(row.checked_out_at)
            return Cell(self.tr("left {time}").format(time=left), tone="t3")
        came = self._wording.time(row.checked_in_at)
        return Cell(self.tr("here {time}").format(time=came), tone="t2")
