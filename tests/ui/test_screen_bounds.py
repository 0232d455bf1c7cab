"""No window is larger than its screen: the first size, dialogs, what is brought back."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from safetydesk.ui.main_window import MainWindow
from safetydesk.ui.screen_bounds import (
    WANTED,
    ScreenBounds,
    bring_back,
    show_first,
    take_first_size,
)
from safetydesk.ui.wallboard import Wallboard
from safetydesk.ui.wording import Wording

_FORGOTTEN = """
import gc
from PySide6.QtWidgets import QApplication, QDialog
from safetydesk.ui.screen_bounds import ScreenBounds, keep_on_screen, room_of, take_first_size

app = QApplication([])
gc.disable()
screen = app.primaryScreen()  # older than the window, as it is in a program that runs for long
gone = []
screen.destroyed.connect(gone.append)
window = QDialog()
window.itself = window
take_first_size(window)
keep_on_screen(window)
room_of(window)
del screen, window
gc.collect()
print(gone)
"""


@pytest.fixture
def room(dressed: QApplication) -> QRect:
    """What the screen of the tests has; less than the desk is drawn for."""
    found = dressed.primaryScreen().availableGeometry()
    assert found.width() < WANTED.width()
    return found


@pytest.fixture
def bounds(dressed: QApplication) -> Iterator[ScreenBounds]:
    """What the running program has, for one test."""
    made = ScreenBounds(dressed)
    yield made
    dressed.focusWindowChanged.disconnect(made._on_focus)
    made.deleteLater()


def test_the_first_size_leaves_room_for_a_title_bar(qtbot, room):
    window = QWidget()
    qtbot.addWidget(window)
    take_first_size(window)
    assert window.width() <= room.width()
    assert window.height() < room.height()


def test_where_the_screen_has_no_room_to_spare_the_first_window_takes_all(qtbot, room):
    window = QWidget()
    qtbot.addWidget(window)
    take_first_size(window)
    show_first(window)
    assert window.isMaximized()


def test_the_desk_and_the_wallboard_begin_no_larger_than_the_screen(
    qtbot, night, window_state, room
):
    window = MainWindow(clock=night, wording=Wording(), state=window_state)
    qtbot.addWidget(window)
    assert not window.has_place
    assert window.height() < room.height()
    assert window.width() == max(window.minimumWidth(), room.width() - 8)
    board = Wallboard(window, clock=night, wording=Wording())
    assert QRect(room.topLeft(), board.size()).right() <= room.right()
    board.close()
    window.close()


def test_a_dialog_larger_than_the_screen_is_made_to_fit_once_it_has_the_focus(qtbot, bounds, room):
    dialog = QDialog()
    qtbot.addWidget(dialog)
    dialog.resize(1240, 1000)
    dialog.open()
    qtbot.waitUntil(lambda: room.contains(dialog.frameGeometry()))


def test_where_its_user_pushed_a_window_it_stays(qtbot, bounds, room):
    first, second = QDialog(), QDialog()
    for dialog in (first, second):
        qtbot.addWidget(dialog)
        dialog.resize(300, 200)
        dialog.show()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
    first.move(room.right() - 100, 40)
    first.activateWindow()
    qtbot.waitUntil(first.isActiveWindow)
    assert first.x() == room.right() - 100


def test_a_smaller_screen_takes_its_windows_in(qtbot, bounds, room):
    window = QDialog()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(window.isActiveWindow)
    window.resize(1240, 1000)
    bounds._on_screens()
    assert room.contains(window.frameGeometry())


def test_a_place_kept_from_a_larger_screen_is_bounded_again(qtbot, window_state, room):
    large, again = QWidget(), QWidget()
    for window in (large, again):
        qtbot.addWidget(window)
    large.setGeometry(10, 30, 1600, 900)
    window_state.keep_window("main", large)
    window_state.restore_window("main", again)
    assert room.contains(again.frameGeometry())


@pytest.mark.parametrize("away", ["hide", "showMinimized"])
def test_what_was_maximised_comes_back_maximised(qtbot, away):
    window = QWidget()
    qtbot.addWidget(window)
    window.showMaximized()
    getattr(window, away)()
    bring_back(window)
    assert window.isVisible()
    assert window.isMaximized()
    assert not window.isMinimized()


def test_a_window_that_is_forgotten_takes_no_screen_with_it():
    """In a process of its own: where it fails, nothing can be drawn any more."""
    command = [sys.executable, "-c", _FORGOTTEN]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.stdout.strip() == "[]"
