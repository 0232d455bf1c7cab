"""What the window shows while something cannot be read: the alarms, and that the desk is not well."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import DDL, insert, text, update
from typing_extensions import override

from safetydesk.domain.errors import StorageUnavailable
from safetydesk.domain.warning import WarningLevel, WarningStatement
from safetydesk.services.views_warnings import NewMessage
from safetydesk.storage.tables.incidents import IncidentEventRow
from safetydesk.storage.tables.warnings import WarningMessageRow
from safetydesk.ui.pages.desk_parts import QuietBanner
from safetydesk.ui.tasks import Task
from safetydesk.ui.widgets.alarm_row import AlarmRow
from safetydesk.ui.widgets.plain import PlainLabel
from tests.helpers.tasks import SyncTaskRunner


def listed(work):
    return [row.accessibleName() for row in work.window.alarms.findChildren(AlarmRow)]


UNREAD = ["safetydesk.duty_state", "safetydesk.incidents", "safetydesk.frame"]


def test_alarms_are_shown_though_incidents_and_warnings_cannot_be_read(
    work, expected_complaints, caplog
):
    expected_complaints.extend([*UNREAD, "safetydesk.window"])
    said = WarningStatement("暴雨", WarningLevel.RED, "临江市气象台", work.clock.now())
    work.desk.warnings.take_in(work.desk_window.session.require(), NewMessage(said))
    officer, at = work.desk_window.session.require(), work.clock.now() + timedelta(minutes=1)
    work.desk.routines.remind(officer, "叫醒司机", at)
    (incident,) = work.desk.incidents.open_incidents(work.clock.now())
    now = work.clock.now()
    spoilt = {"kind": "unheard_of", "time": now, "known_at": now, "payload": {}}
    by = {"author_id": None, "recorded_at": now, "source": "", "entry_seq": None}
    with work.desk.transactions.database.write() as uow:
        uow.session.execute(
            insert(IncidentEventRow).values(incident_id=incident.id, **spoilt, **by)
        )
        guards = text("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = :name")
        for guard in uow.session.scalars(guards, {"name": "warning_message"}).all():
            uow.session.execute(DDL(f"DROP TRIGGER {guard}"))
        uow.session.execute(update(WarningMessageRow).values(level=9))
        uow.commit()
    for _ in range(2):
        work.clock.advance(minutes=2)
        work.beat()
    assert any("叫醒司机" in name for name in listed(work))
    work.window.page("desk").refresh()
    work.settle()
    banner = work.window.findChild(QuietBanner)
    assert banner is not None
    assert banner.isVisible()
    shown = [label.text() for label in banner.findChildren(PlainLabel)]
    assert "1 起在办事件读不出" in shown
    assert f"时限请人工掌握：{incident.title}" in shown
    told = [(line.name, line.getMessage()) for line in caplog.records if line.name in UNREAD]
    assert len(told) == len(set(told)), "each trouble once"
    assert {"incident:1 cannot be read", "warning:1 cannot be read"} <= {words for _, words in told}


def test_what_the_auditor_found_is_said_until_a_look_finds_nothing(work):
    work._pulse._on_findings(("a rung that is missing",))
    work.settle()
    assert work.window.fault_bar.isVisible()
    work._pulse._audit()
    work.settle()
    assert not work.window.fault_bar.isVisible()


def test_an_auditor_that_cannot_look_is_said(work, monkeypatch):
    def fails():
        raise StorageUnavailable("storage.locked")

    monkeypatch.setattr(work._pulse._auditor, "look", fails)
    with pytest.raises(StorageUnavailable):
        work._pulse._audit()
    work.settle()
    assert work.window.fault_bar.isVisible()


class Occupied(SyncTaskRunner):
    """Every thread works on something long: what is asked for does not begin."""

    @override
    def submit(self, work, *, succeeded=None, failed=None, finished=None):
        return Task()


def test_long_work_keeps_no_alarm_from_the_screen(work, expected_complaints):
    expected_complaints.append("safetydesk.window")
    officer, at = work.desk_window.session.require(), work.clock.now() + timedelta(minutes=1)
    work.desk.routines.remind(officer, "叫醒司机", at)
    work.desk_window._shell.tasks = Occupied()
    work.clock.advance(minutes=2)
    work.beat()
    assert any("叫醒司机" in name for name in listed(work))
