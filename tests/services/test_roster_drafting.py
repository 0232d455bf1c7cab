"""Drafts from the office as it is stored: people, leave, what was served; written as one act."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from safetydesk.domain.access import Role
from safetydesk.domain.errors import AccessDenied, RuleViolation
from safetydesk.domain.fair_shares import FairKind
from safetydesk.domain.roster_draft import DraftRule, Training
from safetydesk.domain.roster_draft_greedy import draft_on
from safetydesk.services.duty import DutyService
from safetydesk.services.people import NewPerson
from safetydesk.services.pin_check import hash_pin
from safetydesk.services.roster_drafting import RosterDraftingService
from safetydesk.services.staff import StaffService
from safetydesk.services.views_draft import DraftRequest, PostRequest, TurnPattern
from safetydesk.services.views_staff import AbsenceEntry
from tests.helpers.office import PIN, small_office

FIRST, LAST = date(2025, 11, 1), date(2025, 11, 30)


@pytest.fixture
def staff(transactions):
    made = small_office(transactions)
    pin = hash_pin(PIN)
    for number in range(8):
        new = NewPerson(
            f"T{number}",
            f"陈{'一二三四五六七八'[number]}",
            ("primary", "deputy"),
            frozenset({Role.OFFICER}),
            mobile="19900000021",
        )
        made.people.add_hashed(made.people.system(), new, pin)
    return made


@pytest.fixture
def duty(transactions):
    return DutyService(transactions)


@pytest.fixture
def drafting(transactions, duty, staff):
    return RosterDraftingService(transactions, duty)


def a_request(staff, **more):
    people = frozenset(p.id for p in staff.people.all() if p.number.startswith("T"))
    posts = (PostRequest("primary"), PostRequest("deputy"))
    return DraftRequest(FIRST, LAST, posts, people, **more)


def test_a_month_is_drafted_evenly_and_written_as_one_roster(drafting, duty, staff):
    prepared = drafting.prepare(a_request(staff))
    draft = draft_on(prepared.board)
    assert None not in draft.holders
    drafting.apply(staff.supervisor, prepared, draft)
    month = duty.month(2025, 11)
    places = [place for place, (post, _) in enumerate(month.posts) if post in {"primary", "deputy"}]
    served = [row.cells[place][0].name for row in month.days for place in places]
    counts = [served.count(name) for name in set(served)]
    assert len(served) == 60
    assert max(counts) - min(counts) <= 1


def test_a_written_draft_is_taken_back_as_one_step(drafting, duty, staff):
    prepared = drafting.prepare(a_request(staff))
    drafting.apply(staff.supervisor, prepared, draft_on(prepared.board))
    assert duty.undo_import(staff.supervisor).value == "云川区应急管理局2025年11月值班安排表"
    assert not any(cell for row in duty.month(2025, 11).days for cell in row.cells)


def test_only_a_supervisor_writes_a_draft(drafting, staff):
    prepared = drafting.prepare(a_request(staff))
    with pytest.raises(AccessDenied):
        drafting.apply(staff.officer, prepared, draft_on(prepared.board))


def test_leave_in_the_register_keeps_somebody_from_those_days(drafting, staff, transactions):
    who = staff.people.named("陈一").id
    entry = AbsenceEntry(who, "年休假", date(2025, 11, 3), date(2025, 11, 12))
    StaffService(transactions).record_absence(staff.officer, entry)
    prepared = drafting.prepare(a_request(staff))
    draft = draft_on(prepared.board)
    mine = [
        seat.day
        for seat, name in zip(prepared.board.seats, draft.holders, strict=True)
        if name == str(who)
    ]
    assert mine
    assert not [day for day in mine if date(2025, 11, 3) <= day <= date(2025, 11, 12)]


def test_what_was_served_before_is_counted_by_kind_of_day(drafting, duty, staff):
    october = replace(a_request(staff), first=date(2025, 10, 1), last=date(2025, 10, 31))
    prepared = drafting.prepare(october)
    drafting.apply(staff.supervisor, prepared, draft_on(prepared.board))
    later = drafting.prepare(a_request(staff))
    people = later.board.people
    assert sum(who.served["duty", FairKind.ALL] for who in people) == 62
    assert sum(who.served.get(("duty", FairKind.WEEKEND), 0) for who in people) >= 16
    assert all(
        who.served["duty", FairKind.NIGHT] == who.served["duty", FairKind.ALL] for who in people
    )


def test_the_last_duty_before_the_period_keeps_its_rest(drafting, duty, staff):
    october = replace(a_request(staff), first=date(2025, 10, 31), last=date(2025, 10, 31))
    before = drafting.prepare(october)
    made = draft_on(before.board)
    drafting.apply(staff.supervisor, before, made)
    prepared = drafting.prepare(a_request(staff))
    first_day = [
        name
        for seat, name in zip(prepared.board.seats, draft_on(prepared.board).holders, strict=True)
        if seat.day == FIRST
    ]
    assert not set(first_day) & set(made.holders)


def test_turns_planned_already_stay_where_that_is_wanted(drafting, staff):
    week = replace(a_request(staff), last=date(2025, 11, 7))
    prepared = drafting.prepare(week)
    made = draft_on(prepared.board)
    drafting.apply(staff.supervisor, prepared, made)
    again = drafting.prepare(replace(a_request(staff), keep=True))
    held = dict(
        zip(
            ((s.post, s.day) for s in again.board.seats), draft_on(again.board).holders, strict=True
        )
    )
    planned = zip(prepared.board.seats, made.holders, strict=True)
    assert len(again.board.pinned) == 14
    assert all(held[seat.post, seat.day] == name for seat, name in planned)


def test_a_nursing_officer_is_kept_from_whole_days_by_law(drafting, staff, transactions):
    facts = StaffService(transactions)
    seen = facts.person(staff.supervisor, staff.people.named("陈二").id)
    entry = replace(seen.entry, gender="女", child_born_on=date(2025, 6, 1))
    facts.change(staff.supervisor, seen, entry)
    prepared = drafting.prepare(a_request(staff))
    place = prepared.board.number[str(seen.person_id)]
    assert {rules[place] for rules in prepared.board.bars} == {DraftRule.NURSING}
    halves = replace(
        a_request(staff), posts=(PostRequest("primary", pattern=TurnPattern.THIRDS, rest=16),)
    )
    by_thirds = drafting.prepare(halves)
    assert None in {rules[place] for rules in by_thirds.board.bars}


def test_training_counts_once_anybody_has_a_date(drafting, staff, transactions):
    facts = StaffService(transactions)
    for name, day in (("陈一", date(2020, 1, 1)), ("陈二", date(2025, 9, 1))):
        seen = facts.person(staff.supervisor, staff.people.named(name).id)
        facts.change(staff.supervisor, seen, replace(seen.entry, trained_on=day))
    people = {who.key: who.training for who in drafting.prepare(a_request(staff)).board.people}
    found = {name: people[str(staff.people.named(name).id)] for name in ("陈一", "陈二", "陈三")}
    assert found == {
        "陈一": Training.EXPERIENCED,
        "陈二": Training.NEW,
        "陈三": Training.UNTRAINED,
    }


def test_weekday_nights_begin_when_the_office_closes(drafting, staff):
    posts = (PostRequest("primary", pattern=TurnPattern.NIGHTS),)
    prepared = drafting.prepare(replace(a_request(staff), posts=posts))
    lengths = {span.end - span.start for span in prepared.spans}
    assert lengths == {timedelta(hours=15), timedelta(hours=24)}


def test_the_options_name_posts_people_and_years_without_a_notice(drafting, staff):
    options = drafting.options(FIRST, date(2031, 1, 5))
    assert [row.label for row in options.posts] == ["带班领导", "主班", "副班", "备班", "司机"]
    assert 2031 in options.unknown
    assert len(options.people) == 12
    assert not options.planned


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"posts": ()}, "draft.no_post"),
        ({"people": frozenset()}, "draft.nobody"),
        ({"last": date(2025, 10, 1)}, "draft.no_period"),
    ],
)
def test_an_order_that_is_none_is_refused(drafting, staff, change, code):
    with pytest.raises(RuleViolation) as refused:
        drafting.prepare(replace(a_request(staff), **change))
    assert refused.value.code == code
