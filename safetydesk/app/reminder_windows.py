"""The windows of reminders: own notes, the load of alarms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from safetydesk.ui.one_window import show_once

if TYPE_CHECKING:
    from safetydesk.app.desk_window import Shell
    from safetydesk.app.wiring import Desk
    from safetydesk.ui.session import Session


class ReminderWindows(QObject):
    """Opens what reminders are written and looked at in."""

    def __init__(self, shell: Shell, desk: Desk, session: Session) -> None:
        super().__init__(shell.window)
        self._shell, self._desk, self._session = shell, desk, session

    @Slot()
    def own_notes(self) -> None:
        """Ctrl+Shift+N: remind me at 04:00."""
        from safetydesk.ui.dialogs.own_notes import OwnNotesDialog

        dialog = OwnNotesDialog(
            self._shell.window,
            routines=self._desk.routines,
            session=self._session,
            bus=self._shell.bus,
            clock=self._desk.clock,
            wording=self._shell.wording,
        )
        dialog.close_asked.connect(self._close_note)
        show_once(dialog, "own_notes")

    @Slot(str)
    def _close_note(self, item: str) -> None:
        """As if it had been asked for at the alarm list: what came of it is asked for there."""
        from safetydesk.services.views_frame import AlarmAct
        from safetydesk.ui.widgets.alarm_row import AlarmIntent

        self._shell.window.alarms.asked.emit(AlarmIntent(item, AlarmAct.CLOSE))

    @Slot()
    def alarm_load(self) -> None:
        """How many alarms came, against the limits; from there to the lines of the log."""
        from safetydesk.services.alarm_load import AlarmLoadService
        from safetydesk.ui.dialogs.alarm_load import AlarmLoadDialog

        dialog = AlarmLoadDialog(
            self._shell.window,
            load=AlarmLoadService(self._desk.transactions),
            tasks=self._shell.tasks,
            wording=self._shell.wording,
        )
        dialog.log_asked.connect(self._show_log)
        dialog.show()

    @Slot()
    def _show_log(self) -> None:
        """Each alarm of the shift left its line there."""
        self._shell.window.show_page("log")
