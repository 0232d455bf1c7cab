"""What is typed into the quick entry line reaches the log, survives a crash, and can be undone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QPushButton

from safetydesk.app.wiring import build
from safetydesk.domain.log import MISTAKEN, EntryKind
from safetydesk.ui.quick_entry import QuickEntry
from safetydesk.ui.quick_entry_controller import KINDS, QuickEntryController
from safetydesk.ui.session import Session
from safetydesk.ui.widgets.entry_line import EntryLine
from safetydesk.ui.widgets.plain import PlainLabel
from tests.helpers.office import small_office
from tests.ui.typed import type_into


@pytest.fixture
def desk(sqlite_database, clock):
    return build(sqlite_database, clock)


@pytest.fixture
def session(desk):
    held = Session()
    held.sign_in(small_office(desk.transactions).officer)
    return held


@pytest.fixture
def attach(qtbot, desk, session, bus, clock):
    def made() -> tuple[QuickEntry, QuickEntryController]:
        line = QuickEntry()
        qtbot.addWidget(line)
        controller = QuickEntryController(
            line=line, log=desk.log, drafts=desk.drafts, session=session, bus=bus, clock=clock
        )
        line.show()
        line.tick(clock.now())
        return line, controller

    return made


def write(qtbot, line, words, modifier=Qt.KeyboardModifier.NoModifier):
    field = line.findChild(EntryLine)
    type_into(qtbot, field, words)
    qtbot.keyClick(field, Qt.Key.Key_Return, modifier)


def test_enter_logs_and_says_so(attach, qtbot, desk, clock):
    line, _ = attach()
    write(qtbot, line, "伤员6人均已送医")
    (entry,) = desk.log.newest(5)
    assert (entry.text, entry.kind) == ("伤员6人均已送医", EntryKind.INCOMING_CALL)
    assert entry.event_at == clock.now()
    assert line.findChild(EntryLine).text() == ""
    assert line.can_undo


def test_undo_strikes_the_entry_as_mistaken(attach, qtbot, desk, clock):
    line, _ = attach()
    write(qtbot, line, "写错了")
    clock.advance(seconds=5)
    line.undo()
    struck = desk.log.line(1)
    assert struck.strike is not None
    assert struck.strike.text == MISTAKEN
    assert not line.can_undo


def test_the_offer_to_undo_ends_after_ten_seconds(attach, qtbot, clock):
    line, _ = attach()
    write(qtbot, line, "已确认")
    line.tick(clock.advance(seconds=10))
    assert not line.can_undo
    assert not line.findChild(QPushButton, "undo_button").isVisible()


def test_ctrl_enter_also_asks_for_a_matter(attach, qtbot):
    line, controller = attach()
    with qtbot.waitSignal(controller.assign_asked) as asked:
        write(qtbot, line, "请城管局处置路面塌陷", Qt.KeyboardModifier.ControlModifier)
    assert asked.args == [1]


def test_what_was_typed_comes_back_after_a_crash_and_is_forgotten_once_logged(attach, qtbot, desk):
    line, _ = attach()
    type_into(qtbot, line.findChild(EntryLine), "写到一半")
    qtbot.waitUntil(lambda: desk.drafts.find("quick") != "")
    again, _ = attach()
    assert again.findChild(EntryLine).text() == "写到一半"
    qtbot.keyClick(again.findChild(EntryLine), Qt.Key.Key_Return)
    assert desk.drafts.find("quick") == ""


def test_without_anybody_signed_in_the_words_stay_and_it_is_said_why(attach, qtbot, session, desk):
    line, _ = attach()
    session.sign_out()
    write(qtbot, line, "没有人登录")
    assert desk.log.count() == 0
    assert line.findChild(EntryLine).text() == "没有人登录"
    assert line.findChild(PlainLabel, "receipt_label").text()


def test_every_kind_of_the_sheet_is_offered_once(attach):
    line, _ = attach()
    combo = line.findChild(QComboBox)
    offered = [combo.itemText(n) for n in range(combo.count())]
    assert sorted(offered) == sorted(kind.value for kind in EntryKind)
    assert offered[0] == KINDS[0].value
