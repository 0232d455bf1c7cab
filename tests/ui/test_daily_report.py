"""日报 and 零报告 are written, signed and noted as sent by keys; a phone script is ticked as said."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from safetydesk.domain.report_series import ReportType
from safetydesk.ui.dialogs.phone_report import PhoneReportDialog
from safetydesk.ui.pages.incidents import IncidentsPage
from tests.helpers.office import PIN
from tests.ui.acting import save, view
from tests.ui.composing import ALT, CTRL, composer_page, press, report
from tests.ui.incident_desk import explosion, incident_desk, instant


@pytest.fixture
def at(sqlite_database):
    return incident_desk(sqlite_database)


@pytest.fixture
def window(qtbot):
    """What the dialogs stand over: they are freed when they close."""
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def shown(qtbot):
    def show(widget):
        with qtbot.waitActive(widget):
            widget.show()
            widget.activateWindow()
        return widget

    return show


@pytest.fixture
def page(at, qtbot):
    return composer_page(at, qtbot)


def begun(at, page):
    draft = at.desk.daily_reports.begin(at.officer).value
    page.show_report(draft.id)
    return draft


def test_a_nil_report_is_signed_by_pin_and_noted_as_sent_by_keys(at, page, qtbot):
    draft = begun(at, page)
    assert page._name.text() == "零报告"
    assert page._issue.text() == "〔2025〕第1期"
    assert "未发生突发事件" in page.editor.opening.toPlainText()
    assert not page.editor._check.isVisible()
    page.editor.addressees._add.insert("市应急局")
    qtbot.keyClick(page.editor.addressees._add, Qt.Key.Key_Return)
    press(qtbot, page, Qt.Key.Key_Return, CTRL)
    qtbot.keyClicks(page.foot.pin, PIN)
    qtbot.keyClick(page.foot.pin, Qt.Key.Key_Return)
    signed = report(at, draft.id)
    assert (signed.name, signed.signer) == ("零报告〔2025〕第1期", "曾慧")
    assert page.sending._words.text() == "零报告〔2025〕第1期：报市应急局"
    press(qtbot, page, Qt.Key.Key_Return, CTRL)
    (sent,) = report(at, draft.id).deliveries
    assert sent.recipient == "市应急局"
    kinds = [entry.kind.value for entry in at.desk.log.newest(5)]
    assert "零报告" in kinds
    assert at.desk.daily_reports.begin(at.officer).value.content.addressees == ("市应急局",)


def test_what_came_in_is_marked_until_the_words_are_written_anew(at, page, qtbot):
    draft = begun(at, page)
    explosion(at)
    at.clock.to(instant("15:00"))
    page.refresh()
    qtbot.waitUntil(lambda: bool(page.check.check.remarks))
    assert page.check.check.remarks[0].is_error
    press(qtbot, page, Qt.Key.Key_K, ALT)
    assert page._name.text() == "日报"
    assert "接报突发事件1起" in page.editor.opening.toPlainText()
    page.editor.opening.setFocus()
    page.editor.opening.selectAll()
    qtbot.keyClicks(page.editor.opening, "x")
    press(qtbot, page, Qt.Key.Key_N, ALT)
    assert "接报突发事件1起" in page.editor.opening.toPlainText()
    qtbot.waitUntil(lambda: not page.check.check.remarks)
    assert report(at, draft.id).place.type is ReportType.DAILY


def test_leaving_goes_back_to_the_list(at, page, qtbot):
    begun(at, page)
    with qtbot.waitSignal(page.incident_asked) as asked:
        press(qtbot, page, Qt.Key.Key_Escape)
    assert asked.args == [0]


def test_the_daily_report_is_asked_for_by_key(at, shown, qtbot):
    page = IncidentsPage(services=at.services)
    qtbot.addWidget(page)
    shown(page)
    with qtbot.waitSignal(page.daily_asked):
        qtbot.keyClick(page, Qt.Key.Key_D, Qt.KeyboardModifier.AltModifier)


def test_the_phone_script_is_ticked_as_it_is_said(at, shown, qtbot, window):
    explosion(at)
    dialog = shown(PhoneReportDialog(window, at.services, view(at), ReportType.PHONE, ["市应急局"]))
    for tick in dialog.points.ticks[:-1]:
        tick.setFocus()
        qtbot.keyClick(tick, Qt.Key.Key_Space)
    dialog._rows._rows[0].by.setText("黎海霞")
    save(dialog)
    (told,) = at.desk.reports.of_incident(at.incident_id)
    kept = [(section.lead, section.text) for section in told.content.sections]
    assert kept[0] == ("自报家门", "已说")
    assert kept[-1] == ("对方复述", "未说")


def test_other_kinds_have_no_script(at, shown, window):
    explosion(at)
    dialog = shown(PhoneReportDialog(window, at.services, view(at), ReportType.NOTIFY))
    assert not dialog.points.isVisible()
    dialog.reject()
