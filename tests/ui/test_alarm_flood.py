"""A flood of alarms on screen: the gravest at once, the others in turns, none hidden."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from safetydesk.services.views_frame import AlarmListView
from safetydesk.ui.alarm_list import PAGE, AlarmList
from safetydesk.ui.alarm_panel import AlarmPanel
from safetydesk.ui.widgets.alarm_row import AlarmRow
from safetydesk.ui.widgets.key_cap import KeyButton
from tests.ui.samples import alarm, at

ALL = 500


@pytest.fixture
def panel(qtbot):
    made = AlarmPanel()
    qtbot.addWidget(made)
    made.resize(336, 700)
    made.show()
    qtbot.waitExposed(made)
    yield made
    show(made)


def show(panel: AlarmPanel, *alarms) -> None:
    panel.show_alarms(AlarmListView(alarms=alarms), at(5, 33))


def listed(panel: AlarmPanel) -> AlarmList:
    (found,) = panel.findChildren(AlarmList)
    return found


def keys(panel: AlarmPanel) -> list[str]:
    """The alarms that stand in rows, from the top."""
    column: list[QWidget] = listed(panel).focus_order()
    owners = dict.fromkeys(button.parent() for button in column)
    return [owner.key for owner in owners if isinstance(owner, AlarmRow)]


def rest(panel: AlarmPanel) -> KeyButton:
    (found,) = [b for b in listed(panel).children() if isinstance(b, KeyButton)]
    return found


FLOOD = tuple(alarm(str(n), 1 if n == 0 else 3, at(5, 30)) for n in range(ALL))


def test_of_a_flood_the_gravest_stands_at_once_and_the_others_come_in_turns(panel, qtbot):
    show(panel, *FLOOD)
    assert keys(panel) == ["0"]
    qtbot.waitUntil(lambda: len(keys(panel)) == PAGE)
    assert keys(panel) == [a.key for a in FLOOD[:PAGE]]


def test_a_button_says_how_many_more_there_are_and_shows_them(panel, qtbot):
    show(panel, *FLOOD)
    qtbot.waitUntil(lambda: len(keys(panel)) == PAGE)
    assert rest(panel).isVisible()
    assert str(ALL - PAGE) in rest(panel).text()
    rest(panel).setFocus()
    qtbot.keyClick(rest(panel), " ")
    qtbot.waitUntil(lambda: len(keys(panel)) == 2 * PAGE)
    assert str(ALL - 2 * PAGE) in rest(panel).text()


def test_what_is_acknowledged_makes_room_for_what_comes_next(panel, qtbot):
    show(panel, *FLOOD)
    qtbot.waitUntil(lambda: len(keys(panel)) == PAGE)
    show(panel, *FLOOD[5:])
    assert keys(panel) == [a.key for a in FLOOD[5 : PAGE + 5]]


def test_a_row_under_the_hand_stays_though_graver_ones_come(panel, qtbot):
    show(panel, *FLOOD[400:410])
    panel.activateWindow()
    qtbot.waitActive(panel)
    row = next(r for r in panel.findChildren(AlarmRow) if r.key == "405")
    row.buttons()[0].setFocus()
    show(panel, *FLOOD[:200], *FLOOD[400:410])
    assert "405" in keys(panel)


def test_when_the_flood_is_over_no_button_is_left(panel, qtbot):
    show(panel, *FLOOD)
    show(panel, *FLOOD[:4])
    assert keys(panel) == ["0", "1", "2", "3"]
    assert not rest(panel).isVisible()
