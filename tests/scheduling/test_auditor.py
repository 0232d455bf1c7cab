"""The auditor: finds what the engine or somebody's hand lost, and keeps still otherwise."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from safetydesk.domain.alarm_state import Raised
from safetydesk.domain.reminder import DutyState, ExpectedArrival, Note, Turnover
from safetydesk.domain.reminder_ladder import due
from safetydesk.scheduling.auditor import Auditor, Flaw
from safetydesk.services.reminders import LedgerFacts
from tests.helpers.clock import FakeClock
from tests.helpers.duty_state import a_report
from tests.helpers.office import small_office
from tests.scheduling.rig import a_rig


@pytest.fixture
def rig(transactions, clock):
    made = a_rig(transactions, clock)
    made.source.put(a_report(clock.now()))
    made.source.facts = replace(
        made.source.facts,
        turnovers=(Turnover("1", clock.now() + timedelta(minutes=40), ("甲",), ("乙",)),),
        arrivals=(ExpectedArrival("1", "deputy", "丙", "", clock.now()),),
        notes=(Note("1", clock.now(), "巡查"),),
    )
    return made


@pytest.fixture
def auditor(rig):
    return Auditor(rig.reminders, lambda found: None)


def looks_twice(auditor):
    auditor.check()
    return auditor.check()


def test_a_working_engine_leaves_nothing_to_find(rig, auditor, clock, transactions):
    small_office(transactions)
    for _ in range(15):
        clock.advance(minutes=5)
        rig.reminders.raise_due()
        clock.advance(seconds=11)
        assert looks_twice(auditor) == ()


def test_an_engine_that_does_not_raise_is_found_at_the_second_look(
    rig, auditor, clock, expected_complaints
):
    expected_complaints.append("safetydesk.auditor")
    clock.advance(minutes=31)
    assert auditor.check() == ()
    found = auditor.check()
    assert {f.flaw for f in found} == {Flaw.MISSING}
    assert len({f.expected.item for f in found}) == 4


def test_altered_and_deleted_rows_are_found(rig, auditor, clock, transactions, expected_complaints):
    small_office(transactions)
    expected_complaints.append("safetydesk.auditor")
    clock.advance(minutes=61)
    rig.reminders.raise_due()
    with transactions.database.write() as uow:
        uow.session.execute(text("UPDATE reminder SET level = 3 WHERE stage = 'due'"))
        uow.session.execute(text("DELETE FROM reminder WHERE stage = 'half'"))
        uow.commit()
    assert sorted(f.flaw for f in looks_twice(auditor)) == [Flaw.ALTERED, Flaw.MISSING]


def test_an_item_closed_by_hand_is_not_missed(rig, auditor, clock, transactions):
    staff = small_office(transactions)
    rig.reminders.raise_due()
    rig.reminders.close(staff.officer, "note:1", "已巡")
    clock.advance(seconds=30)
    assert looks_twice(auditor) == ()


START = FakeClock().now()


class _Facts:
    """Stands for the service: facts, and a ledger that the engine filled second by second."""

    def __init__(self, facts):
        self._facts = facts

    def facts(self):
        return self._facts


@given(
    st.integers(0, 90_000),
    st.booleans(),
    st.booleans(),
    st.lists(st.integers(0, 100_000), min_size=1, max_size=6),
)
def test_engine_and_auditor_agree_for_every_length(length, legal, by_days, asked):
    deadline = a_report(START, length / 60, legal=legal, by_days=by_days)
    state = DutyState(deadlines=(deadline,))
    now = START + timedelta(seconds=max(asked) + 11)
    rows: dict[str, Raised] = {}
    for seconds in [*sorted(asked), max(asked) + 11]:
        for o in due(state, START + timedelta(seconds=seconds)):
            rows.setdefault(o.key, Raised(len(rows) + 1, o, now))
    found: list[object] = []
    # The newest repetition at the auditor's grace may lie before the last look of the engine.
    for o in due(state, now - timedelta(seconds=10)):
        rows.setdefault(o.key, Raised(len(rows) + 1, o, now))
    facts = LedgerFacts(now, state, {deadline.item: list(rows.values())}, {})
    auditor = Auditor(_Facts(facts), found.append)
    assert looks_twice(auditor) == ()
    assert found == []
