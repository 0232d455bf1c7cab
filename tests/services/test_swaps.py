"""Swaps on real rosters: who may, what the plan becomes, what the log says, what is refused."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from safetydesk.domain.access import Role
from safetydesk.domain.errors import AccessDenied, RuleViolation
from safetydesk.domain.spans import Span
from safetydesk.domain.swap import Given, SwapKind, SwapState, SwapStepKind
from safetydesk.services.duty import DutyService
from safetydesk.services.people import NewPerson
from safetydesk.services.pin_check import hash_pin
from safetydesk.services.staff import StaffService
from safetydesk.services.swaps import SwapService
from safetydesk.services.views_duty import DraftTurn, RosterDraft
from safetydesk.services.views_staff import AbsenceEntry
from safetydesk.services.views_swaps import SwapRequest
from tests.helpers.office import PIN, small_office

SIXTH = datetime(2025, 10, 6, 0, 30, tzinfo=UTC)
DAY = timedelta(days=1)
TENTH, TWELFTH = SIXTH + 4 * DAY, SIXTH + 6 * DAY


@pytest.fixture
def staff(transactions):
    return small_office(transactions)


@pytest.fixture
def duty(transactions):
    return DutyService(transactions)


@pytest.fixture
def swaps(transactions):
    return SwapService(transactions)


@pytest.fixture
def third(staff):
    """A third officer, who may serve everything but the lead."""
    person = NewPerson("S14", "高翔", ("primary", "deputy", "standby"), frozenset({Role.OFFICER}))
    made = staff.people.add_hashed(staff.people.system(), person, hash_pin(PIN)).value
    return staff.people.actor(made)


def turn(post, actor, day):
    start = SIXTH + (day - 6) * DAY
    return DraftTurn(
        post, actor.person_id, actor.name, date(2025, 10, day), start, start + DAY, "表!B4"
    )


@pytest.fixture
def october(duty, staff, third):
    """黄志强 on even days, 高翔 on odd ones; 何佳 always the deputy."""
    turns = []
    for day in range(6, 20):
        primary = staff.officer if day % 2 == 0 else third
        turns += [turn("primary", primary, day), turn("deputy", staff.deputy, day)]
    draft = RosterDraft("十月", tuple(turns), ())
    return duty.apply(staff.supervisor, draft, file_name="十月.xlsx", sha256="0" * 64)


def request(staff, start=TENTH, end=TENTH + DAY, post="primary", owner=None, **more):
    owner = owner or staff.officer
    more.setdefault("kind", SwapKind.SUBSTITUTE)
    return SwapRequest(post, owner.person_id, start, end, **more)


def on(duty, post, at):
    return [view.name for view in duty.who(at) if view.post == post]


def state(swaps, actor, swap_id):
    (found,) = [view for view in swaps.current(actor) if view.id == swap_id]
    return found


def entries(transactions):
    with transactions.read() as uow:
        return [(e.kind.value, e.text, e.handling) for e in uow.log.newest(5, machine=True)]


def test_asked_offered_consented_approved_and_the_plan_follows(
    swaps, duty, staff, third, october, transactions
):
    swap_id = swaps.ask(staff.officer, request(staff, reason="家人急病")).value
    assert swaps.offer(third, swap_id).value is SwapState.OFFERED
    assert swaps.consent(staff.officer, swap_id).value is SwapState.CONSENTED
    assert on(duty, "primary", TENTH) == ["黄志强"]
    assert swaps.approve(staff.leader, swap_id).value is SwapState.APPROVED
    assert on(duty, "primary", TENTH) == ["高翔"]
    kind, text, _ = entries(transactions)[0]
    assert kind == "人员变动"
    assert text == ("替班：10月10日 08:30 — 11日 08:30 主班黄志强（家人急病）由高翔接替，曾慧批准")


def test_a_part_of_a_shift_changes_hands_and_the_rest_stays(swaps, duty, staff, third, october):
    noon = TENTH + timedelta(hours=4)
    part = request(staff, noon, noon + timedelta(hours=2), taker_id=third.person_id)
    swaps.record(staff.supervisor, part)
    names = [on(duty, "primary", TENTH + timedelta(hours=h)) for h in (3, 5, 7)]
    assert names == [["黄志强"], ["高翔"], ["黄志强"]]


def test_an_exchange_moves_both_duties(swaps, duty, staff, third, october):
    given = {"given_post": "primary", "given_start": SIXTH + 5 * DAY, "given_end": TWELFTH}
    asked = request(staff, taker_id=third.person_id, **given)
    swap_id = swaps.ask(staff.officer, asked).value
    swaps.consent(third, swap_id)
    swaps.approve(staff.supervisor, swap_id)
    assert on(duty, "primary", TENTH) == ["高翔"]
    assert on(duty, "primary", TENTH + DAY) == ["黄志强"]
    assert state(swaps, third, swap_id).kind is SwapKind.EXCHANGE


def test_a_swap_over_a_swap_ends_with_the_last_taker(swaps, duty, staff, third, october):
    first = request(staff, taker_id=third.person_id)
    swaps.record(staff.supervisor, first)
    second = request(staff, owner=third, taker_id=staff.officer.person_id)
    swaps.record(staff.supervisor, second)
    assert on(duty, "primary", TENTH) == ["黄志强"]


def test_a_swap_that_another_rests_on_is_not_withdrawn(swaps, duty, staff, third, october):
    swap_id = swaps.record(staff.supervisor, request(staff, taker_id=third.person_id)).value
    again = request(staff, owner=third, taker_id=staff.officer.person_id)
    swaps.record(staff.supervisor, again)
    with pytest.raises(RuleViolation) as refused:
        swaps.withdraw(staff.officer, swap_id)
    assert refused.value.code == "swap.built_upon"
    assert state(swaps, staff.officer, swap_id).state is SwapState.APPROVED


def test_a_withdrawn_swap_leaves_the_plan_and_both_steps_stay(
    swaps, duty, staff, third, october, transactions
):
    swap_id = swaps.record(staff.supervisor, request(staff, taker_id=third.person_id)).value
    swaps.withdraw(staff.officer, swap_id, "已康复")
    assert on(duty, "primary", TENTH) == ["黄志强"]
    view = state(swaps, staff.officer, swap_id)
    assert [step.kind for step in view.steps] == [
        SwapStepKind.ASKED,
        SwapStepKind.CONSENTED,
        SwapStepKind.APPROVED,
        SwapStepKind.WITHDRAWN,
    ]
    assert entries(transactions)[0][1].startswith("撤回替班")


def test_a_supervisor_records_for_both_and_the_record_says_so(swaps, staff, third, october):
    approver = staff.leader.person_id
    wanted = request(staff, taker_id=third.person_id)
    swap_id = swaps.record(staff.supervisor, wanted, approver_id=approver).value
    steps = state(swaps, staff.supervisor, swap_id).steps
    assert [(step.person, step.author) for step in steps] == [
        ("黄志强", "王伟"),
        ("高翔", "王伟"),
        ("曾慧", "王伟"),
    ]


def test_time_without_a_duty_is_refused_and_the_duties_there_are_are_named(swaps, staff, october):
    wrong = request(staff, TENTH + DAY, TENTH + 2 * DAY)
    with pytest.raises(RuleViolation) as refused:
        swaps.ask(staff.officer, wrong)
    assert refused.value.code == "swap.no_duty"
    assert "主班 10月10日 08:30" in refused.value.fields["duties"]
    assert swaps.current(staff.officer) == []


def test_nobody_speaks_for_another_but_the_supervisor(swaps, staff, third, october):
    with pytest.raises(AccessDenied):
        swaps.ask(third, request(staff))
    swap_id = swaps.ask(staff.officer, request(staff, taker_id=third.person_id)).value
    with pytest.raises(AccessDenied):
        swaps.consent(staff.officer, swap_id)
    assert swaps.consent(staff.supervisor, swap_id).value is SwapState.CONSENTED


def test_an_officer_cannot_approve(swaps, staff, third, october):
    swap_id = swaps.ask(staff.officer, request(staff, taker_id=third.person_id)).value
    swaps.consent(third, swap_id)
    with pytest.raises(AccessDenied):
        swaps.approve(staff.deputy, swap_id)


def test_nobody_serves_two_posts_at_once(swaps, staff, october):
    deputy = request(staff, taker_id=staff.deputy.person_id, post="primary")
    with pytest.raises(RuleViolation) as refused:
        swaps.ask(staff.officer, deputy)
    assert refused.value.code == "swap.not_eligible"


def test_a_taker_with_a_duty_then_is_refused(swaps, staff, third, october):
    even = request(staff, TENTH, TENTH + DAY, owner=staff.deputy, post="deputy")
    even = SwapRequest(**{**vars(even), "taker_id": staff.officer.person_id})
    swap_id = swaps.ask(staff.deputy, even).value
    with pytest.raises(RuleViolation) as refused:
        swaps.consent(staff.officer, swap_id)
    assert refused.value.code == "swap.double_duty"
    assert state(swaps, staff.officer, swap_id).state is SwapState.OFFERED


def test_a_taker_on_standby_leaves_the_standby(swaps, duty, staff, third, october):
    standby = RosterDraft("备班", (turn("standby", third, 10),), ())
    duty.apply(staff.supervisor, standby, file_name="备班.xlsx", sha256="1" * 64)
    swaps.record(staff.supervisor, request(staff, taker_id=third.person_id))
    assert on(duty, "primary", TENTH) == ["高翔"]
    assert on(duty, "standby", TENTH) == []


def test_somebody_else_stands_by_instead_of_the_taker(swaps, duty, staff, third, october):
    standby = RosterDraft("备班", (turn("standby", third, 10),), ())
    duty.apply(staff.supervisor, standby, file_name="备班.xlsx", sha256="1" * 64)
    fourth = NewPerson("S15", "杨帆", ("standby",), frozenset({Role.OFFICER}))
    other = staff.people.add_hashed(staff.people.system(), fourth, "").value
    (left,) = swaps.standby_left(
        staff.officer.person_id, third.person_id, "primary", TENTH, TENTH + DAY
    )
    assert (left.turn.post, left.turn.start) == ("standby", TENTH)
    assert left.instead == ((other, "杨帆", 0),)
    made = request(staff, taker_id=third.person_id)
    swap_id = swaps.record(staff.supervisor, made, standby_id=other).value
    assert (on(duty, "primary", TENTH), on(duty, "standby", TENTH)) == (["高翔"], ["杨帆"])
    swaps.withdraw(staff.supervisor, swap_id)
    assert (on(duty, "primary", TENTH), on(duty, "standby", TENTH)) == (["黄志强"], ["高翔"])


def test_whoever_may_not_stand_by_is_refused_and_nothing_is_kept(
    swaps, duty, staff, third, october
):
    standby = RosterDraft("备班", (turn("standby", third, 10),), ())
    duty.apply(staff.supervisor, standby, file_name="备班.xlsx", sha256="1" * 64)
    made = request(staff, taker_id=third.person_id)
    with pytest.raises(RuleViolation) as refused:
        swaps.record(staff.supervisor, made, standby_id=staff.deputy.person_id)
    assert refused.value.code == "swap.not_eligible"
    assert (on(duty, "primary", TENTH), on(duty, "standby", TENTH)) == (["黄志强"], ["高翔"])
    assert (
        swaps.standby_left(staff.officer.person_id, third.person_id, "primary", TENTH - DAY, TENTH)
        == ()
    )


def test_what_has_begun_is_cut_off_and_what_is_over_refused(
    swaps, duty, staff, third, clock, october
):
    clock.to("2025-10-10T12:00:30+08:00")
    swap_id = swaps.record(staff.supervisor, request(staff, taker_id=third.person_id)).value
    view = state(swaps, staff.officer, swap_id)
    assert view.start == datetime(2025, 10, 10, 4, 1, tzinfo=UTC)
    with pytest.raises(RuleViolation) as refused:
        swaps.ask(staff.officer, request(staff, SIXTH, SIXTH + DAY))
    assert refused.value.code == "swap.past_due"


def test_an_unanswered_swap_is_past_due_when_the_duty_begins(swaps, staff, clock, october):
    swap_id = swaps.ask(staff.officer, request(staff)).value
    clock.to("2025-10-10T08:30:00+08:00")
    view = state(swaps, staff.officer, swap_id)
    assert (view.state, view.acts) == (SwapState.PAST_DUE, frozenset())


def test_an_offer_in_exchange_needs_a_duty_of_the_taker(swaps, staff, third, october):
    swap_id = swaps.ask(staff.officer, request(staff)).value
    with pytest.raises(RuleViolation):
        swaps.offer(third, swap_id, given=Given("primary", Span(TWELFTH, TWELFTH + DAY)))
    odd = Span(TWELFTH + DAY, TWELFTH + 2 * DAY)
    swaps.offer(third, swap_id, given=Given("primary", odd))
    assert state(swaps, staff.officer, swap_id).given.start == odd.start


def test_a_taker_who_is_on_leave_is_refused_and_the_plan_stays(
    swaps, duty, staff, third, october, transactions
):
    day = date(2025, 10, 10)
    leave = AbsenceEntry(third.person_id, "病假", day, day)
    StaffService(transactions).record_absence(staff.supervisor, leave)
    swap_id = swaps.ask(staff.officer, request(staff, taker_id=third.person_id)).value
    swaps.consent(third, swap_id)
    with pytest.raises(RuleViolation) as refused:
        swaps.approve(staff.leader, swap_id)
    assert (refused.value.code, refused.value.fields["rule"]) == ("swap.denied", "leave")
    assert on(duty, "primary", TENTH) == ["黄志强"]
    assert state(swaps, staff.officer, swap_id).state is SwapState.CONSENTED
