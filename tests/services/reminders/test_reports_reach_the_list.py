"""What the rules ask for reaches the alarm list: queries, transfers, daily and nil reports."""

from __future__ import annotations

from datetime import timedelta

import pytest

from safetydesk.domain.incident import Category
from safetydesk.domain.report_series import ReportType
from safetydesk.services.calendar import CalendarService
from safetydesk.services.duty_state import OfficeDutyState
from safetydesk.services.incidents import NewIncident, Transfer
from safetydesk.services.reports import Said, Sent
from tests.helpers.daily import daily_sent
from tests.helpers.desk_day import desk_day, moment


@pytest.fixture
def desk(transactions, clock):
    clock.to(moment("09:00"))
    return desk_day(transactions, packs=["national"])


@pytest.fixture
def listed(transactions, clock):
    """The deadlines that stand open now, by a part of their title."""

    def found(part):
        with transactions.read() as uow:
            state = OfficeDutyState().state(uow, clock.now())
        return [d for d in state.deadlines if part in d.title and not d.done]

    return found


def opened(desk):
    new = NewIncident("仓库起火", received_at=moment("09:00"), category=Category.FIRE)
    return desk.incidents.open(desk.staff.officer, new).value.id


def test_a_query_of_a_superior_runs_thirty_minutes_and_an_hour(desk, listed, clock):
    incident = opened(desk)
    clock.to(moment("13:02"))
    desk.incidents.query(desk.staff.officer, incident, "市委值班室")
    owed = listed("反馈")
    assert [(d.due_at, d.to_whom, d.legal) for d in owed] == [
        (moment("13:32"), "市委值班室", True),
        (moment("14:02"), "市委值班室", True),
    ]


def test_what_is_not_ours_stands_in_the_list_until_it_is_passed_on(desk, listed, clock):
    incident = opened(desk)
    clock.to(moment("09:10"))
    desk.incidents.raise_flag(desk.staff.officer, incident, "not_our_competence")
    assert len(listed("转送")) == 1
    clock.to(moment("09:20"))
    desk.incidents.transfer(
        desk.staff.officer, incident, Transfer(unit="区消防大队", words="仓库起火，请处置")
    )
    assert listed("转送") == []


def in_a_key_period(desk, transactions):
    calendar = CalendarService(transactions)
    span = moment("1T00:00"), moment("9T00:00")
    calendar.add_key_period(desk.staff.supervisor, "国庆安全防范", *span, report_by="15:00")


@pytest.mark.parametrize("kind", [ReportType.NIL, ReportType.DAILY])
def test_the_daily_report_of_a_key_period_is_settled_by_being_sent(
    desk, listed, clock, transactions, kind
):
    in_a_key_period(desk, transactions)
    clock.to(moment("13:00"))
    today = [d for d in listed("每日报告") if d.due_at == moment("15:00")]
    assert len(today) == 1
    clock.to(moment("14:30"))
    daily_sent(transactions, desk.staff, kind, ["区政府值班室"])
    assert not [d for d in listed("每日报告") if d.due_at == moment("15:00")]
    clock.to(moment("7T13:00"))
    assert [d for d in listed("每日报告") if d.due_at == moment("7T15:00")]


def test_a_daily_report_about_one_incident_is_not_the_offices_own(
    desk, listed, clock, transactions
):
    in_a_key_period(desk, transactions)
    incident = opened(desk)
    clock.to(moment("14:30"))
    said = Said((Sent("市应急局", means="网络"),), "火已扑灭")
    desk.reports.routine(desk.staff.officer, ReportType.DAILY, said, incident_id=incident)
    assert [d for d in listed("每日报告") if d.due_at == moment("15:00")]


def test_a_waived_report_leaves_the_list(desk, listed, clock):
    incident = opened(desk)
    clock.to(moment("09:20"))
    assert listed("首报")
    desk.incidents.transfer(
        desk.staff.officer,
        incident,
        Transfer(unit="区消防大队", words="请处置"),
        ending=desk.staff.leader,
    )
    clock.to(moment("09:20") + timedelta(days=2))
    assert listed("2025-") == []
