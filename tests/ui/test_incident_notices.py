"""Whom an incident concerns stands with its text and its tick; what is not ours is passed on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from safetydesk.domain.obligations import ObligationStatus
from safetydesk.ui.dialogs.incident_notices import NoticesDialog
from safetydesk.ui.dialogs.incident_transfer import TransferDialog
from safetydesk.ui.dialogs.phone_report import PhoneReportDialog
from tests.helpers.leaks import freed_on_close
from tests.helpers.office import PIN
from tests.ui.acting import dialog_of, entries, field, save, view, write
from tests.ui.incident_desk import exploded_page, explosion, incident_desk

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def at(sqlite_database):
    desk = incident_desk(sqlite_database)
    explosion(desk)
    return desk


@pytest.fixture
def page(at, qtbot):
    return exploded_page(at, qtbot)


def notices(page, qtbot):
    qtbot.keyClick(page, Qt.Key.Key_W, ALT)
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, NoticesDialog)]
    (dialog,) = [w for w in found if w.isVisible()]
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow, timeout=20_000)
    return dialog


def row(at, department):
    return next(line for line in view(at).notices if line.department == department)


def test_all_who_must_be_told_are_told_in_one_act_and_ticked(page, at, qtbot):
    assert row(at, "检察院").open
    dialog = notices(page, qtbot)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    telling = dialog_of(page, PhoneReportDialog)
    named = {told.recipient for told in telling._rows.told()}
    assert {"公安", "人社局", "总工会", "检察院", "生态环境局", "卫生健康局"} <= named
    save(telling)
    told = row(at, "检察院").told
    assert told is not None
    assert told.told_by == "黄志强"
    assert not [line for line in view(at).notices if line.open]


def test_enter_tells_the_selected_department_alone(page, at, qtbot):
    dialog = notices(page, qtbot)
    dialog._notices.select_key("应通报总工会")
    qtbot.keyClick(dialog._notices, Qt.Key.Key_Return)
    telling = dialog_of(page, PhoneReportDialog)
    assert [told.recipient for told in telling._rows.told()] == ["总工会"]


def test_our_own_office_is_named_and_not_told(page, at, qtbot):
    ours = row(at, "应急管理局")
    assert (ours.ours, ours.open, ours.told) == (True, False, None)
    dialog = notices(page, qtbot)
    dialog._notices.select_key("主管部门应急管理局")
    assert not dialog._tell.isEnabled()
    assert "安全生产法" in dialog._citation.text()


def test_what_is_not_ours_is_passed_on_with_a_name_and_what_runs_ends(page, at):
    page.dialogs.transfer()
    dialog = dialog_of(page, TransferDialog)
    dialog._unit.setCurrentText("云川区市场监督管理局")
    write(field(dialog, "taken_by"), "李立")
    dialog._ending.setChecked(True)
    dialog._pin.setText("000000")
    save(dialog)
    assert dialog.isVisible()
    dialog._pin.setText(PIN)
    save(dialog)
    rest = [o for o in view(at).obligations if o.status.open]
    assert rest == []
    (passed,) = [o for o in view(at).obligations if o.rule == "N16"]
    assert (passed.status, passed.proof) == (ObligationStatus.MET, "李立")
    assert (
        entries(at)[-1][1] == "事件2025-018不属本单位职责，转送云川区市场监督管理局（接收人：李立）"
    )


def test_without_a_tick_nobody_asks_for_the_leaders_pin(page):
    page.dialogs.transfer()
    dialog = dialog_of(page, TransferDialog)
    assert not dialog._pin.isEnabled()
    dialog._ending.setChecked(True)
    assert dialog._pin.isEnabled()


def test_dialogs_are_freed_on_close(at):
    shown, services = view(at), at.services
    assert freed_on_close(lambda: TransferDialog(None, services, shown))
    assert freed_on_close(lambda: NoticesDialog(None, shown, services.wording))
