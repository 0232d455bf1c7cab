"""Each thing that does not fit together in the record stands on the page of the incident."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from safetydesk.domain.incident import BasisKind, Casualties
from safetydesk.domain.report_series import ReportType
from safetydesk.services.reports import Sent
from safetydesk.ui.pages.incident_findings import FindingsDialog
from tests.helpers.office import PIN
from tests.ui.incident_desk import exploded_page, explosion, incident_desk, instant

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def at(sqlite_database):
    desk = incident_desk(sqlite_database)
    explosion(desk)
    return desk


@pytest.fixture
def page(at, qtbot):
    return exploded_page(at, qtbot)


def numbers(at, clock, **said):
    at.clock.to(instant(clock))
    told = Casualties(time=instant(clock), known_at=instant(clock), source="现场", **said)
    at.desk.incidents.record_casualties(at.staff.officer, at.incident_id, told)


def shown(page):
    page.refresh()
    line = page._findings
    return line.accessibleName() if line.isVisible() else ""


def test_nothing_is_said_while_everything_fits(page):
    assert shown(page) == ""


def test_a_number_that_falls_without_a_reason(page, at):
    numbers(at, "10:30", severely_injured=2, lightly_injured=1)
    numbers(at, "11:00", severely_injured=1, lightly_injured=2)
    assert "重伤由2减少为1，没有说明理由" in shown(page)


def test_a_sum_that_does_not_add_up(page, at):
    numbers(at, "10:30", dead=1, missing=2, total=5)
    assert "合计5人，与各项之和3人不符" in shown(page)


def test_an_occurrence_after_the_receipt(page, at):
    at.clock.to(instant("11:00"))
    at.desk.incidents.correct(
        at.staff.officer,
        at.incident_id,
        BasisKind.OCCURRED,
        instant("10:40"),
        source="监控",
    )
    assert "事发时间2025-10-06 10:40晚于接报时间" in shown(page)


def test_a_corrected_receipt_that_makes_a_timely_report_late(page, at):
    desk = at.desk
    at.clock.to(instant("11:50"))
    draft = desk.reports.draft(at.staff.officer, at.incident_id, ReportType.INITIAL).value
    signed = desk.reports.sign_off(at.staff.leader.person_id, PIN, draft.id, draft.version)
    desk.reports.record_sent(at.staff.officer, signed.value.id, (Sent("市应急局"),))
    assert shown(page) == ""
    at.clock.to(instant("14:00"))
    desk.incidents.correct(
        at.staff.officer,
        at.incident_id,
        BasisKind.RECEIVED,
        instant("09:30"),
        source="话单",
    )
    assert "变为迟报" in shown(page)


def test_a_rescue_that_ended_while_people_are_missing(page, at):
    numbers(at, "10:30", missing=2)
    at.clock.to(instant("17:30"))
    at.desk.incidents.rescue_ended(at.staff.officer, at.incident_id, instant("17:30"))
    assert "宣布救援结束时仍有失联、被困人员2人" in shown(page)


def test_casualties_that_change_after_the_window(page, at):
    numbers(at, "10:30", dead=1, severely_injured=1)
    later = instant("10:30") + timedelta(days=40)
    at.clock.to(later)
    told = Casualties(time=later, known_at=later, source="医院", dead=2, severely_injured=0)
    at.desk.incidents.record_casualties(at.staff.officer, at.incident_id, told)
    assert "已在补报期限外" in shown(page)


def test_all_findings_are_read_in_full_by_key(page, at, qtbot):
    numbers(at, "10:30", dead=1, missing=2, total=5)
    page.refresh()
    qtbot.keyClick(page, Qt.Key.Key_I, ALT)
    (dialog,) = [
        w for w in QApplication.topLevelWidgets() if isinstance(w, FindingsDialog) and w.isVisible()
    ]
    assert "合计5人" in dialog._words.text()
    dialog.close()
