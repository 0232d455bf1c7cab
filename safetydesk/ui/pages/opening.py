"""The page of the first frame: the newest lines of the log while the desk is being opened."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from typing_extensions import override

from safetydesk.ui.models.rows_model import Cell, Column
from safetydesk.ui.page import Page
from safetydesk.ui.widgets.card import Card
from safetydesk.ui.widgets.quiet_state import QuietState
from safetydesk.ui.widgets.row_table import RowTable

if TYPE_CHECKING:
    from safetydesk.ui.bus import Bus
    from safetydesk.ui.wording import Wording

Line = tuple[datetime, str, str, str]


class OpeningPage(Page):
    """Shows lines given to it at once; it fetches nothing and goes when the desk is open."""

    def __init__(
        self, *, bus: Bus, office: str, lines: tuple[Line, ...], now: datetime, wording: Wording
    ) -> None:
        super().__init__(bus=bus, topics=frozenset(), title=office or self.tr("Duty desk"))
        self.head.set_title(office or self.tr("Duty desk"), self.tr("Opening the desk…"))
        if not lines:
            quiet = QuietState()
            quiet.show_state(self.tr("Opening the desk…"), "", fault=False)
            self.body.addWidget(quiet)
            self.body.addStretch(1)
            return
        card = Card(self.tr("Recent entries"))
        table: RowTable[Line] = RowTable(
            [
                Column("", lambda row: Cell(wording.moment(row[0], now), bold=True), width=120),
                Column("", lambda row: Cell(row[1], tone="t2"), width=110),
                Column("", lambda row: row[2]),
                Column("", lambda row: Cell(row[3], tone="t2"), width=90, right=True),
            ],
            key=lambda row: f"{row[0].isoformat()} {row[2]}",
        )
        table.set_rows(list(lines))
        card.body.addWidget(table)
        self.body.addWidget(card, 1)

    @override
    def refresh(self) -> None:
        """Nothing is fetched before the desk is open."""
