"""The beat of this desk: scheduler, guard and auditor, and what they tell the window."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from safetydesk.channels.worker import NoticeWorker
from safetydesk.scheduling.auditor import Auditor
from safetydesk.scheduling.beat import Beat, ClockStep, Listeners, Vitals
from safetydesk.scheduling.guard import Guard
from safetydesk.scheduling.heartbeat import Heartbeat
from safetydesk.scheduling.window_turns import WindowTurns
from safetydesk.services.views_frame import MuteView

if TYPE_CHECKING:
    from safetydesk.app.wiring import Desk
    from safetydesk.domain.changes import ChangeSet
    from safetydesk.services.views_reminders import AlarmItem
    from safetydesk.ui.bus import Bus
    from safetydesk.ui.frame_feed import DeskHealth


class Pulse(QObject):
    """Runs the beat on its own threads; signals arrive in the main thread.

    ``troubled`` comes when the beat's standing changed. ``called`` carries alarms that ask for
    attention, and whether sound is off: emitted on the beat's thread, so that whoever lives on a
    third one hears it though the main thread stands still.
    """

    troubled = Signal()
    called = Signal(object, bool)
    stepped = Signal(object)

    def __init__(self, desk: Desk, bus: Bus) -> None:
        super().__init__()
        self._desk = desk
        self._bus = bus
        self._vitals: Vitals | None = None
        self._doubtful = False
        listeners = Listeners(
            changed=self._publish,
            alarms=self._on_alarms,
            vitals=self._on_vitals,
            stepped=self._on_stepped,
        )
        self._turns = WindowTurns(desk.clock)
        self._beat = Beat(desk.reminders, desk.heartbeats, desk.clock, listeners, self._turns)
        self._auditor = Auditor(desk.reminders, self._on_findings)
        self._heartbeat = Heartbeat(self._beat, desk.clock, audit=self._audit)
        self._guard = Guard(self._beat, desk.clock, self._heartbeat.rearm)
        self._notices = NoticeWorker(desk.notices, self._beat.facts_changed)

    def start(self) -> None:
        """Begins to beat; the guard watches from then on."""
        self._turns.turned()
        self._heartbeat.start()
        self._guard.start()
        self._notices.start()

    def stop(self) -> None:
        """Ends them, the guard first of those that beat."""
        self._notices.stop()
        self._guard.stop()
        self._heartbeat.stop()

    @property
    def beat(self) -> Beat:
        """The beat itself, for whoever beats by hand."""
        return self._beat

    @Slot()
    def restart(self) -> None:
        """Arms the beat anew, as the guard does when it finds it still."""
        self._heartbeat.rearm()

    def facts_changed(self) -> None:
        """Something was written at this desk."""
        self._beat.facts_changed()

    def standing(self, known: DeskHealth) -> DeskHealth:
        """What is known of the desk with the beat's present standing; nothing is read."""
        return replace(known, beat_at=self._beat.last_at, fault=self._fault())

    def health(self, known: DeskHealth) -> DeskHealth:
        """The same, and whether the sound is off, which is read."""
        mute = self._desk.reminders.mute_at(self._desk.clock.now())
        view = MuteView(mute.by, mute.since, mute.until) if mute else None
        return replace(self.standing(known), mute=view)

    @Slot()
    def turned(self) -> None:
        """The main thread is there; to be told each second."""
        self._turns.turned()

    def _publish(self, changes: ChangeSet) -> None:
        """Another desk, or the beat itself, altered something; a step may owe a notice."""
        self._notices.look_soon()
        self._bus.publish(changes, self)

    def _on_alarms(self, alarms: tuple[AlarmItem, ...]) -> None:
        """Something asks for attention (called on the beat's thread, which may read)."""
        muted = self._desk.reminders.mute_at(self._desk.clock.now()) is not None
        self.called.emit(alarms, muted)
        self._bus.alarm.emit(alarms)

    def _on_vitals(self, vitals: Vitals) -> None:
        """The beat failed or recovered (called on its thread)."""
        self._vitals = vitals
        self.troubled.emit()

    def _on_stepped(self, step: ClockStep) -> None:
        """The wall clock was moved (called on the beat's thread)."""
        self.stepped.emit(step)

    def _audit(self) -> bool:
        """The auditor's look; one that fails is as much a reason for doubt as one that finds."""
        try:
            amiss = self._auditor.look()
        except Exception:
            self._doubt(doubtful=True)
            raise
        if not amiss:
            self._doubt(doubtful=False)
        return amiss

    def _on_findings(self, _findings: object) -> None:
        """The auditor found the ledger unlike the facts, at two looks."""
        self._doubt(doubtful=True)

    def _doubt(self, *, doubtful: bool) -> None:
        """Whether the list of alarms may be trusted changed (called on the auditor's thread)."""
        if doubtful != self._doubtful:
            self._doubtful = doubtful
            self.troubled.emit()

    def _fault(self) -> str:
        """The fault as the frame knows it: a file that is gone is more than a beat that fails."""
        vitals = self._vitals
        if vitals is None or vitals.fault is None:
            return "doubtful" if self._doubtful else ""
        return "gone" if vitals.code == "storage.gone" else vitals.fault.value
