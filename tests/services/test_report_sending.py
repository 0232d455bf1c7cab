"""Reports on their way: sent, confirmed, told by telephone, answered; each meets its terms."""

from __future__ import annotations

import pytest

from safetydesk.domain.errors import NotFound, RuleViolation
from safetydesk.domain.incident import Casualties, Category
from safetydesk.domain.incident_record import FactField
from safetydesk.domain.log import EntryDraft, EntryKind
from safetydesk.domain.matter import MatterState
from safetydesk.domain.obligations import ObligationStatus
from safetydesk.domain.reminder import AlarmLevel
from safetydesk.domain.reminder_ladder import due
from safetydesk.domain.report import ReportState
from safetydesk.domain.report_series import ReportType
from safetydesk.services.duty_state import OfficeDutyState
from safetydesk.services.incidents import NewIncident
from safetydesk.services.matter_writing import NewMatter
from safetydesk.services.reports import Answer, Said, Sent
from tests.helpers.daily import daily_sent
from tests.helpers.desk_day import desk_day, moment
from tests.helpers.office import PIN

T = ReportType
UP = (Sent("市应急局", means="传真"), Sent("区政府值班室"), Sent("省安委办"))


@pytest.fixture
def desk(transactions, clock):
    made = desk_day(transactions)
    clock.to("2025-10-06T10:12:00+08:00")
    return made


@pytest.fixture
def incident(desk, clock):
    made = desk.incidents.open(
        desk.staff.officer,
        NewIncident(
            "东河宏泰反应釜爆炸",
            category=Category.HAZARDOUS_CHEMICALS,
            occurred_at=moment("10:05"),
            approximate=True,
            source="园区管委会电话",
            facts=(
                (FactField.UNIT, "东河宏泰精细化工有限公司"),
                (FactField.NATURE, "反应釜爆炸"),
            ),
        ),
    ).value
    clock.to("2025-10-06T10:31:00+08:00")
    casualties(desk, made, "10:30", dead=1, missing=2)
    return made


def casualties(desk, incident, clock_time, **said):
    at = moment(clock_time)
    desk.incidents.record_casualties(
        desk.staff.officer, incident.id, Casualties(time=at, known_at=at, source="消防", **said)
    )


def drafted(desk, incident, kind=T.INITIAL, series=None):
    return desk.reports.draft(desk.staff.officer, incident.id, kind, series).value


def signed(desk, incident, kind=T.INITIAL):
    draft = drafted(desk, incident, kind)
    leader = desk.staff.leader.person_id
    return desk.reports.sign_off(leader, PIN, draft.id, draft.version).value


def obligation(desk, incident, rule, to):
    found = desk.incidents.view(incident.id).obligations
    (one,) = [o for o in found if (o.rule, o.recipient) == (rule, to)]
    return one


def test_an_unsigned_report_is_not_sent(desk, incident):
    draft = drafted(desk, incident)
    entry = EntryDraft(EntryKind.REPORTING, "首报")
    with pytest.raises(RuleViolation) as refused:
        desk.reports.record_sent(desk.staff.officer, draft.id, UP, entry)
    assert refused.value.code == "report.not_signed"
    assert not [e for e in desk.log.newest(9) if e.text == "首报"]


def test_sending_meets_the_obligations_of_each_recipient_with_proof(desk, incident, clock):
    clock.to("2025-10-06T10:40:00+08:00")
    report = signed(desk, incident)
    entry = EntryDraft(EntryKind.REPORTING, "首报〔2025〕第37期报市应急局、省安委办")
    report = desk.reports.record_sent(desk.staff.officer, report.id, UP, entry).value
    assert desk.log.line(report.entry_seq).entry.digest == report.digest
    owed = obligation(desk, incident, "SD2", "provincial_safety_office")
    assert owed.status is ObligationStatus.MET
    assert (owed.to, owed.confirmed, owed.report_id) == ("省安委办", False, report.id)
    clock.to("2025-10-06T10:55:00+08:00")
    desk.reports.confirm(desk.staff.officer, report.id, "省安委办", "丁学武", at=moment("10:52"))
    owed = obligation(desk, incident, "SD2", "provincial_safety_office")
    assert (owed.confirmed, owed.proof, owed.proof_at) == (True, "丁学武", moment("10:52"))
    assert obligation(desk, incident, "N05", "city").status is ObligationStatus.MET


def test_a_report_is_confirmed_when_the_last_recipient_is(desk, incident, clock):
    report = signed(desk, incident)
    desk.reports.record_sent(desk.staff.officer, report.id, UP[:2])
    assert desk.reports.view(report.id).state is ReportState.SENT
    clock.advance(minutes=1)
    for name in ("市应急局", "区政府值班室"):
        desk.reports.confirm(desk.staff.officer, report.id, name, "黎海霞")
    assert desk.reports.view(report.id).state is ReportState.CONFIRMED


def test_a_confirmation_that_cannot_be_is_refused(desk, incident, clock):
    report = signed(desk, incident)
    desk.reports.record_sent(desk.staff.officer, report.id, UP[:1])
    by = desk.staff.officer
    with pytest.raises(NotFound):
        desk.reports.confirm(by, report.id, "省应急厅", "贾锋")
    for name, at, code in [
        (" ", None, "report.nobody_confirmed"),
        ("黎海霞", moment("10:00"), "report.confirmed_before_sent"),
        ("黎海霞", moment("23:00"), "report.time_in_future"),
    ]:
        with pytest.raises(RuleViolation) as refused:
            desk.reports.confirm(by, report.id, "市应急局", name, at=at)
        assert refused.value.code == code
    desk.reports.confirm(by, report.id, "市应急局", "黎海霞")
    with pytest.raises(RuleViolation) as refused:
        desk.reports.confirm(by, report.id, "市应急局", "别人")
    assert refused.value.fields["by"] == "黎海霞"


def test_the_same_recipient_is_not_sent_to_twice_and_nothing_is_half_written(desk, incident):
    report = signed(desk, incident)
    desk.reports.record_sent(desk.staff.officer, report.id, UP[:1])
    with pytest.raises(RuleViolation) as refused:
        desk.reports.record_sent(desk.staff.officer, report.id, (UP[1], UP[0]))
    assert refused.value.code == "report.sent_already"
    assert [d.recipient for d in desk.reports.view(report.id).deliveries] == ["市应急局"]


def test_the_telephone_report_is_one_act(desk, incident):
    script = desk.reports.phone_script(incident.id).words
    said = Said((Sent("省安委办", confirmed_by="谭明辉"),), script)
    entry = EntryDraft(EntryKind.REPORTING, "电话直报省安委办")
    report = desk.reports.phone_report(desk.staff.officer, incident.id, said, entry).value
    assert report.state is ReportState.CONFIRMED
    assert report.issue is None
    owed = obligation(desk, incident, "SD1", "provincial_safety_office")
    assert (owed.status, owed.proof) == (ObligationStatus.MET, "谭明辉")
    assert desk.log.line(report.entry_seq).entry.text == "电话直报省安委办"
    assert "死亡1人、失联2人" in report.content.opening
    assert desk.reports.view(report.id).sealed
    told = desk.incidents.view(incident.id).told
    assert [(line.name, line.by) for line in told] == [("省安委办", "谭明辉")]


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (Said((Sent("省安委办"),), " "), "report.empty"),
        (Said((), "词"), "report.no_recipient"),
        (Said((Sent(" "),), "词"), "report.no_recipient"),
        (Said((Sent("省安委办", at=moment("10:59")),), "词"), "report.time_in_future"),
    ],
)
def test_a_telephone_report_that_cannot_be_leaves_nothing(desk, incident, said, code):
    before = desk.log.count()
    with pytest.raises(RuleViolation) as refused:
        desk.reports.phone_report(
            desk.staff.officer, incident.id, said, EntryDraft(EntryKind.REPORTING, "电话")
        )
    assert refused.value.code == code
    assert desk.reports.of_incident(incident.id) == []
    assert desk.log.count() == before


def test_the_peers_are_told_when_the_fourth_is(desk, incident, clock):
    first = Said((Sent("公安云川分局"), Sent("区人社局"), Sent("区总工会")), "通报爆炸")
    report = desk.reports.notify_peer(desk.staff.deputy, incident.id, first).value
    assert obligation(desk, incident, "N10", "peers").met_at is None
    assert desk.incidents.view(incident.id).missing_peers == ("检察院",)
    clock.to("2025-10-06T10:35:00+08:00")
    desk.reports.record_sent(desk.staff.deputy, report.id, (Sent("区检察院", means="电话"),))
    assert obligation(desk, incident, "N10", "peers").met_at == moment("10:35")


def test_an_answer_by_telephone_and_one_in_writing_meet_their_own_terms(desk, incident, clock):
    clock.to("2025-10-06T13:02:00+08:00")
    officer = desk.staff.officer
    matter = desk.incidents.query(
        officer, incident.id, "市委值班室", matter=NewMatter("核实网传", "值班室", moment("14:02"))
    ).value
    clock.to("2025-10-06T13:20:00+08:00")
    desk.reports.feedback(officer, incident.id, Answer("市委值班室", "死亡1人", by_phone=True))
    assert obligation(desk, incident, "N18", "市委值班室").status is ObligationStatus.MET
    assert obligation(desk, incident, "N19", "市委值班室").status is ObligationStatus.PENDING
    clock.to("2025-10-06T14:10:00+08:00")
    written = Answer("市委值班室", "死亡1人，网传不实", by_phone=False, closes=matter.id)
    desk.reports.feedback(officer, incident.id, written)
    owed = obligation(desk, incident, "N19", "市委值班室")
    assert (owed.status, owed.late_seconds) == (ObligationStatus.MET_LATE, 480)
    assert desk.matters.view(matter.id).state is MatterState.CLOSED


def test_an_answer_that_would_close_a_closed_matter_is_not_recorded(desk, incident):
    matter = desk.matters.open(desk.staff.officer, NewMatter("事", "值班室")).value
    desk.matters.close(desk.staff.officer, matter.id, "办结")
    answer = Answer("市委值班室", "死亡1人", by_phone=True, closes=matter.id)
    with pytest.raises(RuleViolation):
        desk.reports.feedback(desk.staff.officer, incident.id, answer)
    assert desk.reports.of_incident(incident.id) == []


def test_a_daily_report_needs_no_incident(desk, transactions):
    report = daily_sent(transactions, desk.staff, T.DAILY)
    assert report.incident_id is None
    assert desk.reports.sent_between(moment("08:30"), moment("7T08:30")) == [report]
    assert desk.reports.view(report.id).sealed
    said = Said((Sent("区政府值班室"),), "节日日报告（有事）")
    with pytest.raises(RuleViolation):
        desk.reports.routine(desk.staff.deputy, T.INITIAL, said)


def test_the_statistics_report_meets_its_term(desk, incident):
    said = Said((Sent("区应急局统计岗"),), "统计直报")
    desk.reports.routine(desk.staff.officer, T.STATISTICS, said, incident_id=incident.id)
    assert obligation(desk, incident, "N22", "statistics_desk").status is ObligationStatus.MET


def test_the_names_that_the_page_shows_are_offered_and_settle_what_is_owed(desk, incident):
    report = signed(desk, incident)
    owed = [o for o in desk.incidents.view(incident.id).obligations if o.report == "首报"]
    assert {o.to for o in owed} <= set(report.content.addressees)
    assert "市级应急管理部门" in report.content.addressees
    sent = tuple(Sent(o.to) for o in {o.to: o for o in owed}.values())
    desk.reports.record_sent(desk.staff.officer, report.id, sent)
    after = [o for o in desk.incidents.view(incident.id).obligations if o.report == "首报"]
    assert [o.status.open for o in after] == [False] * len(owed)


def test_a_report_is_not_sent_before_it_is_signed(desk, incident, clock):
    clock.to("2025-10-06T10:40:30+08:00")
    report = signed(desk, incident)
    clock.to("2025-10-06T10:45:00+08:00")
    with pytest.raises(RuleViolation) as refused:
        early = Sent("市应急局", at=moment("10:39"))
        desk.reports.record_sent(desk.staff.officer, report.id, (early,))
    assert refused.value.code == "report.sent_before_signed"
    same_minute = Sent("市应急局", at=moment("10:40"))
    report = desk.reports.record_sent(desk.staff.officer, report.id, (same_minute,)).value
    assert report.first_sent_at == report.signed_at


def test_an_office_of_an_unknown_name_is_put_right_and_keeps_its_time(desk, incident, clock):
    report = signed(desk, incident)
    first = desk.reports.record_sent(desk.staff.officer, report.id, (Sent("总值班室"),)).value
    assert obligation(desk, incident, "N05", "city").issued_id == report.id
    clock.advance(minutes=9)
    named = Sent("总值班室", level="city")
    desk.reports.record_sent(desk.staff.officer, report.id, (named,))
    met = obligation(desk, incident, "N05", "city")
    assert (met.status, met.met_at) == (ObligationStatus.MET, first.first_sent_at)
    assert met.issued_id is None
    with pytest.raises(RuleViolation):
        desk.reports.record_sent(desk.staff.officer, report.id, (named,))


def alarms(transactions, clock):
    with transactions.read() as uow:
        state = OfficeDutyState().state(uow, clock.now())
    return {o.title: o for o in due(state, clock.now())}


def test_what_is_due_at_once_alarms_as_overdue_only_after_its_lead(desk, transactions, clock):
    new = NewIncident("灌装线闪燃", category=Category.WORK_SAFETY, received_at=clock.now())
    made = desk.incidents.open(desk.staff.officer, new).value
    clock.advance(minutes=1)
    title = f"{made.number} 通报 · 公安、人社、工会、检察院"
    assert alarms(transactions, clock)[title].level is AlarmLevel.MIDDLE
    owed = obligation(desk, made, "N10", "peers")
    assert owed.status is ObligationStatus.PENDING
    assert not desk.incidents.view(made.id).summary.overdue
    clock.advance(minutes=15)
    assert alarms(transactions, clock)[title].level is AlarmLevel.TOP
    owed = obligation(desk, made, "N10", "peers")
    assert owed.status is ObligationStatus.OVERDUE
    assert f"{made.number} 首报 · 市级应急管理部门" in alarms(transactions, clock)
