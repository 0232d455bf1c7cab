"""A reading unit asks each question once; a writing one asks each time."""

from __future__ import annotations

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
