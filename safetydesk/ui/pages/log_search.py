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
    from safetydesk.domain.log import LogEntry
    from safetydesk.services.log import LogService
    from safetydesk.ui.tasks import Runs
    from safetydesk.ui.widgets.log_bar import SearchField
    from safetydesk.ui.wording import Wording

MOST = 200


class LogHits(Card):
    """The newest first; listens to the field in which the words are typed.

    ``found`` carries this list once it shows an answer, ``chosen`` the number of the entry to go
    to, ``failed`` the ``SafetyDeskError``; ``ended`` when nothing is looked for any more.
    """

    found = Signal(object)
    chosen = Signal(int)
    ended = Signal()
    failed = Signal(object)

    def __init__(self, field: SearchField, log: LogService, wording: Wording, tasks: Runs) -> None:
        super().__init__("")
        self._log, self._tasks = log, tasks
        self._words = ""
        self.set_title(self.tr("Found in all years"))
        self._table: RowTable[LogEntry] = RowTable(
            [
                Column(self.tr("Time"), lambda e: wording.full_time(e.event_at), width=190),
                Column(self.tr("Kind"), lambda e: Cell(e.kind.value, tone="t2"), width=120),
                Column(self.tr("Content"), lambda e: e.text),
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
        field.wanted.connect(self._look_for)
        field.left.connect(self._on_left)
        field.entered.connect(self.take_focus)
        field.down.connect(self.take_focus)

    def show_hits(self, words: str, entries: Sequence[LogEntry]) -> None:
        """Shows what was found for the words."""
        self._table.set_rows(list(entries))
        self.set_count(len(entries))
        self._none.setVisible(not entries)
        self._table.setVisible(bool(entries))
        self._none.setText(self.tr("No entry of any year contains “{words}”.").format(words=words))
        if entries and not self._table.current_key():
            self._table.select_key(str(entries[0].seq))

    @Slot()
    def take_focus(self) -> None:
        """Puts the cursor on the hits, where there are any to see."""
        if self._table.isVisible():
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _look_for(self, words: str) -> None:
        self._words = words
        if not words:
            self.ended.emit()
            return
        self._tasks.submit(
            lambda: (words, self._log.search(words, MOST)),
            succeeded=self._on_found,
            failed=self.failed.emit,
        )

    @Slot(object)
    def _on_found(self, found: tuple[str, list[LogEntry]]) -> None:
        """Shows the answer, unless something else is looked for by now."""
        words, entries = found
        if words == self._words:
            self.show_hits(words, entries)
            self.found.emit(self)

    @Slot()
    def _on_left(self) -> None:
        self._words = ""
        self.ended.emit()

    @Slot(object)
    def _on_opened(self, entry: LogEntry) -> None:
        self.chosen.emit(entry.seq)
