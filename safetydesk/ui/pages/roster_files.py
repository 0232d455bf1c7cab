"""The roster as a file: the person names it, its suffix says the kind, it is written apart."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from safetydesk.domain.errors import SafetyDeskError, StorageUnavailable
from safetydesk.resources import atomic_write
from safetydesk.ui.file_asking import FileAsked
from safetydesk.ui.perform import show_error

if TYPE_CHECKING:
    from safetydesk.services.duty_export import DutyExport
    from safetydesk.ui.pages.roster_acts import RosterActs

_SUFFIX = ".xlsx"


class RosterFiles(QObject):
    """Asks for a name once and writes the file on another thread."""

    def __init__(self, acts: RosterActs, export: DutyExport) -> None:
        super().__init__(acts.page)
        self._page, self._acts, self._export = acts.page, acts, export
        self._days = (date.min, date.min)

    def ask(self, first: date, last: date, name: str) -> None:
        """Opens the dialog for the days ``[first, last]``; ``name`` is proposed."""
        self._days = (first, last)
        kinds = [
            self.tr("Workbook like the printed sheet (*.xlsx)"),
            self.tr("Calendar with changes and cancellations (*.ics)"),
            self.tr("Comma-separated values (*.csv)"),
        ]
        dialog = FileAsked(self._page, self.tr("Give the roster out"), kinds)
        dialog.fileSelected.connect(self.write)
        dialog.to_write(f"{name}{_SUFFIX}")

    @Slot(str)
    def write(self, file_name: str) -> None:
        """Writes the file; its suffix says which kind."""
        path = Path(file_name)
        if not path.suffix:
            path = path.with_suffix(_SUFFIX)
        export, (first, last) = self._export, self._days
        try:
            actor = self._acts.session.require()
        except SafetyDeskError as error:
            show_error(self._page, error)
            return

        def work() -> str:
            from safetydesk.exchange.roster_files import roster_file

            content = roster_file(export, actor, first, last, path.name)
            try:
                atomic_write(path, content)
            except OSError as error:
                reason = error.strerror or str(error)
                raise StorageUnavailable(
                    "print.not_saved", path=str(path), reason=reason
                ) from error
            return path.name

        self._acts.tasks.submit(work, succeeded=self._on_written, failed=self._on_failed)

    @Slot(object)
    def _on_written(self, name: str) -> None:
        self._acts.tell(self.tr("{file} was written").format(file=name))

    @Slot(object)
    def _on_failed(self, error: SafetyDeskError) -> None:
        show_error(self._page, error)
