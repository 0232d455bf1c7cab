"""An entry is corrected, continued, struck and taken back in words of its own, by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit
from shiboken6 import isValid

from safetydesk.domain.log import EntryDraft, EntryKind
from safetydesk.ui.dialogs.entry_words import EntryWordsDialog
from safetydesk.ui.session import Session
from safetydesk.ui.widgets.log_acts import LineAct
from safetydesk.ui.widgets.plain import PlainLabel
from tests.helpers.demo_desk import demo_desk
from tests.helpers.leaks import freed_on_close

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(tmp_path):
    with demo_desk(tmp_path) as made:
        yield made


@pytest.fixture
def officer(desk):
    return desk.people.actor(desk.people.named("黄志强").id)


@pytest.fixture
def session(officer):
    made = Session()
    made.sign_in(officer)
    return made


@pytest.fixture
def entry(desk, officer):
    desk.shifts.open_first(officer)
    draft = EntryDraft(EntryKind.REPORTING, "首报第36期：死亡<1人>")
    return desk.log.append(officer, draft).value


@pytest.fixture
def build(desk, session, bus, entry):
    def make(act=LineAct.CORRECT) -> EntryWordsDialog:
        return EntryWordsDialog(
            log=desk.log,
            session=session,
            bus=bus,
            drafts=desk.drafts,
            act=act,
            line=desk.log.line(entry.seq),
        )

    return make


@pytest.fixture
def show(qtbot, build):
    made = []

    def shown(act) -> EntryWordsDialog:
        dialog = build(act)
        made.append(dialog)
        with qtbot.waitActive(dialog):
            dialog.show()
            dialog.activateWindow()
        return dialog

    yield shown
    for dialog in made:
        if isValid(dialog):
            dialog.close()


def write(qtbot, dialog, words):
    edit = dialog.findChild(QPlainTextEdit)
    edit.setPlainText(words)
    qtbot.keyClick(edit, Qt.Key.Key_Return, CTRL)


def said(dialog):
    return [label.text() for label in dialog.findChildren(PlainLabel)]


def test_a_correction_starts_from_the_words_and_leaves_the_original(show, qtbot, desk, entry):
    dialog = show(LineAct.CORRECT)
    assert dialog.findChild(QPlainTextEdit).toPlainText() == entry.text
    with qtbot.waitSignal(dialog.written) as written:
        write(qtbot, dialog, "首报第37期：死亡<1人>")
    line = desk.log.line(entry.seq)
    assert written.args == [entry.seq]
    assert (line.entry.text, line.text) == (entry.text, "首报第37期：死亡<1人>")
    assert desk.drafts.keys("log:") == []


def test_the_same_words_are_refused_and_stay(show, qtbot, entry):
    dialog = show(LineAct.CORRECT)
    write(qtbot, dialog, entry.text)
    assert "These are the same words as before." in said(dialog)
    assert dialog.isVisible()


def test_a_handling_is_added(show, qtbot, desk, entry):
    write(qtbot, show(LineAct.HANDLING), "04:01市局签收")
    assert desk.log.line(entry.seq).handling == "04:01市局签收"


def test_a_strike_needs_a_reason_and_is_taken_back(show, qtbot, desk, entry):
    dialog = show(LineAct.STRIKE)
    write(qtbot, dialog, "")
    assert not desk.log.line(entry.seq).is_struck
    write(qtbot, dialog, "重复")
    assert desk.log.line(entry.seq).strike.text == "重复"
    write(qtbot, show(LineAct.UNSTRIKE), "划错了")
    assert not desk.log.line(entry.seq).is_struck


def test_somebody_elses_entry_is_not_corrected(show, qtbot, desk, session, entry):
    session.sign_in(desk.people.actor(desk.people.named("何佳").id))
    dialog = show(LineAct.CORRECT)
    write(qtbot, dialog, "改别人的")
    assert any("黄志强 wrote this entry" in text for text in said(dialog))
    assert desk.log.line(entry.seq).text == entry.text


def test_esc_leaves_the_entry_alone_and_keeps_the_words(show, qtbot, desk, entry):
    dialog = show(LineAct.STRIKE)
    dialog.findChild(QPlainTextEdit).setPlainText("还没想好")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not desk.log.line(entry.seq).is_struck
    assert show(LineAct.STRIKE).findChild(QPlainTextEdit).toPlainText() == "还没想好"


def test_the_dialog_is_freed_when_it_closes(build, dressed):
    assert freed_on_close(build)
