"""The load of alarms is read from the real ledger, shown against the limits and given out."""

from __future__ import annotations

import csv
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from shiboken6 import isValid

from safetydesk.services.alarm_load import AlarmLoadService
from safetydesk.ui.dialogs.alarm_load import AlarmLoadDialog
from safetydesk.ui.file_asking import FileAsked
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.plain import PlainLabel
from safetydesk.ui.wording import Wording
from tests.helpers.demo_desk import demo_desk
from tests.helpers.leaks import freed_on_close

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(tmp_path):
    with demo_desk(tmp_path) as made:
        yield made


@pytest.fixture
def officer(desk):
    return desk.people.actor(desk.people.named("黄志强").id)


@pytest.fixture
def shift(desk, officer):
    """An open shift in which two reminders came and one was closed."""
    desk.shifts.open_first(officer)
    for minutes, title in ((5, "=叫醒司机"), (7, "看水位")):
        at = desk.clock.now() + timedelta(minutes=minutes)
        desk.routines.remind(officer, title, at)
    desk.clock.advance(minutes=10)
    desk.reminders.raise_due()
    desk.reminders.close(officer, "note:1", "已叫醒")
    return desk


@pytest.fixture
def build(desk, tasks):
    def make() -> AlarmLoadDialog:
        load = AlarmLoadService(desk.transactions)
        return AlarmLoadDialog(load=load, tasks=tasks, wording=Wording())

    return make


@pytest.fixture
def show(qtbot, build):
    made = []

    def shown():
        dialog = build()
        made.append(dialog)
        with qtbot.waitActive(dialog):
            dialog.show()
            dialog.activateWindow()
        return dialog

    yield shown
    for dialog in made:
        if isValid(dialog):
            dialog.close()


def words(dialog):
    return [label.text() for label in dialog.findChildren(PlainLabel)]


def test_the_shift_is_shown_against_the_limits_with_its_sources(shift, show):
    dialog = show()
    load = dialog._view.shifts[0].load
    titles = [one.title for one in dialog._view.sources]
    assert {"=叫醒司机", "看水位"} <= set(titles)
    assert load.raised >= 2
    assert load.standing == load.raised - 1
    assert any("limit 10" in text for text in words(dialog))
    assert dialog._shifts.model().index(0, 1).data() == str(load.raised)
    assert dialog._shifts.model().index(0, 6).data() == "within"


def test_an_office_without_a_shift_says_so_and_offers_no_file(show):
    dialog = show()
    assert "No shift has begun yet: there is nothing to count." in words(dialog)
    assert not dialog._out.isEnabled()


def test_the_numbers_are_given_out_as_a_file_that_runs_nothing(shift, show, qtbot, tmp_path):
    dialog = show()
    qtbot.keyClick(dialog, Qt.Key.Key_E, CTRL)
    (asked,) = dialog.findChildren(FileAsked)
    asked.close()
    dialog.write(str(tmp_path / "load"))
    rows = list(csv.reader((tmp_path / "load.csv").read_text("utf-8-sig").splitlines()))
    assert rows[0][:4] == ["班次", "起", "止", "提醒次数"]
    assert int(rows[1][3]) == dialog._view.shifts[0].load.raised
    assert "'=叫醒司机" in [row[0] for row in rows if row]
    assert "load.csv was written" in words(dialog)


def test_the_lines_of_the_shift_are_one_act_away(shift, show, qtbot):
    dialog = show()
    asked: list[int] = []
    dialog.log_asked.connect(lambda: asked.append(1))
    button = next(b for b in dialog.findChildren(KeyButton) if b.text() == "Lines of this shift")
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert asked == [1]


def test_the_window_is_freed_when_it_is_closed(build):
    assert freed_on_close(build)
