"""An opened office at work in the window: pages, frame, keys, beat."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from safetydesk.app.frame_reader import read_frame
from safetydesk.app.housekeeping import Housekeeping
from safetydesk.app.page_table import PageTable
from safetydesk.app.pulse import Pulse
from safetydesk.app.windows import Windows
from safetydesk.services.views_frame import AlarmAct
from safetydesk.ui.bus import Notice, Weight
from safetydesk.ui.commands import Command
from safetydesk.ui.frame_feed import DeskHealth, FrameFacts, FrameFeed
from safetydesk.ui.perform import perform
from safetydesk.ui.quick_entry_controller import QuickEntryController
from safetydesk.ui.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable

    from safetydesk.app.paths import Paths
    from safetydesk.app.wiring import Desk
    from safetydesk.ui.bus import Bus, Published
    from safetydesk.ui.main_window import MainWindow
    from safetydesk.ui.perform import CarriesChanges
    from safetydesk.ui.tasks import Runs
    from safetydesk.ui.theme_switch import ThemeSwitch
    from safetydesk.ui.widgets.alarm_row import AlarmIntent
    from safetydesk.ui.wording import Wording

REFRESH_EVERY_MS = 10_000


class Shell(Protocol):
    """What the desk needs of the window that was opened before it."""

    @property
    def window(self) -> MainWindow:
        """The one window."""
        ...

    @property
    def bus(self) -> Bus:
        """What every screen hears."""
        ...

    @property
    def tasks(self) -> Runs:
        """Where long work runs."""
        ...

    @property
    def wording(self) -> Wording:
        """The one formatter."""
        ...

    @property
    def theme(self) -> ThemeSwitch:
        """Light or dark."""
        ...


class DeskWindow(QObject):
    """Joins the services of one desk to the window; decides nothing about duty itself."""

    def __init__(
        self, shell: Shell, desk: Desk, *, paths: Paths, pulse: Pulse | None = None
    ) -> None:
        super().__init__(shell.window)
        self._shell = shell
        self._desk = desk
        self.session = Session(self)
        self._feed = FrameFeed(shell.wording, self)
        self._health = DeskHealth()
        self._busy = self._again = False
        self.windows = Windows(shell, desk, self.session)
        self._pages = PageTable(shell, desk, self.session, self.windows)
        self._pulse = pulse or Pulse(desk, shell.bus)
        self._housekeeping = Housekeeping(desk, paths, shell.tasks)
        self.quick = QuickEntryController(
            line=shell.window.quick,
            log=desk.log,
            drafts=desk.drafts,
            session=self.session,
            bus=shell.bus,
            clock=desk.clock,
        )
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._regularly = QTimer(self, interval=REFRESH_EVERY_MS)
        self._connect()

    def start(self) -> None:
        """Shows the pages, asks who holds the desk, and begins to beat."""
        for entry in self._pages.entries():
            self._shell.window.add_page(entry)
        self._shell.window.show_page("desk")
        self._regularly.start()
        self.refresh_frame()
        self._pulse.start()
        self._housekeeping.start()
        self.windows.sign_in()

    def stop(self) -> None:
        """Stops the beat; the database is closed after it."""
        self._regularly.stop()
        self._pulse.stop()

    @Slot()
    def refresh_frame(self) -> None:
        """Reads the frame again; one reading at a time, the last request is never lost."""
        if self._busy:
            self._again = True
            return
        self._busy = True
        actor, health = self.session.actor, self._pulse.health(self._health)
        self._shell.tasks.submit(
            lambda: read_frame(self._desk, actor, health),
            succeeded=self._on_read,
            finished=self._on_finished,
        )

    def _connect(self) -> None:
        """Signals of the frame, the session and the beat."""
        window = self._shell.window
        self._soon.timeout.connect(self.refresh_frame)
        self._regularly.timeout.connect(self.refresh_frame)
        self._shell.bus.changed.connect(self._on_changed)
        self._shell.bus.alarm.connect(self._on_alarm)
        self.session.changed.connect(self._on_session)
        self._pulse.troubled.connect(self._soon.start)
        self._housekeeping.checked.connect(self._on_checked)
        self.quick.assign_asked.connect(self.windows.matter_from_entry)
        window.command.connect(self._on_command)
        window.alarms.asked.connect(self._on_alarm_act)
        window.alarms.mute_asked.connect(self._on_mute)
        window.header.sign_out_asked.connect(self.session.sign_out)
        window.header.person_asked.connect(self.windows.presence)

    @Slot(object)
    def _on_read(self, facts: FrameFacts) -> None:
        """Shows the frame."""
        self._shell.window.show_frame(self._feed.view(facts))

    @Slot()
    def _on_finished(self) -> None:
        """Reads once more where something changed meanwhile."""
        self._busy = False
        if self._again:
            self._again = False
            self._soon.start()

    @Slot(object)
    def _on_changed(self, _published: Published) -> None:
        """Anything may show in the frame; several changes lead to one reading."""
        self._pulse.facts_changed()
        self._soon.start()

    @Slot(object)
    def _on_alarm(self, _alarms: object) -> None:
        """Something asks for attention anew."""
        self._soon.start()
        QApplication.beep()

    @Slot(object)
    def _on_session(self, _actor: object) -> None:
        """Somebody else holds the desk."""
        self._soon.start()

    @Slot(object)
    def _on_checked(self, health: DeskHealth) -> None:
        """Seal chain, backup and sound were looked at."""
        self._health = health
        self._soon.start()

    @Slot(object)
    def _on_command(self, command: Command) -> None:
        """A key of the whole desk."""
        if command is Command.THEME:
            self._shell.theme.toggle()
        elif command is Command.UNMUTE:
            self._perform(lambda: self._desk.reminders.unmute(self.session.require()))
        elif not self.windows.open(command):
            self._shell.bus.notice.emit(
                Notice(self.tr("This comes with a later version."), Weight.PROBLEM)
            )

    @Slot(object)
    def _on_alarm_act(self, intent: AlarmIntent) -> None:
        """One of the four acts, kept apart."""
        reminders, require, key = self._desk.reminders, self.session.require, intent.key
        if intent.act is AlarmAct.ACKNOWLEDGE:
            self._perform(lambda: reminders.acknowledge(require(), key))
        elif intent.act is AlarmAct.SHELVE:
            until = self._desk.clock.now() + timedelta(minutes=intent.minutes)
            self._perform(
                lambda: reminders.shelve(require(), key, until, self.tr("shelved at the list"))
            )
        elif intent.act is AlarmAct.CLOSE:
            self._perform(lambda: reminders.close(require(), key, self.tr("closed at the desk")))
        else:
            self.windows.answer_alarm(key)

    @Slot(int)
    def _on_mute(self, minutes: int) -> None:
        """静音: the sound only."""
        length = timedelta(minutes=minutes)
        self._perform(lambda: self._desk.reminders.mute(self.session.require(), length))

    def _perform(self, verb: Callable[[], CarriesChanges]) -> None:
        """Runs a verb for the signed-in person and reads the frame again."""
        perform(self._shell.window, verb, bus=self._shell.bus, initiator=self)
        self._soon.start()
