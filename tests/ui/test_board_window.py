"""The wallboard opens and closes by one key and comes back on the screen it stood on."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from safetydesk.app.board_window import BoardWindow
from safetydesk.services.views_frame import FrameView
from safetydesk.ui.board_choices import SCREEN
from safetydesk.ui.bus import Bus
from safetydesk.ui.main_window import MainWindow
from safetydesk.ui.theme_switch import Appearance, ThemeSwitch
from safetydesk.ui.wording import Wording
from tests.helpers.tasks import SyncTaskRunner


@dataclass
class Shell:
    """What the board needs of the desk."""

    window: MainWindow
    bus: Bus
    tasks: SyncTaskRunner
    wording: Wording
    theme: ThemeSwitch


@pytest.fixture
def boards(qtbot, dressed, night, window_state):
    window = MainWindow(clock=night, wording=Wording(), state=window_state)
    qtbot.addWidget(window)
    switch = ThemeSwitch(dressed, Appearance.LIGHT)
    shell = Shell(window, Bus(window), SyncTaskRunner(), Wording(), switch)
    made = BoardWindow(shell, night, window_state)
    yield made
    if made.board is not None:
        made.board.close()
    window.close()


def test_one_key_opens_the_board_and_closes_it(boards, qtbot):
    boards.toggle()
    board = boards.board
    assert board is not None
    assert board.isVisible()
    boards.toggle()
    qtbot.waitUntil(lambda: boards.board is None)
    boards.toggle()
    qtbot.keyClick(boards.board, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: boards.board is None)


def test_the_board_is_fed_by_the_frame(boards):
    board = boards.open()
    assert board.is_stale
    boards._shell.window.frame_shown.emit(FrameView())
    assert not board.is_stale


def test_the_screen_to_which_it_was_moved_is_remembered(boards, window_state):
    board = boards.open()
    screen = QGuiApplication.primaryScreen()
    board.windowHandle().screenChanged.emit(screen)
    assert window_state.text(SCREEN) == screen.name()
    assert boards._screen([screen]) is screen
