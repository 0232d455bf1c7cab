"""A foreign sheet beside what was understood of it; nothing is written before the person agrees."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from safetydesk.ui.file_asking import FileAsked
from safetydesk.ui.forms.ui_import_preview import Ui_ImportPreview
from safetydesk.ui.icons import put_icon
from safetydesk.ui.messages import sentence
from safetydesk.ui.widgets.card import EmptyState
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.reading_view import ReadingView
from safetydesk.ui.widgets.sheet_view import SheetView

if TYPE_CHECKING:
    from safetydesk.domain.errors import SafetyDeskError
    from safetydesk.ui.bus import Bus
    from safetydesk.ui.dialogs.import_source import ImportReading, ImportSource
    from safetydesk.ui.perform import CarriesChanges
    from safetydesk.ui.session import Session
    from safetydesk.ui.tasks import Runs

_SHEET_SHARE, _READING_SHARE = 55, 45


@dataclass(frozen=True)
class _Read:
    """The answer to one reading; an older one is not shown."""

    turn: int
    reading: ImportReading


class ImportPreview(QDialog):
    """Reads a file on another thread. ``applied`` carries what to say once it is stored."""

    applied = Signal(str)

    def __init__(
        self,
        source: ImportSource,
        *,
        session: Session,
        bus: Bus,
        tasks: Runs,
        parent: QWidget,
        path: Path | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._source, self._session, self._bus, self._tasks = source, session, bus, tasks
        self._turn = 0
        self._reading: ImportReading | None = None
        self._ui = Ui_ImportPreview()
        self._ui.setupUi(self)
        self._sheet = SheetView()
        self._view = ReadingView()
        self._dress()
        self._show_busy(busy=False)
        if path is not None:
            self.read(path)

    def read(self, path: Path) -> None:
        """Reads a file; what was shown before goes."""
        self._turn += 1
        turn, source = self._turn, self._source
        self._reading = None
        self._ui.file_label.setText(path.name)
        self.show_problem("")
        self._show_busy(busy=True)
        self._tasks.submit(
            lambda: _Read(turn, source.read(path)), succeeded=self._on_read, failed=self._on_refused
        )

    @property
    def reading(self) -> ImportReading | None:
        """What is shown now."""
        return self._reading

    def show_problem(self, text: str) -> None:
        """Says in one sentence why the file was refused, or the import was."""
        self._ui.problem_label.setText(text)

    @Slot()
    def choose(self) -> None:
        """Lets the person pick a file."""
        kinds = " ".join(self._source.suffixes)
        sheets, every = self.tr("Sheets"), self.tr("All files")
        picker = FileAsked(self, self._source.title, [f"{sheets} ({kinds})", f"{every} (*)"])
        picker.fileSelected.connect(self._on_chosen)
        picker.to_read()

    @Slot()
    def apply(self) -> None:
        """Stores what was recognised, on another thread; the window closes when that worked."""
        reading, source, session = self._reading, self._source, self._session
        if reading is None or not reading.ready or not self._ui.save_button.isEnabled():
            return
        self._show_busy(busy=True)

        def work() -> CarriesChanges:
            return source.apply(session.require(), reading)

        self._tasks.submit(work, succeeded=self._on_applied, failed=self._on_failed)

    def _dress(self) -> None:
        ui = self._ui
        self.setWindowTitle(self._source.title)
        ui.sheet_card.body.addWidget(self._sheet)
        ui.reading_card.body.addWidget(self._view)
        ui.splitter.setStretchFactor(0, _SHEET_SHARE)
        ui.splitter.setStretchFactor(1, _READING_SHARE)
        ui.splitter.setSizes([10 * _SHEET_SHARE, 10 * _READING_SHARE])
        ui.splitter.setChildrenCollapsible(False)
        empty = EmptyState(self._source.title, self._source.purpose)
        first = KeyButton(self.tr("Choose file…"), icon="import")
        first.setAutoDefault(False)
        empty.add_act(first)
        ui.waiting_column.addWidget(empty)
        ui.save_button.set_key("Ctrl Enter")
        ui.close_button.set_key("Esc")
        put_icon(ui.choose_button, "import")
        for button in (ui.choose_button, first):
            button.clicked.connect(self.choose)
        ui.stop_button.clicked.connect(self._stop)
        ui.save_button.clicked.connect(self.apply)
        ui.close_button.clicked.connect(self.reject)
        self._view.pointed.connect(self._sheet.point_at)
        self._view.admitted.connect(self._on_admitted)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.apply)

    def _show_busy(self, *, busy: bool) -> None:
        """Progress and the button that stops, while something is under way."""
        ui = self._ui
        for widget in (ui.progress_bar, ui.stop_button):
            widget.setVisible(busy)
        ui.choose_button.setVisible(not busy)
        shown = self._reading is not None
        ui.stack.setCurrentWidget(ui.preview_page if shown else ui.waiting_page)
        ready = self._reading.ready if self._reading is not None else 0
        ui.save_button.setEnabled(bool(ready) and not busy)

    @Slot(str)
    def _on_chosen(self, name: str) -> None:
        self.read(Path(name))

    @Slot()
    def _stop(self) -> None:
        """Waits no longer; the reading process ends by itself within its limits."""
        self._turn += 1
        self._ui.file_label.setText("")
        self._show_busy(busy=False)

    @Slot(object)
    def _on_read(self, read: _Read) -> None:
        if read.turn != self._turn:
            return
        self._reading = reading = read.reading
        self._sheet.show_book(reading.book, reading.findings)
        self._view.show_reading(reading)
        self._show_consequence(reading)
        self._view.take_focus()

    @Slot(object)
    def _on_admitted(self, chosen: dict[str, str]) -> None:
        """Other people join the office, or are taken for others: the import does more, or less."""
        if self._reading is not None and self._reading.admit is not None:
            self._reading = self._reading.admit(chosen)
            self._view.show_consequence(self._reading)
            self._show_consequence(self._reading)

    def _show_consequence(self, reading: ImportReading) -> None:
        """What the button will do, and that nothing would be done."""
        self._ui.save_button.setText(
            self.tr("Import: {what}").format(what=reading.consequence.partition("；")[0])
        )
        self.show_problem("" if reading.ready else self.tr("There is nothing new to import."))
        self._show_busy(busy=False)

    @Slot(object)
    def _on_refused(self, error: SafetyDeskError) -> None:
        self._show_busy(busy=False)
        self.show_problem(sentence(error))

    @Slot(object)
    def _on_applied(self, outcome: CarriesChanges) -> None:
        self._bus.publish(outcome.changes)
        if self._reading is not None:
            self.applied.emit(self._source.done(self._reading))
        self.accept()

    @Slot(object)
    def _on_failed(self, error: SafetyDeskError) -> None:
        self._show_busy(busy=False)
        self.show_problem(sentence(error))
