"""A locked desk shows its alarms and nothing else, and nothing else is reached."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QDialog
from typing_extensions import override

from safetydesk.services.views_frame import (
    AlarmAct,
    AlarmListView,
    AlarmView,
    FrameView,
    Guidance,
    UpcomingView,
)
from safetydesk.ui.commands import Command
from safetydesk.ui.lock_cover import LockCover
from safetydesk.ui.main_window import MainWindow, PageEntry
from safetydesk.ui.page import Page
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.plain import PlainLabel
from safetydesk.ui.wording import Wording
from tests.helpers.leaks import settle


class Blank(Page):
    @override
    def refresh(self) -> None:
        pass


@pytest.fixture
def window(qtbot, bus, night, window_state):
    made = MainWindow(clock=night, wording=Wording(), state=window_state)
    made.add_page(
        PageEntry(
            "desk", "值班台", "nav-desk", lambda: Blank(bus=bus, topics=frozenset(), title="页")
        )
    )
    made.resize(1366, 768)
    with qtbot.waitExposed(made):
        made.show()
    made.show_page("desk")
    made.show_frame(FrameView(alarms=alarms(night.now())))
    yield made
    made.close()
    made.deleteLater()
    settle()


def alarms(now):
    alarm = AlarmView(
        "1",
        1,
        "续报（二）",
        now,
        "市应急局孟凡",
        guidance=Guidance("请带班领导", "王建国 19900000001", "先电话报"),
        response="已报送",
        acts=frozenset({AlarmAct.RESPOND, AlarmAct.ACKNOWLEDGE}),
    )
    return AlarmListView((alarm,), soon=(UpcomingView(now, "视频轮巡", "李敏"),))


@pytest.fixture
def cover(window):
    return LockCover(window, Wording())


def read(window):
    """Every word that can be seen beside the cover."""
    return "".join(
        label.text() for label in window.alarms.findChildren(PlainLabel) if label.isVisible()
    )


def test_the_alarms_stay_without_names_and_numbers(window, cover, night):
    assert "19900000001" in read(window)
    cover.lock(night.now())
    assert "续报（二）" in read(window)
    for word in ("19900000001", "王建国", "孟凡"):
        assert word not in read(window)
    cover.unlock()
    assert "19900000001" in read(window)


def test_alarms_that_come_while_it_is_locked_name_nobody_either(window, cover, night):
    cover.lock(night.now())
    window.show_alarms(alarms(night.now()))
    assert "王建国" not in read(window)
    assert window.alarms.flashing


def test_everything_but_the_alarm_list_is_covered(window, cover, night):
    cover.lock(night.now())
    assert window.childAt(QPoint(20, 20)) is cover
    assert window.childAt(QPoint(400, 400)) in {cover, *cover.findChildren(PlainLabel)}
    inside = window.alarms.mapTo(window, window.alarms.rect().center())
    assert window.alarms.isAncestorOf(window.childAt(inside)) or (
        window.childAt(inside) is window.alarms
    )


def test_the_cover_follows_the_window(window, cover, night, qtbot):
    cover.lock(night.now())
    window.resize(1600, 900)
    qtbot.waitUntil(lambda: cover.size() == window.size())


def test_no_key_reaches_what_is_covered(window, cover, night, qtbot):
    cover.lock(night.now())
    with qtbot.assertNotEmitted(window.command):
        qtbot.keyClick(cover, Qt.Key.Key_F3)
        qtbot.keyClick(cover, Qt.Key.Key_F2)
    assert not window.quick.has_focus_inside()
    assert not window.quick.isEnabled()
    assert window.action(Command.ALARMS).isEnabled()
    cover.unlock()
    assert window.quick.isEnabled()
    assert window.action(Command.PHONE_RECORD).isEnabled()


def test_other_windows_are_put_away_and_come_back(window, cover, night, qtbot):
    other = QDialog(window)
    with qtbot.waitExposed(other):
        other.show()
    cover.lock(night.now())
    assert not other.isVisible()
    cover.unlock()
    assert other.isVisible()
    other.close()


def test_enter_asks_who_it_is(window, cover, night, qtbot):
    cover.lock(night.now())
    with qtbot.waitSignal(cover.unlock_asked):
        qtbot.keyClick(cover, Qt.Key.Key_Return)
    with qtbot.waitSignal(cover.unlock_asked):
        qtbot.keyClick(cover.findChild(KeyButton), Qt.Key.Key_Space)
