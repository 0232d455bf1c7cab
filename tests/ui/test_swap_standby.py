"""A swap that empties the standby post says so, and somebody else stands by instead."""

# ruff: noqa: F811 - the fixtures of another module are arguments here

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt

from safetydesk.ui.dialogs.swap import SwapDialog
from safetydesk.ui.widgets.standby_choice import StandbyChoice
from tests.ui.test_roster_documents import (  # noqa: F401 - fixtures
    CTRL,
    ask,
    at,
    desk,
    line,
    on,
    opened,
    session,
    sign,
)


def standing_by(desk, day):
    return [view.name for view in desk.duty.who(at(day)) if view.post == "standby"]


def test_recorded_as_agreed_it_names_who_leaves_and_who_stands_by_instead(line, desk, qtbot):
    (taker,) = standing_by(desk, 12)
    person, _ = on(desk, 12)
    line._cell = lambda: (date(2025, 10, 12), "primary", person)
    dialog = ask(line, qtbot, taker)
    choice = dialog.findChild(StandbyChoice)
    assert not choice.isVisible()
    dialog._agreed.click()
    qtbot.keyClick(dialog._taker, Qt.Key.Key_Return)
    assert choice.isVisible()
    assert taker in choice._words.text()
    proposed = choice._who.currentText().split(" ")[0]
    qtbot.keyClick(dialog._reason, Qt.Key.Key_Return, CTRL)
    assert not dialog.isVisible(), dialog._problem.text()
    assert on(desk, 12)[1] == taker
    assert standing_by(desk, 12) == [proposed]


def test_whoever_approves_sees_it_and_may_leave_the_post_empty(line, desk, session, qtbot):
    (taker,) = standing_by(desk, 12)
    person, _ = on(desk, 12)
    line._cell = lambda: (date(2025, 10, 12), "primary", person)
    dialog = ask(line, qtbot, taker)
    qtbot.keyClick(dialog._reason, Qt.Key.Key_Return, CTRL)
    swap = desk.swaps.current(session.require())[0]
    desk.swaps.consent(session.require(), swap.id)
    sign(session, desk, "曾慧")
    line.open_swaps()
    swaps = opened(SwapDialog)
    choice = swaps.findChild(StandbyChoice)
    assert choice.isVisible()
    choice._who.setFocus()
    qtbot.keyClick(choice._who, Qt.Key.Key_End)
    assert choice.chosen() is None
    swaps._table.setFocus()
    qtbot.keyClick(swaps._table, Qt.Key.Key_Return)
    assert on(desk, 12)[1] == taker
    assert standing_by(desk, 12) == []
    assert not choice.isVisible()
    swaps.reject()
