"""The composer over the sample day's explosion: its fixtures and what several tests do with it."""

from __future__ import annotations

from PySide6.QtCore import Qt

from safetydesk.domain.incident import Casualties
from safetydesk.domain.incident_record import FactField
from safetydesk.domain.report_series import ReportType
from safetydesk.ui.pages.composer import ComposerPage
from tests.ui.incident_desk import (
    casualties_known,
    explosion,
    first_report_sent,
    incident_desk,
    instant,
)

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def composer_desk(database):
    """The desk after the explosion, its numbers known."""
    desk = incident_desk(database)
    explosion(desk)
    casualties_known(desk)
    return desk


def first_draft(at):
    """The draft of the first report."""
    at.clock.to(instant("10:35"))
    return at.desk.reports.draft(at.officer, at.incident_id, ReportType.INITIAL).value


def composer_page(at, qtbot):
    """The composer in a window that has the keyboard."""
    made = ComposerPage(services=at.services)
    qtbot.addWidget(made)
    made.resize(1112, 764)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitActive(made)
    return made


def follow_up(at):
    """The draft of a follow-up after news, and one fact more that it does not know."""
    first_report_sent(at)
    at.clock.to(instant("11:26"))
    incidents = at.desk.incidents
    numbers = Casualties(
        time=instant("11:20"),
        known_at=instant("11:26"),
        dead=3,
        missing=0,
        source="区消防大队",
    )
    incidents.record_casualties(at.officer, at.incident_id, numbers)
    draft = at.desk.reports.draft(at.officer, at.incident_id, ReportType.FOLLOW_UP).value
    at.clock.to(instant("11:30"))
    incidents.record_fact(
        at.officer, at.incident_id, FactField.SITUATION, "明火已扑灭", source="现场指挥部"
    )
    return draft


def report(at, report_id):
    return at.desk.reports.view(report_id)


def press(qtbot, page, key, modifier=Qt.KeyboardModifier.NoModifier):
    """Presses a key in the page, once its window has the keyboard: shortcuts need that."""
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    qtbot.keyClick(page, key, modifier)
