"""日报 and 零报告 are written and noted as sent by keys; a phone script is ticked as it is said."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from safetydesk.domain.report_series import ReportType
from safetydesk.ui.dialogs.daily_report import DailyReportDialog
from safetydesk.ui.dialogs.phone_report import PhoneReportDialog
from safetydesk.ui.pages.incidents import IncidentsPage
from tests.ui.acting import collected, save, view
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


def daily_dialog(at, window):
    return DailyReportDialog(window, at.services, at.desk.daily_reports)


def test_a_nil_report_is_offered_and_sent_in_one_act(at, shown, window):
    dialog = shown(daily_dialog(at, window))
    assert dialog._chosen is ReportType.NIL
    assert "未发生突发事件" in dialog._words.toPlainText()
    dialog._rows._rows[0].name.setText("市应急局")
    dialog._rows._rows[0].by.setText("黎海霞")
    dialog.print_too.setChecked(True)
    asked = collected(dialog.print_asked)
    save(dialog)
    (report,) = at.desk.reports.sent_between(at.clock.now(), at.clock.now().replace(hour=23))
    assert report.name == "零报告〔2025〕第1期"
    assert [(d.recipient, d.confirmed_by) for d in report.deliveries] == [("市应急局", "黎海霞")]
    assert asked == [report.id]


def test_with_news_a_daily_report_is_offered_and_the_usual_recipients_come_back(at, shown, window):
    first = shown(daily_dialog(at, window))
    first._rows._rows[0].name.setText("市应急局")
    save(first)
    explosion(at)
    at.clock.to(instant("15:00"))
    dialog = shown(daily_dialog(at, window))
    assert dialog._chosen is ReportType.DAILY
    assert "接报突发事件1起" in dialog._words.toPlainText()
    assert [told.recipient for told in dialog._rows.told()] == ["市应急局"]
    dialog._type.setCurrentText("零报告")
    assert "2" in dialog._form.effect_label.text()
    dialog.reject()


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
    (report,) = at.desk.reports.of_incident(at.incident_id)
    kept = [(section.lead, section.text) for section in report.content.sections]
    assert kept[0] == ("自报家门", "已说")
    assert kept[-1] == ("对方复述", "未说")


def test_other_kinds_have_no_script(at, shown, window):
    explosion(at)
    dialog = shown(PhoneReportDialog(window, at.services, view(at), ReportType.NOTIFY))
    assert not dialog.points.isVisible()
    dialog.reject()
