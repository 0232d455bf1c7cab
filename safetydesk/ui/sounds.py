"""The loudspeaker: plays the four sounds on the device there is now, and knows when there is none.

QtMultimedia is loaded by ``prepare`` and not before, for it costs a tenth of a second. A speaker
works on whatever thread has an event loop; it touches no window.
"""

from __future__ import annotations

import logging
import os
from collections import deque
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTemporaryDir, QTimer, QUrl, Signal, Slot

from safetydesk.resources import atomic_write
from safetydesk.ui.sound_waves import Sound, seconds_of, wave_file

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QMediaDevices, QSoundEffect

SWITCH = "SAFETYDESK_SOUND"
"""``off`` takes every device away: for tests and pictures."""
VOLUMES = {Sound.TOP: 1.0, Sound.MIDDLE: 0.9, Sound.LOW: 0.8, Sound.TURNOVER: 0.9}
"""Fixed: the program never turns an alarm down, least of all one of level Ⅰ (peers F4.23)."""
_SETTLES_MS = 300  # a plug makes the system tell of several changes
_BEEP_MS = 2000
_FOR_EVER = -2  # QSoundEffect.Infinite; its enumeration is not taken as a number

_log = logging.getLogger("safetydesk.sound")


class Outlet(StrEnum):
    """Whether there is something to play on."""

    UNKNOWN = "unknown"
    THERE = "there"
    NONE = "none"


def is_off() -> bool:
    """Whether the program was started without sound."""
    return os.environ.get(SWITCH) == "off"


class Speaker(QObject):
    """Plays one sound after the other; level Ⅰ takes precedence and repeats while it is ``held``.

    ``outlet_changed`` tells of a device lost or found. Without one every sound becomes ``beeped``:
    whoever has a window lets the system beep and calls for attention.
    """

    outlet_changed = Signal()
    beeped = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._outlet = Outlet.UNKNOWN
        self._effects: dict[Sound, QSoundEffect] = {}
        self._devices: QMediaDevices | None = None
        self._folder: QTemporaryDir | None = None
        self._queue: deque[Sound] = deque()
        self._held = False
        self._next = QTimer(self, singleShot=True)
        self._next.timeout.connect(self._play_next)
        self._settled = QTimer(self, singleShot=True, interval=_SETTLES_MS)
        self._settled.timeout.connect(self._rebuild)
        self._beeping = QTimer(self, interval=_BEEP_MS)
        self._beeping.timeout.connect(self.beeped)

    @property
    def outlet(self) -> Outlet:
        """Whether there is a device, as last seen."""
        return self._outlet

    @property
    def held(self) -> bool:
        """Whether the sound of level Ⅰ repeats now."""
        return self._held

    @property
    def busy(self) -> bool:
        """Whether something sounds or waits to."""
        return self._held or self._next.isActive()

    @Slot()
    def prepare(self) -> None:
        """Loads the sounds and begins to listen for devices that come and go."""
        if is_off() or self._outlet is not Outlet.UNKNOWN:
            return
        try:
            from PySide6.QtMultimedia import QMediaDevices
        except ImportError:
            _log.exception("the sound library cannot be loaded")
            self._tell(Outlet.NONE)
            return
        self._folder = QTemporaryDir()
        for sound in Sound:
            atomic_write(self._file(sound), wave_file(sound))
        self._devices = QMediaDevices(self)
        self._devices.audioOutputsChanged.connect(self._settled.start)
        self._rebuild()

    def play(self, *sounds: Sound) -> None:
        """Plays sounds one after the other, behind those that wait."""
        if not sounds:
            return
        self.prepare()
        if self._outlet is not Outlet.THERE:
            self.beeped.emit()
            return
        self._queue.extend(sounds)
        if not self._next.isActive():
            self._play_next()

    def hold(self, *, top: bool) -> None:
        """Repeats the sound of level Ⅰ until told otherwise; everything else waits meanwhile."""
        if top == self._held:
            return
        self.prepare()
        self._held = top
        self._sound_held()

    def hush(self) -> None:
        """Silence now."""
        self._queue.clear()
        self._next.stop()
        self._held = False
        self._beeping.stop()
        for effect in self._effects.values():
            effect.stop()

    def _sound_held(self) -> None:
        """Starts or ends what repeats, on whatever there is."""
        effect = self._effects.get(Sound.TOP)
        there = self._outlet is Outlet.THERE and effect is not None
        if self._held and not there:
            self._beeping.start()
            self.beeped.emit()
        else:
            self._beeping.stop()
        if effect is None:
            return
        if self._held and there:
            effect.setLoopCount(_FOR_EVER)
            effect.play()
        else:
            effect.stop()
            effect.setLoopCount(1)

    @Slot()
    def _play_next(self) -> None:
        """The next of those that wait."""
        if self._held or not self._queue:
            self._queue.clear()
            return
        sound = self._queue.popleft()
        effect = self._effects.get(sound)
        if effect is None:
            return
        effect.play()
        self._next.start(round(seconds_of(sound) * 1000) + 150)

    @Slot()
    def _rebuild(self) -> None:
        """New players for the device of now: one stays with the device it was made for."""
        from PySide6.QtMultimedia import QMediaDevices, QSoundEffect

        for effect in self._effects.values():
            effect.stop()
            effect.deleteLater()
        self._effects = {}
        device = QMediaDevices.defaultAudioOutput()
        if device.isNull():
            self._tell(Outlet.NONE)
        else:
            for sound in Sound:
                effect = QSoundEffect(device, self)
                effect.setVolume(VOLUMES[sound])
                effect.statusChanged.connect(self._on_status)
                effect.setSource(QUrl.fromLocalFile(str(self._file(sound))))
                self._effects[sound] = effect
            self._tell(Outlet.THERE)
        if self._held:
            self._sound_held()

    @Slot()
    def _on_status(self) -> None:
        """A player that cannot play is as good as none."""
        from PySide6.QtMultimedia import QSoundEffect

        effect = self.sender()
        if isinstance(effect, QSoundEffect) and effect.status() is QSoundEffect.Status.Error:
            _log.error("a sound cannot be played on this device")
            self._tell(Outlet.NONE)
            if self._held:
                self._sound_held()

    def _tell(self, outlet: Outlet) -> None:
        """Notes what there is; every change is in the log."""
        if outlet is self._outlet:
            return
        if outlet is Outlet.NONE:
            _log.warning("no sound device")
        elif self._outlet is Outlet.NONE:
            _log.info("a sound device is back")
        self._outlet = outlet
        self.outlet_changed.emit()

    def _file(self, sound: Sound) -> Path:
        """Where the wave of a sound lies while the program runs."""
        folder = self._folder.path() if self._folder else ""
        return Path(folder) / f"{sound.value}.wav"
