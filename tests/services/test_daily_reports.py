"""日报 and 零报告: their words from the template, a number of their own, a head of their own."""

from __future__ import annotations

import pytest

from safetydesk.domain.incident import Casualties
from safetydesk.domain.report_series import ReportType
from safetydesk.services.daily_reports import DailyReports
from safetydesk.services.incidents import NewIncident
from safetydesk.services.report_sheet import build
from safetydesk.services.reports import Said, Sent
from tests.helpers.desk_day import desk_day, moment

T = ReportType


@pytest.fixture
def desk(transactions, clock):
    made = desk_day(transactions)
    clock.to("2025-10-06T10:12:00+08:00")
    return made


@pytest.fixture
def daily(transactions):
    return DailyReports(transactions)


def said(desk, kind, words):
    told = Said((Sent("市应急局", confirmed_by="黎海霞"),), words)
    return desk.reports.routine(desk.staff.officer, kind, told).value


def explosion(desk):
    incident = desk.incidents.open(
        desk.staff.officer, NewIncident("东河宏泰反应釜爆炸", source="园区")
    ).value
    at = moment("10:12")
    numbers = Casualties(time=at, known_at=at, dead=1, missing=2, source="消防")
    desk.incidents.record_casualties(desk.staff.officer, incident.id, numbers)


def test_where_nothing_came_in_a_nil_report_says_so(desk, daily):
    found = daily.proposal(T.NIL)
    assert found.words == ("10月5日10时12分至10月6日10时12分，云川区未发生突发事件，值班值守正常。")
    assert (found.issue, found.nothing_new, found.recipients) == (1, True, ())


def test_what_came_in_since_the_last_report_is_counted(desk, daily, clock):
    said(desk, T.NIL, daily.proposal(T.NIL).words)
    clock.to("2025-10-06T10:20:00+08:00")
    explosion(desk)
    clock.to("2025-10-06T15:00:00+08:00")
    found = daily.proposal(T.DAILY)
    assert found.words.splitlines() == [
        "10月6日10时12分至10月6日15时00分，云川区接报突发事件1起。",
        "一、新接报事件。东河宏泰反应釜爆炸（死亡1人、失联2人）。",
        "二、值班情况。值班值守正常。",
    ]
    assert (found.nothing_new, found.recipients) == (False, ("市应急局",))
    assert daily.proposal(T.NIL).issue == 2
    assert found.issue == 1


def test_an_older_incident_is_still_in_hand(desk, daily, clock):
    explosion(desk)
    clock.to("2025-10-06T10:20:00+08:00")
    said(desk, T.DAILY, daily.proposal(T.DAILY).words)
    clock.to("2025-10-06T15:00:00+08:00")
    assert "一、在办事件。东河宏泰反应釜爆炸" in daily.proposal(T.DAILY).words


def test_each_product_has_a_head_and_a_title_of_its_own(desk, transactions):
    report = said(desk, T.NIL, "值班值守正常。")
    with transactions.read() as uow:
        sheet = build(uow, report.id)
    assert sheet.masthead == "云川区应急管理局零报告"
    assert sheet.title == "关于10月6日值班情况的零报告"
    assert sheet.issue_number == 1


def test_what_was_said_on_the_telephone_is_kept_point_by_point(desk):
    explosion(desk)
    (summary,) = desk.incidents.open_incidents()
    script = desk.reports.phone_script(summary.id)
    assert script.steps[0] == ("自报家门", "这里是云川区应急管理局值班室。")
    points = tuple((lead, lead != "续报") for lead, _ in script.steps)
    told = Said((Sent("市应急局", confirmed_by="黎海霞"),), script.words, points)
    report = desk.reports.phone_report(desk.staff.officer, summary.id, told).value
    kept = {section.lead: section.text for section in report.content.sections}
    assert kept["续报"] == "未说"
    assert kept["对方复述"] == "已说"
    assert report.deliveries[0].confirmed_by == "黎海霞"
    assert desk.reports.view(report.id).sealed
