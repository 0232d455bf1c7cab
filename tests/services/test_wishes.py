"""Wishes are entered by oneself or by the supervisor, followed by drafts, and never binding."""

# ruff: noqa: F811 - the fixtures of another module are arguments here

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from safetydesk.domain.duty_wish import WishKind
from safetydesk.domain.errors import AccessDenied, BadInput, NotFound, RuleViolation
from safetydesk.domain.roster_draft_greedy import draft_on
from safetydesk.domain.roster_findings import Rule
from safetydesk.domain.roster_sheet import RosterPost
from safetydesk.services.roster_drafting import RosterDraftingService
from safetydesk.services.views_draft import DraftRequest, PostRequest
from safetydesk.services.views_staff import WishEntry
from safetydesk.services.wishes import WishService
from tests.services.test_roster_findings import (  # noqa: F401 - fixtures
    apply,
    change,
    duty,
    findings,
    of,
    office,
    staff,
)

FIRST, LAST = date(2025, 10, 16), date(2025, 10, 17)


@pytest.fixture
def wishes(transactions):
    return WishService(transactions)


def a_wish(person, **other):
    entry = WishEntry(person.person_id, WishKind.PLEASE_NOT.value, FIRST, LAST, "孩子开学")
    return replace(entry, **other)


def test_everybody_enters_the_own_wish_and_sees_whether_the_plan_follows_it(wishes, duty, office):
    apply(duty, office, (16, RosterPost.DEPUTY, "何佳"), (17, RosterPost.STANDBY, "何佳"))
    wishes.enter(office.deputy, a_wish(office.deputy))
    (view,) = wishes.wishes(FIRST, LAST)
    assert (view.name, view.kind, view.note) == ("何佳", WishKind.PLEASE_NOT, "孩子开学")
    assert view.planned == (FIRST,)


def test_wishes_of_others_are_the_supervisors(wishes, office):
    with pytest.raises(AccessDenied):
        wishes.enter(office.deputy, a_wish(office.officer))
    number = wishes.enter(office.supervisor, a_wish(office.officer)).value
    with pytest.raises(AccessDenied):
        wishes.withdraw(office.deputy, number)
    wishes.withdraw(office.officer, number)
    assert wishes.wishes(FIRST, LAST) == []
    with pytest.raises(NotFound):
        wishes.withdraw(office.officer, number)


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"kind": "never"}, "wish.kind"),
        ({"last": date(2025, 10, 15)}, "wish.turned_round"),
        ({"first": date(2025, 9, 1), "last": date(2025, 9, 1)}, "wish.day_is_over"),
        ({"last": date(2025, 12, 16)}, "wish.too_long"),
    ],
)
def test_what_is_no_wish_is_refused(wishes, office, changed, code):
    with pytest.raises(BadInput) as refused:
        wishes.enter(office.deputy, a_wish(office.deputy, **changed))
    assert refused.value.code == code
    assert wishes.wishes(FIRST, LAST) == []


def test_two_wishes_for_one_day_are_refused(wishes, office):
    wishes.enter(office.deputy, a_wish(office.deputy))
    with pytest.raises(RuleViolation) as refused:
        wishes.enter(office.deputy, a_wish(office.deputy, first=LAST, kind="wants"))
    assert refused.value.code == "wish.overlaps"


@pytest.mark.parametrize(
    ("kind", "serves"), [(WishKind.WANTS, "何佳"), (WishKind.PLEASE_NOT, "黄志强")]
)
def test_a_draft_follows_a_wish_where_the_shares_stay_even(
    wishes, office, transactions, duty, kind, serves
):
    wishes.enter(office.deputy, a_wish(office.deputy, last=FIRST, kind=kind.value))
    people = frozenset({office.officer.person_id, office.deputy.person_id})
    prepared = RosterDraftingService(transactions, duty).prepare(
        DraftRequest(FIRST, LAST, (PostRequest("deputy", rest=0),), people)
    )
    held = draft_on(prepared.board).holders
    assert prepared.names[held[0] or ""] == serves
    assert len(set(held)) == 2


def test_a_mentor_is_somebody_else_who_leads_and_is_in_no_training(staff, office):
    def trains(who, mentor):
        change(staff, office, who, mentor_id=mentor.person_id)

    for who, mentor, code in (
        (office.deputy, office.deputy, "staff.mentor_of_self"),
        (office.officer, office.deputy, "staff.mentor_not_primary"),
    ):
        with pytest.raises(BadInput) as refused:
            trains(who, mentor)
        assert refused.value.code == code
    trains(office.deputy, office.officer)
    with pytest.raises(BadInput) as refused:
        trains(office.officer, office.supervisor)
    assert refused.value.code == "staff.mentor_in_training"


def test_who_is_in_training_is_drafted_with_the_mentor_and_found_without(
    staff, office, duty, findings, transactions
):
    change(staff, office, office.deputy, mentor_id=office.officer.person_id)
    apply(
        duty,
        office,
        (16, RosterPost.PRIMARY, "王伟"),
        (16, RosterPost.DEPUTY, "何佳"),
        (18, RosterPost.PRIMARY, "黄志强"),
        (18, RosterPost.DEPUTY, "何佳"),
    )
    found = of(findings.findings(office.supervisor, FIRST, date(2025, 10, 19)), Rule.MENTOR)
    assert [(f.day, f.name, f.other) for f in found] == [(FIRST, "何佳", "黄志强")]
    people = frozenset(who.person_id for who in (office.officer, office.deputy, office.supervisor))
    prepared = RosterDraftingService(transactions, duty).prepare(
        DraftRequest(FIRST, FIRST, (PostRequest("primary"), PostRequest("deputy")), people)
    )
    held = dict(
        zip((s.post for s in prepared.board.seats), draft_on(prepared.board).holders, strict=True)
    )
    if held["deputy"] is not None and prepared.names[held["deputy"]] == "何佳":
        assert prepared.names[held["primary"] or ""] == "黄志强"
    trainee = prepared.board.people[prepared.board.number[str(office.deputy.person_id)]]
    assert trainee.mentor == str(office.officer.person_id)
