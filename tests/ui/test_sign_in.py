"""Somebody signs in by name, number or the sounds of the name, with a PIN; refusals say why."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit
from shiboken6 import isValid

from safetydesk.services.transaction import Transactions
from safetydesk.ui.dialogs.sign_in import SignInDialog
from safetydesk.ui.session import Session
from safetydesk.ui.widgets.plain import PlainLabel
from tests.helpers.leaks import freed_on_close, settle
from tests.helpers.office import PIN, small_office


@pytest.fixture
def session():
    return Session()


@pytest.fixture
def build(sqlite_database, clock, session, bus):
    staff = small_office(Transactions(sqlite_database, clock))

    def make(first: int | None = staff.deputy.person_id) -> SignInDialog:
        return SignInDialog(
            people=staff.people,
            session=session,
            bus=bus,
            first=first,
        )

    return make


@pytest.fixture
def dialog(qtbot, build):
    made = build()
    with qtbot.waitExposed(made):
        made.open()
    yield made
    if isValid(made):
        made.close()
    settle()


def sign_in(dialog, qtbot, pin, who=""):
    field = dialog.findChild(QLineEdit, "pin_edit")
    if who:
        dialog.findChild(QComboBox).setEditText(who)
    qtbot.keyClicks(field, pin)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def said(dialog):
    return dialog.findChild(PlainLabel, "problem_label").text()


def test_the_person_offered_signs_in_with_the_pin_and_enter(dialog, qtbot, session):
    sign_in(dialog, qtbot, PIN)
    assert session.actor.name == "何佳"


@pytest.mark.parametrize("typed", ["hzq", "huangzhi", "志强", "S12", "s12"])
def test_a_person_is_found_by_what_only_one_can_mean(dialog, qtbot, session, typed):
    sign_in(dialog, qtbot, PIN, typed)
    assert session.actor.name == "黄志强"


def test_typing_that_several_can_mean_is_not_guessed(dialog, qtbot, session):
    sign_in(dialog, qtbot, PIN, "S1")
    assert session.actor is None
    assert said(dialog)


def test_a_wrong_pin_says_how_many_tries_are_left(dialog, qtbot, session):
    sign_in(dialog, qtbot, "000000")
    assert "4" in said(dialog)
    assert session.actor is None
    assert dialog.findChild(QLineEdit, "pin_edit").text() == ""


def test_the_fifth_wrong_pin_locks_and_says_until_when(dialog, qtbot, session):
    for _ in range(5):
        sign_in(dialog, qtbot, "000000")
    assert "08:05" in said(dialog)
    sign_in(dialog, qtbot, PIN)
    assert session.actor is None


def test_the_list_of_hits_shows_names_not_sounds(dialog):
    completer = dialog.findChild(QComboBox).completer()
    completer.setCompletionPrefix("hzq")
    assert completer.completionCount() == 1
    assert "hzq" not in completer.currentCompletion()
    assert "黄志强" in completer.currentCompletion()


def test_where_nobody_is_offered_the_cursor_asks_for_the_person(qtbot, build, sqlite_database):
    dialog = build(first=None)
    with qtbot.waitActive(dialog):
        dialog.open()
        dialog.activateWindow()
    assert dialog.findChild(QComboBox).hasFocus()
    dialog.close()
    settle()


def test_the_dialog_is_freed(build, dressed):
    assert freed_on_close(build)
