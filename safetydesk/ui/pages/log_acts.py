"""What is done with a line of the log: asked for in a few words, written as an entry beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from safetydesk.ui.dialogs.entry_words import EntryWordsDialog
from safetydesk.ui.perform import perform
from safetydesk.ui.widgets.log_acts import LineAct

if TYPE_CHECKING:
    from collections.abc import Callable

    from safetydesk.services.calls import CallService
    from safetydesk.services.drafts import DraftService
    from safetydesk.services.log import LogService
    from safetydesk.services.shifts import ShiftService
    from safetydesk.ui.bus import Bus
    from safetydesk.ui.models.log_lines import LogRow
    from safetydesk.ui.pages.log import LogPage
    from safetydesk.ui.session import Session
    from safetydesk.ui.wording import Wording

WITHDRAWN = "撤销划除"
"""The reason of a strike taken back by Ctrl+Z."""


class LogLineActs(QObject):
    """Belongs to the log page and acts on its selected line."""

    def __init__(
        self,
        page: LogPage,
        *,
        log: LogService,
        calls: CallService,
        shifts: ShiftService,
        drafts: DraftService,
        session: Session,
        bus: Bus,
        wording: Wording,
    ) -> None:
        super().__init__(page)
        self._log, self._calls = log, calls
        self._shifts, self._drafts = shifts, drafts
        self._session, self._bus = session, bus
        self._wording = wording
        self._struck = 0

    @property
    def _page(self) -> LogPage:
        page: LogPage = self.parent()  # type: ignore[assignment]  # made with a page as its parent
        return page

    @Slot(object)
    def do(self, act: LineAct) -> None:
        """Carries an act on the selected line out, or asks for the words it needs."""
        row = self._page.table.current_row()
        if row is None or row.line is None:
            return
        plain: dict[LineAct, Callable[[LogRow], None]] = {
            LineAct.COPY: self._copy,
            LineAct.CALL: self._show_call,
            LineAct.INCIDENT: self._incident,
            LineAct.MATTER: self._matter,
        }
        if act in plain:
            plain[act](row)
        else:
            self._ask(act, row)

    def undo_strike(self) -> None:
        """Takes the last strike made here back."""
        seq, self._struck = self._struck, 0
        if seq:
            perform(
                self._page,
                lambda: self._log.unstrike(self._session.require(), seq, WITHDRAWN),
                bus=self._bus,
            )

    @Slot(int, str)
    def write_weather(self, shift_id: int, text: str) -> None:
        """Notes the weather at the head of a sheet."""
        perform(
            self._page,
            lambda: self._shifts.set_weather(self._session.require(), shift_id, text),
            bus=self._bus,
        )

    def _ask(self, act: LineAct, row: LogRow) -> None:
        if row.line is None:
            return
        dialog = EntryWordsDialog(
            self._page,
            log=self._log,
            session=self._session,
            bus=self._bus,
            drafts=self._drafts,
            act=act,
            line=row.line,
        )
        if act is LineAct.STRIKE:
            dialog.written.connect(self._on_struck)
        dialog.finished.connect(self._on_finished)
        dialog.open()

    def _copy(self, _row: LogRow) -> None:
        self._page.table.copy_current()

    def _show_call(self, row: LogRow) -> None:
        from safetydesk.ui.dialogs.call_view import CallView

        call = self._calls.of_entry(row.seq)
        if call is not None and row.line is not None:
            CallView(self._page, call, row.line, self._wording).open()

    def _incident(self, row: LogRow) -> None:
        incident_id = row.line.entry.incident_id if row.line else None
        if incident_id is None:
            self._page.incident_asked.emit(row.seq)
        else:
            self._page.incident_opened.emit(incident_id)

    def _matter(self, row: LogRow) -> None:
        matter_id = row.line.entry.matter_id if row.line else None
        if matter_id is None:
            self._page.matter_asked.emit(row.seq)
        else:
            self._page.matter_opened.emit(matter_id)

    @Slot(int)
    def _on_struck(self, seq: int) -> None:
        self._struck = seq

    @Slot()
    def _on_finished(self) -> None:
        """The keyboard goes back to the lines."""
        self._page.table.setFocus()
