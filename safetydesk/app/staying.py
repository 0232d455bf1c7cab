"""How the desk stays at work: closing keeps the guard, tray, start with the session, no sleep."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from safetydesk.app.autostart import Autostart
from safetydesk.app.messages import system_sentence
from safetydesk.app.wakefulness import Wakefulness
from safetydesk.ui.bus import Notice, Weight
from safetydesk.ui.desk_standing import ComputerStanding, DeskStanding, OnClose
from safetydesk.ui.screen_bounds import bring_back
from safetydesk.ui.tray import Tray

if TYPE_CHECKING:
    from safetydesk.app.paths import Paths
    from safetydesk.services.views_reminders import AlarmItem
    from safetydesk.ui.bus import Bus
    from safetydesk.ui.main_window import MainWindow
    from safetydesk.ui.window_state import WindowState

LOOK_EVERY_MS = 30_000
_FIRST_LOOK_MS = 2_000
ON_CLOSE = "on_close"
KEEP, END = OnClose.KEEP.value, OnClose.END.value

_log = logging.getLogger("safetydesk.staying")


class Staying(QObject):
    """Answers the closing of the window and keeps the computer from falling asleep."""

    def __init__(
        self,
        window: MainWindow,
        bus: Bus,
        paths: Paths,
        state: WindowState,
        *,
        wakefulness: Wakefulness | None = None,
        standing: DeskStanding | None = None,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._bus = bus
        self._state = state
        self._ending = self._awake = False
        self._standing = standing or DeskStanding(state, self)
        self._autostart = Autostart(paths)
        self._wakefulness = wakefulness or Wakefulness()
        self.tray = Tray(window)
        self._looking = QTimer(self, interval=LOOK_EVERY_MS)
        self._looking.timeout.connect(self._on_look)
        self.tray.open_asked.connect(self.show_window)
        self.tray.exit_asked.connect(self.exit)
        bus.alarm.connect(self._on_alarm)
        header = window.header
        header.exit_asked.connect(self.exit)
        header.autostart_asked.connect(self._on_autostart)
        window.frame_shown.connect(self.tray.show_frame)
        self._standing.autostart_asked.connect(self._on_autostart)
        self._standing.on_close_asked.connect(self._remember)

    def start(self) -> None:
        """From now on closing the window asks, and the computer stays awake."""
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.setQuitOnLastWindowClosed(False)
        self._window.may_close = self._may_close
        self._window.header.show_autostart(on=self._autostart.is_on)
        self.tray.appear()
        self._wakefulness.keep()
        self._looking.start()
        self._tell()
        QTimer.singleShot(_FIRST_LOOK_MS, self, self._on_look)

    def stop(self) -> None:
        """The desk closes: the computer may sleep, the icon goes."""
        self._looking.stop()
        self._wakefulness.end()
        self.tray.vanish()

    @property
    def is_awake(self) -> bool:
        """Whether the system held off sleep from one look to the next: a holder may end at once."""
        return self._awake

    @Slot()
    def show_window(self) -> None:
        """Brings the window back, maximised if it was."""
        bring_back(self._window)

    @Slot()
    def exit(self) -> None:
        """退出: the program ends, whatever was answered before."""
        self._ending = True
        self._window.close()
        QApplication.quit()

    def _may_close(self) -> bool:
        """Whether the window's closing ends the program; otherwise it goes out of the way."""
        if self._ending:
            return True
        answer = self._state.text(ON_CLOSE)
        if answer == KEEP:
            self._out_of_the_way()
        elif answer == END:
            QTimer.singleShot(0, self, self.exit)
        else:
            self._ask()
        return False

    def _ask(self) -> None:
        """The question of the first time."""
        from safetydesk.ui.dialogs.keep_guard import KeepGuard

        if self._window.findChild(KeepGuard) is not None:
            return
        dialog = KeepGuard(self._window, tray=self.tray.is_there)
        dialog.keep_asked.connect(self._on_keep)
        dialog.end_asked.connect(self._on_end)
        dialog.open()

    @Slot()
    def _on_keep(self) -> None:
        """Remembered; the window goes."""
        self._remember(KEEP)
        self._out_of_the_way()

    @Slot()
    def _on_end(self) -> None:
        """Remembered; the program ends."""
        self._remember(END)
        self.exit()

    @Slot(str)
    def _remember(self, answer: str) -> None:
        """What the closing of the window does from now on; empty asks."""
        self._state.keep_text(ON_CLOSE, answer)
        self._state.write()
        self._tell()

    def _tell(self) -> None:
        """How this computer keeps the desk at work, for the settings."""
        self._standing.show_computer(
            ComputerStanding(
                starts_with_session=self._autostart.is_on,
                has_tray=self.tray.is_there,
                is_kept_awake=self.is_awake,
                on_close=OnClose(self._state.text(ON_CLOSE)),
            )
        )

    def _out_of_the_way(self) -> None:
        """Hidden where the tray can bring it back, else minimised."""
        if not self.tray.is_there:
            self._window.showMinimized()
            return
        self._window.hide()
        self.tray.say(
            self.tr("The guard goes on"), self.tr("Alarms and this icon bring the window back.")
        )

    @Slot(object)
    def _on_alarm(self, alarms: tuple[AlarmItem, ...]) -> None:
        """An alarm brings back a window that is out of sight."""
        if self._window.isVisible() and not self._window.isMinimized():
            return
        first = min(alarms, key=lambda alarm: alarm.order)
        self.tray.say(self.tr("Alarm"), first.title)
        self.show_window()

    @Slot(bool)
    def _on_autostart(self, on: bool) -> None:  # noqa: FBT001 - the signal's
        """A setting of this computer."""
        try:
            self._autostart.set(on=on)
        except OSError as error:
            self._bus.notice.emit(Notice(system_sentence(error), Weight.PROBLEM))
        is_on = self._autostart.is_on
        self._window.header.show_autostart(on=is_on)
        self._tell()
        if is_on is on:
            said = self.tr("The desk starts with the session") if on else ""
            words = said or self.tr("The desk no longer starts with the session")
            self._bus.notice.emit(Notice(words))

    @Slot()
    def _on_look(self) -> None:
        """Asks again where the system does not hold off sleep; says so on the status line."""
        self._awake = self._wakefulness.is_kept
        if not self._awake:
            self._wakefulness.keep()
        self._window.status.show_awake(awake=self.is_awake)
        self._tell()
