"""A wish such as "remind me at 04:00" is written, seen in the list, and taken back by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from shiboken6 import isValid

from safetydesk.domain.note_time import EXAMPLES
from safetydesk.ui.commands import KEYS, Command
from safetydesk.ui.dialogs.own_notes import OwnNotesDialog
from safetydesk.ui.session import Session
from safetydesk.ui.widgets.plain import PlainLabel
from safetydesk.ui.widgets.row_table import RowTable
from safetydesk.ui.wording import Wording
from tests.helpers.demo_desk import demo_desk
from tests.helpers.leaks import freed_on_close

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(tmp_path):
    with demo_desk(tmp_path) as made:
        yield made


@pytest.fixture
def session(desk):
    made = Session()
    made.sign_in(desk.people.actor(desk.people.named("黄志强").id))
    return made


@pytest.fixture
def build(desk, session, bus):
    def make() -> OwnNotesDialog:
        return OwnNotesDialog(
            routines=desk.routines,
            session=session,
            bus=bus,
            clock=desk.clock,
            wording=Wording(),
        )

    return make


@pytest.fixture
def dialog(qtbot, build):
    made = build()
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    if isValid(made):
        made.close()


def field(dialog, name):
    return next(w for w in dialog.findChildren(QLineEdit) if w.accessibleName() == name)


def words(dialog):
    return [label.text() for label in dialog.findChildren(PlainLabel)]


def test_a_note_is_kept_by_keys_alone_and_stands_in_the_rest_of_the_shift(dialog, desk, qtbot):
    assert dialog.focusWidget() is field(dialog, "Remind me of")
    field(dialog, "Remind me of").insert("叫醒司机")
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClicks(dialog.focusWidget(), "04:00")
    assert "10月7日 星期二 04:00　in 19 小时 20 分" in words(dialog)
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return, CTRL)
    (kept,) = desk.routines.kept()
    assert (kept.title, f"{kept.at.astimezone(Wording().zone):%m-%d %H:%M}") == (
        "叫醒司机",
        "10-07 04:00",
    )
    assert kept.entered_by == "黄志强"
    assert dialog.findChild(RowTable).row_count() == 1
    assert field(dialog, "Remind me of").text() == ""
    ahead = desk.reminders.upcoming(desk.clock.now(), hours=24)
    assert "叫醒司机" in [one.title for one in ahead]


def test_what_says_no_time_is_told_while_it_is_typed_and_refused(dialog, desk, qtbot):
    field(dialog, "Remind me of").setText("叫醒司机")
    when = field(dialog, "At")
    qtbot.keyClicks(when, "25:00")
    assert "Not understood as a time yet" in words(dialog)
    qtbot.keyClick(when, Qt.Key.Key_Return, CTRL)
    assert f"Write the time as one of these: {EXAMPLES}." in words(dialog)
    assert desk.routines.kept() == []
    assert (when.text(), field(dialog, "Remind me of").text()) == ("25:00", "叫醒司机")
    dialog.words_kept()


def test_a_note_that_is_due_says_so_and_is_taken_back_with_delete(dialog, desk, qtbot):
    actor = dialog._session.require()
    desk.routines.remind(actor, "叫醒司机", desk.clock.now().replace(hour=1))
    desk.clock.advance(hours=1)
    dialog._show()
    table = dialog.findChild(RowTable)
    assert table.row_at(0).is_due
    assert table.model().index(0, 0).data() == "09:40 due"
    table.setFocus()
    table.selectRow(0)
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert desk.routines.kept() == []
    assert table.row_count() == 0


def test_enter_on_a_note_that_is_due_asks_to_close_it_and_on_one_to_come_does_nothing(
    dialog, desk, qtbot
):
    asked: list[str] = []
    dialog.close_asked.connect(asked.append)
    actor = dialog._session.require()
    number = desk.routines.remind(actor, "叫醒司机", desk.clock.now().replace(hour=1)).value
    dialog._show()
    table = dialog.findChild(RowTable)
    table.setFocus()
    table.selectRow(0)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert asked == []
    desk.clock.advance(hours=1)
    dialog._show()
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert asked == [f"note:{number}"]


def test_a_note_that_was_closed_is_no_longer_kept(desk, session):
    actor = session.require()
    desk.shifts.open_first(actor)
    number = desk.routines.remind(actor, "叫醒司机", desk.clock.now().replace(hour=1)).value
    desk.clock.advance(hours=1)
    desk.reminders.raise_due()
    desk.reminders.close(actor, f"note:{number}", "已叫醒")
    assert desk.routines.kept() == []


def test_the_key_of_own_notes_is_the_one_that_people_are_told():
    assert KEYS[Command.OWN_NOTES] == "Ctrl+Shift+N"


def test_the_dialog_is_freed_when_it_is_closed(build, qtbot):
    assert freed_on_close(build)
