"""The section of the sound: whether alarms can be heard, who muted them, what each sound means."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from typing_extensions import override

from safetydesk.ui.frame_feed import SoundHealth
from safetydesk.ui.models.rows_model import Cell, Column
from safetydesk.ui.pages.settings import SettingsSection
from safetydesk.ui.perform import perform
from safetydesk.ui.widgets.card import Card
from safetydesk.ui.widgets.fact_rows import FactRows
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.row_table import RowTable

if TYPE_CHECKING:
    from datetime import datetime

    from safetydesk.domain.clock import Clock
    from safetydesk.domain.log import LogEntry
    from safetydesk.services.log import LogService
    from safetydesk.services.reminders import ReminderService
    from safetydesk.ui.bus import Bus
    from safetydesk.ui.desk_standing import DeskStanding
    from safetydesk.ui.session import Session
    from safetydesk.ui.wording import Wording

_STATE, _DEVICE, _MUTE = "state", "device", "mute"
_TESTS = "声音自检"
_TESTS_SHOWN = 20
_TONES = {
    SoundHealth.UNTESTED: "o",
    SoundHealth.HEARD: "ok",
    SoundHealth.UNHEARD: "r",
    SoundHealth.NONE: "r",
}


class SoundSection(SettingsSection):
    """Ctrl+T plays the test; its answer goes into the log."""

    def __init__(
        self,
        *,
        standing: DeskStanding,
        reminders: ReminderService,
        log: LogService,
        session: Session,
        bus: Bus,
        clock: Clock,
        wording: Wording,
    ) -> None:
        super().__init__()
        self._standing, self._reminders, self._log = standing, reminders, log
        self._session, self._bus = session, bus
        self._clock, self._wording = clock, wording
        self._test = KeyButton(self.tr("Self-test"), icon="self-test", key="Ctrl T")
        self._unmute = KeyButton(self.tr("Sound on again"), icon="sound", key="Alt M")
        self._rows = FactRows()
        self._rows.add_row(_STATE, self.tr("Last test"))
        self._rows.add_row(_DEVICE, self.tr("Device"))
        self._rows.add_row(_MUTE, self.tr("Mute"), self._unmute)
        self._tests: RowTable[LogEntry] = RowTable(
            _Tests(self, clock, wording).columns(), key=lambda row: str(row.seq)
        )
        self._tests.setAccessibleName(self.tr("Tests of the sound"))
        self._lay_out()
        self._test.clicked.connect(standing.sound_test_asked)
        self._unmute.clicked.connect(self.unmute)
        standing.changed.connect(self.refresh)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        asked = QShortcut(QKeySequence("Ctrl+T"), self, context=within)
        asked.activated.connect(standing.sound_test_asked)

    @override
    @Slot()
    def refresh(self) -> None:
        """Asks how the sound stands and what was answered to its tests."""
        health = self._standing.sound
        self._rows.show_fact(_STATE, self._state(health), _TONES[health])
        name = device_name()
        self._rows.show_fact(_DEVICE, name or self.tr("the system's own; not asked yet"))
        if health is SoundHealth.NONE:
            self._rows.show_fact(_DEVICE, self.tr("none: the system beeps instead"), "r")
        self._show_mute()
        self._tests.set_rows(self._log.search(_TESTS, _TESTS_SHOWN))

    @override
    def tick(self, now: datetime) -> None:
        """The mute ends by itself."""
        if now.second == 0:
            self._show_mute()

    @override
    def help_text(self) -> str:
        """What the sounds are."""
        return self.tr(
            "Four sounds: level Ⅰ repeats until it is acknowledged, level Ⅱ comes in three bursts "
            "every two minutes, level Ⅲ is one soft tone, the handover has a chime of its own. "
            "The program never turns the volume down. The test is asked for at every sign-in and "
            "its answer is kept in the log. Muting lasts ten minutes at most, and a new alarm "
            "that is as grave ends it."
        )

    @Slot()
    def unmute(self) -> None:
        """The sound comes back."""
        reminders, session = self._reminders, self._session
        if perform(self, lambda: reminders.unmute(session.require()), bus=self._bus):
            self._show_mute()

    def _show_mute(self) -> None:
        mute = self._reminders.mute_at(self._clock.now())
        self._unmute.setEnabled(mute is not None)
        if mute is None:
            self._rows.show_fact(_MUTE, self.tr("not muted"), "ok")
            return
        words = self.tr("muted by {name} until {time}").format(
            name=mute.by, time=self._wording.time(mute.until)
        )
        self._rows.show_fact(_MUTE, words, "o")

    def _lay_out(self) -> None:
        state = Card(self.tr("Can alarms be heard?"))
        state.head.addWidget(self._test)
        state.body.addWidget(self._rows)
        meaning = Card(self.tr("What each sound means"))
        rows = FactRows()
        for level, words in (
            ("Ⅰ", self.tr("repeats until somebody acknowledges; muting ends with a new one")),
            ("Ⅱ", self.tr("three bursts, again every two minutes")),
            ("Ⅲ", self.tr("one soft tone")),
            (self.tr("Handover"), self.tr("a chime of its own")),
        ):
            rows.add_row(level, level)
            rows.show_fact(level, words)
        meaning.body.addWidget(rows)
        tests = Card(self.tr("Tests of the sound"))
        tests.body.addWidget(self._tests)
        self.column.addWidget(state)
        self.column.addWidget(meaning)
        self.column.addWidget(tests, 1)

    def _state(self, health: SoundHealth) -> str:
        return {
            SoundHealth.UNTESTED: self.tr("not tested on this device yet"),
            SoundHealth.HEARD: self.tr("heard"),
            SoundHealth.UNHEARD: self.tr("not heard: watch the screen, look at the loudspeaker"),
            SoundHealth.NONE: self.tr("no device: alarms are on the screen only"),
        }[health]


class _Tests(QObject):
    """What the columns of the list show."""

    def __init__(self, parent: QObject, clock: Clock, wording: Wording) -> None:
        super().__init__(parent)
        self._clock, self._wording = clock, wording

    def columns(self) -> list[Column[LogEntry]]:
        """When, what was answered, by whom."""
        return [
            Column(self.tr("Time"), self._at, 148),
            Column(self.tr("Answer"), lambda row: row.text),
            Column(self.tr("Signed in"), lambda row: Cell(row.author_name, tone="t2"), 132),
        ]

    def _at(self, row: LogEntry) -> str:
        return self._wording.moment(row.event_at, self._clock.now())


def device_name() -> str:
    """The loudspeaker of now, where the sound library is loaded; it is not loaded for a name."""
    if "PySide6.QtMultimedia" not in sys.modules:
        return ""
    from PySide6.QtMultimedia import QMediaDevices

    return QMediaDevices.defaultAudioOutput().description()
