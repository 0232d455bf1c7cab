"""A supervisor adds somebody; whoever may not, or answers wrongly, is told beside the form."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit

from safetydesk.domain.access import Role
from safetydesk.services.transaction import Transactions
from safetydesk.ui.dialogs.person import PersonDialog
from safetydesk.ui.session import Session
from safetydesk.ui.widgets.plain import PlainLabel
from tests.helpers.leaks import freed_on_close
from tests.helpers.office import POSTS, small_office
from tests.ui.typed import type_into

TYPED = {
    "name_edit": "许静",
    "number_edit": "S30",
    "mobile_edit": "19900000030",
    "pin_edit": "135790",
    "pin_again_edit": "135790",
}


@pytest.fixture
def staff(sqlite_database, clock):
    return small_office(Transactions(sqlite_database, clock))


@pytest.fixture
def session(staff):
    made = Session()
    made.sign_in(staff.supervisor)
    return made


@pytest.fixture
def dialog(qtbot, staff, session, bus):
    made = PersonDialog(people=staff.people, posts=POSTS, session=session, bus=bus)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.show()
    return made


def fill(dialog, qtbot, **other: str) -> None:
    for name, text in {**TYPED, **other}.items():
        type_into(qtbot, dialog.findChild(QLineEdit, name), text)


def said(dialog, name: str) -> str:
    return str(dialog.findChild(PlainLabel, name).text())


def test_enter_adds_the_person_and_tells_the_screens(dialog, qtbot, staff, bus):
    heard: list[object] = []
    bus.changed.connect(heard.append)
    fill(dialog, qtbot)
    box = next(b for b in dialog.findChildren(QCheckBox) if b.text() == "副班")
    box.click()
    qtbot.keyClick(dialog.findChild(QLineEdit, "pin_again_edit"), Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    person = staff.people.named("许静")
    assert (person.posts, person.roles) == (("deputy",), {Role.OFFICER})
    assert staff.people.verify_pin(person.id, "135790").name == "许静"
    assert len(heard) == 1


def test_wrong_answers_are_named_beside_their_fields(dialog, qtbot):
    fill(dialog, qtbot, name_edit="", pin_edit="111111")
    qtbot.keyClick(dialog.findChild(QLineEdit, "pin_edit"), Qt.Key.Key_Return)
    assert said(dialog, "name_fault") == "Please fill this in"
    assert said(dialog, "pin_fault") == "Not one digit repeated"
    assert said(dialog, "pin_again_fault") == "The two PINs differ"
    assert dialog.isVisible()


def test_a_number_that_is_taken_is_refused_and_the_typing_stays(dialog, qtbot):
    fill(dialog, qtbot, number_edit="S12")
    qtbot.keyClick(dialog.findChild(QLineEdit, "pin_edit"), Qt.Key.Key_Return)
    assert "S12" in said(dialog, "problem_label")
    assert dialog.findChild(QLineEdit, "name_edit").text() == "许静"


def test_an_officer_may_not_add_people(dialog, qtbot, session, staff):
    session.sign_in(staff.officer)
    fill(dialog, qtbot)
    qtbot.keyClick(dialog.findChild(QLineEdit, "pin_edit"), Qt.Key.Key_Return)
    assert said(dialog, "problem_label")
    assert "许静" not in [person.name for person in staff.people.all()]


def test_the_dialog_is_freed(staff, session, bus):
    assert freed_on_close(
        lambda: PersonDialog(people=staff.people, posts=POSTS, session=session, bus=bus)
    )
