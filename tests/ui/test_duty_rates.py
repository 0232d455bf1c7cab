"""Rates are entered for every post alike, or for a single one that goes before the others."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from safetydesk.domain.duty_statistics import DutyKind, Rate
from safetydesk.ui.dialogs.duty_rates import DutyRates
from safetydesk.ui.session import Session
from tests.helpers.demo_desk import demo_desk

NIGHT = DutyKind.STATUTORY_NIGHT


@pytest.fixture
def desk(tmp_path):
    with demo_desk(tmp_path) as made:
        yield made


@pytest.fixture
def open_rates(qtbot, desk, bus):
    session, host = Session(), QWidget()
    session.sign_in(desk.people.actor(desk.people.named("王伟").id))
    qtbot.addWidget(host)
    host.show()

    def build():
        made = DutyRates(statistics=desk.duty_statistics, session=session, bus=bus, parent=host)
        made.show()
        return made

    return build


def choose(qtbot, dialog, label):
    dialog._posts.setFocus()
    for _ in range(dialog._posts.count()):
        if dialog._posts.currentText() == label:
            return
        qtbot.keyClick(dialog._posts, Qt.Key.Key_Down)
    assert dialog._posts.currentText() == label


def write(qtbot, field, text):
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Tab)


def test_a_post_has_its_own_rate_and_the_others_keep_theirs(open_rates, desk, qtbot):
    dialog = open_rates()
    write(qtbot, dialog._fields[NIGHT][0], "300")
    choose(qtbot, dialog, "带班领导 only")
    assert dialog._fields[NIGHT][0].value() == 0
    write(qtbot, dialog._fields[NIGHT][0], "150")
    choose(qtbot, dialog, "主班 only")
    choose(qtbot, dialog, "主班 only")
    dialog.save()
    assert desk.duty_statistics.rates() == {
        (NIGHT, ""): Rate(30_000, 0),
        (NIGHT, "leader"): Rate(15_000, 0),
    }
    again = open_rates()
    choose(qtbot, again, "带班领导 only")
    assert again._fields[NIGHT][0].value() == 150
    write(qtbot, again._fields[NIGHT][0], "0")
    again.save()
    assert desk.duty_statistics.rates() == {(NIGHT, ""): Rate(30_000, 0)}
