"""Text that no database keeps is refused in one sentence, and silences no reminder."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import insert

from safetydesk.domain.errors import BadInput
from safetydesk.domain.log import EntryDraft, EntryKind
from safetydesk.domain.reminder import ITEM_LENGTH, Stage, fitting_item, occurrence_key
from safetydesk.services.duty_state import OfficeDutyState
from safetydesk.services.incident_opening import NewIncident
from safetydesk.services.incidents import IncidentService
from safetydesk.services.log import LogService
from safetydesk.services.reminders import ReminderService
from safetydesk.services.routines import RoutineService
from safetydesk.storage.tables.incidents import IncidentEventRow
from tests.helpers.duty_state import a_report


@pytest.fixture
def database(sqlite_database):
    return sqlite_database


@pytest.mark.parametrize("wrong", ["叫醒\0司机", "叫醒\x1b司机", "叫醒\ud83d司机"])
def test_what_cannot_be_kept_is_refused(transactions, clock, staff, wrong):
    at = clock.now() + timedelta(hours=1)
    with pytest.raises(BadInput, match="unwritable"):
        RoutineService(transactions).remind(staff.officer, wrong, at)
    log = LogService(transactions)
    log.append(staff.officer, EntryDraft(EntryKind.OTHER, wrong))
    assert log.newest(1)[0].text == "叫醒司机", "the log makes it plain before"


def test_who_asks_at_length_is_refused_and_lines_and_tabs_are_not(transactions, clock, staff):
    incidents = IncidentService(transactions)
    number = incidents.open(staff.officer, NewIncident("爆炸")).value.id
    with pytest.raises(BadInput, match="too_long"):
        incidents.query(staff.officer, number, "省应急管理厅" * 20)
    routines = RoutineService(transactions)
    assert routines.remind(staff.officer, "叫醒\t司机\n二号车", clock.now() + timedelta(1)).value


@pytest.mark.parametrize("asked_by", ["省应急管理厅应急指挥中心" * 9, "省厅\0", "省厅\ud83d"])
def test_an_item_of_any_name_is_raised_and_stops_no_other(desk, source, clock, asked_by):
    item = fitting_item(f"incident:18:Q1:{asked_by}:1")
    source.put(a_report(clock.now(), item=item, title=f"答复{asked_by}", to_whom=asked_by * 3))
    desk.raise_due()
    assert {item, "incident:18:SD2"} <= {a.item for a in desk.active(clock.now())}


def test_a_name_that_fits_stays_and_two_long_ones_stay_apart(clock):
    assert fitting_item("incident:18:N05:city:1") == "incident:18:N05:city:1"
    long = [fitting_item("incident:18:" + "长" * 150 + end) for end in "甲乙"]
    assert len(set(long)) == 2
    assert max(map(len, long)) <= ITEM_LENGTH
    longest = max(Stage, key=lambda stage: len(stage.value))
    assert len(occurrence_key(long[0], longest, clock.now(), 999_999)) <= 160


def test_an_incident_that_no_rule_can_read_says_so_and_silences_no_other(
    transactions, clock, staff, shift, expected_complaints
):
    expected_complaints.append("safetydesk.duty_state")
    incidents = IncidentService(transactions)
    number = incidents.open(staff.officer, NewIncident("爆炸")).value.id
    spoilt = {"kind": "unheard_of", "time": clock.now(), "known_at": clock.now(), "payload": {}}
    by = {"author_id": None, "recorded_at": clock.now(), "source": "", "entry_seq": None}
    with transactions.database.write() as uow:
        uow.session.execute(insert(IncidentEventRow).values(incident_id=number, **spoilt, **by))
        uow.commit()
    at = clock.now() + timedelta(hours=1)
    RoutineService(transactions).remind(staff.officer, "叫醒司机", at)
    clock.advance(hours=2)
    office_desk = ReminderService(transactions, OfficeDutyState(), desk="第一席")
    office_desk.raise_due()
    titles = [alarm.title for alarm in office_desk.active(clock.now())]
    assert "叫醒司机" in titles
    assert any("时限推算失败" in title for title in titles)
