"""How this computer keeps the desk at work (sound, start, tray, sleep), and what is asked of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from safetydesk.ui.frame_feed import SoundHealth

if TYPE_CHECKING:
    from safetydesk.ui.window_state import WindowState


class OnClose(StrEnum):
    """What the closing of the window does; empty asks."""

    ASK = ""
    KEEP = "keep"
    END = "end"


@dataclass(frozen=True)
class ComputerStanding:
    """What the system answered."""

    starts_with_session: bool
    has_tray: bool
    is_kept_awake: bool
    on_close: OnClose


class DeskStanding(QObject):
    """Filled by whoever asks the system, shown by the settings; ``changed`` tells of news.

    ``choices`` are the small ones that this computer remembers.
    """

    changed = Signal()
    sound_test_asked = Signal()
    autostart_asked = Signal(bool)
    on_close_asked = Signal(str)
    board_asked = Signal()

    def __init__(self, choices: WindowState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.choices = choices
        self._sound = SoundHealth.UNTESTED
        self._computer: ComputerStanding | None = None

    @property
    def sound(self) -> SoundHealth:
        """How the sound stood at its last test."""
        return self._sound

    @property
    def computer(self) -> ComputerStanding | None:
        """None while the desk is not at work (a picture of it, or the first seconds)."""
        return self._computer

    def show_sound(self, health: SoundHealth) -> None:
        """The sound was tested, or its device came or went."""
        if health is not self._sound:
            self._sound = health
            self.changed.emit()

    def show_computer(self, computer: ComputerStanding) -> None:
        """The system was asked again."""
        if computer != self._computer:
            self._computer = computer
            self.changed.emit()
