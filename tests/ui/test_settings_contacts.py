"""For how long a verification holds is set by keys, by a supervisor only."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSpinBox

from safetydesk.domain.access import Role
from safetydesk.ui.pages.settings_contacts import ContactsSection
from safetydesk.ui.session import Session
from safetydesk.ui.widgets.plain import PlainLabel
from tests.helpers.demo_desk import demo_desk


@pytest.fixture
def desk(tmp_path):
    with demo_desk(tmp_path) as made:
        yield made


def section_for(desk, bus, qtbot, *, may):
    """The section before somebody who may set it, or may not."""
    session = Session()
    person = next(p.id for p in desk.people.all() if (Role.SUPERVISOR in p.roles) is may)
    session.sign_in(desk.people.actor(person))
    made = ContactsSection(contacts=desk.contacts, session=session, bus=bus)
    qtbot.addWidget(made)
    made.refresh()
    return made


def put(section, qtbot, days):
    (field,) = section.findChildren(QSpinBox)
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, str(days))
    qtbot.keyClick(field, Qt.Key.Key_Return)


def words(section):
    return " ".join(label.text() for label in section.findChildren(PlainLabel))


def test_the_days_are_typed_and_the_count_follows(desk, bus, qtbot):
    section = section_for(desk, bus, qtbot, may=True)
    before = desk.contacts.directory().to_verify
    put(section, qtbot, 300)
    assert desk.contacts.verify_days() == 300
    after = desk.contacts.directory().to_verify
    assert before > after
    assert f"{after} contacts" in words(section)


def test_whoever_may_not_is_told_so_and_nothing_changes(desk, bus, qtbot):
    section = section_for(desk, bus, qtbot, may=False)
    before, said = desk.contacts.verify_days(), words(section)
    put(section, qtbot, 300)
    assert desk.contacts.verify_days() == before
    assert words(section) != said
