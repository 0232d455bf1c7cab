"""A reading unit asks each question once; a writing one asks each time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import combinations

import pytest
from sqlalchemy import event

from safetydesk.domain.access import Permission
from tests.helpers.office import small_office


@pytest.fixture
def staff(transactions):
    return small_office(transactions)


@pytest.fixture
def asked(database):
    """Every statement that either engine carries out."""
    statements: list[str] = []

    def note(_connection, _cursor, statement, *_):
        statements.append(statement)

    for engine in {database.engines.reader, database.engines.writer}:
        event.listen(engine, "before_cursor_execute", note)
    return statements


def test_what_a_snapshot_was_asked_it_is_not_asked_again(transactions, staff, asked):
    with transactions.read() as uow:
        first = uow.people.all()
        asked.clear()
        assert uow.people.all() == first
        assert asked == []


def test_nobody_alters_what_a_snapshot_has_read(transactions, staff):
    with transactions.read() as uow:
        everybody = len(uow.people.all())
        uow.people.all().clear()
        assert len(uow.people.all()) == everybody


def test_other_questions_have_answers_of_their_own(transactions, staff):
    with transactions.act(staff.supervisor, Permission.PEOPLE_EDIT) as act:
        person = act.uow.people.all()[-1]
        act.uow.people.change(person.id, person.version, {"active": False})
    with transactions.read() as uow:
        assert len(uow.people.all(active=False)) == len(uow.people.all(active=True)) + 1


def test_a_unit_that_writes_sees_what_it_has_written(transactions, staff):
    with transactions.act(staff.supervisor, Permission.PEOPLE_EDIT) as act:
        before = act.uow.people.all()
        act.uow.people.change(before[0].id, before[0].version, {"name": "改名"})
        assert "改名" in [person.name for person in act.uow.people.all()]


def test_one_snapshot_serves_all_that_is_read_within_it(transactions, staff):
    with transactions.one_snapshot():
        with transactions.read() as first:
            names = [person.name for person in first.people.all()]
        with transactions.act(staff.supervisor, Permission.PEOPLE_EDIT) as act:
            person = act.uow.people.all()[0]
            act.uow.people.change(person.id, person.version, {"name": "改名"})
        with transactions.read() as again:
            assert [person.name for person in again.people.all()] == names
    with transactions.read() as later:
        assert "改名" in [person.name for person in later.people.all()]


MIDNIGHT = datetime(2026, 11, 20, tzinfo=UTC)
INSTANTS = [MIDNIGHT + timedelta(hours=hours) for hours in (-90, -30, -6, 0, 2, 6, 12, 30, 90)]


@pytest.fixture
def came_and_went(transactions, staff):
    """People on a post for six hours each, one of them still there, and a change of the plan."""
    person = staff.supervisor.person_id
    with transactions.act(staff.supervisor, Permission.PEOPLE_EDIT) as act:
        for hours in (-48, -6, 0, 6, 48):
            came = MIDNIGHT + timedelta(hours=hours)
            arrival = act.uow.duty.check_in(
                {
                    "person_id": person,
                    "post": "primary",
                    "checked_in_at": came,
                    "note": "",
                    "entered_by": person,
                }
            )
            if hours != 48:
                act.uow.duty.check_out(arrival, came + timedelta(hours=6))


@pytest.mark.usefixtures("came_and_went")
def test_a_narrower_window_of_a_snapshot_holds_what_a_question_of_its_own_gives(
    transactions, asked
):
    windows = list(combinations(INSTANTS, 2))
    alone = {}
    for window in windows:
        with transactions.read() as uow:
            alone[window] = uow.duty.presences(*window)
    with transactions.read() as uow:
        widest = uow.duty.presences(INSTANTS[0], INSTANTS[-1])
        asked.clear()
        together = {window: uow.duty.presences(*window) for window in windows}
    assert together == alone
    assert len(widest) > len(together[INSTANTS[3], INSTANTS[4]]) > 0
    assert asked == []
