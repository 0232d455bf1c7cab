"""Incidents: opened from a call, facts with sources, numbers with history, closed with reports."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from sqlalchemy import text

from safetydesk.domain.errors import AccessDenied, NotFound, RuleViolation, StaleVersion
from safetydesk.domain.incident import BasisKind, Casualties, Category, Family, Grade
from safetydesk.domain.incident_alerts import AlertCode
from safetydesk.domain.incident_record import FactField
from safetydesk.domain.log import EntryDraft, EntryKind
from safetydesk.domain.obligations import ObligationStatus
from safetydesk.services.incident_head import Revision
from safetydesk.services.incidents import NewIncident, Waiver
from safetydesk.services.matter_writing import NewMatter
from safetydesk.services.reports import Said, Sent
from safetydesk.services.views_incidents import IncidentState, Mark
from tests.helpers.desk_day import desk_day, moment

CALL = "园区值班员：临港街道某公司反应釜爆炸，伤亡不明"


@pytest.fixture
def desk(transactions, clock):
    made = desk_day(transactions)
    clock.to("2025-10-06T10:12:00+08:00")
    return made


def explosion(desk, **more):
    new = NewIncident(
        "某公司反应釜爆炸",
        category=Category.HAZARDOUS_CHEMICALS,
        occurred_at=moment("10:05"),
        approximate=True,
        source="园区管委会",
        facts=((FactField.PLACE, "滨江路14号"), (FactField.UNIT, "")),
        **more,
    )
    return desk.incidents.open(
        desk.staff.officer, new, EntryDraft(EntryKind.INCIDENT_RECEIVED, CALL)
    ).value


def numbers(clock, **said):
    at = moment(clock)
    return Casualties(time=at, known_at=at, source="区消防大队", **said)


def standing(view):
    return {(o.rule, o.recipient): o.status for o in view.obligations}


def test_an_incident_is_open_with_its_clocks_in_one_act(desk):
    incident = explosion(desk)
    assert incident.number == "2025-018"
    view = desk.incidents.view(incident.id)
    assert view.summary.received.at == moment("10:12")
    assert view.summary.occurred.approximate
    assert view.fact(FactField.PLACE) == "滨江路14号"
    assert view.summary.place == "滨江路14号"
    assert view.unverified == 1
    assert standing(view)["SD1", "provincial_safety_office"] is ObligationStatus.PENDING
    assert desk.log.line(view.source_seq).entry.incident_id == incident.id


def test_an_incident_from_a_call_recorded_before_points_at_its_entry(desk):
    call = EntryDraft(EntryKind.INCOMING_CALL, CALL)
    seq = desk.log.append(desk.staff.officer, call).value.seq
    incident = desk.incidents.open(desk.staff.officer, NewIncident("爆炸"), seq).value
    assert incident.source_seq == seq
    timeline = desk.incidents.view(incident.id).timeline
    assert [line.text for line in timeline] == [CALL]


def test_numbers_of_incidents_have_no_gap_and_begin_anew_each_year(desk, clock):
    assert [explosion(desk).number, explosion(desk).number] == ["2025-018", "2025-019"]
    clock.to("2026-01-02T00:00:00+08:00")
    assert desk.incidents.open(desk.staff.officer, NewIncident("火灾")).value.number == "2026-001"
    assert desk.incidents.numbered("2025-019").serial == 19
    with pytest.raises(NotFound):
        desk.incidents.numbered("2025-777")


@pytest.mark.parametrize(
    "new",
    [
        NewIncident(" "),
        NewIncident("事", received_at=moment("10:13")),
        NewIncident("事", occurred_at=moment("10:30")),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(desk, new):
    with pytest.raises(RuleViolation):
        desk.incidents.open(desk.staff.officer, new, EntryDraft(EntryKind.INCIDENT_RECEIVED, CALL))
    assert desk.incidents.open_incidents() == []
    assert desk.log.count() == 0


def test_a_later_fact_takes_the_place_of_the_former_which_stays_readable(desk):
    incident = explosion(desk)
    for words in ("园区消防3车18人", "消防9车50人"):
        desk.incidents.record_fact(
            desk.staff.officer, incident.id, FactField.FORCES, words, source="119", verified=True
        )
    view = desk.incidents.view(incident.id)
    (fact,) = [fact for fact in view.facts if fact.field is FactField.FORCES]
    assert (fact.value, fact.former) == ("消防9车50人", ("园区消防3车18人",))


def test_casualties_give_the_grade_and_new_obligations(desk, clock):
    incident = explosion(desk)
    assert desk.incidents.view(incident.id).summary.grade.potential is None
    clock.to("2025-10-06T10:31:00+08:00")
    desk.incidents.record_casualties(
        desk.staff.officer,
        incident.id,
        numbers("10:30", dead=1, missing=2),
        EntryDraft(EntryKind.INCOMING_CALL, "消防：死亡1人、失联2人"),
    )
    view = desk.incidents.view(incident.id)
    assert view.summary.grade.confirmed is Grade.GRADE_4
    assert view.summary.grade.potential is Grade.GRADE_3
    assert ("SD2", "provincial_safety_office") in standing(view)
    (line,) = view.casualties
    assert line.differences == "死亡0→1、失联0→2"
    assert line.reported_in == ""
    assert view.summary.casualties.dead == 1
    assert any(step.mark is Mark.GRADE for step in view.timeline)


def test_people_may_move_from_missing_to_dead_but_not_vanish(desk, clock):
    incident = explosion(desk)
    clock.to("2025-10-06T12:30:00+08:00")
    desk.incidents.record_casualties(
        desk.staff.officer, incident.id, numbers("10:30", dead=1, missing=2)
    )
    with pytest.raises(RuleViolation) as refused:
        desk.incidents.record_casualties(desk.staff.officer, incident.id, numbers("12:00", dead=0))
    assert refused.value.code == "incident.numbers_fall_without_reason"
    with pytest.raises(RuleViolation):
        desk.incidents.record_casualties(
            desk.staff.officer, incident.id, numbers("12:00", missing=0)
        )
    desk.incidents.record_casualties(
        desk.staff.officer, incident.id, numbers("12:00", dead=3, missing=0)
    )
    desk.incidents.record_casualties(
        desk.staff.officer, incident.id, numbers("12:10", dead=2, reason="一人身份重复统计")
    )
    assert len(desk.incidents.view(incident.id).casualties) == 3


@pytest.mark.parametrize("said", [{}, {"dead": -1}])
def test_numbers_that_say_nothing_or_are_negative_are_refused(desk, said):
    incident = explosion(desk)
    with pytest.raises(RuleViolation):
        desk.incidents.record_casualties(desk.staff.officer, incident.id, numbers("10:10", **said))


def test_numbers_of_the_future_are_refused_with_their_line(desk):
    incident = explosion(desk)
    with pytest.raises(RuleViolation):
        desk.incidents.record_casualties(
            desk.staff.officer,
            incident.id,
            numbers("10:30", dead=1),
            EntryDraft(EntryKind.INCOMING_CALL, "死亡1人"),
        )
    assert desk.log.count() == 1


def test_a_corrected_time_is_shown_with_the_one_before(desk, clock):
    incident = explosion(desk)
    clock.to("2025-10-06T11:50:00+08:00")
    desk.incidents.correct(
        desk.staff.officer, incident.id, BasisKind.OCCURRED, moment("10:03"),
        source="企业监控录像", reason="原为估计",
    )  # fmt: skip
    basis = desk.incidents.view(incident.id).bases[BasisKind.OCCURRED]
    assert (basis.at, basis.former) == (moment("10:03"), (moment("10:05"),))
    assert basis.source == "企业监控录像（原为估计）"
    assert not basis.approximate
    early = desk.incidents.view(incident.id, moment("11:00")).bases[BasisKind.OCCURRED]
    assert early.at == moment("10:05")


@pytest.mark.parametrize(
    ("basis", "clock_time", "source", "code"),
    [
        (BasisKind.OCCURRED, "10:03", " ", "incident.correction_without_source"),
        (BasisKind.OCCURRED, "10:05", "录像", "incident.same_time"),
        (BasisKind.OCCURRED, "10:30", "录像", "incident.time_in_future"),
        (BasisKind.CASUALTY_CHANGE, "10:03", "录像", "incident.not_correctable"),
        (BasisKind.LEARNED, "10:03", "录像", "incident.basis_unknown"),
    ],
)
def test_a_correction_that_cannot_be_is_refused(desk, basis, clock_time, source, code):
    incident = explosion(desk)
    with pytest.raises(RuleViolation) as refused:
        desk.incidents.correct(
            desk.staff.officer, incident.id, basis, moment(clock_time), source=source
        )
    assert refused.value.code == code


def test_a_receipt_moved_earlier_that_makes_a_report_late_is_an_alert(desk, clock):
    incident = explosion(desk)
    clock.to("2025-10-06T10:40:00+08:00")
    desk.reports.phone_report(
        desk.staff.officer, incident.id, Said((Sent("省安委办"),), "爆炸，伤亡不明")
    )
    desk.incidents.correct(
        desk.staff.officer, incident.id, BasisKind.RECEIVED, moment("10:06"), source="通话录音"
    )
    view = desk.incidents.view(incident.id)
    assert AlertCode.BASIS_MOVED_LATE in {alert.code for alert in view.alerts}


def test_a_leader_informed_is_among_the_people_told(desk):
    incident = explosion(desk)
    desk.incidents.leader_informed(desk.staff.officer, incident.id, "曾慧", means="当面")
    (told,) = desk.incidents.view(incident.id).told
    assert (told.name, told.what, told.by) == ("曾慧", "报告带班领导", "当面")


def test_a_question_from_above_starts_clocks_and_a_matter(desk, clock):
    incident = explosion(desk)
    clock.to("2025-10-06T13:02:00+08:00")
    matter = desk.incidents.query(
        desk.staff.officer, incident.id, "市委值班室", caller="田艳秋",
        matter=NewMatter("核实网传", "值班室", moment("14:02")),
        entry=EntryDraft(EntryKind.INCOMING_CALL, "市委值班室询问网传情况"),
    ).value  # fmt: skip
    view = desk.incidents.view(incident.id)
    assert standing(view)["N18", "市委值班室"] is ObligationStatus.PENDING
    assert matter.incident_id == incident.id
    entry = desk.log.line(matter.source_seq).entry
    assert (entry.incident_id, entry.matter_id) == (incident.id, matter.id)


def test_only_a_leader_waives_and_only_with_a_reason(desk):
    incident = explosion(desk)
    with pytest.raises(AccessDenied):
        desk.incidents.waive(desk.staff.officer, incident.id, Waiver("N22", "统计口已报"))
    with pytest.raises(RuleViolation):
        desk.incidents.waive(desk.staff.leader, incident.id, Waiver("N22", " "))
    desk.incidents.waive(desk.staff.leader, incident.id, Waiver("N22", "统计口已报"))
    view = desk.incidents.view(incident.id)
    (waived,) = [o for o in view.obligations if o.rule == "N22"]
    assert waived.status is ObligationStatus.WAIVED
    assert waived.waived_because == "统计口已报"


@pytest.mark.parametrize("rule", ["N99", "HA1", "L20"])
def test_only_a_rule_that_applies_here_can_be_waived(desk, rule):
    incident = explosion(desk)
    with pytest.raises(RuleViolation) as refused:
        desk.incidents.waive(desk.staff.leader, incident.id, Waiver(rule, "已口头同意"))
    assert refused.value.code == "incident.waiver_unknown_rule"
    assert refused.value.fields["rule"] == rule


def test_a_time_that_nobody_knew_at_first_starts_its_clocks_when_it_is_told(desk, clock):
    incident = desk.incidents.open(desk.staff.officer, NewIncident("爆炸")).value
    clock.to("2025-10-06T11:00:00+08:00")
    told = desk.incidents.note_time
    told(desk.staff.officer, incident.id, BasisKind.OCCURRED, moment("10:05"), source="监控")
    view = desk.incidents.view(incident.id)
    assert view.bases[BasisKind.OCCURRED].at == moment("10:05")
    assert view.bases[BasisKind.OCCURRED].former == ()
    for basis, source, code in (
        (BasisKind.OCCURRED, "监控", "incident.basis_known"),
        (BasisKind.LEARNED, " ", "incident.time_without_source"),
        (BasisKind.CASUALTY_CHANGE, "消防", "incident.not_correctable"),
    ):
        with pytest.raises(RuleViolation) as refused:
            told(desk.staff.officer, incident.id, basis, moment("10:06"), source=source)
        assert refused.value.code == code


def test_an_incident_with_reports_missing_closes_only_with_a_reason(desk):
    incident = explosion(desk)
    with pytest.raises(RuleViolation) as refused:
        desk.incidents.close(desk.staff.officer, incident.id)
    assert refused.value.code == "incident.reports_missing"
    with pytest.raises(RuleViolation) as refused:
        desk.incidents.close(desk.staff.officer, incident.id, "误报，已核实")
    assert refused.value.code == "incident.leader_must_agree"
    desk.incidents.close(desk.staff.officer, incident.id, "误报，已核实", leader=desk.staff.leader)
    assert desk.incidents.view(incident.id).summary.state is IncidentState.CLOSED
    assert desk.incidents.open_incidents() == []
    with pytest.raises(RuleViolation) as refused:
        desk.incidents.record_fact(desk.staff.officer, incident.id, FactField.CAUSE, "电气")
    assert refused.value.code == "incident.closed"


def test_a_closed_incident_opens_again_with_a_reason(desk):
    incident = explosion(desk)
    with pytest.raises(RuleViolation):
        desk.incidents.reopen(desk.staff.officer, incident.id, "伤者死亡")
    desk.incidents.close(desk.staff.leader, incident.id, "误报")
    with pytest.raises(RuleViolation):
        desk.incidents.reopen(desk.staff.officer, incident.id, "")
    desk.incidents.reopen(desk.staff.officer, incident.id, "伤者死亡")
    assert [item.id for item in desk.incidents.open_incidents()] == [incident.id]


def test_the_second_to_change_the_head_is_told(desk):
    incident = explosion(desk)
    made = Revision(title="仓库爆炸", family=incident.family, category=incident.category)
    desk.incidents.revise(desk.staff.officer, incident.id, incident.version, made)
    with pytest.raises(StaleVersion):
        desk.incidents.revise(
            desk.staff.deputy, incident.id, incident.version, replace(made, title="别的")
        )
    assert desk.incidents.view(incident.id).summary.title == "仓库爆炸"


def test_another_kind_ends_what_is_owed_only_with_a_reason_and_a_leader(desk):
    incident = explosion(desk)
    owed = desk.incidents.view(incident.id).summary.owed
    assert owed > 0
    made = Revision(title=incident.title, family=Family.NATURAL_DISASTER, category=Category.FLOOD)
    head = (desk.staff.officer, incident.id, incident.version)
    for refused_for, asked in (
        ("incident.revise_without_reason", made),
        ("incident.leader_must_agree", replace(made, reason="实为山洪")),
    ):
        with pytest.raises(RuleViolation) as refused:
            desk.incidents.revise(*head, asked)
        assert refused.value.code == refused_for
    assert desk.incidents.view(incident.id).summary.owed == owed
    desk.incidents.revise(*head, replace(made, reason="实为山洪"), leader=desk.staff.leader)
    assert desk.incidents.view(incident.id).summary.category is Category.FLOOD


def test_what_is_overdue_stands_first(desk, clock):
    first = explosion(desk)
    clock.to("2025-10-06T10:50:00+08:00")
    second = desk.incidents.open(
        desk.staff.officer, NewIncident("山洪", family=Family.PUBLIC_HEALTH)
    ).value
    clock.to("2025-10-06T11:00:00+08:00")
    shown = desk.incidents.open_incidents()
    assert [item.id for item in shown] == [first.id, second.id]
    assert shown[0].overdue
    assert shown[0].next_due.status is ObligationStatus.OVERDUE


def test_the_rescue_over_ends_the_handling(desk, clock):
    incident = explosion(desk)
    clock.to("2025-10-06T17:40:00+08:00")
    desk.incidents.extinguished(desk.staff.officer, incident.id, moment("11:26"), source="消防")
    desk.incidents.rescue_ended(desk.staff.officer, incident.id, moment("17:30"), source="指挥部")
    view = desk.incidents.view(incident.id)
    assert view.summary.state is IncidentState.RESCUE_OVER
    assert {"明火扑灭", "现场救援结束"} <= {line.text for line in view.timeline}


def test_a_raised_flag_stays_with_the_case(desk):
    incident = explosion(desk, flags=("holiday",))
    desk.incidents.raise_flag(desk.staff.officer, incident.id, "social_effect_severe", "网信办")
    assert desk.incidents.view(incident.id).flags == ("holiday", "social_effect_severe")


def test_a_reader_may_not_record_and_the_chain_holds(desk):
    incident = explosion(desk)
    with pytest.raises(AccessDenied):
        desk.incidents.record_fact(desk.staff.supervisor, incident.id, FactField.CAUSE, "x")
    assert desk.log.verify().holds


@pytest.mark.parametrize("table", ["incident_event", "incident_fact"])
def test_the_database_refuses_to_change_what_was_recorded(desk, transactions, table):
    explosion(desk)
    with pytest.raises(RuleViolation), transactions.database.write() as uow:
        uow.session.execute(text(f"DELETE FROM {table}"))
        uow.commit()


def test_two_desks_at_once_get_numbers_without_gap_or_double(desk):
    def one(n):
        return desk.incidents.open(desk.staff.officer, NewIncident(f"事件{n}")).value.number

    with ThreadPoolExecutor(4) as pool:
        numbers = sorted(pool.map(one, range(8)))
    assert numbers == [f"2025-{n:03d}" for n in range(18, 26)]
