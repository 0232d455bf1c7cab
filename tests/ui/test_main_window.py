"""The window holds the frame and the pages: keys, narrow screens, faults, focus, memory."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from typing_extensions import override

from safetydesk.domain.changes import Change, ChangeSet, Topic
from safetydesk.services.views_frame import (
    AlarmListView,
    FaultView,
    FrameStatus,
    FrameView,
    Health,
    MuteView,
    PageCount,
    SignedIn,
    StatusItem,
)
from safetydesk.ui.commands import KEYS, Command
from safetydesk.ui.main_window import MainWindow, PageEntry
from safetydesk.ui.page import Page
from safetydesk.ui.wording import Wording
from tests.ui.samples import at, busy, header
from tools.clipping import clipped


class CountingPage(Page):
    """Counts what it is asked."""

    def __init__(self, bus, name: str) -> None:
        super().__init__(bus=bus, topics=frozenset({Topic.LOG}), title=name)
        self.asked: list[str] = []
        self.first = QPushButton(name)
        self.body.addWidget(self.first)

    @override
    def refresh(self) -> None:
        self.asked.append("refresh")

    @override
    def focus_filter(self) -> None:
        self.asked.append("filter")

    @override
    def undo(self) -> None:
        self.asked.append("undo")


@pytest.fixture
def window(qtbot, night, bus, window_state):
    made = MainWindow(clock=night, wording=Wording(), state=window_state)
    qtbot.addWidget(made)
    for name in ("desk", "log"):
        made.add_page(PageEntry(name, name, f"nav-{name}", partial(CountingPage, bus, name)))
    made.resize(1600, 900)
    made.show_page("desk")
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    yield made
    made.show_alarms(AlarmListView())
    made.close()


def test_pages_are_built_when_first_shown(window):
    assert len(window.findChildren(CountingPage)) == 1
    page = window.show_page("log")
    assert window.current_page is page
    assert window.show_page("desk") is not page
    assert window.show_page("log") is page


def test_a_hidden_page_refetches_when_it_is_shown_again(window, bus, qtbot):
    desk = window.current_page
    log = window.show_page("log")
    bus.publish(ChangeSet.of([Change(Topic.LOG), Change(Topic.DUTY)]))
    qtbot.waitUntil(lambda: log.asked == ["refresh", "refresh"])
    assert desk.asked == ["refresh"]
    window.show_page("desk")
    assert desk.asked == ["refresh", "refresh"]


def test_a_change_of_another_topic_or_of_its_own_is_not_refetched(window, bus, qtbot):
    desk = window.current_page
    bus.publish(ChangeSet.of([Change(Topic.DUTY)]))
    bus.publish(ChangeSet.of([Change(Topic.LOG)]), desk)
    bus.publish(ChangeSet.of([Change(Topic.LOG)]), object())
    qtbot.waitUntil(lambda: len(desk.asked) == 2)
    assert desk.asked == ["refresh", "refresh"]


@pytest.mark.parametrize(
    "command", [Command.PHONE_RECORD, Command.HANDOVER, Command.SEARCH, Command.LOCK]
)
def test_a_key_asks_the_outside_for_its_act(window, command):
    got: list[Any] = []
    window.command.connect(got.append)
    window.action(command).trigger()
    assert got == [command]


def test_no_two_acts_share_a_key():
    assert len(set(KEYS.values())) == len(KEYS) == len(Command)


def test_f2_puts_the_cursor_into_the_quick_entry_line_from_any_page(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_F2)
    assert window.quick.has_focus_inside()
    window.show_page("log")
    assert window.quick.has_focus_inside()


def test_escape_leaves_the_quick_entry_line_for_where_the_officer_was(window, qtbot):
    page = window.current_page
    page.first.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_F2)
    text = window.quick.focus_order()[0]
    qtbot.keyClicks(text, "NH3")
    qtbot.keyClick(text, Qt.Key.Key_Escape)
    assert page.first.hasFocus()
    assert text.text() == "NH3"


def test_undo_takes_back_the_entry_first_and_then_what_the_page_did(window, night):
    got: list[Any] = []
    window.quick.undo_asked.connect(got.append)
    window.quick.show_receipt("7", "已记", night.now())
    window.action(Command.UNDO).trigger()
    window.action(Command.UNDO).trigger()
    assert got == ["7"]
    assert window.current_page.asked == ["refresh", "undo"]


def test_ctrl_f_is_the_pages_own(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.current_page.asked[-1] == "filter"


def test_a_question_mark_can_be_typed_and_is_a_key_elsewhere(window, qtbot):
    got: list[Any] = []
    window.command.connect(got.append)
    line = window.quick.focus_order()[0]
    line.setFocus()
    qtbot.keyClick(line, "?")
    assert (line.text(), got) == ("?", [])
    window.current_page.first.setFocus()
    qtbot.keyClick(window.current_page.first, "?")
    assert got == [Command.KEYS]


def test_an_alarm_takes_neither_focus_nor_typing(window, qtbot):
    line = window.quick.focus_order()[0]
    line.setFocus()
    line.insert("正在记")
    window.show_frame(FrameView(header=header(), alarms=busy()))
    assert line.hasFocus()
    assert line.text() == "正在记"
    assert window.isActiveWindow()


def test_tab_goes_from_the_page_to_the_entry_the_alarms_the_header_the_navigation(window, qtbot):
    window.show_frame(FrameView(header=header(), alarms=busy()))
    parts = [window.current_page, window.quick, window.alarms, window.header, window.navigation]
    window.current_page.first.setFocus()
    visited: list[Any] = []
    for _ in range(40):
        here = part_of(window.focusWidget(), parts)
        if not visited or visited[-1] is not here:
            visited.append(here)
        window.focusNextChild()
    assert visited[:5] == parts


def part_of(widget: QWidget, parts: list[QWidget]) -> QWidget | None:
    return next((part for part in parts if part.isAncestorOf(widget)), None)


def test_small_screens_take_the_narrow_frame(window, qtbot):
    window.resize(1600, 900)
    window.grab()
    assert (window.navigation.width(), window.alarms.width()) == (152, 336)
    window.resize(1366, 768)
    window.grab()
    assert (window.navigation.width(), window.alarms.width()) == (72, 312)


def test_a_stopped_guard_shows_bar_and_frame_until_it_is_back(window):
    fault = FaultView("守护停止 1 分 12 秒", "仍可用：日志")
    status = FrameStatus(items=(StatusItem("守护停止", Health.FAULT, "05:31"),), fault=fault)
    window.show_status(status)
    assert window.fault_bar.isVisible()
    assert window.centralWidget().contentsMargins().left() == 6
    window.show_status(FrameStatus())
    assert not window.fault_bar.isVisible()
    assert window.centralWidget().contentsMargins().left() == 0


def test_muted_sound_is_never_forgotten(window):
    got: list[Any] = []
    window.command.connect(got.append)
    window.show_status(FrameStatus(mute=MuteView("李敏", at(5, 30), at(5, 40))))
    assert window.mute_bar.isVisible()
    words = " ".join(label.text() for label in window.mute_bar.findChildren(QLabel))
    assert [part in words for part in ("李敏", "05:30", "05:40")] == [True] * 3
    window.mute_bar.focus_order()[0].click()
    assert got == [Command.UNMUTE]


def test_one_key_mutes_and_brings_the_sound_back(window, qtbot):
    got: list[Any] = []
    minutes: list[int] = []
    window.command.connect(got.append)
    window.alarms.mute_asked.connect(minutes.append)
    qtbot.keyClick(window, Qt.Key.Key_M, Qt.KeyboardModifier.AltModifier)
    assert (minutes, got) == ([5], [])
    window.show_status(FrameStatus(mute=MuteView("李敏", at(5, 30), at(5, 35))))
    qtbot.keyClick(window, Qt.Key.Key_M, Qt.KeyboardModifier.AltModifier)
    assert (minutes, got) == ([5], [Command.UNMUTE])
    window.show_status(FrameStatus(no_sound=True))
    qtbot.keyClick(window, Qt.Key.Key_M, Qt.KeyboardModifier.AltModifier)
    assert minutes == [5, 5]


def test_the_mute_button_names_its_key(window):
    tips = [button.toolTip() for button in window.alarms.findChildren(QPushButton)]
    assert any("Alt+M for 5 minutes" in tip for tip in tips)


def test_a_mute_hides_no_missing_device_and_promises_no_sound(window):
    mute = MuteView("李敏", at(5, 30), at(5, 40))
    window.show_status(FrameStatus(mute=mute, no_sound=True))
    words = " ".join(label.text() for label in window.mute_bar.findChildren(QLabel))
    assert "No sound device" in words
    assert "李敏" in words
    assert "brings the sound back" not in words


def test_counts_are_told_to_a_screen_reader(window):
    window.show_frame(FrameView(counts={"log": PageCount(3, overdue=True)}))
    assert [item.accessibleName() for item in window.navigation.focus_order()] == ["desk", "log 3"]


def test_a_phone_number_is_copied_from_the_header(window, qtbot, dressed):
    window.show_frame(FrameView(header=header()))
    leader = window.header.focus_order()[0]
    leader.setFocus()
    qtbot.keyClick(leader, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert dressed.clipboard().text() == "19900000001"
    asked: list[Any] = []
    window.header.person_asked.connect(asked.append)
    qtbot.keyClick(leader, Qt.Key.Key_Return)
    assert [person.name for person in asked] == ["王建国"]


def test_a_page_without_a_desk_stands_without_its_frame(window, bus):
    class Opening(CountingPage):
        bare = True

    window.show_alone(Opening(bus, "opening"))
    parts = (window.header, window.navigation, window.alarms, window.quick, window.status)
    assert not any(part.isVisible() for part in parts)
    window.show_page("desk")
    assert all(part.isVisible() for part in parts)


def test_a_page_begins_where_its_work_is(window, bus):
    class Listed(CountingPage):
        def __init__(self, bus, name: str) -> None:
            super().__init__(bus, name)
            self.start = QPushButton("list")
            self.body.addWidget(self.start)

    page, empty = Listed(bus, "listed"), Listed(bus, "empty")
    empty.start.hide()
    window.show_alone(page)
    assert window.focusWidget() is page.start
    window.show_alone(empty)
    assert window.focusWidget() is empty.first


def test_a_name_as_long_as_a_name_may_be_leaves_room_for_the_others(window):
    long = "东河省临江市云川区化工园区管理委员会安全生产综合监督管理与应急值守办公室第三值班小组"
    shown = header()
    people = tuple(replace(one, name=long) for one in shown.people)
    signed_in = SignedIn(long)
    window.resize(1366, 768)
    window.show()
    window.header.show_header(replace(shown, people=people, signed_in=signed_in), at(5, 33))
    window.header.layout().activate()
    parts = [part for part in window.header.focus_order() if part.isVisible()]
    assert all(part.geometry().right() <= 1366 for part in parts)
    assert long in parts[0].toolTip()
    assert not [line for line in clipped(window.header) if f"'{long}'" in line and "Label" in line]
