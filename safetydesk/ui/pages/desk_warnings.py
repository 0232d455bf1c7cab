"""The card of warnings in force on the desk page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from safetydesk.ui.models.rows_model import Cell, Column
from safetydesk.ui.pages.warning_tables import calls_cell, signal_cell
from safetydesk.ui.widgets.card import Card
from safetydesk.ui.widgets.row_table import RowTable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from safetydesk.services.views_warnings import WarningView
    from safetydesk.ui.wording import Wording

_UNTIL = 248


class DeskWarnings(Card):
    """``asked`` carries the id of the warning whose call board is wanted; hidden without any."""

    asked = Signal(int)

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        self._views: list[WarningView] = []
        self._now: datetime | None = None
        self.set_title(self.tr("Warnings in force"))
        self._table: RowTable[WarningView] = RowTable(
            [
                Column("", signal_cell, width=132),
                Column("", lambda row: Cell(row.warning.current.statement.issuer, tone="t2")),
                Column("", calls_cell, width=72, right=True),
                Column("", self._until, width=_UNTIL, right=True),
            ],
            key=lambda row: str(row.warning.id),
            head=False,
        )
        self._table.setAccessibleName(self.tr("Warnings in force"))
        self._table.fit_rows()
        self.body.addWidget(self._table)
        self._table.opened.connect(self._on_opened)
        self.hide()

    def show_views(self, views: Sequence[WarningView], now: datetime) -> None:
        """Shows the warnings, the gravest first."""
        self._views = list(views)
        self.set_count(len(views))
        self.setVisible(bool(views))
        self.tick(now)

    def tick(self, now: datetime) -> None:
        """Moves the countdowns on."""
        self._now = now
        self._table.set_rows(self._views)

    def _until(self, row: WarningView) -> Cell:
        """How long a warning holds."""
        until = row.warning.current.statement.in_force_until
        if until is None or self._now is None:
            return Cell("—", tone="t3")
        return Cell(countdown=self._wording.countdown(until, self._now))

    @Slot(object)
    def _on_opened(self, row: WarningView) -> None:
        self.asked.emit(row.warning.id)
