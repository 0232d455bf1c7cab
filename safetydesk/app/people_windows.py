"""Who holds the desk, who is there and who belongs to the office: the windows of people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from safetydesk.ui.lock_cover import LockCover
from safetydesk.ui.one_window import show_once

if TYPE_CHECKING:
    from safetydesk.app.desk_window import Shell
    from safetydesk.app.wiring import Desk
    from safetydesk.domain.access import Actor
    from safetydesk.ui.session import Session


class PeopleWindows(QObject):
    """Sign-in, lock, PIN, presence and new people; keeps no window alive longer than shown."""

    def __init__(self, shell: Shell, desk: Desk, session: Session) -> None:
        super().__init__(shell.window)
        self._shell = shell
        self._desk = desk
        self._session = session
        self._offered: int | None = None
        self._cover = LockCover(shell.window, shell.wording)
        self._cover.unlock_asked.connect(self.sign_in)
        session.changed.connect(self._on_session)

    def offer(self, person_id: int | None) -> None:
        """Remembers who is to be offered first when somebody signs in."""
        self._offered = person_id

    @Slot()
    def sign_in(self) -> None:
        """Asks who holds the desk; the primary officer on duty is offered."""
        from safetydesk.ui.dialogs.sign_in import SignInDialog

        dialog = SignInDialog(
            self._shell.window,
            people=self._desk.people,
            session=self._session,
            bus=self._shell.bus,
            first=self._offered,
        )
        dialog.open()

    @Slot()
    def lock(self) -> None:
        """Covers the desk until somebody signs in again; alarms go on."""
        self._cover.lock(self._desk.clock.now())
        if self._session.actor is not None:
            self.offer(self._session.actor.person_id)
        self._session.sign_out()
        self.sign_in()

    @Slot()
    def change_pin(self) -> None:
        """Whoever holds the desk changes the PIN; nobody there: somebody signs in first."""
        from safetydesk.ui.dialogs.change_pin import ChangePinDialog

        actor = self._session.actor
        if actor is None or actor.person_id is None:
            self.sign_in()
            return
        ChangePinDialog(
            self._shell.window,
            people=self._desk.people,
            person=self._desk.people.get(actor.person_id),
            bus=self._shell.bus,
        ).show()

    @Slot()
    def add_person(self) -> None:
        """Adds somebody to the office; the service asks for a supervisor."""
        from safetydesk.ui.dialogs.person import PersonDialog

        dialog = PersonDialog(
            self._shell.window,
            people=self._desk.people,
            posts=self._desk.office().posts,
            session=self._session,
            bus=self._shell.bus,
        )
        show_once(dialog, "person:new")

    @Slot()
    def presence(self) -> None:
        """Arrivals and departures."""
        from safetydesk.ui.dialogs.presence import PresenceDialog

        dialog = PresenceDialog(
            self._shell.window,
            duty=self._desk.duty,
            shifts=self._desk.shifts,
            people=self._desk.people,
            session=self._session,
            bus=self._shell.bus,
            clock=self._desk.clock,
            wording=self._shell.wording,
        )
        show_once(dialog, "presence")

    @Slot(object)
    def _on_session(self, actor: Actor | None) -> None:
        """Whoever signs in uncovers the desk."""
        if actor is not None:
            self._cover.unlock()
