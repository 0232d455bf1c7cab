"""What was found in the log of all years."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot

from safetydesk.ui.models.rows_model import Cell, Column
from safetydesk.ui.widgets.card import Card
from safetydesk.ui.widgets.plain import PlainLabel
from safetydesk.ui.widgets.row_table import RowTable

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from safetydesk.domain.log import LogEntry
    from safetydesk.ui.wording import Wording

MOST = 200


class LogHits(Card):
    """The newest first; ``chosen`` carries the number of the entry to go to."""

    chosen = Signal(int)

    def __init__(self, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Found in all years"))
        self._table: RowTable[LogEntry] = RowTable(
            [
                Column(self.tr("Time"), lambda e: wording.full_time(e.event_at), width=190),
                Column(self.tr("Kind"), lambda e: Cell(e.kind.value, tone="t2"), width=120),
                Column(self.tr("Content"), lambda e: Cell(e.text, struck=False)),
                Column(self.tr("Recorder"), lambda e: Cell(e.author_name, tone="t2"), width=100),
            ],
            key=lambda entry: str(entry.seq),
        )
        self._table.setAccessibleName(self.tr("Entries found"))
        self._none = PlainLabel(role="sub", wrap=True)
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._none.setMinimumHeight(120)
        self.body.addWidget(self._none)
        self.body.addWidget(self._table, 1)
        self._table.opened.connect(self._on_opened)

    def show_hits(self, words: str, entries: Sequence[LogEntry]) -> None:
        """Shows what was found for the words."""
        self._table.set_rows(list(entries))
        self.set_count(len(entries))
        self._none.setVisible(not entries)
        self._table.setVisible(bool(entries))
        self._none.setText(self.tr("No entry of any year contains “{words}”.").format(words=words))
        if entries and not self._table.current_key():
            self._table.select_key(str(entries[0].seq))

    def take_focus(self) -> None:
        """Puts the cursor on the hits."""
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_current(self) -> None:
        """Goes to the selected hit."""
        entry = self._table.current()
        if entry is not None:
            self._on_opened(entry)

    @Slot(object)
    def _on_opened(self, entry: LogEntry) -> None:
        self.chosen.emit(entry.seq)
