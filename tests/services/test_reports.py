"""Reports: drafted from facts, signed by PIN, numbered without gaps, sent, confirmed, fixed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import text

from safetydesk.domain.errors import AccessDenied, RuleViolation, StaleVersion
from safetydesk.domain.incident import BasisKind, Casualties, Category
from safetydesk.domain.incident_record import FactField
from safetydesk.domain.obligations import ObligationStatus
from safetydesk.domain.report import ReportState, Section
from safetydesk.domain.report_series import ReportType
from safetydesk.services.incidents import NewIncident
from safetydesk.services.reports import Said, Sent
from tests.helpers.daily import daily_signed
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


def test_a_draft_is_filled_from_the_facts(desk, incident):
    draft = drafted(desk, incident)
    assert draft.content.title == "关于东河宏泰精细化工有限公司“10·6”反应釜爆炸事故情况的报告"
    assert "死亡1人、失联2人" in draft.content.text
    assert draft.state is ReportState.DRAFT
    assert draft.issue is None


def test_drafting_twice_gives_the_one_draft(desk, incident):
    assert drafted(desk, incident).id == drafted(desk, incident).id
    assert len(desk.reports.drafts()) == 1


def test_what_comes_next_is_said_when_a_number_is_skipped(desk, incident):
    signed(desk, incident)
    with pytest.raises(RuleViolation) as refused:
        drafted(desk, incident, T.FOLLOW_UP, 2)
    assert refused.value.fields["next_label"] == "续报（一）"
    assert drafted(desk, incident, T.FOLLOW_UP, 1).place.label == "续报（一）"


def test_the_next_follow_up_waits_for_the_signature_of_the_former(desk, incident):
    signed(desk, incident)
    draft = drafted(desk, incident, T.FOLLOW_UP)
    with pytest.raises(RuleViolation):
        drafted(desk, incident, T.FOLLOW_UP, 2)
    assert drafted(desk, incident, T.FOLLOW_UP).id == draft.id


def test_the_second_writer_of_a_draft_is_told(desk, incident):
    draft = drafted(desk, incident)
    mine = replace(draft.content, opening="甲")
    desk.reports.save_draft(desk.staff.officer, draft.id, draft.version, mine)
    with pytest.raises(StaleVersion):
        desk.reports.save_draft(
            desk.staff.deputy, draft.id, draft.version, replace(mine, opening="乙")
        )
    assert desk.reports.view(draft.id).content.opening == "甲"


def test_a_draft_without_a_title_is_not_saved(desk, incident):
    draft = drafted(desk, incident)
    with pytest.raises(RuleViolation):
        desk.reports.save_draft(
            desk.staff.officer, draft.id, draft.version, replace(draft.content, title=" ")
        )


def test_only_a_leader_signs_with_the_right_pin(desk, incident):
    draft = drafted(desk, incident)
    with pytest.raises(RuleViolation) as refused:
        desk.reports.sign_off(desk.staff.leader.person_id, "000001", draft.id, draft.version)
    assert refused.value.code == "pin.wrong"
    with pytest.raises(AccessDenied):
        desk.reports.sign_off(desk.staff.officer.person_id, PIN, draft.id, draft.version)
    assert desk.reports.view(draft.id).state is ReportState.DRAFT
    assert desk.reports.view(draft.id).next_issue == 37


def test_the_leader_signs_only_the_words_that_were_seen(desk, incident):
    draft = drafted(desk, incident)
    desk.reports.save_draft(
        desk.staff.officer, draft.id, draft.version, replace(draft.content, opening="改")
    )
    with pytest.raises(StaleVersion):
        desk.reports.sign_off(desk.staff.leader.person_id, PIN, draft.id, draft.version)
    assert desk.reports.view(draft.id).issue is None


def test_issues_are_numbered_without_gaps_and_from_one_in_a_new_year(desk, incident, clock):
    issues = [signed(desk, incident).issue]
    dropped = drafted(desk, incident, T.FOLLOW_UP)
    desk.reports.drop_draft(desk.staff.officer, dropped.id, dropped.version, "误建")
    issues += [signed(desk, incident, T.FOLLOW_UP).issue for _ in range(2)]
    assert issues == [37, 38, 39]
    clock.to("2026-01-01T00:00:00+08:00")
    report = signed(desk, incident, T.FOLLOW_UP)
    assert (report.year, report.issue, report.series) == (2026, 1, 3)


def test_a_signed_report_cannot_change_and_offers_what_can_be_made(desk, incident):
    report = signed(desk, incident)
    with pytest.raises(RuleViolation) as refused:
        desk.reports.save_draft(
            desk.staff.officer, report.id, report.version, replace(report.content, title="改")
        )
    assert refused.value.code == "report.signed"
    assert refused.value.fields["offers"] == ("correction", "follow_up")
    with pytest.raises(RuleViolation):
        desk.reports.drop_draft(desk.staff.officer, report.id, report.version, "误建")
    with pytest.raises(RuleViolation):
        desk.reports.sign_off(desk.staff.leader.person_id, PIN, report.id, report.version)
    assert desk.reports.view(report.id).offers == (T.CORRECTION, T.FOLLOW_UP)


@pytest.mark.parametrize(
    "attack",
    ["UPDATE report SET title = '改'", "UPDATE report SET issue = 99", "DELETE FROM report"],
)
def test_the_database_keeps_a_signed_report(desk, incident, transactions, attack):
    report = signed(desk, incident)
    with pytest.raises(RuleViolation), transactions.database.write() as uow:
        uow.session.execute(text(attack))
        uow.commit()
    assert desk.reports.view(report.id).content == report.content


def test_the_log_seals_the_words_of_a_signed_report(desk, incident, transactions):
    report = signed(desk, incident)
    assert desk.reports.view(report.id).sealed
    (line,) = [e for e in desk.log.newest(5) if e.digest]
    assert line.machine
    assert line.digest == report.digest
    assert "首报〔2025〕第37期" in line.text
    assert desk.log.verify().holds
    with transactions.database.write() as uow:
        uow.session.execute(text("UPDATE report SET digest = 'f00'"))
        uow.commit()
    assert not desk.reports.view(report.id).sealed


def test_a_follow_up_says_what_is_new_and_to_whom_the_last_one_went(desk, incident, clock):
    clock.to("2025-10-06T10:40:00+08:00")
    first = signed(desk, incident)
    desk.reports.record_sent(desk.staff.officer, first.id, UP)
    clock.to("2025-10-06T12:10:00+08:00")
    casualties(desk, incident, "12:00", dead=3, missing=0)
    desk.incidents.correct(
        desk.staff.officer, incident.id, BasisKind.OCCURRED, moment("10:03"), source="监控录像"
    )
    draft = drafted(desk, incident, T.FOLLOW_UP)
    view = desk.reports.view(draft.id)
    assert view.former == "首报"
    assert [(n.key, n.before, n.after) for n in view.news] == [
        ("dead", "1", "3"),
        ("missing", "2", "0"),
        ("grade", "一般", "较大"),
        ("occurred", "10时05分许", "10时03分"),
    ]
    assert draft.content.addressees[:3] == tuple(sent.recipient for sent in UP)
    assert "接首报（〔2025〕第37期）" in draft.content.opening
    assert "事发时间更正为10时03分（原报10时05分许）" in draft.content.text
    assert "反应釜爆炸起火" not in draft.content.text
    assert {item.report for item in view.obligations} >= {"续报"}


def test_a_draft_says_when_news_came_that_it_does_not_know(desk, incident, clock):
    draft = drafted(desk, incident)
    assert not desk.reports.view(draft.id).stale
    clock.to("2025-10-06T10:50:00+08:00")
    casualties(desk, incident, "10:45", dead=2, missing=1)
    view = desk.reports.view(draft.id)
    assert view.stale
    assert "死亡2人" in view.proposal.text
    taken = replace(view.proposal, covers=view.covers_now)
    desk.reports.save_draft(desk.staff.officer, draft.id, draft.version, taken)
    assert not desk.reports.view(draft.id).stale


def test_each_line_of_the_casualties_names_the_report_that_carried_it(desk, incident, clock):
    signed(desk, incident)
    clock.to("2025-10-06T12:10:00+08:00")
    casualties(desk, incident, "12:00", dead=3, missing=0)
    lines = desk.incidents.view(incident.id).casualties
    assert [line.reported_in for line in lines] == ["首报", ""]
    signed(desk, incident, T.FOLLOW_UP)
    lines = desk.incidents.view(incident.id).casualties
    assert [line.reported_in for line in lines] == ["首报", "续报（一）"]


def test_the_chain_shows_what_went_out_and_what_is_owed(desk, incident, clock):
    clock.to("2025-10-06T10:40:00+08:00")
    report = signed(desk, incident)
    desk.reports.record_sent(desk.staff.officer, report.id, UP)
    chain = desk.incidents.view(incident.id).summary.chain
    assert (chain[0].label, chain[0].sent_at, chain[0].due_at) == (
        "首报", moment("10:40"), moment("10:42"),
    )  # fmt: skip
    assert chain[0].status is ObligationStatus.MET
    owed = {step.label: step.status for step in chain[1:]}
    assert owed["通报"] is ObligationStatus.OVERDUE
    assert owed["续报（一）"] is ObligationStatus.PENDING


def test_a_report_that_reached_one_recipient_too_late_stands_as_late_in_the_chain(
    desk, incident, clock
):
    clock.to("2025-10-06T10:40:00+08:00")
    report = signed(desk, incident)
    desk.reports.record_sent(desk.staff.officer, report.id, UP[:1])
    clock.to("2025-10-06T11:00:00+08:00")
    desk.reports.record_sent(desk.staff.officer, report.id, UP[1:])
    step = desk.incidents.view(incident.id).summary.chain[0]
    assert (step.status, step.late_seconds) == (ObligationStatus.MET_LATE, 18 * 60)


def test_the_draft_that_came_second_is_refused_at_the_signature(desk, incident, transactions):
    draft = drafted(desk, incident)
    with transactions.database.write() as uow:
        twin = uow.reports.add(
            replace(draft.content, sections=(Section("一、", "另一份"),)),
            {"incident_id": incident.id, "kind": "initial", "series": 1, "year": 2025,
             "drafted_at": draft.drafted_at, "drafted_by": draft.drafted_by},
        )  # fmt: skip
        uow.commit()
    leader = desk.staff.leader.person_id
    desk.reports.sign_off(leader, PIN, draft.id, draft.version)
    with pytest.raises(RuleViolation) as refused:
        desk.reports.sign_off(leader, PIN, twin, 1)
    assert refused.value.code == "report.not_next"


def test_what_is_told_is_not_drafted(desk, incident):
    with pytest.raises(RuleViolation):
        drafted(desk, incident, T.PHONE)


def test_a_supervisor_may_not_report(desk, incident):
    with pytest.raises(AccessDenied):
        desk.reports.draft(desk.staff.supervisor, incident.id, T.INITIAL)
    with pytest.raises(AccessDenied):
        desk.reports.phone_report(
            desk.staff.supervisor, incident.id, Said((Sent("省安委办"),), "词")
        )


def test_user_words_stay_as_typed(desk, incident):
    draft = drafted(desk, incident)
    words = "=cmd|' /C calc'!A0 <b>𬱖</b> {{ 7*7 }} %s"
    content = replace(draft.content, opening=words)
    desk.reports.save_draft(desk.staff.officer, draft.id, draft.version, content)
    assert desk.reports.view(draft.id).content.opening == words


def test_daily_and_nil_reports_have_numbers_of_their_own(desk, incident, transactions):
    first = signed(desk, incident)
    said = Said((Sent("市应急局"),), "统计直报")
    made = [daily_signed(transactions, desk.staff, kind) for kind in (T.NIL, T.NIL, T.DAILY)]
    made.append(desk.reports.routine(desk.staff.officer, T.STATISTICS, said).value)
    assert [(report.type, report.issue) for report in made] == [
        (T.NIL, 1),
        (T.NIL, 2),
        (T.DAILY, 1),
        (T.STATISTICS, None),
    ]
    assert made[1].name == "零报告〔2025〕第2期"
    assert first.issue == 37
