"""What the watch shows and sounds when the desk is silent, still or gone; it ends with the desk."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QProcess, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QVBoxLayout

from safetydesk.app import language
from safetydesk.domain.clock import SystemClock
from safetydesk.domain.wording import clock_time
from safetydesk.scheduling.watch import LOOK_EVERY, Standing
from safetydesk.ui.fonts import choose_font, sized
from safetydesk.ui.sounds import Speaker
from safetydesk.ui.theme_switch import Appearance, ThemeSwitch
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from datetime import datetime
    from zoneinfo import ZoneInfo


class Seen(Protocol):
    """What the window needs of the lookout."""

    zone: ZoneInfo
    """The office's own."""

    def look(self) -> Standing:
        """How the desk stands now."""
        ...

    def since(self, standing: Standing) -> datetime | None:
        """The last sign of life; None where there never was one."""
        ...

    def end(self) -> None:
        """Ends what is left of the desk."""
        ...

    def command(self) -> list[str]:
        """What starts it anew."""
        ...


_LARGE, _WIDE = 28, 640

_log = logging.getLogger("safetydesk.watch")


def cry_out(lookout: Seen, standing: Standing) -> int:
    """Shows the window for as long as the desk is not well; the exit code of the process."""
    app = QApplication(sys.argv[:1])
    app.setQuitOnLastWindowClosed(False)
    language.install(app, language.Language.CHINESE)
    choose_font(app)
    ThemeSwitch(app, Appearance.SYSTEM)
    window = WatchWindow(lookout)
    window.show_standing(standing)
    return app.exec()


class WatchWindow(QDialog):
    """Above every other window, with a sound that Esc ends; Enter starts the desk again."""

    def __init__(self, lookout: Seen) -> None:
        super().__init__(None, Qt.WindowType.WindowStaysOnTopHint)
        self._lookout = lookout
        self._shown: Standing | None = None
        self.setWindowTitle(self.tr("Safety Desk watch"))
        self._title = PlainLabel(role="title", tone="f")
        self._title.setFont(sized(self.font(), _LARGE, bold=True))
        self._words, self._what_to_do = PlainLabel(wrap=True), PlainLabel(wrap=True)
        self._restart = KeyButton(
            self.tr("Start the desk again"), icon="restart", key="Enter", kind="primary"
        )
        self._silence = KeyButton(self.tr("Silence"), icon="mute", key="Esc")
        self._build()
        self._looking = QTimer(self, interval=int(LOOK_EVERY * 1000))
        self._looking.timeout.connect(self._on_look)
        self._looking.start()
        self._speaker = Speaker(self)
        self._speaker.beeped.connect(self._beep)
        self.finished.connect(self._speaker.hush)

    def show_standing(self, standing: Standing) -> None:
        """Says what is wrong and what still works; every new standing sounds again."""
        if standing is self._shown:
            return
        self._shown = standing
        since = self._lookout.since(standing) or SystemClock().now()
        clock = clock_time(since, self._lookout.zone, seconds=True)
        title, words = self._saying(standing)
        self._title.setText(title)
        self._words.setText(words.format(clock=clock))
        self.show()
        self._restart.setFocus()
        self._beep()
        QTimer.singleShot(0, self, self._sound)

    def _build(self) -> None:
        self._what_to_do.setText(
            self.tr(
                "Go on by telephone and on paper: the duty telephones, the printed log and the "
                "printed contact list do not need this computer. Watch the report deadlines "
                "yourself until the desk is back. Everything saved, and every draft, is kept."
            )
        )
        self._words.setMinimumWidth(_WIDE)
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        for label in (self._title, self._words, self._what_to_do):
            column.addWidget(label)
        row.addStretch(1)
        for button, act in ((self._silence, self.reject), (self._restart, self._on_restart)):
            button.setMinimumHeight(36)
            button.clicked.connect(act)
            row.addWidget(button)
        self._silence.setAutoDefault(False)
        self._restart.setDefault(True)
        column.addLayout(row)

    def _saying(self, standing: Standing) -> tuple[str, str]:
        """Title and first sentence."""
        return {
            Standing.SILENT: (
                self.tr("The desk does not answer"),
                self.tr("No sign of life since {clock}: reminders may not come."),
            ),
            Standing.STILL: (
                self.tr("The desk's window stands still"),
                self.tr("Since {clock} it takes no key; reminders are kept but cannot be seen."),
            ),
            Standing.GONE: (
                self.tr("The desk has ended unexpectedly"),
                self.tr("Since {clock} nothing reminds of deadlines or of the handover."),
            ),
        }[standing]

    @Slot()
    def _beep(self) -> None:
        """The system's beep, and the window asks for attention."""
        QApplication.beep()
        QApplication.alert(self)

    @Slot()
    def _sound(self) -> None:
        """The sound of level Ⅰ, once the window stands: loading sounds takes its time."""
        if self.isVisible():
            self._speaker.hold(top=True)
            _log.info("crying out: %s", self._shown)

    @Slot()
    def _on_look(self) -> None:
        """Well again: the window goes, the watch stays. Ended: the watch ends too."""
        standing = self._lookout.look()
        if standing is Standing.ENDED:
            QApplication.quit()
        elif standing is Standing.WELL:
            self._shown = None
            self.reject()
        else:
            self.show_standing(standing)

    @Slot()
    def _on_restart(self) -> None:
        """Ends what still hangs and starts the desk anew; that one starts its own watch."""
        self._lookout.end()
        command = self._lookout.command()
        QProcess.startDetached(command[0], command[1:])
        QApplication.quit()
