"""Who changed what is read, filtered by typing and shown in full; officers do not see it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from safetydesk.domain.errors import AccessDenied
from safetydesk.domain.escalation import DEFAULT_POLICY
from safetydesk.services.audit_trail import AuditTrail, difference
from safetydesk.ui.pages.settings_audit import AuditSection
from safetydesk.ui.session import Session
from safetydesk.ui.widgets.plain import PlainLabel
from safetydesk.ui.wording import Wording
from tests.helpers.demo_desk import demo_desk


@pytest.fixture
def desk(tmp_path):
    with demo_desk(tmp_path) as made:
        yield made


@pytest.fixture
def keeper(desk):
    found = next(p.id for p in desk.people.all() if "supervisor" in p.roles)
    return desk.people.actor(found)


@pytest.fixture
def officer(desk):
    return desk.people.actor(desk.people.named("黄志强").id)


@pytest.fixture
def section(qtbot, desk, keeper, tasks):
    session = Session()
    session.sign_in(keeper)
    made = AuditSection(
        trail=AuditTrail(desk.transactions),
        session=session,
        tasks=tasks,
        clock=desk.clock,
        wording=Wording(),
    )
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def acts(section):
    model = section._table.model()
    return [model.index(n, 2).data() for n in range(model.rowCount())]


def test_a_change_stands_first_with_who_made_it(section, desk, keeper):
    desk.escalation.enter(keeper, DEFAULT_POLICY)
    section.refresh()
    model = section._table.model()
    assert acts(section)[0] == "escalation policy"
    assert model.index(0, 1).data() == keeper.name
    assert "facts of a person" in acts(section)


def test_what_somebody_was_refused_stands_there_too(section, desk, officer):
    with pytest.raises(AccessDenied):
        desk.escalation.enter(officer, DEFAULT_POLICY)
    section.refresh()
    model = section._table.model()
    refused = [n for n in range(model.rowCount()) if model.index(n, 4).data() == "refused"]
    assert [model.index(n, 1).data() for n in refused] == [officer.name]


def test_typing_leaves_the_lines_that_hold_the_words_and_a_line_is_shown_in_full(
    section, desk, keeper, qtbot
):
    desk.escalation.enter(keeper, DEFAULT_POLICY)
    section.refresh()
    assert section._table.row_count() > 1
    qtbot.keyClicks(section.findChild(QLineEdit), "Escalation")
    assert acts(section) == ["escalation policy"]
    section._table.setFocus()
    qtbot.keyClick(section._table, Qt.Key.Key_Down)
    shown = [label.text() for label in section.findChildren(PlainLabel)]
    assert section._table.row_at(0).changed in shown


def test_an_officer_is_refused(desk, officer):
    with pytest.raises(AccessDenied):
        AuditTrail(desk.transactions).of_settings(officer)


def test_only_what_is_another_now_is_told():
    assert difference({"on": False, "name": "a"}, {"on": True, "name": "a"}) == "on: false → true"
    assert difference(None, {"name": "a"}) == "name: a"
    assert difference({"name": "a"}, None) == "name: a → —"
