"""日报 and 零报告: words by the template, signed by PIN, a number and a head of their own."""

from __future__ import annotations

import pytest

from safetydesk.domain.errors import RuleViolation
from safetydesk.domain.incident import Casualties
from safetydesk.domain.report import ReportState
from safetydesk.domain.report_series import ReportType
from safetydesk.services.daily_reports import DailyReports
from safetydesk.services.incidents import NewIncident
from safetydesk.services.report_checking import ReportChecks
from safetydesk.services.report_sheet import build
from safetydesk.services.reports import Said, Sent
from tests.helpers.daily import daily_sent, daily_signed
from tests.helpers.desk_day import desk_day, moment
from tests.helpers.office import PIN

T = ReportType


@pytest.fixture
def desk(transactions, clock):
    made = desk_day(transactions)
    clock.to("2025-10-06T10:12:00+08:00")
    return made


@pytest.fixture
def daily(transactions):
    return DailyReports(transactions)


def explosion(desk):
    incident = desk.incidents.open(
        desk.staff.officer, NewIncident("东河宏泰反应釜爆炸", source="园区")
    ).value
    at = moment("10:12")
    numbers = Casualties(time=at, known_at=at, dead=1, missing=2, source="消防")
    desk.incidents.record_casualties(desk.staff.officer, incident.id, numbers)
    return incident.id


def test_where_nothing_came_in_a_nil_report_says_so(desk, daily):
    found = daily.begin(desk.staff.officer).value
    assert found.type is T.NIL
    assert found.content.opening == (
        "10月5日10时12分至10月6日10时12分，云川区未发生突发事件，值班值守正常。"
    )
    assert found.title == "关于10月6日值班情况的零报告"
    assert desk.reports.view(found.id).next_issue == 1


def test_what_came_in_since_the_last_report_is_told_even_when_it_is_closed(
    desk, daily, clock, transactions
):
    daily_sent(transactions, desk.staff, T.NIL)
    clock.to("2025-10-06T10:20:00+08:00")
    incident = explosion(desk)
    desk.incidents.close(desk.staff.leader, incident, "处置完毕")
    clock.to("2025-10-06T15:00:00+08:00")
    found = daily.begin(desk.staff.officer).value
    assert found.type is T.DAILY
    assert found.content.body.splitlines() == [
        "关于10月6日值班情况的日报",
        "市应急局：",
        "10月6日10时12分至10月6日15时00分，云川区接报突发事件1起。",
        "一、新接报事件。东河宏泰反应釜爆炸（死亡1人、失联2人）。",
        "二、值班情况。值班值守正常。",
    ]


def test_an_older_incident_is_still_in_hand(desk, daily, clock, transactions):
    explosion(desk)
    clock.to("2025-10-06T10:20:00+08:00")
    daily_sent(transactions, desk.staff, T.DAILY)
    clock.to("2025-10-06T15:00:00+08:00")
    assert "一、在办事件。东河宏泰反应釜爆炸" in daily.begin(desk.staff.officer).value.content.body


def test_what_comes_in_while_the_report_is_signed_stands_in_the_next(
    desk, daily, clock, transactions
):
    draft = daily.begin(desk.staff.officer, T.NIL).value
    clock.to("2025-10-06T10:20:00+08:00")
    explosion(desk)
    clock.to("2025-10-06T10:30:00+08:00")
    desk.reports.sign_off(desk.staff.leader.person_id, PIN, draft.id, draft.version)
    clock.to("2025-10-06T15:00:00+08:00")
    assert "接报突发事件1起" in daily.begin(desk.staff.officer).value.content.opening


def test_a_draft_begun_comes_back_and_says_when_the_facts_went_on(desk, daily, clock, transactions):
    draft = daily.begin(desk.staff.officer).value
    assert not desk.reports.view(draft.id).stale
    explosion(desk)
    clock.to("2025-10-06T10:20:00+08:00")
    assert daily.begin(desk.staff.officer).value.id == draft.id
    view = desk.reports.view(draft.id)
    assert view.stale
    assert "接报突发事件1起" in view.proposal.opening
    check = ReportChecks(transactions).basis(draft.id).check(draft.content)
    assert [remark.text for remark in check.remarks] == [
        "文中写未发生突发事件，这段时间接报1起",
        "没有写新接报的东河宏泰反应釜爆炸",
    ]
    assert check.remarks[0].marks[0].field == "opening"


def test_a_number_of_incidents_that_differs_is_marked(desk, daily, transactions, clock):
    clock.to("2025-10-06T10:20:00+08:00")
    explosion(desk)
    clock.to("2025-10-06T10:30:00+08:00")
    draft = daily.begin(desk.staff.officer, T.DAILY).value
    basis = ReportChecks(transactions).basis(draft.id)
    assert basis.check(draft.content).remarks == ()
    wrong = draft.content.of_json({**draft.content.as_json(), "opening": "云川区接报突发事件3起。"})
    assert [remark.text for remark in basis.check(wrong).remarks] == ["件数：文中3起，接报登记1起"]


def test_a_nil_report_is_made_a_daily_report(desk, daily, clock):
    draft = daily.begin(desk.staff.officer, T.NIL).value
    explosion(desk)
    clock.to("2025-10-06T10:20:00+08:00")
    turned = daily.turn(desk.staff.officer, draft.id, draft.version).value
    assert (turned.id, turned.type) == (draft.id, T.DAILY)
    assert turned.title == "关于10月6日值班情况的日报"
    signed = desk.reports.sign_off(desk.staff.leader.person_id, PIN, draft.id, turned.version).value
    assert signed.name == "日报〔2025〕第1期"
    with pytest.raises(RuleViolation):
        daily.turn(desk.staff.officer, draft.id, signed.version)


def test_it_is_signed_before_it_is_sent(desk, daily, clock, transactions):
    draft = daily.begin(desk.staff.officer).value
    sent = [Sent("市应急局")]
    with pytest.raises(RuleViolation, match=r"report\.not_signed"):
        desk.reports.record_sent(desk.staff.officer, draft.id, sent)
    clock.to("2025-10-06T14:30:00+08:00")
    report = daily_signed(transactions, desk.staff, T.NIL)
    early = [Sent("市应急局", at=moment("14:10"))]
    with pytest.raises(RuleViolation, match=r"report\.sent_before_signed"):
        desk.reports.record_sent(desk.staff.officer, report.id, early)
    done = desk.reports.record_sent(desk.staff.officer, report.id, sent).value
    assert done.state is ReportState.SENT
    assert desk.reports.view(report.id).sealed


def test_nobody_tells_one_without_a_signature(desk):
    with pytest.raises(RuleViolation, match=r"report\.not_routine"):
        desk.reports.routine(desk.staff.officer, T.NIL, Said((Sent("市应急局"),), "无事"))


def test_each_product_has_a_head_a_title_and_a_signer(desk, transactions):
    report = daily_signed(transactions, desk.staff, T.NIL)
    with transactions.read() as uow:
        sheet = build(uow, report.id)
    assert sheet.masthead == "云川区应急管理局零报告"
    assert sheet.title == "关于10月6日值班情况的零报告"
    assert sheet.issue_number == 1
    assert sheet.signer == desk.staff.leader.name


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
