"""How the computer keeps watch and sounds is told, and changed by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QComboBox

from safetydesk.domain.log import EntryDraft, EntryKind
from safetydesk.ui.board_choices import PHONES, SCREEN, SHOWN
from safetydesk.ui.desk_standing import ComputerStanding, DeskStanding, OnClose
from safetydesk.ui.frame_feed import SoundHealth
from safetydesk.ui.pages.settings_board import BoardSection
from safetydesk.ui.pages.settings_sound import SoundSection
from safetydesk.ui.pages.settings_starting import StartingSection
from safetydesk.ui.session import Session
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.plain import PlainLabel
from safetydesk.ui.wording import Wording
from tests.helpers.demo_desk import demo_desk

CTRL = Qt.KeyboardModifier.ControlModifier
WELL = ComputerStanding(
    starts_with_session=True, has_tray=True, is_kept_awake=True, on_close=OnClose.KEEP
)
ILL = ComputerStanding(
    starts_with_session=False, has_tray=False, is_kept_awake=False, on_close=OnClose.END
)


@pytest.fixture
def standing(window_state):
    return DeskStanding(window_state)


@pytest.fixture
def shown(qtbot):
    def show(section):
        qtbot.addWidget(section)
        section.resize(900, 640)
        with qtbot.waitActive(section):
            section.show()
            section.activateWindow()
        section.refresh()
        return section

    return show


@pytest.fixture
def desk(tmp_path):
    with demo_desk(tmp_path) as made:
        yield made


def words(section):
    return " | ".join(label.text() for label in section.findChildren(PlainLabel))


def asked(signal):
    got: list[object] = []
    signal.connect(got.append)
    return got


def test_nothing_is_claimed_of_a_computer_that_was_not_asked(standing, shown):
    section = shown(StartingSection(standing))
    assert words(section).count("not known yet") == 4
    assert not section.findChild(QCheckBox).isEnabled()


def test_what_the_system_answered_is_shown_at_once(standing, shown):
    section = shown(StartingSection(standing))
    standing.show_computer(WELL)
    assert section.findChild(QCheckBox).isChecked()
    assert "the system agreed" in words(section)
    standing.show_computer(ILL)
    assert "switch sleep off" in words(section)
    assert "after a restart nothing reminds" in words(section)
    assert "the guard ends with the window" in words(section)
    assert "the window is minimised instead" in words(section)


def test_starting_and_closing_are_changed_by_keys(standing, shown, qtbot):
    starts, closes = asked(standing.autostart_asked), asked(standing.on_close_asked)
    section = shown(StartingSection(standing))
    standing.show_computer(ILL)
    qtbot.keyClick(section.findChild(QCheckBox), Qt.Key.Key_Space)
    assert starts == [True]
    qtbot.keyClick(section.findChild(QComboBox), Qt.Key.Key_Up)
    assert closes == ["keep"]


def test_the_wallboard_shows_the_leaders_number_only_where_that_was_ticked(
    standing, window_state, shown, qtbot
):
    section = shown(BoardSection(standing))
    assert "hidden" in words(section)
    assert window_state.text(PHONES) == ""
    qtbot.keyClick(section.findChild(QCheckBox), Qt.Key.Key_Space)
    assert window_state.text(PHONES) == SHOWN
    assert "can be read by whoever sees the board" in words(section)


def test_the_screen_of_the_wallboard_is_chosen_by_keys_and_the_board_opened(
    standing, window_state, shown, qtbot
):
    section = shown(BoardSection(standing))
    opened: list[int] = []
    standing.board_asked.connect(lambda: opened.append(1))
    screens = section.findChild(QComboBox)
    qtbot.keyClick(screens, Qt.Key.Key_Down)
    assert (screens.count(), screens.currentIndex()) == (2, 1)
    assert window_state.text(SCREEN, "none") == QGuiApplication.primaryScreen().name()
    button = next(b for b in section.findChildren(KeyButton))
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert opened == [1]


@pytest.fixture
def officer(desk):
    return desk.people.actor(desk.people.named("黄志强").id)


@pytest.fixture
def sound(desk, officer, standing, bus, shown):
    session = Session()
    session.sign_in(officer)
    return shown(
        SoundSection(
            standing=standing,
            reminders=desk.reminders,
            log=desk.log,
            session=session,
            bus=bus,
            clock=desk.clock,
            wording=Wording(),
        )
    )


def test_the_sound_is_tested_with_a_key_and_its_standing_told(sound, standing, qtbot):
    tests: list[int] = []
    standing.sound_test_asked.connect(lambda: tests.append(1))
    assert "not tested on this device yet" in words(sound)
    qtbot.keyClick(sound, Qt.Key.Key_T, CTRL)
    assert tests == [1]
    standing.show_sound(SoundHealth.NONE)
    assert "none: the system beeps instead" in words(sound)
    standing.show_sound(SoundHealth.HEARD)
    assert "none: the system beeps instead" not in words(sound)


def test_the_answers_to_tests_are_listed_from_the_log(sound, desk, officer):
    desk.shifts.open_first(officer)
    desk.log.append(officer, EntryDraft(EntryKind.OTHER, "声音自检：听到。", machine=True))
    sound.refresh()
    assert sound._tests.row_count() == 1


def test_who_muted_until_when_is_shown_and_the_sound_comes_back(sound, desk, officer, qtbot):
    desk.reminders.mute(officer)
    sound.refresh()
    assert "muted by 黄志强 until 08:50" in words(sound)
    back = next(b for b in sound.findChildren(KeyButton) if b.text() == "Sound on again")
    back.setFocus()
    qtbot.keyClick(back, Qt.Key.Key_Space)
    assert "not muted" in words(sound)
    assert desk.reminders.mute_at(desk.clock.now()) is None
