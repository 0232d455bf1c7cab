"""The panel that shows how even a draft is, kind by kind, for the people of one pool."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from safetydesk.domain.fair_shares import FairKind
from safetydesk.ui.widgets.fairness_chart import ChartBar, FairnessChart
from safetydesk.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from safetydesk.domain.roster_draft_why import Tally
    from safetydesk.services.views_draft import PreparedDraft
    from safetydesk.ui.dialogs.roster_draft_words import DraftWords


class FairnessPanel(QWidget):
    """One pool and kind at a time; the person of the chosen cell is marked."""

    def __init__(self, words: DraftWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._tallies: tuple[Tally, ...] = ()
        self._prepared: PreparedDraft | None = None
        self._person = ""
        self._pairs: list[tuple[str, FairKind]] = []
        self._choice = QComboBox()
        self._choice.setAccessibleName(self.tr("Posts and kind of day"))
        self._spread = PlainLabel(role="sub")
        self.chart = FairnessChart()
        area = QScrollArea()
        area.setWidget(self.chart)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.viewport().setAutoFillBackground(False)
        self.chart.setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._choice)
        column.addWidget(self._spread)
        column.addWidget(area, 1)
        self._choice.currentIndexChanged.connect(self._show)

    def show_tallies(self, prepared: PreparedDraft, tallies: tuple[Tally, ...]) -> None:
        """Shows the accounts of a draft; the pool and kind chosen stay."""
        self._prepared, self._tallies = prepared, tallies
        place = self._choice.currentIndex()
        chosen = self._pairs[place] if 0 <= place < len(self._pairs) else None
        pairs = list(dict.fromkeys((row.pool, row.kind) for row in tallies))
        pairs.sort(key=lambda pair: (pair[0] != "duty", pair[0], list(FairKind).index(pair[1])))
        self._pairs = pairs
        self._choice.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self._choice.clear()
        for pool, kind in pairs:
            label = prepared.labels.get(pool, pool)
            self._choice.addItem(f"{label} · {self._words.kind(kind)}")
        self._choice.setCurrentIndex(pairs.index(chosen) if chosen in pairs else 0)
        self._choice.blockSignals(False)  # noqa: FBT003
        self._show()

    def choose(self, pool: str, kind: FairKind, person: str) -> None:
        """Turns to a pool and kind and marks somebody."""
        self._person = person
        found = self._pairs.index((pool, kind)) if (pool, kind) in self._pairs else -1
        if found >= 0 and found != self._choice.currentIndex():
            self._choice.setCurrentIndex(found)
        else:
            self._show()

    @Slot()
    def _show(self) -> None:
        prepared, place = self._prepared, self._choice.currentIndex()
        if prepared is None or not 0 <= place < len(self._pairs):
            return
        rows = [row for row in self._tallies if (row.pool, row.kind) == self._pairs[place]]
        rows.sort(key=lambda row: (-(row.served + row.drafted), row.person))
        self.chart.show_bars(
            [
                ChartBar(
                    prepared.names[row.person],
                    row.served,
                    row.drafted,
                    float(row.share),
                    row.missed,
                    row.person == self._person,
                )
                for row in rows
            ]
        )
        counts = [row.drafted for row in rows]
        missed = sum(row.missed for row in rows)
        told = self.tr("{least} to {most} each · %n not even", "", missed)
        self._spread.setText(told.format(least=min(counts, default=0), most=max(counts, default=0)))
