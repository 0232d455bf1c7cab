"""核稿: a second person reads what the leader will sign, by PIN where the office wants it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from safetydesk.domain.errors import AccessDenied, RuleViolation, StaleVersion
from safetydesk.domain.report_series import ReportType
from safetydesk.services.incidents import NewIncident
from safetydesk.services.report_reviews import ReportReviews
from tests.helpers.desk_day import desk_day
from tests.helpers.office import PIN


@pytest.fixture
def desk(transactions, clock):
    made = desk_day(transactions)
    clock.to("2025-10-06T10:12:00+08:00")
    return made


@pytest.fixture
def draft(desk):
    incident = desk.incidents.open(
        desk.staff.officer, NewIncident("东河宏泰反应釜爆炸", source="园区")
    ).value
    return desk.reports.draft(desk.staff.officer, incident.id, ReportType.INITIAL).value


@pytest.fixture
def reviews(transactions, desk):
    made = ReportReviews(transactions, desk.staff.people)
    made.choose(desk.staff.supervisor, by_pin=True)
    return made


def sign(desk, report):
    return desk.reports.sign_off(desk.staff.leader.person_id, PIN, report.id, report.version).value


def reviewed(reviews, desk, report):
    return reviews.review(desk.staff.deputy.person_id, PIN, report.id, report.version).value


def test_an_office_that_wants_no_pin_signs_as_ever(desk, draft):
    assert sign(desk, draft).is_fixed


def test_without_a_review_nothing_is_signed_where_it_is_wanted(desk, draft, reviews):
    with pytest.raises(RuleViolation, match=r"report.not_reviewed"):
        sign(desk, draft)


def test_the_reviewers_name_stands_in_the_report_and_it_can_be_signed(desk, draft, reviews):
    read = reviewed(reviews, desk, draft)
    assert read.content.reviewer == "何佳"
    view = desk.reports.view(draft.id)
    assert (view.is_reviewed, view.reviewed_at is not None) == (True, True)
    assert sign(desk, read).content.reviewer == "何佳"


def test_other_words_need_another_review(desk, draft, reviews):
    read = reviewed(reviews, desk, draft)
    other = replace(read.content, opening="另外的话。")
    changed = desk.reports.save_draft(desk.staff.officer, draft.id, read.version, other).value
    assert not desk.reports.view(draft.id).is_reviewed
    with pytest.raises(RuleViolation, match=r"report.not_reviewed"):
        sign(desk, changed)
    assert sign(desk, reviewed(reviews, desk, changed)).is_fixed


def test_nobody_reviews_the_own_draft(desk, draft, reviews):
    with pytest.raises(RuleViolation, match=r"report.own_review"):
        reviews.review(desk.staff.officer.person_id, PIN, draft.id, draft.version)


def test_a_wrong_pin_or_older_words_are_refused(desk, draft, reviews):
    deputy = desk.staff.deputy.person_id
    with pytest.raises(RuleViolation, match=r"pin.wrong"):
        reviews.review(deputy, "000000", draft.id, draft.version)
    with pytest.raises(StaleVersion):
        reviews.review(deputy, PIN, draft.id, draft.version + 1)


def test_the_role_is_checked_in_the_service(desk, draft, reviews):
    with pytest.raises(AccessDenied):
        reviews.review(desk.staff.supervisor.person_id, PIN, draft.id, draft.version)
    with pytest.raises(AccessDenied):
        reviews.choose(desk.staff.officer, by_pin=False)


def test_a_signed_report_is_not_reviewed_again(desk, draft, reviews):
    read = reviewed(reviews, desk, draft)
    signed = sign(desk, read)
    with pytest.raises(RuleViolation, match=r"report.signed"):
        reviews.review(desk.staff.deputy.person_id, PIN, draft.id, signed.version)


def test_the_choice_is_taken_back(desk, draft, reviews):
    assert reviews.wanted()
    reviews.choose(desk.staff.supervisor, by_pin=False)
    assert not reviews.wanted()
    assert sign(desk, draft).is_fixed
