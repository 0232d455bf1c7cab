"""A swap's steps in any order: who may take which, and that the state follows from them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from safetydesk.domain.duty import ReplaceChange
from safetydesk.domain.errors import RuleViolation
from safetydesk.domain.spans import Span
from safetydesk.domain.swap import (
    Given,
    Swap,
    SwapKind,
    SwapState,
    SwapStep,
    SwapStepKind,
    changes_of_swap,
    check_swap_step,
)

START = datetime(2025, 10, 12, 0, 30, tzinfo=UTC)
WINDOW = Span(START, START + timedelta(days=1))
ASKED_AT = START - timedelta(days=5)
OWNER, TAKER, OTHER, LEADER = 1, 2, 3, 9
Kind = SwapStepKind


def a_swap(taker=None, given=None):
    asked = SwapStep(Kind.ASKED, ASKED_AT, OWNER, taker_id=taker, given=given)
    return Swap(1, SwapKind.SUBSTITUTE, "primary", OWNER, WINDOW, "", 1, (asked,))


def take(swap, kind, person, at=ASKED_AT, **more):
    step = SwapStep(kind, at, person, **more)
    check_swap_step(swap, step, at)
    return swap.after(step)


def refused(swap, kind, person, at=ASKED_AT):
    with pytest.raises(RuleViolation) as caught:
        take(swap, kind, person, at)
    return caught.value.code


def test_an_open_request_is_offered_for_consented_to_and_approved():
    swap = a_swap()
    assert swap.state(ASKED_AT) is SwapState.ASKED
    swap = take(swap, Kind.OFFERED, TAKER, taker_id=TAKER)
    assert (swap.state(ASKED_AT), swap.awaits) == (SwapState.OFFERED, OWNER)
    swap = take(swap, Kind.CONSENTED, OWNER)
    assert swap.state(ASKED_AT) is SwapState.CONSENTED
    swap = take(swap, Kind.APPROVED, LEADER)
    assert swap.state(START + timedelta(days=9)) is SwapState.APPROVED
    assert changes_of_swap(swap) == (ReplaceChange("primary", "1", "2", WINDOW),)


def test_a_person_asked_by_name_consents_or_declines():
    swap = a_swap(TAKER)
    assert swap.awaits == TAKER
    assert refused(swap, Kind.CONSENTED, OWNER) == "swap.not_yours"
    assert refused(swap, Kind.DECLINED, OTHER) == "swap.not_yours"
    assert take(swap, Kind.DECLINED, TAKER).state(ASKED_AT) is SwapState.DECLINED


def test_an_exchange_replaces_both():
    later = Span(START + timedelta(days=3), START + timedelta(days=4))
    swap = take(a_swap(TAKER, Given("deputy", later)), Kind.CONSENTED, TAKER)
    assert changes_of_swap(take(swap, Kind.APPROVED, LEADER)) == (
        ReplaceChange("primary", "1", "2", WINDOW),
        ReplaceChange("deputy", "2", "1", later),
    )


def test_nobody_offers_for_the_own_duty_or_approves_the_own_swap():
    assert refused(a_swap(), Kind.OFFERED, OWNER) == "swap.own_duty"
    agreed = take(a_swap(TAKER), Kind.CONSENTED, TAKER)
    assert refused(agreed, Kind.APPROVED, OWNER) == "swap.own_approval"
    assert refused(agreed, Kind.APPROVED, TAKER) == "swap.own_approval"


def test_a_taker_who_steps_back_leaves_it_open_for_others():
    swap = take(take(a_swap(TAKER), Kind.CONSENTED, TAKER), Kind.RETRACTED, TAKER)
    assert (swap.state(ASKED_AT), swap.taker_id) == (SwapState.ASKED, None)
    assert take(swap, Kind.OFFERED, OTHER, taker_id=OTHER).taker_id == OTHER


def test_what_nobody_decided_before_the_duty_is_past_due_and_takes_no_more_steps():
    swap = a_swap(TAKER)
    assert swap.state(START - timedelta(minutes=1)) is SwapState.OFFERED
    assert swap.state(START) is SwapState.PAST_DUE
    assert refused(swap, Kind.CONSENTED, TAKER, START) == "swap.past_due"


def test_an_approved_swap_is_withdrawn_until_the_duty_begins():
    swap = take(take(a_swap(TAKER), Kind.CONSENTED, TAKER), Kind.APPROVED, LEADER)
    assert refused(swap, Kind.WITHDRAWN, OWNER, START) == "swap.past_due"
    assert take(swap, Kind.WITHDRAWN, OWNER).state(ASKED_AT) is SwapState.WITHDRAWN


class AnySwap(RuleBasedStateMachine):
    """Every step by everybody at any time; what is refused changes nothing."""

    @initialize(named=st.booleans())
    def ask(self, named):
        self.swap = a_swap(TAKER if named else None)
        self.now = ASKED_AT
        self.decided_by: list[tuple[Kind, int]] = []

    @rule(hours=st.integers(0, 30))
    def wait(self, hours):
        self.now += timedelta(hours=hours)

    @rule(
        kind=st.sampled_from([k for k in Kind if k is not Kind.ASKED]),
        person=st.sampled_from([OWNER, TAKER, OTHER, LEADER]),
    )
    def step(self, kind, person):
        taker = person if kind is Kind.OFFERED else None
        before = self.swap.state(self.now)
        proposed = SwapStep(kind, self.now, person, taker_id=taker)
        try:
            check_swap_step(self.swap, proposed, self.now)
        except RuleViolation:
            return
        assert before not in {SwapState.PAST_DUE, SwapState.DECLINED, SwapState.WITHDRAWN}
        assert self.now < START
        self.swap = self.swap.after(proposed)
        self.decided_by.append((kind, person))

    @invariant()
    def an_approval_has_both_sides_and_a_third(self):
        if not hasattr(self, "swap") or self.swap.state(self.now) is not SwapState.APPROVED:
            return
        parties = {self.swap.owner_id, self.swap.taker_id}
        assert None not in parties
        assert len(parties) == 2
        assert self.decided_by[-1][1] not in parties
        assert self.decided_by[-2][0] is Kind.CONSENTED
        proposer = next(s for s in reversed(self.swap.steps) if s.taker_id is not None)
        assert {proposer.person_id, self.decided_by[-2][1]} == parties

    @invariant()
    def nothing_is_open_once_the_duty_has_begun(self):
        if hasattr(self, "swap") and self.now >= START:
            assert not self.swap.state(self.now).is_open


TestAnySwap = AnySwap.TestCase
TestAnySwap.settings = settings(max_examples=150, stateful_step_count=12, deadline=None)
