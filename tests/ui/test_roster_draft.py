"""Drafting by keys: a draft at once, why each person, turns fixed, the best searched, one act."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QListWidget

from safetydesk.domain.roster_draft import DraftOrigin
from safetydesk.services.roster_drafting import RosterDraftingService
from safetydesk.ui.dialogs.roster_draft import RosterDraftDialog
from safetydesk.ui.session import Session
from safetydesk.ui.tasks import TaskRunner
from safetydesk.ui.widgets.fairness_chart import ChartBar, FairnessChart
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
    made.sign_in(desk.people.actor(desk.people.named("王伟").id))
    return made


def a_dialog(desk, session, bus, tasks, parent=None):
    return RosterDraftDialog(
        parent,
        drafting=RosterDraftingService(desk.transactions, desk.duty),
        session=session,
        bus=bus,
        tasks=tasks,
        wording=Wording(),
        today=date(2025, 10, 6),
        month=date(2025, 11, 1),
    )


@pytest.fixture
def dialog(qtbot, desk, session, bus, tasks):
    made = a_dialog(desk, session, bus, tasks)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made._frame.table.setFocus()
    return made


def press(qtbot, dialog, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(dialog._frame.table, key, modifier)


def shown(dialog, row, column):
    return dialog._model.index(row, column).data()


def test_the_month_in_view_is_drafted_when_the_window_opens(dialog):
    assert dialog._choices.days == (date(2025, 11, 1), date(2025, 11, 30))
    assert dialog._model.rowCount() == 30
    assert [dialog._model.headerData(n, Qt.Orientation.Horizontal) for n in range(3)] == [
        "带班领导",
        "主班",
        "副班",
    ]
    assert None not in dialog.current.holders


def test_the_arrows_tell_why_each_person_was_chosen(dialog, qtbot):
    press(qtbot, dialog, Qt.Key.Key_Down)
    press(qtbot, dialog, Qt.Key.Key_Right)
    text = dialog._frame.why.text()
    assert text.startswith("11月2日 主班")
    assert shown(dialog, 1, 1) in text
    marked = [bar.name for bar in dialog._panel.chart.bars if bar.chosen]
    assert marked == [shown(dialog, 1, 1)]


def test_space_fixes_a_turn_and_frees_it_again(dialog, qtbot):
    before = shown(dialog, 0, 0)
    press(qtbot, dialog, Qt.Key.Key_Space)
    assert shown(dialog, 0, 0) == f"◆ {before}"
    assert before in dialog._frame.why.text()
    press(qtbot, dialog, Qt.Key.Key_Space)
    assert shown(dialog, 0, 0) == before


def test_the_search_ends_in_a_proven_roster(dialog, qtbot):
    press(qtbot, dialog, Qt.Key.Key_F6)
    assert dialog.current.origin is DraftOrigin.SOLVER
    assert dialog.current.proven
    assert None not in dialog.current.holders


def test_a_search_is_stopped_and_leaves_the_draft_as_it_was(qtbot, desk, session, bus):
    tasks = TaskRunner()
    dialog = a_dialog(desk, session, bus, tasks)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.current is not None, timeout=20000)
    draft = dialog.current
    dialog.improve()
    assert dialog._frame.stop.isVisible()
    dialog._search.stop()
    qtbot.waitUntil(lambda: not dialog._search.running, timeout=20000)
    assert dialog.current is draft
    assert not dialog._frame.stop.isVisible()
    dialog.reject()
    assert tasks.wait()
    qtbot.waitUntil(lambda: not tasks.busy)


def test_ctrl_enter_writes_the_draft_as_one_act(dialog, desk, qtbot):
    told = []
    dialog.applied.connect(told.append)
    press(qtbot, dialog, Qt.Key.Key_Return, CTRL)
    assert told == ["云川区应急管理局2025年11月值班安排表"]
    assert not dialog.isVisible()
    month = desk.duty.month(2025, 11)
    assert all(month.days[day].cells[1] for day in range(30))
    desk.duty.undo_import(desk.people.actor(desk.people.named("王伟").id))
    assert not any(cells for row in desk.duty.month(2025, 11).days for cells in row.cells)


def test_an_officer_is_told_that_only_the_supervisor_writes(dialog, desk, session, qtbot):
    session.sign_in(desk.people.actor(desk.people.named("黄志强").id))
    press(qtbot, dialog, Qt.Key.Key_Return, CTRL)
    assert dialog.isVisible()
    assert dialog._frame.state.text()
    assert not any(cells for row in desk.duty.month(2025, 11).days for cells in row.cells)


def test_too_few_people_are_told_what_blocks_and_what_would_help(dialog, qtbot):
    people = dialog.findChild(QListWidget)
    for place in range(people.count()):
        keep = people.item(place).text() in {"张垚", "刘泽"}
        state = Qt.CheckState.Checked if keep else Qt.CheckState.Unchecked
        people.item(place).setCheckState(state)
    leader = next(box for box in dialog.findChildren(QCheckBox) if box.text() == "带班领导")
    leader.setChecked(False)
    press(qtbot, dialog, Qt.Key.Key_F5)
    assert None in dialog.current.holders
    lines = dialog._frame.why.text().splitlines()
    assert "must rest" in "".join(lines)
    assert lines[-1].startswith("Enough")


def test_nobody_chosen_is_said_and_the_draft_stays(dialog, qtbot):
    people = dialog.findChild(QListWidget)
    draft = dialog.current
    for place in range(people.count()):
        people.item(place).setCheckState(Qt.CheckState.Unchecked)
    press(qtbot, dialog, Qt.Key.Key_F5)
    assert dialog._frame.state.text() == "Choose the people who may be planned."
    assert dialog.current is draft


def test_a_year_is_drafted_with_every_day_a_row(dialog, qtbot):
    dialog._choices._kind.choose("year")
    dialog._choices._on_kind()
    assert dialog._model.rowCount() == 365
    assert dialog._choices._unknown.isVisible() is (2026 in _unknown(dialog))


def _unknown(dialog):
    return dialog._drafting.options(*dialog._choices.days).unknown


def test_the_chart_speaks_its_figures(dressed, qtbot):
    chart = FairnessChart()
    qtbot.addWidget(chart)
    chart.show_bars([ChartBar("张三", 2, 5, 5.5), ChartBar("李四", 0, 7, 5.5, missed=True)])
    assert chart.accessibleDescription() == "张三 2+5；李四 0+7"
    assert chart.sizeHint().height() > 2 * 18
    chart.resize(chart.sizeHint())
    assert not chart.grab().isNull()


def test_the_dialog_is_freed_on_close(dressed, desk, session, bus, tasks):
    assert freed_on_close(lambda: a_dialog(desk, session, bus, tasks))
