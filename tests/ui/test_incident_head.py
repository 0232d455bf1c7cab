"""The head of an incident by key: put right, closed in a leader's name, opened again."""

from __future__ import annotations

import pytest

from safetydesk.domain.incident import Category
from safetydesk.services.views_incidents import IncidentState
from safetydesk.ui.dialogs.handover_read_back import PinLine
from safetydesk.ui.dialogs.incident_head import (
    CloseIncidentDialog,
    ReopenIncidentDialog,
    ReviseIncidentDialog,
)
from tests.helpers.office import PIN
from tests.ui.acting import dialog_of, entries, field, save, view, write
from tests.ui.incident_desk import exploded_page, explosion, incident_desk


@pytest.fixture
def at(sqlite_database):
    desk = incident_desk(sqlite_database)
    explosion(desk)
    return desk


@pytest.fixture
def page(at, qtbot):
    return exploded_page(at, qtbot)


def test_closing_with_reports_owed_needs_a_reason(page, at, qtbot):
    page.dialogs.close_incident()
    dialog = dialog_of(page, CloseIncidentDialog)
    save(dialog)
    assert dialog._form.problem_label.isVisible()
    write(field(dialog, "reason"), "已移交市局")
    save(dialog)
    assert view(at).summary.state is IncidentState.IN_HAND
    write(dialog.findChild(PinLine), PIN)
    save(dialog)
    assert view(at).summary.state is IncidentState.CLOSED
    assert entries(at)[-1] == ("其他", "事件2025-018结案：已移交市局（曾慧同意）")
    qtbot.waitUntil(lambda: not page._compose.isEnabled())


def test_another_kind_is_taken_with_its_reason_and_a_leader_where_reports_would_end(page, at):
    page._acts._revise.trigger()
    dialog = dialog_of(page, ReviseIncidentDialog)
    write(field(dialog, "title"), "泵房积水")
    field(dialog, "category").setCurrentText("洪涝灾害")
    field(dialog, "category").activated.emit(0)
    save(dialog)
    assert dialog._form.problem_label.isVisible()
    write(field(dialog, "reason"), "实为暴雨积水")
    save(dialog)
    assert view(at).summary.category is not Category.FLOOD
    write(dialog.findChild(PinLine), PIN)
    save(dialog)
    head = view(at).summary
    assert (head.title, head.category) == ("泵房积水", Category.FLOOD)
    assert entries(at)[-1][1].startswith("事件2025-018更正：原“")
    assert entries(at)[-1][1].endswith("。实为暴雨积水")


def test_a_closed_incident_is_opened_again_with_a_reason(page, at, qtbot):
    at.desk.incidents.close(at.staff.leader, at.incident_id, "误报")
    page.refresh()
    page._acts.aboutToShow.emit()
    assert not page._acts._close.isVisible()
    page._acts._reopen.trigger()
    dialog = dialog_of(page, ReopenIncidentDialog)
    save(dialog)
    assert dialog._form.problem_label.isVisible()
    write(field(dialog, "reason"), "一名伤者死亡")
    save(dialog)
    assert view(at).summary.state is IncidentState.IN_HAND
    assert entries(at)[-1] == ("其他", "事件2025-018重新打开：一名伤者死亡")
    qtbot.waitUntil(page._compose.isEnabled)
