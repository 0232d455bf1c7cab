"""The window's side of the sound: what its bell is told, what it tells, and the test of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication

from safetydesk.app.alarm_bell import Belfry, Bell
from safetydesk.app.machine_entry import write_machine_entry
from safetydesk.domain.log import EntryKind
from safetydesk.services.views_frame import AlarmState
from safetydesk.ui.bus import Notice, Weight
from safetydesk.ui.frame_feed import SoundHealth
from safetydesk.ui.sound_plan import sound_of
from safetydesk.ui.sounds import Outlet, is_off

if TYPE_CHECKING:
    from safetydesk.app.desk_window import Shell
    from safetydesk.app.wiring import Desk
    from safetydesk.services.views_frame import AlarmListView
    from safetydesk.ui.session import Session
    from safetydesk.ui.sound_waves import Sound

_SAID = {
    SoundHealth.HEARD: (EntryKind.OTHER, "声音自检：听到。"),
    SoundHealth.UNHEARD: (EntryKind.EQUIPMENT, "声音自检：没听到，提醒请看屏幕。"),
    SoundHealth.NONE: (EntryKind.EQUIPMENT, "声音自检：没有声音设备，提醒只在屏幕上。"),
}


class AlarmSounds(QObject):
    """Lets alarms be heard; ``changed`` says that the standing of the sound is another.

    ``bell`` rings on a thread of its own once ``start`` was called; here is only what a window
    knows: whether somebody heard the test, what is acknowledged, what to say on screen.
    """

    changed = Signal()
    _stands = Signal(object, bool)
    _tested = Signal()
    _closes = Signal()

    def __init__(
        self, shell: Shell, desk: Desk, session: Session, *, bell: Bell | None = None
    ) -> None:
        super().__init__(shell.window)
        self._shell = shell
        self._desk = desk
        self._session = session
        self._outlet = Outlet.UNKNOWN
        self._health = SoundHealth.UNTESTED
        self._calling: dict[str, Sound] = {}
        self._muted = self._started = False
        self.bell = bell or Bell(desk.clock)
        self._belfry = Belfry(self.bell)
        self._stands.connect(self.bell.stand)
        self._tested.connect(self.bell.play_test)
        self._closes.connect(self.bell.hush)
        self.bell.summed.connect(self._on_summed)
        self.bell.outlet_changed.connect(self._on_outlet)
        self.bell.beeped.connect(self._on_beeped)

    @property
    def health(self) -> SoundHealth:
        """How the sound stood at its last test; without a device it cannot stand well."""
        return SoundHealth.NONE if self._outlet is Outlet.NONE else self._health

    def start(self) -> None:
        """The bell goes to its own thread, loads the sounds there and rings what calls by now."""
        if not is_off():
            self._belfry.start()
        self._started = True
        self._stands.emit(self._calling, self._muted)

    def stop(self) -> None:
        """Silence: the desk closes."""
        self._closes.emit()
        self._belfry.stop()

    def call_attention(self) -> None:
        """Alarms came: the window asks to be looked at, whatever is heard."""
        QApplication.alert(self._shell.window)

    def follow(self, view: AlarmListView, *, muted: bool) -> None:
        """The list as it stands: what was acknowledged, shelved or done falls silent.

        Before ``start`` nothing is heard: the bell would load its sounds in the window's thread.
        """
        self._muted = muted
        self._calling = {
            a.key: sound_of(a.key, a.level) for a in view.alarms if a.state is AlarmState.ACTIVE
        }
        if self._started:
            self._stands.emit(self._calling, muted)

    def test_at_sign_in(self) -> None:
        """The test that nobody has to ask for; not where sound was switched off as a whole."""
        if not is_off():
            self.test()

    @Slot()
    def test(self) -> None:
        """Plays and asks."""
        from safetydesk.ui.dialogs.sound_check import SoundCheck

        self._tested.emit()
        dialog = SoundCheck(self._shell.window, device=self._outlet is not Outlet.NONE)
        dialog.answered.connect(self._on_answered)
        dialog.again_asked.connect(self._tested)
        dialog.show()

    @Slot(object)
    def _on_answered(self, answer: SoundHealth) -> None:
        """Notes the answer, on the status line and in the log."""
        self._health = answer
        kind, text = _SAID[self.health]
        write_machine_entry(
            self._desk, self._shell.bus, self, text, kind=kind, actor=self._session.actor
        )
        self.changed.emit()

    @Slot(int)
    def _on_summed(self, count: int) -> None:
        """So many alarms shared one tone."""
        words = self.tr("{count} more alarms: see the list").format(count=count)
        self._shell.bus.notice.emit(Notice(words, Weight.PROBLEM))

    @Slot(object)
    def _on_outlet(self, outlet: Outlet) -> None:
        """A device was lost or found: what was heard before proves nothing for the new one."""
        self._outlet = outlet
        self._health = SoundHealth.UNTESTED
        self.changed.emit()

    @Slot()
    def _on_beeped(self) -> None:
        """Without a device: the system's beep, and the window asks for attention."""
        QApplication.beep()
        QApplication.alert(self._shell.window)
