"""What is heard when: each level its way, muting, the flood, the test, and no device at all."""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace

import pytest
import shiboken6
from PySide6.QtCore import Qt, QThread
from PySide6.QtWidgets import QLabel
from typing_extensions import override

from safetydesk.app.alarm_bell import Bell
from safetydesk.app.alarm_sounds import AlarmSounds
from safetydesk.app.pulse import Pulse
from safetydesk.app.wiring import build
from safetydesk.domain.reminder import AlarmLevel, DutyKind
from safetydesk.services.views_frame import AlarmListView
from safetydesk.ui.dialogs.sound_check import SoundCheck
from safetydesk.ui.frame_feed import DeskHealth, FrameFeed, SoundHealth
from safetydesk.ui.session import Session
from safetydesk.ui.sound_waves import Sound
from safetydesk.ui.sounds import Outlet, Speaker
from tests.ui.samples import acknowledged, alarm, at


class Room(Speaker):
    """Writes down what would be heard."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[Sound] = []
        self.rung, self.held_top = threading.Event(), threading.Event()
        self.prepared_on = self.rung_on = self.held_on = ""
        self.repeats = False

    @override
    def prepare(self) -> None:
        self.prepared_on = QThread.currentThread().objectName()

    @override
    def play(self, *sounds: Sound) -> None:
        self.heard += sounds
        self.rung_on = QThread.currentThread().objectName()
        self.rung.set()

    @override
    def hold(self, *, top: bool) -> None:
        self.repeats = top
        if top:
            self.held_on = QThread.currentThread().objectName()
            self.held_top.set()

    @override
    def hush(self) -> None:
        self.repeats = False


@dataclass
class Item:
    """What the sounds read of an alarm."""

    item: str
    level: AlarmLevel
    kind: DutyKind = DutyKind.MATTER


@pytest.fixture
def a_desk(sqlite_database, clock):
    return build(sqlite_database, clock)


@pytest.fixture
def sounds(shell, a_desk):
    bell = Bell(a_desk.clock, Room())
    made = AlarmSounds(shell, a_desk, Session(shell.window), bell=bell)
    made.start()
    yield made
    made.stop()


def room(sounds: AlarmSounds) -> Room:
    (found,) = sounds.bell.findChildren(Room)
    return found


def test_each_level_is_heard_in_its_own_way(sounds):
    sounds.bell.ring([Item("a", AlarmLevel.LOW), Item("b", AlarmLevel.MIDDLE)], False)
    assert room(sounds).heard == [Sound.MIDDLE, Sound.LOW]
    assert not room(sounds).repeats
    sounds.bell.ring([Item("c", AlarmLevel.TOP)], False)
    assert room(sounds).repeats


def test_level_one_falls_silent_when_it_is_acknowledged(sounds):
    grave = alarm("c", 1, at(5, 30))
    sounds.bell.ring([Item("c", AlarmLevel.TOP)], False)
    sounds.follow(AlarmListView(alarms=(grave,)), muted=False)
    assert room(sounds).repeats
    sounds.follow(AlarmListView(alarms=(acknowledged("c", 1, at(5, 30)),)), muted=False)
    assert not room(sounds).repeats


def test_muting_silences_and_a_new_grave_alarm_is_heard_again(sounds):
    grave = alarm("c", 1, at(5, 30))
    sounds.follow(AlarmListView(alarms=(grave,)), muted=True)
    assert not room(sounds).repeats
    sounds.bell.ring([Item("d", AlarmLevel.LOW)], True)
    assert room(sounds).heard == []
    sounds.bell.ring([Item("e", AlarmLevel.TOP)], False)
    assert room(sounds).repeats


def test_five_hundred_at_once_make_one_sound_and_a_number(sounds, shell):
    said = []
    shell.bus.notice.connect(said.append)
    sounds.bell.ring([Item(str(n), AlarmLevel.LOW) for n in range(500)], False)
    assert room(sounds).heard == [Sound.LOW]
    assert "500" in said[0].text


def test_what_calls_when_the_desk_opens_is_heard_once_the_bell_has_its_own_thread(
    shell, a_desk, monkeypatch
):
    monkeypatch.delenv("SAFETYDESK_SOUND")
    speaker = Room()
    bell = Bell(a_desk.clock, speaker)
    sounds = AlarmSounds(shell, a_desk, Session(shell.window), bell=bell)
    grave = alarm("c", 1, at(5, 30))
    sounds.follow(AlarmListView(alarms=(grave,)), muted=False)
    assert not speaker.repeats, "its sounds would be loaded in the thread of the window"
    sounds.start()
    assert speaker.held_top.wait(50)
    sounds.stop()
    assert (speaker.prepared_on, speaker.held_on) == ("sound", "sound")


def test_an_alarm_is_heard_while_the_main_thread_stands_still(sounds, shell, a_desk, monkeypatch):
    """From the beat's thread to the loudspeaker's: this thread waits and turns no event."""
    monkeypatch.delenv("SAFETYDESK_SOUND")
    speaker, pulse = room(sounds), Pulse(a_desk, shell.bus)
    pulse.called.connect(sounds.bell.ring)
    sounds.start()
    alarms = (Item("a", AlarmLevel.MIDDLE), Item("b", AlarmLevel.TOP))
    beat = threading.Thread(target=pulse._on_alarms, args=(alarms,))
    beat.start()
    assert speaker.rung.wait(50)
    beat.join()
    sounds.stop()
    assert (speaker.prepared_on, speaker.rung_on) == ("sound", "sound")
    assert speaker.heard == [Sound.MIDDLE]
    assert not shiboken6.isValid(speaker), "the bell ends with its thread"


@pytest.mark.parametrize(
    ("key", "health", "words"),
    [
        (Qt.Key.Key_Return, SoundHealth.HEARD, "声音自检：听到。"),
        (Qt.Key.Key_Escape, SoundHealth.UNHEARD, "声音自检：没听到，提醒请看屏幕。"),
    ],
)
def test_the_answer_to_the_test_stands_in_the_log(sounds, shell, a_desk, qtbot, key, health, words):
    sounds.test()
    assert room(sounds).heard == [Sound.MIDDLE]
    (asked,) = shell.window.findChildren(SoundCheck)
    qtbot.keyClick(asked, key)
    assert sounds.health is health
    (entry,) = a_desk.log.newest(1)
    assert (entry.text, entry.machine) == (words, True)


def test_the_status_line_and_the_bar_say_that_nothing_can_be_heard(shell):
    feed = FrameFeed(shell.wording)
    health = DeskHealth(beat_at=at(5, 33), sound=SoundHealth.NONE)
    status = feed._status(health)
    shell.window.show_status(status)
    assert shell.window.mute_bar.isVisible()
    assert any("No sound device" in x.text() for x in shell.window.mute_bar.findChildren(QLabel))
    shell.window.show_status(feed._status(replace(health, sound=SoundHealth.HEARD)))
    assert not shell.window.mute_bar.isVisible()


@pytest.mark.qt_log_ignore("PulseAudio|pa_context|multimedia|Couldn't (load|resolve)|This plugin")
def test_a_machine_without_a_device_is_known_and_beeps(
    shell, qtbot, monkeypatch, expected_complaints
):
    expected_complaints += ["safetydesk.sound"]
    monkeypatch.delenv("SAFETYDESK_SOUND")
    from PySide6.QtMultimedia import QMediaDevices

    if QMediaDevices.audioOutputs():
        pytest.skip("this machine has a sound device")
    beeps = []
    speaker = Speaker()
    speaker.beeped.connect(lambda: beeps.append(1))
    speaker.prepare()
    assert speaker.outlet is Outlet.NONE
    speaker.hold(top=True)
    assert speaker.held
    assert beeps == [1]
    speaker.hush()
    assert not speaker.busy


def test_a_device_that_is_lost_and_another_that_comes_prove_nothing_of_before(sounds):
    sounds.test()
    sounds._on_answered(SoundHealth.HEARD)
    healths = []
    sounds.changed.connect(lambda: healths.append(sounds.health))
    for outlet in (Outlet.NONE, Outlet.THERE):
        sounds.bell.outlet_changed.emit(outlet)
    assert healths == [SoundHealth.NONE, SoundHealth.UNTESTED]


def test_signing_in_asks_whether_the_sound_was_heard(sounds, shell, monkeypatch):
    sounds.test_at_sign_in()
    assert shell.window.findChildren(SoundCheck) == [], "sound is off as a whole"
    monkeypatch.delenv("SAFETYDESK_SOUND")
    sounds.test_at_sign_in()
    (asked,) = shell.window.findChildren(SoundCheck)
    assert asked.isVisible()
    assert room(sounds).heard == [Sound.MIDDLE]
