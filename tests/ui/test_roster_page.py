"""The month is walked through by keys, gaps are numbered, changes are written and taken back."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit

from safetydesk.services.sheets import RosterForm
from safetydesk.services.views_duty import DayRow, MonthView
from safetydesk.ui.dialogs.duty_change import DutyChange
from safetydesk.ui.dialogs.import_preview import ImportPreview
from safetydesk.ui.models.month import MonthModel
from safetydesk.ui.pages.roster import RosterAsked, RosterPage
from safetydesk.ui.session import Session
from safetydesk.ui.widgets.month_table import MonthTable
from safetydesk.ui.widgets.segment import Segment
from safetydesk.ui.widgets.undo_bar import UndoBar
from safetydesk.ui.wording import SITE, Wording
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
    made.sign_in(desk.people.actor(desk.people.named("王伟").id))
    return made


@pytest.fixture
def page(qtbot, desk, session, bus, tasks):
    made = RosterPage(
        duty=desk.duty,
        people=desk.people,
        session=session,
        bus=bus,
        clock=desk.clock,
        wording=Wording(),
        tasks=tasks,
    )
    qtbot.addWidget(made)
    made.resize(1080, 700)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def table(page):
    return page.findChild(MonthTable)


def press(qtbot, page, *keys):
    for key in keys:
        qtbot.keyClick(page.focusWidget(), key)


def on_post(desk, post, at=None):
    return [view.name for view in desk.duty.who(at) if view.post == post]


def test_the_arrows_walk_from_one_half_into_the_other(page, table, qtbot):
    table.select(15, 5)
    press(qtbot, page, Qt.Key.Key_Down)
    assert (table.current().row.day, table.current().post) == (date(2025, 10, 17), "driver")
    press(qtbot, page, Qt.Key.Key_Up)
    table.select(2, 5)
    press(qtbot, page, Qt.Key.Key_Right)
    assert (table.current().row.day, table.current().post) == (date(2025, 10, 19), "leader")
    press(qtbot, page, Qt.Key.Key_Left)
    assert (table.current().row.day, table.current().post) == (date(2025, 10, 3), "driver")


def test_the_arrows_stop_at_the_edges(page, table, qtbot):
    table.select(0, 1)
    press(qtbot, page, Qt.Key.Key_Up, Qt.Key.Key_Left)
    assert table.current().row.day == date(2025, 10, 1)
    table.select(30, 5)
    press(qtbot, page, Qt.Key.Key_Down, Qt.Key.Key_Right)
    assert table.current().row.day == date(2025, 10, 31)


def test_the_whole_day_of_a_cell_is_told_in_words(page, table):
    table.select(5, 2)
    text = page._day.text()
    assert "10月6日" in text
    assert "黄志强" in text
    assert "徐丽华 何佳" in text


def test_page_keys_turn_the_month_and_an_empty_one_says_what_to_do(page, table, qtbot):
    table.select(0, 1)
    press(qtbot, page, Qt.Key.Key_PageDown)
    assert page._name.text() == "11/2025"
    assert page._stack.currentIndex() == 1
    assert table.gaps == ()
    page._turn(-1)
    assert page._stack.currentIndex() == 0


def test_gaps_are_numbered_by_day_and_lead_to_their_cells(page, table):
    gaps = table.gaps
    assert [gap.number for gap in gaps] == list(range(1, len(gaps) + 1))
    assert [gap.day for gap in gaps] == sorted(gap.day for gap in gaps)
    page._side.gap_picked.emit(gaps[2])
    assert (table.current().row.day, table.current().post) == (gaps[2].day, gaps[2].post)
    assert table.current().gap == 3


def test_a_gap_of_a_planned_month_is_shown_even_where_the_rest_is_full(dressed):
    row = DayRow(date(2025, 10, 1), "workday", "", False, ((), ()), frozenset({"primary"}))
    month = MonthView(2025, 10, (("primary", "主班"), ("deputy", "副班")), (row,), ())
    model = MonthModel()
    model.show_month(month, date(2025, 10, 1))
    assert model.gaps == ()


def test_who_is_on_duty_now_is_listed_with_phones(page):
    people = page._side._people
    shown = [people.model().index(row, 1).data() for row in range(people.row_count())]
    assert shown[:2] == ["曾慧", "黄志强"]
    assert people.model().index(1, 2).data() == "19900000018"


def dialog_of(page, qtbot):
    dialog = page.findChild(DutyChange)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def replace_primary(page, table, qtbot, name):
    table.select(5, 2)
    press(qtbot, page, Qt.Key.Key_Return)
    dialog = dialog_of(page, qtbot)
    assert dialog.findChild(QComboBox, "out_combo").currentText() == "黄志强"
    stand_in = dialog.findChild(QLineEdit, "in_edit")
    stand_in.setText(name)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    return dialog


def test_enter_replaces_the_person_of_a_cell_and_ctrl_z_takes_it_back(page, table, desk, qtbot):
    replace_primary(page, table, qtbot, "高翔")
    assert on_post(desk, "primary") == ["高翔"]
    qtbot.waitUntil(lambda: table.current().changed)
    page.undo()
    assert on_post(desk, "primary") == ["黄志强"]
    assert page.findChild(UndoBar).text()


def test_a_stand_in_from_the_standby_leaves_that_post_and_both_go_back(page, table, desk, qtbot):
    (standby,) = on_post(desk, "standby")
    replace_primary(page, table, qtbot, standby)
    assert on_post(desk, "primary") == [standby]
    assert on_post(desk, "standby") == []
    page.undo()
    assert on_post(desk, "primary") == ["黄志强"]
    assert on_post(desk, "standby") == [standby]


def test_a_stranger_is_refused_and_what_was_typed_stays(page, table, desk, qtbot):
    dialog = replace_primary(page, table, qtbot, "赵无极")
    assert dialog.isVisible()
    assert dialog.findChild(QLabel, "problem_label").text()
    assert on_post(desk, "primary") == ["黄志强"]
    dialog.reject()


def test_releasing_somebody_needs_no_stand_in(page, table, desk, qtbot):
    table.select(5, 2)
    press(qtbot, page, Qt.Key.Key_Return)
    dialog = dialog_of(page, qtbot)
    dialog.findChild(Segment).choose("remove")
    dialog._show_kind()
    assert not dialog.findChild(QLineEdit, "in_edit").isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    assert on_post(desk, "primary") == []


def test_only_the_supervisor_is_offered_the_import(page, desk, session):
    assert page._import.isVisible()
    session.sign_in(desk.people.actor(desk.people.named("黄志强").id))
    assert not page._import.isVisible()
    assert not page._undo_import.isVisible()
    assert page._change.isVisible()


def test_an_import_is_taken_back_as_one_step(page, desk, qtbot):
    qtbot.mouseClick(page._undo_import, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page._stack.currentIndex() == 1)
    assert desk.duty.who() == []
    qtbot.mouseClick(page._undo_import, Qt.MouseButton.LeftButton)
    assert page.findChild(UndoBar).text()


def test_the_import_button_opens_the_preview(page, qtbot):
    qtbot.mouseClick(page._import, Qt.MouseButton.LeftButton)
    preview = page.findChild(ImportPreview)
    assert preview.isVisible()
    preview.reject()


def test_printing_asks_for_the_month_shown(page):
    got: list[object] = []
    page.print_asked.connect(got.append)
    page.print_shown()
    assert got == [RosterAsked(RosterForm.MONTH, date(2025, 10, 1))]


def test_the_dialog_is_freed_on_close(page, desk, session, bus):
    def build():
        made = DutyChange(
            duty=desk.duty,
            people=desk.people,
            session=session,
            bus=bus,
            zone=SITE,
            posts=(("primary", "主班"),),
            parent=page,
        )
        made.begin(date(2025, 10, 6), "primary")
        return made

    assert freed_on_close(build)
