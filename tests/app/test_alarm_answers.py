"""Answering an alarm leads to where its fact is recorded."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QMessageBox

from safetydesk.services.views_contacts import SpecialGroup
from safetydesk.services.views_frame import AlarmAct
from safetydesk.ui.dialogs.handover import HandoverWindow
from safetydesk.ui.dialogs.presence import PresenceDialog
from safetydesk.ui.dialogs.reason import ReasonDialog
from safetydesk.ui.dialogs.shelved_alarms import ShelvedAlarms
from safetydesk.ui.pages.composer import ComposerPage
from safetydesk.ui.pages.contacts import ContactsPage
from safetydesk.ui.pages.roster import RosterPage
from safetydesk.ui.widgets.alarm_row import AlarmIntent
from safetydesk.ui.widgets.group_column import GroupColumn
from safetydesk.ui.widgets.row_table import RowTable
from tests.helpers.hands.fingers import press, shown, write


@pytest.mark.parametrize(
    ("key", "window"),
    [
        ("handover:2025-279", HandoverWindow),
        ("no_show:2025-279:3", PresenceDialog),
    ],
)
def test_an_alarm_opens_the_window_of_its_fact(work, key, window):
    work.desk_window.windows.answer_alarm(key)
    work.settle()
    assert shown(window).isVisible()


@pytest.mark.parametrize("key", ["filing:7", "swap:3", "unmanned:deputy:202510140030"])
def test_what_concerns_the_roster_opens_its_page(work, key):
    work.desk_window.windows.answer_alarm(key)
    assert isinstance(work.window.current_page, RosterPage)


def test_the_alarm_of_old_numbers_opens_the_directory_cut_down_to_them(work):
    work.desk_window.windows.answer_alarm("contacts:202510")
    work.settle()
    page = work.window.current_page
    assert isinstance(page, ContactsPage)
    (groups,) = page.findChildren(GroupColumn)
    assert groups.current() == SpecialGroup.TO_VERIFY


def test_the_alarm_of_a_daily_report_opens_its_draft(work):
    work.desk_window.windows.answer_alarm("daily:国庆中秋安全防范:202510061500")
    work.settle()
    page = work.window.current_page
    assert isinstance(page, ComposerPage)
    (draft,) = work.desk.reports.drafts()
    assert (page.report_id, draft.type.value) == (draft.id, "daily")
    assert "接报突发事件1起" in page.editor.opening.toPlainText()


def notes_due(work, *titles):
    """Notes of the officer that have come to their time, as items of the list."""
    officer, at = work.desk_window.session.require(), work.clock.now() + timedelta(minutes=1)
    numbers = [work.desk.routines.remind(officer, title, at).value for title in titles]
    work.clock.advance(minutes=2)
    work.beat()
    return [f"note:{number}" for number in numbers]


def ask(work, *intents):
    """The acts asked for at the list, and the windows that opened, in that order."""
    for intent in intents:
        work.window.alarms.asked.emit(intent)
    work.settle()
    return work.window.findChildren(ReasonDialog)


def give(work, window, reason):
    (line,) = window.findChildren(QLineEdit)
    write(line, reason)
    press(line, Qt.Key.Key_Return)
    work.settle()


def listed(work):
    return {alarm.item: alarm for alarm in work.desk.reminders.active(work.clock.now())}


@pytest.fixture
def hours_pass(expected_complaints):
    """The clock is moved by hand, which the window takes for standing still."""
    expected_complaints.append("safetydesk.window")


@pytest.mark.usefixtures("hours_pass")
def test_each_reason_settles_the_alarm_of_its_own_window_as_it_was_asked(work):
    first, second = notes_due(work, "叫醒司机", "给园区打电话")
    close = AlarmIntent(first, AlarmAct.CLOSE)
    windows = ask(work, close, AlarmIntent(second, AlarmAct.SHELVE, 10))
    for window, title in zip(windows, ("叫醒司机", "给园区打电话"), strict=True):
        assert title in {label.text() for label in window.findChildren(QLabel)}
    give(work, windows[0], "已叫醒")
    assert first not in listed(work)
    assert listed(work)[second].state.shelf is None
    assert work.desk.log.newest(1)[0].text == "办结提醒：叫醒司机。结果：已叫醒"
    work.window.alarms.mute_asked.emit(5)
    mute = work.desk.reminders.mute_at(work.clock.now())
    assert mute.until == work.clock.now() + timedelta(minutes=5)
    give(work, windows[1], "等他回电")
    assert listed(work)[second].state.shelf.until == work.clock.now() + timedelta(minutes=10)


@pytest.mark.usefixtures("hours_pass")
def test_what_was_done_while_it_was_aside_is_closed_from_the_list_of_what_is_shelved(work):
    done, waits = notes_due(work, "叫醒司机", "给园区打电话")
    officer, until = work.desk_window.session.require(), work.clock.now() + timedelta(minutes=10)
    for item in (done, waits):
        work.desk.reminders.shelve(officer, item, until, "等回电")
    work.window.alarms.shelved_asked.emit()
    aside = shown(ShelvedAlarms)
    (table,) = aside.findChildren(RowTable)
    table.select_key(done)
    press(aside, Qt.Key.Key_Delete)
    give(work, shown(ReasonDialog), "已叫醒")
    assert table.current_key() == waits
    assert work.desk.log.newest(1)[0].text == "办结提醒：叫醒司机。结果：已叫醒"
    press(table, Qt.Key.Key_Return)
    assert table.row_count() == 0
    assert listed(work)[waits].state.shelf is None
    aside.close()


@pytest.mark.usefixtures("hours_pass")
def test_what_ends_by_its_fact_cannot_be_closed_from_the_list_of_what_is_shelved(work):
    work.to("2025-10-06T12:00:00+08:00")
    officer, until = work.desk_window.session.require(), work.clock.now() + timedelta(minutes=10)
    item = next(i for i, a in listed(work).items() if a.level != 1 and not a.closable)
    work.desk.reminders.shelve(officer, item, until, "等回电")
    work.window.alarms.shelved_asked.emit()
    aside = shown(ShelvedAlarms)
    press(aside, Qt.Key.Key_Delete)
    assert work.window.findChildren(ReasonDialog) == []
    aside.close()


@pytest.mark.usefixtures("hours_pass")
def test_who_saw_the_alarm_at_a_lower_level_has_not_acknowledged_it(work):
    (item,) = notes_due(work, "叫醒司机")
    work.window.alarms.asked.emit(AlarmIntent(item, AlarmAct.ACKNOWLEDGE, level=3))
    work.settle()
    assert listed(work)[item].state.is_acknowledged
    work.to("2025-10-06T12:00:00+08:00")
    graver = next(i for i, a in listed(work).items() if a.level == 1)
    asked = len(work.window.findChildren(QMessageBox))
    work.window.alarms.asked.emit(AlarmIntent(graver, AlarmAct.ACKNOWLEDGE, level=3))
    work.settle()
    assert not listed(work)[graver].state.is_acknowledged
    (said,) = work.window.findChildren(QMessageBox)[asked:]
    assert said.text() == "这一提醒已经升级，请按新的级别再看。"
    said.close()
