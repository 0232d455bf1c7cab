"""What a report's words are compared with: the record as it stands, read with the report."""

from __future__ import annotations

from dataclasses import replace

import pytest

from safetydesk.domain.incident import BasisKind, Casualties, Category
from safetydesk.domain.incident_record import FactField
from safetydesk.domain.report_series import ReportType
from safetydesk.services.incidents import NewIncident
from safetydesk.services.report_checking import ReportChecks
from tests.helpers.desk_day import desk_day, moment
from tests.helpers.office import PIN


@pytest.fixture
def desk(transactions, clock):
    made = desk_day(transactions)
    clock.to("2025-10-06T10:12:00+08:00")
    return made


@pytest.fixture
def draft(desk, clock):
    incident = desk.incidents.open(
        desk.staff.officer,
        NewIncident(
            "东河宏泰反应釜爆炸",
            category=Category.HAZARDOUS_CHEMICALS,
            occurred_at=moment("10:05"),
            source="园区管委会电话",
            facts=((FactField.FORCES, "消防6车32人"),),
        ),
    ).value
    clock.to("2025-10-06T10:31:00+08:00")
    numbers = Casualties(
        time=moment("10:30"), known_at=moment("10:31"), dead=1, missing=2, source="消防"
    )
    desk.incidents.record_casualties(desk.staff.officer, incident.id, numbers)
    return desk.reports.draft(desk.staff.officer, incident.id, ReportType.INITIAL).value


def test_a_draft_from_the_facts_has_nothing_to_remark(transactions, draft):
    basis = ReportChecks(transactions).basis(draft.id)
    assert basis is not None
    found = basis.check(draft.content)
    assert found.remarks == ()
    assert found.agreeing


def test_another_number_is_an_error_and_holds_nothing_up(transactions, desk, draft):
    basis = ReportChecks(transactions).basis(draft.id)
    assert basis is not None
    wrong = replace(draft.content, opening=f"{draft.content.opening}已造成4人死亡。")
    found = basis.check(wrong)
    assert any(remark.is_error for remark in found.remarks)
    desk.reports.save_draft(desk.staff.officer, draft.id, draft.version, wrong)


def test_the_facts_in_words_and_the_times_on_record_are_known(transactions, draft):
    facts = ReportChecks(transactions).facts_of(draft.incident_id or 0)
    assert facts.words == ("消防6车32人",)
    assert facts.bases[BasisKind.OCCURRED] == moment("10:05")
    assert facts.casualties_at == moment("10:30")
    assert moment("10:05") in facts.instants


def test_a_signed_report_is_held_against_what_was_known_at_its_signature(
    transactions, desk, draft, clock
):
    clock.to("2025-10-06T10:40:00+08:00")
    leader = desk.staff.leader.person_id or 0
    desk.reports.sign_off(leader, PIN, draft.id, draft.version)
    clock.to("2025-10-06T12:02:00+08:00")
    more = Casualties(
        time=moment("12:00"), known_at=moment("12:02"), dead=3, missing=0, source="消防"
    )
    incident = draft.incident_id or 0
    desk.incidents.record_casualties(desk.staff.officer, incident, more)
    checks = ReportChecks(transactions)
    signed = checks.basis(draft.id)
    assert signed is not None
    assert signed.check(draft.content).remarks == ()
    follow_up = desk.reports.draft(desk.staff.officer, incident, ReportType.FOLLOW_UP).value
    now = checks.basis(follow_up.id)
    assert now is not None
    assert now.check(follow_up.content).remarks == ()
    assert any(remark.is_error for remark in now.check(draft.content).remarks)
