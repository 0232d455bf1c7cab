"""What is not the office's is passed on at once, with a name, and what ran ends with a reason."""

from __future__ import annotations

import pytest

from safetydesk.domain.access import Permission
from safetydesk.domain.errors import AccessDenied, RuleViolation
from safetydesk.domain.incident import Casualties, Category
from safetydesk.domain.obligations import ObligationStatus as Status
from safetydesk.services.incidents import NewIncident, Transfer
from tests.helpers.desk_day import desk_day, moment

TO_THE_BUREAU = Transfer(
    unit="云川区市场监督管理局", words="滨河小区电梯困人，请处置", taken_by="李立", means="电话"
)


@pytest.fixture
def desk(transactions, clock):
    clock.to(moment("10:00"))
    return desk_day(transactions)


@pytest.fixture
def incident(desk):
    new = NewIncident("电梯困人", received_at=moment("10:00"), category=Category.OTHER)
    return desk.incidents.open(desk.staff.officer, new).value.id


def obligations(desk, incident):
    return desk.incidents.view(incident).obligations


def transfer_of(desk, incident):
    (owed,) = [o for o in obligations(desk, incident) if o.rule == "N16"]
    return owed


def test_a_transfer_is_owed_at_once_and_met_by_being_made(desk, incident, clock):
    clock.to(moment("10:20"))
    desk.incidents.transfer(desk.staff.officer, incident, TO_THE_BUREAU)
    owed = transfer_of(desk, incident)
    assert (owed.status, owed.met_at, owed.proof) == (Status.MET, moment("10:20"), "李立")
    told = desk.incidents.view(incident).told
    assert [(line.name, line.by) for line in told] == [("云川区市场监督管理局", "李立")]


def test_without_a_leader_what_is_owed_stays_owed(desk, incident, clock):
    clock.to(moment("10:20"))
    desk.incidents.transfer(desk.staff.officer, incident, TO_THE_BUREAU)
    assert any(o.status.open for o in obligations(desk, incident))


def test_a_leader_ends_what_is_owed_with_the_transfer_as_its_reason(desk, incident, clock):
    clock.to(moment("10:20"))
    desk.incidents.transfer(desk.staff.officer, incident, TO_THE_BUREAU, ending=desk.staff.leader)
    clock.to(moment("20:00"))
    rest = [o for o in obligations(desk, incident) if o.rule != "N16"]
    assert {o.status for o in rest} == {Status.WAIVED}
    assert {o.waived_because for o in rest} == {
        "不属本单位职责，10时20分已转送云川区市场监督管理局"
    }


def test_what_was_reported_before_the_transfer_stays_reported(desk, incident, clock):
    from safetydesk.services.reports import Said, Sent

    clock.to(moment("10:10"))
    said = Said((Sent("省安委办", means="电话"),), "电梯困人，正在处置")
    desk.reports.phone_report(desk.staff.officer, incident, said)
    clock.to(moment("10:20"))
    desk.incidents.transfer(desk.staff.officer, incident, TO_THE_BUREAU, ending=desk.staff.leader)
    (direct,) = [o for o in obligations(desk, incident) if o.rule == "SD1"]
    assert direct.status is Status.MET


def test_graver_news_after_the_transfer_asks_anew(desk, incident, clock):
    clock.to(moment("10:20"))
    desk.incidents.transfer(desk.staff.officer, incident, TO_THE_BUREAU, ending=desk.staff.leader)
    clock.to(moment("11:00"))
    dead = Casualties(time=moment("11:00"), known_at=moment("11:00"), dead=3, source="医院")
    desk.incidents.record_casualties(desk.staff.officer, incident, dead)
    assert any(o.status.open for o in obligations(desk, incident))


def test_only_a_leader_ends_what_is_owed_and_a_refusal_keeps_nothing(desk, incident, clock):
    clock.to(moment("10:20"))
    with pytest.raises(AccessDenied):
        desk.incidents.transfer(
            desk.staff.officer, incident, TO_THE_BUREAU, ending=desk.staff.deputy
        )
    assert not [o for o in obligations(desk, incident) if o.rule == "N16"]
    assert not desk.staff.deputy.may(Permission.OBLIGATION_WAIVE)


def test_a_transfer_names_a_department(desk, incident):
    with pytest.raises(RuleViolation) as refused:
        desk.incidents.transfer(desk.staff.officer, incident, Transfer(unit=" ", words="请处置"))
    assert refused.value.code == "report.no_recipient"


def test_a_transfer_in_the_future_is_refused(desk, incident, clock):
    clock.to(moment("10:20"))
    later = Transfer(unit="区市场监管局", words="请处置", at=moment("10:30"))
    with pytest.raises(RuleViolation) as refused:
        desk.incidents.transfer(desk.staff.officer, incident, later)
    assert refused.value.code == "incident.time_in_future"


def test_the_chronology_names_the_transfer(desk, incident, clock):
    clock.to(moment("10:20"))
    desk.incidents.transfer(desk.staff.officer, incident, TO_THE_BUREAU)
    words = [line.text for line in desk.incidents.view(incident).timeline]
    assert "情况标注：不属本单位职责" in words
    assert any("转送" in line and "云川区市场监督管理局" in line for line in words)
