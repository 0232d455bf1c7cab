"""A message is pasted, shown with the words behind each proposal, and taken field by field."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from safetydesk.domain.incident import BasisKind, Category, Flag
from safetydesk.domain.incident_record import FactField
from safetydesk.domain.intake import read_message
from safetydesk.domain.intake_proposals import incident_proposals
from safetydesk.ui.dialogs.intake import IntakeDialog
from safetydesk.ui.dialogs.new_incident import IncidentPrefill, NewIncidentDialog
from safetydesk.ui.widgets.quoted_text import QuotedText
from safetydesk.ui.wording import Wording
from tests.ui.acting import collected, entries, field, in_front, save
from tests.ui.incident_desk import incident_desk, instant

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
MESSAGES = Path(__file__).parents[1] / "data" / "samples" / "messages"
NOTE = (MESSAGES / "m01-phone-note-explosion.txt").read_text("utf-8")
LIFT = (MESSAGES / "m07-lift-entrapment.txt").read_text("utf-8")
ZONE = Wording().zone


@pytest.fixture
def at(sqlite_database):
    return incident_desk(sqlite_database)


@pytest.fixture(autouse=True)
def _leave_nothing_open(qapp):
    """Closes what a test left open; a window that was saved is gone already."""
    yield
    for window in qapp.topLevelWidgets():
        if isinstance(window, NewIncidentDialog):
            window.close()


def opened(at, qtbot, **given):
    """The window of a new incident, received at 10:12."""
    prefill = IncidentPrefill(**{"received_at": instant("10:12"), **given})
    dialog = NewIncidentDialog(None, at.services, prefill)
    dialog.show()
    return dialog


def pasted(dialog, text):
    """Ctrl+Shift+V with the text on the clipboard; the window of proposals."""
    QApplication.clipboard().setText(text)
    in_front(dialog)
    QTest.keyClick(dialog, Qt.Key.Key_V, CTRL | SHIFT)
    found = dialog.findChild(IntakeDialog)
    in_front(found)
    return found


def take(window):
    QTest.keyClick(window, Qt.Key.Key_Return, CTRL)


def shown(window):
    return {item.target: item.shown for item in window.proposals}


def leave_out(window, target):
    """Down to the row of a target, Space."""
    table = window._table
    number = [item.target for item in window.proposals].index(target)
    table.select_key("0")
    for _ in range(number):
        QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Space)


def test_a_pasted_note_fills_a_new_incident_and_is_kept(at, qtbot):
    window = opened(at, qtbot)
    saved = collected(window.saved)
    take(pasted(window, NOTE))
    assert field(window, "place").text() == "临港街道滨江路14号"
    assert field(window, "category").currentText() == "危险化学品事故"
    save(window)
    at.incident_id = saved[0].id
    found = at.desk.incidents.view(at.incident_id)
    assert found.bases[BasisKind.OCCURRED].at == instant("10:05")
    assert found.bases[BasisKind.OCCURRED].approximate
    assert found.fact(FactField.UNIT) == "东河宏泰精细化工有限公司"
    assert "园区专职消防队3车18人已到场处置" in found.fact(FactField.MEASURES)
    assert found.summary.category is Category.HAZARDOUS_CHEMICALS
    assert [text for kind, text in entries(at) if kind == "来文"] == [NOTE.strip()]


def test_numbers_and_flags_go_into_the_incident(qtbot, database):
    at = incident_desk(database)
    dialog = opened(at, qtbot)
    saved = collected(dialog.saved)
    take(pasted(dialog, LIFT))
    save(dialog)
    found = at.desk.incidents.view(saved[0].id)
    assert found.summary.casualties.trapped == 4
    assert found.summary.casualties.severely_injured is None
    assert {Flag.ELEVATOR.value, Flag.SENSITIVE_PERSON.value} <= set(found.flags)


def test_what_is_left_out_by_key_is_not_taken(at, qtbot):
    window = opened(at, qtbot)
    proposals = pasted(window, NOTE)
    leave_out(proposals, "unit")
    take(proposals)
    assert field(window, "unit").text() == ""
    assert field(window, "place").text() == "临港街道滨江路14号"


def test_what_differs_from_the_field_waits_for_the_officer(at, qtbot):
    window = opened(at, qtbot)
    field(window, "place").setText("临港街道滨江路15号")
    proposals = pasted(window, NOTE)
    take(proposals)
    assert field(window, "place").text() == "临港街道滨江路15号"


def test_esc_leaves_everything_as_it_was(at, qtbot):
    window = opened(at, qtbot)
    proposals = pasted(window, NOTE)
    QTest.keyClick(proposals, Qt.Key.Key_Escape)
    assert field(window, "place").text() == ""
    assert field(window, "original").toPlainText() == ""


def test_the_words_behind_a_proposal_are_pointed_at(at, qtbot):
    window = opened(at, qtbot)
    proposals = pasted(window, NOTE)
    table = proposals._table
    number = list(shown(proposals)).index("unit")
    table.select_key(str(number))
    text = proposals.findChild(QuotedText)
    assert text.pointed == ["东河宏泰精细化工有限公司"]
    assert text.toPlainText() == NOTE


def test_rare_signs_before_the_words_do_not_move_the_marks(qtbot):
    text = "🔥𬱖大爷说白沙镇柳树村民房起火"
    read = read_message(text, datetime.fromisoformat("2026-03-05T09:40:00+08:00"), ZONE)
    place = next(p for p in incident_proposals(read, ZONE) if p.target == "place")
    view = QuotedText()
    qtbot.addWidget(view)
    view.setPlainText(text)
    view.point_at(place.quotes)
    assert view.pointed == [place.quotes[0].text]


def test_a_silent_text_says_so_and_takes_nothing(at, qtbot):
    window = opened(at, qtbot)
    proposals = pasted(window, "打印机已修好。")
    assert proposals.proposals == ()
    take(proposals)
    assert field(window, "title").text() == ""


def test_editing_the_text_reads_it_anew(at, qtbot):
    window = opened(at, qtbot)
    proposals = pasted(window, "打印机已修好。")
    proposals.findChild(QPlainTextEdit).setPlainText(NOTE)
    qtbot.waitUntil(lambda: "place" in shown(proposals))
    QTest.keyClick(proposals, Qt.Key.Key_Escape)


def test_what_was_taken_comes_back_with_the_draft(at, qtbot):
    window = opened(at, qtbot)
    take(pasted(window, LIFT))
    window.reject()
    again = opened(at, qtbot)
    saved = collected(again.saved)
    save(again)
    found = at.desk.incidents.view(saved[0].id)
    assert found.summary.casualties.trapped == 4
