"""Somebody is found, called, marked, written and taken back by keys alone, on the real directory."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from safetydesk.services.views_contacts import SpecialGroup
from safetydesk.ui.call_target import CallTarget
from safetydesk.ui.dialogs.contact import ContactDialog
from safetydesk.ui.pages.contacts import ContactsPage
from safetydesk.ui.session import Session
from safetydesk.ui.widgets.group_list import GroupList
from safetydesk.ui.widgets.hit_list import HitList
from safetydesk.ui.widgets.search_line import SearchLine
from safetydesk.ui.widgets.undo_bar import UndoBar
from safetydesk.ui.wording import Wording
from tests.helpers.demo_desk import demo_desk
from tests.helpers.leaks import freed_on_close

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def desk(tmp_path):
    with demo_desk(tmp_path) as made:
        yield made


@pytest.fixture
def session(desk):
    made = Session()
    made.sign_in(desk.people.actor(desk.people.named("黄志强").id))
    return made


@pytest.fixture
def page(qtbot, desk, session, bus, tasks):
    made = ContactsPage(
        contacts=desk.contacts, session=session, bus=bus, wording=Wording(), tasks=tasks
    )
    qtbot.addWidget(made)
    made.resize(1080, 700)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def line(page):
    return page.findChild(SearchLine)


@pytest.fixture
def hits(page):
    return page.findChild(HitList)


def type_in(qtbot, line, hits, text):
    """Types and waits for the answer to what was typed."""
    line.clear()
    if text.isascii():
        qtbot.keyClicks(line, text)
    else:
        line.insert(text)  # as an input method does
    qtbot.waitUntil(lambda: not line.window()._searching)


def receipt(page):
    return page.findChild(UndoBar).text()


def collected(signal):
    got: list[object] = []
    signal.connect(got.append)
    return got


def dialog_of(page, qtbot):
    dialog = next(d for d in page.findChildren(ContactDialog) if d.isVisible())
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def test_the_cursor_stands_in_the_search_box(page, line, qtbot):
    qtbot.waitUntil(lambda: page.focusWidget() is line)


def test_everybody_is_listed_with_the_people_on_duty_first(page, hits):
    assert hits.lines()[0].duty
    assert hits.count() == 300


def test_initials_arrows_and_enter_record_a_call(page, line, hits, qtbot):
    got = collected(page.call_asked)
    type_in(qtbot, line, hits, "htjx")
    qtbot.keyClick(line, Qt.Key.Key_Down)
    qtbot.keyClick(line, Qt.Key.Key_Down)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    (target,) = got
    assert isinstance(target, CallTarget)
    assert (target.unit, target.name, target.number) == (
        "东河宏泰精细化工有限公司",
        "许海涛",
        "19900030012",
    )


def test_enter_pressed_at_once_calls_whom_the_whole_word_means(page, line, qtbot):
    got = collected(page.call_asked)
    qtbot.keyClicks(line, "19900030012")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert [target.name for target in got] == ["许海涛"]


def test_ctrl_c_copies_the_digits_and_alt_down_takes_the_next_number(page, line, hits, qtbot):
    type_in(qtbot, line, hits, "东河宏泰")
    qtbot.keyClick(line, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "00005553101"
    qtbot.keyClick(line, Qt.Key.Key_Down, ALT)
    qtbot.keyClick(line, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "00005553001"


def test_alt_x_marks_a_number_and_ctrl_z_takes_it_back(page, line, hits, desk, qtbot):
    type_in(qtbot, line, hits, "许海涛")
    key = hits.current().key
    qtbot.keyClick(line, Qt.Key.Key_X, ALT)
    assert desk.contacts.card(key).phones[0].failed
    assert "19900030012" in receipt(page)
    assert hits.current().key == key
    page.undo()
    assert not desk.contacts.card(key).phones[0].failed


def test_nobody_signed_in_is_told_and_nothing_changes(page, line, hits, desk, session, qtbot):
    session.sign_out()
    type_in(qtbot, line, hits, "许海涛")
    qtbot.keyClick(line, Qt.Key.Key_X, ALT)
    assert receipt(page)
    assert not desk.contacts.card(hits.current().key).phones[0].failed


def test_a_group_restricts_the_list(page, hits, qtbot):
    groups = page.findChild(GroupList)
    groups.choose("专家")
    assert hits.count() == 8
    groups.choose(SpecialGroup.ON_DUTY)
    assert {line.name for line in hits.lines()} >= {"黄志强", "曾慧"}


def test_ctrl_n_keeps_a_number_that_was_not_found(page, line, hits, desk, qtbot):
    type_in(qtbot, line, hits, "19912345678")
    assert hits.count() == 0
    qtbot.keyClick(line, Qt.Key.Key_N, CTRL)
    dialog = dialog_of(page, qtbot)
    dialog.findChild(QLineEdit, "name_edit").setFocus()
    dialog.focusWidget().insert("临时联系人")
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    assert [hit.name for hit in desk.contacts.search("19912345678")] == ["临时联系人"]
    qtbot.waitUntil(lambda: hits.count() == 1)
    assert hits.current().name == "临时联系人"
    page.undo()
    assert desk.contacts.search("19912345678") == ()


def test_a_contact_without_a_number_is_refused_and_what_was_typed_stays(page, line, desk, qtbot):
    qtbot.keyClick(line, Qt.Key.Key_N, CTRL)
    dialog = dialog_of(page, qtbot)
    name = dialog.findChild(QLineEdit, "name_edit")
    name.insert("某某")
    number = dialog.findChild(QLineEdit, "first_number_edit")
    qtbot.keyClicks(number, "abc")
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    assert dialog.isVisible()
    number.clear()
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    assert dialog.isVisible()
    assert name.text() == "某某"
    assert desk.contacts.search("某某") == ()
    dialog.reject()


def test_an_edit_keeps_what_the_dialog_does_not_show_and_is_taken_back(
    page, line, hits, desk, qtbot
):
    type_in(qtbot, line, hits, "东河宏泰")
    key = hits.current().key
    before = desk.contacts.fields(int(key[1:]))
    page._acts.edit()
    dialog = dialog_of(page, qtbot)
    address = dialog.findChild(QLineEdit, "address_edit")
    address.clear()
    address.insert("新址1号")
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    after = desk.contacts.fields(int(key[1:]))
    assert after.address == "新址1号"
    assert after.phones == before.phones
    assert after.verified_on == before.verified_on
    page.undo()
    assert desk.contacts.fields(int(key[1:])) == before


def test_a_contact_removed_by_somebody_else_leaves_the_card(page, line, hits, desk, session, qtbot):
    type_in(qtbot, line, hits, "许海涛")
    key = hits.current().key
    card = desk.contacts.card(key)
    desk.contacts.remove(session.require(), card.id, card.version)
    page._hits.picked.emit(hits.current())
    assert page._card.card is None


def test_the_dialog_is_freed_on_close(page, desk, session, bus):
    assert freed_on_close(
        lambda: ContactDialog(contacts=desk.contacts, session=session, bus=bus, parent=page)
    )
