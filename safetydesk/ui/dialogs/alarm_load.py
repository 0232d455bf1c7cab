"""How many alarms the desk bears, shift by shift, against the limits, and where they come from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from safetydesk.domain.alarm_load import GOOD_SHARES, PEAK_LIMIT, RATE_LIMIT, STANDING_LIMIT
from safetydesk.domain.errors import SafetyDeskError, StorageUnavailable
from safetydesk.domain.reminder import AlarmLevel
from safetydesk.resources import atomic_write
from safetydesk.ui.file_asking import FileAsked
from safetydesk.ui.messages import sentence
from safetydesk.ui.models.rows_model import Cell, Column
from safetydesk.ui.widgets.card import Card
from safetydesk.ui.widgets.fact_rows import FactRows
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.plain import PlainLabel
from safetydesk.ui.widgets.row_table import RowTable

if TYPE_CHECKING:
    from safetydesk.domain.alarm_load import ShiftLoad, SourceLoad
    from safetydesk.services.alarm_load import AlarmLoadService
    from safetydesk.services.views_alarm_load import AlarmLoadView, ShiftLoadView
    from safetydesk.ui.tasks import Runs
    from safetydesk.ui.wording import Wording

_SIZE = (980, 620)
_SUFFIX = ".csv"
_RATE, _PEAK, _STANDING, _SHARES = "rate", "peak", "standing", "shares"


class AlarmLoadDialog(QDialog):
    """``log_asked`` leads to the lines of this shift; Ctrl+E gives the numbers out, Esc leaves."""

    log_asked = Signal()

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        load: AlarmLoadService,
        tasks: Runs,
        wording: Wording,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Load of alarms"))
        self.resize(*_SIZE)
        self._load, self._tasks, self._wording = load, tasks, wording
        self._view: AlarmLoadView | None = None
        self._facts = FactRows()
        words = LoadWords(wording)
        self._shifts: RowTable[ShiftLoadView] = RowTable(
            words.shifts(), key=lambda row: row.start.isoformat()
        )
        self._sources: RowTable[SourceLoad] = RowTable(
            words.sources(), key=lambda row: f"{row.kind}:{row.title}"
        )
        self._words = words
        self._shifts.setAccessibleName(self.tr("Shifts"))
        self._sources.setAccessibleName(self.tr("What comes up most often"))
        self._problem = PlainLabel(role="sub", wrap=True)
        self._out = KeyButton(self.tr("Save as csv…"), icon="export", key="Ctrl E")
        self._log = KeyButton(self.tr("Lines of this shift"), icon="nav-log")
        self._lay_out()
        self._out.clicked.connect(self.save_as)
        self._log.clicked.connect(self._on_log)
        QShortcut(QKeySequence("Ctrl+E"), self).activated.connect(self.save_as)
        self._out.setEnabled(False)
        tasks.submit(load.load, succeeded=self._on_read, failed=self._on_failed)

    @Slot()
    def save_as(self) -> None:
        """Asks for the name of the file."""
        if self._view is None:
            return
        kinds = [self.tr("Comma-separated values (*.csv)")]
        dialog = FileAsked(self, self.tr("Save the load of alarms"), kinds)
        dialog.fileSelected.connect(self.write)
        dialog.to_write(f"{self.windowTitle()}{_SUFFIX}")

    @Slot(str)
    def write(self, file_name: str) -> None:
        """Writes the file apart from the window."""
        view, zone = self._view, self._wording.zone
        if view is None:
            return
        path = Path(file_name)
        path = path if path.suffix else path.with_suffix(_SUFFIX)

        def work() -> str:
            from safetydesk.exchange.alarm_load_csv import alarm_load_csv

            try:
                atomic_write(path, alarm_load_csv(view, zone))
            except OSError as error:
                reason = error.strerror or str(error)
                raise StorageUnavailable(
                    "print.not_saved", path=str(path), reason=reason
                ) from error
            return path.name

        self._tasks.submit(work, succeeded=self._on_written, failed=self._on_failed)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(12)
        now = Card(self.tr("This shift"))
        for name, title in (
            (_RATE, self.tr("In ten minutes, on average")),
            (_PEAK, self.tr("In the worst ten minutes")),
            (_STANDING, self.tr("On the list now")),
            (_SHARES, self.tr("Levels Ⅰ Ⅱ Ⅲ")),
        ):
            self._facts.add_row(name, title)
        now.body.addWidget(self._facts)
        shifts = Card(self.tr("Last shifts"))
        shifts.body.addWidget(self._shifts)
        sources = Card(self.tr("What comes up most often"))
        sources.body.addWidget(self._sources)
        column.addWidget(now)
        column.addWidget(shifts, 3)
        column.addWidget(sources, 2)
        foot = QHBoxLayout()
        foot.addWidget(self._problem, 1)
        leave = KeyButton(self.tr("Close"), key="Esc")
        leave.clicked.connect(self.reject)
        for button in (self._log, self._out, leave):
            button.setAutoDefault(False)
            foot.addWidget(button)
        column.addLayout(foot)

    @Slot(object)
    def _on_read(self, view: AlarmLoadView) -> None:
        """Shows what was counted."""
        self._view = view
        self._out.setEnabled(bool(view.shifts))
        self._shifts.set_rows(view.shifts)
        self._sources.set_rows(view.sources)
        if view.shifts:
            self._show_now(view.shifts[0].load)
            self._shifts.select_key(view.shifts[0].start.isoformat())
        else:
            self._problem.setText(self.tr("No shift has begun yet: there is nothing to count."))
        self._shifts.setFocus()

    def _show_now(self, load: ShiftLoad) -> None:
        limit = self.tr("{number}　limit {limit}")
        rate = limit.format(number=f"{load.rate:.2f}", limit=f"{RATE_LIMIT:.0f}")
        self._facts.show_fact(_RATE, rate, "r" if load.rate > RATE_LIMIT else "ok")
        peak = limit.format(number=load.peak, limit=PEAK_LIMIT)
        self._facts.show_fact(_PEAK, peak, "r" if load.peak > PEAK_LIMIT else "ok")
        standing = self.tr("{number}　limit {limit} when the desk is handed over").format(
            number=load.standing, limit=STANDING_LIMIT
        )
        self._facts.show_fact(_STANDING, standing, "o" if load.standing else "ok")
        self._facts.show_fact(_SHARES, self._words.shares(load))

    @Slot(object)
    def _on_failed(self, error: SafetyDeskError) -> None:
        self._problem.set_tone("r")
        self._problem.setText(sentence(error))

    @Slot(object)
    def _on_written(self, name: str) -> None:
        self._problem.set_tone("ok")
        self._problem.setText(self.tr("{file} was written").format(file=name))

    @Slot()
    def _on_log(self) -> None:
        self.log_asked.emit()
        self.accept()


class LoadWords(QObject):
    """What the columns show; holds no window, so that the dialog can go."""

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording

    def shifts(self) -> list[Column[ShiftLoadView]]:
        """Which shift, how many, how dense, what was left, which levels, within the limits."""
        return [
            Column(self.tr("Shift"), self._span),
            Column(self.tr("Alarms"), lambda row: str(row.load.raised), 72, right=True),
            Column(self.tr("In ten minutes"), self._rate, 104, right=True),
            Column(self.tr("Worst ten"), self._peak, 92, right=True),
            Column(self.tr("Left standing"), self._standing, 92, right=True),
            Column(self.tr("Ⅰ / Ⅱ / Ⅲ"), self._levels, 112, right=True),
            Column(self.tr("Limits"), self._verdict, 104),
        ]

    def sources(self) -> list[Column[SourceLoad]]:
        """Level, what, which kind, how often."""
        return [
            Column("", lambda row: Cell(level=int(row.level)), 56),
            Column(self.tr("What"), lambda row: row.title),
            Column(self.tr("Kind"), lambda row: Cell(row.kind.chinese_name, tone="t2"), 132),
            Column(self.tr("Times"), lambda row: str(row.count), 88, right=True),
        ]

    def shares(self, load: ShiftLoad) -> str:
        """The share of each level beside the good one."""
        own = " / ".join(f"{load.share(level)} %" for level in AlarmLevel)
        good = " / ".join(f"{GOOD_SHARES[level]} %" for level in AlarmLevel)
        return self.tr("{own}　about {good} is good").format(own=own, good=good)

    def _span(self, row: ShiftLoadView) -> Cell:
        words = self._wording.span(row.start, row.end)
        if row.is_open:
            begun = f"{self._wording.date_and_weekday(row.start)} {self._wording.time(row.start)}"
            words = self.tr("{begun} until now").format(begun=begun)
        return Cell(words, bold=row.is_open)

    def _rate(self, row: ShiftLoadView) -> Cell:
        over = row.load.rate > RATE_LIMIT
        return Cell(f"{row.load.rate:.2f}", tone="r_ink" if over else "t1", bold=over)

    def _peak(self, row: ShiftLoadView) -> Cell:
        over = row.load.peak > PEAK_LIMIT
        return Cell(str(row.load.peak), tone="r_ink" if over else "t1", bold=over)

    def _standing(self, row: ShiftLoadView) -> Cell:
        over = row.load.standing > STANDING_LIMIT and not row.is_open
        return Cell(str(row.load.standing), tone="o_ink" if over else "t1", bold=over)

    def _levels(self, row: ShiftLoadView) -> str:
        return " / ".join(str(row.load.levels[level]) for level in AlarmLevel)

    def _verdict(self, row: ShiftLoadView) -> Cell:
        if row.is_within:
            return Cell(self.tr("within"), tone="ok_ink")
        return Cell(self.tr("exceeded"), badge="o")
