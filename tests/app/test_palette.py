"""Ctrl+K finds pages, acts, people, incidents and log lines, and Enter opens the one chosen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from safetydesk.ui.dialogs.new_incident import NewIncidentDialog
from safetydesk.ui.dialogs.palette import Palette
from safetydesk.ui.pages.contacts import ContactsPage
from safetydesk.ui.pages.incident import IncidentPage
from safetydesk.ui.pages.log import LogPage
from tests.helpers.hands.fingers import CTRL, at_front, press, shown


@pytest.fixture
def look(work):
    def looked(words: str) -> Palette:
        press(at_front(work.window), Qt.Key.Key_K, CTRL)
        palette = shown(Palette)
        palette.line.setText(words)
        return palette

    return looked


def enter(work, qtbot, palette: Palette) -> None:
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    work.settle()


def test_enter_opens_a_page_before_the_pause_of_typing_is_over(work, look, qtbot):
    enter(work, qtbot, look("通讯录"))
    assert isinstance(work.window.current_page, ContactsPage)


def test_an_act_is_found_by_the_first_letters_of_its_sounds(work, look, qtbot):
    enter(work, qtbot, look("xjsj"))
    assert work.window.findChild(NewIncidentDialog).isVisible()


def test_an_incident_is_opened(work, look, qtbot):
    enter(work, qtbot, look("反应釜爆炸"))
    assert isinstance(work.window.current_page, IncidentPage)


def test_a_line_of_the_log_is_gone_to_by_the_arrows(work, look, qtbot):
    palette = look("危桥")
    palette._look()
    kinds = [palette.table.row_at(row).kind for row in range(palette.table.row_count())]
    for _ in range(kinds.index("日志")):
        qtbot.keyClick(palette.line, Qt.Key.Key_Down)
    enter(work, qtbot, palette)
    assert isinstance(work.window.current_page, LogPage)


def test_a_person_is_shown_in_the_directory(work, look, qtbot):
    palette = look("黄志强")
    palette._look()
    assert palette.table.current().kind == "人员"
    enter(work, qtbot, palette)
    assert isinstance(work.window.current_page, ContactsPage)


def test_nothing_found_is_said_and_enter_does_nothing(work, look, qtbot):
    palette = look("没有这样的词")
    before = work.window.current_page
    enter(work, qtbot, palette)
    assert palette._none.isVisible()
    assert work.window.current_page is before


def test_without_words_every_page_and_act_is_offered(look):
    palette = look("")
    assert {palette.table.row_at(row).kind for row in range(palette.table.row_count())} == {
        "页面",
        "操作",
    }


def test_a_page_of_the_supervisors_is_named_as_such_and_not_opened(work, look, qtbot):
    palette = look("设置")
    palette._look()
    found = palette.table.current()
    assert (found.title, found.detail, found.withheld) == ("设置", "由管理员设置", True)
    before = work.window.current_page
    enter(work, qtbot, palette)
    assert work.window.current_page is before
    words = [label.text() for label in work.window.status.findChildren(QLabel)]
    assert "设置：由管理员设置" in words


def test_pressed_again_it_is_the_same_window(work, look):
    assert look("危桥") is look("")


def test_enter_twice_opens_once(work, look, qtbot):
    palette = look("xjsj")
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    palette._on_enter()
    work.settle()
    assert len([d for d in work.window.findChildren(NewIncidentDialog) if d.isVisible()]) == 1
