"""The alarm list keeps widgets, focus and order, and flashes only for what nobody has seen."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton

from safetydesk.services.views_frame import (
    AlarmAct,
    AlarmListView,
    FaultView,
    UpcomingView,
)
from safetydesk.ui.alarm_list import AlarmList
from safetydesk.ui.alarm_panel import AlarmPanel
from safetydesk.ui.widgets.alarm_row import SHELVE_MINUTES, AlarmIntent, AlarmRow
from safetydesk.ui.widgets.quiet_state import Quiet, QuietState
from safetydesk.ui.widgets.upcoming import UpcomingList
from tests.ui.samples import acknowledged, alarm, at, busy


@pytest.fixture
def panel(qtbot):
    made = AlarmPanel()
    qtbot.addWidget(made)
    made.resize(336, 700)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.show_alarms(AlarmListView(), at(5, 33))


def rows(panel: AlarmPanel) -> list[AlarmRow]:
    """The rows from the top, as the layout has them."""
    (listed,) = panel.findChildren(AlarmList)
    buttons = listed.focus_order()
    owners = [button.parent() for button in buttons]
    return list(dict.fromkeys(owner for owner in owners if isinstance(owner, AlarmRow)))


def show(panel: AlarmPanel, *alarms) -> None:
    panel.show_alarms(AlarmListView(alarms=alarms), at(5, 33))


def button(row: AlarmRow, text: str) -> QPushButton:
    return next(b for b in row.buttons() if b.text() == text)


def test_an_alarm_says_level_deadline_and_state_to_a_screen_reader(panel, night):
    panel.show_alarms(busy(), night.now())
    assert [row.accessibleName() for row in rows(panel)] == [
        "level one，续报（二），已超 3 分，05:30 前，not acknowledged",
        "level two，提醒b，还剩 11 分，05:45 前，李敏 05:31 acknowledged",
    ]


def test_refreshing_keeps_the_row_and_its_focus(panel, qtbot):
    show(panel, *busy().alarms)
    first = rows(panel)[0]
    respond = button(first, "已报送")
    respond.setFocus()
    show(panel, replace(busy().alarms[0], title="续报（三）"), busy().alarms[1])
    assert rows(panel)[0] is first
    assert respond.hasFocus()


def test_rows_do_not_change_places_while_the_focus_is_among_them(panel):
    low, high = acknowledged("low", 3, at(7, 0)), alarm("high", 1, at(6, 0))
    show(panel, low)
    rows(panel)[0].buttons()[0].setFocus()
    show(panel, high, low)
    assert [row.key for row in rows(panel)] == ["low", "high"]
    rows(panel)[0].buttons()[0].clearFocus()
    show(panel, high, low)
    assert [row.key for row in rows(panel)] == ["high", "low"]


def test_only_what_nobody_has_acknowledged_flashes(panel):
    show(panel, alarm("a", 1, at(5, 30)))
    assert panel.flashing
    show(panel, acknowledged("a", 1, at(5, 30)))
    assert not panel.flashing


def test_the_first_overdue_response_is_the_only_primary_button(panel):
    later = alarm("later", 2, at(6, 0), response="已反馈")
    show(panel, alarm("a", 1, at(5, 30)), alarm("b", 1, at(5, 31)), later)
    kinds = [row.buttons()[0].property("kind") for row in rows(panel)]
    assert [kind == "primary" for kind in kinds] == [True, False, False]


def test_each_button_asks_for_its_act(panel, qtbot):
    show(panel, *busy().alarms)
    asked: list[Any] = []
    panel.asked.connect(asked.append)
    first = rows(panel)[0]
    qtbot.mouseClick(button(first, "已报送"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button(first, "Acknowledge"), Qt.MouseButton.LeftButton)
    assert asked == [
        AlarmIntent("a", AlarmAct.RESPOND, level=1),
        AlarmIntent("a", AlarmAct.ACKNOWLEDGE, level=1),
    ]


def test_an_acknowledged_alarm_can_be_shelved_for_some_minutes(panel):
    show(panel, acknowledged("b", 2, at(5, 45)))
    asked: list[Any] = []
    panel.asked.connect(asked.append)
    (menu,) = (b.menu() for b in rows(panel)[0].buttons() if b.menu() is not None)
    menu.aboutToShow.emit()
    offers = {action.text(): action for action in menu.actions()}
    offers["Shelve for 10 minutes"].trigger()
    assert asked == [AlarmIntent("b", AlarmAct.SHELVE, 10, 2)]
    assert "Close with a reason…" not in offers


def test_the_shelve_button_offers_lengths_and_nothing_else(panel, qtbot):
    show(panel, acknowledged("b", 2, at(5, 45)))
    qtbot.mouseClick(button(rows(panel)[0], "Shelve…"), Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == [
        f"Shelve for {minutes} minutes" for minutes in SHELVE_MINUTES
    ]
    menu.close()


def test_silence_is_proved_or_distrusted(panel):
    panel.show_alarms(AlarmListView(checked_at=at(5, 33)), at(5, 33))
    quiet = panel.findChild(QuietState)
    said = [label.text() for label in quiet.children() if hasattr(label, "text")]
    assert said == ["No alarms now", "Last checked 05:33:00"]
    panel.show_fault(FaultView("守护停止"))
    said = [label.text() for label in quiet.children() if hasattr(label, "text")]
    assert said == ["Alarms may not sound", "Last checked 05:33:00 · watch the clock"]


def test_silence_does_not_pass_for_good_while_nobody_is_on_duty(panel):
    panel.show_alarms(AlarmListView(checked_at=at(5, 33), manned=False), at(5, 33))
    quiet = panel.findChild(QuietState)
    shown = [quiet.quiet]
    assert "Nobody is on duty" in quiet.findChildren(QLabel)[0].text()
    panel.show_alarms(AlarmListView(checked_at=at(5, 33)), at(5, 34))
    assert [*shown, quiet.quiet] == [Quiet.UNMANNED, Quiet.TRUSTED]


def test_what_comes_on_another_day_says_which(panel):
    later = (UpcomingView(at(20, 0), "交接准备", "李敏"), UpcomingView(at(30, 30), "零报告"))
    panel.show_alarms(AlarmListView(later=later), at(5, 33))
    (coming,) = [part for part in panel.findChildren(UpcomingList) if part.isVisible()]
    assert coming.accessibleName().splitlines()[1:] == ["20:00 交接准备 李敏", "23日 06:30 零报告"]
    panel.show_alarms(AlarmListView(later=later), at(24, 1))
    assert coming.accessibleName().splitlines()[1:] == [
        "22日 20:00 交接准备 李敏",
        "06:30 零报告",
    ]


def visible_texts(row: AlarmRow) -> set[str]:
    return {label.text() for label in row.findChildren(QLabel) if label.isVisible()}


def test_guidance_folds_on_small_screens_but_the_number_stays(panel):
    show(panel, *busy().alarms)
    assert {"王建国 19900000001", "先电话报市局。"} <= visible_texts(rows(panel)[0])
    panel.set_narrow(True)
    assert "王建国 19900000001" in visible_texts(rows(panel)[0])
    assert "先电话报市局。" not in visible_texts(rows(panel)[0])


def test_own_reminders_are_asked_for_by_a_key_and_not_from_a_locked_desk(panel, qtbot):
    asked: list[str] = []
    panel.note_asked.connect(lambda: asked.append("note"))
    panel.history_asked.connect(lambda: asked.append("history"))
    panel.shelved_asked.connect(lambda: asked.append("shelved"))
    buttons = [
        widget
        for widget in panel.focus_order()
        if isinstance(widget, QPushButton) and cast("QMenu | None", widget.menu()) is None
    ]
    leading = [b for b in buttons if b.text() != "Self-test"]
    panel.set_private(private=True)
    for pressed in leading:
        qtbot.keyClick(pressed, Qt.Key.Key_Space)
    assert asked == []
    panel.set_private(private=False)
    for pressed in leading:
        qtbot.keyClick(pressed, Qt.Key.Key_Space)
    assert asked == ["note", "shelved", "history"]


def test_an_acknowledgement_that_ran_out_says_who_gave_it_and_how_long_nothing_was_done(panel):
    seen = alarm("a", 1, at(5, 0), acknowledged_by="李敏", acknowledged_at=at(5, 13))
    show(panel, seen)
    (row,) = rows(panel)
    assert "李敏 acknowledged, not done for 20 分" in row.accessibleName()
    assert row.calls
