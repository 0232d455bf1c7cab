"""One's own PIN is changed from the keyboard; whatever is refused leaves the old one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from shiboken6 import isValid

from safetydesk.domain.errors import RuleViolation
from safetydesk.services.transaction import Transactions
from safetydesk.ui.dialogs.change_pin import ChangePinDialog
from tests.helpers.leaks import freed_on_close, settle
from tests.helpers.office import PIN, small_office
from tests.ui.acting import collected

NEW = "903715"


@pytest.fixture
def staff(sqlite_database, clock):
    return small_office(Transactions(sqlite_database, clock))


@pytest.fixture
def dialog(qtbot, staff, bus):
    person = staff.people.get(staff.officer.person_id)
    made = ChangePinDialog(people=staff.people, person=person, bus=bus)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    if isValid(made):
        made.close()
    settle()


def typed(dialog, qtbot, *pins: str) -> None:
    """Types the three PINs, each with Enter."""
    for field, pin in zip(dialog.findChildren(QLineEdit), pins, strict=True):
        qtbot.keyClicks(field, pin)
        qtbot.keyClick(field, Qt.Key.Key_Return)


def opens(staff, pin: str) -> bool:
    try:
        staff.people.verify_pin(staff.officer.person_id, pin)
    except RuleViolation:
        return False
    return True


def test_the_new_pin_signs_from_now_on(dialog, qtbot, staff, bus):
    said = collected(bus.notice)
    typed(dialog, qtbot, PIN, NEW, NEW)
    assert opens(staff, NEW)
    assert not opens(staff, PIN)
    assert [notice.text for notice in said] == ["The PIN is changed."]


@pytest.mark.parametrize(
    ("old", "new", "again", "said"),
    [
        ("000001", NEW, NEW, "The PIN is wrong. Tries left: 4."),
        (PIN, NEW, "903716", "The new PIN was typed differently the second time."),
        (PIN, "12345", "12345", "A PIN has at least 6 digits and nothing else."),
        (PIN, "", "", "A PIN has at least 6 digits and nothing else."),
    ],
)
def test_a_refusal_says_why_and_keeps_no_pin(dialog, qtbot, staff, old, new, again, said):
    typed(dialog, qtbot, old, new, again)
    assert said in dialog._problem.text()
    assert [field.text() for field in dialog.findChildren(QLineEdit)] == ["", "", ""]
    assert dialog.isVisible()
    assert opens(staff, PIN)


def test_the_window_is_freed_with_its_pins(staff, bus):
    person = staff.people.get(staff.officer.person_id)
    assert freed_on_close(lambda: ChangePinDialog(people=staff.people, person=person, bus=bus))
