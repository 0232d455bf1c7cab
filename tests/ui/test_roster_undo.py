"""Ctrl+Z on the roster page takes the acts made there back one by one, a whole draft as one."""

# ruff: noqa: F811 - the fixtures of another module are arguments here

from __future__ import annotations

from PySide6.QtCore import Qt

from safetydesk.ui.widgets.undo_bar import UndoBar
from tests.ui.test_roster_draft import CTRL, dialog  # noqa: F401 - a fixture
from tests.ui.test_roster_draft import press as press_in_draft
from tests.ui.test_roster_page import (  # noqa: F401 - fixtures
    desk,
    page,
    press,
    session,
    table,
)


def planned(desk, month):
    days = desk.duty.month(2025, month).days
    return sum(len(people) for row in days for people in row.cells)


def test_a_draft_that_was_just_applied_is_taken_back_whole(page, dialog, desk, qtbot):
    before = planned(desk, 11)
    dialog.applied.connect(page.acts.drafted)
    press_in_draft(qtbot, dialog, Qt.Key.Key_Return, CTRL)
    assert planned(desk, 11) > before
    assert page.findChild(UndoBar).text()
    page.undo()
    assert planned(desk, 11) == before


def test_acts_are_taken_back_one_after_the_other_the_last_one_first(page, table, qtbot):
    names = []
    for row in (9, 10):
        table.select(row, 2)
        names.append(table.current().names)
        press(qtbot, page, Qt.Key.Key_Delete)
        qtbot.waitUntil(lambda: not table.current().people)

    def shown():
        return [table.cells.cell(row, 2).names for row in (9, 10)]

    page.undo()
    qtbot.waitUntil(lambda: shown() == ["", names[1]])
    page.undo()
    qtbot.waitUntil(lambda: shown() == names)
    page.undo()
    assert shown() == names
