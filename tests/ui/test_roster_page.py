"""The month is walked through by keys, gaps are numbered, changes are written and taken back."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QLineEdit

from safetydesk.domain.duty_statistics import DutyKind, Rate
from safetydesk.services.duty_days import turn_of
from safetydesk.services.sheets import RosterForm
from safetydesk.services.views_duty import DraftTurn, RosterDraft
from safetydesk.ui.dialogs.duty_change import DutyChange
from safetydesk.ui.dialogs.duty_rates import DutyRates
from safetydesk.ui.dialogs.import_preview import ImportPreview
from safetydesk.ui.pages.roster import RosterAsked, RosterPage
from safetydesk.ui.session import Session
from safetydesk.ui.widgets.month_table import MonthTable
from safetydesk.ui.widgets.name_editor import NameEditor
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
        cells=desk.duty_cells,
        export=desk.duty_export,
        statistics=desk.duty_statistics,
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
    assert page._head.name.text() == "11/2025"
    assert page._stack.currentIndex() == 1
    assert table.gaps == ()
    page._turn(-1)
    assert page._stack.currentIndex() == 0


def test_gaps_are_numbered_by_day_and_lead_to_their_cells(page, table, qtbot):
    for row, column in ((20, 2), (12, 1), (12, 3)):
        table.select(row, column)
        press(qtbot, page, Qt.Key.Key_Delete)
        qtbot.waitUntil(lambda: not table.current().people)
    gaps = table.gaps
    assert [(gap.number, gap.day.day) for gap in gaps] == [(1, 13), (2, 13), (3, 21)]
    page._side.gap_picked.emit(gaps[2])
    assert (table.current().row.day, table.current().post) == (gaps[2].day, gaps[2].post)
    assert table.current().gap == 3


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
    assert page._head.import_sheet.isVisible()
    session.sign_in(desk.people.actor(desk.people.named("黄志强").id))
    assert not page._head.import_sheet.isVisible()
    assert not page._head.undo_import.isVisible()
    assert page._head.change.isVisible()


def test_an_import_is_taken_back_as_one_step(page, desk, qtbot):
    supervisor = desk.people.actor(desk.people.named("王伟").id)
    day = date(2025, 10, 6)
    turn = turn_of(day, desk.office())
    turns = (
        DraftTurn("primary", supervisor.person_id, "王伟", day, turn.start, turn.end, "表!B2"),
    )
    before = on_post(desk, "primary")
    desk.duty.apply(supervisor, RosterDraft("", turns, ()), file_name="x.csv", sha256="0" * 64)
    page._head.undo_import.trigger()
    assert on_post(desk, "primary") == before
    page._head.undo_import.trigger()
    assert page.findChild(UndoBar).text()


def test_the_import_button_opens_the_preview(page, qtbot):
    page._head.import_sheet.trigger()
    preview = page.findChild(ImportPreview)
    assert preview.isVisible()
    preview.reject()


def test_printing_asks_for_the_month_shown(page):
    got: list[object] = []
    page.print_asked.connect(got.append)
    page.print_shown()
    assert got == [RosterAsked(RosterForm.MONTH, date(2025, 10, 6))]


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


def type_into(qtbot, page, grid, text, key=Qt.Key.Key_Return):
    """Letters typed over a cell open its field; the key ends it."""
    grid.setFocus()
    page.activateWindow()
    qtbot.keyClicks(grid, text[0])
    field = page.findChild(NameEditor)
    assert field is not None
    qtbot.keyClicks(field, text[1:])
    qtbot.keyClick(field, key)
    return field


def half_of(table, row):
    return table._halves[row // 16]


def test_letters_typed_over_a_cell_name_somebody_by_sound(page, table, desk, qtbot):
    table.select(9, 2)
    type_into(qtbot, page, half_of(table, 9), "gx")
    qtbot.waitUntil(lambda: table.current().names == "高翔")
    assert table.current().changed
    page.undo()
    qtbot.waitUntil(lambda: table.current().names == "欧阳静")


def test_two_names_make_two_people_of_a_cell(page, table, qtbot):
    table.select(9, 3)
    type_into(qtbot, page, half_of(table, 9), "hzq hj")
    qtbot.waitUntil(lambda: table.current().names == "黄志强 何佳")


def test_esc_leaves_the_cell_as_it_was(page, table, qtbot):
    table.select(9, 2)
    type_into(qtbot, page, half_of(table, 9), "gx", Qt.Key.Key_Escape)
    assert table.current().names == "欧阳静"
    assert not table.current().changed


def test_letters_that_mean_nobody_are_refused_with_the_word(page, table, qtbot):
    table.select(9, 2)
    type_into(qtbot, page, half_of(table, 9), "qqq")
    qtbot.waitUntil(lambda: "qqq" in page.findChild(UndoBar).text())
    assert table.current().names == "欧阳静"


def test_ctrl_x_and_ctrl_v_exchange_two_cells_and_ctrl_z_takes_it_back(page, table, qtbot):
    table.select(9, 2)
    qtbot.keyClick(half_of(table, 9), Qt.Key.Key_X, CTRL)
    assert "Ctrl+V" in page.findChild(UndoBar).text()
    table.select(19, 2)
    before = table.current().names
    qtbot.keyClick(half_of(table, 19), Qt.Key.Key_V, CTRL)
    qtbot.waitUntil(lambda: table.current().names == "欧阳静")
    table.select(9, 2)
    assert table.current().names == before
    page.undo()
    assert table.current().names == "欧阳静"


def test_a_cell_dropped_on_another_exchanges_them(page, table, qtbot):
    cells = table.cells
    source, target = cells.index(9, 2), cells.index(10, 2)
    names = cells.cell_at(source).names, cells.cell_at(target).names
    data = cells.mimeData([source])
    assert not cells.dropMimeData(data, Qt.DropAction.MoveAction, -1, -1, target)
    qtbot.waitUntil(lambda: cells.cell(9, 2).names == names[1])
    assert cells.cell(10, 2).names == names[0]


def test_days_that_are_over_are_not_edited(page, table, qtbot):
    cells = table.cells
    over, running = cells.index(4, 2), cells.index(5, 2)
    assert not cells.editable(over)
    assert cells.editable(running)
    table.select(4, 2)
    before = table.current().names
    press(qtbot, page, Qt.Key.Key_Delete)
    assert table.current().names == before


def test_who_may_not_change_duty_edits_no_cell(page, table, session, qtbot):
    session.sign_out()
    assert not table.cells.editable(table.cells.index(9, 2))


def test_the_week_shows_the_same_people_and_is_edited_alike(page, table, qtbot):
    table.select(8, 2)
    page._on_view("week")
    week = page._views.week
    assert page._head.name.text() == "10月6日 – 10月12日"
    week.select_day(date(2025, 10, 9), "primary")
    assert week.current().names == "高翔"
    type_into(qtbot, page, week, "hzq")
    qtbot.waitUntil(lambda: week.current().names == "黄志强")
    qtbot.keyClick(week, Qt.Key.Key_PageDown)
    assert page._head.name.text() == "10月13日 – 10月19日"
    page.print_asked.connect((got := []).append)
    page.print_shown()
    assert got == [RosterAsked(RosterForm.WEEK, date(2025, 10, 16))] or got[0].form == "week"


def test_the_year_begins_at_today_and_pages_by_months(page, table, qtbot):
    page._on_view("year")
    year = page._views.year
    assert year.current().row.day == date(2025, 10, 6)
    qtbot.keyClick(year, Qt.Key.Key_PageDown)
    assert year.current().row.day == date(2025, 11, 1)
    qtbot.keyClick(year, Qt.Key.Key_Home)
    assert year.current().row.day == date(2025, 10, 6)
    qtbot.keyClick(year, Qt.Key.Key_Down)
    assert year.current().row.day == date(2025, 10, 7)
    page._on_view("month")
    assert page._head.name.text() == "10/2025"


def test_the_roster_is_given_out_as_the_file_that_is_named(page, tmp_path, qtbot):
    page._head.asked.emit("file")
    dialog = page.findChild(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "十月.csv"))
    assert "黄志强" in (tmp_path / "十月.csv").read_text("utf-8-sig")
    assert "十月.csv" in page.findChild(UndoBar).text()
    dialog.reject()


def test_the_holiday_form_is_printed_for_the_day_selected(page, table, qtbot):
    got = []
    page.print_asked.connect(got.append)
    table.select(1, 2)
    page._head.asked.emit("holiday")
    assert got == [RosterAsked(RosterForm.HOLIDAY, date(2025, 10, 2))]


def test_counts_list_everybody_with_the_unsigned_told_apart(page, qtbot):
    page._on_view("statistics")
    rows = page._counts._table
    assert rows.row_count() == 30
    names = [rows.model().index(row, 0).data() for row in range(rows.row_count())]
    assert names[0] == "吕梁"
    assert page._head.name.text() == "10/2025"
    page._on_view("month")
    assert page._stack.currentIndex() == 0


def test_rates_are_entered_by_the_supervisor_and_kept(page, desk, qtbot):
    page._on_view("statistics")
    qtbot.mouseClick(page._counts._rates, Qt.MouseButton.LeftButton)
    dialog = page.findChild(DutyRates)
    dialog._fields[DutyKind.STATUTORY_DAY][0].setValue(300)
    dialog._fields[DutyKind.STATUTORY_NIGHT][1].setValue(0.5)
    dialog.save()
    assert desk.duty_statistics.rates() == {
        (DutyKind.STATUTORY_DAY, ""): Rate(30_000, 0),
        (DutyKind.STATUTORY_NIGHT, ""): Rate(0, 240),
    }
