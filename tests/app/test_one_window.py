"""A key pressed twice brings the one window to the front; it never makes a second copy."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from safetydesk.ui.dialogs.handover import HandoverWindow
from safetydesk.ui.dialogs.new_incident import NewIncidentDialog
from safetydesk.ui.dialogs.own_notes import OwnNotesDialog
from safetydesk.ui.dialogs.page_help import PageHelp
from tests.helpers.hands.fingers import CTRL, NONE, at_front, press, shown

SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_f1_of_the_desk_explains_the_acts_on_an_alarm_and_the_guard(work):
    work.window.show_page("desk")
    press(at_front(work.window), Qt.Key.Key_F1)
    page = shown(PageHelp)
    words = [label.text() for label in page.findChildren(QLabel)]
    assert [term for term in ("静音", "确认", "搁置", "关闭", "守护") if term not in words] == []
    told = "".join(words)
    assert "15 分钟后仍未办" in told
    assert "按 Alt+M 静音 5 分钟" in told
    page.close()
    work.window.show_page("log")
    press(at_front(work.window), Qt.Key.Key_F1)
    page = shown(PageHelp)
    assert "搁置" not in [label.text() for label in page.findChildren(QLabel)]
    page.close()


def visible(kind):
    return [
        one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()
    ]


def test_f4_in_the_window_of_f4_makes_no_second_incident(work):
    press(at_front(work.window), Qt.Key.Key_F4)
    form = shown(NewIncidentDialog)
    press(at_front(form), Qt.Key.Key_F4)
    press(at_front(work.window), Qt.Key.Key_F4)
    work.settle()
    assert visible(NewIncidentDialog) == [form]


def test_other_windows_of_keys_open_once(work):
    for key, modifiers, kind in (
        (Qt.Key.Key_F8, NONE, HandoverWindow),
        (Qt.Key.Key_N, CTRL | SHIFT, OwnNotesDialog),
        (Qt.Key.Key_F1, NONE, PageHelp),
    ):
        for _ in range(2):
            press(at_front(work.window), key, modifiers)
            work.settle()
        assert len(visible(kind)) == 1
        visible(kind)[0].close()
