"""The sheet of one shift as it lies on the page: head, lines of the choice made, foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from safetydesk.ui.models.log_lines import Shown, rows_of
from safetydesk.ui.widgets.log_head import LogHead
from safetydesk.ui.widgets.log_table import LogTable
from safetydesk.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from safetydesk.domain.people import OfficeFacts
    from safetydesk.services.views_log import LogSheet
    from safetydesk.ui.pages.log_words import LogWords
    from safetydesk.ui.wording import Wording


class LogPaper(QFrame):
    """``changed`` when other lines are shown, ``weather_written`` with the shift's id."""

    changed = Signal()
    weather_written = Signal(int, str)

    def __init__(self, office: OfficeFacts, wording: Wording, words: LogWords) -> None:
        super().__init__()
        self._wording, self._words = wording, words
        self._wanted = 0
        self.sheet: LogSheet | None = None
        self.shown, self.machine = Shown.ALL, False
        self.head, self.table = LogHead(office, wording), LogTable()
        self._foot, self._seal = PlainLabel(role="sub"), PlainLabel(role="sub")
        self.setProperty("kind", "sheet")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.table, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 8, 0, 0)
        foot.addWidget(self._foot, 1)
        foot.addWidget(self._seal)
        column.addLayout(foot)
        # Whoever comes to the page works on the lines first.
        QWidget.setTabOrder(self.table, self.head.weather_field())
        self.head.weather_written.connect(self._on_weather)

    def show_sheet(self, sheet: LogSheet) -> None:
        """Shows a shift; of another one than before, the end of its sheet."""
        other = self.sheet is None or sheet.shift.id != self.sheet.shift.id
        self.sheet = sheet
        self.head.show_shift(sheet.shift)
        self._seal.setText(self._words.seal(sheet.shift))
        self._show_lines()
        if other and not self.table.current_seq():
            self.table.scroll_to_newest()

    def want(self, seq: int) -> None:
        """Selects an entry as soon as its shift is shown."""
        self._wanted = seq

    @Slot(str)
    def choose(self, key: str) -> None:
        """Shows another choice of lines."""
        self.shown = Shown(key)
        self._show_lines()

    @Slot(bool)
    def show_machine(self, shown: bool) -> None:  # noqa: FBT001 - a slot of Signal(bool)
        """Shows or hides machine lines."""
        if shown != self.machine:
            self.machine = shown
            self._show_lines()

    def _show_lines(self) -> None:
        sheet = self.sheet
        if sheet is None:
            return
        self._foot.setText(self._words.foot(sheet, machine=self.machine))
        rows = rows_of(sheet.lines, self._wording, shown=self.shown, machine=self.machine)
        self.table.show_rows(rows)
        self.changed.emit()
        if self._wanted:
            self._select_wanted()

    def _select_wanted(self) -> None:
        """Selects the entry gone to; where the choice hides it, everything is shown."""
        seq, self._wanted = self._wanted, 0
        if not self.table.select(seq) and not (self.shown is Shown.ALL and self.machine):
            self.shown, self.machine = Shown.ALL, True
            self._wanted = seq
            self._show_lines()
        self.table.setFocus()

    @Slot(str)
    def _on_weather(self, text: str) -> None:
        if self.sheet is not None:
            self.weather_written.emit(self.sheet.shift.id, text)
