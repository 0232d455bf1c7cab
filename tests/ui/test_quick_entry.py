"""One line logs what happened, keeps what was typed, and offers to take it back."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt, QTime
from PySide6.QtWidgets import QPushButton

from safetydesk.services.views_frame import QuickEntryView
from safetydesk.ui.quick_entry import EntryDraft, EntrySubmitted, QuickEntry
from safetydesk.ui.widgets.plain import PlainLabel
from tests.ui.samples import at

KINDS = ("来电", "现场反馈")


@pytest.fixture
def line(qtbot, night):
    made = QuickEntry()
    qtbot.addWidget(made)
    made.show_entry(QuickEntryView(kinds=KINDS, kind="现场反馈"))
    made.resize(1200, 48)
    made.show()
    qtbot.waitExposed(made)
    made.take_focus()
    made.tick(night.now())
    return made


@pytest.fixture
def text(line):
    return line.focus_order()[0]


def collected(signal) -> list[Any]:
    got: list[Any] = []
    signal.connect(got.append)
    return got


def test_enter_logs_at_the_present_time(line, text, qtbot, night):
    got = collected(line.submitted)
    text.insert("伤员 6 人均已送医")
    qtbot.keyClick(text, Qt.Key.Key_Return)
    assert got == [EntrySubmitted(night.now(), "现场反馈", "伤员 6 人均已送医", False)]


def test_ctrl_enter_also_assigns(line, text, qtbot):
    got = collected(line.submitted)
    qtbot.keyClicks(text, "x")
    qtbot.keyClick(text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [entry.also_assign for entry in got] == [True]


def test_an_empty_line_is_not_logged(line, text, qtbot):
    got = collected(line.submitted)
    qtbot.keyClicks(text, "   ")
    qtbot.keyClick(text, Qt.Key.Key_Return)
    assert got == []


def test_a_time_set_by_hand_is_the_last_time_it_was_so(line, text, qtbot):
    got = collected(line.submitted)
    line.focus_order()[2].setTime(QTime(23, 50))
    qtbot.keyClicks(text, "x")
    qtbot.keyClick(text, Qt.Key.Key_Return)
    assert got[0].event_at == at(-1, 50)


def test_the_time_follows_the_clock_until_it_is_set_by_hand(line, night):
    edit = line.focus_order()[2]
    line.tick(night.advance(minutes=2))
    assert edit.time() == QTime(5, 35)
    edit.setTime(QTime(3, 20))
    line.tick(night.advance(minutes=2))
    assert edit.time() == QTime(3, 20)


def test_the_text_stays_until_the_entry_is_in_the_log(line, text, qtbot, night):
    qtbot.keyClicks(text, "x")
    qtbot.keyClick(text, Qt.Key.Key_Return)
    assert text.text() == "x"
    line.show_problem("数据库暂不能用")
    assert text.text() == "x"
    line.show_receipt("42", "已记", night.now())
    assert text.text() == ""


def test_the_last_entry_can_be_undone_for_ten_seconds(line, night):
    got = collected(line.undo_asked)
    line.show_receipt("42", "已记", night.now())
    line.tick(night.advance(seconds=9))
    assert line.can_undo
    line.undo()
    line.undo()
    assert got == ["42"]
    line.show_receipt("43", "已记", night.now())
    line.tick(night.advance(seconds=10))
    assert not line.can_undo


def test_what_is_typed_becomes_a_draft_after_a_short_rest(line, text, qtbot):
    with qtbot.waitSignal(line.draft_changed, timeout=2_000) as drafted:
        qtbot.keyClicks(text, "just in")
    assert drafted.args == [EntryDraft("现场反馈", "just in")]


def test_a_kept_draft_comes_back_but_never_over_typing(line, text, qtbot):
    line.show_entry(QuickEntryView(kinds=KINDS, kind="来电", draft="旧稿"))
    assert text.text() == "旧稿"
    text.insert("新")
    line.show_entry(QuickEntryView(kinds=KINDS, kind="来电", draft="别的"))
    assert text.text() == "旧稿新"


def test_every_control_has_a_name(line):
    unnamed = [
        widget.objectName()
        for widget in line.focus_order()
        if not widget.accessibleName() and not isinstance(widget, QPushButton | PlainLabel)
    ]
    assert unnamed == []
