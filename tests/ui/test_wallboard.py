"""The wallboard grows a veil over old data, shows no number of anybody, and closes by F11."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from safetydesk.services.views_frame import FrameView
from safetydesk.ui.tokens import DARK
from safetydesk.ui.wallboard import STALE_AFTER, Wallboard
from safetydesk.ui.wording import Wording
from tests.ui.samples import busy, header


@pytest.fixture
def board(qtbot, night):
    window = QWidget()
    qtbot.addWidget(window)
    wording = Wording.of(zone=ZoneInfo("Asia/Shanghai"), language="zh_CN")
    made = Wallboard(window, clock=night, wording=wording)
    made.show()
    qtbot.waitExposed(made)
    yield made
    window.close()


def middle(board: Wallboard) -> QColor:
    """The colour just inside the plate that covers old data."""
    picture = board.grab().toImage()
    return picture.pixelColor(picture.width() // 2 - 500, picture.height() // 2 - 100)


def test_fresh_data_stands_without_a_veil_and_old_data_under_one(board, night):
    board.show_frame(FrameView(header=header(), alarms=busy()))
    assert not board.is_stale
    assert middle(board) != QColor(DARK.f)
    night.advance(seconds=STALE_AFTER.total_seconds() + 1)
    board.tick()
    assert board.is_stale
    assert middle(board) == QColor(DARK.f)
    assert "not renewed" in board.accessibleName()


def test_a_board_without_any_data_says_so(board):
    board.tick()
    assert board.accessibleName() == "No data yet"


def test_level_one_is_a_red_row(board, night):
    board.show_frame(FrameView(header=header(), alarms=busy()))
    picture = board.grab().toImage()
    scale = picture.height() / 900
    assert picture.pixelColor(int(800 * scale), int(276 * scale)) == QColor(DARK.r)


def test_f11_closes_the_board(board, qtbot):
    qtbot.keyClick(board, Qt.Key.Key_F11)
    qtbot.waitUntil(lambda: not board.isVisible())
