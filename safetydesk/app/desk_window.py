"""An opened office at work in the window: pages, frame, keys, beat."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Slot

from safetydesk.app.alarm_acts import AlarmActs
from safetydesk.app.alarm_sounds import AlarmSounds
from safetydesk.app.clock_news import ClockNews
from safetydesk.app.frame_reader import read_frame
from safetydesk.app.housekeeping import Housekeeping
from safetydesk.app.page_table import PageTable
from safetydesk.app.pulse import Pulse
from safetydesk.app.windows import Windows
from safetydesk.domain.changes import Topic
from safetydesk.domain.clock import whole_minute
from safetydesk.ui.bus import Notice, Weight
from safetydesk.ui.commands import Command
from safetydesk.ui.desk_standing import DeskStanding
from safetydesk.ui.frame_feed import DeskHealth, FrameFacts, FrameFeed
from safetydesk.ui.quick_entry_controller import QuickEntryController
from safetydesk.ui.session import Session
from safetydesk.ui.tasks import TaskRunner
from safetydesk.ui.window_state import WindowState

if TYPE_CHECKING:
    from safetydesk.app.alarm_bell import Bell
    from safetydesk.app.board_window import BoardWindow
    from safetydesk.app.paths import Paths
    from safetydesk.app.wiring import Desk
    from safetydesk.ui.bus import Bus, Published
    from safetydesk.ui.main_window import MainWindow
    from safetydesk.ui.tasks import Runs
    from safetydesk.ui.theme_switch import ThemeSwitch
    from safetydesk.ui.wording import Wording

PRIMARY = "primary"
LOOK_EVERY = 10
"""Seconds between two looks at how the guard stands."""


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
    """Joins the services of one desk to the window; decides nothing about duty itself.

    The frame is read on a thread of its own: no long work keeps an alarm from the screen.
    """

    def __init__(
        self,
        shell: Shell,
        desk: Desk,
        *,
        paths: Paths,
        pulse: Pulse | None = None,
        bell: Bell | None = None,
        reading: Runs | None = None,
    ) -> None:
        super().__init__(shell.window)
        self._shell = shell
        self._desk = desk
        self.session = Session(self)
        self._reading: Runs = reading or TaskRunner(self, threads=1)
        self._feed = FrameFeed(shell.wording, self)
        self._board: BoardWindow | None = None
        self._health = DeskHealth()
        self._facts: FrameFacts | None = None
        self._busy = self._again = self._asked_who = self._begun = self._stopped = False
        self.windows = Windows(shell, desk, self.session)
        self.standing = DeskStanding(WindowState(paths.data / "window.ini"), self)
        self._pages = PageTable(shell, desk, self.session, self.windows, self.standing)
        self._pulse = pulse or Pulse(desk, shell.bus)
        self._housekeeping = Housekeeping(desk, paths, shell.tasks)
        self._alarms = AlarmActs(shell, desk, self.session, self.windows)
        self._sounds = AlarmSounds(shell, desk, self.session, bell=bell)
        self._clock_news = ClockNews(shell, desk)
        self.quick = QuickEntryController(
            line=shell.window.quick,
            log=desk.log,
            drafts=desk.drafts,
            session=self.session,
            bus=shell.bus,
            clock=desk.clock,
        )
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._seconds = 0
        self._connect()

    def prepare(self) -> None:
        """Fills the navigation and builds the first page."""
        self._pages.fill()
        self._shell.window.page("desk")

    def start(self) -> None:
        """Shows the first page, asks who holds the desk, and begins to beat."""
        if self._stopped:
            return
        self._shell.window.show_page("desk")
        self.refresh_frame()

    @Slot()
    def _begin_to_beat(self) -> None:
        """After the first reading of the frame: threads at work together slow the painting."""
        if self._stopped:
            return
        self._sounds.start()
        self._clock_news.start()
        self._pulse.start()
        self._housekeeping.start()

    def stop(self) -> None:
        """Stops the beat, or sees that none begins; the database is closed after it."""
        self._stopped = True
        self._sounds.stop()
        self._clock_news.stop()
        self._pulse.stop()
        self._housekeeping.stop()
        self._reading.wait()

    @Slot()
    def refresh_frame(self) -> None:
        """Reads the frame again; one reading at a time, the last request is never lost."""
        if self._stopped:
            return
        if self._busy:
            self._again = True
            return
        self._busy = True
        actor = self.session.actor
        known = replace(self._health, sound=self._sounds.health)
        self._reading.submit(
            lambda: read_frame(self._desk, actor, lambda: self._pulse.health(known)),
            succeeded=self._on_read,
            failed=self._show_standing,
            finished=self._on_finished,
        )

    def _connect(self) -> None:
        """Signals of the frame, the session and the beat."""
        window = self._shell.window
        self._soon.timeout.connect(self.refresh_frame)
        window.second_passed.connect(self._on_second)
        self._shell.bus.changed.connect(self._on_changed)
        self._shell.bus.alarm.connect(self._on_alarm)
        self.session.changed.connect(self._on_session)
        self._pulse.troubled.connect(self._soon.start)
        self._pulse.called.connect(self._sounds.bell.ring)
        self._pulse.stepped.connect(self._clock_news.on_step)
        self._sounds.changed.connect(self._on_sound)
        self.standing.sound_test_asked.connect(self._sounds.test)
        self.standing.board_asked.connect(self._open_wallboard)
        self._alarms.sound_test_asked.connect(self._sounds.test)
        self._housekeeping.checked.connect(self._on_checked)
        self.quick.assign_asked.connect(self.windows.matter_from_entry)
        window.command.connect(self._on_command)
        window.fault_bar.print_open_asked.connect(self.windows.sheets.print_log)
        window.fault_bar.restart_asked.connect(self._pulse.restart)
        self._shell.bus.notice.connect(window.status.say)
        header = window.header
        header.sign_in_asked.connect(self.windows.people.sign_in)
        header.sign_out_asked.connect(self.session.sign_out)
        header.presence_asked.connect(self.windows.people.presence)
        header.pin_asked.connect(self.windows.people.change_pin)
        header.add_person_asked.connect(self.windows.people.add_person)
        header.person_asked.connect(self.windows.find_on_duty)
        header.phone_asked.connect(self._on_phone)

    @Slot()
    def _on_second(self) -> None:
        """The window turns. It reads the frame in each new minute and between shows the guard.

        Whatever somebody writes, and every alarm, leads to a reading of its own.
        """
        if not self._begun or self._stopped:
            return
        self._pulse.turned()
        self._seconds += 1
        if self._seconds % LOOK_EVERY:
            return
        facts = self._facts
        if facts is None or whole_minute(facts.now) != whole_minute(self._desk.clock.now()):
            self.refresh_frame()
        else:
            self._show_standing()

    @Slot()
    def _show_standing(self) -> None:
        """How the guard stands, beside what was read last: the frame may not be read any more."""
        if self._facts is not None:
            self._facts = replace(self._facts, health=self._pulse.standing(self._facts.health))
            self._shell.window.show_status(self._feed.view(self._facts).status)

    @Slot(object)
    def _on_read(self, facts: FrameFacts) -> None:
        """Shows the frame; the first time, asks who holds the desk.

        What was read for a desk that has closed since shows nothing: its database is closed too.
        """
        if self._stopped:
            return
        self._facts = facts
        self._shell.window.show_frame(self._feed.view(facts))
        self._sounds.follow(facts.alarms, muted=facts.health.mute is not None)
        primary = [view.person_id for view in facts.on_duty if view.post == PRIMARY]
        self.windows.people.offer(primary[0] if primary else None)
        if not self._asked_who:
            self._asked_who = True
            self.windows.people.sign_in()

    @Slot()
    def _on_finished(self) -> None:
        """Reads once more where something changed meanwhile."""
        self._busy = False
        if not self._begun:
            self._begun = True
            QTimer.singleShot(0, self, self._begin_to_beat)
        if self._again:
            self._again = False
            self._soon.start()

    @Slot(object)
    def _on_changed(self, published: Published) -> None:
        """Anything may show in the frame; several changes lead to one reading."""
        if published.touches(Topic.LOG):
            self._housekeeping.log_written()
        if published.initiator is not self._pulse:  # the beat follows what it says itself
            self._pulse.facts_changed()
        self._soon.start()

    @Slot()
    def _on_alarm(self) -> None:
        """Something asks for attention anew; the bell has heard it already."""
        self._sounds.call_attention()
        self._soon.start()

    @Slot(object)
    def _on_session(self, actor: object) -> None:
        """Somebody else holds the desk: is the sound to be heard?"""
        self._soon.start()
        if actor is not None:
            self._sounds.test_at_sign_in()

    @Slot()
    def _on_sound(self) -> None:
        """The sound stands otherwise: the frame and the settings say so."""
        self.standing.show_sound(self._sounds.health)
        self._soon.start()

    @Slot(object)
    def _on_checked(self, health: DeskHealth) -> None:
        """Seal chain, backup and sound were looked at."""
        self._health = health
        self._soon.start()

    @Slot(str)
    def _on_phone(self, number: str) -> None:
        """A duty telephone was chosen: its number is in the clipboard."""
        self._shell.bus.notice.emit(Notice(self.tr("Copied {number}").format(number=number)))

    @Slot()
    def _open_wallboard(self) -> None:
        """F11."""
        if self._board is None:
            from safetydesk.app.board_window import BoardWindow

            self._board = BoardWindow(self._shell, self._desk.clock, self.standing.choices)
        self._board.toggle()
        self.refresh_frame()

    @Slot(object)
    def _on_command(self, command: Command) -> None:
        """A key of the whole desk."""
        if command is Command.THEME:
            self._shell.theme.toggle()
        elif command is Command.UNMUTE:
            self._alarms.unmute()
        elif command is Command.WALLBOARD:
            self._open_wallboard()
        elif not self.windows.open(command):
            self._shell.bus.notice.emit(
                Notice(self.tr("This comes with a later version."), Weight.PROBLEM)
            )
