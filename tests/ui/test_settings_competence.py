"""The matrix of competent departments is looked through, changed as a text and taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from safetydesk.services.competence import MATRIX
from safetydesk.services.competence_book import CompetenceService
from safetydesk.ui.dialogs.reason import ReasonDialog
from safetydesk.ui.dialogs.rule_pack_text import RulePackTextDialog
from safetydesk.ui.pages.settings_competence import CompetenceSection
from safetydesk.ui.session import Session
from safetydesk.ui.widgets.plain import PlainLabel
from safetydesk.ui.widgets.row_table import RowTable
from safetydesk.ui.wording import Wording
from tests.helpers.demo_desk import demo_desk
from tests.ui.typed import type_into

CTRL = Qt.KeyboardModifier.ControlModifier


def named(widget, name, kind=QLineEdit):
    return next(w for w in widget.findChildren(kind) if w.accessibleName() == name)


def opened(qtbot, kind):
    (dialog,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow, timeout=20_000)
    return dialog


@pytest.fixture
def desk(tmp_path):
    with demo_desk(tmp_path) as made:
        yield made


@pytest.fixture
def matrix(desk):
    return CompetenceService(desk.transactions)


@pytest.fixture
def section(desk, matrix, bus, qtbot):
    session = Session()
    keeper = next(p.id for p in desk.people.all() if "supervisor" in p.roles)
    session.sign_in(desk.people.actor(keeper))
    made = CompetenceSection(matrix=matrix, session=session, bus=bus, wording=Wording())
    qtbot.addWidget(made)
    made.resize(900, 640)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.refresh()
    return made


def press(section, qtbot, key):
    section.activateWindow()
    qtbot.waitUntil(section.isActiveWindow, timeout=20_000)
    rows = section.findChild(RowTable)
    rows.setFocus()
    qtbot.keyClick(rows, key, CTRL)


def test_every_row_is_shown_with_its_text(section, matrix):
    assert section.findChild(RowTable).row_count() == len(matrix.view().rows)


def test_the_text_is_changed_with_keys_and_a_fault_is_named(section, matrix, qtbot):
    press(section, qtbot, Qt.Key.Key_T)
    dialog = opened(qtbot, RulePackTextDialog)
    text = named(dialog, "Text of the pack", QPlainTextEdit)
    shipped = text.toPlainText()
    text.setPlainText(shipped.replace('role = "peer"', 'role = "friend"', 1))
    dialog.check()
    assert "matrix.toml 第" in "".join(label.text() for label in dialog.findChildren(PlainLabel))
    text.setPlainText(shipped.replace('department = "公安"', 'department = "公安分局"', 1))
    type_into(qtbot, named(dialog, "Reason"), "按本区名称")
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    assert matrix.view().rows[0].department == "公安分局"


def test_the_shipped_text_is_taken_back_with_a_reason(section, matrix, desk, qtbot):
    actor = section._session.require()
    text = matrix.text().text.replace('department = "公安"', 'department = "公安分局"', 1)
    matrix.save(actor, MATRIX, text, "按本区名称")
    section.refresh()
    press(section, qtbot, Qt.Key.Key_Z)
    asked = opened(qtbot, ReasonDialog)
    type_into(qtbot, named(asked, "Reason"), "改回")
    qtbot.keyClick(asked, Qt.Key.Key_Return)
    assert not matrix.view().own
