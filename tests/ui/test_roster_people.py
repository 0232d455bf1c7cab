"""Somebody is dragged from the list of people into a cell, or chosen by sound and Enter."""

# ruff: noqa: F811 - the fixtures of another module are arguments here

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from safetydesk.ui.models.people_counts import COUNT_ROLE
from safetydesk.ui.widgets.people_list import PeopleList
from safetydesk.ui.widgets.undo_bar import UndoBar
from tests.ui.test_roster_page import (  # noqa: F401 - fixtures
    CTRL,
    desk,
    half_of,
    page,
    session,
    table,
)


@pytest.fixture
def people(page):
    return page.findChild(PeopleList)


def counts(people):
    model = people.view.model()
    rows = (model.index(row, 0).data(COUNT_ROLE) for row in range(model.rowCount()))
    return {row.choice.name: row for row in rows}


def drop(view, index, data):
    """The events of a drag that ends over a cell."""
    viewport = view.viewport()
    spot = view.visualRect(index).center()
    copy, left, none = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    for event in (
        QDragEnterEvent(spot, copy, data, left, none),
        QDragMoveEvent(spot, copy, data, left, none),
        QDropEvent(QPointF(spot), copy, data, left, none),
    ):
        QApplication.sendEvent(viewport, event)


def test_everybody_is_listed_with_the_duties_of_the_month_by_kind_of_day(people):
    listed = counts(people)
    assert len(listed) == 30
    wang = listed["王伟"]
    assert (wang.total, wang.statutory) == (wang.ordinary + wang.free + 1, 1)


def test_standing_by_counts_as_no_duty(people, page):
    month = page._duty.month(2025, 10)
    standing = [post for post, _ in month.posts].index("standby")
    served = sum(
        cell.name == "黄志强"
        for row in month.days
        for place, cells in enumerate(row.cells)
        if place != standing
        for cell in cells
    )
    assert counts(people)["黄志强"].total == served


def test_a_person_dropped_on_a_cell_takes_it_over_and_ctrl_z_takes_that_back(
    people, page, table, qtbot
):
    before = table.cells.cell(9, 2).names
    listed = counts(people)
    place = list(listed).index("高翔")
    had = listed["高翔"].total
    model = people.view.model()
    data = model.mimeData([model.index(place, 0)])
    drop(half_of(table, 9), table.cells.index(9, 2), data)
    qtbot.waitUntil(lambda: table.cells.cell(9, 2).names == "高翔")
    assert counts(people)["高翔"].total == had + 1
    page.undo()
    qtbot.waitUntil(lambda: table.cells.cell(9, 2).names == before)


def test_a_day_that_is_over_takes_nobody(people, table, qtbot):
    before = table.cells.cell(2, 2).names
    model = people.view.model()
    with qtbot.assertNotEmitted(table.cells.given, wait=50):
        drop(half_of(table, 2), table.cells.index(2, 2), model.mimeData([model.index(0, 0)]))
    assert table.cells.cell(2, 2).names == before


def test_ctrl_f_letters_and_enter_do_the_same_by_keys(people, page, table, qtbot):
    table.select(9, 2)
    page.focus_filter()
    qtbot.keyClicks(people.search, "gx")
    assert people.view.model().rowCount() == 1
    qtbot.keyClick(people.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: table.cells.cell(9, 2).names == "高翔")
    assert table.isAncestorOf(page.focusWidget())


def test_the_arrows_choose_in_the_list_and_esc_clears_the_filter(people, page, qtbot):
    page.focus_filter()
    qtbot.keyClicks(people.search, "z")
    found = people.view.model().rowCount()
    assert 1 < found < 30
    qtbot.keyClick(people.search, Qt.Key.Key_Down)
    assert people.view.currentIndex().row() == 1
    qtbot.keyClick(people.search, Qt.Key.Key_Escape)
    assert people.view.model().rowCount() == 30


def test_enter_without_a_cell_that_may_be_written_says_what_to_do(people, page, table, qtbot):
    table.select(2, 2)
    before = table.current().names
    people.view.setFocus()
    qtbot.keyClick(people.view, Qt.Key.Key_Return)
    assert page.findChild(UndoBar).text()
    assert table.current().names == before


def test_the_year_counts_the_year(people, page, qtbot):
    month = sum(row.total for row in counts(people).values())
    page._on_view("year")
    assert sum(row.total for row in counts(people).values()) >= month
