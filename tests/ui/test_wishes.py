"""Wishes are entered and taken back by keys; whoever is no supervisor enters the own ones only."""

# ruff: noqa: F811 - the fixtures of another module are arguments here

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from safetydesk.ui.dialogs.wishes import WishesDialog
from safetydesk.ui.wording import Wording
from tests.helpers.leaks import freed_on_close
from tests.ui.test_duty_basis_dialogs import (  # noqa: F401 - fixtures
    TODAY,
    basis,
    ctrl_enter,
    kept,
    office,
    people,
    session,
)
from tests.ui.typed import type_into


def a_dialog(office, basis, session, bus):
    return WishesDialog(
        wishes=basis.wishes,
        people=office.people,
        session=session,
        bus=bus,
        wording=Wording(),
        today=TODAY,
    )


@pytest.fixture
def dialog(qtbot, office, basis, session, bus):
    return kept(qtbot, a_dialog(office, basis, session, bus))


def test_a_wish_is_entered_with_ctrl_enter_and_taken_back_with_delete(dialog, basis, qtbot):
    dialog._who.setCurrentText("何佳")
    type_into(qtbot, dialog._first, "2025-10-16")
    assert dialog._last.text() == "2025-10-16"
    ctrl_enter(qtbot, dialog)
    (view,) = basis.wishes.wishes(date(2025, 10, 16), date(2025, 10, 16))
    assert view.name == "何佳"
    assert dialog._table.row_count() == 1
    dialog._table.setFocus()
    dialog._table.setCurrentIndex(dialog._table.model().index(0, 0))
    qtbot.keyClick(dialog._table, Qt.Key.Key_Delete)
    assert dialog._table.row_count() == 0


def test_a_refused_wish_says_why_and_keeps_the_form(dialog, qtbot):
    type_into(qtbot, dialog._first, "2025-01-01")
    ctrl_enter(qtbot, dialog)
    assert any("over" in label.text() for label in dialog.findChildren(QLabel))
    assert dialog._first.text() == "2025-01-01"


def test_whoever_is_no_supervisor_is_offered_the_own_name_only(qtbot, office, basis, session, bus):
    session.sign_in(office.deputy)
    dialog = kept(qtbot, a_dialog(office, basis, session, bus))
    assert [dialog._who.itemText(n) for n in range(dialog._who.count())] == ["何佳"]


def test_a_mentor_is_chosen_beside_the_other_facts(people, office, basis, qtbot):
    people._table.select_key(str(office.deputy.person_id))
    people._mentor.setCurrentText("黄志强")
    ctrl_enter(qtbot, people)
    seen = basis.staff.person(office.supervisor, office.deputy.person_id)
    assert seen.entry.mentor_id == office.officer.person_id


def test_the_dialog_is_freed_on_close(dressed, office, basis, session, bus):
    assert freed_on_close(lambda: a_dialog(office, basis, session, bus))
