"""What is done at the alarm list: the four acts kept apart, muting, the self-test."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from safetydesk.domain.changes import Change, ChangeSet, Topic
from safetydesk.services.views_frame import AlarmAct
from safetydesk.ui.bus import Notice
from safetydesk.ui.one_window import raised, show_once
from safetydesk.ui.perform import perform

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from safetydesk.app.desk_window import Shell
    from safetydesk.app.windows import Windows
    from safetydesk.app.wiring import Desk
    from safetydesk.ui.dialogs.shelved_alarms import ShelvedAlarms
    from safetydesk.ui.perform import CarriesChanges
    from safetydesk.ui.session import Session
    from safetydesk.ui.widgets.alarm_row import AlarmIntent


class AlarmActs(QObject):
    """Carries what the alarm panel asks for to the services, for the person signed in."""

    sound_test_asked = Signal()

    def __init__(self, shell: Shell, desk: Desk, session: Session, windows: Windows) -> None:
        super().__init__(shell.window)
        self._shell = shell
        self._desk = desk
        self._session = session
        self._windows = windows
        self._shelved: ShelvedAlarms | None = None
        panel = shell.window.alarms
        panel.asked.connect(self._on_asked)
        panel.mute_asked.connect(self._on_mute)
        panel.self_test_asked.connect(self._on_self_test)
        panel.shelved_asked.connect(self._on_shelved)
        panel.history_asked.connect(windows.reminders.alarm_load)
        panel.note_asked.connect(windows.reminders.own_notes)

    def unmute(self) -> None:
        """Sound on again."""
        self._perform(lambda: self._desk.reminders.unmute(self._session.require()))

    @Slot(object)
    def _on_asked(self, intent: AlarmIntent) -> None:
        """One of the acts on one alarm."""
        reminders, require = self._desk.reminders, self._session.require
        if intent.act is AlarmAct.ACKNOWLEDGE:
            seen = self._perform(
                lambda: reminders.acknowledge(require(), intent.key, seen_level=intent.level)
            )
            if not seen:  # the row may have been drawn before the alarm became graver
                self._shell.bus.publish(ChangeSet.of([Change(Topic.REMINDERS, intent.key)]))
        elif intent.act is AlarmAct.SHELVE:
            consequence = self.tr(
                "The alarm is silent for {minutes} minutes and then calls again; the duty stays."
            ).format(minutes=intent.minutes)
            self._ask_reason(intent, self.tr("Shelve an alarm"), consequence, self.tr("Shelve"))
        elif intent.act is AlarmAct.CLOSE:
            self._ask_close(intent)
        else:
            self._windows.answer_alarm(intent.key)

    def _ask_close(self, intent: AlarmIntent) -> None:
        """Asks what shows that it is done."""
        consequence = self.tr("The alarm does not call again. Say what shows that it is done.")
        self._ask_reason(intent, self.tr("Close an alarm"), consequence, self.tr("Close it"))

    def _ask_reason(self, intent: AlarmIntent, title: str, consequence: str, act: str) -> None:
        """Asks for the reason before the act; several may be asked for at once, each its own."""
        from safetydesk.ui.dialogs.reason import ReasonDialog

        dialog = ReasonDialog(
            self._shell.window,
            title=title,
            consequence=consequence,
            act=act,
            about=self._title_of(intent.key),
        )

        def given(reason: str) -> None:
            if self._perform(lambda: self._settle(intent, reason), dialog):
                dialog.accept()
                self._show_aside()

        dialog.given.connect(given)
        dialog.show()

    def _settle(self, intent: AlarmIntent, reason: str) -> CarriesChanges:
        """Shelves or closes the one alarm that was asked about."""
        reminders, actor = self._desk.reminders, self._session.require()
        if intent.act is AlarmAct.SHELVE:
            until = self._desk.clock.now() + timedelta(minutes=intent.minutes)
            return reminders.shelve(actor, intent.key, until, reason)
        return reminders.close(actor, intent.key, reason)

    def _title_of(self, key: str) -> str:
        """What an alarm says; empty where it has just left the list."""
        active = self._desk.reminders.active(self._desk.clock.now())
        return next((alarm.title for alarm in active if alarm.item == key), "")

    @Slot(int)
    def _on_mute(self, minutes: int) -> None:
        """静音: the sound only."""
        length = timedelta(minutes=minutes)
        self._perform(lambda: self._desk.reminders.mute(self._session.require(), length))

    @Slot()
    def _on_self_test(self) -> None:
        """自检: a sound now, with the question whether it was heard; when the beat last looked."""
        self.sound_test_asked.emit()
        mine = self._desk.heartbeats.desk
        seen = [beat.beat_at for beat in self._desk.heartbeats.all() if beat.desk == mine]
        at = self._shell.wording.time(max(seen), seconds=True) if seen else "—"
        self._shell.bus.notice.emit(
            Notice(
                self.tr("Self-test: the beat looked at {time}; a sound is playing").format(time=at)
            )
        )

    @Slot()
    def _on_shelved(self) -> None:
        """Lists what was put aside; a list that is open comes to the front."""
        from safetydesk.ui.dialogs.shelved_alarms import ShelvedAlarms

        if raised("shelved"):
            self._show_aside()
            return
        self._shelved = ShelvedAlarms(self._shell.window, self._shell.wording)
        self._shelved.returned.connect(self._on_returned)
        self._shelved.close_asked.connect(self._on_close_asked)
        self._shelved.finished.connect(self._on_shelved_gone)
        self._show_aside()
        show_once(self._shelved, "shelved")

    @Slot()
    def _on_shelved_gone(self) -> None:
        """The list was closed."""
        self._shelved = None

    @Slot(str)
    def _on_returned(self, item: str) -> None:
        """Calls again at once."""
        if self._shelved is not None and self._perform(
            lambda: self._desk.reminders.unshelve(self._session.require(), item), self._shelved
        ):
            self._show_aside()

    @Slot(str)
    def _on_close_asked(self, item: str) -> None:
        """Done while it was aside: it need not call first."""
        from safetydesk.ui.widgets.alarm_row import AlarmIntent

        self._ask_close(AlarmIntent(item, AlarmAct.CLOSE))

    def _show_aside(self) -> None:
        """What is shelved now, where the list of it is open."""
        if self._shelved is not None:
            now = self._desk.clock.now()
            active = self._desk.reminders.active(now)
            self._shelved.show_items([a for a in active if a.state.shelf is not None], now)

    def _perform(self, verb: Callable[[], CarriesChanges], beside: QWidget | None = None) -> bool:
        """Runs a verb for the signed-in person; whether it was carried out."""
        parent = beside or self._shell.window
        return perform(parent, verb, bus=self._shell.bus, initiator=self) is not None
