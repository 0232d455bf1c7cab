"""Sheets in a window of their own: which one is made for what is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from safetydesk.domain.errors import RuleViolation
from safetydesk.ui.perform import show_error
from safetydesk.ui.sheet_orders import SheetOrders

if TYPE_CHECKING:
    from collections.abc import Callable

    from safetydesk.app.desk_window import Shell
    from safetydesk.app.wiring import Desk
    from safetydesk.domain.access import Actor
    from safetydesk.ui.pages.roster import RosterAsked
    from safetydesk.ui.session import Session
    from safetydesk.ui.sheet_orders import SheetOrder


class SheetWindows(QObject):
    """Shows a sheet before it is printed, saved or copied."""

    def __init__(self, shell: Shell, desk: Desk, session: Session) -> None:
        super().__init__(shell.window)
        self._shell = shell
        self._desk = desk
        self._session = session

    def print_log(self, shift_id: int | None = None) -> None:
        """F9: the sheet of a shift, by default the open one."""
        self._preview(lambda actor: self._orders().shift_log(actor, shift_id))

    @Slot(int)
    def print_handover(self, handover_id: int) -> None:
        """The record of a handover."""
        self._preview(lambda actor: self._orders().handover(actor, handover_id))

    @Slot(int)
    def print_report(self, report_id: int) -> None:
        """A report on paper."""
        self._preview(lambda actor: self._orders().report(actor, report_id))

    @Slot(int)
    def print_timeline(self, incident_id: int) -> None:
        """The chronology of an incident (处置大事记)."""
        self._preview(lambda actor: self._orders().timeline(actor, incident_id))

    @Slot(int)
    def print_calls(self, warning_id: int) -> None:
        """The record of the calls of a warning."""
        self._preview(lambda actor: self._orders().calls(actor, warning_id))

    @Slot(object)
    def print_roster(self, asked: RosterAsked) -> None:
        """A month, a week or a holiday of the roster."""
        self._preview(lambda actor: self._orders().roster(actor, asked.form, asked.day))

    def _orders(self) -> SheetOrders:
        """How sheets are made."""
        return SheetOrders(self._desk.prints)

    def _preview(self, order: Callable[[Actor], SheetOrder]) -> None:
        """A sheet in a window of its own; printing is audited, so somebody must hold the desk."""
        from safetydesk.ui.dialogs.sheet_preview import SheetPreview

        actor = self._session.actor
        if actor is None:
            show_error(self._shell.window, RuleViolation("session.nobody"))
            return
        preview = SheetPreview(
            self._shell.window,
            order=order(actor),
            bus=self._shell.bus,
            tasks=self._shell.tasks,
        )
        preview.show()
