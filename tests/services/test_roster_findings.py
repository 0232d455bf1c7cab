"""What is found in the stored plan, who is told why, and that a denying rule refuses to publish."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from safetydesk.domain.errors import AccessDenied, BadInput, RuleViolation
from safetydesk.domain.roster_findings import DEFAULTS, Level, Rule, RuleSetting
from safetydesk.domain.roster_sheet import (
    RosterAssignment,
    RosterLayout,
    RosterPost,
    RosterReading,
)
from safetydesk.services.duty import DutyService
from safetydesk.services.roster_findings import FindingsService
from safetydesk.services.staff import StaffService
from safetydesk.services.views_staff import AbsenceEntry
from tests.helpers.office import small_office

FIRST, LAST = date(2025, 10, 7), date(2025, 10, 12)


@pytest.fixture
def office(transactions):
    return small_office(transactions)


@pytest.fixture
def duty(transactions):
    return DutyService(transactions)


@pytest.fixture
def staff(transactions):
    return StaffService(transactions)


@pytest.fixture
def findings(transactions):
    return FindingsService(transactions)


def apply(duty, office, *rows):
    made = tuple(
        RosterAssignment(date(2025, 10, day), post, name, "表!B4") for day, post, name in rows
    )
    draft = duty.draft(RosterReading(RosterLayout.DAILY_TABLE, "十月值班表", made))
    return duty.apply(office.supervisor, draft, file_name="十月.xlsx", sha256="0" * 64)


def on_desk(*days):
    return [
        row
        for day in days
        for row in ((day, RosterPost.PRIMARY, "黄志强"), (day, RosterPost.DEPUTY, "何佳"))
    ]


def change(staff, office, person, **values):
    seen = staff.person(office.supervisor, person.person_id)
    staff.change(office.supervisor, seen, replace(seen.entry, **values))


def of(view, rule):
    return [f for f in view.findings if f.rule is rule]


def test_two_days_running_are_found_on_the_second_day(duty, office, findings):
    apply(duty, office, *on_desk(8, 9))
    view = findings.findings(office.officer, FIRST, LAST)
    found = of(view, Rule.REST)
    assert [(f.day, f.label, f.name, f.measure) for f in found] == [
        (date(2025, 10, 9), "主班", "黄志强", 0),
        (date(2025, 10, 9), "副班", "何佳", 0),
    ]
    assert [f.number for f in view.findings] == list(range(1, len(view.findings) + 1))


def test_the_first_days_of_a_month_remember_the_last_of_the_month_before(duty, office, findings):
    apply(duty, office, *on_desk(8, 9))
    view = findings.findings(office.officer, date(2025, 10, 9), LAST)
    assert len(of(view, Rule.REST)) == 2


def test_a_night_under_protection_refuses_the_roster_and_stores_nothing(duty, office, staff):
    change(staff, office, office.deputy, gender="女", due_on=date(2025, 12, 1))
    with pytest.raises(RuleViolation, match=r"roster\.denied") as refused:
        apply(duty, office, *on_desk(8))
    assert refused.value.fields["rule"] == "law"
    assert (refused.value.fields["person"], refused.value.fields["post"]) == ("何佳", "副班")
    assert refused.value.fields["day"] == date(2025, 10, 8)
    assert duty.days(FIRST, LAST).days[1].cells == ((), (), (), (), ())


def test_the_same_roster_goes_out_where_the_office_only_warns(duty, office, staff, findings):
    change(staff, office, office.deputy, gender="女", due_on=date(2025, 12, 1))
    findings.set_rule(office.supervisor, Rule.LAW, RuleSetting(Level.WARN))
    apply(duty, office, *on_desk(8))
    (told,) = of(findings.findings(office.supervisor, FIRST, LAST), Rule.LAW)
    (hidden,) = of(findings.findings(office.officer, FIRST, LAST), Rule.LAW)
    assert (told.other, hidden.other) == ("pregnant", "")
    assert (told.denies, hidden.name) == (False, "何佳")


def test_leave_entered_after_publishing_shows_as_denying(duty, office, staff, findings):
    apply(duty, office, *on_desk(8, 9, 10, 11))
    staff.record_absence(
        office.officer,
        AbsenceEntry(office.deputy.person_id, "病假", date(2025, 10, 11), date(2025, 10, 11)),
    )
    view = findings.findings(office.officer, FIRST, LAST)
    (found,) = of(view, Rule.LEAVE)
    assert (found.day, found.denies, found.other) == (date(2025, 10, 11), True, "")
    assert view.by_cell()[date(2025, 10, 11), "deputy"] == found
    assert of(findings.findings(office.supervisor, FIRST, LAST), Rule.LEAVE)[0].other == "病假"


def test_an_absent_leader_keeps_the_roster_back(duty, office, staff):
    staff.record_absence(
        office.officer,
        AbsenceEntry(office.leader.person_id, "外出", date(2025, 10, 8), date(2025, 10, 8)),
    )
    with pytest.raises(RuleViolation, match=r"roster\.denied") as refused:
        apply(duty, office, (8, RosterPost.LEADER, "曾慧"))
    assert refused.value.fields["rule"] == "leader_absent"


def test_health_is_a_warning_for_the_supervisors_eyes(duty, office, staff, findings):
    change(staff, office, office.deputy, avoids_nights=True)
    apply(duty, office, *on_desk(8))
    assert of(findings.findings(office.supervisor, FIRST, LAST), Rule.NIGHT_AVOIDED)
    assert not of(findings.findings(office.officer, FIRST, LAST), Rule.NIGHT_AVOIDED)


def test_a_call_that_failed_in_the_directory_counts_for_the_roster(duty, office, findings, staff):
    change(staff, office, office.deputy, phone_verified_on=date(2025, 10, 1))
    change(staff, office, office.officer, phone_verified_on=date(2025, 1, 1))
    apply(duty, office, *on_desk(8))
    found = of(findings.findings(office.officer, FIRST, LAST), Rule.UNVERIFIED_PHONE)
    assert [f.name for f in found] == ["黄志强"]


def test_a_gap_of_three_days_marks_three_cells(duty, office, findings):
    findings.set_rule(office.supervisor, Rule.GAP, RuleSetting(Level.WARN))
    apply(duty, office, *on_desk(7), *on_desk(11))
    found = of(findings.findings(None, FIRST, LAST), Rule.GAP)
    assert {f.day.day for f in found if f.post == "deputy"} == {8, 9, 10}


def test_rules_are_listed_with_what_the_office_set(findings, office):
    findings.set_rule(office.supervisor, Rule.REST, RuleSetting(Level.DENY, 36))
    rules = {view.rule: view for view in findings.rules()}
    assert list(rules) == list(DEFAULTS)
    assert (rules[Rule.REST].level, rules[Rule.REST].number) == (Level.DENY, 36)
    assert (rules[Rule.REST].shipped, rules[Rule.GAP].shipped) == (False, True)
    assert rules[Rule.WOMAN_ALONE_AT_NIGHT].levels == (Level.OFF, Level.WARN)


def test_only_a_supervisor_sets_rules_and_only_as_far_as_they_go(findings, office):
    with pytest.raises(AccessDenied):
        findings.set_rule(office.officer, Rule.GAP, RuleSetting(Level.OFF))
    with pytest.raises(BadInput, match="rule_level"):
        findings.set_rule(office.supervisor, Rule.WOMAN_ALONE_AT_NIGHT, RuleSetting(Level.DENY))
    with pytest.raises(BadInput, match="rule_number"):
        findings.set_rule(office.supervisor, Rule.REST, RuleSetting(Level.WARN, 0))


def test_a_year_whose_holidays_are_not_known_is_named(findings, office):
    view = findings.findings(office.officer, date(2026, 12, 20), date(2027, 1, 10))
    assert view.unknown_years == (2026, 2027)
