"""What the desk sounds and when: new alarms, repetitions, muting, and the test of the sound."""

from __future__ import annotations

import logging
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from safetydesk.domain.access import system
from safetydesk.domain.errors import SafetyDeskError
from safetydesk.domain.log import EntryDraft, EntryKind
from safetydesk.services.views_frame import AlarmState
from safetydesk.ui.bus import Notice, Weight
from safetydesk.ui.frame_feed import SoundHealth
from safetydesk.ui.sound_plan import SoundPlan, sound_of
from safetydesk.ui.sound_waves import Sound, wave_file
from safetydesk.ui.sounds import Outlet, Speaker

if TYPE_CHECKING:
    from collections.abc import Iterable

    from safetydesk.app.desk_window import Shell
    from safetydesk.app.wiring import Desk
    from safetydesk.services.views_frame import AlarmListView
    from safetydesk.services.views_reminders import AlarmItem
    from safetydesk.ui.session import Session

LOOK_EVERY_MS = 1000
_SAID = {
    SoundHealth.HEARD: (EntryKind.OTHER, "声音自检：听到。"),
    SoundHealth.UNHEARD: (EntryKind.EQUIPMENT, "声音自检：没听到，提醒请看屏幕。"),
    SoundHealth.NONE: (EntryKind.EQUIPMENT, "声音自检：没有声音设备，提醒只在屏幕上。"),
}

_log = logging.getLogger("safetydesk.sound")


class AlarmSounds(QObject):
    """Lets alarms be heard; ``changed`` says that the standing of the sound is another."""

    changed = Signal()

    def __init__(
        self, shell: Shell, desk: Desk, session: Session, *, speaker: Speaker | None = None
    ) -> None:
        super().__init__(shell.window)
        self._shell = shell
        self._desk = desk
        self._session = session
        self._plan = SoundPlan()
        self._speaker = speaker or Speaker(shell.window)
        self._speaker.outlet_changed.connect(self._on_outlet)
        self._health = SoundHealth.UNTESTED
        self._muted = False
        self._looking = QTimer(self, interval=LOOK_EVERY_MS)
        self._looking.timeout.connect(self._on_look)

    @property
    def health(self) -> SoundHealth:
        """How the sound stood at its last test; without a device it cannot stand well."""
        return SoundHealth.NONE if self._speaker.outlet is Outlet.NONE else self._health

    def start(self) -> None:
        """Loads the sounds, most of it on another thread, and begins to repeat what must be."""
        self._looking.start()
        if not self._speaker.is_off:
            self._shell.tasks.submit(_load, finished=self._speaker.prepare)

    def stop(self) -> None:
        """Silence: the desk closes."""
        self._looking.stop()
        self._speaker.hush()

    def arrive(self, alarms: Iterable[AlarmItem], *, muted: bool) -> None:
        """Alarms ask for attention anew; one as grave as what was muted has ended the mute."""
        calls = {alarm.item: sound_of(alarm.item, int(alarm.level)) for alarm in alarms}
        self._muted = muted
        ringing = self._plan.arrive(calls, self._desk.clock.monotonic())
        QApplication.alert(self._shell.window)
        if ringing.others:
            words = self.tr("{count} more alarms: see the list").format(count=ringing.others)
            self._shell.bus.notice.emit(Notice(words, Weight.PROBLEM))
        self._hold()
        if not muted:
            rest = [sound for sound in ringing.sounds if sound is not Sound.TOP]
            if rest:
                self._speaker.play(*rest)

    def follow(self, view: AlarmListView, *, muted: bool) -> None:
        """The list as it stands: what was acknowledged, shelved or done falls silent."""
        self._plan.stand(
            {a.key: sound_of(a.key, a.level) for a in view.alarms if a.state is AlarmState.ACTIVE}
        )
        if muted and not self._muted:
            self._speaker.hush()
        self._muted = muted
        self._hold()

    def test_at_sign_in(self) -> None:
        """The test that nobody has to ask for; not where sound was switched off as a whole."""
        if not self._speaker.is_off:
            self.test()

    @Slot()
    def test(self) -> None:
        """Plays and asks; alarms that call meanwhile are heard as ever."""
        from safetydesk.ui.dialogs.sound_check import SoundCheck

        self._play_test()
        dialog = SoundCheck(self._shell.window, device=self._speaker.outlet is not Outlet.NONE)
        dialog.answered.connect(self._on_answered)
        dialog.again_asked.connect(self._play_test)
        dialog.show()

    def _hold(self) -> None:
        """Repeats or ends the sound of level Ⅰ."""
        self._speaker.hold(top=self._plan.top_calls and not self._muted)

    @Slot()
    def _play_test(self) -> None:
        """Three bursts."""
        self._speaker.play(Sound.MIDDLE)

    @Slot(object)
    def _on_answered(self, answer: SoundHealth) -> None:
        """Notes the answer, on the status line and in the log."""
        self._health = answer
        kind, text = _SAID[self.health]
        actor = self._session.actor or system(self._desk.heartbeats.desk)
        try:
            written = self._desk.log.append(actor, EntryDraft(kind, text, machine=True))
        except SafetyDeskError:
            _log.exception("the test of the sound could not be written down")
        else:
            self._shell.bus.publish(written.changes, self)
        self.changed.emit()

    @Slot()
    def _on_look(self) -> None:
        """Each second: what is due to be heard again."""
        sound = self._plan.again(self._desk.clock.monotonic())
        if sound is not None and not self._muted:
            self._speaker.play(sound)

    @Slot()
    def _on_outlet(self) -> None:
        """A device was lost or found: what was heard before proves nothing for the new one."""
        self._health = SoundHealth.UNTESTED
        self.changed.emit()


def _load() -> None:
    """What can be done outside the main thread: the library and the waves."""
    try:
        import_module("PySide6.QtMultimedia")
    except ImportError:
        _log.exception("the sound library cannot be loaded")
    for sound in Sound:
        wave_file(sound)
