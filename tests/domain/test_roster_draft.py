"""Drafts made at once: every hard rule holds, parts are even, pins stay, the same order the same draft."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from safetydesk.domain.day_class import DayClass
from safetydesk.domain.fair_shares import FairKind
from safetydesk.domain.roster_draft import (
    DraftOrder,
    DraftPerson,
    DraftPost,
    DraftRule,
    Guard,
    Pin,
    Training,
    Wish,
)
from safetydesk.domain.roster_draft_board import DraftBoard
from safetydesk.domain.roster_draft_greedy import draft_greedily
from safetydesk.domain.roster_draft_why import spread, tallies, why, wish_cost
from tests.helpers.draft_orders import (
    DEPUTY,
    PRIMARY,
    away,
    broken,
    day_of,
    long_days,
    people,
    plain_order,
    seat,
)

KINDS = st.dictionaries(st.integers(0, 20), st.sampled_from(list(DayClass)), max_size=6)


@st.composite
def anybody(draw, number):
    """Somebody with whatever the rules speak of."""
    female = draw(st.booleans())
    leave = draw(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 4)), max_size=2))
    guard = draw(st.sampled_from([DraftRule.PREGNANT, DraftRule.NURSING, None]))
    first = draw(st.integers(0, 20))
    return DraftPerson(
        f"p{number:02}",
        draw(st.sampled_from([frozenset({"primary", "deputy"}), frozenset({"deputy"})])),
        female,
        draw(st.sampled_from([Training.EXPERIENCED] * 3 + [Training.NEW, Training.UNTRAINED])),
        tuple(away(start, start + days) for start, days in leave),
        (Guard(guard, day_of(first), day_of(first + 9)),) if guard and female else (),
        partner=draw(st.sampled_from(["", "", "", "p00" if number == 1 else ""])),
        mentor=draw(st.sampled_from(["", "", "", "p02" if number == 3 else ""])),
    )


@st.composite
def orders(draw):
    """A small office over some days: long turns, or a day and a night turn each."""
    count = draw(st.integers(2, 9))
    crew = [draw(anybody(number)) for number in range(count)]
    if crew[1].partner:
        crew[0] = replace(crew[0], partner="p01")
    days, kinds = draw(st.integers(1, 14)), draw(KINDS)
    if draw(st.booleans()):
        seats = long_days(days, "primary", "deputy", classes=kinds)
    else:
        seats = tuple(
            seat(post, number, start=start, length=12 * 60, day_class=kinds.get(number))
            for number in range(days)
            for start in (8 * 60, 20 * 60)
            for post in ("primary", "deputy")
        )
    pins = draw(
        st.dictionaries(st.integers(0, len(seats) - 1), st.integers(0, count - 1), max_size=3)
    )
    rest = draw(st.sampled_from([0, 12, 24, 48]))
    return DraftOrder(
        (replace(PRIMARY, rest=rest), replace(DEPUTY, rest=rest)),
        seats,
        tuple(crew),
        tuple(Pin(place, f"p{who:02}") for place, who in pins.items()),
        tuple(Wish(f"p{n:02}", day_of(n), 2) for n in range(count)),
        draw(st.booleans()),
    )


@settings(max_examples=150, deadline=None)
@given(orders())
def test_no_draft_breaks_a_hard_rule_and_every_pin_stays(order):
    draft = draft_greedily(order)
    assert broken(order, draft.holders) == []
    assert all(draft.holders[pin.seat] == pin.person for pin in order.pins)


@settings(max_examples=40, deadline=None)
@given(orders())
def test_the_same_order_gives_the_same_draft(order):
    assert draft_greedily(order) == draft_greedily(order)


@settings(max_examples=40, deadline=None)
@given(st.integers(8, 16), st.integers(7, 31), KINDS)
def test_everybody_gets_the_same_within_one_of_every_kind_of_day(count, days, kinds):
    """Of 4500 orders with one holiday three had two between them; the solver evens those out."""
    order = replace(
        plain_order(days, count), seats=long_days(days, "primary", "deputy", classes=kinds)
    )
    board, draft = DraftBoard(order), draft_greedily(order)
    rows = tallies(board, draft)
    missed = {row.kind for row in rows if row.missed}
    assert all(spread(rows, "duty", kind) <= 2 for kind in missed)
    for kind in {row.kind for row in rows} - missed:
        counts = [row.drafted for row in rows if row.kind is kind]
        assert max(counts) - min(counts) <= 1


def test_a_month_without_holidays_is_shared_out_within_one_in_every_office():
    for count in range(8, 17):
        order = replace(plain_order(31, count), seats=long_days(31, "primary", "deputy"))
        assert not [row for row in tallies(DraftBoard(order), draft_greedily(order)) if row.missed]


def test_day_and_night_turns_are_each_shared_out():
    seats = tuple(
        seat("primary", number, start=start, length=12 * 60)
        for number in range(28)
        for start in (8 * 60, 20 * 60)
    )
    order = DraftOrder((replace(PRIMARY, rest=24),), seats, people(7))
    rows = tallies(DraftBoard(order), draft_greedily(order))
    nights = [row.drafted for row in rows if row.kind is FairKind.NIGHT]
    assert (min(nights), max(nights)) == (4, 4)


def test_whoever_served_the_last_spring_festival_is_not_asked_again():
    classes = dict.fromkeys(range(4), DayClass.SPRING_FESTIVAL)
    served = {("duty", FairKind.SPRING_FESTIVAL): 1}
    crew = tuple(
        replace(person, served=served if number < 8 else {})
        for number, person in enumerate(people(16))
    )
    order = DraftOrder((PRIMARY, DEPUTY), long_days(4, "primary", "deputy", classes=classes), crew)
    held = set(draft_greedily(order).holders)
    assert held == {f"p{number:02}" for number in range(8, 16)}


def test_somebody_on_leave_makes_up_for_it_on_other_days():
    crew = people(8)
    crew = (replace(crew[0], away=(away(3, 7),)), *crew[1:])
    order = replace(plain_order(28, 8), people=crew)
    rows = tallies(DraftBoard(order), draft_greedily(order))
    assert {row.drafted for row in rows if row.kind is FairKind.ALL} == {7}


def test_a_pinned_turn_stays_even_against_a_rule():
    crew = people(6)
    crew = (replace(crew[0], away=(away(0, 27),)), *crew[1:])
    order = replace(plain_order(14, 6), people=crew, pins=(Pin(4, "p00"),))
    draft = draft_greedily(order)
    assert draft.holders[4] == "p00"
    assert draft.holders.count("p00") == 1


def test_partners_serve_together_or_not_at_all():
    crew = people(8)
    crew = (replace(crew[0], partner="p01"), replace(crew[1], partner="p00"), *crew[2:])
    order = replace(plain_order(28, 8), people=crew)
    holders = draft_greedily(order).holders
    turns = [set(holders[place : place + 2]) for place in range(0, len(holders), 2)]
    together = [turn for turn in turns if turn & {"p00", "p01"}]
    assert together
    assert all(turn == {"p00", "p01"} for turn in together)


def test_a_new_officer_serves_as_deputy_beside_the_mentor():
    crew = people(8)
    crew = (replace(crew[0], training=Training.NEW, mentor="p05"), *crew[1:])
    order = replace(plain_order(28, 8), people=crew)
    holders = draft_greedily(order).holders
    mine = [place for place, name in enumerate(holders) if name == "p00"]
    assert mine
    assert all(place % 2 == 1 and holders[place - 1] == "p05" for place in mine)


def test_a_nursing_officer_is_not_given_nights_and_takes_days():
    seats = tuple(
        seat("primary", number, start=start, length=8 * 60)
        for number in range(21)
        for start in (8 * 60, 16 * 60, 24 * 60)
    )
    crew = people(8)
    guard = Guard(DraftRule.NURSING, day_of(-10), day_of(60))
    crew = (replace(crew[0], female=True, guards=(guard,)), *crew[1:])
    draft = draft_greedily(DraftOrder((replace(PRIMARY, rest=16),), seats, crew))
    mine = [seats[place] for place, name in enumerate(draft.holders) if name == "p00"]
    assert mine
    assert {turn.start % 1440 for turn in mine} == {8 * 60}


def test_unwanted_days_are_avoided_where_others_can_serve():
    wishes = tuple(Wish("p03", day_of(number), 3) for number in range(0, 28, 2))
    order = plain_order(28, 10, wishes=wishes)
    assert wish_cost(DraftBoard(order), draft_greedily(order)) == 0


def test_duties_outside_the_draft_keep_their_rest():
    crew = people(6)
    busy = ((away(0, 0)[0] - 1440, away(2, 2)[1]),)
    order = replace(plain_order(14, 6), people=(replace(crew[0], busy=busy), *crew[1:]))
    holders = draft_greedily(order).holders
    assert "p00" not in holders[:6]


def test_why_this_person_names_the_shares_before_and_who_could_not():
    crew = people(6)
    crew = (replace(crew[0], away=(away(8, 12),)), *crew[1:])
    order = replace(plain_order(14, 6), people=crew)
    board, draft = DraftBoard(order), draft_greedily(order)
    place = next(n for n, turn in enumerate(order.seats) if turn.day == date(2026, 3, 12))
    answer = why(board, draft, place)
    assert answer.person == draft.holders[place]
    assert answer.of(draft.holders[place] or "") is not None
    rules = {row.person: row.rule for row in answer.excluded}
    assert rules["p00"] is DraftRule.LEAVE
    assert {row.person for row in answer.before} | set(rules) == {p.key for p in crew}
    rested = next(row for row in answer.excluded if row.rule is DraftRule.REST)
    assert rested.because is not None
    before = [row.person for row in answer.before]
    earlier = [n for n, turn in enumerate(order.seats) if turn.start < order.seats[place].start]
    ordinary = [draft.holders[n] for n in earlier if order.seats[n].day_class is DayClass.WORKDAY]
    assert [row.drafted for row in answer.before] == [ordinary.count(name) for name in before]


def test_a_year_of_forty_officers_has_nobody_missing():
    rest = DraftPost("officer", "officer", 48)
    seats = tuple(
        seat("officer", number, place=place) for number in range(365) for place in range(3)
    )
    crew = tuple(
        DraftPerson(f"p{n:02}", frozenset({"officer"}), away=(away(n * 9, n * 9 + 5),))
        for n in range(40)
    )
    draft = draft_greedily(DraftOrder((rest,), seats, crew))
    assert None not in draft.holders
