"""Each verb leaves its row in the audit trail and its line in the log, at the time it is about."""

from __future__ import annotations

import pytest

from safetydesk.domain.changes import Topic
from safetydesk.domain.errors import RuleViolation
from safetydesk.domain.incident import BasisKind, Casualties
from safetydesk.domain.incident_record import FactField
from safetydesk.domain.log import EntryDraft, EntryKind
from safetydesk.domain.report_series import ReportType
from safetydesk.services.incident_following import FollowUp
from safetydesk.services.incident_head import Revision
from safetydesk.services.incidents import NewIncident
from safetydesk.services.reports import Sent
from safetydesk.services.shifts import ShiftService
from tests.helpers.desk_day import desk_day, moment
from tests.helpers.office import PIN


@pytest.fixture
def desk(transactions, clock):
    clock.to(moment("10:12"))
    return desk_day(transactions)


@pytest.fixture
def incident(desk):
    return desk.incidents.open(desk.staff.officer, NewIncident("仓库火灾")).value


def actions(transactions, topic, subject):
    with transactions.read() as uow:
        return [row["action"] for row in uow.audit.of(topic.value, str(subject))]


def line(words):
    return EntryDraft(EntryKind.OTHER, words)


def test_what_happens_to_the_head_of_an_incident_is_audited_and_logged(
    desk, incident, transactions
):
    made = Revision(title="货场火灾", family=incident.family, category=incident.category)
    head = (desk.staff.officer, incident.id)
    desk.incidents.revise(*head, incident.version, made, entry=line("更正名称"))
    desk.incidents.close(*head, "误报", line("结案"), leader=desk.staff.leader)
    desk.incidents.reopen(*head, "复燃", line("重新打开"))
    assert set(actions(transactions, Topic.INCIDENTS, incident.id)) >= {
        "incident.revise",
        "incident.close",
        "incident.reopen",
    }
    assert [entry.text for entry in reversed(desk.log.newest(3))] == [
        "更正名称",
        "结案",
        "重新打开",
    ]
    with transactions.read() as uow:
        (closing,) = [
            row["after"]
            for row in uow.audit.of(Topic.INCIDENTS.value, str(incident.id))
            if row["action"] == "incident.close"
        ]
    assert (closing["leader"], closing["reason"]) == ("曾慧", "误报")
    assert closing["owed"] > 0


def test_who_took_a_report_is_audited(desk, incident, transactions):
    draft = desk.reports.draft(desk.staff.officer, incident.id, ReportType.INITIAL).value
    desk.reports.sign_off(desk.staff.leader.person_id, PIN, draft.id, draft.version)
    desk.reports.record_sent(desk.staff.officer, draft.id, [Sent("市应急局")])
    desk.reports.confirm(desk.staff.officer, draft.id, "市应急局", "黎海霞")
    assert "report.confirm" in actions(transactions, Topic.REPORTS, draft.id)


def test_a_query_and_the_end_of_the_rescue_keep_their_own_times(desk, incident, clock):
    clock.to(moment("11:00"))
    officer = desk.staff.officer
    desk.incidents.query(officer, incident.id, "市委值班室", at=moment("10:50"))
    desk.incidents.rescue_ended(officer, incident.id, moment("10:55"))
    view = desk.incidents.view(incident.id)
    assert view.bases[BasisKind.RESCUE_ENDED].at == moment("10:55")
    answers = [o for o in view.obligations if o.recipient == "市委值班室"]
    assert {answer.basis_at for answer in answers} == {moment("10:50")}


def test_a_follow_up_whose_numbers_fall_without_a_reason_is_taken_in_no_part(desk, incident, clock):
    def hurt(clock, **said):
        at = moment(clock)
        return Casualties(time=at, known_at=at, source="区消防大队", **said)

    clock.to(moment("11:00"))
    desk.incidents.record_casualties(desk.staff.officer, incident.id, hurt("10:30", dead=2))
    said = FollowUp(
        source="园区",
        received_at=moment("10:50"),
        numbers=hurt("10:50", dead=1),
        facts=((FactField.CAUSE, "电气"),),
    )
    with pytest.raises(RuleViolation):
        desk.incidents.follow_up(desk.staff.officer, incident.id, said)
    assert desk.incidents.view(incident.id).fact(FactField.CAUSE) in ("", None)


def test_the_weather_of_a_sealed_shift_stays(transactions, clock):
    clock.to("2025-10-05T08:40:00+08:00")
    desk = desk_day(transactions)
    shifts = ShiftService(transactions)
    first = shifts.current()
    with transactions.database.write() as uow:
        uow.shifts.change(first.id, closed_at=clock.now())
        uow.commit()
    with pytest.raises(RuleViolation) as refused:
        shifts.set_weather(desk.staff.officer, first.id, "晴")
    assert refused.value.code == "shift.sealed"
