"""What rings and when, on a thread of its own: heard though the window's thread stands still.

The beat calls on its own thread, the bell hears it on the sound's: no step of an alarm's way to
the loudspeaker waits for the main thread (reliability R13).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, QTimer, Signal, Slot

from safetydesk.ui.sound_plan import SoundPlan, sound_of
from safetydesk.ui.sound_waves import Sound
from safetydesk.ui.sounds import Speaker

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safetydesk.domain.clock import Clock
    from safetydesk.services.views_reminders import AlarmItem

LOOK_EVERY_MS = 1000


class Bell(QObject):
    """Plan and loudspeaker together; its slots are reached by signals, from any thread.

    ``summed`` tells of so many alarms that shared one tone, ``outlet_changed`` of a device lost or
    found, ``beeped`` of a sound that found none: the window's thread beeps instead.
    """

    summed = Signal(int)
    outlet_changed = Signal(object)
    beeped = Signal()

    def __init__(self, clock: Clock, speaker: Speaker | None = None) -> None:
        super().__init__()
        self._clock = clock
        self._plan = SoundPlan()
        self._muted = False
        self._speaker = speaker or Speaker()
        self._speaker.setParent(self)
        self._speaker.outlet_changed.connect(self._on_outlet)
        self._speaker.beeped.connect(self.beeped)
        self._looking = QTimer(self, interval=LOOK_EVERY_MS)
        self._looking.timeout.connect(self._on_look)

    @Slot()
    def prepare(self) -> None:
        """Loads the sounds."""
        self._speaker.prepare()

    @Slot(object, bool)
    def ring(self, alarms: tuple[AlarmItem, ...], muted: bool) -> None:  # noqa: FBT001 - a signal's
        """Alarms ask for attention anew; one as grave as what was muted has ended the mute."""
        calls = {alarm.item: sound_of(alarm.item, int(alarm.level)) for alarm in alarms}
        self._muted = muted
        ringing = self._plan.arrive(calls, self._clock.monotonic())
        self._keep_up()
        if not muted:
            self._speaker.play(*(sound for sound in ringing.sounds if sound is not Sound.TOP))
        if ringing.others:
            self.summed.emit(ringing.others)

    @Slot(object, bool)
    def stand(self, calls: Mapping[str, Sound], muted: bool) -> None:  # noqa: FBT001 - a signal's
        """What calls now: whatever was acknowledged, shelved or done falls silent."""
        self._plan.stand(calls)
        if muted and not self._muted:
            self._speaker.hush()
        self._muted = muted
        self._keep_up()

    @Slot()
    def play_test(self) -> None:
        """Three bursts; alarms that call meanwhile are heard as ever."""
        self._speaker.play(Sound.MIDDLE)

    @Slot()
    def hush(self) -> None:
        """Silence: the desk closes."""
        self._looking.stop()
        self._speaker.hush()

    def _keep_up(self) -> None:
        """Repeats or ends the sound of level Ⅰ, and looks whether level Ⅱ is to be heard again."""
        self._speaker.hold(top=self._plan.top_calls and not self._muted)
        if self._plan.middle_calls and not self._looking.isActive():
            self._looking.start()
        elif not self._plan.middle_calls:
            self._looking.stop()

    @Slot()
    def _on_look(self) -> None:
        """Each second while a level Ⅱ calls: is it due to be heard again?"""
        sound = self._plan.again(self._clock.monotonic())
        if sound is not None and not self._muted:
            self._speaker.play(sound)

    @Slot()
    def _on_outlet(self) -> None:
        """Passed on as a value: another thread must not ask the loudspeaker itself."""
        self.outlet_changed.emit(self._speaker.outlet)


class Belfry:
    """The thread of a bell; without ``start`` the bell rings on the thread that made it."""

    def __init__(self, bell: Bell) -> None:
        self._bell = bell
        self._thread: QThread | None = None

    def start(self) -> None:
        """Moves the bell to a thread of its own and prepares it there."""
        if self._thread is not None:
            return
        self._thread = QThread()
        self._thread.setObjectName("sound")
        self._bell.moveToThread(self._thread)
        self._thread.started.connect(self._bell.prepare)
        self._thread.finished.connect(self._bell.deleteLater)
        self._thread.start(QThread.Priority.TimeCriticalPriority)

    def stop(self) -> None:
        """Ends the thread after what it does now; its bell goes with it."""
        if self._thread is not None:
            self._thread.quit()
            self._thread.wait()
            self._thread = None
