"""The card of casualty numbers: each news as a line, what it changed, which report carried it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from typing_extensions import override

from safetydesk.domain.casualties import MEASURE_NAMES
from safetydesk.ui.models.rows_model import Cell, Column
from safetydesk.ui.tokens import CARD_HEAD_HEIGHT, ROW_HEIGHT
from safetydesk.ui.widgets.badge import Badge
from safetydesk.ui.widgets.card import Card
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.row_table import RowTable

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from safetydesk.domain.clock import Clock
    from safetydesk.services.views_incidents import CasualtyLine, IncidentView
    from safetydesk.ui.wording import Wording

_WIDE, _NARROW = 76, 52
_LAST, _LAST_NARROW = 92, 78
"""People moved to safety come in hundreds."""
_AS_OF = 98
_FEWEST, _EDGES = 4, 8
"""So many rows have room even while there are fewer."""
_CARRIED, _CARRIED_NARROW = 112, 98
SHOWN = ("dead", "missing", "severely_injured", "lightly_injured", "evacuated")


class CasualtiesCard(Card):
    """Newest line first; ``record`` is the button that asks for new numbers."""

    def __init__(self, wording: Wording, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Casualties"))
        self._agree = Badge(tone="done")
        self.record = KeyButton(self.tr("Record numbers"), kind="link", key="Alt C")
        self.head.addWidget(self._agree)
        self.head.addWidget(self.record)

        def known(row: CasualtyLine) -> Cell:
            return Cell(wording.moment(row.as_of, clock.now()), bold=True)

        def carried(row: CasualtyLine) -> Cell:
            if row.reported_in:
                return Cell(row.reported_in, tone="t2")
            return Cell(not_yet, tone="o_ink")

        not_yet = self.tr("not reported yet")
        unknown = self.tr("unknown")
        self.table: RowTable[CasualtyLine] = RowTable(
            [
                Column(self.tr("As of"), known, width=_AS_OF),
                Column(self.tr("Source"), lambda row: Cell(row.source, tone="t2")),
                *(
                    Column(MEASURE_NAMES[name], _number_of(name, unknown), width=_WIDE, right=True)
                    for name in SHOWN
                ),
                Column(self.tr("Reported in"), carried, width=_CARRIED),
            ],
            key=lambda row: f"{row.as_of.isoformat()} {row.known_at.isoformat()}",
        )
        self.table.setAccessibleName(self.tr("Casualties"))
        self.body.addWidget(self.table)

    def show_view(self, view: IncidentView) -> None:
        """Shows the history."""
        self.table.set_rows(list(reversed(view.casualties)))
        rows = max(len(view.casualties), _FEWEST) + 1
        self.setMaximumHeight(CARD_HEAD_HEIGHT + rows * ROW_HEIGHT + _EDGES)
        self._agree.setText(
            self.tr("✓ sums agree") if view.sums_agree else self.tr("sums contradict each other")
        )
        self._agree.setVisible(bool(view.casualties))

    @override
    def set_narrow(self, narrow: bool) -> None:
        """Narrower numbers on small screens; the source takes the rest."""
        super().set_narrow(narrow)
        for column in range(2, 2 + len(SHOWN)):
            self.table.setColumnWidth(column, _NARROW if narrow else _WIDE)
        self.table.setColumnWidth(1 + len(SHOWN), _LAST_NARROW if narrow else _LAST)
        self.table.setColumnWidth(2 + len(SHOWN), _CARRIED_NARROW if narrow else _CARRIED)


def _number_of(name: str, unknown: str) -> Callable[[CasualtyLine], Cell]:
    """A number and, as a mark before it, its change."""

    def cell(row: CasualtyLine) -> Cell:
        value = getattr(row.numbers, name)
        if value is None:
            return Cell(unknown, tone="t3")
        step = int(value) - row.changed.get(name, int(value))
        mark = f"{'↑' if step > 0 else '↓'}{abs(step)}" if step else ""
        return Cell(f"{value}", bold=bool(step), mark=mark)

    return cell
