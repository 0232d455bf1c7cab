"""Who comes and who leaves is recorded by keys, planned or not."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit

from safetydesk.ui.dialogs.presence import PresenceDialog
from safetydesk.ui.dialogs.presence_words import PresenceWords
from safetydesk.ui.models.presence_rows import Turn
from safetydesk.ui.session import Session
from safetydesk.ui.widgets.plain import PlainLabel
from safetydesk.ui.widgets.row_table import RowTable
from safetydesk.ui.wording import Wording
from tests.helpers.demo_desk import demo_desk
from tests.helpers.leaks import freed_on_close


@pytest.fixture
def desk(tmp_path):
    with demo_desk(tmp_path) as made:
        made.shifts.open_first(made.people.actor(made.people.named("黄志强").id))
        yield made


@pytest.fixture
def build(desk, bus):
    session = Session()
    session.sign_in(desk.people.actor(desk.people.named("黄志强").id))

    def make() -> PresenceDialog:
        return PresenceDialog(
            duty=desk.duty,
            shifts=desk.shifts,
            people=desk.people,
            session=session,
            bus=bus,
            clock=desk.clock,
            wording=Wording(),
        )

    return make


@pytest.fixture
def dialog(qtbot, build):
    made = build()
    with qtbot.waitExposed(made):
        made.open()
    yield made
    made.close()


@pytest.fixture
def table(dialog):
    return dialog.findChild(RowTable)


def select(table, name, turn=Turn.NOW):
    row = next(r for r in table.window()._rows if (r.name, r.turn) == (name, turn))
    assert table.select_key(row.key)


def here(desk):
    return {(desk.people.get(row.person_id).name, row.post) for row in desk.duty.present()}


def test_both_shifts_are_listed_and_the_first_who_has_not_come_is_selected(dialog, table):
    turns = {row.turn for row in dialog._rows}
    assert {Turn.NOW, Turn.NEXT} <= turns
    assert table.current().came is None


def test_enter_signs_in_and_goes_on_then_out(dialog, table, qtbot, desk):
    select(table, "黄志强")
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert ("黄志强", "primary") in here(desk)
    assert table.current().name != "黄志强"
    select(table, "黄志强")
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert ("黄志强", "primary") not in here(desk)
    assert table.current().left == desk.clock.now()


def test_the_time_may_be_another_one(dialog, table, qtbot, desk):
    select(table, "何佳")
    dialog._ui.time_check.click()
    came = datetime.fromisoformat("2025-10-06T08:21:00+08:00")
    dialog._ui.time_edit.setDateTime(dialog._ui.time_edit.dateTime().addSecs(-19 * 60))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert came in {row.checked_in_at for row in desk.duty.present()}


def test_somebody_who_is_not_planned_is_added_with_a_post(dialog, table, qtbot, desk):
    planned = {row.name for row in dialog._rows}
    other = next(p for p in desk.people.all() if p.name not in planned)
    dialog.findChild(QLineEdit, "name_edit").setText(other.name)
    combo = dialog.findChild(QComboBox, "post_combo")
    combo.setCurrentIndex(combo.findData("standby"))
    qtbot.keyClick(dialog.findChild(QLineEdit, "name_edit"), Qt.Key.Key_Return)
    assert (other.name, "standby") in here(desk)
    assert any(row.name == other.name and row.turn is Turn.UNPLANNED for row in dialog._rows)
    assert dialog.isVisible()


def test_a_name_nobody_has_is_refused_in_words(dialog, qtbot):
    edit = dialog.findChild(QLineEdit, "name_edit")
    edit.setText("无此人")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert any("Write the name" in label.text() for label in dialog.findChildren(PlainLabel))


def test_somebody_who_comes_back_is_one_row_with_the_reason(dialog, table, qtbot, desk):
    select(table, "黄志强")
    qtbot.keyClick(table, Qt.Key.Key_Return)
    desk.clock.to("2025-10-06T10:00:00+08:00")
    select(table, "黄志强")
    note = dialog.findChild(QLineEdit, "note_edit")
    note.setText("区委送件")
    qtbot.keyClick(note, Qt.Key.Key_Return)
    desk.clock.to("2025-10-06T10:40:00+08:00")
    select(table, "黄志强")
    qtbot.keyClick(table, Qt.Key.Key_Return)
    (row,) = [r for r in dialog._rows if (r.name, r.post) == ("黄志强", "primary")]
    assert row.is_here
    assert row.flag.endswith("离岗40分钟（区委送件）")
    assert note.text() == ""


def test_whoever_is_ten_minutes_late_did_not_come(dialog, table, desk):
    (row,) = [r for r in dialog._rows if (r.name, r.turn) == ("黄志强", Turn.NOW)]
    words = PresenceWords(desk.clock, Wording())
    assert words._state(row).text == "did not come"


def test_the_list_follows_what_another_desk_records(dialog, desk, bus):
    person = desk.people.named("何佳")
    actor = desk.people.actor(person.id)
    bus.publish(desk.duty.check_in(actor, person.id, "deputy").changes, None)
    assert next(row for row in dialog._rows if row.name == "何佳").is_here


def test_the_dialog_is_freed_when_it_closes(build, dressed):
    assert freed_on_close(build)


def test_a_shift_over_the_turn_of_a_month_fits_its_column(table):
    widest = "12月31日 08:30 — 11月10日 08:30"
    assert table.fontMetrics().horizontalAdvance(widest) <= table.columnWidth(3) - 16
