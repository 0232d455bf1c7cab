"""A call is recorded by keys, matched against the directory, kept when it is put aside."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from safetydesk.domain.call_questions import Question
from safetydesk.domain.log import EntryKind
from safetydesk.domain.phone_numbers import PhoneKind, PhoneNumber
from safetydesk.services.views_contacts import ContactFields
from safetydesk.ui.call_target import CallTarget
from safetydesk.ui.dialogs.call_record import CallRecordWindow
from safetydesk.ui.dialogs.intake import IntakeDialog
from safetydesk.ui.session import Session
from safetydesk.ui.widgets.told_lines import ToldLines
from safetydesk.ui.wording import Wording
from tests.helpers.demo_desk import demo_desk
from tests.helpers.leaks import freed_on_close
from tests.ui.acting import in_front

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
NUMBER = "0000-5550231"
WORDS = "3点12分许，创新路9号泽禾新材料二车间反应釜爆炸起火，伤亡不明，119、120已叫"


@pytest.fixture
def desk(tmp_path):
    with demo_desk(tmp_path) as made:
        officer = made.people.actor(made.people.named("黄志强").id)
        made.shifts.open_first(officer)
        made.contacts.add(
            officer,
            ContactFields(
                name="吴桐",
                unit="云川化工园区",
                title="值班员",
                phones=(PhoneNumber("00005550231", kind=PhoneKind.LANDLINE),),
            ),
        )
        yield made


@pytest.fixture
def session(desk):
    made = Session()
    made.sign_in(desk.people.actor(desk.people.named("黄志强").id))
    return made


@pytest.fixture
def build(desk, session, bus):
    def make(parent=None, target=None) -> CallRecordWindow:
        return CallRecordWindow(
            parent,
            calls=desk.calls,
            contacts=desk.contacts,
            session=session,
            bus=bus,
            clock=desk.clock,
            wording=Wording(),
            drafts=desk.drafts,
            target=target,
        )

    return make


@pytest.fixture
def show(qtbot, build):
    made: list[QWidget] = []

    def shown(**given) -> CallRecordWindow:
        window = build(**given)
        made.append(window)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    yield shown
    for window in made:
        if isValid(window):
            window.close()


def line(window, name) -> QLineEdit:
    return window.findChild(QLineEdit, name)


def text(window, name="text_edit") -> QPlainTextEdit:
    return window.findChild(QPlainTextEdit, name)


def choose(window, category):
    next(b for b in window._ui.category_segment._buttons() if b.text() == category).click()


def newest(desk):
    return desk.log.newest(1)[0]


def test_a_number_is_recognised_while_it_is_typed(show, qtbot):
    window = show()
    qtbot.keyClicks(line(window, "number_edit"), NUMBER)
    qtbot.waitUntil(lambda: line(window, "unit_edit").text() == "云川化工园区")
    assert line(window, "name_edit").text() == "吴桐"
    assert "云川化工园区 吴桐" in window._ui.match_label.text()


def test_what_somebody_wrote_is_not_filled_over(show, qtbot):
    window = show()
    line(window, "name_edit").insert("李四")
    qtbot.keyClicks(line(window, "number_edit"), NUMBER)
    qtbot.waitUntil(lambda: line(window, "unit_edit").text() == "云川化工园区")
    assert line(window, "name_edit").text() == "李四"


def test_another_number_takes_back_what_the_first_one_filled(show, qtbot):
    window = show()
    qtbot.keyClicks(line(window, "number_edit"), NUMBER)
    qtbot.waitUntil(lambda: line(window, "unit_edit").text() != "")
    line(window, "number_edit").selectAll()
    qtbot.keyClicks(line(window, "number_edit"), "0000-9999999")
    qtbot.waitUntil(lambda: line(window, "unit_edit").text() == "")
    assert window._ui.match_label.text() == "not in the directory"


def test_ctrl_enter_saves_the_call_and_its_entry_and_closes(show, qtbot, desk, bus):
    notices = []
    bus.notice.connect(notices.append)
    window = show()
    qtbot.keyClicks(line(window, "number_edit"), NUMBER)
    choose(window, "突发事件")
    text(window).setPlainText(WORDS)
    text(window, "handling_edit").setPlainText("报王建国")
    window._ui.told.findChild(QLineEdit).insert("园区管委会 03:17")
    qtbot.keyClick(window, Qt.Key.Key_Return, CTRL)
    entry = newest(desk)
    assert (entry.kind, entry.text, entry.handling) == ("突发事件接报", WORDS, "报王建国")
    call = desk.calls.of_entry(entry.seq)
    assert (call.unit, call.name, call.category) == ("云川化工园区", "吴桐", "突发事件")
    assert call.contact_id is not None
    assert call.already_told == ("园区管委会 03:17",)
    assert call.rang_at == desk.clock.now() == entry.event_at
    assert desk.drafts.keys("call:") == []
    assert len(notices) == 1
    assert not isValid(window) or not window.isVisible()


def test_f4_saves_and_asks_for_an_incident(show, qtbot, desk):
    window = show()
    text(window).setPlainText(WORDS)
    with qtbot.waitSignal(window.incident_asked) as asked:
        qtbot.keyClick(window, Qt.Key.Key_F4)
    assert asked.args[0].entry == newest(desk)
    assert asked.args[0].draft.text == WORDS


def test_a_call_without_words_is_refused_and_says_so(show, qtbot, desk):
    before = desk.log.count()
    window = show()
    qtbot.keyClick(window, Qt.Key.Key_Return, CTRL)
    assert window._ui.state_label.text() == "Write down what happened."
    assert window.isVisible()
    assert desk.log.count() == before


def test_nobody_signed_in_loses_nothing(show, qtbot, session, desk):
    session.sign_out()
    window = show()
    text(window).setPlainText(WORDS)
    qtbot.keyClick(window, Qt.Key.Key_Return, CTRL)
    assert window.isVisible()
    assert text(window).toPlainText() == WORDS


def test_the_kind_follows_the_category_until_it_is_chosen(show, qtbot, desk):
    window = show()
    combo = window.findChild(QComboBox, "kind_combo")
    assert combo.count() == len(EntryKind)
    choose(window, "查岗")
    assert combo.currentText() == "查岗"
    combo.setFocus()
    qtbot.keyClick(combo, Qt.Key.Key_End)
    assert combo.currentText() == "其他"
    choose(window, "公务")
    assert combo.currentText() == "其他"
    text(window).setPlainText("询问值班安排")
    qtbot.keyClick(window, Qt.Key.Key_Return, CTRL)
    assert newest(desk).kind is EntryKind.OTHER


def test_the_event_may_be_earlier_than_the_call(show, qtbot, desk):
    window = show()
    edit = window._ui.time_edit
    edit.setDateTime(edit.dateTime().addSecs(-28 * 60))
    text(window).setPlainText(WORDS)
    qtbot.keyClick(window, Qt.Key.Key_Return, CTRL)
    assert newest(desk).event_at == datetime.fromisoformat("2025-10-06T08:12:00+08:00")


def test_the_questions_are_ticked_by_the_words(show):
    window = show()
    choose(window, "突发事件")
    asked = window._ui.questions
    assert asked.isVisible()
    assert asked.open_questions() == tuple(Question)
    text(window).setPlainText(WORDS)
    assert asked.open_questions() == (Question.TRAPPED, Question.SUBSTANCE, Question.COMMAND)


def test_esc_puts_the_record_aside_and_f3_brings_it_back(show, qtbot, desk):
    rang = desk.clock.now()
    window = show()
    qtbot.keyClicks(line(window, "number_edit"), NUMBER)
    choose(window, "群众")
    text(window).setPlainText("还没写完")
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    desk.clock.advance(minutes=5)
    again = show()
    assert text(again).toPlainText() == "还没写完"
    assert again._ui.category_segment.current() == "群众"
    assert "08:40:00" in again._ui.ring_label.text()
    qtbot.keyClick(again, Qt.Key.Key_Return, CTRL)
    assert newest(desk).event_at == rang


def test_typing_is_kept_without_being_told_to(show, qtbot, desk):
    window = show()
    text(window).insertPlainText("断电也不丢")
    qtbot.waitUntil(lambda: desk.drafts.keys("call:") != [])
    assert desk.drafts.find_form(window.draft_key)["text"] == "断电也不丢"


def test_two_windows_keep_two_drafts(show, qtbot, desk, dressed):
    frame = QWidget()
    first = show(parent=frame)
    text(first).setPlainText("第一个电话")
    qtbot.waitUntil(lambda: desk.drafts.keys("call:") != [])
    desk.clock.advance(seconds=30)
    second = show(parent=frame)
    assert text(second).toPlainText() == ""
    assert second.draft_key != first.draft_key
    first.close()
    second.close()
    frame.deleteLater()


def test_the_window_leaves_the_alarm_list_free_on_a_small_screen(show, qtbot, dressed):
    frame = QWidget()
    frame.setGeometry(0, 0, 1366, 768)
    alarms = QWidget(frame)
    alarms.setGeometry(1366 - 312, 60, 312, 632)
    qtbot.addWidget(frame)
    frame.show()
    window = show(parent=frame)
    window.place_left_of(frame, alarms)
    place = window.geometry()
    assert place.right() < frame.mapToGlobal(alarms.pos()).x()
    assert place.bottom() <= frame.mapToGlobal(alarms.geometry().bottomLeft()).y()
    assert place.height() >= window.minimumSizeHint().height()
    window.close()


def test_a_dropped_draft_is_gone(show, qtbot, desk):
    window = show()
    text(window).setPlainText("打错了")
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    again = show()
    again._ui.drop_button.click()
    assert text(again).toPlainText() == ""
    assert desk.drafts.keys("call:") == []


def test_a_call_to_somebody_of_the_directory_goes_out(show, qtbot, desk):
    key = desk.contacts.match_number(NUMBER)[0].key
    window = show(target=CallTarget(key, "云川化工园区", "吴桐", "00005550231"))
    assert window._ui.direction_segment.current() == "outgoing"
    assert window.findChild(QComboBox, "kind_combo").currentText() == "去电"
    text(window).setPlainText("通知值班室")
    qtbot.keyClick(window, Qt.Key.Key_Return, CTRL)
    assert newest(desk).kind is EntryKind.OUTGOING_CALL
    assert desk.calls.of_entry(newest(desk).seq).direction == "outgoing"


def test_enter_in_a_told_line_gives_another(show, qtbot):
    told = show().findChild(ToldLines)
    first = told.findChildren(QLineEdit)[0]
    first.insert("区委办")
    qtbot.keyClick(first, Qt.Key.Key_Return)
    assert len(told.findChildren(QLineEdit)) == 2
    assert told.lines() == ("区委办",)


def test_the_window_is_freed_when_it_closes(build, dressed):
    assert freed_on_close(build)


def test_a_pasted_note_fills_the_record_by_keys(show, qtbot, desk):
    note = "云川化工园区管委会值班员谭庆丰来电（0000-5551040）：二车间反应釜爆炸。已报告常主任。"
    QApplication.clipboard().setText(note)
    window = show()
    qtbot.keyClick(window, Qt.Key.Key_V, CTRL | Qt.KeyboardModifier.ShiftModifier)
    dialog = window.findChild(IntakeDialog)
    in_front(dialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    assert line(window, "number_edit").text() == "00005551040"
    assert line(window, "unit_edit").text() == "云川化工园区管委会"
    assert line(window, "name_edit").text() == "谭庆丰"
    assert text(window).toPlainText() == note
    assert window._ui.category_segment.current() == "突发事件"
    assert window._ui.told.lines() == ("常主任",)
    in_front(window)
    qtbot.keyClick(window, Qt.Key.Key_Return, CTRL)
    assert newest(desk).text == note


def test_answering_and_ending_are_noted_by_one_key_each(show, qtbot, desk):
    window = show()
    rang_at = desk.clock.now()
    window._ui.text_edit.setPlainText(WORDS)
    desk.clock.advance(seconds=8)
    qtbot.keyClick(window, Qt.Key.Key_J, ALT)
    assert "after 8 秒" in window._ui.ring_label.text()
    desk.clock.advance(seconds=78)
    qtbot.keyClick(window, Qt.Key.Key_G, ALT)
    assert window._ui.ended_button.isChecked()
    desk.clock.advance(seconds=30)
    qtbot.keyClick(window, Qt.Key.Key_Return, CTRL)
    call = desk.calls.of_entry(desk.log.newest(1)[0].seq)
    assert call.answered_at - rang_at == timedelta(seconds=8)
    assert call.talked_for == timedelta(seconds=78)


def test_a_time_noted_by_mistake_is_taken_back_by_the_same_key(show, qtbot, desk):
    window = show()
    window._ui.text_edit.setPlainText(WORDS)
    for _ in range(2):
        qtbot.keyClick(window, Qt.Key.Key_G, ALT)
    qtbot.keyClick(window, Qt.Key.Key_Return, CTRL)
    assert desk.calls.of_entry(desk.log.newest(1)[0].seq).ended_at is None


def test_the_times_come_back_with_the_record_put_aside(show, qtbot, desk):
    window = show()
    desk.clock.advance(seconds=5)
    qtbot.keyClick(window, Qt.Key.Key_J, ALT)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert show()._form.answered_at == desk.clock.now()


def test_a_key_pressed_twice_saves_one_record(show, desk):
    window = show()
    window._ui.text_edit.setPlainText(WORDS)
    before = desk.log.count()
    window._on_save()
    window._on_incident()
    assert desk.log.count() == before + 1
