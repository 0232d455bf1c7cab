"""A roster that cannot be filled: which rule blocks, on which days, and the least that would help."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings

from safetydesk.domain.roster_draft import LAW, DraftOrder, DraftRule, Guard, Training
from safetydesk.domain.roster_draft_board import DraftBoard
from safetydesk.domain.roster_draft_greedy import draft_greedily
from safetydesk.domain.roster_draft_shortage import Relief, shortage
from tests.domain.test_roster_draft import orders
from tests.helpers.draft_orders import PRIMARY, away, day_of, long_days, people, plain_order


def of(order):
    return shortage(DraftBoard(order), draft_greedily(order))


def test_a_full_draft_lacks_nothing():
    assert of(plain_order()) is None


def test_too_few_people_for_the_rest_are_told_the_longest_rest_that_works():
    order = DraftOrder((replace(PRIMARY, rest=72),), long_days(14, "primary"), people(3))
    found = of(order)
    assert {rule.rule for rule in found.blocked} == {DraftRule.REST}
    assert found.relaxation.relief is Relief.REST
    assert found.relaxation.hours == 48


def test_days_on_which_everybody_is_away_are_named_with_whom_to_call_back():
    crew = tuple(replace(person, away=(away(5, 6),)) for person in people(4))
    found = of(DraftOrder((PRIMARY,), long_days(14, "primary"), crew))
    (blocked,) = [row for row in found.blocked if row.rule is DraftRule.LEAVE]
    assert set(blocked.days) <= {day_of(number) for number in (4, 5, 6)}
    assert found.relaxation.relief is Relief.LEAVE
    assert len(found.relaxation.people) <= 2


def test_the_law_is_never_what_gives_way():
    guards = tuple(Guard(rule, day_of(0), day_of(30)) for rule in sorted(LAW))
    crew = tuple(replace(p, female=True, guards=(guards[n % 2],)) for n, p in enumerate(people(3)))
    found = of(DraftOrder((PRIMARY,), long_days(5, "primary"), crew))
    assert {row.rule for row in found.blocked} == set(LAW)
    assert (found.relaxation.relief, found.relaxation.count) == (Relief.HELPERS, 2)


def test_new_people_alone_are_named_as_the_reason():
    crew = tuple(replace(person, training=Training.NEW) for person in people(4))
    found = of(replace(plain_order(5, 4), people=crew))
    assert {row.rule for row in found.blocked} == {DraftRule.NEW_ALONE}
    assert found.relaxation.relief is Relief.HELPERS


def test_a_post_nobody_may_serve_says_so():
    order = DraftOrder((PRIMARY,), long_days(2, "primary"), people(3, "deputy"))
    assert [row.rule for row in of(order).blocked] == [DraftRule.POST]


@settings(max_examples=60, deadline=None)
@given(orders())
def test_every_empty_turn_is_explained_for_everybody_who_may_serve_the_post(order):
    draft = draft_greedily(order)
    found = shortage(DraftBoard(order), draft)
    if found is None:
        assert None not in draft.holders
        return
    for post, day in found.empty:
        named = {
            name
            for row in found.blocked
            if row.post == post and day in row.days
            for name in row.people
        }
        assert named >= {person.key for person in order.people if post in person.posts}
