"""The wallboard grows a veil over old data, shows no number of anybody, and closes by F11."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from safetydesk.services.views_frame import (
    AlarmListView,
    FaultView,
    FrameStatus,
    FrameView,
    IncidentGlance,
    UpcomingView,
)
from safetydesk.ui.tokens import DARK
from safetydesk.ui.wallboard import STALE_AFTER, Wallboard
from safetydesk.ui.wallboard_blocks import Blocks
from safetydesk.ui.wording import Wording
from tests.ui.samples import at, busy, header

EXPLOSION = IncidentGlance(
    title="化工园区反应釜爆炸",
    grade="较大",
    ticks=2,
    occurred_at=at(3, 12),
    figures=(("死亡", 3), ("失联", 0), ("重伤", 2)),
    next_report="续报（二）",
    next_due=at(5, 30),
)


@pytest.fixture
def board(qtbot, night):
    window = QWidget()
    qtbot.addWidget(window)
    wording = Wording.of(zone=ZoneInfo("Asia/Shanghai"), language="zh_CN")
    made = Wallboard(window, clock=night, wording=wording)
    made.resize(1600, 900)
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
    assert picture.pixelColor(int(700 * scale), int(220 * scale)) == QColor(DARK.r)


def test_f11_closes_the_board(board, qtbot):
    qtbot.keyClick(board, Qt.Key.Key_F11)
    qtbot.waitUntil(lambda: not board.isVisible())


def ink_of(board: Wallboard, left: float, top: float, right: float, bottom: float) -> int:
    """How many points of a part of the board (in units of 900) are in the main ink."""
    picture = board.grab().toImage()
    unit = picture.height() / 900
    ink = QColor(DARK.t1)
    return sum(
        picture.pixelColor(int(x * unit), int(y * unit)) == ink
        for x in range(int(left), int(right), 2)
        for y in range(int(top), int(bottom), 2)
    )


def test_an_incident_in_hand_stands_in_full_with_its_numbers(board):
    board.resize(1600, 900)
    board.show_frame(FrameView(header=header(), alarms=busy()))
    without = ink_of(board, 40, 700, 900, 800)
    board.show_frame(FrameView(header=header(), alarms=busy(), incidents=(EXPLOSION,)))
    assert ink_of(board, 40, 700, 900, 800) > without + 200


@pytest.mark.parametrize("count", [2, 3, 5])
def test_several_incidents_have_a_row_each_and_the_rest_is_counted(board, count):
    board.resize(1600, 900)
    board.show_frame(FrameView(header=header(), incidents=(EXPLOSION,) * count))
    shown = min(count, 3)
    top = 824 - shown * 112
    rows = [ink_of(board, 40, top + n * 112, 900, top + n * 112 + 60) for n in range(shown)]
    assert min(rows) > 100


def test_the_last_check_and_what_falls_due_next_are_told_where_nothing_calls(board, night):
    wording = Wording.of(zone=ZoneInfo("Asia/Shanghai"), language="zh_CN")
    view = FrameView(
        alarms=AlarmListView(
            soon=(UpcomingView(at(6, 0), "视频轮巡", "李敏"),), checked_at=at(5, 33)
        )
    )
    assert Blocks(board, wording).next_due(view, night.now()) == "Next 06:00 视频轮巡"
    assert Blocks(board, wording).next_due(FrameView(), night.now()) == ""


def test_only_the_leaders_number_stands_on_the_board_and_only_where_it_may(board):
    wording = Wording.of(zone=ZoneInfo("Asia/Shanghai"), language="zh_CN")
    officer, leader = header().people
    shown, hidden = Blocks(board, wording, phones=True), Blocks(board, wording)
    assert shown._below(leader) == "19900000001"
    assert shown._below(officer) == "在岗"
    assert hidden._below(leader) == "—"


def edge(board: Wallboard) -> set[str]:
    """The colours along the left edge of the board."""
    picture = board.grab().toImage()
    return {picture.pixelColor(4, y).name() for y in range(0, picture.height(), 3)}


def test_a_board_that_cannot_be_trusted_has_a_striped_edge(board, night):
    board.show_frame(FrameView(header=header(), alarms=busy()))
    assert QColor(DARK.f).name() not in edge(board)
    fault = FrameStatus(fault=FaultView("守护已停止"))
    board.show_frame(FrameView(header=header(), alarms=busy(), status=fault))
    assert QColor(DARK.f).name() in edge(board)
    board.show_frame(FrameView(header=header(), alarms=busy()))
    night.advance(seconds=STALE_AFTER.total_seconds() + 1)
    assert QColor(DARK.f).name() in edge(board)
    assert board._advice().startswith("Stopped at 05:33:12.")
    assert board._advice().endswith("0000-5550110")
